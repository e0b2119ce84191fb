"""The lines of reporting to a claim as an SVG drawing: origins on the left, what they came through, articles, the claim on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise

from claimtrack.model.case import counted
from claimtrack.model.lineage import Certificate, Lineage
from claimtrack.model.reports import Sourcing, SupportReport
from claimtrack.model.view import View
from claimtrack.reports.drawings.boxes import HEAVY, PADDING, SMALL, Card, cards
from claimtrack.reports.drawings.fitting import fitted
from claimtrack.reports.drawings.layering import CLAIM, Layers, layers
from claimtrack.reports.drawings.layout import ACROSS, LANE, MARGIN, Box, Layout, Stroke, lay_out
from claimtrack.reports.drawings.losses import losses
from claimtrack.reports.drawings.sentences import NO_NOTES, Notes
from claimtrack.reports.words import anchor_of, harmless

BADGE = 9
"""Pixels: the radius of the circle that holds a line's number."""
DASHES = ("", "12 4", "12 4 3 4", "6 3", "3 3", "18 4")
"""How the first lines are dashed, so that they are told apart without colour and number; then from the start again."""
NOT_RECORDED = "1 5"
FONT = "Arial, Helvetica, sans-serif"
CENTRED = ' text-anchor="middle"'


def drawing(
    sourcing: Sourcing,
    view: View,
    *,
    title: str,
    ident: str,
    claim: str = "the claim",
    notes: Notes = NO_NOTES,
    proved: bool = True,
) -> str:
    """A whole `<svg>` to stand in a page; the same sourcing gives the same text.

    It needs no style, no script and nothing from elsewhere, so that it works under a strict content-security policy;
    `DRAWING_STYLE` gives it colours and says how far it shrinks; its frame then scrolls sideways, and should take the keyboard's focus.

    Args:
        sourcing: of a claim, or of its denial.
        view: for the names of actors and articles.
        title: what the drawing is called, for those who cannot see it.
        ident: what sets its ids apart from all others in the page, such as the claim's key.
        claim: what the box on the right is called.
        notes: what to say of single nodes, by key, such as `losses` finds.
        proved: whether the bounds were worked out; else none are told.
    """
    drawn = layers(sourcing.lineage, sourcing.certificate)
    written = cards(sourcing, view, drawn, notes, claim, proved)
    placed = lay_out(drawn, {key: card.height for key, card in written.items()})
    legend = list(_legend(drawn, written, placed))
    height = placed.height + sum(tall for tall, _ in legend)
    place = anchor_of("d", ident)
    parts = [
        f'<svg class="lines columns-{len(placed.columns)}" role="img" aria-labelledby="{place}-title {place}-desc" width="{placed.width}" '
        f'height="{height}" viewBox="0 0 {placed.width} {height}" font-family="{FONT}" fill="none" stroke="currentColor">',
        f'<title id="{place}-title">{_inert(title)}</title>',
        f'<desc id="{place}-desc">{_inert(_description(sourcing, drawn, proved))}</desc>',
        *_headings(sourcing, drawn, placed),
        *(_stroke(stroke, sourcing) for stroke in placed.strokes),
        *(_box(written[key], box) for key, box in placed.boxes.items()),
        *_stacked(legend, placed.height),
        "</svg>",
    ]
    return "\n".join(parts)


def drawing_of(claim: SupportReport, view: View, *, ident: str = "") -> str:
    """The drawing of the lines of reporting to a claim, with where a hedge or a source was lost.

    Args:
        claim: what to draw.
        view: of the report that it is part of.
        ident: what sets its ids apart from all others in the page; the claim's key without one.
    """
    title = f"Lines of reporting to {claim.name}"
    return drawing(claim.support, view, title=title, ident=ident or claim.claim.key, notes=losses(claim, view))


def drawing_of_lineage(lineage: Lineage) -> str:
    """The drawing of what flows to a claim, without bounds."""
    sourcing = Sourcing(lineage=lineage, certificate=Certificate(0, 0, (), ()))
    return drawing(sourcing, View(()), title=f"What flows to {lineage.claim}", ident=lineage.claim, proved=False)


def _inert(text: str) -> str:
    return escape(harmless(text))


def _description(sourcing: Sourcing, drawn: Layers, proved: bool) -> str:
    proof, lineage = sourcing.certificate, sourcing.lineage
    less = f"; {_left_out(drawn)}" if drawn.left_out or drawn.untold else ""
    bounds = f"; at least {counted(proof.lower, 'independent line')}, at most {proof.upper}" if proved else ""
    return (
        f"{counted(len(lineage.origins), 'origin')}, {counted(len(lineage.nodes) - len(lineage.carriers), 'source')} in all, "
        f"{counted(len(lineage.carriers), 'article or outlet')} carrying it{bounds}{less}."
    )


def _left_out(drawn: Layers) -> str:
    return f"{counted(len(drawn.left_out), 'more node')} and {counted(drawn.untold, 'more step')} are not drawn"


def _headings(sourcing: Sourcing, drawn: Layers, placed: Layout) -> Iterator[str]:
    """What each column holds."""
    named = dict.fromkeys(range(len(placed.columns)), "through")
    for key, column in drawn.column.items():
        if key == CLAIM:
            named[column] = "claim"
        elif not sourcing.lineage.node[key].capped:
            named[column] = "article"
        elif column == 0 and sourcing.lineage.node[key].origin:
            named[column] = "origin"
    for column, x in enumerate(placed.columns):
        yield _text("heading", x, MARGIN + SMALL, SMALL, named[column])


def _text(role: str, x: int, y: int, size: int, text: str, more: str = "") -> str:
    return f'<text class="{role}" x="{x}" y="{y}" font-size="{size}" fill="currentColor" stroke="none"{more}>{_inert(text)}</text>'


def _box(card: Card, box: Box) -> str:
    """A box with its text; what was cut off is in its title."""
    dashes = ' stroke-dasharray="5 4"' if card.dashed else ""
    round_ = 14 if "origin" in card.classes else 3
    parts = [
        f'<g class="node {card.classes}{" unrecorded" if card.dashed else ""}"><title>{_inert(card.whole)}</title>',
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{round_}" stroke-width="1.5"{dashes}/>',
    ]
    for row in card.rows:
        bold = ' font-weight="bold"' if row.role in HEAVY else ""
        parts.append(_text(row.role, box.x + PADDING, box.y + row.down, row.size, row.text, bold))
    if card.cut:
        parts.append(_bar(box.right - PADDING, box.y - 4, box.height + 8))
    return "".join([*parts, "</g>"])


def _bar(x: int, y: int, height: int) -> str:
    return f'<path class="bar" d="M{x} {y}v{height}" stroke-width="5"/>'


def _stroke(stroke: Stroke, sourcing: Sourcing) -> str:
    """A stroke with its arrow, and the number of its line where it is part of one."""
    step, (x, y) = stroke.step, stroke.points[0]
    parts = [f'<g class="step{f" line line-{_style(step.line)}" if step.line else ""}{"" if step.recorded else " unrecorded"}">']
    if step.line:
        x += 2 * BADGE + 2
        parts.append(f'<circle cx="{x - BADGE - 1}" cy="{y}" r="{BADGE}" stroke-width="1.5"/>')
        parts.append(_text("number", x - BADGE - 1, y + 4, SMALL, str(step.line), CENTRED))
    end_x, end_y = stroke.points[-1]
    way = _back((x, y), stroke) if step.back else _curves(((x, y), *stroke.points[1:]))
    width = 3 if step.line else 1.5
    parts.append(f'<path d="{way}" stroke-width="{width}"{_dashes(DASHES[_style(step.line) - 1] if step.line else "", step.recorded)}/>')
    parts.append(f'<path class="arrow" d="M{end_x - 7} {end_y - 4}L{end_x} {end_y}L{end_x - 7} {end_y + 4}z" fill="currentColor"/>')
    if step.back:
        parts.append(_returning(stroke, sourcing))
    return "".join([*parts, "</g>"])


def _style(line: int) -> int:
    """Which of the patterns a line has, from 1."""
    return (line - 1) % len(DASHES) + 1


def _dashes(pattern: str, recorded: bool) -> str:
    pattern = pattern if recorded else NOT_RECORDED
    return f' stroke-dasharray="{pattern}"' if pattern else ""


def _curves(points: tuple[tuple[int, int], ...]) -> str:
    """From column to column in a bend, through a column straight on."""
    way = f"M{points[0][0]} {points[0][1]}"
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        middle = (x + to_x) // 2
        way += f"H{to_x}" if number % 2 else f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"
    return way


def _back(start: tuple[int, int], stroke: Stroke) -> str:
    """Down beside the box, along a lane under all others, and up again."""
    (_, lane), (x, y) = stroke.points[1], stroke.points[-1]
    return f"M{start[0]} {start[1]}h6V{lane}H{x - 10}V{y}H{x}"


def _returning(stroke: Stroke, sourcing: Sourcing) -> str:
    """The word on a stroke that leads back."""
    name = sourcing.lineage.node[stroke.step.target].name
    x, lane = stroke.points[2]
    room = (stroke.points[1][0] - x) / SMALL
    return _text("circular", x, lane - 4, SMALL, " ".join(fitted(harmless(f"circular, back to {name}"), room, 1)))


def _legend(drawn: Layers, written: Mapping[str, Card], placed: Layout) -> Iterator[tuple[int, tuple[str, str]]]:
    """For each mark in use, its height, a sample and what it means."""
    room = (placed.width - 2 * MARGIN - ACROSS) / SMALL
    if any(step.line for step in drawn.steps):
        number = f'<circle cx="20" cy="-4" r="{BADGE - 1}"/>{_text("number", 20, 0, SMALL, "1", CENTRED)}'
        yield from _entry(number, "thick and numbered: an independent line of reporting", room)
    if any(card.dashed for card in written.values()) or any(not step.recorded for step in drawn.steps):
        dots = f'<path d="M2 -4h36" stroke-width="1.5" stroke-dasharray="{NOT_RECORDED}"/>'
        yield from _entry(dots, "dotted, or in a dashed box: not on record", room)
    if any(card.cut for card in written.values()):
        yield from _entry(_bar(20, -14, 18), "the cut: without these nothing reaches the claim", room)
    if drawn.left_out or drawn.untold:
        yield from _entry("", _left_out(drawn), room)


def _entry(sample: str, text: str, room: float) -> Iterator[tuple[int, tuple[str, str]]]:
    for number, line in enumerate(fitted(text, room, 3)):
        yield LANE, (sample if number == 0 else "", line)


def _stacked(legend: list[tuple[int, tuple[str, str]]], y: int) -> Iterator[str]:
    for tall, (sample, text) in legend:
        y += tall
        yield f'<g class="legend" transform="translate({MARGIN} {y - 6})">{sample}{_text("legend", ACROSS - 8, 0, SMALL, text)}</g>'
