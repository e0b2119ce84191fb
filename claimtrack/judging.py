"""Going through proposed matches: what is still open, most sure first, and what each answer settles on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from claimtrack.model import Conflict, Judgement, Maker, MakerKind, Verdict, View
from claimtrack.model.standing import Standing, by_person


@attrs.frozen(kw_only=True)
class Proposal:
    """Two statements, claims, speakers or articles that a program holds for possibly the same.

    Attributes:
        left, right: their keys, in order.
        score: how sure the surest program is, 0 to 1; None when none says.
        reasons: why, each program's after its name.
    """

    left: str
    right: str
    score: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[float, str, str]:
        """The most sure first, those without a score last, then by key."""
        return (1.0 if self.score is None else -self.score, self.left, self.right)

    def judged(self, verdict: Verdict, maker: Maker, reasons: Iterable[str] = ()) -> Judgement:
        """Somebody's answer, as a record."""
        return Judgement(left=self.left, right=self.right, verdict=verdict, maker=maker, reasons=tuple(reasons))


@attrs.frozen
class Step:
    """One answer, or a pair that was passed over without one."""

    proposal: Proposal
    judgement: Judgement | None = None


def proposals(view: View) -> tuple[Proposal, ...]:
    """The matches that programs propose and nobody has decided, most sure first, ties by key.

    A proposal is a judgement "unsure" that no person made, or a derivation between two articles that is marked as proposed. Left out
    is what a person was asked already, what follows from judgements as they stand, and what people have sorted by stances or
    derivations.
    """
    return Queue(view).open


class Queue:
    """The open proposals of a view, kept up as answers come and are taken back.

    Args:
        view: with the proposals and with all that is decided before the first answer.
    """

    def __init__(self, view: View) -> None:
        self._standing = Standing(view.judgements)
        self._sorted = _sorted_by_people(view)
        self._derived = frozenset(frozenset((each.derived, each.source)) for each in view.derivations if not each.proposed)
        self._all = tuple(sorted(_gathered(view), key=lambda proposal: proposal.order))
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, proposal in enumerate(self._all):
            self._places[proposal.left].append(place)
            self._places[proposal.right].append(place)
        self._open: set[int] = set()
        self._passed: set[int] = set()
        self._steps: list[Step] = []
        self._sift(range(len(self._all)))

    @property
    def open(self) -> tuple[Proposal, ...]:
        """What is left to ask, in order; what was passed over is not."""
        return tuple(self._all[place] for place in sorted(self._open - self._passed))

    @property
    def first(self) -> Proposal | None:
        """What to ask next."""
        place = min(self._open - self._passed, default=None)
        return None if place is None else self._all[place]

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done since the beginning and not undone."""
        return tuple(self._steps)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the judgements, with the answers so far, contradict each other."""
        return self._standing.conflicts

    def answer(self, proposal: Proposal, judgement: Judgement) -> tuple[Conflict, ...]:
        """Take an answer in; the answer to that is the contradictions that it makes."""
        touched, conflicts = self._standing.add(judgement)
        self._steps.append(Step(proposal, judgement))
        self._sift(self._at(touched))
        return conflicts

    def skip(self, proposal: Proposal) -> None:
        """Pass a proposal over until the end of the queue's life."""
        self._steps.append(Step(proposal))
        self._passed.add(self._place(proposal))

    def back(self) -> Step | None:
        """Undo the last step, which is the answer; None at the beginning."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self._passed.discard(self._place(step.proposal))
        if step.judgement is not None:
            self._sift(self._at(self._standing.remove(step.judgement)))
        return step

    def _place(self, proposal: Proposal) -> int:
        return next(place for place in self._places[proposal.left] if self._all[place] == proposal)

    def _at(self, keys: Iterable[str]) -> set[int]:
        return {place for key in keys for place in self._places.get(key, ())}

    def _sift(self, places: Collection[int]) -> None:
        """Look again which of these are open."""
        self._open -= set(places)
        self._open |= {place for place in places if not self._decided(self._all[place])}

    def _decided(self, proposal: Proposal) -> bool:
        left, right = proposal.left, proposal.right
        if frozenset((left, right)) in self._derived:
            return True
        if not self._sorted.get(left, frozenset()).isdisjoint(self._sorted.get(right, ())):
            return True
        return self._standing.verdict(left, right) is not None


def _sorted_by_people(view: View) -> Mapping[str, frozenset[str]]:
    """For each statement the claims that a person had it bear on, and for each such claim itself: two that share one need no question."""
    held: dict[str, set[str]] = defaultdict(set)
    for stance in view.stances:
        if stance.maker is not None and stance.maker.kind is MakerKind.PERSON:
            held[stance.statement].add(stance.claim)
            held[stance.claim].add(stance.claim)
    return {key: frozenset(claims) for key, claims in held.items()}


def _gathered(view: View) -> Iterator[Proposal]:
    """One proposal a pair, whoever proposed it, as far as both are known."""
    known = (view.statements, view.claims, view.speakers, view.articles)
    found: dict[tuple[str, str], list[tuple[float, str, tuple[str, ...]]]] = defaultdict(list)
    for pair, score, maker, reasons in (*_unsure(view), *_descents(view)):
        if all(any(key in things for things in known) for key in pair):
            found[pair].append((-1.0 if score is None else score, maker.name if maker else "", reasons))
    for (left, right), told in found.items():
        told.sort(key=lambda each: (-each[0], each[1:]))
        lines = dict.fromkeys(f"{maker}: {reason}" if maker else reason for _, maker, why in told for reason in why)
        yield Proposal(left=left, right=right, score=told[0][0] if told[0][0] >= 0 else None, reasons=tuple(lines))


Told = tuple[tuple[str, str], float | None, Maker | None, tuple[str, ...]]


def _unsure(view: View) -> Iterator[Told]:
    """What programs are unsure of."""
    for judgement in view.judgements:
        if judgement.verdict is Verdict.UNSURE and not by_person(judgement):
            yield (judgement.left, judgement.right), judgement.score, judgement.maker, judgement.reasons


def _descents(view: View) -> Iterator[Told]:
    """What programs hold for possibly derived."""
    for derivation in view.derivations:
        derived, source = view.resolve(derivation.derived), view.resolve(derivation.source)
        if derivation.proposed and derived in view.articles and source in view.articles and derived != source:
            reason = f"{derived} may be a {derivation.kind} of {source}"
            why = (reason, *([derivation.note] if derivation.note else []))
            yield (min(derived, source), max(derived, source)), None, derivation.maker, why
