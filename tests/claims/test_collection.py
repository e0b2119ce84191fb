from __future__ import annotations

import attrs
import pytest

from claimtrack.claims import Collection, collection
from tests.claims.propositions import said

PILE = [said(f"The ferry {number} struck a reef near Skell", str(number), "a") for number in range(4)]


def test_a_direction_that_is_no_longer_held_is_worked_out_anew_and_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    every = Collection(PILE)
    held = [every.vector(each) for each in every.profiles]
    monkeypatch.setattr(collection, "HELD", 2)
    few = Collection(PILE)
    assert [few.vector(each) for each in (*few.profiles, *few.profiles)] == [*held, *held]


def test_a_proposition_that_equals_one_of_the_collection_has_the_same_profile() -> None:
    every = Collection(PILE)
    assert every.profile(attrs.evolve(PILE[0])) is every.profile(PILE[0])


def test_one_that_differs_in_a_single_field_has_its_own_profile() -> None:
    every, other = Collection(PILE), attrs.evolve(PILE[0], denies=True)
    assert every.profile(other).proposition is other
