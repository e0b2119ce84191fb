"""Tests of the signs of a claim: no flag is lost by asking for them first."""

from __future__ import annotations

import attrs
from hypothesis import given

from claimtrack import Ledger, track
from claimtrack.support import FLAGS
from claimtrack.testing import coherent_ledgers

TRIED = [attrs.evolve(row, needs=()) for row in FLAGS]
"""The rows without what they need, so that each is tried on every claim."""


@given(coherent_ledgers())
def test_a_flag_is_raised_whether_or_not_its_signs_are_asked_for_first(ledger: Ledger) -> None:
    for one, other in zip(track(ledger).claims, track(ledger, rules=TRIED).claims, strict=True):
        assert one.flags == other.flags
