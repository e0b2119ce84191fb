"""What the closed vocabularies are called in the page: plain words for framings, voices, stances, letters and digits."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.model.records import Statement
from claimtrack.model.reports import Grade
from claimtrack.model.terms import Framing, Letter, Role, StanceKind, Voice

FRAMINGS: Mapping[Framing, str] = {
    Framing.REPORTED_FACT: "as fact",
    Framing.ATTRIBUTED_FACT: "as fact, attributed",
    Framing.AUTHOR_OPINION: "as the author’s opinion",
    Framing.ATTRIBUTED_OPINION: "as somebody’s opinion",
    Framing.FORECAST: "as a forecast",
    Framing.COMMITMENT: "as a promise",
    Framing.PRESCRIPTIVE: "as a call to act",
    Framing.HEDGED: "with a hedge",
}
VOICES: Mapping[Voice, str] = {
    Voice.DIRECT: "quoted",
    Voice.MIXED: "partly quoted",
    Voice.INDIRECT: "retold",
    Voice.AUTHORIAL: "in the article’s own voice",
}
STANCES: Mapping[StanceKind, str] = {
    StanceKind.SUPPORTS: "says so",
    StanceKind.PARTIAL: "says part of it",
    StanceKind.DENIES: "denies it",
    StanceKind.CONTRADICTS: "contradicts it",
    StanceKind.DISPUTES_SOURCE: "disputes its source",
    StanceKind.PRESUPPOSES: "takes it for granted",
    StanceKind.LIMITS: "limits it",
    StanceKind.CHARACTERIZES: "characterizes it",
    StanceKind.OVERREACHES: "goes further than it",
    StanceKind.MOTIVE: "names a motive",
    StanceKind.RELATED: "is related to it",
}
LETTERS: Mapping[Letter, str] = {
    Letter.A: "completely reliable",
    Letter.B: "usually reliable",
    Letter.C: "fairly reliable",
    Letter.D: "not usually reliable",
    Letter.E: "unreliable",
    Letter.F: "not rated",
}
"""Of the source (Admiralty code, NATO STANAG 2511), with the word that fits what F means here."""
DIGITS: Mapping[int, str] = {
    1: "strongest sourcing",
    2: "good sourcing",
    3: "fair sourcing",
    4: "weak sourcing",
    5: "weakest sourcing",
    6: "not to be judged",
}
"""Of the information, in words about its sourcing: the usual words of the code speak of truth, which is not graded here."""


def letters_of(grade: Grade) -> str:
    """The letters of a grade in words."""
    best, low = LETTERS[grade.best], LETTERS[grade.worst]
    return f"source {best}" if best == low else f"source {best} to {low}"


def digit_of(grade: Grade) -> str:
    """The digit of a grade in words."""
    return DIGITS.get(grade.digit, str(grade.digit))


PLAIN = (Framing.REPORTED_FACT, Framing.ATTRIBUTED_FACT)


def striking(statement: Statement) -> str:
    """How something is put, as far as that is to be minded: verbatim, as something else than a fact, or outside the body."""
    told = [VOICES[statement.voice]] if statement.voice in (Voice.DIRECT, Voice.MIXED) else []
    told += [FRAMINGS[statement.framing]] if statement.framing not in PLAIN else []
    told += [f"in the {_place(statement.role)}"] if statement.role is not Role.BODY else []
    return ", ".join(told)


def _place(role: Role) -> str:
    return str(role).replace("-", " ")


def manner(statement: Statement) -> str:
    """How something is put: in whose words, as what, and where it does not stand in the body."""
    where = "" if statement.role is Role.BODY else f", in the {_place(statement.role)}"
    return f"{VOICES[statement.voice]}, {FRAMINGS[statement.framing]}{where}"
