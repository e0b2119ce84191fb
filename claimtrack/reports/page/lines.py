"""The lines of reporting to a claim: how many there are at least and at most, with the proof of either, in sentences and as a drawing."""

from __future__ import annotations

import attrs
from markupsafe import Markup

from claimtrack.model.lineage import Certificate, Lineage
from claimtrack.model.reports import Sourcing
from claimtrack.model.view import View
from claimtrack.reports.drawings import NO_NOTES, Notes, drawing
from claimtrack.reports.page.slim import slim

NO_DRAWING = Markup("")
WORTH_DRAWING = 4
"""Nodes from which a drawing says more than the sentences beside it."""


@attrs.frozen(kw_only=True)
class Lines:
    """The proof of the bounds.

    Attributes:
        least, most: the bounds in words.
        told: each independent line, from the origin to the article.
        cut: without which nothing arrives.
        circles: who cites whom in a circle.
        drawing: the same as SVG, empty where there is none.
        title: what the drawing is called.
    """

    least: str
    told: tuple[tuple[str, ...], ...]
    most: str
    cut: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]
    drawing: Markup
    title: str


def lines(sourcing: Sourcing, view: View, title: str, ident: str, notes: Notes = NO_NOTES, about: str = "the claim") -> Lines:
    """The lines of a claim or of its denial.

    Args:
        sourcing: of the one or the other.
        view: for the names of actors.
        title: what the drawing is called.
        ident: what sets the drawing apart from all others in the page; empty for no drawing.
        notes: what the drawing says of single nodes, by key.
        about: what the box on the right of the drawing is called.
    """
    nodes, proof = sourcing.lineage.node, sourcing.certificate
    cut = [nodes[key].name for key in proof.cut] + [f"{view.name(actor)} (as an actor)" for actor in proof.cut_actors]
    return Lines(
        least=_least(proof),
        told=tuple(tuple(nodes[key].name for key in line) for line in proof.lines),
        most=_most(proof, told=bool(cut)),
        cut=tuple(cut),
        circles=tuple(tuple(nodes[key].name for key in (*circle, circle[0])) for circle in sourcing.lineage.cycles),
        drawing=drawn(sourcing, view, title, ident, notes, about),
        title=title,
    )


def _least(proof: Certificate) -> str:
    if not proof.lower:
        return "No line on record"
    return f"At least {proof.lower}" + ("" if proof.exhaustive else " (the search was cut short; there may be more)")


def _most(proof: Certificate, *, told: bool) -> str:
    return (f"At most {proof.upper}" + (": nothing gets past" if told else "")) if proof.upper else ""


def many(lineage: Lineage) -> bool:
    """Whether a lineage is more than one short line, so that a drawing of it says more than the sentences."""
    return len(lineage.nodes) >= WORTH_DRAWING or len(lineage.origins) > 1 or len(lineage.carriers) > 1


def drawn(sourcing: Sourcing, view: View, title: str, ident: str, notes: Notes, about: str) -> Markup:
    """The lines as SVG, where they are more than one short line, which the sentences tell as well."""
    if not ident or not many(sourcing.lineage):
        return NO_DRAWING
    return Markup(slim(drawing(sourcing, view, title=title, ident=ident, notes=notes, claim=about)))  # escaped where it is made
