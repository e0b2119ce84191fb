"""Tests of PROV-JSON: the reference library reads every record of it, and writes as many of each kind."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import attrs
import pytest
from prov.identifier import QualifiedName
from prov.model import PROV, PROV_N_MAP, ProvBundle, ProvDocument

from claimtrack import Derivation, Judgement, Report, Statement
from claimtrack.model import DerivationKind, StanceKind, Verdict, Voice
from claimtrack.reports.formats.provjson import provjson
from tests.reports.formats.small import EMPTY, TOLD
from tests.support.building import claim, report, said

TYPES = (PROV["Quotation"], PROV["Revision"], PROV["PrimarySource"])


def counts(part: dict[str, Any]) -> Counter[str]:
    """How many records of each kind a document or bundle holds, as it is spelled."""
    return Counter({kind: len(records) for kind, records in part.items() if kind not in ("prefix", "bundle")})


def read(part: ProvBundle) -> Counter[str]:
    """The same as the reference library reads it."""
    return Counter(PROV_N_MAP[record.get_type()] for record in part.get_records())


def inside(found: Report) -> tuple[dict[str, Any], ProvBundle]:
    """The bundle of a report, as it is spelled and as it is read, with nothing lost between and nothing when written again."""
    spelled = json.loads(provjson(found))
    document = ProvDocument.deserialize(content=json.dumps(spelled), format="json")
    (bundle,) = document.bundles
    (told,) = spelled["bundle"].values()
    assert read(document) == counts(spelled)
    assert read(bundle) == counts(told)
    assert ProvDocument.deserialize(content=document.serialize(format="json"), format="json") == document
    return told, bundle


def check(found: Report) -> ProvBundle:
    """Relations join records that are there, agents and entities apart, and types are names."""
    told, bundle = inside(found)
    entities, agents = set(told.get("entity", ())), set(told.get("agent", ()))
    assert not entities & agents
    for kind, ends in (("wasDerivedFrom", entities), ("alternateOf", entities), ("actedOnBehalfOf", agents)):
        for relation in told.get(kind, {}).values():
            assert {end for key, end in relation.items() if key.startswith("prov:") and isinstance(end, str)} <= ends
    assert {relation["prov:agent"] for relation in told.get("wasAttributedTo", {}).values()} <= agents
    assert all(isinstance(value, QualifiedName) for record in bundle.get_records() for value in record.get_attribute(PROV["type"]))
    return bundle


def subtypes(bundle: ProvBundle) -> Counter[QualifiedName]:
    return Counter(value for record in bundle.get_records() for value in record.get_attribute(PROV["type"]) if value in TYPES)


def test_nothing_of_the_founding_articles_is_lost(seeds: Report) -> None:
    bundle = check(seeds)
    kinds = read(bundle)
    assert kinds["entity"] >= 5 + 160 + 25
    assert all(kinds[kind] for kind in ("agent", "wasAttributedTo", "wasDerivedFrom", "wasInfluencedBy", "actedOnBehalfOf"))
    assert subtypes(bundle)[PROV["Quotation"]] > 20
    assert subtypes(bundle)[PROV["PrimarySource"]]


def test_a_report_without_claims_is_a_bundle_without_records() -> None:
    assert not read(check(EMPTY))


def relations(found: Report, kind: str) -> list[dict[str, Any]]:
    """The relations of a kind, each with its attributes."""
    return list(inside(found)[0].get(kind, {}).values())


def test_a_statement_is_attributed_to_who_says_it_and_derived_from_where_it_stands() -> None:
    said_by = [r for r in relations(TOLD, "wasAttributedTo") if r["prov:entity"] == "ct:statement/S1"]
    assert [r["prov:agent"] for r in said_by] == ["ct:speaker/person%3Abrand"]
    derived = [r["prov:usedEntity"] for r in relations(TOLD, "wasDerivedFrom") if r["prov:generatedEntity"] == "ct:statement/S1"]
    assert derived == ["ct:article/a1", "ct:speaker/doc%3Asurvey"]


@pytest.mark.parametrize(
    ("kind", "subtype"),
    [(DerivationKind.COPY, "Revision"), (DerivationKind.EXCERPT, "Quotation"), (DerivationKind.CITATION, "PrimarySource")],
)
def test_a_derivation_has_the_subtype_of_its_kind(kind: DerivationKind, subtype: str) -> None:
    bundle = check(report(said("S1"), Derivation(derived="a2", source="a1", kind=kind, claims=["claim:dam-leaks"])))
    assert subtypes(bundle)[PROV[subtype]] == 1


def test_quoted_words_are_a_quotation() -> None:
    statement, stance = said("S1", "person:brand")
    assert not subtypes(check(report(statement, stance)))
    assert isinstance(statement, Statement)
    quoted = attrs.evolve(statement, voice=Voice.DIRECT)
    assert subtypes(check(report(quoted, stance)))[PROV["Quotation"]] == 1


def test_a_proposed_derivation_is_left_out() -> None:
    proposed = Derivation(derived="a2", source="a1", kind=DerivationKind.COPY, proposed=True)
    assert not [r for r in relations(report(said("S1"), proposed), "wasDerivedFrom") if r["prov:generatedEntity"] == "ct:article/a2"]


def test_claims_judged_the_same_are_alternates_and_a_denial_no_derivation() -> None:
    same = Judgement(left="claim:dam-leaks", right="claim:seeps", verdict=Verdict.SAME)
    found = report(same, claim("claim:seeps", "The dam seeps."), said("S1", "person:oro", stance=StanceKind.DENIES))
    assert [set(r.values()) for r in relations(found, "alternateOf")] == [{"ct:claim/claim%3Aseeps", "ct:claim/claim%3Adam-leaks"}]
    assert [r["ct:stance"] for r in relations(found, "wasInfluencedBy")] == ["denies"]
