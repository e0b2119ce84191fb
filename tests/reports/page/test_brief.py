"""Claims of one voice in one article: a line each, under their article."""

from __future__ import annotations

import re

from claimtrack import Report
from claimtrack.publishing import publish
from claimtrack.reports.page.articles import articles
from claimtrack.reports.page.brief import line
from claimtrack.reports.page.places import FEW, IN_FULL, Places
from claimtrack.reports.words import anchor_of
from tests.support.building import report, said


def test_every_claim_has_one_place_in_full_or_in_a_line(raw: Report) -> None:
    assert len(raw.claims) > FEW
    ids = re.findall(r' id="(c-[^"]*)"', publish(raw, "html"))
    assert sorted(ids) == sorted(anchor_of("c", each.claim.key) for each in raw.claims)


def test_the_worst_supported_claims_are_told_in_full(raw: Report) -> None:
    full = {each.claim.key for each in Places(raw).in_full}
    assert {each.claim.key for each in raw.claims[:IN_FULL]} <= full
    assert len(full) < len(raw.claims) / 2


def test_lines_stand_in_the_card_of_their_article_in_the_order_of_its_text(raw: Report) -> None:
    places = Places(raw)
    first_in = {anchor_of("c", each.claim.key): key for key, each in places.told_alone.items()}
    for card in articles(places, None):
        starts = [raw.view.statements[first_in[each.anchor]].anchor.start for each in card.alone]
        assert starts == sorted(starts)


def test_a_line_names_who_says_it_unless_the_article_does_itself() -> None:
    told = report(said("S1", "doc:survey", "person:brand"))
    assert line(told.claims[0], Places(told)).by == "the dam survey › Ilse Brand"
    own = report(said("S1"))
    assert line(own.claims[0], Places(own)).by == ""


def test_a_page_of_few_claims_tells_all_of_them_in_full(seeds: Report) -> None:
    assert not Places(seeds).in_a_line
