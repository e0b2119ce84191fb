"""What stands first in the page, and what is told of outlets and of reading."""

from __future__ import annotations

from claimtrack import Report, track
from claimtrack.errors import Fault
from claimtrack.model.reports import Log
from claimtrack.publishing import publish
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports.page.articles import articles, log
from claimtrack.reports.page.front import front
from claimtrack.reports.page.places import Places, Ref
from claimtrack.reports.page.sources import sources
from tests.support.building import article, controlled, descends, ledger, rated, report, said


def test_the_counts_of_the_head_add_up(seeds: Report) -> None:
    many = {label: int(figure) for figure, label in front(Places(seeds)).figures}
    parts = [many[f"with {label}"] for label in ("no origin on record", "one origin on record", "two or more")]
    assert many["claims"] == sum(parts) == len(seeds.claims)


def test_what_claims_rest_on_comes_with_links_and_is_measured_by_the_most(seeds: Report) -> None:
    first, second = front(Places(seeds)).rests[:2]
    assert len(first.claims) == 4
    assert all(ref.to.startswith("c-") for ref in first.claims)
    assert (first.share, second.share) == (100, 50)


def test_flags_are_counted_over_all_claims() -> None:
    found = front(Places(report(said("S1", "person:brand"))))
    single = next(flag for flag in found.flags if flag.code == "CT101")
    assert (single.name, single.level, single.many) == ("single-source", "warning", 1)
    assert single.means
    assert single.clears


def test_what_was_taken_out_is_told_first() -> None:
    found = track(ledger(said("S1", "person:brand"), said("S2", "person:oro", article="a2")), without=["outlet:valley"])
    told = front(Places(found)).without
    assert told is not None
    assert told.names == "Valley Herald"
    assert told.rows[0][0].to == "c-claim.dam-leaks"
    assert front(Places(report())).without is None


def test_an_outlet_has_facts_with_their_source_ratings_and_conduct_in_counts() -> None:
    found = report(controlled("outlet:harbour", "Harbour Post"), rated("outlet:harbour", "C"), said("S1", "person:brand"))
    shown = sources(Places(found), outlet_conduct(found), speaker_conduct(found))
    harbour = next(card for card in shown.outlets if card.name == "Harbour Post")
    assert (harbour.facts[0].what, harbour.facts[0].says) == ("state-control", "the Coast Office")
    assert harbour.facts[0].source == "Coast Register, 2024-03-01"
    assert harbour.ratings[0].what == "the Reading Circle"
    assert harbour.letter == "C: fairly reliable"
    assert any(count.found == (Ref("claim:dam-leaks", "c-claim.dam-leaks"),) for count in harbour.counts)
    assert shown.speakers[0][0] == "Ilse Brand"


def test_an_article_tells_its_descent_and_its_statements_lead_to_claims() -> None:
    found = report(article("a2", "outlet:valley"), descends("a2", "a1"), said("S1"), said("S2", article="a2"), said("S3", stance=None))
    cards = {card.anchor: card for card in articles(Places(found), None)}
    assert cards["a-a2"].descents == ("copy of Harbour Post (not declared)",)
    assert [(each.key, [ref.to for _, ref in each.bears]) for each in cards["a-a1"].statements] == [
        ("S1", ["c-claim.dam-leaks"]),
        ("S3", []),
    ]


def test_statements_of_an_article_without_a_record_have_a_card_all_the_same() -> None:
    cards = articles(Places(report(said("S1", article="elsewhere"))), None)
    assert [card.recorded for card in cards if card.anchor == "a-elsewhere"] == [False]


def test_faults_and_files_passed_over_are_in_the_log() -> None:
    found = track(ledger(said("S1")), log=Log(faults=(Fault("dam.toml", 3, "", "no key"),), skipped=("map.pdf",)))
    assert (log(found).faults, log(found).skipped) == (("dam.toml:3: no key",), ("map.pdf",))


def test_a_page_as_of_a_day_says_so(seeds: Report) -> None:
    then = publish(track(seeds.ledger, as_of="2022"), "html")
    assert "<strong>As of 2022 (until 2022-12-31).</strong>" in then
    assert "published later: 2 articles" in then
    assert "As of" not in publish(track(seeds.ledger), "html")
