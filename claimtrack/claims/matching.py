"""From propositions to judgements: which are the same claim, which are not, and which a person should decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimtrack.claims.candidates import rare_word_pairs
from claimtrack.claims.collection import Collection
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


def matched(
    propositions: Iterable[Proposition],
    *,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    automatic: float = AUTOMATIC,
    proposed: float = PROPOSED,
) -> tuple[Judgement, ...]:
    """Judge which propositions are one claim.

    Args:
        propositions: what to compare; their order means nothing.
        scorer: what weighs a pair, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.
        automatic: chance from which a pair is judged the same; what a gate forbids is then judged different, which a person may overrule.
        proposed: chance from which a pair is judged unsure, for a person to decide; not above `automatic`.

    Raises:
        ValueError: when the thresholds are no chances, or the proposed one lies above the automatic one.
    """
    if not 0 <= proposed <= automatic <= 1:
        raise ValueError(f"expected 0 <= proposed <= automatic <= 1, found {proposed} and {automatic}")
    given = tuple(dict.fromkeys(sorted(propositions, key=lambda each: (each.key, each.article, each.text))))
    collection = Collection(given)
    score = WordScorer(collection) if scorer is None else scorer(given)
    pairs = rare_word_pairs(collection) if blocker is None else blocker(given)
    weighed = ((one, other, score(one, other)) for one, other in pairs if one.key != other.key)
    worth = [(one, other, bill) for one, other, bill in weighed if bill.score >= proposed]
    sure = [_judgement(one, other, bill, _sure(bill)) for one, other, bill in worth if bill.score >= automatic]
    open_ = [(one, other, bill) for one, other, bill in worth if bill.score < automatic and not bill.gates]
    return tuple(sorted({*sure, *_proposals(open_)}))


def _sure(bill: Bill) -> Verdict:
    return Verdict.DIFFERENT if bill.gates else Verdict.SAME


def _proposals(weighed: Iterable[tuple[Proposition, Proposition, Bill]]) -> Iterable[Judgement]:
    """The likeliest pairs, each proposition in a few of them only."""
    asked: Counter[str] = Counter()
    for one, other, bill in sorted(weighed, key=lambda each: (-each[2].bits, each[0].key, each[1].key)):
        if max(asked[one.key], asked[other.key]) < ASKED:
            asked.update((one.key, other.key))
            yield _judgement(one, other, bill, Verdict.UNSURE)


def _judgement(one: Proposition, other: Proposition, bill: Bill, verdict: Verdict) -> Judgement:
    reasons = [*(str(item) for item in bill.items if item.bits), *(f"forbidden: {gate}" for gate in bill.gates)]
    return Judgement(left=one.key, right=other.key, verdict=verdict, score=round(bill.score, 3), reasons=reasons, maker=MAKER)
