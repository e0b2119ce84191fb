"""Stance of labelled pairs, in the rows that a scorer of classes reads: a headline against a body, or a hypothesis against a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimtrack.claims.stance import bearing, said
from claimtrack.claims.stance.entailing import Weights, coverage, weights
from claimtrack.claims.stance.headline import headline_bearing, read_body
from claimtrack.model.terms import StanceKind

Row = Mapping[str, Any]
ENTAILS = 0.7
"""Share of a hypothesis that a text covers when it is taken to say so."""
FAIR = 0.3
"""The score from which a contradiction counts here, where a long text is held against a short hypothesis."""
AGAINST = frozenset({StanceKind.DENIES, StanceKind.CONTRADICTS})
CLASSES = {None: "unrelated", StanceKind.RELATED: "discuss", StanceKind.SUPPORTS: "agree", StanceKind.CONTRADICTS: "disagree"}
BARE = "bare-denial"
_SENTENCE = re.compile(r"(?<=[a-z0-9)\"”’][.!?])[\"”]?\s+(?=[\"“A-Z])")


def stance_rows(rows: Iterable[Row], bodies: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The id and class of each row.

    Args:
        rows: with `a` and `body` for a headline and the id of a body, else with `a` and `b` for a text and a hypothesis.
        bodies: the bodies by id.
    """
    taken = list(rows)
    there = dict(bodies or {})
    texts = {str(row[field]) for row in taken for field in ("a", "b") if field in row} | set(there.values())
    known = weights(sorted(texts))
    for row in taken:
        if "body" in row:
            yield {"id": row["id"], "pred": headline_class(str(row["a"]), there[str(row["body"])], known)}
        else:
            yield {"id": row["id"], "pred": hypothesis_class(str(row["a"]), str(row["b"]), known)}


def headline_class(headline: str, body: str, known: Weights) -> str:
    """Whether a body agrees with a headline, disagrees, discusses it, or is of another matter."""
    return CLASSES[headline_bearing(headline, read_body(body), known).kind]


def hypothesis_class(text: str, hypothesis: str, known: Weights) -> str:
    """Whether a text entails a hypothesis, contradicts it, or neither."""
    if any(against(hypothesis, part) for part in sentences(text)):
        return "contradiction"
    return "entailment" if coverage(text, hypothesis, known) >= ENTAILS else "neutral"


def against(hypothesis: str, part: str) -> bool:
    found = bearing(said(hypothesis), said(part), least=FAIR)
    return found is not None and found.kind in AGAINST and found.rule != BARE


def sentences(text: str) -> Sequence[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]
