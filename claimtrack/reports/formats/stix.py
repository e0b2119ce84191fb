"""The report as a STIX 2.1 bundle: who speaks, what was published, what is claimed and who agrees (OASIS STIX 2.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from claimtrack.model.claims import Bearing
from claimtrack.model.records import Article, Derivation, Outlet, Speaker
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import SpeakerKind, StanceKind
from claimtrack.model.view import View
from claimtrack.reports.formats.identifiers import UNDATED, first_known, inert_json, kind_of, latest_day, settled, uuid5, web
from claimtrack.reports.scales import stix_confidence
from claimtrack.reports.words import breadcrumbs, deep_link, range_of

CLASSES = {
    SpeakerKind.PERSON: "individual",
    SpeakerKind.AUTHOR: "individual",
    SpeakerKind.ORGANIZATION: "organization",
    SpeakerKind.GOVERNMENT: "organization",
    SpeakerKind.OUTLET: "organization",
    SpeakerKind.GROUP: "group",
    SpeakerKind.ANONYMOUS: "unknown",
}
"""The identity class of a speaker (STIX 2.1, section 10.7); a document is a report, not an identity."""
OPINIONS = {
    StanceKind.SUPPORTS: "strongly-agree",
    StanceKind.PARTIAL: "agree",
    StanceKind.PRESUPPOSES: "agree",
    StanceKind.CONTRADICTS: "disagree",
    StanceKind.DENIES: "strongly-disagree",
}
"""How a stance is put as an opinion (STIX 2.1, section 10.6); the other stances are neither for nor against, and are left out."""


def stix(report: Report) -> str:
    """Identities, reports, notes, opinions and relationships as one bundle; ids and times are the same on every run."""
    made = _Objects(report, latest_day(report), _notes_by_article(report))
    return inert_json({"type": "bundle", "id": f"bundle--{uuid5('bundle ' + report.digest)}", "objects": list(made.all())})


def stix_id(kind: str, name: str) -> str:
    """The id of an object: its type and the UUID, version 5, of a name in our name space."""
    return f"{kind}--{uuid5(f'{kind} {name}')}"


def note_id(claim: SupportReport) -> str:
    """The id of the note on a claim."""
    return stix_id("note", f"claim {claim.claim.key}")


def _articles(claim: SupportReport, view: View) -> Mapping[str, Article]:
    """The articles in which anything bears on a claim."""
    keys = {view.resolve(view.statements[each.statement].article) for each in claim.claim.bearings}
    return {key: view.articles[key] for key in sorted(keys) if key in view.articles}


def _notes_by_article(report: Report) -> Mapping[str, list[str]]:
    """For each article, the notes on claims that something in it bears on."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in report.claims:
        for key in _articles(claim, report.view):
            found[key].append(note_id(claim))
    return found


ITSELF = stix_id("identity", "claimtrack")
"""The program, which makes every object."""


@attrs.define
class _Objects:
    """The objects of a bundle, made from a report.

    Attributes:
        latest: the newest article's day.
        notes: for each article, the ids of the notes on claims that it bears on.
    """

    report: Report
    latest: date
    notes: Mapping[str, list[str]]

    @property
    def view(self) -> View:
        """Where things are looked up."""
        return self.report.view

    def all(self) -> Iterator[dict[str, Any]]:
        """Every object once, what others refer to first."""
        found: dict[str, dict[str, Any]] = {}
        for each in self._each():
            found.setdefault(each["id"], each)
        yield from found.values()

    def _each(self) -> Iterator[dict[str, Any]]:
        yield self._object("identity", "claimtrack", name="claimtrack", identity_class="system")
        for _, outlet in sorted(self.view.outlets.items()):
            yield self._outlet(outlet)
        for _, speaker in sorted(self.view.speakers.items()):
            yield self._document(speaker) if speaker.kind is SpeakerKind.DOCUMENT else self._speaker(speaker)
        for claim in self.report.claims:
            yield self._note(claim)
            yield from self._opinions(claim)
        for _, article in sorted(self.view.articles.items()):
            yield self._article(article)
        for derivation in settled(self.view):
            yield from self._relationship(derivation)
        yield self._whole()

    def _object(self, kind: str, about: str, day: date = UNDATED, **properties: Any) -> dict[str, Any]:
        """An object with what all have in common: created on a day of its own, modified when the newest article came."""
        given = {key: value for key, value in properties.items() if value not in ("", [], None)}
        made = {} if about == "claimtrack" else {"created_by_ref": ITSELF}
        times = {"created": _time(day), "modified": _time(max(day, self.latest))}
        return {"type": kind, "spec_version": "2.1", "id": stix_id(kind, about), **made, **times, **given}

    def _outlet(self, outlet: Outlet) -> dict[str, Any]:
        return self._object("identity", f"outlet {outlet.key}", name=outlet.name, identity_class="organization", sectors=["communications"])

    def _speaker(self, speaker: Speaker) -> dict[str, Any]:
        return self._object("identity", f"speaker {speaker.key}", name=speaker.name, identity_class=CLASSES[speaker.kind])

    def _document(self, speaker: Speaker) -> dict[str, Any]:
        behind = self._ids(speaker.acts_for)
        return self._object("report", f"speaker {speaker.key}", name=speaker.name, published=_time(UNDATED), object_refs=behind or [ITSELF])

    def _article(self, article: Article) -> dict[str, Any]:
        day = article.published.on.start if article.published else UNDATED
        return self._object(
            "report",
            f"article {article.key}",
            day,
            name=article.title or article.key,
            published=_time(day),
            external_references=self._references([article]),
            object_refs=[*(self._ids([article.outlet]) if article.outlet else []), *self.notes[article.key]] or [ITSELF],
        )

    def _note(self, claim: SupportReport) -> dict[str, Any]:
        articles = _articles(claim, self.view)
        first = first_known(articles.values())
        told = f"Independent origins: {range_of(claim)}. {claim.summary} Said {claim.said}, content {claim.content}: sourcing, not truth."
        return self._object(
            "note",
            f"claim {claim.claim.key}",
            first.published.on.start if first and first.published else UNDATED,
            abstract=claim.claim.wording,
            content=f"{claim.claim.wording}\n{told}",
            labels=[flag.name for flag in claim.flags],
            confidence=stix_confidence(claim.content),
            external_references=self._references(articles.values()),
            object_refs=self._ids(self._holders(claim.claim.bearings)) or [ITSELF],
        )

    def _holders(self, bearings: Iterable[Bearing]) -> Iterator[str]:
        """Everybody in the chains of statements that bear on a claim."""
        for bearing in bearings:
            yield from (holder for link in self.view.statements[bearing.statement].chain for holder in link.holders)

    def _opinions(self, claim: SupportReport) -> Iterator[dict[str, Any]]:
        """One opinion a statement that is for or against a claim, in the name of whoever says it."""
        note = note_id(claim)
        for bearing in claim.claim.bearings:
            statement = self.view.statements[bearing.statement]
            if bearing.kind not in OPINIONS:
                continue
            article = self.view.articles.get(self.view.resolve(statement.article))
            last = statement.chain[-1].holders if statement.chain else ()
            yield self._object(
                "opinion",
                f"{bearing.statement} {bearing.kind} {claim.claim.key}",
                article.published.on.start if article and article.published else UNDATED,
                opinion=OPINIONS[bearing.kind],
                authors=[self.view.name(self.view.resolve(holder)) for holder in last],
                explanation=f"{bearing.kind}, {statement.framing}: {breadcrumbs(statement, self.view)}",
                external_references=_reference("statement", statement.key, web(deep_link(statement, article))),
                object_refs=[note],
            )

    def _relationship(self, derivation: Derivation) -> Iterator[dict[str, Any]]:
        """That one thing is derived from another: `derived-from` between things of a type, as the standard asks, else `related-to`."""
        ends = [*self._ids([derivation.derived]), *self._ids([derivation.source])]
        if len(ends) == 2 and ends[0] != ends[1]:
            alike = ends[0].partition("--")[0] == ends[1].partition("--")[0]
            kind = "derived-from" if alike else "related-to"
            name = f"{ends[0]} {kind} {ends[1]} {derivation.kind}"
            told = f"{derivation.kind}, {'declared' if derivation.declared else 'not declared'}"
            yield self._object("relationship", name, relationship_type=kind, source_ref=ends[0], target_ref=ends[1], description=told)

    def _whole(self) -> dict[str, Any]:
        """The report itself."""
        day, notes = self.latest, [note_id(claim) for claim in self.report.claims]
        told = "How claims are sourced: independent origins at least and at most, with grades of sourcing, not of truth."
        refs = notes or [ITSELF]
        return self._object("report", "whole", day, name="Support report", description=told, published=_time(day), object_refs=refs)

    def _ids(self, references: Iterable[str]) -> list[str]:
        """The ids of the outlets, speakers, documents and articles that references lead to, in order."""
        found = set()
        for key in map(self.view.resolve, references):
            kind = kind_of(self.view, key)
            written = kind == "article" or (kind == "speaker" and self.view.speakers[key].kind is SpeakerKind.DOCUMENT)
            if kind != "name":
                found.add(stix_id("report" if written else "identity", f"{kind} {key}"))
        return sorted(found)

    def _references(self, articles: Iterable[Article]) -> list[dict[str, str]]:
        """Where the articles stand."""
        return [each for article in articles for each in _reference(self.view.name(article.key), article.title, web(article.url))]


def _reference(source: str, told: str, url: str) -> list[dict[str, str]]:
    """An external reference, for which the standard wants more than a name."""
    found = {key: value for key, value in (("description", told), ("url", url)) if value}
    return [{"source_name": source, **found}] if found else []


def _time(day: date) -> str:
    """The first moment of a day in UTC, as STIX spells it."""
    return f"{day.isoformat()}T00:00:00.000Z"
