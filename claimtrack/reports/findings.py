"""From a report to findings: every flag of every claim with its place, its level and a fingerprint.

The fingerprint is the BLAKE2b digest, 64 bits in hexadecimal, of the flag's code, of what the claim is known by, and of a number that
tells apart findings alike in both, from 0. A claim with a record is known by its key. A claim without one is known by the article and the
digest of the words of the statement that it is named after. Labels, wordings, bounds, line numbers and other claims do not enter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from claimtrack.errors import Place
from claimtrack.model.findings import Finding, Related, State
from claimtrack.model.reports import Flag, Report, SupportReport

DIGEST_BYTES = 8
SHOWN = 80
"""Characters of a claim's wording that stand for it where it has no record."""


def findings(report: Report) -> tuple[Finding, ...]:
    """The findings of a report, by place; those of which no place is known come last."""
    often: Counter[tuple[str, str]] = Counter()
    found = []
    for claim in sorted(report.claims, key=lambda claim: claim.claim.key):
        known_by = _known_by(claim, report)
        for flag in claim.flags:
            found.append(_finding(claim, flag, report, _fingerprint(known_by, flag.code, often[known_by, flag.code])))
            often[known_by, flag.code] += 1
    return tuple(sorted(found, key=lambda each: each.order))


def compared(found: Iterable[Finding], before: Iterable[Finding]) -> tuple[tuple[Finding, State], ...]:
    """Findings with how they stand to those of an earlier run; the ones that are gone come after all others."""
    earlier = {each.fingerprint: each for each in before}
    now = tuple((each, _state(each, earlier.get(each.fingerprint))) for each in found)
    here = {each.fingerprint for each, _ in now}
    gone = sorted((each for each in earlier.values() if each.fingerprint not in here), key=lambda each: each.order)
    return (*now, *((each, State.ABSENT) for each in gone))


def _state(each: Finding, earlier: Finding | None) -> State:
    if earlier is None:
        return State.NEW
    return State.UNCHANGED if each.same_as(earlier) else State.UPDATED


def _known_by(claim: SupportReport, report: Report) -> str:
    """What a claim is known by from run to run."""
    statement = report.view.statements.get(claim.claim.key)
    if claim.claim.key in report.view.claims or statement is None:
        return claim.claim.key
    return f"{report.view.resolve(statement.article)} {statement.anchor.digest or statement.key}"


def _fingerprint(known_by: str, code: str, number: int) -> str:
    return blake2b(f"{code} {number} {known_by}".encode(), digest_size=DIGEST_BYTES).hexdigest()


def _finding(claim: SupportReport, flag: Flag, report: Report, fingerprint: str) -> Finding:
    evidence = sorted({Related(key=key, place=place) for key in flag.evidence if (place := _place(key, report))}, key=_where)
    place = _first_place(claim, evidence, report)
    return Finding(
        code=flag.code,
        name=flag.name,
        level=flag.level,
        claim=claim.claim.key,
        message=flag.reason,
        fingerprint=fingerprint,
        about=_called(claim, report),
        place=place,
        related=tuple(each for each in evidence if each.place != place),
        clears=flag.clears,
        means=flag.means,
    )


def _where(related: Related) -> tuple[Place, str]:
    return related.place, related.key


def _called(claim: SupportReport, report: Report) -> str:
    """The label or key of a claim that has a record; else its wording, cut short, since such labels change from run to run."""
    if claim.claim.key in report.view.claims:
        return claim.name
    words = claim.claim.wording
    short = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
    return f"‘{short}’" if "“" in short or "”" in short else f"“{short}”"


def _place(key: str, report: Report) -> Place | None:
    """Where what has a key stands first."""
    known = (report.log.places.get(record) for record in report.view.ids(report.view.resolve(key)))
    return min((place for place in known if place), default=None)


def _first_place(claim: SupportReport, evidence: Iterable[Related], report: Report) -> Place | None:
    """Where to look first: the claim's own record, else a statement that the flag rests on, else what else has to do with the claim."""
    return next(iter(_places(claim, evidence, report)), None)


def _places(claim: SupportReport, evidence: Iterable[Related], report: Report) -> Iterator[Place]:
    said = [each for each in evidence if each.key in report.view.statements]
    own = _place(claim.claim.key, report)
    if own and (claim.claim.key in report.view.claims or not said or any(each.key == claim.claim.key for each in said)):
        yield own
    yield from (each.place for each in (*said, *evidence))
    yield from filter(None, (_place(key, report) for key in (*claim.claim.members, *(each.statement for each in claim.claim.bearings))))
