"""From the statements that bear on a claim to its lineage: who is an origin, what it came through, who carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from enum import IntEnum
from functools import cached_property
from types import MappingProxyType

import attrs

from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import Edge, LeftOut, Lineage, Node, NodeKind
from claimtrack.model.records import Statement
from claimtrack.model.terms import (
    Certainty,
    ClaimKind,
    Framing,
    Modality,
    SpeakerKind,
    StanceKind,
)
from claimtrack.model.values import Link
from claimtrack.model.view import View
from claimtrack.model.whatif import NOTHING, Exclusion
from claimtrack.provenance.carriers import Carriers
from claimtrack.provenance.citations import Citing, Story, apart, credited, published
from claimtrack.provenance.cycles import cycles

FACT = frozenset({Framing.REPORTED_FACT, Framing.ATTRIBUTED_FACT, Framing.HEDGED})
ADMITS: Mapping[ClaimKind, frozenset[Framing]] = {
    ClaimKind.FACT: FACT,
    ClaimKind.OPINION: FACT | {Framing.ATTRIBUTED_OPINION, Framing.AUTHOR_OPINION},
    ClaimKind.FORECAST: FACT | {Framing.FORECAST, Framing.AUTHOR_OPINION, Framing.ATTRIBUTED_OPINION},
    ClaimKind.COMMITMENT: FACT | {Framing.COMMITMENT},
    ClaimKind.CALL: FACT | {Framing.PRESCRIPTIVE},
}
"""Which framings give an origin to a claim of each kind: opinion and forecast give none to a fact."""
ANY = frozenset(Framing)

HELD = "holder: "
"""Goes before the key of a holder that would be taken for a carrier, a voice or a story."""

Layer = list[tuple[str, bool]]
"""Holders side by side, each with whether it is on record."""


class Weight(IntEnum):
    """How far a step counts; of several accounts of one step the highest holds."""

    GONE = 0
    POSSIBLE = 1
    RECORDED = 2


class Tracer:
    """Draws the lineage of any claim of one view.

    What is taken out is drawn with the rest and then struck, so that nothing new comes of its absence: a bound can only fall.

    Args:
        view: the records.
        without: what does not count.
        carriers: what stands for each article; worked out from the view when left out.
    """

    def __init__(self, view: View, without: Exclusion = NOTHING, carriers: Carriers | None = None) -> None:
        self._view = view
        self._carriers = carriers or Carriers(view)
        self._without = without

    def support(self, claim: TrackedClaim) -> Lineage:
        """What flows to the claim: statements in full support on record, partial support in the upper bound only."""
        counted = {StanceKind.SUPPORTS: Weight.RECORDED, StanceKind.PARTIAL: Weight.POSSIBLE}
        return self._lineage(claim, counted, self._admitted(claim))

    def denial(self, claim: TrackedClaim) -> Lineage:
        """What flows to its denial: denials on record, contradictions in the upper bound only; any framing will do."""
        return self._lineage(claim, {StanceKind.DENIES: Weight.RECORDED, StanceKind.CONTRADICTS: Weight.POSSIBLE}, ANY)

    def left(self, claim: TrackedClaim) -> TrackedClaim:
        """The claim with the statements that are heard: those of articles that are read, through somebody left at each step."""
        if not self._without:
            return claim
        rests = _scoped(self._view, claim)
        heard = [bearing for bearing in claim.bearings if self.heard(self._view.statements[bearing.statement], rests)]
        return attrs.evolve(claim, bearings=tuple(heard))

    def heard(self, statement: Statement, rests: Mapping[str, Sequence[str]] = MappingProxyType({})) -> bool:
        """Whether a statement counts, where articles are recorded to rest on these sources for what it says."""
        resolve, gone = self._view.resolve, self._without.sources
        article = resolve(statement.article)
        steps = [{*map(resolve, link.holders)} for link in statement.chain if link.certainty is not Certainty.UNRESOLVED]
        first = {key.removeprefix(HELD) for key in rests.get(held(article), ())}
        steps += [first] if first and first.isdisjoint(key for step in steps for key in step) else []
        return article not in self._without.articles and not any(gone.issuperset(step) for step in steps)

    def _admitted(self, claim: TrackedClaim) -> frozenset[Framing]:
        if len(claim.kinds) == 1:
            return ADMITS[claim.kinds[0]]
        return frozenset().union(*(ADMITS[kind] for kind in claim.kinds))

    def _lineage(self, claim: TrackedClaim, counted: Mapping[StanceKind, Weight], admitted: frozenset[Framing]) -> Lineage:
        bearing_so = [self._view.statements[bearing.statement] for bearing in claim.bearings if bearing.kind in counted]
        if not bearing_so:
            return Lineage(claim=claim.key)
        heard = {bearing.statement for bearing in self.left(claim).bearings}
        drawing = _Drawing(self._view, self._carriers, claim, bearing_so, self._without.sources)
        for bearing in claim.bearings:
            if bearing.kind in counted:
                statement = self._view.statements[bearing.statement]
                if statement.framing in admitted or Modality.ACCUSATION in statement.modality:
                    drawing.add(statement, counted[bearing.kind] if statement.key in heard else Weight.GONE)
                elif statement.key in heard:
                    drawing.leave_out(statement)
        return drawing.lineage()

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Who cites whom in a circle, over all claims."""
        standing = filter(self._carriers.stands, self._view.derivations)
        return cycles((self._view.resolve(d.derived), self._view.resolve(d.source)) for d in standing)


class _Drawing:
    """The lineage of one claim while it is drawn."""

    def __init__(self, view: View, carriers: Carriers, claim: TrackedClaim, statements: Sequence[Statement], gone: Set[str]) -> None:
        self._view = view
        self._carriers = carriers
        self._claim = claim
        self._gone = gone
        self._edges: dict[tuple[str, str], Weight] = {}
        self._origins: set[str] = set()
        self._entries: set[str] = set()
        self._articles: dict[str, set[str]] = {}
        self._outlets: dict[str, set[str]] = {}
        self._voices: dict[str, str] = {}
        self._holders: set[str] = set()
        self._left_out: set[LeftOut] = set()
        self._sources = _scoped(view, claim)
        self._stories = apart(_cited(view, statements, self._sources), view) if len(statements) > 1 else {}  # one article, one story
        self._told: dict[str, Story] = {}

    def leave_out(self, statement: Statement) -> None:
        """Note a statement whose framing gives this kind of claim no origin."""
        self._carry(self._view.resolve(statement.article))
        kinds = " and ".join(str(kind) for kind in self._claim.kinds)
        self._left_out.add(LeftOut(statement.key, f"{statement.framing} gives no origin to a claim of {kinds}"))

    def _carry(self, article: str, weight: Weight = Weight.RECORDED) -> str:
        """Note that an article carries the claim, for whichever carrier stands for it; that carrier."""
        carrier = self._carriers.of(article)
        if weight:
            self._articles.setdefault(carrier, set()).add(article)
        known = self._view.articles.get(article)
        if known and known.outlet:
            self._outlets.setdefault(self._view.resolve(known.outlet), set()).add(carrier)
        return carrier

    def add(self, statement: Statement, weight: Weight) -> None:
        """Draw the lines that one statement adds: every holder of a link leads on to every holder of the link before."""
        article = self._view.resolve(statement.article)
        carrier = self._carry(article, weight)
        before: Layer = [(f"carrier:{carrier}", True)]
        vouching: Layer = []
        for layer in self._layers(statement, article, carrier):
            for source, certain in layer:
                for target, held in before:
                    self._draw(source, target, weight if certain and held else min(weight, Weight.POSSIBLE))
            vouching = [step for step in before if step[1] and step[0] in self._holders] or vouching
            self._holders.update(key for key, _ in layer)
            before = layer
        for key, certain in before:
            self._end(key, weight)
            if not certain:
                self._enter((named for named, _ in vouching), weight)

    def _enter(self, keys: Iterable[str], weight: Weight) -> None:
        """Note where the claim enters the record, and whether it still does."""
        found = set(keys)
        self._entries |= found
        self._origins |= found if weight else set()

    def _layers(self, statement: Statement, article: str, carrier: str) -> list[Layer]:
        """The links as nodes, each with whether it is on record; what the article is recorded to rest on comes first."""
        layers = [self._layer(link, article, carrier) for link in statement.chain]
        rests = [(self._story(source, article), not self._nameless(source)) for source in self._sources.get(held(article), ())]
        named = {key for layer in layers for key, _ in layer}
        if rests and named.isdisjoint(key for key, _ in rests):
            return [rests, *layers]
        return layers or [[(self._voice(carrier), False)]]

    def _layer(self, link: Link, article: str, carrier: str) -> Layer:
        """The nodes for one link; a holder that could not be resolved is no more than the article's own word."""
        if link.certainty is Certainty.UNRESOLVED:
            return [(self._voice(carrier), False)]
        keys = [held(self._view.resolve(holder)) for holder in link.holders]
        certain = link.certainty is Certainty.CERTAIN
        return [(self._story(key, article), certain and not self._nameless(key)) for key in keys]

    def _story(self, key: str, article: str) -> str:
        """The node for an outlet that an article cites: the outlet itself, or a story of another time, which is a node of its own."""
        story = self._stories.get((article, key))
        if story is None:
            return key
        self._told[f"story: {story.on} {key}"] = story
        return f"story: {story.on} {key}"

    def _voice(self, carrier: str) -> str:
        self._voices[f"voice:{carrier}"] = carrier
        return f"voice:{carrier}"

    def _nameless(self, key: str) -> bool:
        speaker = self._view.speakers.get(key.removeprefix(HELD))
        return speaker is not None and speaker.kind is SpeakerKind.ANONYMOUS

    def _draw(self, source: str, target: str, weight: Weight) -> None:
        if source != target:
            told = Weight.GONE if self._silent(source) or self._silent(target) else weight
            self._edges[source, target] = max(self._edges.get((source, target), Weight.GONE), told)

    def _silent(self, key: str) -> bool:
        """Whether a node stands for a source that is taken out."""
        return bool(self._gone) and (self._told[key].source if key in self._told else key.removeprefix(HELD)) in self._gone

    def _end(self, holder: str, weight: Weight) -> None:
        """Make the innermost holder an origin, or follow what it is recorded to rest on for this claim to where that ends.

        A holder that passes on a nameless source vouches for it, so it is an origin as well.
        """
        todo, seen = [holder], {holder}
        while todo:
            key = todo.pop()
            deeper = self._sources.get(self._told[key].source if key in self._told else key, [])
            if not deeper:
                self._enter([key], weight)
            for source in filter(self._nameless, deeper):
                self._enter([key], Weight.GONE if self._silent(source) else weight)
            for source in deeper:
                self._draw(source, key, min(weight, Weight.POSSIBLE) if self._nameless(source) else weight)
                if source not in seen:
                    seen.add(source)
                    todo.append(source)

    def lineage(self) -> Lineage:
        """The finished drawing."""
        self._join_cited_outlets()
        drawn = {edge: weight for edge, weight in self._edges.items() if weight}
        keys = {key for edge in drawn for key in edge} | {f"carrier:{carrier}" for carrier in self._articles}
        return Lineage(
            claim=self._claim.key,
            nodes=tuple(self._node(key) for key in sorted(keys)),
            edges=tuple(sorted(Edge(source, target, weight is Weight.RECORDED) for (source, target), weight in drawn.items())),
            contractions=self._carriers.contractions(article for group in self._articles.values() for article in group),
            left_out=tuple(sorted(self._left_out, key=lambda left: left.statement)),
            cycles=cycles((target, source) for source, target in drawn),
        )

    def _join_cited_outlets(self) -> None:
        """Where a cited outlet's own article is at hand, a copy or not, what others cite it for is what flows to that article."""
        for outlet in sorted(self._holders & self._outlets.keys()):
            self._merge_voice(outlet)
            carriers = {f"carrier:{carrier}" for carrier in self._outlets[outlet]}
            feeding = [(source, weight) for (source, target), weight in self._edges.items() if target in carriers and source != outlet]
            for source, weight in feeding:
                self._draw(source, outlet, weight)
            if feeding and f"voice:{outlet}" not in self._voices:
                self._origins.discard(outlet)

    def _merge_voice(self, outlet: str) -> None:
        """Take an outlet's own voice for the outlet that others cite."""
        voice = f"voice:{outlet}"
        if voice in self._origins and outlet in self._entries:
            self._origins.add(outlet)
        drawn, self._edges = self._edges, {}
        for (source, target), weight in drawn.items():
            self._draw(outlet if source == voice else source, outlet if target == voice else target, weight)

    def _node(self, key: str) -> Node:
        name = self._view.name
        if key.startswith("carrier:"):
            carrier = key.removeprefix("carrier:")
            articles = tuple(sorted(self._articles[carrier]))
            return Node(key=key, name=self._carrier_name(carrier), kind=NodeKind.CARRIER, articles=articles)
        if key in self._voices:
            said = f"{self._carrier_name(self._voices[key])} in its own voice"
            return Node(key=key, name=said, kind=NodeKind.VOICE, actors=(key,), origin=key in self._origins, recorded=False)
        story = self._told.get(key)
        holder = story.source if story else key.removeprefix(HELD)
        told = f"{name(holder)}, story of {story.on}" if story else name(holder)
        kind = self._kind(holder)
        actors = tuple(sorted(map(held, self._view.actors(holder))))
        return Node(key=key, name=told, kind=kind, actors=actors, origin=key in self._origins, recorded=kind is not NodeKind.ANONYMOUS)

    def _carrier_name(self, carrier: str) -> str:
        """The outlets that readers see, and what they copy where that is another text."""
        told = sorted({self._view.name(article) for article in self._articles[carrier]})
        name = self._view.name(carrier)
        return " and ".join(told) if name in told else f"{' and '.join(told)} (after {name})"

    def _kind(self, key: str) -> NodeKind:
        speaker = self._view.speakers.get(key)
        if speaker is None:
            return NodeKind.OUTLET if key in self._view.outlets else NodeKind.SPEAKER
        kinds = {SpeakerKind.DOCUMENT: NodeKind.DOCUMENT, SpeakerKind.OUTLET: NodeKind.OUTLET, SpeakerKind.ANONYMOUS: NodeKind.ANONYMOUS}
        return kinds.get(speaker.kind, NodeKind.SPEAKER)


def _scoped(view: View, claim: TrackedClaim) -> dict[str, list[str]]:
    """For each text, what it is recorded to rest on for this claim."""
    sources: dict[str, list[str]] = {}
    if view.resting.keys().isdisjoint(claim.members):
        return sources
    for derivation in (each for key in claim.members for each in view.resting.get(key, ())):
        found = sources.setdefault(held(view.resolve(derivation.derived)), [])
        source = held(view.resolve(derivation.source))
        if source not in found:
            found.append(source)
    return {text: sorted(found) for text, found in sources.items()}


def _cited(view: View, statements: Sequence[Statement], sources: Mapping[str, Sequence[str]]) -> Iterator[Citing]:
    """Which outlets are cited for a claim, by whom; a document is one text, and an outlet whose own article is at hand is that article."""
    articles = {view.resolve(statement.article) for statement in statements}
    own = {view.resolve(view.articles[key].outlet) for key in articles & view.articles.keys()}
    found = {(view.resolve(statement.article), source) for statement in statements for source in credited(statement, view)}
    found |= {(article, source) for article in articles for source in sources.get(held(article), ())}
    for article, source in found:
        speaker = view.speakers.get(source)
        outlet = source in view.outlets if speaker is None else speaker.kind is SpeakerKind.OUTLET
        if outlet and source not in own:
            yield Citing(article=article, source=source, on=published(article, view))


def held(key: str) -> str:
    """The node for a holder's key, which must not be taken for a carrier, a voice or a story, whatever the holder is called."""
    return f"{HELD}{key}" if key.startswith(("carrier:", "voice:", "story:")) else key
