"""The axes beside opinion: force, commitment, polarity and shades, each read from its own cues."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from claimtrack.lexicon import lexicon
from claimtrack.model.terms import Modality, Polarity, Term
from claimtrack.statements.framing.cues import Found
from claimtrack.statements.framing.words import FOLDER


class Force(Term):
    """What a sentence does: tells, looks ahead, calls for something, asks, or tells under a condition."""

    REPORT = "report"
    FORECAST = "forecast"
    PRESCRIPTIVE = "prescriptive"
    QUESTION = "question"
    CONDITIONAL = "conditional"


class Commitment(Term):
    """How firmly a sentence stands by what it says."""

    ASSERTED = "asserted"
    VAGUE = "vague"
    WEAKENED = "weakened"


FORCES: tuple[tuple[str, Force], ...] = (
    ("question", Force.QUESTION),
    ("obliging", Force.PRESCRIPTIVE),
    ("forecast", Force.FORECAST),
    ("conditional", Force.CONDITIONAL),
)
"""Class of cue and the force it gives, the first that holds."""

WEAKENING = frozenset({"epistemic-adverb", "evidential", "appearance-verb", "modal-hedge"})
"""Hedges of knowledge; the other classes of the family make a sentence vague, not doubtful."""

SHADES: dict[str, Modality] = {
    kind: shade
    for shade, kinds in (
        (Modality.ACCUSATION, "accusing"),
        (Modality.BOOSTER, "booster"),
        (Modality.CAUSAL, "causing"),
        (Modality.CONDITIONAL, "conditional"),
        (Modality.EVALUATIVE, "negative-adjective negative-noun negative-verb positive-adjective positive-noun positive-verb"),
        (Modality.FUTURE, "forecast predicting"),
        (Modality.HEDGED, "epistemic-adverb evidential appearance-verb modal-hedge distancing"),
        (Modality.INFERENCE, "inferring"),
        (Modality.MENTAL_STATE, "private-state-verb private-state-noun private-state-adjective thinking-verb"),
        (Modality.MOTIVE, "motive"),
        (Modality.NEGATED_CONTENT, "negator"),
        (Modality.PRESUPPOSITION, "implicative"),
    )
    for kind in kinds.split()
}
"""Each class of cues that shows a shade, with that shade."""


def names(cues: Iterable[Found]) -> frozenset[str]:
    """The names of the classes that cues belong to."""
    return frozenset({cue.kind.name for cue in cues})


def force(kinds: Collection[str]) -> Force:
    """The force that the classes of a sentence's cues give it."""
    return next((each for kind, each in FORCES if kind in kinds), Force.REPORT)


def commitment(kinds: Collection[str]) -> Commitment:
    """How the classes of a sentence's cues weaken it."""
    if not WEAKENING.isdisjoint(kinds):
        return Commitment.WEAKENED
    return Commitment.ASSERTED if _deciding().isdisjoint(kinds) else Commitment.VAGUE


def hedges(kinds: Collection[str]) -> bool:
    """Whether one of the classes by itself makes a sentence of reference prose a hedged one."""
    return not _deciding().isdisjoint(kinds)


@cache
def _deciding() -> frozenset[str]:
    return frozenset(each.name for each in lexicon(FOLDER).family("hedges") if each.decides)


def polarity(kinds: Collection[str]) -> Polarity:
    """Whether the classes of a sentence's cues negate it."""
    return Polarity.NEGATED if "negator" in kinds else Polarity.AFFIRM


def modality(kinds: Collection[str]) -> tuple[Modality, ...]:
    """The shades that the classes of a sentence's cues give it, in the order of their names."""
    return tuple(sorted({SHADES[kind] for kind in kinds if kind in SHADES}, key=str))
