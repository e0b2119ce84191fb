"""Tests of what a notebook shows."""

from __future__ import annotations

from html.parser import HTMLParser
from importlib import import_module

import attrs
import pytest

from claimtrack import Report
from claimtrack.reports.shown import MOST, SCOPE, STYLE
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import article, claim, report, said

TOWN = report(article("a1", url="https://harbour.example/dam"), said("s1", "person:brand"), said("s2"))


class Tags(HTMLParser):
    """The tags and attributes of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))


def pieces(found: Report) -> list[str]:
    """All that a notebook shows of a report, of its claims and of their lineages."""
    claims = found.claims
    return [found._repr_html_(), *(each._repr_html_() for each in claims), *(each.support.lineage._repr_html_() for each in claims)]


def test_each_piece_is_valid_html(seeds: Report) -> None:
    html5lib = import_module("html5lib")  # which tells no types
    for piece in [*pieces(attrs.evolve(seeds, claims=seeds.claims[:2])), seeds._repr_html_()]:
        html5lib.HTMLParser(strict=True).parseFragment(piece)


def test_nothing_is_fetched_and_nothing_runs(seeds: Report) -> None:
    for piece in pieces(seeds):
        tags = Tags(piece).found
        assert not {"script", "img", "link", "iframe", "object", "embed", "base"}.intersection(tag for tag, _ in tags)
        assert not any(name in ("style", "src") or name.startswith("on") for _, attributes in tags for name in attributes)
        assert "url(" not in piece
        assert "@import" not in piece


def test_links_open_the_page_at_the_statement_and_tell_nobody_where_from() -> None:
    (link, *_) = [attributes for tag, attributes in Tags(TOWN.claims[0]._repr_html_()).found if tag == "a"]
    assert str(link["href"]).startswith("https://harbour.example/dam")
    assert link["rel"] == "noopener noreferrer nofollow"


def test_every_rule_of_style_reaches_no_further_than_the_piece() -> None:
    selectors = [selector for rule in STYLE.splitlines() for selector in rule.partition("{")[0].split(",")]
    assert all(selector.startswith(f"{SCOPE} ") for selector in selectors)


PLAIN = [
    [tag for tag, _ in Tags(piece).found]
    for piece in pieces(report(claim(label="x", wording="x"), said("s1", "person:brand", proposition="x")))
]


@pytest.mark.parametrize("text", SOME)
def test_hostile_words_are_text_and_nothing_else(text: str) -> None:
    word = printable(text).strip() or "x"
    found = pieces(report(claim(label=word, wording=word), said("s1", "person:brand", proposition=word)))
    assert controls("".join(found)) == set()
    assert [[tag for tag, _ in Tags(piece).found] for piece in found] == PLAIN


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//harbour.example", 'https://harbour.example/"onclick=x'])
def test_an_address_that_a_browser_should_not_open_is_no_link(address: str) -> None:
    shown = report(article("a1", url=address), said("s1", "person:brand")).claims[0]._repr_html_()
    assert "a" not in [tag for tag, _ in Tags(shown).found]


def test_claims_beyond_those_shown_are_counted() -> None:
    many = attrs.evolve(TOWN, claims=TOWN.claims * (MOST + 3))
    assert "<p>3 more claims not shown.</p>" in many._repr_html_()


def test_a_lineage_by_itself_tells_no_bounds() -> None:
    shown = TOWN.claims[0].support.lineage._repr_html_()
    assert "at least" not in shown
    assert "origins</text>" not in shown


def test_a_claim_shows_where_its_source_was_lost() -> None:
    assert "attribution lost here" in TOWN.claims[0]._repr_html_()


def test_the_same_report_shows_the_same() -> None:
    assert pieces(TOWN) == pieces(TOWN)
