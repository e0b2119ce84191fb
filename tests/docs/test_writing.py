"""The documents as texts: links lead somewhere, words are explained, sentences stand on lines of their own."""

import re
from pathlib import Path

import pytest

from tests.docs.examples import ROOT

PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
DESIGN = (
    *("outlet", "article", "speaker", "statement", "claim", "stance", "judgement", "ledger", "carrier", "origin"),
    *("line of reporting", "bottleneck", "support report"),
)
"""The words that have one meaning everywhere."""
SHOWN = (
    *("bound", "cut", "flag", "grade", "said", "content", "voice", "framing", "chain", "on record", "not counted", "attested"),
    *("bill", "bits", "gate", "doubt", "proposition", "proposal", "blocker", "scorer", "story", "linking", "matching"),
    *("conflict", "fault", "hand", "holder", "subject", "in its own voice", "call"),
)
"""More words that reports use."""
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
CODE = re.compile(r"^(`{3,}).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)
SENTENCES = re.compile(r"[a-z0-9`)”\"][.!?] +[A-Z`]")
README_LINES = 170


def prose(page: Path) -> str:
    """A page without its code."""
    return CODE.sub("", page.read_text("utf-8"))


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, made as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", CODE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target, place in LINK.findall(prose(page)):
        if "://" in target:
            continue
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), target
        assert not place or place in headings(there), f"{target}#{place}"


@pytest.mark.parametrize("word", [*DESIGN, *SHOWN])
def test_the_glossary_explains_every_word(word: str) -> None:
    assert re.search(rf"^\| \*\*{word}\*\* \| .+ \|$", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)


def test_the_glossary_is_in_order() -> None:
    words = re.findall(r"^\| \*\*(.+?)\*\*", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)
    assert words == sorted(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_sentence_has_a_line_of_its_own(page: Path) -> None:
    lines = [line for line in prose(page).splitlines() if not line.startswith(("|", "-", " ", "#")) and not re.match(r"\d+\. ", line)]
    assert [line for line in lines if SENTENCES.search(line)] == []


def test_the_readme_is_short_and_has_both_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) < README_LINES
    for command in ("install -q . && .venv/bin/claimtrack report seeds", "install -q -e '.[dev]' && .venv/bin/pytest -q -n 2"):
        assert re.search(rf"^ *python3 -m venv \.venv && \.venv/bin/pip {re.escape(command)}$", readme, re.MULTILINE)
