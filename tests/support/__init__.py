"""Tests of flags, grades and summaries."""
