"""Claims by wording: statements that say the same in the same or nearly the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.model.base import Record
from claimtrack.model.records import Claim, Stance, Statement
from claimtrack.model.terms import ClaimKind, Framing, MakerKind, Polarity, StanceKind
from claimtrack.model.values import Maker

MAKER = Maker(name="claimtrack wording", kind=MakerKind.SOFTWARE, version="1")
ALIKE = 0.8
"""Shared words among all words of two propositions from which they are taken for one; below it a negation or a number may differ."""
LEAST = 4
"""Words; a shorter proposition says too little to be a claim."""
RARE, CROWD = 3, 200
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "that",
        "this",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "as",
        "it",
        "its",
    ]
)
_KINDS: Mapping[Framing, ClaimKind] = {
    Framing.AUTHOR_OPINION: ClaimKind.OPINION,
    Framing.ATTRIBUTED_OPINION: ClaimKind.OPINION,
    Framing.FORECAST: ClaimKind.FORECAST,
    Framing.COMMITMENT: ClaimKind.COMMITMENT,
    Framing.PRESCRIPTIVE: ClaimKind.CALL,
}

Bag = frozenset[str]


def claims_by_wording(statements: Iterable[Statement]) -> tuple[Record, ...]:
    """A claim for each group of statements in nearly the same words, with the stance of each statement.

    Numbers and negations must be the same; a statement that denies is against the claim.
    """
    bags = {statement: bag(statement.proposition) for statement in sorted(statements)}
    told = {statement: words for statement, words in bags.items() if len(words) >= LEAST}
    groups = _grouped(list(told), told)
    return tuple(record for number, group in enumerate(groups, 1) for record in _claim(group, f"R{number}"))


def bag(proposition: str) -> Bag:
    """The words of a proposition that count, in lower case."""
    return frozenset(word for word in _WORD.findall(proposition.casefold()) if word not in _SMALL)


def _grouped(statements: Sequence[Statement], bags: Mapping[Statement, Bag]) -> list[list[Statement]]:
    """Each statement with the first group whose first statement it is like."""
    spread = Counter(word for statement in statements for word in bags[statement])
    groups: list[list[Statement]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for statement in statements:
        words = bags[statement]
        rare = sorted(words, key=lambda word: (spread[word], word))[: max(RARE, len(words) // 3 + 1)]
        near = {group for word in rare for group in by_word[word][-CROWD:]}
        at = next((group for group in sorted(near) if alike(words, bags[groups[group][0]])), -1)
        if at >= 0:
            groups[at].append(statement)
            continue
        groups.append([statement])
        for word in rare:
            by_word[word].append(len(groups) - 1)
    return groups


def alike(one: Bag, other: Bag) -> bool:
    """Whether two propositions are nearly the same: enough words shared, and no number or negation that only one has."""
    apart = one ^ other
    if any(word[0].isdigit() or word in ("not", "no", "never", "without") or word.endswith(("n't", "n’t")) for word in apart):
        return False
    return len(one & other) >= ALIKE * len(one | other)


def _claim(group: Sequence[Statement], label: str) -> Iterable[Record]:
    """The claim of a group and the stances of its statements."""
    first = min(group, key=lambda statement: (len(statement.proposition), statement.key))
    key = f"claim:{min(statement.key for statement in group)}"
    kinds = Counter(_KINDS.get(statement.framing, ClaimKind.FACT) for statement in group)
    kind = min(kinds, key=lambda each: (-kinds[each], str(each)))
    yield Claim(key=key, label=label, wording=first.proposition, kinds=(kind,), maker=MAKER)
    for statement in group:
        stance = StanceKind.DENIES if statement.polarity is Polarity.DENY else StanceKind.SUPPORTS
        yield Stance(statement=statement.key, claim=key, kind=stance, maker=MAKER)
