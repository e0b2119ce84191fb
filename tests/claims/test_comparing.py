"""Articles are compared bench by bench, in this process or another, with the same ties."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings

from claimtrack.claims import comparing
from claimtrack.claims.comparing import Bench, Met
from claimtrack.model.matching import Proposition
from tests.claims.propositions import all_matters, piles


def sent(work: Callable[[Bench], Sequence[Met]], benches: Iterable[Bench]) -> Iterator[Sequence[Met]]:
    """Every bench done by a copy of the work, as if another process did it."""
    return (pickle.loads(pickle.dumps(work))(pickle.loads(pickle.dumps(bench))) for bench in benches)


@settings(max_examples=20)
@given(piles())
def test_matters_are_the_same_whoever_compares_and_however_small_the_benches(pile: list[Proposition]) -> None:
    whole = dict(all_matters(pile))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(comparing, "PAIRS", 1)
        assert dict(all_matters(pile)) == dict(all_matters(pile, over=sent)) == whole
