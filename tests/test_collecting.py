"""The collector of cycles is held back and runs again as it ran."""

from __future__ import annotations

import gc

import pytest

from claimtrack.collecting import paused


def test_the_collector_is_held_back_and_runs_again() -> None:
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_may_be_nested() -> None:
    with paused():
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_sets_it_free_again() -> None:
    with pytest.raises(LookupError), paused():
        raise LookupError
    assert gc.isenabled()


def test_whoever_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
