"""Tests of the strategies and laws that we publish."""
