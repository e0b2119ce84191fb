"""The two grades of a claim by the rows of a policy: a letter for the source chain, a digit for the information (Admiralty code)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claimtrack.model.case import Case
from claimtrack.model.lineage import Lineage, Node, NodeKind
from claimtrack.model.marks import UNRATED, Marks, Reach, weakness
from claimtrack.model.policy import Denial, Policy, Row
from claimtrack.model.records import Rating
from claimtrack.model.reports import Grade, Utterance
from claimtrack.model.terms import ClaimKind, Letter, StanceKind

GOOD = frozenset({Letter.A, Letter.B, Letter.C})


@attrs.frozen(kw_only=True)
class Source:
    """One of the independent sources that a grade is given for.

    Attributes:
        own: its letters, of the weakest rated member of its line.
        standing: the same, or where nobody on the line is rated those of the best rated carrier.
        named: whether it is a person or a body with a name.
        agency: whether an agency that the policy lists stands on its line.
    """

    own: Reach
    standing: Reach
    named: bool = False
    agency: bool = False


@attrs.frozen(kw_only=True)
class Facts:
    """What the rows of a grading table ask for."""

    sources: Sequence[Source]
    kinds: Sequence[ClaimKind] = ()
    denied: Denial = Denial.NONE
    source_disputed: bool = False


def content(case: Case, marks: Marks, policy: Policy) -> Grade:
    """Whether it is so, as far as sourcing can tell: by its independent origins, their letters and the denials on record."""
    lineage = case.support.lineage
    facts = Facts(
        sources=[_origin(line, lineage, marks, policy) for line in case.support.certificate.lines],
        kinds=case.claim.kinds,
        denied=denial(case, marks),
        source_disputed=bool(case.claim.bearing(StanceKind.DISPUTES_SOURCE)),
    )
    passed = [key for line in case.support.certificate.lines for step in line for key in marks.bearers(lineage.node[step])]
    return _grade(facts, policy.content, told(passed, marks), _about(case.claim.kinds, policy))


def said(case: Case, marks: Marks, policy: Policy) -> Grade:
    """Whether it was said as reported: by the independent carriers of the best attested utterance, and their letters."""
    attested = [_attesting(utterance, case.support.lineage, marks) for utterance in case.support.utterances]
    if len(attested) == 1:
        return _said(attested[0], marks, policy)
    nodes = min(attested, key=lambda nodes: (-len(nodes), [weakness(marks.node(node)) for node in nodes]), default=[])
    return _said(nodes, marks, policy)


def _said(nodes: Sequence[Node], marks: Marks, policy: Policy) -> Grade:
    """The grade of an utterance by the carriers that report it."""
    sources = [Source(own=marks.node(node), standing=marks.node(node)) for node in nodes]
    return _grade(Facts(sources=sources), policy.said, told((key for node in nodes for key in marks.bearers(node)), marks))


def _origin(line: tuple[str, ...], lineage: Lineage, marks: Marks, policy: Policy) -> Source:
    """What a line of reporting says of its origin."""
    own = marks.line(line, lineage)
    listed = {marks.view.resolve(agency) for agency in policy.sources.agencies}
    passed = {key for step in line for key in marks.bearers(lineage.node[step])} if listed else set()
    return Source(
        own=own,
        standing=own if own.known else _carried(line[0], lineage, marks),
        named=lineage.node[line[0]].kind is NodeKind.SPEAKER,
        agency=not listed.isdisjoint(passed),
    )


def _carried(origin: str, lineage: Lineage, marks: Marks) -> Reach:
    """The best letters among the carriers that report an origin on record."""
    reaches = [marks.node(carrier) for carrier in lineage.on_record.carriers_of(origin)]
    return min((reach for reach in reaches if reach.known), key=weakness, default=UNRATED)


def _attesting(utterance: Utterance, lineage: Lineage, marks: Marks) -> list[Node]:
    """The carriers that an utterance reaches, those with the best letters first, as many as report it independently."""
    nodes = lineage.carriers_of(utterance.origin)
    if len(nodes) > 1:
        nodes = tuple(sorted(nodes, key=lambda node: weakness(marks.node(node))))
    return list(nodes[: utterance.carriers])


def told(keys: Iterable[str], marks: Marks) -> tuple[str, ...]:
    """For each source its letters and the ratings that gave them, in words."""
    return tuple(_told(key, marks) for key in dict.fromkeys(keys))


def _told(key: str, marks: Marks) -> str:
    mark = marks.given.get(key)
    if mark is None:
        return f"{marks.view.name(key)}: F, nobody rated it"
    ratings = "; ".join(map(_rated, mark.ratings))
    return f"{marks.view.name(key)}: {mark.reach}, from {ratings}"


def _rated(rating: Rating) -> str:
    """A rating as it was given: mark, rater, day."""
    scale = "" if rating.scale.casefold() == "admiralty" else f" ({rating.scale})"
    return f"{rating.value}{scale} by {rating.rater}{f', {rating.on}' if rating.on else ''}"


def denial(case: Case, marks: Marks) -> Denial:
    """How the claim is denied on record.

    A denial by those whom the claim is about is expected of them, and noted as such, unless they are graded A to C.
    """
    lineage, lines = case.denial.lineage, case.denial.certificate.lines
    if not lines:
        return Denial.NONE
    subjects = {actor for subject in case.claim.subjects for actor in case.view.actors(subject)}
    others = [line for line in lines if not subjects.issuperset(lineage.node[line[0]].actors) or marks.line(line, lineage).worst in GOOD]
    if not others:
        return Denial.SUBJECT
    return Denial.MORE if case.denial.evidence.middle > case.support.evidence.middle else Denial.SOME


def fitting(facts: Facts, rows: Iterable[Row]) -> Row:
    """The first row of a table that fits; the last one fits always."""
    return next(row for row in rows if _fits(row, facts))


def _fits(row: Row, facts: Facts) -> bool:
    """Whether every condition of a row holds; the worst letter of a range is the one that counts."""
    return (
        row.origins_from <= len(facts.sources) <= _most(row.origins_to)
        and (not row.denied or facts.denied in row.denied)
        and row.source_disputed in (None, facts.source_disputed)
        and (not row.kinds or set(facts.kinds) <= set(row.kinds))
        and (not row.named_from or row.named_from <= sum([source.named for source in facts.sources]))
        and (not row.agencies_from or row.agencies_from <= sum([source.agency for source in facts.sources]))
        and (not row.rated_from or row.rated_from <= sum([_as_good(source.own, row.letter) for source in facts.sources]))
        and (not (row.weighed_from or row.weighed_to is not None) or row.weighed_from <= _weighed(row, facts) <= _most(row.weighed_to))
    )


def _weighed(row: Row, facts: Facts) -> int:
    """How many sources have letters as good as a row asks for, of their own or of an outlet that carries them."""
    return sum([_as_good(source.standing, row.letter) for source in facts.sources])


def _most(many: int | None) -> float:
    return float("inf") if many is None else many


def _as_good(reach: Reach, letter: Letter) -> bool:
    worst: str = reach.worst._value_
    return reach.known and worst <= letter._value_


def _about(kinds: Sequence[ClaimKind], policy: Policy) -> str:
    """What the grade is about where the claim is a promise or a call alone."""
    told = {ClaimKind.COMMITMENT: policy.acts.commitment, ClaimKind.CALL: policy.acts.call}
    return " and ".join(told[kind] for kind in kinds) if kinds and all(told.get(kind) for kind in kinds) else ""


def _grade(facts: Facts, rows: Iterable[Row], letters: tuple[str, ...], about: str = "") -> Grade:
    """The grade with its rule; the letters are those of the rated sources, since F is no place on the scale."""
    row = fitting(facts, rows)
    rated = [source.own for source in facts.sources if source.own.known] or [UNRATED]
    best = min((reach.best for reach in rated), key=str)
    low = max((reach.worst for reach in rated), key=str)
    return Grade(best, low, row.digit, f"{row.says} ({about})" if about else row.says, letters)
