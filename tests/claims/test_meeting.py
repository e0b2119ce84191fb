"""Articles meet by what they share, the rarer the more, and by what a crowd has within weeks of each other alone."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.claims import meeting
from claimtrack.claims.meeting import DAYS, Meetings, keys, met, sign_of, week
from claimtrack.claims.standings import Placed
from claimtrack.model.values import Period

PEAT, QUAY, TRAM = 1, 2, 3
"""Signs."""


def day(spelling: str) -> Period:
    return Period.parse(spelling)


def test_an_article_meets_whoever_shares_most_with_it_and_never_itself() -> None:
    assert met("a", [(3, ["a", "b"]), (1, ["a", "b", "d"])]) == (("b", "d"), 0)


def test_what_is_rare_outweighs_what_is_common(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "MET", 1)
    assert met("a", [(9, ["d"]), (4, ["b"]), (4, ["b"])]) == (("d",), 9)


def test_of_those_that_share_as_much_the_first_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "MET", 2)
    assert met("a", [(1, ["d", "c", "b"])]) == (("b", "c"), 1)


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> dict[str, Placed]:
    """Eight articles with one sign, two in each of four weeks, where four are a crowd."""
    monkeypatch.setattr(meeting, "FEW", 2)
    return {f"{letter}{number}": Placed([], [PEAT], week=700 + number) for number in range(4) for letter in "ab"}


def meetings(standings: dict[str, Placed], article: str) -> tuple[str, ...]:
    ((_, (neighbours, _)),) = Meetings(standings, set(standings), {}).of({article})
    return neighbours


def test_a_crowd_leads_to_those_of_the_weeks_around(crowd: dict[str, Placed]) -> None:
    assert meetings(crowd, "a0") == ("a1", "b0", "b1")
    assert meetings(crowd, "a1") == ("a0", "a2", "b0", "b1", "b2")


def test_a_few_are_met_whenever_they_appeared(crowd: dict[str, Placed]) -> None:
    few = {key: each for key, each in crowd.items() if key in ("a0", "a2", "b3")}
    assert meetings(few, "a0") == ("a2", "b3")


def test_an_article_of_an_unknown_week_meets_no_crowd(crowd: dict[str, Placed]) -> None:
    crowd["undated"] = Placed([], [PEAT, QUAY])
    crowd["beside"] = Placed([], [QUAY, TRAM], week=700)
    assert meetings(crowd, "undated") == ("beside",)


def test_a_week_that_is_a_crowd_by_itself_brings_nobody(crowd: dict[str, Placed], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "CROWD", 2)
    crowd["c1"] = Placed([], [PEAT], week=701)
    assert meetings(crowd, "a0") == ("b0",)


def test_a_key_tells_its_sign_and_an_unknown_week_gives_none() -> None:
    assert {sign_of(key) for key in keys([PEAT, 2**32 - 1], 105_000)} == {PEAT, 2**32 - 1}
    assert len(set(keys([PEAT, QUAY], 105_000))) == 4
    assert list(keys([PEAT, QUAY], 0)) == [PEAT, QUAY]


def test_a_week_is_known_from_a_day_or_a_few() -> None:
    assert week(day("2031-03-05")) == date(2031, 3, 5).toordinal() // DAYS
    assert week(day("2031-03-05/2031-03-07")) == week(day("2031-03-05"))
    assert week(day("2031-03")) == week(day("2031")) == week(None) == 0
