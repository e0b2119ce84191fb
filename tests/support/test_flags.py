"""Tests of the flags: each raised in a small ledger, and not in one that differs in the one thing that matters."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs
import pytest

from claimtrack import Claim, Cue, Flag, Judgement, Maker, Notice, Record, SupportReport, UnknownNameError, track
from claimtrack.model import Certainty, ClaimKind, DerivationKind, Framing, Genre, Modality, NoticeKind, Role, StanceKind, Verdict
from claimtrack.model.reports import Level
from claimtrack.support import FLAGS, NAMED, few_origins, rule
from tests.support.building import (
    BODY,
    FACTIVE,
    HEADLINE,
    HEDGED,
    LOADED,
    PRESUPPOSED,
    article,
    cites,
    claim,
    controlled,
    descends,
    ledger,
    said,
    support,
)

UNFAIR = re.compile(r"\b(fake|lie|lies|lying|liar|false|bogus|propaganda|untrue|hoax)\b", re.IGNORECASE)


@attrs.frozen
class Pair:
    """A ledger that raises a flag and a near miss that does not."""

    raised: Iterable[Record | list[Record]]
    missed: Iterable[Record | list[Record]]
    about: Claim | None = None
    missed_about: Claim | None = None
    says: str = ""


DENIES, CONTRADICTS = StanceKind.DENIES, StanceKind.CONTRADICTS
CREDIT = Notice(kind=NoticeKind.CREDIT, cites=["outlet:wire"])
BRAND, ORO = said("S1", "person:brand"), said("S9", "person:oro", article="a2")
COAST = claim(subjects=["gov:coast"])
DAM = claim(subjects=["gov:dam"])
PAIRS = {
    "single-source": Pair([BRAND], [BRAND, ORO], says="Ilse Brand"),
    "single-carrier": Pair([BRAND, said("S2", "person:oro")], [BRAND, ORO], says="Harbour Post"),
    "common-source": Pair([BRAND, said("S2", "person:brand", article="a2")], [BRAND, ORO], says="2 carriers"),
    "circular": Pair(
        [said("S1", "outlet:valley"), cites("outlet:valley", "outlet:wire"), cites("outlet:wire", "outlet:valley")],
        [said("S1", "outlet:valley"), cites("outlet:valley", "outlet:wire")],
        says="Valley Herald and Tidewire",
    ),
    "anonymous-only": Pair([said("S1", "anon:worker")], [said("S1", "anon:worker"), ORO], says="an unnamed worker"),
    "state-media-only": Pair(
        [controlled("outlet:harbour", "Harbour Post"), BRAND],
        [controlled("outlet:harbour", "Harbour Post"), BRAND, ORO],
        says="the Coast Office",
    ),
    "self-interested": Pair([said("S1", "person:keeper")], [said("S1", "person:keeper")], DAM, COAST, "the Dam Office"),
    "unattributed": Pair([said("S1")], [said("S1"), ORO], says="in its own voice"),
    "hearsay": Pair(
        [said("S1", "outlet:wire", "person:brand")],
        [said("S1", "person:brand")],
        says="3 hands",
    ),
    "second-hand-document": Pair([said("S1", "doc:survey")], [said("S1", "doc:survey"), article("doc:survey", "")], says="the dam survey"),
    "opinion-framed": Pair(
        [said("S1", "person:brand", framing=Framing.ATTRIBUTED_OPINION), said("S2", framing=Framing.AUTHOR_OPINION), ORO],
        [said("S1", "person:brand", framing=Framing.ATTRIBUTED_OPINION), ORO],
        says="1 of a source and 1 of the author",
    ),
    "forecast": Pair(
        [said("S1", "person:brand", framing=Framing.FORECAST), ORO],
        [said("S1", "person:brand", framing=Framing.FORECAST), ORO, said("S3", "gov:dam")],
        says="1 of 2 statements",
    ),
    "prescriptive": Pair([BRAND], [BRAND], claim(kinds=[ClaimKind.CALL, ClaimKind.FACT]), says="a call in part, beside fact"),
    "hedged": Pair([said("S1", "person:brand", modality=[HEDGED])], [BRAND], says="1 of 1 statement"),
    "framing-drift": Pair(
        [said("S1", "person:brand", framing=Framing.HEDGED), said("S2", article="a2")],
        [said("S1", "person:brand", framing=Framing.HEDGED), ORO],
        says="not hedged in S2",
    ),
    "headline-unsupported": Pair(
        [said("S1", role=HEADLINE), said("S2", role=Role.DECK), said("S3", article="a2", role=BODY)],
        [said("S1", role=HEADLINE), said("S3", role=BODY)],
        says="headline and deck",
    ),
    "loaded-attribution": Pair(
        [said("S1", "person:brand", modality=[LOADED])], [said("S1", "person:brand", modality=[Modality.BOOSTER])], says="take a side"
    ),
    "disputed": Pair([BRAND, said("S2", "person:oro", stance=DENIES)], [BRAND, said("S2", "person:oro", stance=StanceKind.LIMITS)]),
    "denied-by-subject": Pair(
        [BRAND, said("S2", "person:keeper", stance=DENIES)], [BRAND, said("S2", "person:oro", stance=DENIES)], DAM, DAM, "Tam Keeper"
    ),
    "presupposed": Pair(
        [BRAND, said("S2", "person:oro", stance=StanceKind.PRESUPPOSES)], [BRAND, said("S2", "person:oro", stance=StanceKind.RELATED)]
    ),
    "contradicted-in-article": Pair(
        [BRAND, said("S2", stance=CONTRADICTS)], [BRAND, said("S2", stance=CONTRADICTS, article="a2")], says="Harbour Post"
    ),
    "source-disputed": Pair(
        [BRAND, said("S2", "person:oro", stance=StanceKind.DISPUTES_SOURCE)], [BRAND, said("S2", "person:oro", stance=DENIES)]
    ),
    "copy": Pair([BRAND, descends("a1", "a3", declared=True)], [BRAND, descends("a1", "a3")], says="Harbour Post"),
    "undeclared-copy": Pair([BRAND, descends("a1", "a3")], [BRAND, descends("a1", "a3", DerivationKind.CITATION)], says="Tidewire"),
    "altered-quote": Pair([BRAND, descends("a1", "a3", altered=["S1"])], [BRAND, descends("a1", "a3")], says="S1"),
    "attribution-lost": Pair([BRAND, said("S2")], [BRAND, said("S2", article="a2")], says="S2"),
    "unresolved-credit": Pair(
        [said("S1"), article("a1", notices=[CREDIT])],
        [said("S1"), article("a1", notices=[CREDIT]), said("S2", "outlet:wire")],
        says="Harbour Post credits Tidewire",
    ),
    "time-bound": Pair([BRAND], [BRAND], claim(times=["2023", "2024-05"]), claim(times=["2023"]), "2023 and 2024-05"),
    "conflicting-figures": Pair(
        [said("S1", "person:brand", proposition="12 boats sank"), said("S2", "person:oro", article="a2", proposition="14 boats sank")],
        [said("S1", "person:brand", proposition="12 boats sank"), said("S2", "person:oro", article="a2", proposition="12 boats sank")],
        says="boats: 12 and 14",
    ),
    "unanchored-evidence": Pair([BRAND, article("a1", digest="")], [BRAND], says="1 of 1 statement"),
}


def test_every_flag_has_its_pair() -> None:
    assert list(PAIRS) == [row.name for row in FLAGS]


@pytest.mark.parametrize("name", PAIRS)
def test_a_flag_is_raised_where_it_should_be_and_not_in_the_near_miss(name: str) -> None:
    pair = PAIRS[name]
    raised, missed = support(*pair.raised, about=pair.about), support(*pair.missed, about=pair.missed_about)
    flag = raised.flagged(name)
    assert flag is not None
    assert pair.says in flag.reason
    assert missed.flagged(name) is None


def flags_of(report: SupportReport) -> set[str]:
    return {flag.name for flag in report.flags}


@pytest.mark.parametrize("name", PAIRS)
def test_a_flag_gives_its_reason_its_evidence_and_what_would_clear_it(name: str) -> None:
    for flag in support(*PAIRS[name].raised, about=PAIRS[name].about).flags:
        assert flag.reason
        assert flag.evidence
        assert flag.clears
        assert not flag.reason.endswith(".")
        assert not UNFAIR.search(f"{flag.reason} {flag.clears}")


@pytest.mark.parametrize("row", FLAGS, ids=lambda row: row.name)
def test_a_flags_meaning_is_a_fair_sentence(row: object) -> None:
    assert row in FLAGS
    meaning, clears = getattr(row, "means", ""), getattr(row, "clears", "")
    assert meaning.endswith(".")
    assert not clears.endswith(".")
    assert not UNFAIR.search(f"{meaning} {clears}")


def test_codes_go_up_and_names_are_all_different() -> None:
    assert [row.code for row in FLAGS] == sorted({row.code for row in FLAGS})
    assert len({row.name for row in FLAGS}) == len(FLAGS)


@pytest.mark.parametrize("spelled", ["CT103", "ct103", "common-source", "Common-Source"])
def test_a_rule_is_found_by_code_or_name_in_any_case(spelled: str) -> None:
    assert rule(spelled).code == "CT103"


def test_an_unknown_rule_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'single-source'"):
        rule("singel-source")


def test_an_error_is_what_has_to_be_mended_in_a_text_or_was_asked_for_and_never_a_dispute_or_a_declared_copy() -> None:
    graves = {row.name for row in NAMED if row.level is Level.ERROR}
    assert graves == {"circular", "few-origins", "contradicted-in-article", "altered-quote"}
    assert rule("copy").level is rule("forecast").level is Level.NOTE
    assert rule("disputed").level is rule("single-source").level is Level.WARNING


def test_a_flag_bears_the_level_and_the_meaning_of_its_row() -> None:
    for flag in support(*PAIRS["altered-quote"].raised).flags:
        assert (flag.level, flag.means) == (rule(flag.code).level, rule(flag.code).means)


def test_a_flag_of_a_rule_of_ones_own_is_a_warning_unless_it_says_otherwise() -> None:
    assert Flag(code="HG001", name="undated", reason="no date").level is Level.WARNING


@pytest.mark.parametrize(("least", "raised"), [(1, False), (2, False), (3, True)])
def test_few_origins_is_raised_below_the_number_asked_for(least: int, raised: bool) -> None:
    found = track(ledger(BRAND, ORO), rules=[few_origins(least)]).claims[0]
    assert [flag.reason for flag in found.flags] == (
        ["2 independent origins on record: Ilse Brand and Vesna Oro; 3 asked for"] if raised else []
    )


def test_few_origins_has_nothing_to_say_of_a_claim_that_nobody_puts_forward() -> None:
    assert track(ledger(said("S1", "person:brand", stance=DENIES)), rules=[few_origins(2)]).claims[0].flags == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 12 boats sank", "13 boats sank"),
        ("12 boats sank", "more than 10 boats sank"),
        ("12 boats sank", "14 people drowned"),
        ("12 people drowned", "14 people were injured"),
    ],
)
def test_figures_that_can_both_be_right_do_not_conflict(one: str, other: str) -> None:
    told = said("S1", "person:brand", proposition=one), said("S2", "person:oro", article="a2", proposition=other)
    assert "conflicting-figures" not in flags_of(support(*told))


def test_figures_of_a_denial_do_not_conflict_with_those_of_the_claim() -> None:
    told = said("S1", "person:brand", proposition="12 boats sank"), said("S2", "person:oro", stance=DENIES, proposition="14 boats sank")
    assert "conflicting-figures" not in flags_of(support(*told))


def test_a_denial_alone_is_not_single_source() -> None:
    assert "single-source" not in flags_of(support(said("S1", "person:brand", stance=DENIES)))


def test_one_origin_with_another_possible_is_single_source_only_where_one_carrier_tells_it() -> None:
    assert "single-source" in flags_of(support(BRAND, said("S2")))
    assert "single-source" not in flags_of(support(BRAND, said("S2", article="a2")))


def test_sources_that_overlap_without_one_actor_in_all_are_still_a_common_source() -> None:
    found = support(said("S1", "person:keeper"), said("S2", "group:offices", article="a2"), said("S3", "gov:coast", article="a3"))
    assert "common-source" not in flags_of(found)
    assert (found.lower, found.upper) == (2, 2)


def test_an_article_whose_holder_cannot_be_resolved_speaks_for_itself_and_is_the_evidence() -> None:
    flag = support(said("S1", "person:brand", certainty=Certainty.UNRESOLVED)).flagged("unattributed")
    assert flag is not None
    assert flag.evidence == ("S1",)


def test_a_carrier_without_outlet_is_under_nobodys_control() -> None:
    state = controlled("outlet:harbour", "Harbour Post"), BRAND
    assert "state-media-only" in flags_of(support(*state))
    assert "state-media-only" not in flags_of(support(*state, article("a1", "")))


def test_a_carrier_that_is_not_at_hand_is_under_nobodys_control_and_counts_as_an_article() -> None:
    lost = support(controlled("outlet:harbour", "Harbour Post"), BRAND, said("S2", "person:brand", article="lost"))
    assert "state-media-only" not in flags_of(lost)
    alone = support(said("S2", "person:brand", article="lost")).flagged("single-carrier")
    assert alone is not None
    assert (alone.reason, alone.evidence) == ("carried by lost alone (1 article)", ("lost",))


def test_a_document_counts_as_its_issuers_own_hand() -> None:
    issued = said("S1", "doc:survey", "person:brand")
    assert "hearsay" in flags_of(support(issued))
    town = support(said("S1", "outlet:wire", "doc:survey", "person:brand"))
    assert "passed through 4 hands" in str(town.flagged("hearsay"))


def test_two_opinion_columns_of_one_title_are_counted_as_two() -> None:
    columns = [article(key, outlet, genre=Genre.OPINION) for key, outlet in (("a1", "outlet:harbour"), ("a2", "outlet:valley"))]
    twins = [attrs.evolve(column, title="The dam") for column in columns]
    flag = support(*twins, *(said(f"S{n}", article=f"a{n}", framing=Framing.AUTHOR_OPINION) for n in (1, 2))).flagged("opinion-framed")
    assert flag is not None
    assert "2 opinion articles" in flag.reason


def test_a_claim_of_opinion_is_flagged_however_its_statements_are_framed() -> None:
    flag = support(BRAND, about=claim(kinds=[ClaimKind.OPINION])).flagged("opinion-framed")
    assert flag is not None
    assert flag.reason.startswith("an opinion by nature")
    assert flag.evidence == ("S1",)


def test_an_authors_own_forecast_is_an_opinion_and_a_speakers_is_not() -> None:
    assert "opinion-framed" in flags_of(support(said("S1", framing=Framing.FORECAST)))
    assert "opinion-framed" not in flags_of(support(said("S1", "person:brand", framing=Framing.FORECAST)))


def test_a_loaded_cue_is_quoted() -> None:
    flag = support(said("S1", "person:brand", modality=[FACTIVE], cue=Cue(start=0, end=5, text="admitted"))).flagged("CT207")
    assert flag is not None
    assert "“admitted”" in flag.reason


def test_a_supporting_statement_can_presuppose_the_claim() -> None:
    assert "presupposed" in flags_of(support(said("S1", "person:brand", modality=[PRESUPPOSED])))


def test_a_flat_statement_of_an_article_that_rests_on_another_has_lost_its_source() -> None:
    assert "attribution-lost" in flags_of(support(said("S1"), cites("a1", "a3")))
    assert "attribution-lost" not in flags_of(support(said("S1"), cites("a2", "a3")))


def test_a_contradiction_through_a_source_is_not_the_articles_own() -> None:
    assert "contradicted-in-article" not in flags_of(support(BRAND, said("S2", "person:oro", stance=CONTRADICTS)))


def test_a_proposed_copy_is_no_undeclared_copy_until_a_person_takes_it_up() -> None:
    proposed = descends("a1", "a3", proposed=True)
    assert "undeclared-copy" not in flags_of(support(BRAND, proposed))
    ada = Maker(name="Ada Quill")
    same = Judgement(left="a1", right="a3", verdict=Verdict.SAME, maker=ada)
    assert "undeclared-copy" in flags_of(support(BRAND, proposed, same))


def test_altered_words_of_a_proposed_derivation_are_told_with_care() -> None:
    firm = support(BRAND, descends("a1", "a3", altered=["S1"])).flagged("altered-quote")
    open_ = support(BRAND, descends("a1", "a3", proposed=True, altered=["S1"])).flagged("altered-quote")
    assert firm is not None
    assert open_ is not None
    assert "text it was taken from" in firm.reason
    assert "may be taken from" in open_.reason
    assert "may be" not in firm.reason
