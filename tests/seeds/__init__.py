"""Tests of the founding articles against two readers."""
