"""Outlets as the page shows them, a card each: what is recorded of it, what others say of it, and its conduct in counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimtrack.model.case import listing
from claimtrack.model.conduct import Conduct, Measure
from claimtrack.model.marks import UNRATED
from claimtrack.model.records import Rating
from claimtrack.model.reports import Report
from claimtrack.reports.cards import SPEAKER_HEADERS, WHOLE, about, differing, facts, letters, rated, ratings, speaker_rows, told
from claimtrack.reports.page.places import Places, Ref
from claimtrack.reports.page.terms import LETTERS
from claimtrack.reports.words import address, anchor_of

MOST_LINKS = 12
"""Claims or articles behind one count that get links; the data has all."""
MOST_SPEAKERS = 40
"""Speakers that get a line, those quoted most; the data has all."""


@attrs.frozen(kw_only=True)
class Cited:
    """Something recorded, with where it can be looked up; the address is empty where a browser should not open it."""

    what: str
    says: str
    source: str
    link: str
    note: str = ""


@attrs.frozen(kw_only=True)
class Count:
    """One measure of conduct in words, with links to what was counted where that is little."""

    label: str
    told: str
    found: tuple[Ref, ...] = ()


@attrs.frozen(kw_only=True)
class Shared:
    """Another outlet that carries claims from the same origins."""

    outlet: Ref
    claims: tuple[Ref, ...]
    origins: str


@attrs.frozen(kw_only=True)
class OutletCard:
    """One outlet."""

    anchor: str
    name: str
    about: tuple[str, ...]
    letter: str
    facts: tuple[Cited, ...]
    ratings: tuple[Cited, ...]
    differing: str
    counts: tuple[Count, ...]
    shares: tuple[Shared, ...]
    articles: int


@attrs.frozen(kw_only=True)
class Sources:
    """Outlets and speakers: a card for each outlet, one line for each of the speakers quoted most, and how many more there are."""

    outlets: tuple[OutletCard, ...]
    speaker_headers: tuple[str, ...]
    speakers: tuple[tuple[str, ...], ...]
    speakers_more: int


def sources(places: Places, outlets: Sequence[Conduct], speakers: Sequence[Conduct]) -> Sources:
    """The outlets, those with the most articles first, and the speakers that are quoted.

    Args:
        places: of the page.
        outlets: how each outlet sources what it carries.
        speakers: how each speaker is quoted.
    """
    conduct = {each.key: each for each in outlets}
    by_source = _ratings(places.report)
    rows = speaker_rows(speakers, places.report)
    cards = [_outlet(key, conduct.get(key), by_source, places) for key in places.report.view.outlets]
    return Sources(
        outlets=tuple(sorted(cards, key=lambda card: (-card.articles, card.name.casefold(), card.anchor))),
        speaker_headers=SPEAKER_HEADERS,
        speakers=tuple(rows[:MOST_SPEAKERS]),
        speakers_more=max(0, len(rows) - MOST_SPEAKERS),
    )


def _ratings(report: Report) -> Mapping[str, tuple[Rating, ...]]:
    """The ratings of each outlet."""
    marked = {report.view.resolve(each.source) for each in report.view.ratings}
    return {key: ratings(key, report.view) for key in report.view.outlets if key in marked}


def _outlet(key: str, conduct: Conduct | None, by_source: Mapping[str, tuple[Rating, ...]], places: Places) -> OutletCard:
    report = places.report
    outlet, given = report.view.outlets[key], by_source.get(key, ())
    many = conduct.measure("articles").count if conduct else 0
    return OutletCard(
        anchor=anchor_of("o", key),
        name=outlet.name,
        about=tuple(about(key, outlet, report.view.speakers.get(key), report.view)),
        letter=_letter(key, report),
        facts=tuple(_cited(row) for row in facts(outlet, report.view)),
        ratings=tuple(_cited(rated(rating)) for rating in given),
        differing=listing(f"“{scale}”" for scale in differing(given)),
        counts=tuple(_count(measure, places) for measure in conduct.measures if measure.out_of != 0 or measure.undecided)
        if conduct and many
        else (),
        shares=tuple(_shares(conduct, places)) if conduct else (),
        articles=many,
    )


def _letter(key: str, report: Report) -> str:
    reach = report.marks.of(key) if report.marks else UNRATED
    best, low = LETTERS[reach.best], LETTERS[reach.worst]
    return (f"{letters(key, report)}: " if reach.known else "") + (best if best == low else f"{best} to {low}")


def _cited(row: tuple[str, ...]) -> Cited:
    """A row of a card: what, says, source, address, note, the last three perhaps left out."""
    what, says, source, url, note = (*row, "", "", "")[:5] if len(row) != 3 else (*row[:2], "", "", row[2])
    return Cited(what=what, says=says, source=source, link=address(url), note=note)


def _count(measure: Measure, places: Places) -> Count:
    few = measure.name not in WHOLE and len(measure.found) <= MOST_LINKS
    return Count(label=measure.label, told=told(measure), found=tuple(map(places.of, measure.found)) if few else ())


def _shares(conduct: Conduct, places: Places) -> Iterator[Shared]:
    for each in conduct.shares:
        yield Shared(outlet=places.of(each.key), claims=tuple(map(places.of, each.claims)), origins=listing(each.origins))
