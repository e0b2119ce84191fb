"""Outlets and speakers in words: a table of all, and for one a card that keeps facts, ratings and conduct apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from claimtrack.model.case import counted, listing
from claimtrack.model.conduct import Conduct, Measure
from claimtrack.model.marks import UNRATED
from claimtrack.model.records import Outlet, Rating, Speaker
from claimtrack.model.reports import Report
from claimtrack.model.values import Citation
from claimtrack.model.view import View
from claimtrack.reports.asof import as_of_short

FEW = 8
"""So many keys are told in words; more are in the data."""
ADMIRALTY = "admiralty"


@attrs.frozen
class Section:
    """A part of a card: rows of two cells or more, or a word on why there are none.

    Attributes:
        listed: whether each row is a point of a list rather than a line of a table.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    otherwise: str = "none recorded"
    listed: bool = False


@attrs.frozen
class Card:
    """What is recorded and seen of one outlet or speaker.

    Attributes:
        about: lines on what it is and how else it is called.
    """

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]


def card(key: str, outlets: Iterable[Conduct], speakers: Iterable[Conduct], report: Report) -> Card:
    """One outlet or speaker in full.

    Args:
        key: whose card it is.
        outlets: how each outlet sources what it carries.
        speakers: how each speaker is quoted.
        report: what they were counted in.
    """
    view = report.view
    carries = [each for each in outlets if each.key == key and each.measure("articles").count]
    quoted = [each for each in speakers if each.key == key]
    then = [as_of_short(report.as_of)] if report.as_of else []
    lines = about(key, view.outlets.get(key), view.speakers.get(key), view)
    return Card(title=view.name(key), about=(*then, *lines), sections=tuple(_sections(key, carries, quoted, report)))


def about(key: str, outlet: Outlet | None, speaker: Speaker | None, view: View) -> Iterator[str]:
    """Lines on what an outlet or a speaker is and how else it is called."""
    kinds = [str(each.kind) for each in (outlet, speaker) if each and each.kind]
    yield f"{key}{f' ({listing(kinds)})' if kinds else ''}"
    if aliases := [alias for each in (outlet, speaker) if each for alias in each.aliases]:
        yield f"also: {', '.join(aliases)}"
    if outlet and outlet.domains:
        yield f"domains: {', '.join(outlet.domains)}"
    for post in speaker.posts if speaker else ():
        of = f", {view.name(view.resolve(post.organization))}" if post.organization else ""
        yield f"post: {post.title}{of}{f' ({post.on})' if post.on else ''}"
    if speaker and speaker.acts_for:
        yield f"speaks for: {_names(speaker.acts_for, view)}"
    if speaker and speaker.members:
        yield f"consists of: {_names(speaker.members, view)}"
    yield from (f"note: {each.note}" for each in (outlet, speaker) if each and each.note)


def _names(keys: Iterable[str], view: View) -> str:
    return ", ".join(view.name(view.resolve(key)) for key in keys)


def _sections(key: str, carries: Sequence[Conduct], quoted: Sequence[Conduct], report: Report) -> Iterator[Section]:
    view = report.view
    if key in view.outlets:
        yield Section("Facts", tuple(facts(view.outlets[key], view)), listed=True)
    given = ratings(key, view)
    scales = listing(f"“{scale}”" for scale in differing(given))
    apart = f" (not agreed on the scale {scales})" if scales else ""
    yield Section(f"Ratings by others{apart}", tuple(rated(each) for each in given), listed=True)
    of, names = counted(len(view.articles), "article"), {each.claim.key: each.name for each in report.claims}
    for conducts, title in ((carries, f"Conduct in the {of} at hand"), (quoted, f"As a source in the {of} at hand")):
        for conduct in conducts:
            yield Section(title, tuple((measure.label, told(measure), _which(measure, view, names)) for measure in conduct.measures))
            yield from _alone(conduct, report)
    for conduct in carries:
        shared = tuple((each.name, " ".join(names[key] for key in each.claims), f"from {listing(each.origins)}") for each in conduct.shares)
        yield Section("Shares origins with", shared, "no other outlet at hand")
    if not carries and not quoted:
        yield Section(f"Conduct in the {of} at hand", (), "neither an article nor a statement of it is at hand")


def facts(outlet: Outlet, view: View) -> Iterator[tuple[str, ...]]:
    """The recorded facts of an outlet: what each is about, what it says, where it stands and its address."""
    for fact in outlet.facts:
        value = view.name(view.resolve(fact.value))
        yield str(fact.about), f"{value}{f' ({fact.on})' if fact.on else ''}", *cited(fact.cited)


def cited(citation: Citation | None) -> tuple[str, ...]:
    """Where something stands and of what day, and the address."""
    if citation is None:
        return ()
    return f"{citation.source}{f', {citation.on}' if citation.on else ''}", citation.url


def ratings(key: str, view: View) -> tuple[Rating, ...]:
    """What others said of a source's reliability, by scale and rater."""
    found = [rating for rating in view.ratings if view.resolve(rating.source) == key]
    return tuple(sorted(found, key=lambda each: (each.scale.casefold() != ADMIRALTY, each.scale, each.rater, str(each.on or ""), each.id)))


def differing(given: Iterable[Rating]) -> tuple[str, ...]:
    """The scales on which ratings differ."""
    values: dict[str, set[str]] = defaultdict(set)
    for rating in given:
        values[rating.scale].add(rating.value.casefold())
    return tuple(sorted(scale for scale, found in values.items() if len(found) > 1))


def rated(rating: Rating) -> tuple[str, ...]:
    """A rating: by whom, the mark with its scale and day, where it stands, its address, and what is noted."""
    marks = [rating.scale, str(rating.on or "no date"), *(["imputed"] if rating.imputed else [])]
    return rating.rater, f"{rating.value} ({', '.join(marks)})", *cited(rating.cited), rating.note


def letters(key: str, report: Report) -> str:
    """The letters that a source's ratings are read as: `C`, or `B-D` where raters differ; empty without any."""
    reach = report.marks.of(key) if report.marks else UNRATED
    return str(reach) if reach.known else ""


def told(measure: Measure) -> str:
    """A measure in words: `7`, `2 of 7`, `12 of 40 (30 %; 95 % interval 18 to 45 %)`."""
    if measure.out_of is None:
        return str(measure.count)
    more = f"; {measure.undecided} more could not be told" if measure.undecided else ""
    if not measure.out_of:
        return f"none to count{more}"
    share, interval, within = measure.share, measure.interval, ""
    if share is not None and interval is not None:
        within = f" ({_percent(share)} %; 95 % interval {_percent(interval.low)} to {_percent(interval.high)} %)"
    return f"{measure.count} of {measure.out_of}{within}{more}"


def _percent(share: float) -> int:
    return round(100 * share)


def _which(measure: Measure, view: View, claims: Mapping[str, str]) -> str:
    found = [view.name(key) if key in view.outlets else claims.get(key, key) for key in measure.found]
    return " ".join(found) if measure.name not in WHOLE and len(found) <= FEW else ""


WHOLE = frozenset({"articles", "statements", "own", "attributed", "copied", "passed-on"})
"""Measures of which nobody reads the keys one by one."""
ALONE = {"alone": "Carries alone", "sole-origin": "Only origin on record of"}


def _alone(conduct: Conduct, report: Report) -> Iterator[Section]:
    """The claims that stand and fall with the outlet or speaker, in full."""
    claims = {each.claim.key: each for each in report.claims}
    for measure in conduct.measures:
        if measure.name in ALONE:
            rows = tuple((claims[key].name, claims[key].claim.wording) for key in measure.found)
            yield Section(ALONE[measure.name], rows, "no claim at hand")


OUTLET_HEADERS = ("outlet", "articles", "statements", "claims", "alone", "own", "attributed", "copied", "rated")
SPEAKER_HEADERS = ("speaker", "statements", "outlets", "claims", "only origin", "denied", "rated")


def outlet_rows(outlets: Sequence[Conduct], report: Report) -> list[tuple[str, ...]]:
    """The outlets whose articles are at hand, in counts, those with the most first."""
    names = ("articles", "statements", "claims", "alone", "own", "attributed", "copied")
    return _rows([each for each in outlets if each.measure("articles").count], names, report)


def speaker_rows(speakers: Sequence[Conduct], report: Report) -> list[tuple[str, ...]]:
    """All speakers that are quoted, in counts, those with the most statements first."""
    names = ("statements", "outlets", "claims", "sole-origin", "denied")
    return _rows([each for each in speakers if each.measure("statements").count + each.measure("passed-on").count], names, report)


def _rows(found: Sequence[Conduct], names: Sequence[str], report: Report) -> list[tuple[str, ...]]:
    ordered = sorted(found, key=lambda each: ([-each.measure(name).count for name in names[:2]], each.name, each.key))
    return [(each.name, *(str(each.measure(name).count) for name in names), letters(each.key, report)) for each in ordered]
