"""Tests of reading: what an article says."""
