"""What is left of the claims when some sources are taken out: what was taken out, and what became of each claim."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.model.terms import Term


@attrs.frozen(kw_only=True, order=True)
class Taken:
    """One thing that was asked to be taken out.

    Attributes:
        name: what readers call it.
        keys: the outlets, speakers and articles that it means; empty where nothing here is meant.
    """

    name: str
    keys: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Exclusion:
    """What does not count: sources whose word is not heard, and articles that are not read.

    Attributes:
        taken: what was asked for, by name.
        sources: the keys of outlets, speakers and documents, with all who speak for these alone.
        articles: the keys of the articles that these publish or write, and of copies of nothing but what is taken out.
    """

    taken: tuple[Taken, ...] = ()
    sources: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.sources or self.articles)


NOTHING = Exclusion()
"""Takes nothing out."""


class Fate(Term):
    """What becomes of a claim when sources are taken out."""

    UNTOLD = "falls: nobody left says so"
    FALLS = "falls: no origin left"
    WEAKER = "weaker"
    STANDS = "stands"
    BARE = "as before: no origin on record"


@attrs.frozen(kw_only=True)
class Extent:
    """How well a claim is sourced, in numbers.

    Attributes:
        lower, upper: the bounds on its independent origins.
        exhaustive: false where the search for more was cut short.
        carriers: how many carriers pass it on, copies contracted.
        statements: how many statements support it.
    """

    lower: int = 0
    upper: int = 0
    exhaustive: bool = True
    carriers: int = 0
    statements: int = 0

    def __str__(self) -> str:
        more = "" if self.exhaustive else "+"
        return f"{self.lower}{more}" if self.lower == self.upper else f"{self.lower}{more}..{self.upper}"


@attrs.frozen(kw_only=True)
class Outcome:
    """One claim before and after.

    Attributes:
        claim: its key.
        name: what tables call it.
        raised, cleared: the flags, by name, that it bears only after, and only before.
    """

    claim: str
    name: str
    wording: str
    before: Extent
    after: Extent
    raised: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()

    @property
    def fate(self) -> Fate:
        """What became of it."""
        before, after = self.before, self.after
        if before.statements and not after.statements:
            return Fate.UNTOLD
        if before.lower and not after.lower:
            return Fate.FALLS
        if (before.lower, before.upper) != (after.lower, after.upper):
            return Fate.WEAKER
        return Fate.STANDS if after.lower else Fate.BARE

    @property
    def told(self) -> str:
        """The same in words: `weaker: 2 -> 1`."""
        return f"{self.fate}: {self.before} -> {self.after}" if self.fate is Fate.WEAKER else str(self.fate)

    @property
    def changed(self) -> bool:
        """Whether its bounds, carriers or flags are other than before; a statement less that moves none of these is no change."""
        less = attrs.evolve(self.before, statements=self.after.statements) != self.after
        return less or self.fate is Fate.UNTOLD or bool(self.raised or self.cleared)


@attrs.frozen(kw_only=True)
class WhatIf:
    """A report's claims without some sources.

    Attributes:
        taken: what was taken out.
        outcomes: every claim of the whole report, those that fall first.
    """

    taken: tuple[Taken, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def changed(self) -> tuple[Outcome, ...]:
        """The claims that changed."""
        return tuple(outcome for outcome in self.outcomes if outcome.changed)

    def of(self, *fates: Fate) -> tuple[Outcome, ...]:
        """The claims of which one of these became."""
        return tuple(outcome for outcome in self.outcomes if outcome.fate in fates)


def ordered(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Outcomes with those that fall first, then the weaker, and each kind by name."""
    place = list(Fate)
    return tuple(sorted(outcomes, key=lambda each: (place.index(each.fate), each.name, each.claim)))
