"""Tests of copies, excerpts, common wire and rewrites."""
