"""The lines of reporting to a claim in sentences: what a drawing of them shows, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from claimtrack.model.case import counted, listing
from claimtrack.model.lineage import Lineage, Node
from claimtrack.model.reports import Sourcing, SupportReport
from claimtrack.model.view import View
from claimtrack.reports.drawings.losses import losses
from claimtrack.reports.words import harmless

Notes = Mapping[str, tuple[str, ...]]
NO_NOTES: Notes = MappingProxyType({})


def drawing_words(sourcing: Sourcing, view: View, *, notes: Notes = NO_NOTES) -> tuple[str, ...]:
    """The same as the drawing, in sentences, harmless on a terminal; a page still has to escape them.

    Args:
        sourcing: of a claim, or of its denial.
        view: for the names of actors and articles.
        notes: what to say of single nodes, by key, such as `losses` finds.
    """
    told = (
        *_lines(sourcing),
        *_cut(sourcing, view),
        *_rest(sourcing),
        *_unrecorded(sourcing.lineage),
        *_circles(sourcing.lineage),
        *_copies(sourcing.lineage, view),
        *_noted(sourcing.lineage, notes),
    )
    return tuple(harmless(sentence) for sentence in told)


def words_of(claim: SupportReport, view: View) -> tuple[str, ...]:
    """The lines of reporting to a claim in sentences, with where a hedge or a source was lost."""
    return drawing_words(claim.support, view, notes=losses(claim, view))


def _lines(sourcing: Sourcing) -> Iterator[str]:
    proof, nodes = sourcing.certificate, sourcing.lineage.node
    more = "" if proof.exhaustive else "; the search was cut short, there may be more"
    yield f"{counted(proof.lower, 'independent line')} of reporting on record{more}."
    for number, line in enumerate(proof.lines, 1):
        yield f"Line {number}: {_path(line, nodes)}."


def _path(keys: Iterable[str], nodes: Mapping[str, Node]) -> str:
    """A line, from whom to whom."""
    names = [nodes[key].name if key in nodes else key for key in keys]
    return " to ".join([", through ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _cut(sourcing: Sourcing, view: View) -> Iterator[str]:
    proof, nodes = sourcing.certificate, sourcing.lineage.node
    names = [nodes[key].name if key in nodes else key for key in proof.cut] + [
        f"{view.name(key)} (as an actor)" for key in proof.cut_actors
    ]
    if names:
        yield f"The cut: nothing reaches the claim but through {listing(names)}, so there {_are(len(names))} at most."


def _are(many: int) -> str:
    return f"{'is' if many == 1 else 'are'} {counted(many, 'independent origin')}"


def _rest(sourcing: Sourcing) -> Iterator[str]:
    """What is on record beside the lines."""
    lineage = sourcing.lineage
    used = {key for line in sourcing.certificate.lines for key in line}
    names = [node.name for node in lineage.nodes if node.recorded and node.capped and node.key not in used]
    if names:
        yield f"On record beside these lines: {listing(names)}."
    silent = [node.name for node in lineage.carriers if node.key not in used]
    if silent:
        yield f"Carried as well by {listing(silent)}."


def _unrecorded(lineage: Lineage) -> Iterator[str]:
    names = [node.name for node in lineage.nodes if not node.recorded]
    if names:
        yield f"Not on record, so that it counts at most: {listing(names)}."
    steps = [edge for edge in lineage.edges if not edge.recorded and lineage.node[edge.source].recorded]
    for edge in steps:
        yield f"Not on record: that {lineage.node[edge.target].name} has it from {lineage.node[edge.source].name}."


def _circles(lineage: Lineage) -> Iterator[str]:
    for circle in lineage.cycles:
        names = [lineage.node[key].name if key in lineage.node else key for key in (*circle, circle[0])]
        yield f"Circular: {' leads to '.join(names)}."


def _copies(lineage: Lineage, view: View) -> Iterator[str]:
    for each in lineage.contractions:
        yield f"Counted with {view.name(each.into)}: {view.name(each.article)}, as {each.kind} of it."


def _noted(lineage: Lineage, notes: Notes) -> Iterator[str]:
    for key, words in sorted(notes.items()):
        if key in lineage.node:
            yield f"At {lineage.node[key].name}: {', '.join(words)}."
