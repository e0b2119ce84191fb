"""Hypothesis strategies for whole ledgers and lineages: small ones, coherent ones, and ones that mean harm."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimtrack.model import (
    Anchor,
    Article,
    Claim,
    ClaimKind,
    Derivation,
    DerivationKind,
    Edge,
    Framing,
    Ledger,
    Lineage,
    Link,
    Maker,
    MakerKind,
    Node,
    NodeKind,
    Outlet,
    Record,
    Retraction,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Voice,
)
from claimtrack.testing.strategies import (
    derivations,
    judgements,
    outlets,
    records,
    speakers,
    stances,
    statements,
)
from claimtrack.testing.values import chains

OUTLETS = tuple(Outlet(key=f"outlet:{name}", name=name.title()) for name in ("harbour", "wire", "echo"))
SPEAKERS: dict[str, SpeakerKind] = {
    "person:minister": SpeakerKind.PERSON,
    "gov:ministry": SpeakerKind.GOVERNMENT,
    "gov:state": SpeakerKind.GOVERNMENT,
    "group:four": SpeakerKind.GROUP,
    "document:report": SpeakerKind.DOCUMENT,
    "person:rival": SpeakerKind.PERSON,
    "anon:official": SpeakerKind.ANONYMOUS,
}
ARTICLES = tuple(f"article:{number}" for number in range(4))
STATEMENTS = tuple(f"S{number}" for number in range(6))
CLAIMS = ("claim:dam-leaks", "claim:dam-holds")
HOLDERS = (*SPEAKERS, *(outlet.key for outlet in OUTLETS), "Harbour", "somebody unknown")
TEXTS = (*ARTICLES, *(outlet.key for outlet in OUTLETS), "document:report")
STRANGE = (
    *("Straße", "STRASSE", "e\u0301", "é", "\ufb01n", "fin", "İ", "ı", "Ⅳ", "IV"),
    *("\u05d0\u05d1\u05d2", "\u202e\u05db\u05d6\u05d1\u202c", "\u0627\u200d\u0628", "a\u0335\u0336\u0337", "\U0001d507am", "x\u2028y"),
    *("carrier:outlet:harbour", "voice:outlet:harbour", "null", "{}", "\\", '"'),
)
STRANGE_KEYS = (
    *("Straße", "STRASSE", "é", "e", "\u05d0\u05d1\u05d2", "\U0001d507am"),
    *("carrier:outlet:harbour", "voice:article:0", "outlet:harbour", "article:0"),
)


def ledgers() -> SearchStrategy[Ledger]:
    """Ledgers of up to five records drawn apart from each other; their references lead somewhere by chance only, which is fast."""
    return st.lists(records(), max_size=5).map(Ledger)


def coherent_ledgers() -> SearchStrategy[Ledger]:
    """Ledgers as a newsroom could keep: a cast of outlets and speakers, articles, statements with chains, claims, stances, derivations.

    References mostly lead somewhere; now and then an outlet is missing or a holder unknown. Names, dates and notes are plain, since
    `ledgers` and `adversarial_ledgers` vary those.
    """
    return _coherent()


@st.composite
def _coherent(draw: DrawFn) -> Ledger:
    found: list[Record] = list(OUTLETS[draw(st.sampled_from((0, 0, 0, 1))) :])
    found += _cast(draw)
    found += [Article(key=key, title=key, outlet=draw(_PLACES)) for key in ARTICLES[: draw(st.integers(1, 4))]]
    found += [draw(saying) for saying in _SAID[: draw(st.integers(1, 6))]]
    found += [draw(claimed) for claimed in _CLAIMED[: draw(st.integers(1, 2))]]
    found += draw(_BEARINGS)
    found += draw(_JUDGED)
    found += draw(_DESCENTS)
    found += _CIRCLE if draw(_RARELY) else ()
    if draw(st.booleans()):
        found.append(Retraction(record=draw(st.sampled_from(found)).id, reason="a slip", maker=draw(_MAKER)))
    return Ledger(found)


def _cast(draw: DrawFn) -> list[Record]:
    """The speakers, some of whom act for others or consist of them, at times in a circle."""
    cast: list[Record] = []
    for key, kind in SPEAKERS.items():
        name = key.partition(":")[2].title()
        acts_for = [other for other in draw(_SOME) if other != key]
        members = [other for other in draw(_SOME) if other != key] if kind is SpeakerKind.GROUP else ()
        cast.append(Speaker(key=key, name=name, kind=kind, acts_for=acts_for, members=members))
    return cast


def _said(key: str) -> SearchStrategy[Statement]:
    return statements(
        key=st.just(key),
        article=st.sampled_from(ARTICLES),
        anchor=st.just(Anchor(start=0, end=9)),
        chain=chains(st.sampled_from(HOLDERS)),
        framing=st.just(Framing.REPORTED_FACT) | st.sampled_from(Framing),
        content=_NOTHING,
        quotes=_NOTHING,
        source=st.none(),
        cue=st.none(),
        proposition=st.just("the dam leaks"),
        note=st.just(""),
        maker=st.none(),
    )


def _claimed(key: str) -> SearchStrategy[Claim]:
    kinds = st.just([ClaimKind.FACT]) | st.lists(st.sampled_from(ClaimKind), min_size=1, max_size=2)
    return st.builds(Claim, key=st.just(key), wording=st.just(key.partition(":")[2]), kinds=kinds)


def _bearing() -> SearchStrategy[Stance]:
    kinds = st.sampled_from((StanceKind.SUPPORTS, StanceKind.DENIES)) | st.sampled_from(StanceKind)
    return stances(statement=st.sampled_from(STATEMENTS), claim=st.sampled_from(CLAIMS), kind=kinds, note=st.just(""), maker=_MAKER)


def _descent(of: Sequence[str]) -> SearchStrategy[Derivation]:
    """Copies, at times in a circle, and citations scoped to a claim, at times resting on a speaker."""
    return derivations(
        st.sampled_from(of),
        claims=st.lists(st.sampled_from(CLAIMS), max_size=2),
        kind=st.sampled_from((DerivationKind.COPY, DerivationKind.CITATION)) | st.sampled_from(DerivationKind),
        altered=_NOTHING,
        cited=st.none(),
        note=st.just(""),
        maker=st.none(),
    )


_NOTHING = st.just(())
_RARELY = st.sampled_from((False, False, False, True))
_CIRCLE = tuple(
    Derivation(derived=derived, source=source, kind=DerivationKind.COPY)
    for derived, source in ((ARTICLES[0], ARTICLES[1]), (ARTICLES[1], ARTICLES[0]))
)
_MAKER = st.none() | st.sampled_from((Maker(name="Ada"), Maker(name="reader", kind=MakerKind.SOFTWARE, version="1.0")))
_SOME: SearchStrategy[list[str]] = st.just([]) | st.lists(st.sampled_from([*SPEAKERS, "Ministry"]), max_size=2, unique=True)
_PLACES = st.sampled_from((*(outlet.key for outlet in OUTLETS), "Wire", ""))
_SAID = tuple(map(_said, STATEMENTS))
_CLAIMED = tuple(map(_claimed, CLAIMS))
_BEARINGS = st.lists(_bearing(), min_size=1, max_size=7)
_JUDGEMENT = judgements(st.sampled_from((*CLAIMS, *STATEMENTS)), reasons=_NOTHING, maker=_MAKER)
_JUDGED = st.lists(_JUDGEMENT | judgements(st.sampled_from(ARTICLES), reasons=_NOTHING, maker=_MAKER), max_size=3)
_DESCENTS = st.lists(_descent(TEXTS) | _descent((*TEXTS, *(key for key in SPEAKERS if key not in TEXTS))), max_size=4)


def adversarial_ledgers() -> SearchStrategy[Ledger]:
    """Ledgers that mean harm: strange and near-equal names, rivals on one key, long chains, retractions of retractions.

    Sizes stay small, since what a large ledger costs is a matter for benchmarks; what records refuse cannot be drawn.
    """
    return _adversarial()


def _rival() -> SearchStrategy[Record]:
    strange, keys = st.sampled_from(STRANGE), st.sampled_from(STRANGE_KEYS)
    few = st.lists(strange, max_size=2)
    return st.one_of(
        outlets(key=keys, name=strange, aliases=few, facts=_NOTHING, maker=_MAKER),
        speakers(key=keys, name=strange, aliases=few, posts=_NOTHING, acts_for=st.lists(keys, max_size=3), members=few, maker=_MAKER),
        statements(key=keys, article=keys, chain=chains(strange | keys), cue=st.none(), note=strange, proposition=strange, maker=_MAKER),
        st.builds(Article, key=keys, outlet=keys | strange, title=strange, authors=few, maker=_MAKER),
        st.builds(Claim, key=keys, wording=strange, subjects=few, maker=_MAKER),
        stances(statement=keys, claim=keys, maker=_MAKER),
        judgements(keys, reasons=few, maker=_MAKER),
        derivations(keys, claims=st.lists(keys, max_size=3), cited=st.none(), maker=_MAKER),
    )


_COIN = st.booleans()
_RIVALS = st.lists(_rival(), max_size=10)


@st.composite
def _adversarial(draw: DrawFn) -> Ledger:
    found: list[Record] = draw(_RIVALS)
    found = [*found, *_bottomless(draw(st.sampled_from((0, 2, 40))), draw(st.sampled_from(STRANGE_KEYS)))]
    return Ledger([*found, *_taken_back(draw, found)])


def _bottomless(depth: int, claim: str) -> list[Record]:
    """A statement whose chain has `depth` links, in support of a claim."""
    if not depth:
        return []
    said = Statement(
        key="deep",
        article="article:0",
        anchor=Anchor(start=0, end=9),
        chain=tuple(Link(holders=(f"hand:{number}",)) for number in range(depth)),
        voice=Voice.INDIRECT,
        framing=Framing.REPORTED_FACT,
    )
    return [said, Stance(statement="deep", claim=claim, kind=StanceKind.SUPPORTS), Claim(key=claim, wording="deep")]


def _taken_back(draw: DrawFn, found: Sequence[Record]) -> list[Record]:
    """A record taken back, the retraction taken back, and so on, each by somebody else."""
    back: list[Record] = []
    for number in range(draw(st.integers(0, 5)) if found else 0):
        deeper = bool(back) and draw(_COIN)
        target = back[-1] if deeper else draw(st.sampled_from([*found, *back]))
        back.append(Retraction(record=target.id, reason=f"slip {number}", maker=draw(_MAKER)))
    return back


@st.composite
def lineages(draw: DrawFn, most: int = 12) -> Lineage:
    """Lineages of up to `most` nodes: origins that share actors, unrecorded nodes and edges, circles, carriers.

    Left out is what the tracer never draws: origins without an actor, carriers that are origins, and two edges between the same nodes.
    """
    carriers = [_carrier(number) for number in range(draw(st.integers(1, 3)))]
    passers = [draw(_passer(number)) for number in range(draw(st.integers(1, most - len(carriers))))]
    ends = st.tuples(st.integers(0, len(passers) - 1), st.integers(0, len(passers) + len(carriers) - 1))
    nodes = [*passers, *carriers]
    drawn = draw(st.dictionaries(ends, st.sampled_from((True, True, True, False)), max_size=2 * most))
    edges = (Edge(nodes[source].key, nodes[target].key, recorded) for (source, target), recorded in drawn.items() if source != target)
    return Lineage(claim="claim:dam-leaks", nodes=tuple(nodes), edges=tuple(sorted(edges)))


def _carrier(number: int) -> Node:
    return Node(key=f"carrier:{number}", name=f"Paper {number}", kind=NodeKind.CARRIER, articles=(f"article:{number}",))


@st.composite
def _passer(draw: DrawFn, number: int) -> Node:
    """A node that one line at most may pass: an origin or not, for itself or for actors that others stand for too."""
    kind = draw(_KINDS)
    actors = tuple(draw(_ACTORS)) or (f"node:{number}",)
    recorded = kind not in (NodeKind.ANONYMOUS, NodeKind.VOICE)
    return Node(key=f"node:{number}", name=f"Node {number}", kind=kind, actors=actors, origin=draw(_COIN), recorded=recorded)


_KINDS = st.sampled_from([kind for kind in NodeKind if kind is not NodeKind.CARRIER])
_ACTOR = st.sampled_from(("actor:a", "actor:b", "actor:c", "actor:d"))
_ACTORS: SearchStrategy[list[str]] = st.just([]) | st.lists(_ACTOR, max_size=3, unique=True).map(sorted)
