"""Tests of the graph behind a report: who is in it, what joins them, and that the same report gives the same graph."""

from __future__ import annotations

import re

import attrs
from hypothesis import HealthCheck, given, settings

from claimtrack import Citation, CitedFact, Ledger, Outlet, Report, track
from claimtrack.model import Certainty, FactKind, StanceKind, Voice
from claimtrack.reports.graph import Graph, Kind, Tie, Vertex, graph, lines_of
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import article, cites, claim, descends, report, said, support

BRAND = said("S1", "person:brand")


def ties(drawn: Graph) -> set[tuple[str, str, str]]:
    """The edges by the keys of their ends."""
    return {(drawn.node[arc.source].key, str(arc.tie), drawn.node[arc.target].key) for arc in drawn.edges}


def nodes(drawn: Graph, kind: Kind) -> dict[str, Vertex]:
    return {vertex.key: vertex for vertex in drawn.nodes if vertex.kind is kind}


def test_a_statement_joins_its_article_its_speaker_and_its_claim() -> None:
    assert {
        ("outlet:harbour", "publishes", "a1"),
        ("a1", "states", "S1"),
        ("S1", "attributes", "person:brand"),
        ("S1", "supports", "claim:dam-leaks"),
    } <= ties(graph(report(BRAND)))


def test_a_chain_is_followed_inwards_and_direct_speech_is_a_quotation() -> None:
    drawn = graph(report(said("S1", "doc:survey", "person:brand"), said("S2", "person:oro", framing=None)))
    assert {("S1", "attributes", "doc:survey"), ("doc:survey", "cites", "person:brand")} <= ties(drawn)
    (quoted,) = (arc for arc in graph(_quoted()).edges if arc.tie is Tie.QUOTES)
    assert quoted.detail == "likely"


def _quoted() -> Report:
    statement, stance = said("S1", "person:brand", certainty=Certainty.LIKELY)
    return report(attrs.evolve(statement, voice=Voice.DIRECT), stance)  # type: ignore[call-arg]


def test_an_outlets_own_voice_is_an_origin_without_a_name() -> None:
    drawn = graph(report(said("S1")))
    assert nodes(drawn, Kind.ORIGIN)["voice:outlet:harbour"].name == "Harbour Post in its own voice"
    assert ("S1", "attributes", "voice:outlet:harbour") in ties(drawn)


def test_denials_and_what_bears_on_a_claim_otherwise_are_told_apart() -> None:
    drawn = graph(report(BRAND, said("S2", stance=StanceKind.CONTRADICTS), said("S3", stance=StanceKind.LIMITS)))
    assert {("S2", "denies", "claim:dam-leaks"), ("S3", "bears-on", "claim:dam-leaks")} <= ties(drawn)
    assert {arc.detail for arc in drawn.edges if arc.tie in (Tie.DENIES, Tie.BEARS_ON)} == {"contradicts", "limits"}


def test_copies_citations_and_owners_are_there_and_proposals_are_not() -> None:
    cited = CitedFact(about=FactKind.OWNER, value="the Coast Office", cited=Citation(source="Coast Register"))
    owned = Outlet(key="outlet:harbour", name="Harbour Post", facts=[cited])
    proposed = descends("a3", "a1", proposed=True)
    drawn = graph(report(BRAND, said("S2", article="a2"), descends("a2", "a1"), cites("a2", "doc:survey"), owned, proposed))
    found = ties(drawn)
    assert {("a2", "copies", "a1"), ("a2", "cites", "doc:survey"), ("gov:coast", "owns", "outlet:harbour")} <= found
    assert ("a3", "copies", "a1") not in found


def test_whom_somebody_speaks_for_is_there_too() -> None:
    found = ties(graph(report(said("S1", "person:keeper"), said("S2", "group:offices"))))
    assert {
        ("person:keeper", "speaks-for", "gov:dam"),
        ("group:offices", "speaks-for", "gov:coast"),
        ("group:offices", "speaks-for", "gov:dam"),
    } <= found


def test_where_a_claim_enters_the_record_is_marked() -> None:
    drawn = graph(report(said("S1", "doc:survey", "person:brand")))
    assert nodes(drawn, Kind.SPEAKER)["person:brand"].origin
    assert not nodes(drawn, Kind.DOCUMENT)["doc:survey"].origin


def test_a_claim_has_its_bounds_grades_and_flags_and_an_address_only_where_it_can_be_opened() -> None:
    drawn = graph(report(BRAND, article("a1", url="javascript:alert(1)")))
    found = nodes(drawn, Kind.CLAIM)["claim:dam-leaks"]
    assert (found.lower, found.upper, found.flags) == (1, 1, "single-source single-carrier")
    assert found.facts["said"] == "F6"
    assert "url" not in nodes(drawn, Kind.ARTICLE)["a1"].facts


def test_a_name_without_a_record_is_a_speaker_or_where_it_publishes_an_outlet() -> None:
    drawn = graph(report(said("S1", "somebody"), article("a1", "a leaflet")))
    assert "somebody" in nodes(drawn, Kind.SPEAKER)
    assert "a leaflet" in nodes(drawn, Kind.OUTLET)


def test_the_lines_of_a_claim_lead_from_its_origins_to_it_and_those_of_its_denial_apart() -> None:
    drawn = lines_of(support(said("S1", "doc:survey", "person:brand"), said("S2", "person:brand", stance=StanceKind.DENIES)))
    assert {
        ("person:brand", "leads-to", "doc:survey"),
        ("doc:survey", "leads-to", "carrier:outlet:harbour"),
        ("carrier:outlet:harbour", "supports", "claim:dam-leaks"),
        ("carrier:outlet:harbour", "denies", "claim:dam-leaks"),
        ("person:brand", "leads-to", "carrier:outlet:harbour"),
    } == ties(drawn)
    assert len(drawn.nodes) == 6


def test_the_lines_of_a_claim_are_as_many_as_its_lineage_has(seeds: Report) -> None:
    for each in seeds.claims:
        drawn, lineages = lines_of(each), (each.support.lineage, each.denial.lineage)
        assert len(drawn.nodes) == 1 + sum(len(lineage.nodes) for lineage in lineages)
        assert len(drawn.edges) == sum(len(lineage.edges) + len(lineage.carriers) for lineage in lineages)


def test_every_statement_article_and_claim_of_the_seeds_is_there_once(seeds: Report) -> None:
    drawn = graph(seeds)
    assert nodes(drawn, Kind.STATEMENT).keys() == seeds.view.statements.keys()
    assert nodes(drawn, Kind.ARTICLE).keys() == seeds.view.articles.keys()
    assert nodes(drawn, Kind.CLAIM).keys() == {each.claim.key for each in seeds.claims}
    assert len(drawn.node) == len(drawn.nodes)


def test_alike_keys_have_nodes_of_their_own() -> None:
    drawn = graph(report(*(claim(key) for key in ("claim:a-b", "claim:a:b", "claim:é", "claim:è"))))
    assert len(nodes(drawn, Kind.CLAIM)) == 5


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(coherent_ledgers() | adversarial_ledgers())
def test_every_edge_joins_two_nodes_and_ids_are_plain(ledger: Ledger) -> None:
    found = track(ledger)
    for drawn in (graph(found), *map(lines_of, found.claims)):
        assert all({arc.source, arc.target} <= drawn.node.keys() and arc.source != arc.target for arc in drawn.edges)
        assert all(re.fullmatch(r"[A-Za-z0-9._-]+", vertex.id) for vertex in drawn.nodes)
        assert list(drawn.edges) == sorted(set(drawn.edges))
        assert all(value not in ("", None) for vertex in drawn.nodes for value in vertex.facts.values())
