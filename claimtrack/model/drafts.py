"""What checking a draft against its sources comes to: a checklist of points, each with what was found and what to mind."""

from __future__ import annotations

import attrs

from claimtrack.errors import Fault, Place, UnknownNameError
from claimtrack.model.reports import Level
from claimtrack.model.terms import Term


@attrs.frozen
class DraftRule:
    """One row: what may be found in a draft.

    Attributes:
        means: what was found.
        do: what to do about it.
    """

    code: str
    name: str
    level: Level
    means: str
    do: str


DRAFT_RULES: tuple[DraftRule, ...] = (
    DraftRule(
        "CT601",
        "quote-altered",
        Level.ERROR,
        "Words between quotation marks differ from those of the source that they are nearest to.",
        "quote the words of the source, mark what is left out or put in, or take the marks away",
    ),
    DraftRule(
        "CT602",
        "quote-not-found",
        Level.ERROR,
        "Words between quotation marks stand in no source at hand, nor anything like them.",
        "add the source that has them, or take the quotation out",
    ),
    DraftRule(
        "CT603",
        "other-speaker",
        Level.ERROR,
        "The draft gives to one speaker what the sources give to another.",
        "look the passage up and name the speaker of the source",
    ),
    DraftRule(
        "CT604",
        "attribution-dropped",
        Level.WARNING,
        "The draft states in its own voice what the sources have from somebody, and no two independent origins bear it out.",
        "say who says so",
    ),
    DraftRule(
        "CT605",
        "hedge-dropped",
        Level.WARNING,
        "The draft states without a hedge what every source hedges, plans or expects.",
        "keep the hedge of the source, such as may, probably or plans to",
    ),
    DraftRule(
        "CT606",
        "plural-sources-one-origin",
        Level.WARNING,
        "The draft speaks of several nameless people where the sources have one.",
        "say that it is one, such as an official",
    ),
    DraftRule(
        "CT607",
        "only-nameless",
        Level.WARNING,
        "All who say so in the sources are people without a name.",
        "find somebody who says so by name, or a document, and say why the source is not named",
    ),
    DraftRule(
        "CT608",
        "unattributed-contested",
        Level.WARNING,
        "The draft states in its own voice what somebody in the sources denies, and does not tell the denial.",
        "say who says so and who denies it",
    ),
    DraftRule(
        "CT609",
        "other-figure",
        Level.ERROR,
        "The draft has another figure than the sources have for it.",
        "look the figure up",
    ),
    DraftRule(
        "CT610",
        "one-origin",
        Level.NOTE,
        "The draft states in its own voice what rests on one origin at most.",
        "find a second origin, or say who says so",
    ),
    DraftRule(
        "CT611",
        "no-source-found",
        Level.NOTE,
        "No statement of the sources was found that says the same; it may be there in words too different to be recognized.",
        "look for it by hand",
    ),
    DraftRule(
        "CT612",
        "no-marks-in-source",
        Level.NOTE,
        "Words between quotation marks stand in a source without marks: they may be the writer's and not the speaker's.",
        "make sure that they were spoken or written so",
    ),
)
"""Everything that may be found in a draft, in the order of the codes; codes are never used twice."""


def draft_rule(name: str) -> DraftRule:
    """The row of that code or name.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    for row in DRAFT_RULES:
        if name.casefold() in (row.code.casefold(), row.name):
            return row
    raise UnknownNameError("finding", name, [word for row in DRAFT_RULES for word in (row.code, row.name)])


@attrs.frozen
class Found:
    """One thing to mind at a point of a draft.

    Attributes:
        told: what was found there, in words.
        places: where in the sources.
    """

    rule: DraftRule
    told: str
    places: tuple[Place, ...] = ()


class PointKind(Term):
    """What is looked up of a draft."""

    QUOTATION = "quotation"
    CLAIM = "claim"


@attrs.frozen(kw_only=True)
class Point:
    """One quotation or claim of a draft, with what the sources have of it.

    Attributes:
        place: where it stands in the draft.
        words: its words.
        told: what the sources have of it, in words.
        places: where they have it.
        found: what to mind, in the order of the codes; nothing where it is sound.
    """

    kind: PointKind
    place: Place
    words: str
    told: str
    places: tuple[Place, ...] = ()
    found: tuple[Found, ...] = ()


@attrs.frozen(kw_only=True)
class Checklist:
    """A draft checked against its sources, point by point in the order of the draft.

    Attributes:
        sources: how many articles it was held against.
        faults: what could not be read of the draft and the sources.
    """

    points: tuple[Point, ...]
    sources: int
    faults: tuple[Fault, ...] = ()

    def at_least(self, level: Level) -> int:
        """How many findings weigh that much or more."""
        return sum(each.rule.level.reaches(level) for point in self.points for each in point.found)
