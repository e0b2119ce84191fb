"""Tests of the documentation: its examples run, its links lead somewhere, and it leaves nothing public out."""
