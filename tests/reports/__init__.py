"""Tests of what a reader gets to see."""
