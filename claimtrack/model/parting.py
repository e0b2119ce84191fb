"""Which stances give way to a judgement: a program may not have two statements bear alike on one claim that are judged different.

A stance counts here like a link "same" between a statement and a claim, and the rule is that of `joining`: the weaker link gives way,
and equally weak ones give way together. A person's stance is kept, as is one that nobody signed, and a place in the claim by judgement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimtrack.model.joining import Joining
from claimtrack.model.records import Judgement, Stance
from claimtrack.model.terms import MakerKind, StanceKind, Verdict
from claimtrack.model.view import Conflict

LIKE_A_LINK = (StanceKind.SUPPORTS, StanceKind.DENIES)
"""Stances by which two statements say the same of a claim; things judged different may well bear on it in other ways."""
Bearing = tuple[str, StanceKind]
Ways = dict[Bearing, list[Stance | None]]
"""How the statements of one group bear on claims: for each claim and way the stances, None where the group is of the claim itself."""


def parted(stances: Iterable[Stance], judgements: Iterable[Judgement], joining: Joining) -> dict[Stance, Conflict]:
    """The stances that give way, each with the conflict that tells it."""
    group = {key: members[0] for members in joining.groups for key in members}
    ways: dict[str, Ways] = defaultdict(lambda: defaultdict(list))
    for stance in sorted(stances, key=lambda stance: stance.order):
        if stance.kind in LIKE_A_LINK:
            ways[_label(stance.statement, group)][_label(stance.claim, group), stance.kind].append(stance)
    gone: dict[Stance, Conflict] = {}
    for judgement in sorted(judgements, key=lambda judgement: judgement.order):
        if judgement.verdict is Verdict.DIFFERENT:
            left, right = (_label(key, group) for key in (judgement.left, judgement.right))
            weak = list(_weak(_ways(ways, left), _ways(ways, right))) if left != right else []
            detail = f"judged different from {judgement.right}, yet a program has both bear on one claim; its stances are set aside"
            conflict = Conflict.of("judgement", judgement.left, detail, [judgement.id, *(stance.id for stance in weak)])
            gone |= dict.fromkeys(weak, conflict)
    return gone


def _label(key: str, group: dict[str, str]) -> str:
    return group.get(key, key)


def _ways(ways: dict[str, Ways], label: str) -> Ways:
    """How a group bears on claims, itself among them."""
    return {**ways.get(label, {}), (label, StanceKind.SUPPORTS): [None]}


def _weak(one: Ways, other: Ways) -> Iterator[Stance]:
    """The stances of programs by which two groups meet in a claim, where nothing firmer holds theirs."""
    for bearing in sorted(one.keys() & other.keys(), key=str):
        for side in (one[bearing], other[bearing]):
            if not any(stance is None or _firm(stance) for stance in side):
                yield from (stance for stance in side if stance is not None)


def _firm(stance: Stance) -> bool:
    """Whether it is no program's; what nobody signed, somebody wrote down."""
    return stance.maker is None or stance.maker.kind is MakerKind.PERSON
