"""Tests of when a claim is known to have appeared."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given

from claimtrack import Claims, Dating, Ledger, Record, StanceKind
from claimtrack.model.timeline import Timeline, timeline
from tests.dated import dated_ledgers
from tests.support.building import article, ledger, said


def found(*parts: Record | Iterable[Record], days: tuple[str, ...] = ("2024-03-10", "2024-03-02", "")) -> Timeline:
    outlets = ("outlet:harbour", "outlet:valley", "outlet:wire")
    dates = [Dating(on=on) if on else None for on in days]
    articles = [article(f"a{n}", outlet, published=on) for n, (outlet, on) in enumerate(zip(outlets, dates, strict=True), 1)]
    view = ledger(articles, *parts).view
    return timeline(Claims(view).all[0], view)


def test_appearances_stand_in_the_order_of_their_days_and_those_without_apart() -> None:
    told = found(said("S1"), said("S2", article="a2"), said("S3", article="a3"))
    assert [each.article for each in told.dated] == ["a2", "a1"]
    assert [(each.article, each.outlet, each.on) for each in told.undated] == [("a3", "outlet:wire", None)]


def test_statements_of_one_article_that_bear_alike_are_one_appearance() -> None:
    told = found(said("S1"), said("S2"), said("S3", stance=StanceKind.DENIES))
    assert [(str(each.stance), each.statements) for each in told.dated] == [("denies", ("S3",)), ("supports", ("S1", "S2"))]


def test_the_first_known_and_the_last_known_are_of_those_in_support() -> None:
    told = found(said("S1"), said("S2", article="a2"), said("S3", article="a3"), days=("2024-03-10", "2024-03-02", "2024-04-01"))
    assert [each.article for each in told.first] == ["a2"]
    assert [each.article for each in told.last] == ["a3"]
    denied = found(said("S1"), said("S2", article="a2", stance=StanceKind.DENIES))
    assert [each.article for each in denied.first] == [each.article for each in denied.last] == ["a1"]


def test_where_dates_leave_open_which_was_first_all_that_may_be_are_told() -> None:
    told = found(said("S1"), said("S2", article="a2"), said("S3", article="a3"), days=("2024-03-10", "2024-03", "2024-04-01"))
    assert [each.article for each in told.first] == ["a1", "a2"]


def test_what_may_be_later_stands_later() -> None:
    told = found(said("S1"), said("S2", article="a2"), days=("2024-03", "2024-03-10", ""))
    assert [each.article for each in told.dated] == ["a2", "a1"]


def test_a_claim_without_dates_has_no_first() -> None:
    assert found(said("S3", article="a3")).first == ()
    assert found().dated == ()


@pytest.mark.slow
@given(dated_ledgers())
def test_every_bearing_is_in_one_appearance(a: Ledger) -> None:
    for claim in Claims(a.view).all:
        told = timeline(claim, a.view)
        listed = [(key, each.stance) for each in (*told.dated, *told.undated) for key in each.statements]
        assert sorted(listed, key=str) == sorted(((b.statement, b.kind) for b in claim.bearings), key=str)
