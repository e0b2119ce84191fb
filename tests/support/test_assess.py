"""Tests of the one sentence on a claim's sourcing, and of rules that users bring."""

from __future__ import annotations

import pytest

from claimtrack import Flag, Record, Speaker, track
from claimtrack.model import Framing, SpeakerKind, StanceKind
from claimtrack.model.case import Case
from claimtrack.support import FLAGS
from tests.support.building import cites, ledger, said, support

BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
SHAPES: dict[str, tuple[list[Record | list[Record]], str]] = {
    "nothing bears on it": ([], "Nobody says so: no statement bears on it."),
    "denied only": ([said("S1", "person:brand", stance=StanceKind.DENIES)], "Nobody says so: it is only denied or mentioned."),
    "opinion only": (
        [said("S1", framing=Framing.AUTHOR_OPINION)],
        "No origin on record: 1 article, put forward only as opinion, forecast, promise or call.",
    ),
    "in its own voice": ([said("S1")], "No origin on record, 1 at most: 1 article, carried by Harbour Post without a source on record."),
    "in a circle": (
        [said("S1", "outlet:valley"), cites("outlet:valley", "outlet:wire"), cites("outlet:wire", "outlet:valley")],
        "No origin on record: 1 article, whose sources cite each other in a circle.",
    ),
    "one speaker": ([BRAND], "Single origin: 1 article, all on record from Ilse Brand."),
    "one speaker in two articles": (
        [BRAND, said("S2", "person:brand", article="a2")],
        "Single origin: 2 articles, all on record from Ilse Brand.",
    ),
    "through a document": (
        [said("S1", "doc:survey", "person:brand"), said("S2", "doc:survey", "person:oro")],
        "Single origin: 1 article, all on record through the dam survey.",
    ),
    "one speaker and a voice": (
        [BRAND, said("S2", article="a2")],
        "Single origin, 2 at most: 2 articles, all on record from Ilse Brand.",
    ),
    "two who speak for one": (
        [said("S1", "person:keeper"), said("S2", "gov:dam", article="a2")],
        "Single origin: 2 articles, all on record from the Dam Office.",
    ),
    "two origins": ([BRAND, ORO], "2 independent origins: Ilse Brand and Vesna Oro, in 2 articles."),
    "two origins and a voice": (
        [BRAND, ORO, said("S3", article="a3")],
        "2 independent origins, 3 at most: Ilse Brand and Vesna Oro, in 3 articles.",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sourcing_is_told_in_one_sentence(shape: str) -> None:
    given, sentence = SHAPES[shape]
    assert support(*given).summary == sentence


def test_speakers_for_one_actor_who_are_no_node_are_told_by_whom_they_stand_for() -> None:
    two = [Speaker(key=f"person:aide{n}", name=f"Aide {n}", kind=SpeakerKind.PERSON, acts_for=["gov:dam"]) for n in (1, 2)]
    found = support(*two, said("S1", "person:aide1"), said("S2", "person:aide2", article="a2"))
    assert found.summary == "Single origin: 2 articles, everyone on record stands for the Dam Office."


def test_groups_that_overlap_in_pairs_only_are_told_as_overlapping() -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    groups = [Speaker(key=f"group:{x}{y}", name=f"{x} and {y}", kind=SpeakerKind.GROUP, members=[f"gov:{x}", f"gov:{y}"]) for x, y in pairs]
    told = [said(f"S{n}", group.key, article=f"a{n}") for n, group in enumerate(groups, 1)]
    found = support(*groups, *told)
    assert found.summary == "Single origin, 3 at most: 3 articles, the sources on record overlap; a and b is counted."


def test_a_plain_function_will_do_as_a_rule() -> None:
    def in_brief(case: Case) -> Flag | None:
        return (
            Flag(code="XX001", name="brief", reason="told once", evidence=case.claim.bearing(*StanceKind)) if len(case.pro) == 1 else None
        )

    found = track(ledger(BRAND), rules=[in_brief]).claims[0]
    assert [flag.name for flag in found.flags] == ["brief"]
    assert track(ledger(BRAND, ORO), rules=[in_brief]).claims[0].flags == ()


def test_rules_can_be_left_out_and_keep_their_order() -> None:
    few = FLAGS[1], FLAGS[0]
    assert [flag.code for flag in track(ledger(BRAND), rules=few).claims[0].flags] == ["CT102", "CT101"]


def test_without_rules_there_are_grades_but_no_flags() -> None:
    bare: list[Record | list[Record]] = [BRAND]
    found = track(ledger(*bare), rules=[]).claims[0]
    assert found.flags == ()
    assert str(found.content) == "F6"
