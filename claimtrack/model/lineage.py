"""The lineage of a claim as a graph, and the certificate that proves how many independent origins it has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.showing import as_html
from claimtrack.model.terms import DerivationKind, Term
from claimtrack.model.walks import reached, turned

SINK = -1
"""Stands for the reader in a numbered lineage."""


class NodeKind(Term):
    """What a node of a lineage stands for."""

    SPEAKER = "speaker"
    DOCUMENT = "document"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"
    VOICE = "voice"
    CARRIER = "carrier"


@attrs.frozen(kw_only=True)
class Node:
    """One place that a claim passes on its way to the reader.

    Attributes:
        actors: for an origin, whom it stands for; two origins are independent only if these do not overlap.
        origin: whether the claim can enter the record here.
        recorded: whether it is on record (a named speaker, a document, a cited outlet), not an article's own voice or a nameless source.
        articles: for a carrier, the articles contracted into it.
    """

    key: str
    name: str
    kind: NodeKind
    actors: tuple[str, ...] = ()
    origin: bool = False
    recorded: bool = True
    articles: tuple[str, ...] = ()

    @property
    def capped(self) -> bool:
        """Whether one line at most may pass: true for all but carriers, which pass on what they are given."""
        return self.kind is not NodeKind.CARRIER


@attrs.frozen(order=True)
class Edge:
    """That what the target says comes from the source; `recorded` when a statement in full support says so itself."""

    source: str
    target: str
    recorded: bool = True


@attrs.frozen
class LeftOut:
    """A statement that gives no origin, and why."""

    statement: str
    why: str


@attrs.frozen
class Contraction:
    """An article that is not counted for itself, since it copies another text."""

    article: str
    into: str
    kind: DerivationKind
    declared: bool


@attrs.frozen(kw_only=True)
class Lineage:
    """What flows to one claim: origins, the documents and outlets it came through, the articles that carry it.

    Edges run towards the reader. Every carrier leads on to the claim.
    """

    claim: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    contractions: tuple[Contraction, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        for node in self.nodes:
            if node.origin and not node.actors:
                raise RecordError(f"the origin {node.key!r} stands for nobody; name its actors", "nodes")
        known = {node.key: node.kind is not NodeKind.CARRIER for node in self.nodes}
        for edge in self.edges:
            if edge.target not in known or not known.get(edge.source) or edge.source == edge.target:
                raise RecordError(f"{edge.source!r} cannot lead to {edge.target!r}; edges join known nodes and end at carriers", "edges")

    @cached_property
    def numbered(self) -> Numbered:
        """The lineage in whole numbers, for searching."""
        return Numbered.of(self)

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """The nodes by key."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def onward(self) -> Mapping[str, tuple[str, ...]]:
        """For each node, the nodes it leads to."""
        targets: dict[str, list[str]] = defaultdict(list)
        for edge in self.edges:
            targets[edge.source].append(edge.target)
        return {source: tuple(sorted(found)) for source, found in targets.items()}

    @cached_property
    def backward(self) -> Mapping[str, Sequence[str]]:
        """For each node, the nodes that lead to it."""
        return turned(self.onward)

    @cached_property
    def carriers(self) -> tuple[Node, ...]:
        """The nodes that hand the claim to the reader."""
        return tuple([node for node in self.nodes if node.kind is NodeKind.CARRIER])

    @cached_property
    def origins(self) -> tuple[Node, ...]:
        """The places where the claim may enter the record, on record or not."""
        return tuple([node for node in self.nodes if node.origin])

    @cached_property
    def on_record(self) -> Lineage:
        """The part of the lineage that is on record: recorded nodes, recorded edges."""
        nodes = tuple([node for node in self.nodes if node.recorded])
        kept = {node.key for node in nodes}
        edges = tuple([edge for edge in self.edges if edge.recorded and edge.source in kept and edge.target in kept])
        if len(nodes) == len(self.nodes) and len(edges) == len(self.edges):
            return self
        return attrs.evolve(self, nodes=nodes, edges=edges)

    def without(self, gone: Iterable[str], actors: Iterable[str] = ()) -> Lineage:
        """The lineage with some nodes and some actors taken out; an origin with no actor left is none."""
        gone, silent = frozenset(gone), frozenset(actors)
        nodes = [_less(node, silent) for node in self.nodes if node.key not in gone]
        edges = tuple(edge for edge in self.edges if edge.source not in gone and edge.target not in gone)
        return attrs.evolve(self, nodes=tuple(nodes), edges=edges)

    def reached(self) -> frozenset[str]:
        """The nodes that a claim starting from any origin can reach."""
        return frozenset(reached((node.key for node in self.origins), self.onward))

    def carriers_of(self, key: str, past: Collection[str] = ()) -> tuple[Node, ...]:
        """The carriers that what a node says can reach, past some nodes that nothing goes through."""
        found = reached([key], self.onward, past)
        return tuple([carrier for carrier in self.carriers if carrier.key in found])

    def arrives(self) -> bool:
        """Whether the claim can get from any origin to any carrier."""
        reached = self.reached()
        return any(carrier.key in reached for carrier in self.carriers)

    @property
    def arriving(self) -> tuple[Node, ...]:
        """The origins from which the claim can get to a carrier."""
        found = reached((carrier.key for carrier in self.carriers), turned(self.onward))
        return tuple(node for node in self.origins if node.key in found)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return as_html(self)


@attrs.define
class Numbered:
    """A lineage in whole numbers: its capped nodes, with carriers folded away, and above them the actors that several origins share.

    Attributes:
        names: the key of each number; numbers from `actors_from` on stand for shared actors.
        onward: where each leads; `SINK`, first, where a carrier takes it to the reader.
        carriers: for the numbers that a carrier takes on, that carrier's key.
        origins: the numbers of the origins, each with its actors.
        starts: the numbers that a line may start from.
        recorded: whether every node and edge is on record.
        apart: whether no two origins share an actor.
    """

    names: list[str]
    actors_from: int
    onward: list[list[int]]
    carriers: dict[int, str]
    origins: dict[int, tuple[str, ...]]
    starts: list[int]
    recorded: bool
    apart: bool

    @classmethod
    def of(cls, lineage: Lineage) -> Numbered:
        """Number the capped nodes of a lineage."""
        capped = [node for node in lineage.nodes if node.kind is not NodeKind.CARRIER]
        number = {node.key: place for place, node in enumerate(capped)}
        origins = {number[node.key]: node.actors for node in capped if node.origin}
        recorded = all(node.recorded for node in lineage.nodes) and all(edge.recorded for edge in lineage.edges)
        numbered = cls(list(number), len(number), [[] for _ in number], {}, origins, [], recorded, apart=True)
        for edge in lineage.edges:
            source = number[edge.source]
            if edge.target in number:
                numbered.onward[source].append(number[edge.target])
            elif source not in numbered.carriers:
                numbered.carriers[source] = edge.target
                numbered.onward[source].insert(0, SINK)
        numbered._raise_actors()
        return numbered

    def _raise_actors(self) -> None:
        """Draw shared actors above their origins; an actor of one origin alone needs no node, for that origin does as well."""
        standing = [actor for actors in self.origins.values() for actor in actors]
        self.apart = len(standing) == len(set(standing))
        if self.apart:
            self.starts = [origin for origin, actors in self.origins.items() if actors]
            return
        count = Counter(standing)
        above: dict[str, int] = {}
        for origin, actors in self.origins.items():
            if any(count[actor] == 1 for actor in actors):
                self.starts.append(origin)
                continue
            for actor in actors:
                if actor not in above:
                    above[actor] = len(self.names)
                    self.starts.append(len(self.names))
                    self.names.append(actor)
                    self.onward.append([])
                self.onward[above[actor]].append(origin)


def _less(node: Node, gone: frozenset[str]) -> Node:
    left = tuple(actor for actor in node.actors if actor not in gone)
    return node if left == node.actors else attrs.evolve(node, actors=left, origin=node.origin and bool(left))


@attrs.frozen
class Certificate:
    """The bounds on the number of independent origins, each with its proof.

    Attributes:
        lines: for the lower bound, as many lines on record, each the keys from an origin to a carrier; no two share a capped node, and
            no two origins an actor.
        cut, cut_actors: for the upper bound, nodes and actors, as many together, without which nothing reaches a carrier (Menger 1927).
        exhaustive: whether no larger set of lines exists; false where the search was cut short, and `lower` is what was found.
    """

    lower: int
    upper: int
    lines: tuple[tuple[str, ...], ...]
    cut: tuple[str, ...]
    cut_actors: tuple[str, ...] = ()
    exhaustive: bool = True

    def verify(self, lineage: Lineage) -> bool:
        """Whether the lines and the cut prove the bounds for this lineage."""
        return not self.objections(lineage)

    def objections(self, lineage: Lineage) -> tuple[str, ...]:
        """What is wrong with the proof, empty for a sound one."""
        wrong = faults_of_lines(self.lines, lineage.on_record)
        if len(self.lines) != self.lower or len({*self.cut}) + len({*self.cut_actors}) != self.upper or self.lower > self.upper:
            wrong.append("the counts do not match the proofs")
        if any(key in lineage.node and not lineage.node[key].capped for key in self.cut):
            wrong.append("the cut takes out a carrier")
        if lineage.without(self.cut, self.cut_actors).arrives():
            wrong.append("the claim gets past the cut")
        return tuple(wrong)


def faults_of_lines(lines: Iterable[tuple[str, ...]], record: Lineage) -> list[str]:
    """What keeps lines from being independent lines of reporting on record, empty if nothing does."""
    lines = tuple(lines)
    wrong = [f"line {' > '.join(line)} is not on record" for line in lines if not runs(line, record)]
    passed = [key for line in lines for key in line if key in record.node and record.node[key].capped]
    actors = [actor for line in lines if line and line[0] in record.node for actor in record.node[line[0]].actors]
    if len(passed) != len(set(passed)):
        wrong.append("two lines share a node")
    if len(actors) != len(set(actors)):
        wrong.append("two origins share an actor")
    return wrong


def runs(line: tuple[str, ...], lineage: Lineage) -> bool:
    """Whether a line leads from an origin to a carrier along edges of the lineage."""
    if not line:
        return False
    first, last = lineage.node.get(line[0]), lineage.node.get(line[-1])
    steps = all(after in lineage.onward.get(before, ()) for before, after in pairwise(line))
    return first is not None and first.origin and last is not None and last.kind is NodeKind.CARRIER and steps
