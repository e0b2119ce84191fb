"""Tests of what is shown of changes: on a terminal, as Markdown and as JSON, harmless, and to the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import attrs
import jsonschema
import pytest

from claimtrack import Diff, Judgement, Maker, Outlet, Record, Retraction, Speaker, StanceKind, Statement, Verdict, diff, track
from claimtrack.model import Framing, SpeakerKind
from claimtrack.reports import diff_json, diff_lines, diff_markdown, diff_schema
from tests.reports.hostile import HOSTILE, controls, printable
from tests.support.building import HEDGED, article, claim, ledger, said

BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
LABELLED = claim(label="C1")
Parts = Record | Iterable[Record]


def changed(old: Iterable[Parts], new: Iterable[Parts]) -> Diff:
    return diff(track(ledger(*old, about=LABELLED)), track(ledger(*new, about=LABELLED)))


def data(found: Diff) -> Any:
    told = json.loads(diff_json(found))
    jsonschema.Draft202012Validator(diff_schema()).validate(told)
    return told


def same(left: str, right: str) -> list[Record]:
    """Two statements without a claim that are judged the same."""
    return [Judgement(left=left, right=right, verdict=Verdict.SAME), *said(left, stance=None), *said(right, stance=None)]


def block(found: Diff, title: str, width: int = 200) -> list[str]:
    """The points under a title."""
    (part,) = (part for part in diff_lines(found, width).split("\n\n") if part.startswith(title))
    return part.rstrip("\n").splitlines()[1:]


def test_where_nothing_changed_three_lines_say_so() -> None:
    assert diff_lines(changed([BRAND], [BRAND])) == "Old: 3 articles, 1 claim.\nNew: 3 articles, 1 claim.\nNothing changed.\n"
    assert diff_markdown(changed([BRAND], [BRAND])).endswith("- Nothing changed.\n")
    assert data(changed([BRAND], [BRAND]))["changed"] is False


def test_the_head_counts_claims_by_what_became_of_them() -> None:
    found = changed([BRAND], [BRAND, ORO, claim("claim:drips", "The dam drips.")])
    assert "Claims: 1 new, 1 changed, 0 as before.\n" in diff_lines(found)


def test_a_changed_claim_has_its_steps_origins_flags_and_statements() -> None:
    told = block(changed([BRAND], [BRAND, ORO]), "C1: The dam leaks.")
    assert "  ~ origins: 1 -> 2" in told
    assert "  + origin: Vesna Oro" in told
    assert "  - flag CT101 single-source: before: one origin on record: Ilse Brand" in told
    assert "  + S2 supports, attributed-fact: Valley Herald > Vesna Oro" in told


def test_what_joined_has_each_claim_as_it_was() -> None:
    drip = claim("claim:drips", "The dam drips.")
    same = Judgement(left="claim:dam-leaks", right="claim:drips", verdict=Verdict.SAME)
    found = changed([BRAND, drip], [BRAND, drip, same])
    told = block(found, "C1, joined out of C1 and claim:drips")
    assert told[0].startswith("  before C1, “The dam leaks.”: origins 1, denial 0, said F6, content")
    assert told[1].startswith("  before claim:drips, “The dam drips.”: origins 0")
    assert told[2].startswith("  now C1")
    assert block(changed([BRAND, drip, same], [BRAND, drip]), "C1, split into C1 and claim:drips")


def test_a_claim_that_is_gone_is_told_without_the_flags_that_went_with_it() -> None:
    told = block(changed([BRAND, claim("claim:drips", "The dam drips.")], [BRAND]), "claim:drips, gone: The dam drips.")
    assert told == ["  before origins 0, denial 0, said F6, content F6"]


def test_a_claim_without_a_record_is_told_with_both_names_where_they_differ() -> None:
    first, second = (same(f"{a}1", f"{a}2") for a in "XY")
    found = changed([second], [first, second, same("Y2", "Y3")])
    assert block(found, "R2 (before: R1)")


def test_articles_records_taken_back_and_conflicts_stand_before_the_claims() -> None:
    retraction = Retraction(record=ORO[0].id, reason="not in the article", maker=Maker(name="Ada"))
    found = changed([BRAND, ORO], [BRAND, ORO, retraction, article("a9", url="https://harbour.example/nine")])
    assert block(found, "Articles") == ["  + Harbour Post, no date: On a9 (a9)"]
    assert block(found, "Records taken back") == ["  - statement S2: Ada: not in the article"]
    assert "[place](<https://harbour.example/nine>)" in diff_markdown(found)
    told = diff_lines(found)
    assert told.index("Articles") < told.index("Records taken back") < told.index("C1:") < told.index("Standing records")


def test_a_lost_hedge_and_a_lost_attribution_are_marked() -> None:
    hedged = said("S1", "person:brand", modality=[HEDGED])
    assert "  ! S2 says without a hedge what all said with one before" in block(changed([hedged], [hedged, ORO]), "C1")
    plain = said("S2", article="a2")
    assert "  ! S2 says without an attribution what all said with one before" in block(changed([BRAND], [BRAND, plain]), "C1")


def test_a_changed_text_is_told_without_its_digests() -> None:
    edited = attrs.evolve(article("a1"), digest="ab" * 32, length=3)
    assert block(changed([BRAND], [BRAND, edited]), "Articles") == ["  ~ a1: the text changed"]


def test_reports_as_of_a_day_say_so() -> None:
    parts = ledger(BRAND)
    found = diff(track(parts, as_of="2024", keep_undated=True), track(parts))
    assert diff_lines(found).startswith("Old: 3 articles, 1 claim. As of 2024 (until 2024-12-31): nothing left out.\n")
    assert data(found)["old"]["as_of"]["day"] == "2024"


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    found = changed([BRAND], [BRAND, ORO, said("S3", "person:oro", stance=StanceKind.DENIES), claim("claim:drips", "The dam drips. " * 9)])
    assert max(map(len, diff_lines(found, width).splitlines())) <= width


def test_the_data_has_every_part() -> None:
    opinion = said("S1", "person:brand", framing=Framing.ATTRIBUTED_OPINION)
    retraction = Retraction(record=ORO[0].id, reason="a slip")
    denial = said("S3", "person:keeper", stance=StanceKind.DENIES, article="a3")
    told = data(changed([BRAND, ORO], [opinion, ORO, retraction, denial, article("a9")]))
    (change,) = told["claims"]
    assert change["drifts"] == [{"statement": "S1", "what": "framing", "old": "attributed-fact", "new": "attributed-opinion"}]
    assert [each["id"] for each in change["denials"]["new"]] == ["S3"]
    assert [each["id"] for each in change["statements"]["gone"]] == ["S2"]
    assert "disputed" in [flag["name"] for flag in change["flags"]["raised"]]
    assert told["articles"]["new"][0]["id"] == "a9"
    assert told["retracted"][0]["reasons"] == ["a slip"]
    assert {"type": "statement", "added": 2, "gone": 2} in told["records"]


def test_the_same_reports_give_the_same_bytes() -> None:
    first, again = (changed([BRAND], [BRAND, ORO, claim("claim:drips", "The dam drips."), article("a9")]) for _ in range(2))
    for render in (diff_lines, diff_markdown, diff_json):
        assert render(first) == render(again)


def hostile(number: int, text: str) -> Iterable[Parts]:
    """A speaker, an outlet, an article, a claim, a statement and a retraction with a hostile text wherever one may stand."""
    word = printable(text).strip() or "x"
    slip = said(f"X{number}", "person:oro", proposition=word, stance=None)[0]
    return (
        Speaker(key=f"person:h{number}", name=word, kind=SpeakerKind.PERSON),
        Outlet(key=f"outlet:h{number}", name=word),
        attrs.evolve(article(f"h{number}", f"outlet:h{number}"), title=word),
        claim(f"claim:h{number}", word, label=word),
        said(f"H{number}", f"person:h{number}", article=f"h{number}", of=f"claim:h{number}", proposition=word),
        slip,
        Retraction(record=slip.id, reason=word),
    )


def test_hostile_words_do_nothing() -> None:
    parts = [part for number, text in enumerate(HOSTILE) for part in hostile(number, text)]
    old = [part for part in parts if isinstance(part, Statement)]
    pages = [render(changed(old, parts)) for render in (diff_lines, diff_markdown, diff_json)]
    assert not any(controls(page) for page in pages)
    assert "<" not in re.sub(r"\(\[place\]\(<[^<>\s]+>\)\)", "", pages[1])
    assert all(line.startswith(("#", "- ")) for line in filter(None, pages[1].splitlines()))
    assert len(re.findall(r"^# ", pages[1], re.MULTILINE)) == 1
    assert len(re.findall("^- `-` statement X", pages[1], re.MULTILINE)) == len(HOSTILE)
