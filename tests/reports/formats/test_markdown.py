"""Tests of the Markdown page: its tables hold, its links lead somewhere, and nobody else's text is markup in it."""

from __future__ import annotations

import re

import pytest

from claimtrack import Report, Speaker
from claimtrack.model import SpeakerKind, StanceKind
from claimtrack.reports import markdown
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import article, claim, report, said

BRAND = said("S1", "person:brand")
OURS = re.compile(r'<a id="c-[A-Za-z0-9._-]+"></a>|\]\(<https?://[^<>\s]+>\)')


def rows(page: str) -> list[list[str]]:
    """The cells of every table row."""
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if line.startswith("|")]


def test_every_row_of_a_table_has_as_many_cells_as_its_head(seeds: Report) -> None:
    assert {len(row) for row in rows(markdown(seeds))} == {2, 6}
    assert len([row for row in rows(markdown(seeds)) if len(row) == 6]) == 25 + 2


def test_every_jump_lands_on_an_anchor_of_its_own(seeds: Report) -> None:
    page = markdown(seeds)
    landings = re.findall(r'<a id="([^"]+)">', page)
    assert sorted(re.findall(r"\]\(#([^)]+)\)", page)) == sorted(landings)
    assert len(set(landings)) == 25


def test_keys_that_look_alike_have_anchors_of_their_own() -> None:
    alike = ["claim:a-b", "claim:a:b", "claim:a.b", "claim:a/b", "claim:é", "claim:è", "claim:a_2f_b"]
    page = markdown(report(*(claim(key) for key in alike)))
    assert len(set(re.findall(r'<a id="([^"]+)">', page))) == len(alike) + 1


def test_a_statement_links_to_its_place() -> None:
    page = markdown(report(article("a1", url="https://harbour.example/dam"), BRAND))
    assert "([place](<https://harbour.example/dam>))" in page


def test_what_claims_rest_on_calls_denials_and_conflicts_have_their_sections() -> None:
    denied = said("S2", "person:oro", stance=StanceKind.DENIES)
    page = markdown(report(BRAND, denied, claim(wording="The dam leaks badly."), claim(wording="The dam drips.")))
    assert "## What everything rests on" in page
    assert "## Calls that would help most" in page
    assert "## Conflicts among the records" in page
    assert "S2 denies" in page
    assert "Everything on record rests on Ilse Brand." in page


def test_sections_with_nothing_in_them_are_left_out() -> None:
    page = markdown(report())
    assert "## What everything rests on" not in page
    assert "## Calls" not in page
    assert "## Conflicts" not in page


@pytest.mark.parametrize("text", SOME)
def test_hostile_text_stays_text(text: str) -> None:
    word = printable(text).strip() or "x"
    person = Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON)
    told = said("S1", "person:brand", proposition=word, note=word)
    place = article("a1", url="https://harbour.example/dam")
    page = markdown(report(person, told, place, about=claim(wording=word, label=word)))
    plain = markdown(
        report(Speaker(key="person:brand", name="x", kind=SpeakerKind.PERSON), told, place, about=claim(wording="x", label="x"))
    )
    assert "<" not in OURS.sub("", page)
    assert controls(page) == set()
    assert len(page.splitlines()) == len(plain.splitlines())
    assert [len(row) for row in rows(page)] == [len(row) for row in rows(plain)]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://harbour.example/>)[x](y", "https://harbour.example/\u202e", "data:text/html,x"]
)
def test_a_hostile_address_is_no_link(url: str) -> None:
    assert "place" not in markdown(report(article("a1", url=url), BRAND))
