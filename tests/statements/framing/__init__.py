"""Tests of framing, on invented sentences."""
