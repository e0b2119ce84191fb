"""Tests of what was published by some day: articles, statements, claims, ratings and facts, and what of them is left out."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given

from claimtrack import Citation, CitedFact, Dating, Judgement, Ledger, Outlet, Period, Rating, Record, Retraction, StanceKind, Verdict
from claimtrack.model import FactKind
from claimtrack.model.asof import AsOf, as_of
from tests.dated import AFTER_ALL, dated_ledgers, moments
from tests.support.building import article, claim, ledger, said

Parts = Record | Iterable[Record]


def dated(key: str, on: str, outlet: str = "outlet:harbour") -> Record:
    return article(key, outlet, published=Dating(on=on))


def by(day: str, *parts: Parts, keep: bool = False) -> tuple[Ledger, AsOf]:
    given = ledger(dated("a1", "2024-03-10"), dated("a2", "2024-04"), article("a3"), *parts)
    return as_of(given, Period.parse(day), keep)


def articles(day: str, *parts: Parts, keep: bool = False) -> set[str]:
    return set(by(day, *parts, keep=keep)[0].view.articles)


class TestArticles:
    def test_one_counts_when_the_latest_day_its_date_allows_has_come(self) -> None:
        assert articles("2024-03-09") == set()
        assert articles("2024-03-10") == {"a1"}
        assert articles("2024-04-29") == {"a1"}
        assert articles("2024-04-30") == {"a1", "a2"}

    def test_of_a_month_or_a_year_the_end_is_meant(self) -> None:
        assert articles("2024-03") == {"a1"}
        assert articles("2024") == articles("2023/2024") == {"a1", "a2"}

    def test_why_each_is_left_out_is_told(self) -> None:
        told = by("2024-04-15")[1]
        assert (told.later, told.unsure, told.undated) == ((), ("a2",), ("a3",))
        assert by("2024-02")[1].later == ("a1", "a2")
        assert told.left_out == ("a2", "a3")

    def test_undated_ones_can_be_kept(self) -> None:
        left, told = by("2024-03", keep=True)
        assert set(left.view.articles) == {"a1", "a3"}
        assert (told.kept, told.undated, told.left_out) == (True, ("a3",), ("a2",))

    def test_an_article_without_a_record_is_undated(self) -> None:
        parts = said("S1", article="somewhere")
        assert "somewhere" in by("2024", parts)[1].undated
        assert by("2024", parts)[0].view.statements == {}
        assert set(by("2024", parts, keep=True)[0].view.statements) == {"S1"}

    def test_where_records_of_it_disagree_the_day_that_the_view_takes_counts(self) -> None:
        rival = dated("a1", "2024-03-20")
        both = ledger(dated("a1", "2024-03-10")) | Ledger([rival])
        first = both.view.articles["a1"].published
        assert first is not None
        assert as_of(both, Period.parse("2024-03-15"))[1].left_out == (("a2", "a3") if first.on.end.day == 10 else ("a1", "a2", "a3"))


class TestWhatGoesWithThem:
    def test_statements_go_with_their_article(self) -> None:
        left, _ = by("2024-03", said("S1"), said("S2", article="a2"))
        assert set(left.view.statements) == {"S1"}

    def test_a_claim_that_nobody_had_made_goes(self) -> None:
        assert by("2024-03", said("S2", article="a2"))[0].view.claims == {}
        assert set(by("2024-03", said("S1", stance=StanceKind.DENIES))[0].view.claims) == {"claim:dam-leaks"}

    def test_a_claim_on_which_nothing_bears_at_any_time_stays(self) -> None:
        assert set(by("2024-03", said("S2", article="a2"), claim("claim:idle", "The dam is idle."))[0].view.claims) == {"claim:idle"}

    def test_a_claim_goes_with_all_records_that_are_joined_in_it(self) -> None:
        other = claim("claim:drips", "The dam drips.")
        same = Judgement(left="claim:dam-leaks", right="claim:drips", verdict=Verdict.SAME)
        assert by("2024-03", said("S2", article="a2"), other, same)[0].view.claims == {}

    def test_later_ratings_go_and_undated_ones_stay(self) -> None:
        ratings = [
            Rating(source="outlet:wire", rater=f"r{n}", scale="admiralty", value="B", on=on) for n, on in enumerate(("2024-03", "2024"))
        ]
        undated = Rating(source="outlet:wire", rater="r9", scale="admiralty", value="C")
        left, told = by("2024-06", ratings, undated)
        assert sorted(rating.rater for rating in left.view.ratings) == ["r0", "r9"]
        assert told.ratings == 1

    @pytest.mark.parametrize(("on", "stands"), [(None, True), ("2023", True), ("2024", True), ("2024-07", False)])
    def test_a_fact_stands_from_the_day_on_which_it_begins(self, on: str | None, stands: bool) -> None:
        fact = CitedFact(about=FactKind.STATE_CONTROL, value="gov:coast", cited=Citation(source="Coast Register"), on=on)
        left, _ = by("2024-06", Outlet(key="outlet:wire", name="Tidewire", facts=[fact]))
        assert bool(left.view.outlets["outlet:wire"].facts) is stands

    def test_what_was_taken_back_stays_so_though_a_fact_of_it_begins_later(self) -> None:
        fact = CitedFact(about=FactKind.OWNER, value="Oro", cited=Citation(source="Coast Register"), on="2025")
        outlet = Outlet(key="outlet:echo", name="Echo", facts=[fact])
        left, _ = by("2024-06", outlet, Retraction(record=outlet.id, reason="a slip"))
        assert "outlet:echo" not in left.view.outlets


@pytest.mark.slow
@given(dated_ledgers())
def test_a_day_after_everything_leaves_out_nothing_but_the_undated(a: Ledger) -> None:
    left, told = as_of(a, AFTER_ALL, keep_undated=True)
    assert left == a
    assert not told.changed
    assert as_of(a, AFTER_ALL)[1].left_out == told.undated


@pytest.mark.slow
@given(dated_ledgers(), moments(), moments())
def test_articles_and_statements_only_grow_with_the_day(a: Ledger, one: Period, other: Period) -> None:
    then, now = (as_of(a, day)[0].view for day in sorted((one, other), key=lambda day: day.end))
    assert then.articles.keys() <= now.articles.keys()
    assert then.statements.keys() <= now.statements.keys()


@pytest.mark.slow
@given(dated_ledgers(), moments(), moments())
def test_looking_back_twice_is_looking_back_to_the_earlier_day(a: Ledger, one: Period, other: Period) -> None:
    then, now = sorted((one, other), key=lambda day: day.end)
    assert as_of(as_of(a, now, True)[0], then, True)[0] == as_of(a, then, True)[0]


@given(dated_ledgers(), moments())
def test_every_article_counts_or_is_told_to_be_left_out(a: Ledger, day: Period) -> None:
    left, told = as_of(a, day)
    assert left.view.articles.keys().isdisjoint(told.left_out)
    assert a.view.articles.keys() <= left.view.articles.keys() | set(told.left_out)
