"""Tests of reports as of a day: the laws, and what a report then says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Article, Claim, Dating, Ledger, Period, Rating, Record, RecordError, Report, StanceKind, Statement, track
from claimtrack.model import Claims
from tests.dated import AFTER_ALL, dated_ledgers, moments
from tests.support.building import article, cites, controlled, descends, ledger, rated, said

SEEDS = Path(__file__).parents[1] / "seeds"
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
Parts = Record | Iterable[Record]


def timeless(report: Report) -> Report:
    """The report without the day that it speaks of."""
    return attrs.evolve(report, as_of=None)


def removed(a: Ledger, day: Period) -> Ledger:
    """The oracle: records one by one, without later and undated articles, what stands in them, later ratings, claims not yet made."""

    def stands(record: Record) -> bool:
        if isinstance(record, Rating):
            return record.on is None or record.on.end <= day.end
        if not isinstance(record, Article | Statement):
            return True
        known = a.view.articles.get(record.key if isinstance(record, Article) else a.view.resolve(record.article))
        return known is not None and known.published is not None and known.published.on.end <= day.end

    left = Ledger(filter(stands, a))
    once = {key for found in Claims(a.view).all if found.bearings for key in found.members}
    mute = {key for found in Claims(left.view).all if not found.bearings for key in found.members if once & set(found.members)}
    return Ledger(record for record in left if not (isinstance(record, Claim) and record.key in mute))


@SLOW
@given(dated_ledgers(), moments())
def test_a_report_as_of_a_day_is_the_report_on_a_ledger_without_what_came_later(a: Ledger, day: Period) -> None:
    a = Ledger(record for record in a if record.type != "outlet")  # whose facts are looked at elsewhere
    found, wanted = track(a, as_of=day), track(removed(a, day))
    assert attrs.evolve(timeless(found), digest="") == attrs.evolve(wanted, digest="")  # records that tell nothing may stay or go


@SLOW
@given(dated_ledgers())
def test_as_of_a_day_after_everything_the_whole_is_reported(a: Ledger) -> None:
    assert timeless(track(a, as_of=AFTER_ALL, keep_undated=True)) == track(a)


@pytest.mark.slow
@SLOW
@given(dated_ledgers(), moments(), moments())
def test_no_claim_is_in_the_earlier_report_that_no_statement_of_the_later_bears_on(a: Ledger, one: Period, other: Period) -> None:
    then, now = (track(a, as_of=day) for day in sorted((one, other), key=lambda day: day.end))
    assert set(then.view.statements) <= set(now.view.statements)
    assert {b for c in then.claims for b in c.claim.bearings} <= {b for c in now.claims for b in c.claim.bearings}


@pytest.mark.slow
@SLOW
@given(dated_ledgers(plain=True), moments(), moments())
def test_lower_bounds_of_claims_that_rest_on_statements_alone_only_grow(a: Ledger, one: Period, other: Period) -> None:
    then, now = (track(a, as_of=day) for day in sorted((one, other), key=lambda day: day.end))
    later = {claim.claim.key: claim.lower for claim in now.claims}
    assert all(claim.lower <= later[claim.claim.key] for claim in then.claims)


@pytest.mark.slow
@SLOW
@given(dated_ledgers(), moments(), st.sampled_from(("state-media", "anonymous", "outlet:wire")))
def test_a_source_is_taken_out_of_what_was_published_by_then(a: Ledger, day: Period, name: str) -> None:
    a = Ledger(record for record in a if record.type != "outlet") | ledger(town=ledger().of(type(ledger().view.outlets["outlet:wire"])))
    both = track(a, as_of=day, without=[name])
    assert timeless(both) == track(removed(a, day), without=[name])


class TestWhatIsSaid:
    def then(self, day: str, *parts: Parts, keep: bool = False) -> Report:
        first = article("a1", published=Dating(on="2024-03-10"))
        later = article("a2", "outlet:valley", published=Dating(on="2024-04-02"))
        return track(ledger(first, later, article("a3", "outlet:wire"), *parts), as_of=day, keep_undated=keep)

    def test_later_origins_are_not_counted(self) -> None:
        parts = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
        assert [self.then(day, *parts).claims[0].lower for day in ("2024-03-31", "2024-04-02")] == [1, 2]

    def test_later_denials_are_gone_and_so_is_their_flag(self) -> None:
        parts = said("S1", "person:brand"), said("S2", "person:oro", article="a2", stance=StanceKind.DENIES)
        assert self.then("2024-04", *parts).claims[0].flagged("disputed")
        then = self.then("2024-03", *parts).claims[0]
        assert not then.flagged("disputed")
        assert then.denial.certificate.upper == 0

    def test_a_copy_stays_one_carrier_though_what_it_copies_is_left_out(self) -> None:
        parts = said("S1", "person:brand"), said("S2", "person:brand", article="a2"), descends("a1", "a2")
        assert len(self.then("2024-03", *parts).claims[0].support.lineage.carriers) == 1

    def test_what_an_article_rests_on_is_known_though_that_is_not_at_hand(self) -> None:
        (claim,) = self.then("2024-03", said("S1"), cites("a1", "outlet:wire")).claims
        assert [node.name for node in claim.support.lineage.origins] == ["Tidewire"]

    def test_grades_do_not_know_later_ratings(self) -> None:
        rating = attrs.evolve(rated("person:brand", "B"), on="2024-04")
        grades = [str(self.then(day, said("S1", "person:brand"), rating).claims[0].content) for day in ("2024-03", "2024-04")]
        assert grades[0].startswith("F")
        assert grades[1].startswith("B")

    def test_an_outlet_is_state_media_from_the_day_on_which_it_is_recorded_so(self) -> None:
        fact = attrs.evolve(controlled("outlet:harbour", "Harbour Post").facts[0], on="2024-03-20")
        harbour = attrs.evolve(controlled("outlet:harbour", "Harbour Post"), facts=[fact])
        flags = [
            self.then(day, said("S1", "person:brand"), harbour).claims[0].flagged("state-media-only") for day in ("2024-03-15", "2024-03")
        ]
        assert flags[0] is None
        assert flags[1] is not None

    def test_undated_articles_count_when_asked_for(self) -> None:
        parts = said("S1", "person:brand"), said("S3", "person:oro", article="a3")
        assert self.then("2024-03", *parts).claims[0].lower == 1
        assert self.then("2024-03", *parts, keep=True).claims[0].lower == 2

    def test_a_day_may_be_a_date_or_a_period(self) -> None:
        one = track(ledger(), as_of="2024-03-10").as_of
        assert one == track(ledger(), as_of=date(2024, 3, 10)).as_of == track(ledger(), as_of=Period.parse("2024-03-10")).as_of

    def test_what_is_no_date_is_refused(self) -> None:
        with pytest.raises(RecordError, match="no date"):
            track(ledger(), as_of="last week")


def test_the_founding_articles_as_of_2021_are_two() -> None:
    then = track(SEEDS, as_of="2021")
    assert sorted(then.view.articles) == ["article:moscow-talks-2021", "article:uk-minister-2021"]
    assert {claim.name for claim in then.claims}.isdisjoint({"C07", "C24"})
