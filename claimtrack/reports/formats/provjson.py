"""The report as PROV-JSON: what was made from what, and who said it (W3C PROV-DM, Member Submission PROV-JSON)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from claimtrack.model.case import FOR
from claimtrack.model.records import Derivation, Statement
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import DerivationKind, SpeakerKind, Voice
from claimtrack.model.view import View
from claimtrack.reports.formats.identifiers import NAMESPACE, PREFIX, compact, inert_json, kind_of, settled, web

PREFIXES = {PREFIX: NAMESPACE, "schema": "https://schema.org/"}
_QUOTED = frozenset({Voice.DIRECT, Voice.MIXED})
_KINDS = {DerivationKind.EXCERPT: "prov:Quotation", DerivationKind.CITATION: "prov:PrimarySource"}
"""The subtype of a derivation; all others are revisions."""
_TYPES = {
    SpeakerKind.PERSON: "prov:Person",
    SpeakerKind.AUTHOR: "prov:Person",
    SpeakerKind.ORGANIZATION: "prov:Organization",
    SpeakerKind.GOVERNMENT: "prov:Organization",
    SpeakerKind.OUTLET: "prov:Organization",
    SpeakerKind.GROUP: "ct:Group",
    SpeakerKind.ANONYMOUS: "ct:Unnamed",
}
"""What kind of agent a speaker is; a document is none, but an entity."""


def provjson(report: Report) -> str:
    """Articles, documents, statements and claims as entities, outlets and speakers as agents, in a bundle that our run made."""
    name = compact("report", report.digest or "empty")
    run, program = compact("run", report.digest or "empty"), "ct:claimtrack"
    outside = _Records()
    outside.add("entity", name, {"prov:type": _name("prov:Bundle")})
    outside.add("activity", run, {"prov:label": "claims traced and assessed"})
    outside.add("agent", program, {"prov:type": _name("prov:SoftwareAgent"), "prov:label": "claimtrack"})
    outside.relate("wasGeneratedBy", {"prov:entity": name, "prov:activity": run})
    outside.relate("wasAssociatedWith", {"prov:activity": run, "prov:agent": program})
    return inert_json({"prefix": PREFIXES, **outside.kinds, "bundle": {name: _inside(report).kinds}})


@attrs.define
class _Records:
    """Records by kind, as PROV-JSON keeps them; relations are numbered in the order they come in."""

    kinds: dict[str, dict[str, dict[str, Any]]] = attrs.Factory(dict)
    _told: set[str] = attrs.Factory(set)

    def add(self, kind: str, name: str, attributes: Mapping[str, Any]) -> str:
        """A record of an entity, activity or agent; the first of a name stays."""
        self.kinds.setdefault(kind, {}).setdefault(name, {key: value for key, value in attributes.items() if value not in ("", [], ())})
        return name

    def relate(self, kind: str, ends: Mapping[str, str], attributes: Mapping[str, Any] | None = None) -> None:
        """A relation between two records, once."""
        found = {**ends, **(attributes or {})}
        relations, spelled = self.kinds.setdefault(kind, {}), f"{kind} {sorted(found.items())}"
        if spelled not in self._told:
            self._told.add(spelled)
            relations[f"_:{kind}{len(relations) + 1}"] = found

    def known(self, kind: str, name: str) -> bool:
        """Whether there is such a record."""
        return name in self.kinds.get(kind, {})


def _inside(report: Report) -> _Records:
    """What the report tells of."""
    found = _Records()
    _things(found, report.view)
    for _, statement in sorted(report.view.statements.items()):
        _statement(found, statement, report.view)
    for claim in report.claims:
        _claim(found, claim)
    for derivation in settled(report.view):
        _descent(found, derivation, report.view)
    return found


def _things(found: _Records, view: View) -> None:
    """Outlets and speakers, documents and articles."""
    for key, outlet in sorted(view.outlets.items()):
        found.add("agent", compact("outlet", key), {"prov:type": _name("prov:Organization"), "prov:label": outlet.name})
    for key, speaker in sorted(view.speakers.items()):
        if speaker.kind is SpeakerKind.DOCUMENT:
            found.add("entity", compact("speaker", key), {"prov:type": _name("ct:Document"), "prov:label": speaker.name})
        else:
            found.add("agent", compact("speaker", key), {"prov:type": _name(_TYPES[speaker.kind]), "prov:label": speaker.name})
    for key, article in sorted(view.articles.items()):
        told = {"prov:type": _name(f"schema:{article.genre}"), "prov:label": article.title, "prov:location": _iri(article.url)}
        dated = {"ct:published": str(article.published.on) if article.published else ""}
        found.add("entity", compact("article", key), {**told, **dated})
        if article.outlet:
            _attribute(found, compact("article", key), article.outlet, view)
    for key, speaker in sorted(view.speakers.items()):
        for actor in sorted(map(view.resolve, speaker.acts_for)):
            _stand_for(found, compact("speaker", key), compact(kind_of(view, actor), actor))


def _stand_for(found: _Records, speaker: str, actor: str) -> None:
    """That a speaker acts for another agent."""
    if found.known("agent", speaker) and found.known("agent", actor) and speaker != actor:
        found.relate("actedOnBehalfOf", {"prov:delegate": speaker, "prov:responsible": actor})


def _statement(found: _Records, statement: Statement, view: View) -> None:
    told = {"ct:voice": str(statement.voice), "ct:framing": str(statement.framing), "prov:label": statement.proposition}
    name = found.add("entity", compact("statement", statement.key), {"prov:type": _name("ct:Statement"), **told})
    article = view.resolve(statement.article)
    if article in view.articles:
        kind = {"prov:type": _name("prov:Quotation")} if statement.voice in _QUOTED else {}
        _derive(found, name, compact("article", article), kind)
    for place, link in enumerate(statement.chain, 1):
        for holder in link.holders:
            if place == len(statement.chain):
                _attribute(found, name, holder, view)
            else:
                _pass_on(found, name, holder, view)


def _attribute(found: _Records, name: str, holder: str, view: View) -> None:
    """That somebody said it; what a document or an article says is derived from that instead."""
    source = _source(found, holder, view)
    if found.known("entity", source):
        _derive(found, name, source, {"prov:type": _name("prov:PrimarySource")})
    else:
        found.relate("wasAttributedTo", {"prov:entity": name, "prov:agent": source})


def _pass_on(found: _Records, name: str, holder: str, view: View) -> None:
    """That something came through somebody, or through a document."""
    source = _source(found, holder, view)
    if found.known("entity", source):
        _derive(found, name, source, {})
    else:
        found.relate("wasInfluencedBy", {"prov:influencee": name, "prov:influencer": source}, {"ct:role": "passed on"})


def _source(found: _Records, reference: str, view: View) -> str:
    """The name of an agent or entity that a reference leads to; a new agent where it leads nowhere."""
    key = view.resolve(reference)
    name = compact(kind_of(view, key), key)
    if not found.known("entity", name):
        found.add("agent", name, {"prov:label": key})
    return name


def _claim(found: _Records, claim: SupportReport) -> None:
    told = {"prov:label": claim.claim.wording, "ct:gradeSaid": str(claim.said), "ct:gradeContent": str(claim.content)}
    bounds = {"ct:originsAtLeast": claim.lower, "ct:originsAtMost": claim.upper}
    name = found.add("entity", compact("claim", claim.claim.key), {"prov:type": _name("ct:Claim"), **told, **bounds})
    for bearing in claim.claim.bearings:
        statement, stance = compact("statement", bearing.statement), {"ct:stance": str(bearing.kind)}
        if bearing.kind in FOR:
            _derive(found, name, statement, stance)
        else:
            found.relate("wasInfluencedBy", {"prov:influencee": name, "prov:influencer": statement}, stance)
    for member in claim.claim.members:
        if member != claim.claim.key and not found.known("entity", compact("statement", member)):
            same = found.add("entity", compact("claim", member), {"prov:type": _name("ct:Claim")})
            found.relate("alternateOf", {"prov:alternate1": same, "prov:alternate2": name})


def _descent(found: _Records, derivation: Derivation, view: View) -> None:
    """One text from another; where one of the two is a publisher or speaker, the other was influenced by it."""
    derived, source = _source(found, derivation.derived, view), _source(found, derivation.source, view)
    told: dict[str, Any] = {"ct:kind": str(derivation.kind), "ct:declared": derivation.declared}
    if found.known("entity", derived) and found.known("entity", source):
        _derive(found, derived, source, {"prov:type": _name(_KINDS.get(derivation.kind, "prov:Revision")), **told})
    else:
        found.relate("wasInfluencedBy", {"prov:influencee": derived, "prov:influencer": source}, told)


def _derive(found: _Records, derived: str, source: str, told: Mapping[str, Any]) -> None:
    if derived != source:
        found.relate("wasDerivedFrom", {"prov:generatedEntity": derived, "prov:usedEntity": source}, told)


def _name(qualified: str) -> dict[str, str]:
    """A qualified name; as plain text it would be a literal."""
    return {"$": qualified, "type": "xsd:QName"}


def _iri(link: str) -> Any:
    """An address as a value, empty where no browser may open it."""
    found = web(link)
    return {"$": found, "type": "xsd:anyURI"} if found else ""
