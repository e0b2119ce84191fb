"""One claim as the page shows it: who says so, against whom, along which lines, with which flags and grades, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from claimtrack.model.case import AGAINST, FOR, counted, listing
from claimtrack.model.claims import Bearing
from claimtrack.model.reports import Flag, Grade, Sourcing, SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.model.view import View
from claimtrack.reports.drawings.losses import losses
from claimtrack.reports.page.lines import Lines, lines
from claimtrack.reports.page.places import Places, Ref
from claimtrack.reports.page.terms import STANCES, digit_of, letters_of, manner
from claimtrack.reports.page.times import Appearance, Axis, appearance, spoken
from claimtrack.reports.words import anchor_of, deep_link, narrows, range_of

UNRATED = ": F, nobody rated it"
"""What a grade says of a source without a letter."""
BESIDE = tuple(kind for kind in StanceKind if kind not in (*FOR, *AGAINST))


@attrs.frozen(kw_only=True)
class Said:
    """One statement as it bears on a claim.

    Attributes:
        ref: its key, and its place in the card of its article.
        steps: who says it, from the outlet inwards.
        words: what is said, in our words; empty where these are the claim's.
        link: the address that opens the live article at the place; empty without one.
        date: of the article.
    """

    ref: Ref
    stance: str
    manner: str
    steps: tuple[Ref, ...]
    words: str
    link: str
    date: str
    notes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Raised:
    """A flag with its why: the statements that it rests on have links, unless they are all that say so, which stand above."""

    code: str
    name: str
    reason: str
    evidence: tuple[Ref, ...]
    by_all: bool


@attrs.frozen(kw_only=True)
class Graded:
    """A grade in words, with the rule that gave it."""

    what: str
    mark: str
    letters: str
    digit: str
    rule: str


@attrs.frozen(kw_only=True)
class Block:
    """All that the page shows of one claim."""

    anchor: str
    name: str
    wording: str
    kinds: str
    others: tuple[str, ...]
    note: str
    summary: str
    rests: str
    origins: str
    order: str
    disputed: bool
    pro: tuple[Said, ...]
    contra: tuple[Said, ...]
    beside: tuple[Said, ...]
    support: Lines
    denial: Lines | None
    attested: tuple[str, ...]
    flags: tuple[Raised, ...]
    grades: tuple[Graded, ...]
    graded: tuple[str, ...]
    sentence: str
    confidence: str
    changes: tuple[str, ...]
    left_out: tuple[tuple[Ref, str], ...]
    times: Appearance


def block(claim: SupportReport, places: Places, scale: Axis | None) -> Block:
    """One claim.

    Args:
        claim: the claim.
        places: of the page.
        scale: the axis that its appearances are drawn on.
    """
    view, key = places.report.view, claim.claim.key
    number = places.drawn.get(key, "")
    return Block(
        anchor=anchor_of("c", key),
        name=claim.name,
        wording=claim.claim.wording,
        kinds=listing(str(kind) for kind in claim.claim.kinds),
        others=_others(claim, view),
        note=claim.claim.note,
        summary=claim.summary,
        rests=" and on ".join(narrows(claim, view)),
        origins=origins(range_of(claim)),
        order=f"{claim.lower:03}{claim.upper:03}",
        disputed=claim.flagged("disputed") is not None,
        pro=tuple(_said(claim, FOR, places)),
        contra=tuple(_said(claim, AGAINST, places)),
        beside=tuple(_said(claim, BESIDE, places)),
        support=lines(claim.support, view, f"Lines of reporting of {claim.name}", number, losses(claim, view)),
        denial=lines(claim.denial, view, f"Lines of denial of {claim.name}", number and f"{number}-denial", about="its denial")
        if claim.denial.certificate.upper
        else None,
        attested=tuple(_attested(claim)),
        flags=tuple(_raised(flag, claim, places) for flag in claim.flags),
        grades=(_graded("Was it said as reported?", claim.said), _graded("Is it so, by sourcing alone?", claim.content)),
        graded=tuple(_sources(claim)),
        sentence=claim.assessment.sentence,
        confidence=str(claim.assessment.confidence),
        changes=claim.assessment.changes,
        left_out=tuple(_left_out(claim.support, places)),
        times=_times(claim, view, scale),
    )


def origins(bounds: str) -> str:
    """Bounds in words: `none on record`, `1`, `0 to 2`, `2 or more to 4`."""
    low, _, high = bounds.replace("+", " or more").partition("..")
    return f"{low} to {high}" if high else "none" if low == "0" else low


def _others(claim: SupportReport, view: View) -> tuple[str, ...]:
    """The wordings of the other claim records joined in it; those of statements stand beside who says them."""
    records = [view.claims[key].wording for key in claim.claim.members if key in view.claims]
    own = _spelled(claim.claim.wording)
    found = {_spelled(words): words for words in reversed(records)}
    return tuple(sorted((words for spelled, words in found.items() if spelled != own), key=lambda words: (words.casefold(), words)))


def _spelled(words: str) -> str:
    """What two wordings share that differ in capitals and the full stop alone."""
    return words.casefold().rstrip(".")


def _said(claim: SupportReport, kinds: Iterable[StanceKind], places: Places) -> Iterator[Said]:
    view, members = places.report.view, frozenset(claim.claim.members)
    wanted, own = frozenset(kinds), _spelled(claim.claim.wording)
    for bearing in claim.claim.bearings:
        if bearing.kind in wanted:
            statement = view.statements[bearing.statement]
            article = view.articles.get(view.resolve(statement.article))
            yield Said(
                ref=places.of(bearing.statement),
                stance=STANCES[bearing.kind],
                manner=manner(statement),
                steps=places.steps(statement),
                words="" if _spelled(statement.proposition) == own else statement.proposition,
                link=deep_link(statement, article),
                date=spoken(article.published.on) if article and article.published else "",
                notes=_notes(bearing, members, places),
            )


def consecutive(said: Iterable[Said]) -> list[list[Said]]:
    """Statements put together as far as the same one says them in the same article, one after the other."""
    return [list(one) for _, one in groupby(said, key=lambda each: (each.steps, each.date))]


def _notes(bearing: Bearing, members: frozenset[str], places: Places) -> tuple[str, ...]:
    """What is noted on a stance that does not support in full, each note after the name of its maker."""
    if bearing.kind is StanceKind.SUPPORTS:
        return ()
    stances = [each for each in places.stances.get((bearing.statement, bearing.kind), ()) if each.claim in members and each.note]
    return tuple(sorted({f"{each.maker.name}: {each.note}" if each.maker else each.note for each in stances}))


def _attested(claim: SupportReport) -> Iterator[str]:
    """How many independent carriers each origin has; nothing where that is one each, as nearly always."""
    utterances = claim.support.utterances
    for utterance in utterances if any(each.carriers != 1 for each in utterances) else ():
        name = claim.support.lineage.node[utterance.origin].name
        yield f"{name}: {counted(utterance.carriers, 'independent carrier')}"


def _raised(flag: Flag, claim: SupportReport, places: Places) -> Raised:
    by_all = len(flag.evidence) > 1 and set(flag.evidence) == set(claim.claim.bearing(*FOR))
    evidence = () if by_all else tuple(map(places.brief, flag.evidence))
    return Raised(code=flag.code, name=flag.name, reason=flag.reason, evidence=evidence, by_all=by_all)


def _graded(what: str, grade: Grade) -> Graded:
    return Graded(what=what, mark=str(grade), letters=letters_of(grade), digit=digit_of(grade), rule=grade.rule)


def _sources(claim: SupportReport) -> Iterator[str]:
    """The letters of the sources that either grade looked at, those that nobody rated in one line."""
    told = dict.fromkeys((*claim.said.letters, *claim.content.letters))
    yield from (line for line in told if not line.endswith(UNRATED))
    if unrated := [line.removesuffix(UNRATED) for line in told if line.endswith(UNRATED)]:
        yield f"nobody rated {listing(unrated)}"


def _left_out(sourcing: Sourcing, places: Places) -> Iterator[tuple[Ref, str]]:
    for left in sourcing.lineage.left_out:
        yield places.of(left.statement), left.why
    for each in sourcing.lineage.contractions:
        declared = "" if each.declared else "undeclared "
        yield places.brief(each.article), f"{declared}{each.kind} of {places.brief(each.into).text}, counted with it"


def _times(claim: SupportReport, view: View, scale: Axis | None) -> Appearance:
    keys = sorted({view.resolve(view.statements[key].article) for key in claim.claim.bearing(*FOR)})
    known: Sequence[str] = [key for key in keys if key in view.articles]
    return appearance(claim.claim, [view.articles[key] for key in known], [view.name(key) for key in known], scale)
