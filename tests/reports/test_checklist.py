"""Tests of the checklist of a draft in its three forms."""

from __future__ import annotations

import json

import pytest

from claimtrack.errors import Fault, Place
from claimtrack.model.drafts import DRAFT_RULES, Checklist, Found, Point, PointKind, draft_rule
from claimtrack.model.reports import Level
from claimtrack.reports import checklist, checklist_json, checklist_markdown
from claimtrack.reports.checklist import SIGNS
from claimtrack.reports.folding import columns
from claimtrack.reports.words import harmless
from tests.reports.hostile import SOME

HERE, THERE = Place("draft.md", 3, 7), Place("sources/post.txt", 9, 1)


def checked(words: str = "the lamp is out", told: str = "in no source", *codes: str) -> Checklist:
    """A checklist with a sound point and one with findings of these codes."""
    found = tuple(Found(draft_rule(code), told, (THERE,)) for code in codes)
    sound = Point(kind=PointKind.CLAIM, place=Place("draft.md", 1, 1), words="the bell rang", told="1 statement says so", places=(THERE,))
    return Checklist(points=(sound, Point(kind=PointKind.QUOTATION, place=HERE, words=words, told=told, found=found)), sources=2)


def test_a_point_has_its_level_as_a_sign_and_as_a_word() -> None:
    for row in DRAFT_RULES:
        text = checklist(checked("w", "t", row.code))
        assert f"{SIGNS[str(row.level)]} draft.md:3:7 {row.level} quotation: “w”\n" in text
        assert f"{row.level} {row.code} {row.name}: t" in text
    assert "✓ draft.md:1:1 ok claim: the bell rang\n    1 statement says so (sources/post.txt:9:1)\n" in checklist(checked())


def test_the_heaviest_finding_gives_the_level_of_a_point() -> None:
    assert "✗ draft.md:3:7 error" in checklist(checked("w", "t", "CT603", "CT604", "CT611"))


def test_colour_is_laid_over_words_that_say_the_same() -> None:
    dressed = checklist(checked("w", "t", "CT601"), paint=lambda level, text: f"<{level}>{text}</{level}>")
    plain = dressed
    for level in SIGNS:
        plain = plain.replace(f"<{level}>", "").replace(f"</{level}>", "")
    assert "<error>" in dressed
    assert plain == checklist(checked("w", "t", "CT601"))


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_lines_fit_the_window(width: int) -> None:
    words = "灯台守は冬のあいだ毎晩ランプをともすと述べた " * 4 + "an ordinary sentence of some length " * 3
    text = checklist(checked(words, "the source has it in other words " * 3, "CT601", "CT612"), width)
    assert all(columns(line) <= width for line in text.splitlines() if " " in line.strip() and not line.strip().startswith("灯"))


@pytest.mark.parametrize("payload", SOME)
def test_what_a_text_holds_does_nothing_to_a_terminal(payload: str) -> None:
    text = checklist(checked(payload, payload, "CT602"))
    assert harmless(text.replace("\n", "")) == text.replace("\n", "")
    shown = checklist_markdown(checked(payload, payload, "CT602"))
    assert "<script" not in shown
    assert harmless(shown.replace("\n", "")) == shown.replace("\n", "")


def test_json_holds_every_field_and_reads_back() -> None:
    data = json.loads(checklist_json(checked("a \x1b[31mlamp", "t", "CT601")))
    assert data["schema"] == "claimtrack/checklist/1"
    assert [point["level"] for point in data["points"]] == ["ok", "error"]
    assert data["points"][1]["words"] == "a \x1b[31mlamp"
    assert data["points"][1]["place"] == {"file": "draft.md", "line": 3, "column": 7}
    assert data["points"][1]["found"][0]["places"] == [{"file": "sources/post.txt", "line": 9, "column": 1}]
    assert "\x1b" not in checklist_json(checked("a \x1b[31mlamp"))


def test_markdown_ticks_what_is_sound() -> None:
    lines = checklist_markdown(checked("w", "t", "CT604")).splitlines()
    assert sum(line.startswith("- [x]") for line in lines) == sum(line.startswith("- [ ]") for line in lines) == 1


def test_levels_are_counted() -> None:
    found = checked("w", "t", "CT601", "CT604", "CT611")
    assert [found.at_least(level) for level in Level] == [1, 2, 3]
    assert "2 points against 2 sources: 1 error, 1 warning, 1 note; 1 without any" in checklist(found, 200)
    assert json.loads(checklist_json(Checklist(points=(), sources=0, faults=(Fault("a.txt", 0, "", "is empty"),))))["faults"] == [
        "a.txt: is empty"
    ]
