"""How one statement bears on what another tells: by the table, by a model of inference, or by both."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.claims.stance.table import ROWS, Bearing, Row, denied_outside
from claimtrack.claims.stance.told import Told
from claimtrack.model.terms import StanceKind
from claimtrack.seams import Inference

LEAST = 0.5
"""The score from which a bearing is worth showing."""
INFERRED = "inference"


def bearing(
    one: Told, other: Told, *, least: float = LEAST, rows: Sequence[Row] = ROWS, inference: Inference | None = None
) -> Bearing | None:
    """How the second statement bears on what the first tells, where both are of one matter; None when nothing says.

    Whether they are of one matter is for the caller to know: a pair of statements that merely share words may be given a bearing.
    A model joins the table: it is not asked about denials, attacks, limits and presuppositions, which are in the words; a contradiction
    of the table must be one for the model as well; and where no row says anything, the model may find one. With no rows it decides alone.

    Args:
        one: whose proposition it is about.
        other: the statement that may deny, contradict, limit or presuppose it, or attack who says it.
        least: the score from which a row counts, and the probability from which a model's contradiction does.
        rows: the table; the first row that reaches the least score decides.
        inference: a model of natural language inference.
    """
    found = next((made for row in rows if (made := row.rule(one, other)) and made.score >= least), None)
    if inference is not None and (found is None or found.kind is StanceKind.CONTRADICTS):
        found = _inferred(one, other, found, inference, least)
    return attrs.evolve(found, speaker=other.speaker) if found else None


def _inferred(one: Told, other: Told, found: Bearing | None, inference: Inference, least: float) -> Bearing | None:
    """What is left of a contradiction when a model has been asked, or the contradiction that it finds."""
    if denied_outside(other) or denied_outside(one):
        return found
    entails, neutral, contradicts = inference(other.text, one.text)
    if contradicts < least or contradicts < max(entails, neutral):
        return None
    if found is not None:
        return attrs.evolve(found, score=round(max(found.score, contradicts), 3))
    wording = f"contradicts it, by a model of inference ({contradicts:.2f})"
    return Bearing(kind=StanceKind.CONTRADICTS, rule=INFERRED, score=round(contradicts, 3), wording=wording)
