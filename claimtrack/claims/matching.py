"""From propositions to judgements: which are the same claim, which are not, and which a person should decide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimtrack.claims.candidates import matter_pairs, rare_word_pairs
from claimtrack.claims.collection import Collection
from claimtrack.claims.components import Components
from claimtrack.claims.matters import Changes, Matter, Matters, Table
from claimtrack.claims.scoring import WordScorer
from claimtrack.model.matching import Bill, Proposition
from claimtrack.model.records import Judgement
from claimtrack.model.terms import MakerKind, Verdict
from claimtrack.model.values import Maker
from claimtrack.seams import Blocker, Scorer

MAKER = Maker(name="claimtrack matching", kind=MakerKind.SOFTWARE, version="1")
AUTOMATIC = 0.8
"""Chance from which two propositions are taken for one claim without asking."""
PROPOSED = 0.4
"""Chance from which a person is asked."""
ASKED = 3
"""Proposals that one proposition may take part in, the likeliest first; a queue that nobody works through proposes nothing."""


CHAINED = -2.0
"""Bits below which two propositions are not brought together through a third that is like both."""


@attrs.frozen
class Weighed:
    """A pair of propositions with its bill."""

    one: Proposition
    other: Proposition
    bill: Bill

    @property
    def keys(self) -> tuple[str, str]:
        """The keys of the two."""
        return self.one.key, self.other.key


def weigh(propositions: Iterable[Proposition], *, scorer: Scorer | None = None, blocker: Blocker | None = None) -> tuple[Weighed, ...]:
    """Compare the propositions that are worth comparing, the likeliest pairs first.

    Args:
        propositions: what to compare; their order means nothing.
        scorer: what weighs a pair, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.

    Returns:
        The packaged comparisons leave out pairs of fewer than -2 bits, a chance of one in five, except where likelier pairs link the
        two, so that `matched` knows that they are hardly alike. With another scorer every pair is there.
    """
    given = tuple(dict.fromkeys(sorted(propositions, key=lambda each: (each.key, each.article, each.text))))
    if scorer is None and blocker is None:
        return _in_order(each for _, matter in all_matters(given) for each in weigh_matter(matter))
    collection = Collection(given)
    found = rare_word_pairs(collection) if blocker is None else blocker(given)
    pairs = ((one, other) for one, other in found if one.key != other.key)
    if scorer is None:
        return _in_order(_telling(pairs, WordScorer(collection)))
    score = scorer(given)
    return _in_order(Weighed(one, other, score(one, other)) for one, other in pairs)


def all_matters(propositions: Iterable[Proposition]) -> Changes:
    """The matters that some propositions make up, each with its name."""
    said: dict[str, list[Proposition]] = defaultdict(list)
    for each in sorted(propositions, key=lambda each: (each.article, each.key, each.text)):
        said[each.article].append(each)
    return Matters().update(said, lambda article: said.get(article, ()))


def weigh_matter(matter: Matter) -> tuple[Weighed, ...]:
    """Compare the propositions of one matter, as `weigh` does."""
    collection = Collection(matter.propositions, matter.rarity, Table(matter.near))
    return _in_order(_telling(matter_pairs(matter, collection), WordScorer(collection)))


def _in_order(weighed: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """The likeliest first."""
    return tuple(sorted(weighed, key=lambda each: (-each.bill.bits, each.keys)))


def _telling(pairs: Iterable[tuple[Proposition, Proposition]], score: WordScorer) -> Iterator[Weighed]:
    """The pairs with their bills that any judgement can rest on, most others being passed over before they have one.

    What is hardly alike tells something only where other pairs could bring the two together.
    """
    far: list[tuple[Proposition, Proposition]] = []
    linked = Components()
    for one, other in pairs:
        if score.reaches(one, other, CHAINED) and (each := Weighed(one, other, score(one, other))).bill.bits >= CHAINED:
            linked.join(*each.keys)
            yield each
        else:
            far.append((one, other))
    yield from (Weighed(one, other, score(one, other)) for one, other in far if linked.together(one.key, other.key))


def matched(weighed: Iterable[Weighed], *, automatic: float = AUTOMATIC, proposed: float = PROPOSED) -> tuple[Judgement, ...]:
    """Judge which propositions are one claim.

    Args:
        weighed: pairs with their bills.
        automatic: chance from which a pair is judged the same; what a gate forbids is then judged different, which a person may overrule.
        proposed: chance from which a pair is judged unsure, for a person to decide; not above `automatic`.

    Raises:
        ValueError: when the thresholds are no chances, or the proposed one lies above the automatic one.
    """
    if not 0 <= proposed <= automatic <= 1:
        raise ValueError(f"expected 0 <= proposed <= automatic <= 1, found {proposed} and {automatic}")
    pairs = sorted(weighed, key=lambda each: (-each.bill.bits, each.keys))
    sure, open_ = _joined(pairs, automatic, proposed)
    refused = [each for each in pairs if each.bill.gates and each.bill.score >= automatic]
    verdicts = ((Verdict.SAME, sure), (Verdict.DIFFERENT, refused), (Verdict.UNSURE, _asked(open_)))
    return tuple(sorted({_judgement(each, verdict) for verdict, group in verdicts for each in group}))


def _joined(weighed: Sequence[Weighed], automatic: float, proposed: float) -> tuple[list[Weighed], list[Weighed]]:
    """The pairs that are joined without asking, likeliest first, and those to ask about.

    A pair that would bring two propositions together over which there is an objection, or which are hardly alike, is asked about.
    """
    apart = {pair for each in weighed if _objected(each.bill) for pair in (each.keys, each.keys[::-1])}
    groups: dict[str, tuple[str, ...]] = {}
    sure, open_ = [], []
    for each in weighed:
        if each.bill.score < proposed or each.bill.gates:
            continue
        one, other = (groups.get(key, (key,)) for key in each.keys)
        fits = one is other or not any((mine, theirs) in apart for mine in one for theirs in other)
        if each.bill.score < automatic or each.bill.doubts or not fits:
            open_.append(each)
            continue
        sure.append(each)
        if one is not other:
            groups |= dict.fromkeys((*one, *other), (*one, *other))
    return sure, open_


def _objected(bill: Bill) -> bool:
    return bool(bill.objections) or bill.bits < CHAINED


def _asked(weighed: Iterable[Weighed]) -> Iterator[Weighed]:
    """The likeliest pairs, each proposition in a few of them only."""
    asked: Counter[str] = Counter()
    for each in weighed:
        if max(asked[key] for key in each.keys) < ASKED:
            asked.update(each.keys)
            yield each


def _judgement(each: Weighed, verdict: Verdict) -> Judgement:
    reasons = [*(str(item) for item in each.bill.items if item.bits), *each.bill.objections]
    return Judgement(
        left=each.one.key, right=each.other.key, verdict=verdict, score=round(each.bill.score, 3), reasons=reasons, maker=MAKER
    )
