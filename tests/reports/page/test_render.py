"""The page is valid HTML that stands alone: links lead somewhere, nothing is loaded, and nobody's text is markup in it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

import claimtrack
from claimtrack import Ledger, Report, track
from claimtrack.publishing import publish
from claimtrack.reports.page import page
from claimtrack.reports.page.render import VERSION
from claimtrack.reports.words import anchor_of
from tests.reports.hostile import controls
from tests.support.building import article, claim, report, said

OURS = (
    "html head meta title style body a header p h1 h2 h3 h4 strong b em dl div dt dd nav ul ol li main section article footer table "
    "caption thead tbody tr th td details summary span q br code small bdi label input select option script svg rect "
    "g circle path text desc"
)
"""Every element that the templates make."""
ATTRIBUTES = (
    "id class href rel lang charset content name http-equiv dir role scope hidden type for value autocomplete tabindex "
    "height width x y rx cx cy r d viewBox transform stroke-dasharray data-flags data-v data-label aria-label aria-labelledby aria-hidden"
)
"""Every attribute that the templates set."""
SEEDS = Path(__file__).parents[3] / "seeds"


@cache
def elements(text: str) -> list[Element]:
    """The elements of a page, by a parser that stops at the first error."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return [each for each in tree.iter() if isinstance(each.tag, str)]


def tag(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


@pytest.mark.parametrize("name", ["seeds_page", "hostile_page"])
def test_the_page_is_valid_html_with_ids_of_their_own_and_links_that_lead_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    found = elements(request.getfixturevalue(name))
    ids = Counter(each.get("id") for each in found if each.get("id"))
    assert [one for one, many in ids.items() if many > 1] == []
    jumps = {href[1:] for each in found if (href := each.get("href", "")).startswith("#")}
    assert jumps - set(ids) == set()
    pointed = {word for each in found for word in (each.get("aria-labelledby") or each.get("for") or "").split()}
    assert pointed - set(ids) == set()


@pytest.mark.parametrize("name", ["seeds_page", "hostile_page"])
def test_no_element_or_attribute_appears_that_the_templates_did_not_make(name: str, request: pytest.FixtureRequest) -> None:
    found = elements(request.getfixturevalue(name))
    assert {tag(each) for each in found} - set(OURS.split()) == set()
    assert {attribute for each in found for attribute in each.attrib} - set(ATTRIBUTES.split()) == set()
    assert Counter(each.tag for each in found if each.tag in ("script", "style", "title")) == {"script": 1, "style": 1, "title": 1}


@pytest.mark.parametrize("name", ["seeds_page", "hostile_page"])
def test_links_out_are_of_the_web_and_tell_nothing(name: str, request: pytest.FixtureRequest) -> None:
    out = [each for each in elements(request.getfixturevalue(name)) if not each.get("href", "#").startswith("#")]
    assert out
    assert {each.get("rel") for each in out} == {"noopener noreferrer nofollow"}
    assert all(re.match(r"https?://", each.get("href", "")) for each in out)


def test_no_text_keeps_a_control_direction_or_invisible_character(hostile_page: str) -> None:
    assert controls(hostile_page) == set()


def test_the_policy_knows_the_one_style_and_the_one_script_by_their_digests(seeds_page: str) -> None:
    found = elements(seeds_page)
    (policy,) = (each.get("content", "") for each in found if each.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        (text,) = ("".join(each.itertext()) for each in found if tag(each) == element)
        assert rules[rule] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    assert all(rules[name] == "'none'" for name in ("default-src", "img-src", "base-uri", "form-action"))


def test_headings_go_down_one_level_at_a_time(seeds_page: str) -> None:
    levels = [int(tag(each)[1]) for each in elements(seeds_page) if re.fullmatch(r"h[1-6]", tag(each))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_claims_articles_outlets_and_statements_have_stable_places(seeds: Report, seeds_page: str) -> None:
    ids = {each.get("id") for each in elements(seeds_page)}
    assert {anchor_of("c", each.claim.key) for each in seeds.claims} <= ids
    assert {anchor_of("a", key) for key in seeds.view.articles} <= ids
    assert {anchor_of("o", key) for key in seeds.view.outlets} <= ids
    assert {anchor_of("s", key) for key in seeds.view.statements} <= ids


def test_the_same_records_in_another_order_give_the_same_page(seeds_page: str) -> None:
    ledger = claimtrack.load([SEEDS]).ledger
    assert publish(track(Ledger(reversed(list(ledger)))), "html") == seeds_page


def test_the_page_bears_no_time_but_the_version_and_the_digest(seeds: Report, seeds_page: str) -> None:
    assert claimtrack.__version__ == VERSION
    assert f"claimtrack {VERSION}" in seeds_page
    assert seeds.digest in seeds_page


def test_a_report_without_claims_is_a_page_that_says_so() -> None:
    text = page(track(Ledger()))
    elements(text)
    assert "There are no claims." in text


def test_a_deep_link_leads_to_the_place_in_the_live_article() -> None:
    text = page(report(article("a1", url="https://harbour.example/dam"), said("S1", "person:brand")))
    assert 'href="https://harbour.example/dam">read it in place</a>' in text


def test_a_label_that_two_claims_share_leads_to_either_by_its_own_place() -> None:
    text = page(report(claim(label="C1"), claim("claim:other", label="C1"), said("S1", "person:brand")))
    assert 'href="#c-claim.dam-leaks">C1</a>' in text
    assert 'href="#c-claim.other">C1</a>' in text
