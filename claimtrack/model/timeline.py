"""When a claim is known to have appeared: its articles in the order of their days, those without a date apart."""

from __future__ import annotations

from collections import defaultdict

import attrs

from claimtrack.model.case import FOR
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.terms import StanceKind
from claimtrack.model.values import Period
from claimtrack.model.view import View


@attrs.frozen(kw_only=True)
class Appearance:
    """That one article bears on a claim in one way.

    Attributes:
        article: its key.
        outlet: the key of who publishes it, empty where that is not known.
        on: its earliest and latest day; None without a date.
        stance: how it bears on the claim.
        statements: the keys of the statements that do.
    """

    article: str
    outlet: str
    on: Period | None
    stance: StanceKind
    statements: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Timeline:
    """The appearances of one claim that are known.

    Attributes:
        claim: its key.
        dated: appearances with a date, by their latest day, by which each is known to be out, then by their earliest.
        undated: the others; any of them may be earlier than all that are dated.
    """

    claim: str
    dated: tuple[Appearance, ...] = ()
    undated: tuple[Appearance, ...] = ()

    @property
    def first(self) -> tuple[Appearance, ...]:
        """The first known appearances in support: one, or all that may be the first where dates leave that open."""
        made = [(each, each.on) for each in self.dated if each.on and each.stance in FOR]
        soonest = min((on.end for _, on in made), default=None)
        return tuple(each for each, on in made if soonest is not None and on.start <= soonest)

    @property
    def last(self) -> tuple[Appearance, ...]:
        """The last known appearances in support: one, or all that may be the last."""
        made = [(each, each.on) for each in self.dated if each.on and each.stance in FOR]
        latest = max((on.start for _, on in made), default=None)
        return tuple(each for each, on in made if latest is not None and on.end >= latest)


def timeline(claim: TrackedClaim, view: View) -> Timeline:
    """When a claim is known to have appeared.

    Args:
        claim: the claim, with the statements that bear on it.
        view: where its articles are looked up.
    """
    grouped: dict[tuple[str, StanceKind], set[str]] = defaultdict(set)
    for bearing in claim.bearings:
        grouped[view.resolve(view.statements[bearing.statement].article), bearing.kind].add(bearing.statement)
    found = [_appearance(article, stance, statements, view) for (article, stance), statements in grouped.items()]
    found.sort(key=lambda each: (*_days(each.on), each.article, str(each.stance)))
    return Timeline(
        claim=claim.key,
        dated=tuple(each for each in found if each.on is not None),
        undated=tuple(each for each in found if each.on is None),
    )


def _days(on: Period | None) -> tuple[str, str]:
    """The latest day, by which something is known to have appeared, and the earliest."""
    return (on.end.isoformat(), on.start.isoformat()) if on else ("", "")


def _appearance(key: str, stance: StanceKind, statements: set[str], view: View) -> Appearance:
    article = view.articles.get(key)
    return Appearance(
        article=key,
        outlet=view.resolve(article.outlet) if article and article.outlet else "",
        on=article.published.on if article and article.published else None,
        stance=stance,
        statements=tuple(sorted(statements)),
    )
