"""What stands first in the page: the counts in words, what everything rests on, whom to call, and what was taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimtrack.model.case import counted
from claimtrack.model.reports import Flag, Report
from claimtrack.reports.asof import as_of_lines, as_of_title
from claimtrack.reports.page.places import Places, Ref
from claimtrack.reports.whatif import HEADERS, cells, fates, taken_names

MOST_RESTS, FIRST_RESTS, MOST_CALLS = 40, 12, 20
"""Rows at most: of what claims rest on (beyond the first ones only where two claims do or more), and of calls; the rest is counted."""


@attrs.frozen(kw_only=True)
class Resting:
    """Something that claims rest on, with how many that are beside the most that rest on anything, in percent."""

    name: Ref
    claims: tuple[Ref, ...]
    share: float


@attrs.frozen(kw_only=True)
class Calling:
    """One thing to find out, and the claims that it could lift."""

    text: str
    claims: tuple[Ref, ...]


@attrs.frozen(kw_only=True)
class Without:
    """What is left of the claims when some sources are taken out."""

    names: str
    told: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Ref, tuple[str, ...]], ...]


@attrs.frozen(kw_only=True)
class Occurring:
    """A flag that some claims bear: what it means, what would clear it, and how many bear it."""

    code: str
    name: str
    level: str
    means: str
    clears: str
    many: int


@attrs.frozen(kw_only=True)
class Front:
    """The head of the page.

    Attributes:
        figures: counts, each with what it counts.
        lead: the whole in one sentence.
        rests, rests_more: what the most claims rest on, and how many more there are; so for `helps`.
        as_of: the day that the page speaks of, and what was left out; empty where it speaks of all.
        flags: the flags that occur, by code, with how many claims bear each.
    """

    figures: tuple[tuple[str, str], ...]
    lead: str
    rests: tuple[Resting, ...]
    rests_more: int
    helps: tuple[Calling, ...]
    helps_more: int
    flags: tuple[Occurring, ...]
    without: Without | None
    as_of: tuple[str, ...]


def front(places: Places) -> Front:
    """The head of the page."""
    report = places.report
    helps = [Calling(text=need.text[:1].upper() + need.text[1:], claims=places.labelled(need.claims)) for need in report.helps[:MOST_CALLS]]
    rests = tuple(_rests(places))
    return Front(
        figures=tuple(_figures(report)),
        lead=_lead(report),
        rests=rests,
        rests_more=len(report.rests) - len(rests),
        helps=tuple(helps),
        helps_more=len(report.helps) - len(helps),
        flags=_flags(report),
        without=_without(places),
        as_of=(as_of_title(report.as_of), *as_of_lines(report.as_of)) if report.as_of else (),
    )


def _figures(report: Report) -> Iterator[tuple[str, str]]:
    """The counts that a reader looks for first."""
    claims = report.claims
    rows: Mapping[str, int] = {
        "with no origin on record": sum(not claim.lower for claim in claims),
        "with one origin on record": sum(claim.lower == 1 for claim in claims),
        "with two or more": sum(claim.lower > 1 for claim in claims),
        "disputed": sum(claim.flagged("disputed") is not None for claim in claims),
    }
    yield f"{len(claims):,}", "claim" if len(claims) == 1 else "claims"
    yield from ((f"{many:,}", label) for label, many in rows.items())


def _lead(report: Report) -> str:
    view = report.view
    outlets = {view.resolve(article.outlet) for article in view.articles.values() if article.outlet}
    said = f"{counted(len(view.statements), 'statement')} of {counted(len(view.articles), 'article')}"
    return f"{counted(len(report.claims), 'claim')} in {said} from {counted(len(outlets), 'outlet')}."


def _rests(places: Places) -> Iterator[Resting]:
    report = places.report
    most = max((len(rest.claims) for rest in report.rests), default=1)
    some = [rest for number, rest in enumerate(report.rests[:MOST_RESTS]) if number < FIRST_RESTS or len(rest.claims) > 1]
    for rest in some:
        known = places.of(rest.key)
        yield Resting(
            name=Ref(rest.name, known.to if rest.key in report.view.outlets else ""),
            claims=places.labelled(rest.claims),
            share=round(100 * len(rest.claims) / most, 2),
        )


def _flags(report: Report) -> tuple[Occurring, ...]:
    found: dict[str, list[Flag]] = {}
    for claim in report.claims:
        for flag in claim.flags:
            found.setdefault(flag.code, []).append(flag)
    return tuple(_occurring(found[code]) for code in sorted(found))


def _occurring(flags: Sequence[Flag]) -> Occurring:
    one = flags[0]
    return Occurring(code=one.code, name=one.name, level=str(one.level), means=one.means, clears=one.clears, many=len(flags))


def _without(places: Places) -> Without | None:
    what = places.report.without
    if what is None:
        return None
    rows = [(places.claims.get(each.claim, Ref(each.name)), cells(each)[1:]) for each in what.changed]
    return Without(names=taken_names(what, places.report.view), told=tuple(fates(what)), headers=HEADERS, rows=tuple(rows))
