"""Claims as readers know them: the records joined by judgements, with every statement that bears on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any

import attrs

from claimtrack.collecting import paused
from claimtrack.model.joining import join
from claimtrack.model.parting import parted
from claimtrack.model.records import Claim, Judgement, Stance, Statement
from claimtrack.model.terms import ClaimKind, Framing, MakerKind, Polarity, Role, StanceKind, Verdict
from claimtrack.model.values import Maker, Period
from claimtrack.model.view import Conflict, View

_KINDS: Mapping[Framing, ClaimKind] = {
    Framing.AUTHOR_OPINION: ClaimKind.OPINION,
    Framing.ATTRIBUTED_OPINION: ClaimKind.OPINION,
    Framing.FORECAST: ClaimKind.FORECAST,
    Framing.COMMITMENT: ClaimKind.COMMITMENT,
    Framing.PRESCRIPTIVE: ClaimKind.CALL,
}


def kind_of(statement: Statement) -> ClaimKind:
    """What sort of proposition a statement puts forward, by its framing."""
    return _KINDS.get(statement.framing, ClaimKind.FACT)


@attrs.frozen(order=True, weakref_slot=False)
class Bearing:
    """That a statement bears on a claim, and how."""

    statement: str
    kind: StanceKind = attrs.field(order=str)


@attrs.frozen(kw_only=True)
class TrackedClaim:
    """One claim: a component of claim records and statements under "same" judgements.

    Attributes:
        key: the smallest key among its claim records, else among its statements; links to it stay good across runs.
        wording: that of its first claim record, else of its first statement.
        members: the keys joined in it.
        bearings: each statement that supports, denies or otherwise bears on it.
    """

    key: str
    label: str
    wording: str
    kinds: tuple[ClaimKind, ...]
    times: tuple[Period, ...]
    subjects: tuple[str, ...]
    members: tuple[str, ...]
    bearings: tuple[Bearing, ...]
    note: str = ""

    def bearing(self, *kinds: StanceKind) -> tuple[str, ...]:
        """The statements that bear on the claim in one of these ways."""
        found = [bearing.statement for bearing in self.bearings if bearing.kind in kinds]
        return tuple(dict.fromkeys(found) if len(found) > 1 else found)


class Claims:
    """All claims of a view, with the contradictions among the judgements and stances behind them.

    A claim record is a claim by itself; judgements join it with others. Statements that are judged the same without a claim record
    are a claim too, and so is a single statement that a program read, if it bears on nothing else and says enough. A statement that a
    person recorded and left without judgement and stance belongs to none: the person passed it over.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._joining = join(view.judgements)
        self._gone = parted(view.stances, view.judgements, self._joining)
        self._vouched = _vouched(view.judgements)
        self._conflicts: set[Conflict] = {*self._joining.conflicts, *self._gone.values()}
        with paused():
            self.all = self._labelled(sorted(self._tracked(), key=lambda claim: (claim.label or "\U0010ffff", claim.key)))

    def _labelled(self, claims: Iterable[TrackedClaim]) -> tuple[TrackedClaim, ...]:
        """The claims, those of statements alone numbered by their keys: a place in an article makes no name."""
        numbers = count(1)
        return tuple(attrs.evolve(each, label=f"R{next(numbers)}") if each.key in self._view.statements else each for each in claims)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where judgements or stances contradict each other."""
        return tuple(sorted(self._conflicts))

    @cached_property
    def unclaimed(self) -> tuple[str, ...]:
        """The statements that bear on no claim."""
        used = {bearing.statement for claim in self.all for bearing in claim.bearings}
        return tuple(sorted(set(self._view.statements) - used))

    def _tracked(self) -> list[TrackedClaim]:
        groups = [group for group in self._joining.groups if any(self._stands(key) for key in group)]
        grouped = {key for group in groups for key in group}
        groups += [(key,) for key in self._view.claims if key not in grouped]
        stances = defaultdict(list)
        for stance in self._view.stances:
            if stance.statement in self._view.statements and stance not in self._gone:
                stances[stance.claim].append(stance)
        groups += [(key,) for key in self._alone(grouped, stances)]
        return [self._claim(group, [stance for key in group for stance in stances[key]]) for group in groups]

    def _alone(self, grouped: Container[str], stances: Mapping[str, Sequence[Stance]]) -> list[str]:
        """The statements that are a claim by themselves: read by a program, or borne on by others."""
        bearing = {stance.statement for about in stances.values() for stance in about if self._says_no_more(stance)}
        return [
            key
            for key, statement in self._view.statements.items()
            if key not in grouped and key not in self._view.claims and (key in stances or (key not in bearing and _read(statement)))
        ]

    def _says_no_more(self, stance: Stance) -> bool:
        """Whether a statement says nothing but what it says of that claim; what denies in passing, or contradicts, is another claim."""
        if stance.kind is StanceKind.DENIES:
            return self._view.statements[stance.statement].polarity is not Polarity.AFFIRM
        return stance.kind in _WHOLLY

    def _stands(self, key: str) -> bool:
        return key in self._view.claims or key in self._view.statements

    def _claim(self, members: tuple[str, ...], stances: list[Stance]) -> TrackedClaim:
        records = [self._view.claims[key] for key in members if key in self._view.claims]
        said = [key for key in members if key in self._view.statements]
        first = min(records, key=lambda record: (record.label or "\U0010ffff", record.key)) if records else None
        return TrackedClaim(
            key=min(record.key for record in records) if records else min(said),
            label=first.label if first else "",
            wording=first.wording if first else _wording([self._view.statements[key] for key in said]),
            kinds=tuple(sorted({kind for record in records for kind in record.kinds}, key=str))
            or _kinds([self._view.statements[key] for key in said]),
            times=_all(records, "times"),
            subjects=_all(records, "subjects"),
            members=members,
            bearings=self._bearings(said, stances),
            note=first.note if first else "",
        )

    def _bearings(self, said: list[str], stances: list[Stance]) -> tuple[Bearing, ...]:
        """A person's stance on a statement stands before a program's, and so does a person's word that it is of the claim itself.

        Statements joined by judgement support.
        """
        by_statement: dict[str, list[Stance]] = defaultdict(list)
        for stance in stances:
            by_program = stance.maker is not None and stance.maker.kind is MakerKind.SOFTWARE
            if not by_program or stance.statement not in self._vouched.intersection(said):
                by_statement[stance.statement].append(stance)
        bearings = {Bearing(key, _own_bearing(self._view.statements[key])) for key in said if key not in by_statement}
        for key, rivals in by_statement.items():
            people = [stance for stance in rivals if _person(stance.maker)]
            kinds = {stance.kind for stance in people or rivals}
            bearings |= {Bearing(key, kind) for kind in kinds}
            if {StanceKind.SUPPORTS, StanceKind.DENIES} <= kinds:
                detail = f"{key} is said to support and to deny it; both are shown"
                self._conflicts.add(Conflict.of("stance", rivals[0].claim, detail, [stance.id for stance in rivals]))
        return tuple(sorted(bearings))


_WHOLLY = frozenset({StanceKind.SUPPORTS, StanceKind.DISPUTES_SOURCE, StanceKind.PARTIAL})
"""Stances after which a statement says nothing else."""
LEAST_WORDS = 4
"""Words; a statement that says less is no claim by itself."""
_VAGUE_WORDS = "he she it they this that these those his her its their we i you who which there"
_VAGUE = frozenset(_VAGUE_WORDS.split())


def _person(maker: Maker | None) -> bool:
    return maker is not None and maker.kind is MakerKind.PERSON


def _vouched(judgements: Iterable[Judgement]) -> frozenset[str]:
    """What people judged the same as something."""
    same = (each for each in judgements if each.verdict is Verdict.SAME and _person(each.maker))
    return frozenset(key for each in same for key in (each.left, each.right))


def _read(statement: Statement) -> bool:
    """Whether a program read a statement that says enough to be a claim."""
    by_program = statement.maker is not None and statement.maker.kind is MakerKind.SOFTWARE
    return by_program and len(statement.proposition.split()) >= LEAST_WORDS


def _wording(statements: Sequence[Statement]) -> str:
    """The words that stand for all: those of a statement that does not begin with a pronoun, of the body before the headline, short."""

    def rank(statement: Statement) -> tuple[bool, bool, int, str]:
        words = statement.proposition.split()
        vague = not words or words[0].lower() in _VAGUE
        return vague, statement.role is not Role.BODY, len(statement.proposition), statement.key

    best = min(statements, key=rank)
    return best.proposition or best.key


def _kinds(statements: Sequence[Statement]) -> tuple[ClaimKind, ...]:
    """What sort of proposition some statements put forward: a fact if any of them does, else the first kind by its name.

    How many do is not asked, so that a copy of one of them changes nothing.
    """
    kinds = {kind_of(statement) for statement in statements}
    return (ClaimKind.FACT if ClaimKind.FACT in kinds else min(kinds, key=str),)


def _own_bearing(statement: Statement) -> StanceKind:
    """How a statement bears on its own proposition: it denies it, unless the proposition says so itself ("the firm denied it")."""
    cue = statement.cue.text.casefold() if statement.cue else ""
    outside = not cue or cue not in statement.proposition.casefold()
    return StanceKind.DENIES if statement.polarity is Polarity.DENY and outside else StanceKind.SUPPORTS


def _all(records: list[Claim], field: str) -> tuple[Any, ...]:
    """What a list-valued field holds over all records, once each, in order."""
    return tuple(sorted({item for record in records for item in getattr(record, field)}))
