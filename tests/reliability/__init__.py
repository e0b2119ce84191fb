"""Tests of reliability: opinions and what may be done with them."""
