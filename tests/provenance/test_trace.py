"""Tests of lineages drawn from statements: small ledgers of invented outlets and people."""

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import (
    Anchor,
    Article,
    Certainty,
    Certificate,
    Claim,
    ClaimKind,
    Claims,
    Derivation,
    DerivationKind,
    Framing,
    Ledger,
    Lineage,
    Link,
    Modality,
    NodeKind,
    Outlet,
    Record,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Voice,
)
from claimtrack.provenance import Tracer, certify
from claimtrack.testing import adversarial_ledgers, coherent_ledgers

OUTLETS = [Outlet(key=f"outlet:{name}", name=name.title()) for name in ("harbour", "wire", "echo")]
CAST = [
    Speaker(key="ilse", name="Ilse Brand", kind=SpeakerKind.PERSON),
    Speaker(key="vesna", name="Vesna Oro", kind=SpeakerKind.PERSON, acts_for=["ministry"]),
    Speaker(key="tomas", name="Tomas Reed", kind=SpeakerKind.PERSON, acts_for=["ministry"]),
    Speaker(key="ministry", name="Ministry of Water", kind=SpeakerKind.GOVERNMENT),
    Speaker(key="report", name="The Dam Report", kind=SpeakerKind.DOCUMENT),
    Speaker(key="nameless", name="an official", kind=SpeakerKind.ANONYMOUS),
]
ARTICLES = [
    Article(key="harbour-1", title="Dam leaks", outlet="outlet:harbour"),
    Article(key="harbour-2", title="Dam still leaks", outlet="outlet:harbour"),
    Article(key="wire-1", title="Leak", outlet="outlet:wire"),
    Article(key="echo-1", title="A leak", outlet="outlet:echo"),
    Article(key="stray", title="No outlet"),
]


def said(key: str, article: str, chain: Sequence[Any] = (), framing: Framing = Framing.REPORTED_FACT, **fields: Any) -> list[Record]:
    kind = fields.pop("kind", StanceKind.SUPPORTS)
    anchor = Anchor(start=0, end=9)
    statement = Statement(key=key, article=article, anchor=anchor, chain=chain, voice=Voice.INDIRECT, framing=framing, **fields)
    return [statement, Stance(statement=key, claim="leak", kind=kind)]


def rests(derived: str, source: str, kind: DerivationKind = DerivationKind.CITATION, claims: Sequence[str] = ("leak",)) -> Derivation:
    return Derivation(derived=derived, source=source, kind=kind, claims=claims if kind is DerivationKind.CITATION else ())


def traced(*records: Record | Iterable[Record], kinds: Sequence[ClaimKind] = (ClaimKind.FACT,), denial: bool = False) -> Lineage:
    flat = [record for found in records for record in ([found] if isinstance(found, Record) else found)]
    view = Ledger([*OUTLETS, *CAST, *ARTICLES, Claim(key="leak", wording="The dam leaks", kinds=kinds), *flat]).view
    tracer, (claim,) = Tracer(view), Claims(view).all
    return tracer.denial(claim) if denial else tracer.support(claim)


def interval(lineage: Lineage) -> tuple[int, int]:
    certificate: Certificate = certify(lineage)
    assert certificate.verify(lineage)
    return certificate.lower, certificate.upper


def edges(lineage: Lineage) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in lineage.edges}


def test_two_speakers_apart_are_two_origins() -> None:
    lineage = traced(said("S1", "harbour-1", ["ilse"]), said("S2", "wire-1", ["vesna"]))
    assert interval(lineage) == (2, 2)
    assert edges(lineage) == {("ilse", "carrier:outlet:harbour"), ("vesna", "carrier:outlet:wire")}


def test_two_ministers_of_one_ministry_are_one_origin() -> None:
    assert interval(traced(said("S1", "harbour-1", ["vesna"]), said("S2", "wire-1", ["tomas"]))) == (1, 1)


def test_four_outlets_quoting_one_speaker_have_one_origin() -> None:
    found = [said(f"S{n}", article, ["ilse"]) for n, article in enumerate(["harbour-1", "wire-1", "echo-1", "stray"])]
    lineage = traced(*found)
    assert interval(lineage) == (1, 1)
    assert len(lineage.carriers) == 4


def test_articles_of_one_outlet_are_one_carrier() -> None:
    lineage = traced(said("S1", "harbour-1", ["ilse"]), said("S2", "harbour-2", ["vesna"]))
    assert [carrier.articles for carrier in lineage.carriers] == [("harbour-1", "harbour-2")]
    assert interval(lineage) == (2, 2)


def test_a_copy_is_contracted_into_what_it_copies() -> None:
    lineage = traced(said("S1", "wire-1"), said("S2", "echo-1"), rests("echo-1", "wire-1", DerivationKind.COPY))
    assert [carrier.key for carrier in lineage.carriers] == ["carrier:outlet:wire"]
    assert [(found.article, found.into, found.kind) for found in lineage.contractions] == [("echo-1", "wire-1", DerivationKind.COPY)]
    assert interval(lineage) == (0, 1)


def test_copies_in_a_circle_are_one_carrier() -> None:
    circle = [rests("stray", "wire-1", DerivationKind.COPY), rests("wire-1", "stray", DerivationKind.REWRITE)]
    lineage = traced(said("S1", "wire-1"), said("S2", "stray"), circle)
    assert [carrier.key for carrier in lineage.carriers] == ["carrier:stray"]


def test_a_document_caps_what_comes_through_it() -> None:
    lineage = traced(said("S1", "harbour-1", ["report", "ilse"]), said("S2", "wire-1", ["report", "vesna"]))
    assert interval(lineage) == (1, 1)
    assert certify(lineage).cut == ("report",)


def test_an_opinion_gives_no_origin_to_a_fact_and_is_noted() -> None:
    opinion = said("S1", "harbour-1", ["ilse"], Framing.ATTRIBUTED_OPINION)
    lineage = traced(opinion)
    assert interval(lineage) == (0, 0)
    assert [left.why for left in lineage.left_out] == ["attributed-opinion gives no origin to a claim of fact"]
    assert [carrier.key for carrier in lineage.carriers] == ["carrier:outlet:harbour"]
    assert interval(traced(opinion, kinds=[ClaimKind.OPINION])) == (1, 1)


def test_an_accusation_counts_whatever_its_framing() -> None:
    accused = said("S1", "harbour-1", ["ilse"], Framing.ATTRIBUTED_OPINION, modality=[Modality.ACCUSATION])
    assert interval(traced(accused)) == (1, 1)


def test_partial_support_counts_in_the_upper_bound_only() -> None:
    assert interval(traced(said("S1", "harbour-1", ["ilse"], kind=StanceKind.PARTIAL))) == (0, 1)


def test_an_articles_own_voice_counts_in_the_upper_bound_only() -> None:
    lineage = traced(said("S1", "harbour-1"))
    assert interval(lineage) == (0, 1)
    assert lineage.node["voice:outlet:harbour"].kind is NodeKind.VOICE


def test_an_unresolved_holder_is_the_articles_own_voice() -> None:
    unresolved = said("S1", "harbour-1", [Link(holders=("somebody",), certainty=Certainty.UNRESOLVED)])
    lineage = traced(unresolved, said("S2", "harbour-2"))
    assert interval(lineage) == (0, 1)
    assert [node.key for node in lineage.origins] == ["voice:outlet:harbour"]


def test_a_likely_holder_counts_in_the_upper_bound_only() -> None:
    assert interval(traced(said("S1", "harbour-1", [Link(holders=("ilse",), certainty=Certainty.LIKELY)]))) == (0, 1)


def test_a_nameless_source_counts_in_the_upper_bound_only() -> None:
    lineage = traced(said("S1", "harbour-1", ["nameless"]))
    assert interval(lineage) == (0, 1)
    assert lineage.node["nameless"].kind is NodeKind.ANONYMOUS


def test_a_document_vouches_for_its_nameless_source() -> None:
    lineage = traced(said("S1", "harbour-1", ["report", "nameless"]))
    assert {node.key for node in lineage.origins} == {"report", "nameless"}
    assert interval(lineage) == (1, 1)


def test_a_document_that_is_recorded_to_rest_on_a_nameless_source_vouches_for_it() -> None:
    lineage = traced(said("S1", "harbour-1", ["report"]), rests("report", "nameless"))
    assert {node.key for node in lineage.origins} == {"report", "nameless"}
    assert interval(lineage) == (1, 1)


def test_a_cited_document_is_followed_to_where_it_ends() -> None:
    lineage = traced(said("S1", "harbour-1", ["report"]), rests("report", "wire-2"), rests("wire-2", "ilse"))
    assert [node.key for node in lineage.origins] == ["ilse"]
    assert {("ilse", "wire-2"), ("wire-2", "report")} <= edges(lineage)


def test_what_an_article_rests_on_for_a_claim_comes_between() -> None:
    lineage = traced(said("S1", "harbour-1"), rests("harbour-1", "outlet:wire"))
    assert edges(lineage) == {("outlet:wire", "carrier:outlet:harbour")}
    assert lineage.node["outlet:wire"].kind is NodeKind.OUTLET
    assert interval(lineage) == (1, 1)


def test_what_the_chain_names_already_is_not_put_between_again() -> None:
    lineage = traced(said("S1", "harbour-1", ["outlet:wire", "ilse"]), rests("harbour-1", "outlet:wire"))
    assert edges(lineage) == {("ilse", "outlet:wire"), ("outlet:wire", "carrier:outlet:harbour")}


def test_a_citation_for_another_claim_changes_nothing() -> None:
    lineage = traced(said("S1", "harbour-1"), rests("harbour-1", "outlet:wire", claims=["another"]))
    assert [node.key for node in lineage.origins] == ["voice:outlet:harbour"]


def test_citing_an_outlet_leads_to_what_its_own_article_rests_on() -> None:
    lineage = traced(said("S1", "harbour-1", ["Wire"]), said("S2", "wire-1", ["ilse"]))
    assert ("ilse", "outlet:wire") in edges(lineage)
    assert [node.key for node in lineage.origins] == ["ilse"]
    assert interval(lineage) == (1, 1)


def test_citing_an_outlet_that_speaks_in_its_own_voice_makes_the_outlet_the_origin() -> None:
    lineage = traced(said("S1", "harbour-1", ["outlet:wire"]), said("S2", "wire-1"))
    assert edges(lineage) == {("outlet:wire", "carrier:outlet:harbour"), ("outlet:wire", "carrier:outlet:wire")}
    assert interval(lineage) == (1, 1)


def test_holders_side_by_side_are_origins_side_by_side() -> None:
    lineage = traced(said("S1", "harbour-1", [["ilse", "vesna"]]))
    assert interval(lineage) == (2, 2)


def test_an_unknown_holder_is_a_speaker_of_that_name() -> None:
    node = traced(said("S1", "harbour-1", ["Nobody Known"])).node["Nobody Known"]
    assert (node.kind, node.actors) == (NodeKind.SPEAKER, ("Nobody Known",))


def test_denials_have_a_lineage_of_their_own() -> None:
    denied = said("S1", "harbour-1", ["vesna"], Framing.ATTRIBUTED_OPINION, kind=StanceKind.DENIES)
    against = said("S2", "wire-1", ["ilse"], kind=StanceKind.CONTRADICTS)
    assert interval(traced(denied, against)) == (0, 0)
    assert interval(traced(denied, against, denial=True)) == (1, 2)


def test_a_circle_of_citations_is_shown() -> None:
    lineage = traced(said("S1", "stray", ["outlet:wire", "outlet:echo"]), said("S2", "stray", ["outlet:echo", "outlet:wire"]))
    assert lineage.cycles == (("outlet:echo", "outlet:wire"),)
    assert interval(lineage) == (1, 1) or interval(lineage) == (2, 2)


def test_circles_over_all_claims_are_shown() -> None:
    view = Ledger([*OUTLETS, *CAST, rests("report", "Wire"), rests("outlet:wire", "report")]).view
    assert Tracer(view).circles == (("outlet:wire", "report"),)


def test_a_holder_named_like_a_carrier_is_a_speaker_all_the_same() -> None:
    lineage = traced(said("S1", "harbour-1", ["carrier:outlet:harbour"]), said("S2", "wire-1", ["voice:outlet:wire"]), said("S3", "wire-1"))
    assert interval(lineage) == (2, 3)


@settings(max_examples=100)
@given(st.one_of(coherent_ledgers(), adversarial_ledgers()))
def test_whatever_the_ledger_every_claim_has_a_certificate(ledger: Ledger) -> None:
    view = ledger.view
    tracer = Tracer(view)
    assert tracer.circles is tracer.circles
    for claim in Claims(view).all:
        for lineage in (tracer.support(claim), tracer.denial(claim)):
            assert certify(lineage).objections(lineage) == ()
