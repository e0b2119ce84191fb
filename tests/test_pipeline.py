"""Tests of the whole path: what a report keeps to, whatever the ledger."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimtrack import Article, Claim, InputError, Ledger, Outlet, Record, Report, Retraction, Speaker, Statement, save, track
from claimtrack.model import DerivationKind, Framing, SpeakerKind, StanceKind
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import article, descends, ledger, rated, said

LEDGERS = coherent_ledgers() | adversarial_ledgers()
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])


def verdicts(report: Report) -> dict[str, tuple[int, int, tuple[str, ...]]]:
    """For each claim its bounds and flags."""
    return {claim.claim.key: (claim.lower, claim.upper, tuple(flag.code for flag in claim.flags)) for claim in report.claims}


@SLOW
@given(LEDGERS)
def test_a_ledger_merged_with_itself_gives_the_same_report(a: Ledger) -> None:
    assert track(a | a) == track(a)


@SLOW
@given(LEDGERS, st.randoms(use_true_random=False))
def test_a_report_depends_on_the_set_of_records_alone(a: Ledger, dice: random.Random) -> None:
    shuffled = list(a)
    dice.shuffle(shuffled)
    assert track(Ledger(shuffled)) == track(a)


@SLOW
@given(LEDGERS, LEDGERS)
def test_reports_on_a_merge_do_not_mind_its_order(a: Ledger, b: Ledger) -> None:
    assert track(a | b) == track(b | a)


@SLOW
@given(coherent_ledgers(), coherent_ledgers())
def test_merging_loses_no_statement_that_nobody_takes_back(a: Ledger, b: Ledger) -> None:
    a, b = (Ledger(record for record in one if not isinstance(record, Retraction)) for one in (a, b))
    merged = track(a | b)
    assert {record.key for one in (a, b) for record in one.of(Statement)} == set(merged.view.statements)


@SLOW
@given(LEDGERS)
def test_every_statement_bears_on_a_claim_or_is_told_to_bear_on_none(a: Ledger) -> None:
    found = track(a)
    used = {bearing.statement for claim in found.claims for bearing in claim.claim.bearings}
    assert used | set(found.unclaimed) == set(found.view.statements)
    assert used.isdisjoint(found.unclaimed)


@SLOW
@given(LEDGERS)
def test_every_certificate_verifies_and_lower_is_never_above_upper(a: Ledger) -> None:
    for claim in track(a).claims:
        for side in (claim.support, claim.denial):
            assert side.certificate.objections(side.lineage) == ()
            assert 0 <= side.certificate.lower <= side.certificate.upper
            assert side.strength.objections(side.lineage, side.weighing.factors, side.weighing.evidence) == ()  # type: ignore[union-attr]


@SLOW
@given(LEDGERS)
def test_every_flag_has_reason_and_remedy_and_evidence_that_is_there(a: Ledger) -> None:
    found = track(a)
    for claim in found.claims:
        for flag in claim.flags:
            assert flag.reason
            assert flag.clears
            assert flag.evidence


def elsewhere() -> Ledger:
    """Another town with articles, speakers and claims of its own."""
    return Ledger(
        [
            Outlet(key="outlet:z", name="Zenith Gazette"),
            Article(key="article:z", outlet="outlet:z"),
            Speaker(key="person:z", name="Zora Quill", kind=SpeakerKind.PERSON),
            Claim(key="claim:z", wording="The bridge sways."),
            *said("Z1", "person:z", article="article:z", of="claim:z"),
        ]
    )


@SLOW
@given(LEDGERS)
def test_unrelated_articles_change_no_bound_and_no_flag(a: Ledger) -> None:
    before, after = verdicts(track(a)), verdicts(track(a | elsewhere()))
    assert {key: after[key] for key in before} == before


@SLOW
@given(coherent_ledgers(), st.integers(0, 1))
def test_a_new_speaker_in_a_new_article_never_lowers_the_lower_bound(a: Ledger, which: int) -> None:
    claims = a.of(Claim)
    assume(len(claims) > which)
    key = claims[which].key
    more = a | elsewhere() | Ledger(said("Z2", "person:z", article="article:z", of=key))
    before = {one.claim.key: one for one in track(a).claims}
    after = {member: one for one in track(more).claims for member in one.claim.members}
    for one in before.values():
        if one.support.certificate.exhaustive and key in one.claim.members:
            assert after[key].lower >= one.lower


@SLOW
@given(coherent_ledgers(), st.permutations(("article:0", "article:1", "article:2", "article:3")))
def test_one_more_copy_never_raises_the_upper_bound(a: Ledger, articles: list[str]) -> None:
    assume(not stands_besides(a, articles[0]))
    copied = a | Ledger([descends(articles[0], articles[1], DerivationKind.COPY)])
    before, after = verdicts(track(a)), verdicts(track(copied))
    assert all(after[key][1] <= before[key][1] for key in before)


def evidence(a: Ledger) -> dict[str, tuple[Fraction, ...]]:
    """What the support of each claim amounts to, at both ends and in the middle."""
    found = {one.claim.key: one.support for one in track(a).claims}
    return {key: attrs.astuple(support.evidence) for key, support in found.items() if support.strength and support.strength.exhaustive}


def rated_ledgers() -> st.SearchStrategy[Ledger]:
    """Ledgers as a newsroom could keep, with letters for some of its sources."""
    sources = st.sampled_from(("outlet:harbour", "outlet:wire", "outlet:echo", "person:minister", "person:rival", "document:report"))
    marks = st.dictionaries(sources, st.sampled_from("ABCDE"), max_size=4)
    return st.builds(lambda a, given: a | Ledger(rated(source, letter) for source, letter in given.items()), coherent_ledgers(), marks)


@SLOW
@given(rated_ledgers(), st.permutations(("article:0", "article:1", "article:2", "article:3")))
def test_one_more_copy_never_raises_the_evidence(a: Ledger, articles: list[str]) -> None:
    assume(not stands_besides(a, articles[0]))
    before, after = evidence(a), evidence(a | Ledger([descends(articles[0], articles[1], DerivationKind.COPY)]))
    assert all(new <= old for key in before.keys() & after.keys() for old, new in zip(before[key], after[key], strict=True))


@SLOW
@given(rated_ledgers(), st.integers(0, 1), st.sampled_from("ABCDEF"))
def test_a_new_speaker_in_a_new_article_never_lowers_the_evidence(a: Ledger, which: int, letter: str) -> None:
    claims = a.of(Claim)
    assume(len(claims) > which)
    key = claims[which].key
    more = a | elsewhere() | Ledger([*said("Z2", "person:z", article="article:z", of=key), rated("person:z", letter)])
    before, after = evidence(a), evidence(more)
    assert all(new >= old for each in before.keys() & after.keys() for old, new in zip(before[each], after[each], strict=True))


def test_a_copy_that_drops_the_hedge_adds_nothing() -> None:
    told = ledger(said("S1", "person:brand", framing=Framing.HEDGED))
    copied = told | Ledger([*said("S2", "person:brand", article="a2"), descends("a2", "a1")])
    assert evidence(copied) == evidence(told)


def test_a_copy_in_a_better_outlet_adds_nothing() -> None:
    told = ledger(said("S1", "person:brand"), rated("outlet:harbour", "D"))
    copied = told | Ledger([*said("S2", "person:brand", article="a2"), descends("a2", "a1"), rated("outlet:valley", "A")])
    assert evidence(copied) == evidence(told)


def test_a_poor_copy_takes_nothing_from_the_text_that_it_copies() -> None:
    told = ledger(said("S1", "person:brand"), rated("outlet:harbour", "B"))
    copied = told | Ledger([*said("S2", "person:brand", article="a2"), descends("a2", "a1"), rated("outlet:valley", "E")])
    assert evidence(copied) == evidence(told)


def test_one_more_copy_does_not_raise_the_upper_bound_where_the_copy_is_cited() -> None:
    told = ledger(said("S1"), said("S2", "outlet:harbour", article="a2"))
    copied = told | Ledger([descends("a1", "a3")])
    assert track(copied).claims[0].upper <= track(told).claims[0].upper


def stands_besides(a: Ledger, key: str) -> bool:
    """Whether the outlet of an article is on record besides: by another article, or named in a chain of this one.

    A copy speaks for what it copies, so it is told apart from that outlet, which stays.
    """
    outlets = {a.view.resolve(article.outlet) for article in a.of(Article) if article.key == key and article.outlet}
    others = {article.outlet for article in a.of(Article) if article.key != key}
    named = {holder for each in a.of(Statement) if each.article == key for link in each.chain for holder in link.holders}
    return any(a.view.resolve(name) in outlets for name in others | named)


def test_an_outlet_stands_besides_by_key_or_by_name_in_an_article_or_in_a_chain() -> None:
    wire = Outlet(key="outlet:wire", name="Wire")
    by_key, by_name, nameless = (Article(key=f"article:{place}", outlet=outlet) for place, outlet in enumerate(("outlet:wire", "Wire", "")))
    assert stands_besides(Ledger([wire, by_key, by_name]), "article:0")
    assert not stands_besides(Ledger([wire, by_key, nameless]), "article:0")
    assert stands_besides(Ledger([wire, by_key, *said("S1", "Wire", article="article:0")]), "article:0")
    assert not stands_besides(Ledger([wire, by_key, *said("S1", "person:brand", article="article:0")]), "article:0")


def test_a_path_is_loaded_first(tmp_path: Path) -> None:
    place = tmp_path / "town.jsonl"
    save(ledger(said("S1", "person:brand")), place)
    assert track(place) == track(str(place)) == track(ledger(said("S1", "person:brand")))


def test_a_path_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "town.jsonl").write_text("[]\n[]\n")
    with pytest.raises(InputError) as caught:
        track(tmp_path)
    assert len(caught.value.faults) == 2


def test_an_empty_ledger_makes_an_empty_report() -> None:
    assert track(Ledger()).claims == ()


class TestDeliberateNonIdentities:
    """What looks like a law and is none, each with its smallest witness."""

    def test_flags_do_not_distribute_over_join(self) -> None:
        one, other = ledger(said("S1", "person:brand")), ledger(said("S2", "person:oro", article="a2"))
        assert all(track(each).claims[0].flagged("single-source") for each in (one, other))
        assert not track(one | other).claims[0].flagged("single-source")

    def test_a_copy_found_in_one_of_two_articles_of_an_outlet_may_raise_the_upper_bound(self) -> None:
        told = ledger(said("S1"), said("S2", article="a4"), article("a4"))
        copied = told | Ledger([descends("a4", "a3")])
        assert [track(each).claims[0].upper for each in (told, copied)] == [1, 2]

    def test_bounds_do_not_add_up_over_join(self) -> None:
        one, other = ledger(said("S1", "person:brand")), ledger(said("S2", "person:brand", article="a2"))
        assert [track(each).claims[0].lower for each in (one, other, one | other)] == [1, 1, 1]

    def test_flags_can_be_raised_by_a_join_that_neither_side_bears(self) -> None:
        one = ledger(said("S1", "person:brand"))
        other = ledger(said("S2", "person:oro", stance=StanceKind.DENIES))
        parts: list[Record] = [*one, *other]
        disputed = [track(each).claims[0].flagged("common-source") for each in (one, other)]
        assert disputed == [None, None]
        assert track(Ledger(parts) | ledger(said("S3", "person:brand", article="a2"))).claims[0].flagged("common-source")
