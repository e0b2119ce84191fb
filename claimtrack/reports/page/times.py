"""When the articles appeared, as far as they are dated: bars over the whole stretch, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from claimtrack.model.case import counted
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.records import Article
from claimtrack.model.terms import Basis
from claimtrack.model.values import Dating, Period

LEAST_WIDTH = 1.2
"""Percent: no bar is so narrow that it cannot be seen."""
BASES = {Basis.STATED: "", Basis.URL: "by its address", Basis.INFERRED: "inferred", Basis.RELATIVE: "worked out from a relative date"}


@attrs.frozen
class Bar:
    """A stretch of days on an axis: where it begins and how wide it is, both in percent of the axis."""

    x: float
    width: float


@attrs.frozen
class Axis:
    """The days from the first to the last known appearance of anything, both included."""

    start: date
    end: date

    def bar(self, on: Period) -> Bar:
        """Where a period lies on the axis."""
        days = (self.end - self.start).days + 1
        width = min(100.0, max(LEAST_WIDTH, 100 * ((on.end - on.start).days + 1) / days))
        return Bar(round(min(100 * (on.start - self.start).days / days, 100 - width), 2), round(width, 2))


def axis(articles: Iterable[Article]) -> Axis | None:
    """The axis that all dated articles fit on; none where nothing is dated."""
    periods = [article.published.on for article in articles if article.published]
    return Axis(min(each.start for each in periods), max(each.end for each in periods)) if periods else None


def dated(dating: Dating | None) -> str:
    """A date in words, with how it is known where the article does not state it."""
    if dating is None:
        return "not dated"
    how = BASES[dating.basis]
    return f"{spoken(dating.on)} ({how})" if how else spoken(dating.on)


def spoken(on: Period) -> str:
    """A period as a reader says it: `2022-04-04 to 2022-04-10`."""
    return str(on).replace("/", " to ")


@attrs.frozen(kw_only=True)
class Appearance:
    """When a claim appeared.

    Attributes:
        told: in sentences.
        bar: from its first to its last known appearance; none where no article that says so is dated.
        ticks: the days of each article that says so.
    """

    told: tuple[str, ...]
    bar: Bar | None = None
    ticks: tuple[Bar, ...] = ()
    first: str = ""


def appearance(claim: TrackedClaim, articles: Sequence[Article], names: Sequence[str], scale: Axis | None) -> Appearance:
    """When a claim appeared in the articles that say so.

    Args:
        claim: for the time that it is about.
        articles: those that say so.
        names: what their outlets are called, in the same order.
        scale: the axis of the page.
    """
    known = sorted((each.published.on, name) for each, name in zip(articles, names, strict=True) if each.published)
    undated = _undated(len(articles) - len(known))
    if not known or scale is None:
        return Appearance(told=undated or ("No article at hand says so.",))
    whole = Period(known[0][0].start, max(on.end for on, _ in known))
    told = (_span(known, whole), *_lag(claim, whole.start), *undated)
    return Appearance(told=told, bar=scale.bar(whole), ticks=tuple(scale.bar(on) for on, _ in known), first=known[0][0].start.isoformat())


def _span(known: Sequence[tuple[Period, str]], whole: Period) -> str:
    on, name = known[0]
    if len(known) == 1:
        return f"The one dated article that says so appeared {spoken(on)} ({name})."
    days = (whole.end - whole.start).days
    last = max(known, key=lambda each: (each[0].end, each[1]))
    ends = f"First known appearance {spoken(on)} ({name}), last {spoken(last[0])} ({last[1]})"
    return f"{ends}: {counted(days, 'day')} from the first to the last."


def _lag(claim: TrackedClaim, first: date) -> Iterable[str]:
    """How long after the time that it is about a claim first appeared, where that lies before."""
    if claim.times and (days := (first - claim.times[0].end).days) > 0:
        yield f"It is about {spoken(claim.times[0])}; the first known appearance came {counted(days, 'day')} later."
    elif claim.times:
        yield f"It is about {', '.join(map(spoken, claim.times))}."


def _undated(many: int) -> tuple[str, ...]:
    if not many:
        return ()
    return ("One article that says so is not dated.",) if many == 1 else (f"{many:,} articles that say so are not dated.",)
