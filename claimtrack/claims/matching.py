"""From weighed pairs to judgements: which are the same claim, which are not, and which a person should decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest
from itertools import takewhile

from claimtrack.claims.components import Components
from claimtrack.claims.ties import ASKED, CLEAR, FORBIDDEN
from claimtrack.claims.weighing import Apart, Weighed, Weighing
from claimtrack.model.records import Judgement
from claimtrack.model.terms import MakerKind, Verdict
from claimtrack.model.values import Maker

MAKER = Maker(name="claimtrack matching", kind=MakerKind.SOFTWARE, version="1")
AUTOMATIC = 0.8
"""Chance from which two propositions are taken for one claim without asking."""
PROPOSED = 0.4
"""Chance from which a person is asked."""
MOST = 0.5
"""Share of the pairs of two groups, below which it must stay that are doubted or hardly alike, for the two to be brought together."""
Group = tuple[str, ...]
Groups = Mapping[str, Group]


def matched(weighed: Weighing, *, automatic: float = AUTOMATIC, proposed: float = PROPOSED) -> tuple[Judgement, ...]:
    """Judge which propositions are one claim.

    A person is asked about a pair that is among the three likeliest open ones of both sides. Pairs of which a chain of likely ones makes
    one matter count by themselves, so that what is asked about others does not depend on what is joined among these.

    Args:
        weighed: the pairs, and which propositions are not to be brought together through others.
        automatic: chance from which a pair is judged the same; what a gate forbids is then judged different, which a person may overrule.
        proposed: chance from which a pair is judged unsure, for a person to decide; not above `automatic`.

    Raises:
        ValueError: when the thresholds are no chances, or the proposed one lies above the automatic one.
    """
    if not 0 <= proposed <= automatic <= 1:
        raise ValueError(f"expected 0 <= proposed <= automatic <= 1, found {proposed} and {automatic}")
    sure, open_, groups = _joined(weighed, automatic, proposed)
    open_ = [each for each in open_ if each.other.key not in groups.get(each.one.key, ())]
    refused = [each for each in takewhile(lambda each: each.score >= automatic, weighed) if each.against[0]]
    within = _within(weighed, automatic)
    asked = [*_asked(filter(within, open_)), *_asked(each for each in open_ if not within(each))]
    verdicts = ((Verdict.SAME, sure), (Verdict.DIFFERENT, refused), (Verdict.UNSURE, asked))
    return tuple(sorted({_judgement(each, verdict) for verdict, group in verdicts for each in group}, key=lambda each: each.order))


def _joined(weighed: Weighing, automatic: float, proposed: float) -> tuple[list[Weighed], list[Weighed], Groups]:
    """The pairs that are joined without asking, likeliest first, those to ask about, and the groups that come of it.

    A pair that would bring propositions together of which two differ, or half or more of the pairs are doubted or hardly alike, is asked
    about.
    """
    groups: dict[str, Group] = {}
    sure, open_ = [], []
    for each in takewhile(lambda each: each.score >= proposed, weighed):
        gates, doubts = each.against
        if gates:
            continue
        if each.score < automatic or doubts or not _fit(*_sides(each, groups), weighed.apart):
            open_.append(each)
            continue
        sure.append(each)
        one, other = _sides(each, groups)
        if one is not other:
            groups |= dict.fromkeys((*one, *other), (*one, *other))
    return sure, open_, groups


def _sides(each: Weighed, groups: Groups) -> tuple[Group, Group]:
    """The groups of the two of a pair."""
    one, other = each.keys
    return groups.get(one, (one,)), groups.get(other, (other,))


def _fit(one: Group, other: Group, apart: Apart) -> bool:
    """Whether two groups may be brought together: most pairs of both are clear, and none differs."""
    if one is other:
        return True
    left = MOST * len(one) * len(other)
    for against in (apart(mine, theirs) for mine in one for theirs in other):
        left -= against != CLEAR
        if left <= 0 or against == FORBIDDEN:
            return False
    return True


def _within(weighed: Iterable[Weighed], automatic: float) -> Callable[[Weighed], bool]:
    """What tells whether a chain of pairs that are likely enough to be joined connects the two of a pair."""
    matters = Components()
    for each in takewhile(lambda each: each.score >= automatic, weighed):
        matters.join(*each.keys)
    return lambda each: matters.together(*each.keys)


def _asked(weighed: Iterable[Weighed]) -> Iterator[Weighed]:
    """The pairs that are among the likeliest few of both sides; a queue that nobody works through proposes nothing."""
    weighed = list(weighed)
    sides: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for each in weighed:
        sides[each.one.key].append((-each.bits, each.other.article, each.other.key))
        sides[each.other.key].append((-each.bits, each.one.article, each.one.key))
    likeliest = {key: {other for *_, other in nsmallest(ASKED, found)} for key, found in sides.items()}
    return (each for each in weighed if each.other.key in likeliest[each.one.key] and each.one.key in likeliest[each.other.key])


def _judgement(each: Weighed, verdict: Verdict) -> Judgement:
    reasons = [*(str(item) for item in each.bill.items if item.bits), *each.bill.objections]
    return Judgement(left=each.one.key, right=each.other.key, verdict=verdict, score=round(each.score, 3), reasons=reasons, maker=MAKER)
