"""A report as a graph of who publishes, says, quotes, copies and owns what, and one claim's lines of reporting as a smaller one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product

import attrs

from claimtrack.model.case import AGAINST, FOR
from claimtrack.model.lineage import Node, NodeKind
from claimtrack.model.records import Statement
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import DerivationKind, FactKind, SpeakerKind, Term, Voice
from claimtrack.model.view import View
from claimtrack.reports.words import address, anchor_of, deep_link


class Kind(Term):
    """What a node of the graph stands for."""

    ORIGIN = "origin"
    DOCUMENT = "document"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    ARTICLE = "article"
    STATEMENT = "statement"
    CLAIM = "claim"


class Tie(Term):
    """What an edge says of its ends, read from the source to the target: `the Post cites the survey`."""

    PUBLISHES = "publishes"
    STATES = "states"
    QUOTES = "quotes"
    ATTRIBUTES = "attributes"
    CITES = "cites"
    COPIES = "copies"
    OWNS = "owns"
    SPEAKS_FOR = "speaks-for"
    SUPPORTS = "supports"
    DENIES = "denies"
    BEARS_ON = "bears-on"
    LEADS_TO = "leads-to"


@attrs.frozen(kw_only=True)
class Vertex:
    """One node of the graph, with what is known of it; what is not is empty, or None for a count.

    Attributes:
        id: letters, digits, `-`, `.` and `_` only; stable across runs, and another for each kind and key.
        key: what the records call it.
        name: what readers call it.
        origin: whether a claim enters the record here.
        date: when an article was published.
        url: where it can be read.
        lower, upper: of a claim, the bounds on its independent origins.
        said, content: of a claim, its grades.
        flags: of a claim, the names of what to mind, with blanks between.
    """

    id: str
    kind: Kind
    key: str
    name: str
    origin: bool = False
    date: str = ""
    url: str = ""
    lower: int | None = None
    upper: int | None = None
    said: str = ""
    content: str = ""
    flags: str = ""

    @property
    def facts(self) -> dict[str, str | int | bool]:
        """What is known of it by name, without its id; flat, and without what is empty."""
        values = attrs.asdict(self, filter=lambda field, value: field.name != "id" and value not in ("", None))
        return {**values, "kind": str(self.kind)}


@attrs.frozen(kw_only=True, order=True)
class Arc:
    """One edge of the graph, by the ids of its ends.

    Attributes:
        detail: how, in the words of the records: a stance, a kind of derivation, a voice.
        recorded: whether it is on record, not taken as possible only.
    """

    source: str
    target: str
    tie: Tie = attrs.field(order=str)
    detail: str = ""
    recorded: bool = True

    @property
    def facts(self) -> dict[str, str | int | bool]:
        """What it says by name, without its ends; flat, and without what is empty."""
        return {"tie": str(self.tie), **({"detail": self.detail} if self.detail else {}), "recorded": self.recorded}


@attrs.frozen
class Graph:
    """Nodes by id and edges, both in order, so that the same report gives the same graph."""

    nodes: tuple[Vertex, ...]
    edges: tuple[Arc, ...]

    @cached_property
    def node(self) -> dict[str, Vertex]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}


def graph(report: Report) -> Graph:
    """All that the report is on: articles with their outlets, statements with whom they quote, copies, owners, and the claims."""
    return _Drawing(report).whole()


def lines_of(claim: SupportReport) -> Graph:
    """What flows to one claim and to its denial, from the origins to the articles' outlets and on to the claim; edges run towards it."""
    last = _claim(claim)
    nodes: dict[str, Vertex] = {last.id: last}
    arcs: set[Arc] = set()
    for lineage, tie in ((claim.support.lineage, Tie.SUPPORTS), (claim.denial.lineage, Tie.DENIES)):
        drawn = {node.key: _passed(node, tie) for node in lineage.nodes}
        nodes |= {vertex.id: vertex for vertex in drawn.values()}
        arcs |= {Arc(source=drawn[e.source].id, target=drawn[e.target].id, tie=Tie.LEADS_TO, recorded=e.recorded) for e in lineage.edges}
        arcs |= {Arc(source=drawn[node.key].id, target=last.id, tie=tie, recorded=node.recorded) for node in lineage.carriers}
    return _graph(nodes.values(), arcs)


def _graph(nodes: Iterable[Vertex], arcs: Iterable[Arc]) -> Graph:
    return Graph(tuple(sorted(nodes, key=lambda node: node.id)), tuple(sorted(set(arcs))))


_PASSING = {
    NodeKind.SPEAKER: Kind.SPEAKER,
    NodeKind.DOCUMENT: Kind.DOCUMENT,
    NodeKind.OUTLET: Kind.OUTLET,
    NodeKind.ANONYMOUS: Kind.SPEAKER,
    NodeKind.VOICE: Kind.ORIGIN,
    NodeKind.CARRIER: Kind.OUTLET,
}


def _passed(node: Node, tie: Tie) -> Vertex:
    """A node of a lineage; one of the denial is another node than one of the claim, so that their lines do not mix."""
    kind = _PASSING[node.kind]
    return Vertex(id=anchor_of(str(tie), node.key), kind=kind, key=node.key, name=node.name, origin=node.origin)


def _claim(claim: SupportReport) -> Vertex:
    return Vertex(
        id=anchor_of("c", claim.claim.key),
        kind=Kind.CLAIM,
        key=claim.claim.key,
        name=f"{claim.name}: {claim.claim.wording}" if claim.claim.label else claim.claim.wording,
        lower=claim.lower,
        upper=claim.upper,
        said=str(claim.said),
        content=str(claim.content),
        flags=" ".join(flag.name for flag in claim.flags),
    )


class _Drawing:
    """The graph of a whole report while it is drawn."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._view: View = report.view
        self._nodes: dict[str, Vertex] = {}
        self._arcs: set[Arc] = set()
        self._todo: list[str] = []
        self._lineages = [sourcing.lineage for claim in report.claims for sourcing in (claim.support, claim.denial)]
        self._origins = frozenset(_told_by(node.key) for lineage in self._lineages for node in lineage.origins)

    def whole(self) -> Graph:
        """All there is, drawn."""
        for key in self._view.articles:
            self._article(key)
        for statement in self._view.statements.values():
            self._statement(statement)
        for claim in self._report.claims:
            self._bearings(claim)
        self._descents()
        while self._todo:
            self._ties(self._todo.pop())
        return _graph(self._nodes.values(), self._arcs)

    def _article(self, reference: str) -> str:
        """An article and its outlet; the article's id."""
        key = self._view.resolve(reference)
        found = anchor_of("a", key)
        article = self._view.articles.get(key)
        if found in self._nodes:
            return found
        if article is None:
            return self._add(Vertex(id=found, kind=Kind.ARTICLE, key=key, name=key))
        date = str(article.published.on) if article.published else ""
        self._add(Vertex(id=found, kind=Kind.ARTICLE, key=key, name=article.title or key, date=date, url=address(article.url)))
        if article.outlet:
            self._arc(self._source(article.outlet, Kind.OUTLET), found, Tie.PUBLISHES)
        return found

    def _statement(self, statement: Statement) -> None:
        """A statement, its article, and whom it quotes through whom."""
        article = self._article(statement.article)
        url = deep_link(statement, self._view.articles.get(self._view.resolve(statement.article)))
        name = statement.proposition or statement.key
        found = self._add(Vertex(id=anchor_of("s", statement.key), kind=Kind.STATEMENT, key=statement.key, name=name, url=url))
        self._arc(article, found, Tie.STATES, str(statement.framing))
        before, tie = [found], Tie.QUOTES if statement.voice in (Voice.DIRECT, Voice.MIXED) else Tie.ATTRIBUTES
        for link in statement.chain:
            holders = [self._source(holder) for holder in link.holders]
            for source, target in product(before, holders):
                self._arc(source, target, tie, str(link.certainty))
            before, tie = holders, Tie.CITES
        if not statement.chain:
            self._arc(found, self._voice(statement.article), Tie.ATTRIBUTES)

    def _voice(self, reference: str) -> str:
        """An outlet's own voice, or that of an article whose outlet nobody knows."""
        key = self._view.resolve(reference)
        article = self._view.articles.get(key)
        owner = self._view.resolve(article.outlet) if article and article.outlet else key
        said, told = f"{self._view.name(key)} in its own voice", f"voice:{owner}"
        return self._add(Vertex(id=anchor_of("v", owner), kind=Kind.ORIGIN, key=told, name=said, origin=told in self._origins))

    def _bearings(self, claim: SupportReport) -> None:
        """A claim, and how each statement bears on it."""
        found = self._add(_claim(claim))
        for bearing in claim.claim.bearings:
            tie = Tie.SUPPORTS if bearing.kind in FOR else Tie.DENIES if bearing.kind in AGAINST else Tie.BEARS_ON
            self._arc(anchor_of("s", bearing.statement), found, tie, str(bearing.kind))

    def _descents(self) -> None:
        """What texts are recorded to rest on, and the copies that are counted with what they copy; proposals are left out."""
        for record in self._view.derivations:
            if record.kind is DerivationKind.CITATION and not record.proposed:
                self._arc(self._any(record.derived), self._any(record.source), Tie.CITES, str(record.kind))
        for copy in (copy for lineage in self._lineages for copy in lineage.contractions):
            self._arc(self._any(copy.article), self._any(copy.into), Tie.COPIES, str(copy.kind))

    def _any(self, reference: str) -> str:
        """An article, or whatever else goes by that name."""
        key = self._view.resolve(reference)
        return self._article(key) if key in self._view.articles else self._source(key)

    def _source(self, reference: str, unknown: Kind = Kind.SPEAKER) -> str:
        """An outlet, document or speaker; somebody without a record is of the kind `unknown`."""
        key = self._view.resolve(reference)
        speaker = self._view.speakers.get(key)
        kind = _SPEAKING.get(speaker.kind, Kind.SPEAKER) if speaker else Kind.OUTLET if key in self._view.outlets else unknown
        found = anchor_of("o" if kind is Kind.OUTLET else "p", key)
        if found not in self._nodes:
            self._add(Vertex(id=found, kind=kind, key=key, name=self._view.name(key), origin=key in self._origins))
            self._todo.append(found)
        return found

    def _ties(self, found: str) -> None:
        """Whom a speaker stands for or consists of, and who owns an outlet."""
        key = self._nodes[found].key
        if speaker := self._view.speakers.get(key):
            for other in (*speaker.acts_for, *speaker.members):
                self._arc(found, self._source(other), Tie.SPEAKS_FOR)
        if outlet := self._view.outlets.get(key):
            for owner in (fact.value for fact in outlet.facts if fact.about is FactKind.OWNER):
                self._arc(self._source(owner), found, Tie.OWNS)

    def _add(self, vertex: Vertex) -> str:
        return self._nodes.setdefault(vertex.id, vertex).id

    def _arc(self, source: str, target: str, tie: Tie, detail: str = "") -> None:
        if source != target:
            self._arcs.add(Arc(source=source, target=target, tie=tie, detail=detail))


_SPEAKING = {SpeakerKind.DOCUMENT: Kind.DOCUMENT, SpeakerKind.OUTLET: Kind.OUTLET}


def _told_by(key: str) -> str:
    """Whose word a node of a lineage is: of an outlet's story, the outlet."""
    return key.rpartition(" ")[2] if key.startswith("story: ") else key
