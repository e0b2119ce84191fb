"""What is written in each box of a drawing: what it is, its name, and what to mind about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from claimtrack.model.case import counted
from claimtrack.model.lineage import Certificate, Contraction, Node, NodeKind
from claimtrack.model.reports import Sourcing
from claimtrack.model.view import View
from claimtrack.reports.drawings.fitting import fitted
from claimtrack.reports.drawings.layering import CLAIM, Layers
from claimtrack.reports.drawings.layout import WIDTH
from claimtrack.reports.drawings.sentences import Notes
from claimtrack.reports.words import harmless

BIG, SMALL = 14, 12
LEADING = 1.3
PADDING = 10
BAR = 14
"""Pixels: names and the rest of the text, the room around it, and what is kept free for the bar of a cut. Leading is per size."""
BOLD = 1.12
HEAVY = frozenset({"cut", "lost", "name"})
"""Roles in bold, and how much wider that is."""
MOST_LINES = 3
COPIES_NAMED = 2
_KINDS: Mapping[NodeKind, str] = {
    NodeKind.ANONYMOUS: "unnamed source",
    NodeKind.VOICE: "own voice",
    NodeKind.CARRIER: "article",
}


@attrs.frozen
class Row:
    """One line of text.

    Attributes:
        role: what it is, as a class for style sheets: `kind`, `name`, `cut`, `lost` or `note`.
        size: of its letters, in pixels.
        down: from the top of the box to the foot of the letters, in pixels.
    """

    role: str
    text: str
    size: int
    down: int


@attrs.frozen(kw_only=True)
class Card:
    """A box's text.

    Attributes:
        whole: all of it uncut.
        classes: what it is, for style sheets.
        cut: whether the cut goes through it.
        dashed: whether it is drawn as not on record.
    """

    rows: tuple[Row, ...]
    whole: str
    classes: str
    cut: bool = False
    dashed: bool = False

    @property
    def height(self) -> int:
        """Of the box, in pixels."""
        return self.rows[-1].down + PADDING


def cards(sourcing: Sourcing, view: View, drawn: Layers, notes: Notes, claim: str, proved: bool) -> dict[str, Card]:
    """The text of every box that is drawn, by key.

    Args:
        sourcing: of a claim, or of its denial.
        view: for the names of actors and articles.
        drawn: which nodes are.
        notes: what else to say of single nodes, by key.
        claim: what the box of the claim is called.
        proved: whether it tells the bounds.
    """
    nodes, proof = sourcing.lineage.node, sourcing.certificate
    copies = _copies(sourcing)
    written = {
        key: _card(nodes[key], key in proof.cut, notes.get(key, ()), (*_actors(nodes[key], sourcing, view), *_copied(copies[key], view)))
        for key in drawn.column
        if key != CLAIM
    }
    return written | {CLAIM: _set([("kind", SMALL, claim), *(_bounds(sourcing.certificate) if proved else ())], "claim")}


def _bounds(proof: Certificate) -> Iterator[tuple[str, int, str]]:
    """How many independent origins there are."""
    least = f"{proof.lower}{'' if proof.exhaustive else '+'}"
    yield "name", BIG, counted(proof.upper, "origin") if least == str(proof.upper) else f"{least} to {proof.upper} origins"
    if proof.upper > 1:
        yield "note", SMALL, "independent of each other"


def _card(node: Node, cut: bool, lost: tuple[str, ...], notes: tuple[str, ...]) -> Card:
    kind = _KINDS.get(node.kind, str(node.kind))
    many = [counted(len(node.articles), "article")] if len(node.articles) > 1 else []
    rows = [("kind", SMALL, kind if node.recorded else f"{kind}, not on record"), ("name", BIG, node.name or "(no name)")]
    rows += [("cut", SMALL, "cut")] if cut else []
    rows += [("lost", SMALL, word) for word in lost]
    rows += [("note", SMALL, note) for note in (*many, *notes)]
    classes = f"{'origin ' if node.origin else ''}{node.kind}"
    return attrs.evolve(_set(rows, classes, BAR if cut else 0), cut=cut, dashed=not node.recorded)


def _set(texts: list[tuple[str, int, str]], classes: str, bar: int = 0) -> Card:
    """Texts as lines one under the other, cut to the width of a box."""
    rows = []
    down = PADDING
    for role, size, text in texts:
        for line in fitted(harmless(text), (WIDTH - 2 * PADDING - bar) / size / (BOLD if role in HEAVY else 1), MOST_LINES):
            down += round(size * LEADING)
            rows.append(Row(role, line, size, down - round(size * (LEADING - 1))))
    return Card(rows=tuple(rows), whole=harmless("; ".join(text for _, _, text in texts)), classes=classes)


def _actors(node: Node, sourcing: Sourcing, view: View) -> Iterator[str]:
    """That the cut takes out whom an origin stands for."""
    for actor in node.actors if node.origin else ():
        if actor in sourcing.certificate.cut_actors:
            yield f"cut as an actor: {view.name(actor)}"


def _copies(sourcing: Sourcing) -> Mapping[str, list[Contraction]]:
    """The copies that each carrier stands for."""
    carrier = {article: node.key for node in sourcing.lineage.carriers for article in node.articles}
    found: dict[str, list[Contraction]] = defaultdict(list)
    for contraction in sourcing.lineage.contractions:
        if contraction.article in carrier:
            found[carrier[contraction.article]].append(contraction)
    return found


def _copied(copies: list[Contraction], view: View) -> Iterator[str]:
    for each in copies[:COPIES_NAMED]:
        yield f"with {view.name(each.article)}, {each.kind} of {view.name(each.into)}"
    if len(copies) > COPIES_NAMED:
        yield f"and {counted(len(copies) - COPIES_NAMED, 'more text')} counted with it"
