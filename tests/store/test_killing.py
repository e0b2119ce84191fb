"""Writers that are killed lose nothing that they acknowledged; the driver beside this file does many more rounds by hand."""

from __future__ import annotations

import os

import pytest

from tests.store.killing import WAYS, rounds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_whole_batches_and_can_be_run_again() -> None:
    assert len(list(rounds(2 * len(WAYS), 3))) == 2 * len(WAYS)


@pytest.mark.nightly
def test_the_same_in_two_hundred_rounds() -> None:
    assert len(list(rounds(200, 1))) == 200
