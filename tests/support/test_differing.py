"""Tests of what changed from one report to another: the laws, and each part in small cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import (
    Dating,
    Diff,
    Judgement,
    Ledger,
    Maker,
    Record,
    Retraction,
    StanceKind,
    Statement,
    Verdict,
    diff,
    track,
)
from claimtrack.model import ClaimKind, Framing
from claimtrack.model.diffs import Change, ClaimChange, Drift, Edit, Loss, Step, Tally
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import CLAIM, HEDGED, article, claim, ledger, rated, said

LEDGERS = coherent_ledgers() | adversarial_ledgers()
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
Parts = Record | Iterable[Record]
BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
TURNED = {Change.NEW: Change.GONE, Change.GONE: Change.NEW, Change.JOINED: Change.SPLIT, Change.SPLIT: Change.JOINED}


def changed(old: Iterable[Parts], new: Iterable[Parts]) -> Diff:
    return diff(track(ledger(*old)), track(ledger(*new)))


def one(old: Iterable[Parts], new: Iterable[Parts]) -> ClaimChange:
    (change,) = changed(old, new).claims
    return change


def mirrored(change: ClaimChange) -> ClaimChange:
    """The same change seen from the new side."""
    return ClaimChange(
        old=change.new,
        new=change.old,
        gained=change.lost,
        lost=change.gained,
        raised=change.cleared,
        cleared=change.raised,
        said=change.unsaid,
        unsaid=change.said,
        denied=change.withdrawn,
        withdrawn=change.denied,
        drifts=tuple(Drift(each.statement, each.what, each.new, each.old) for each in change.drifts),
        losses=change.returns,
        returns=change.losses,
    )


@SLOW
@given(LEDGERS)
def test_nothing_changed_from_a_report_to_itself(a: Ledger) -> None:
    found = diff(track(a), track(a))
    assert not found
    assert found == diff(track(Ledger()), track(Ledger()))


@pytest.mark.slow
@SLOW
@given(LEDGERS, LEDGERS)
def test_the_other_way_round_everything_is_mirrored(a: Ledger, b: Ledger) -> None:
    there, back = diff(track(a), track(b)), diff(track(b), track(a))
    assert {mirrored(change) for change in there.claims} == set(back.claims)
    assert {TURNED.get(change.change, change.change) for change in there.claims} == {change.change for change in back.claims}
    assert (there.published, there.vanished) == (back.vanished, back.published)
    assert (there.retracted, there.restored, there.clashing, there.settled) == (back.restored, back.retracted, back.settled, back.clashing)
    assert there.records == tuple(Tally(each.type, each.gone, each.added) for each in back.records)
    assert {Edit(each.article, each.what, each.new, each.old) for each in there.edits} == set(back.edits)


@pytest.mark.slow
@SLOW
@given(LEDGERS, LEDGERS)
def test_every_changed_claim_is_named_once(a: Ledger, b: Ledger) -> None:
    old, new = track(a), track(a | b)
    found = diff(old, new)
    for side, report in (("old", old), ("new", new)):
        named = [seen.key for change in found.claims for seen in getattr(change, side)]
        assert len(named) == len(set(named))
        assert set(named) <= {claim.claim.key for claim in report.claims}


@pytest.mark.slow
@SLOW
@given(LEDGERS, LEDGERS)
def test_what_is_not_named_is_the_same_in_both_reports(a: Ledger, b: Ledger) -> None:
    old, new = track(a), track(a | b)
    named = {seen.key for change in diff(old, new).claims for seen in (*change.old, *change.new)}
    before = {each.claim.key: each for each in old.claims}
    for each in new.claims:
        if each.claim.key not in named and each.claim.key in before:
            was = before[each.claim.key]
            assert (each.lower, each.upper, each.claim.bearings, each.claim.wording) == (
                was.lower,
                was.upper,
                was.claim.bearings,
                was.claim.wording,
            )
            assert [flag.code for flag in each.flags] == [flag.code for flag in was.flags]


class TestClaims:
    def test_one_that_only_the_new_report_has_is_new_with_all_its_flags(self) -> None:
        change = one([BRAND], [BRAND, claim("claim:drips", "The dam drips."), said("S3", "person:oro", of="claim:drips")])
        assert change.change is Change.NEW
        assert change.gained == ("Vesna Oro",)
        assert "single-source" in [flag.name for flag in change.raised]

    def test_one_that_only_the_old_report_has_is_gone(self) -> None:
        change = one([BRAND, claim("claim:drips", "The dam drips.")], [BRAND])
        assert change.change is Change.GONE
        assert [seen.key for seen in change.old] == ["claim:drips"]

    def test_two_that_are_judged_the_same_are_joined(self) -> None:
        drip = claim("claim:drips", "The dam drips.")
        same = Judgement(left=CLAIM, right="claim:drips", verdict=Verdict.SAME)
        assert one([BRAND, drip], [BRAND, drip, same]).change is Change.JOINED
        assert one([BRAND, drip, same], [BRAND, drip]).change is Change.SPLIT

    def test_bounds_and_grades_and_wording_are_told_step_by_step(self) -> None:
        change = one([BRAND], [BRAND, ORO, claim(wording="The dam leaks a little."), rated("person:brand", "B")])
        steps = {step.what: (step.old, step.new) for step in change.steps}
        assert steps["origins"] == ("1", "2")
        assert steps["wording"] == ("The dam leaks.", "The dam leaks a little.")
        assert steps["grade of content"][0] != steps["grade of content"][1]

    def test_so_is_another_kind_of_proposition(self) -> None:
        steps = one([BRAND], [BRAND, claim(kinds=[ClaimKind.FACT, ClaimKind.FORECAST])]).steps
        assert Step("kinds", "fact", "fact, forecast") in steps

    def test_origins_and_flags_are_told_by_name_and_reason(self) -> None:
        change = one([BRAND], [BRAND, ORO])
        assert (change.gained, change.lost) == (("Vesna Oro",), ())
        assert "one origin on record: Ilse Brand" in {flag.name: flag.reason for flag in change.cleared}["single-source"]

    def test_denials_are_told_apart_from_other_statements(self) -> None:
        change = one([BRAND], [BRAND, said("S2", "person:oro", stance=StanceKind.DENIES)])
        assert [bearing.statement for bearing in change.denied] == ["S2"]
        assert change.said == ()
        assert "disputed" in [flag.name for flag in change.raised]
        back = one([BRAND, said("S2", "person:oro", stance=StanceKind.DENIES)], [BRAND])
        assert [bearing.statement for bearing in back.withdrawn] == ["S2"]

    def test_a_stance_that_turned_is_a_statement_gone_and_a_denial_new(self) -> None:
        change = one([BRAND, ORO], [BRAND, said("S2", "person:oro", article="a2", stance=StanceKind.DENIES)])
        assert [bearing.statement for bearing in change.unsaid] == [bearing.statement for bearing in change.denied] == ["S2"]


class TestFraming:
    def test_a_statement_that_is_framed_otherwise_is_told_with_both_framings(self) -> None:
        opinion = said("S1", "person:brand", framing=Framing.ATTRIBUTED_OPINION)
        change = one([BRAND], [opinion])
        assert change.drifts == (Drift("S1", "framing", "attributed-fact", "attributed-opinion"),)
        assert Step("framed as opinion", "0 of 1", "1 of 1") in change.steps

    def test_so_are_shades_chain_proposition_and_words(self) -> None:
        old = said("S1", "person:brand", modality=[HEDGED], proposition="It may leak.")
        new = said("S1", "person:brand", "person:oro", proposition="It leaks.")
        first = new[0]
        assert isinstance(first, Statement)
        words = attrs.evolve(first, anchor=attrs.evolve(first.anchor, digest="ab" * 8))
        assert [drift.what for drift in one([old], [words, new[1]]).drifts] == ["shades", "chain", "proposition", "words"]

    def test_a_new_statement_without_the_hedge_that_all_had_is_told(self) -> None:
        hedged = said("S1", "person:brand", modality=[HEDGED])
        assert Loss("hedge", "S2") in one([hedged], [hedged, ORO]).losses
        assert one([BRAND], [BRAND, ORO]).losses == ()
        assert one([hedged, ORO], [hedged]).returns == (Loss("hedge", "S2"),)

    def test_a_new_statement_without_the_attribution_that_all_had_is_told(self) -> None:
        assert one([BRAND], [BRAND, said("S2", article="a2")]).losses == (Loss("attribution", "S2"),)
        assert one([said("S1")], [said("S1"), said("S2", article="a2")]).losses == ()


class TestArticlesAndRecords:
    def test_articles_new_and_gone_are_told(self) -> None:
        found = changed([BRAND, article("a4")], [BRAND, article("a5")])
        assert (found.published, found.vanished) == (("a5",), ("a4",))

    @pytest.mark.parametrize(
        ("fields", "edit"),
        [
            ({"title": "Dam holds"}, Edit("a1", "title", "On a1", "Dam holds")),
            ({"published": Dating(on="2024-03")}, Edit("a1", "published", "", "2024-03")),
            ({"digest": "ab" * 32, "length": 9}, Edit("a1", "text", article("a1").digest, "ab" * 32)),
            ({"outlet": "outlet:wire"}, Edit("a1", "outlet", "Harbour Post", "Tidewire")),
        ],
    )
    def test_an_article_that_is_recorded_otherwise_is_told(self, fields: dict[str, Any], edit: Edit) -> None:
        assert edit in changed([BRAND], [BRAND, attrs.evolve(article("a1"), **fields)]).edits

    def test_a_record_that_is_taken_back_is_told_with_the_reason(self) -> None:
        retraction = Retraction(record=BRAND[0].id, reason="not in the article", maker=Maker(name="Ada"))
        (back,) = changed([BRAND, ORO], [BRAND, ORO, retraction]).retracted
        assert (back.type, back.key, back.reasons) == ("statement", "S1", ("Ada: not in the article",))
        assert changed([BRAND, ORO, retraction], [BRAND, ORO]).restored == (back,)

    def test_records_that_move_nothing_are_counted_all_the_same(self) -> None:
        found = changed([BRAND], [BRAND, rated("outlet:wire", "odd", scale="a scale of our own")])
        assert found
        assert found.claims == ()
        assert found.records == (Tally("rating", 1, 0),)

    def test_new_conflicts_are_told(self) -> None:
        rival = attrs.evolve(BRAND[0], note="x", framing=Framing.HEDGED)  # type: ignore[call-arg]
        assert any(each.about == "S1" for each in diff(track(ledger(BRAND)), track(ledger(BRAND) | Ledger([rival]))).clashing)


def test_two_days_of_one_ledger_are_compared_like_two_ledgers() -> None:
    parts = ledger(BRAND, ORO, article("a1", published=Dating(on="2024")), article("a2", "outlet:valley", published=Dating(on="2025")))
    found = diff(track(parts, as_of="2024"), track(parts, as_of="2025"))
    assert found.published == ("a2",)
    assert found.claims[0].gained == ("Vesna Oro",)
