"""Tests of reports without some sources: the laws of taking out, and what is left in small cases."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Anchor, Ledger, Link, Record, Report, Speaker, Stance, Statement, track
from claimtrack.model import Framing, SpeakerKind, StanceKind, Voice
from claimtrack.model.naming import outlets, speakers
from claimtrack.model.whatif import Fate, WhatIf
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import CLAIM, cites, ledger, said

LEDGERS = coherent_ledgers() | adversarial_ledgers()
SEEDS = Path(__file__).parents[1] / "seeds"
Parts = Record | Iterable[Record]
BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])


def names(ledger: Ledger) -> list[str]:
    """Whatever can be taken out of a ledger."""
    view = ledger.view
    return ["state-media", "anonymous", *outlets(view), *speakers(view), *view.articles]


def bounds(report: Report) -> dict[str, tuple[int, int, int, int]]:
    """For each claim with a statement the bounds of its support and of its denial."""
    return {
        each.claim.key: (each.lower, each.upper, each.denial.certificate.lower, each.denial.certificate.upper) for each in report.claims
    }


@SLOW
@given(LEDGERS)
def test_taking_out_nothing_changes_nothing(a: Ledger) -> None:
    assert track(a, without=()) == track(a)
    assert track(a, without=()).without is None


@SLOW
@given(LEDGERS, st.data())
def test_taking_out_more_never_raises_a_bound(a: Ledger, data: st.DataObject) -> None:
    few = data.draw(st.lists(st.sampled_from(names(a)), max_size=2))
    more = data.draw(st.lists(st.sampled_from(names(a)), max_size=2))
    before, after = bounds(track(a, without=few)), bounds(track(a, without=few + more))
    assert after.keys() <= before.keys()
    assert all(now <= then for key in after for now, then in zip(after[key], before[key], strict=True))


@SLOW
@given(LEDGERS, st.data())
def test_the_order_of_names_does_not_matter(a: Ledger, data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(names(a)), max_size=3))
    again = data.draw(st.permutations([*gone, *gone[:1]]))
    assert track(a, without=gone) == track(a, without=again)


@SLOW
@given(LEDGERS, st.data())
def test_every_certificate_of_what_is_left_verifies(a: Ledger, data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(names(a)), max_size=3))
    for claim in track(a, without=gone).claims:
        for side in (claim.support, claim.denial):
            assert side.certificate.objections(side.lineage) == ()


class TestWhatIsLeft:
    def left(self, *parts: Parts, without: str | list[str]) -> Report:
        return track(ledger(*parts), without=[without] if isinstance(without, str) else without)

    def only(self, *parts: Parts, without: str | list[str]) -> tuple[int, int]:
        (claim,) = self.left(*parts, without=without).claims
        return claim.lower, claim.upper

    def fate(self, *parts: Parts, without: str | list[str]) -> str:
        what = self.left(*parts, without=without).without
        assert what is not None
        return what.outcomes[0].told

    def test_a_claim_that_only_one_outlet_carries_falls_with_it(self) -> None:
        report = self.left(BRAND, without="Harbour Post")
        assert report.claims == ()
        assert report.without is not None
        assert report.without.outcomes[0].fate is Fate.UNTOLD

    def test_a_claim_of_two_origins_is_weaker_without_one(self) -> None:
        assert self.fate(BRAND, ORO, without="person:oro") == "weaker: 2 -> 1"

    def test_a_claim_that_others_carry_from_the_same_origin_stands(self) -> None:
        assert self.fate(BRAND, said("S2", "person:brand", article="a2"), without="Harbour Post") == "stands"

    def test_a_claim_told_in_an_articles_own_voice_as_well_falls_with_its_only_origin(self) -> None:
        assert self.fate(BRAND, said("S2", article="a2"), without="person:brand") == "falls: no origin left"

    def test_a_claim_that_nobody_was_on_record_with_is_as_before(self) -> None:
        assert self.fate(said("S1"), ORO[:1], without="person:oro") == "as before: no origin on record"

    def test_what_came_only_through_a_cited_outlet_falls_with_it(self) -> None:
        through = said("S1", "outlet:wire", "person:brand")
        assert self.fate(through, without="Tidewire") == "falls: nobody left says so"
        assert self.fate(through, ORO, without="Tidewire") == "weaker: 2 -> 1"

    def test_an_article_that_rests_on_it_for_the_claim_falls_too(self) -> None:
        assert self.fate(BRAND, cites("a1", "outlet:wire"), without="Tidewire") == "falls: nobody left says so"

    def test_what_the_article_tells_besides_stays(self) -> None:
        assert self.only(said("S1", "outlet:wire", "person:brand"), said("S2", "person:oro"), without="Tidewire") == (1, 1)

    def test_of_two_who_speak_side_by_side_one_is_left(self) -> None:
        both = Statement(
            key="S1",
            article="a1",
            anchor=Anchor(start=0, end=9),
            chain=[Link(holders=["person:brand", "person:oro"])],
            voice=Voice.INDIRECT,
            framing=Framing.ATTRIBUTED_FACT,
        )
        stance = Stance(statement="S1", claim=CLAIM, kind=StanceKind.SUPPORTS)
        assert self.only(both, stance, without="person:oro") == (1, 1)

    def test_without_nameless_sources_lines_that_begin_with_one_are_gone(self) -> None:
        assert self.fate(said("S1", "outlet:wire", "anon:worker"), without="anonymous") == "falls: nobody left says so"

    def test_an_outlet_that_rests_on_a_nameless_source_alone_is_no_origin_without_it(self) -> None:
        parts = said("S1", "outlet:wire"), cites("outlet:wire", "anon:worker")
        assert self.only(*parts, without="state-media") == (1, 1)
        assert self.fate(*parts, without="anonymous") == "falls: no origin left"

    def test_an_outlet_is_an_origin_only_by_what_is_left(self) -> None:
        parts = [said("S1", "outlet:wire"), said("S2", "outlet:wire", "person:brand", article="a2")]
        (claim,) = self.left(*parts, without="Harbour Post").claims
        assert [node.key for node in claim.support.lineage.origins] == ["person:brand"]

    def test_the_flags_of_a_claim_that_nobody_says_any_more_are_not_told_as_cleared(self) -> None:
        what = self.left(BRAND, without="Harbour Post").without
        assert what is not None
        assert what.outcomes[0].cleared == ()

    def test_an_outlets_own_voice_stays_though_nobody_who_cites_it_does(self) -> None:
        assert self.only(said("S1"), said("S2", "outlet:harbour", article="a2"), without="Valley Herald") == (0, 1)

    def test_a_denial_goes_with_its_speaker_and_its_flag_is_cleared(self) -> None:
        what = self.left(BRAND, said("S2", "person:oro", stance=StanceKind.DENIES), without="person:oro").without
        assert what is not None
        assert "disputed" in what.outcomes[0].cleared

    def test_a_flag_that_comes_of_it_is_told(self) -> None:
        what = self.left(BRAND, ORO, without="person:oro").without
        assert what is not None
        assert "single-source" in what.outcomes[0].raised

    def test_what_is_left_counts_only_what_is_read(self) -> None:
        report = self.left(BRAND, ORO, said("S3", stance=None), without="Harbour Post")
        assert sorted(report.view.articles) == ["a2", "a3"]
        assert sorted(report.view.statements) == ["S2"]
        assert report.unclaimed == ()

    def test_taking_out_what_carries_nothing_changes_nothing(self) -> None:
        whole = track(ledger(BRAND, ORO))
        for name in ("Vesna Oro's cat", "Tidewire"):
            cat = Speaker(key="cat", name="Vesna Oro's cat", kind=SpeakerKind.PERSON)
            report = self.left(BRAND, ORO, cat, without=name)
            assert (report.claims, report.rests, report.helps) == (whole.claims, whole.rests, whole.helps)
            assert report.without is not None
            assert report.without.changed == ()


class TestSeeds:
    @pytest.fixture(scope="class")
    @staticmethod
    def without_sputnik() -> WhatIf:
        found = track(SEEDS, without=["Sputnik"]).without
        assert found is not None
        return found

    def test_two_claims_fall_with_sputnik(self, without_sputnik: WhatIf) -> None:
        assert [each.name for each in without_sputnik.of(Fate.UNTOLD, Fate.FALLS)] == ["C15", "C25"]

    def test_state_media_are_sputnik_there(self, without_sputnik: WhatIf) -> None:
        found = track(SEEDS, without=["state-media"]).without
        assert found is not None
        assert found.taken[0].keys == ("outlet:sputnik",)
        assert found.outcomes == without_sputnik.outcomes
