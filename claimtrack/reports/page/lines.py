"""The lines of reporting to a claim: how many there are at least and at most, with the proof of either, in sentences and as a drawing."""

from __future__ import annotations

import attrs
from markupsafe import Markup

from claimtrack.model.lineage import Certificate
from claimtrack.model.reports import Sourcing
from claimtrack.model.view import View
from claimtrack.reports.drawings.sentences import NO_NOTES, Notes
from claimtrack.reports.drawings.svg import drawing

NO_DRAWING = Markup("")
WORTH_DRAWING = 3
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


def lines(sourcing: Sourcing, view: View, title: str, ident: str, notes: Notes = NO_NOTES) -> Lines:
    """The lines of a claim or of its denial.

    Args:
        sourcing: of the one or the other.
        view: for the names of actors.
        title: what the drawing is called.
        ident: what sets it apart from all others in the page.
        notes: what the drawing says of single nodes, by key.
    """
    nodes, proof = sourcing.lineage.node, sourcing.certificate
    cut = [nodes[key].name for key in proof.cut] + [f"{view.name(actor)} (as an actor)" for actor in proof.cut_actors]
    return Lines(
        least=_least(proof),
        told=tuple(tuple(nodes[key].name for key in line) for line in proof.lines),
        most=_most(proof, told=bool(cut)),
        cut=tuple(cut),
        circles=tuple(tuple(nodes[key].name for key in (*circle, circle[0])) for circle in sourcing.lineage.cycles),
        drawing=drawn(sourcing, view, title, ident, notes),
        title=title,
    )


def _least(proof: Certificate) -> str:
    if not proof.lower:
        return "No line on record"
    return f"At least {proof.lower}" + ("" if proof.exhaustive else " (the search was cut short; there may be more)")


def _most(proof: Certificate, *, told: bool) -> str:
    return (f"At most {proof.upper}" + (": nothing gets past" if told else "")) if proof.upper else ""


def drawn(sourcing: Sourcing, view: View, title: str, ident: str, notes: Notes) -> Markup:
    """The lines as SVG, where they are more than one short line, which the sentences tell as well."""
    if len(sourcing.lineage.nodes) < WORTH_DRAWING:
        return NO_DRAWING
    return Markup(drawing(sourcing, view, title=title, ident=ident, notes=notes))  # escaped where it is made
