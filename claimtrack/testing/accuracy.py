"""How near what was found comes to what was planted: claims by B-cubed, copies by pairs, origins by whether intervals hold the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

import attrs

from claimtrack.model.claims import TrackedClaim
from claimtrack.model.records import Derivation, Statement
from claimtrack.model.terms import DerivationKind
from claimtrack.model.view import View
from claimtrack.testing.corpora.truth import Planted, PlantedClaim, PlantedCopy, Truth, independent

K = TypeVar("K")
LEAST = 0.5
"""How well a found statement must cover a planted one to be taken for it."""
Pair = tuple[str, str]


class Bounded(Protocol):
    """A claim with the bounds on its independent origins, as a `SupportReport` is."""

    @property
    def claim(self) -> TrackedClaim:
        """The claim."""
        ...

    @property
    def lower(self) -> int:
        """The least number of origins."""
        ...

    @property
    def upper(self) -> int:
        """The greatest number of origins."""
        ...


class Outcome(Protocol):
    """What is judged: the records and the claims found in them, as a `Report` has both."""

    @property
    def view(self) -> View:
        """The records."""
        ...

    @property
    def claims(self) -> Sequence[Bounded]:
        """The claims."""
        ...


@attrs.frozen
class Agreement:
    """How two accounts agree, each part from 0 to 1.

    Attributes:
        precision: how much of what was found is so.
        recall: how much of what is so was found.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@attrs.frozen
class Accuracy:
    """How near a report comes to the truth.

    Attributes:
        found: the share of planted statements that were read as statements.
        claims: B-cubed of the claims over these.
        copies: pairs of articles of one text, whichever was first.
        directed: pairs of a copy and the text that it goes back to.
        contained: the share of planted claims whose true number of origins lies in the interval of the claim found for it.
        astray: the planted claims for which it does not, with the claim found, in order.
        sound: the share of the claims found whose interval holds the number of origins of what was planted in them, whatever matching made
            of them.
        unsound: the other claims found.
    """

    found: float
    claims: Agreement
    copies: Agreement
    directed: Agreement
    contained: float
    astray: tuple[Pair, ...]
    sound: float
    unsound: tuple[str, ...]


def accuracy(report: Outcome, truth: Truth) -> Accuracy:
    """How near a report comes to what was planted in the articles that it is on.

    Args:
        report: on all articles of a corpus; a `Report`, or anything with its `view` and `claims`.
        truth: of that corpus.
    """
    met = aligned(report.view.statements.values(), truth.statements)
    of = claims_of(report)
    found = {planted: of.get(key, key) for planted, key in met.items()}
    held, astray = contained(report, truth.claims, met)
    good, unsound = sound(report, met)
    return Accuracy(
        found=_share(len(met), len(truth.statements)),
        claims=b_cubed(found, {planted: planted.claim for planted in met}),
        copies=agreement(siblings(sources(report.view.derivations, report.view.articles)), siblings(_planted_sources(truth.copies))),
        directed=agreement(
            set(_rooted(sources(report.view.derivations, report.view.articles))), {(copy.derived, copy.source) for copy in truth.copies}
        ),
        contained=held,
        astray=astray,
        sound=good,
        unsound=unsound,
    )


def aligned(found: Iterable[Statement], planted: Iterable[Planted]) -> Mapping[Planted, str]:
    """For each planted statement the key of the found one whose content or anchor covers it best; none where less than half is common.

    How well is the share of the characters of both that are of each (Jaccard).
    """
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in found:
        by_article[statement.article].append(statement)
    best = ((each, _nearest(each, by_article.get(each.article, ()))) for each in planted)
    return {each: key for each, key in best if key}


def _nearest(planted: Planted, statements: Sequence[Statement]) -> str:
    share, key = min(((-_common(planted, each), each.key) for each in statements), default=(0.0, ""))
    return key if -share >= LEAST else ""


def _common(planted: Planted, statement: Statement) -> float:
    """How well a found statement covers a planted one: by what it says, or by all of it."""
    whole = (statement.anchor.start, statement.anchor.end)
    content = (statement.content[0].start, statement.content[-1].end) if statement.content else whole
    return max(_jaccard((planted.start, planted.end), place) for place in (content, whole))


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def claims_of(report: Outcome) -> Mapping[str, str]:
    """For each statement the claim that it is a member of, else the first that it bears on."""
    of: dict[str, str] = {}
    for each in report.claims:
        of.update(dict.fromkeys(each.claim.members, each.claim.key))
    for each in report.claims:
        for bearing in each.claim.bearings:
            of.setdefault(bearing.statement, each.claim.key)
    return of


def b_cubed(found: Mapping[K, str], true: Mapping[K, str]) -> Agreement:
    """B-cubed precision and recall of a grouping (Bagga and Baldwin 1998), the mean over the items.

    For an item the precision is the share of those found with it that belong with it, the recall the share of those that belong with it
    that were found with it; the item itself counts.

    Args:
        found: for each item the name of the group that it was put in.
        true: for each of the same items the name of the group that it belongs in.

    Raises:
        ValueError: when the items are not the same.
    """
    if found.keys() != true.keys():
        raise ValueError(f"expected the same items on both sides, found {len(found.keys() ^ true.keys())} on one side only")
    both = Counter((found[item], true[item]) for item in found)
    ours, theirs = Counter(found.values()), Counter(true.values())
    precision = sum(many * many / ours[mine] for (mine, _), many in both.items())
    recall = sum(many * many / theirs[other] for (_, other), many in both.items())
    return Agreement(_share(precision, len(found)), _share(recall, len(found)))


def agreement(found: set[Pair], true: set[Pair]) -> Agreement:
    """Precision and recall of some pairs; what was not found has no fault, and what is not there is not missed."""
    both = len(found & true)
    return Agreement(_share(both, len(found)), _share(both, len(true)))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def sources(derivations: Iterable[Derivation], articles: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """For each article that descends from others, these: what is proposed only and mere citations left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in derivations:
        if each.kind is not DerivationKind.CITATION and not each.proposed and each.derived in articles and each.source in articles:
            found[each.derived].add(each.source)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _planted_sources(copies: Iterable[PlantedCopy]) -> Mapping[str, tuple[str, ...]]:
    return {copy.derived: (copy.source,) for copy in copies}


def siblings(sources: Mapping[str, Sequence[str]]) -> set[Pair]:
    """All pairs of articles that descend from one another or from one text, each in alphabetical order."""
    families: dict[str, set[str]] = defaultdict(set)
    for derived, root in _rooted(sources):
        families[root] |= {derived, root}
    return {pair for family in families.values() for pair in combinations(sorted(family), 2)}


def _rooted(sources: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    """Each article that descends from others with the texts that all its lines lead back to."""
    for derived in sources:
        todo, seen = list(sources[derived]), {derived}
        while todo:
            key = todo.pop()
            if key in seen:
                continue
            seen.add(key)
            if key in sources:
                todo += sources[key]
            else:
                yield derived, key


def contained(report: Outcome, claims: Iterable[PlantedClaim], met: Mapping[Planted, str]) -> tuple[float, tuple[Pair, ...]]:
    """The share of planted claims whose number of origins lies within the bounds found, and those for which it does not.

    The claim found for a planted one is that which holds most of its statements; a planted claim of which none was found is left out.

    Args:
        report: with the claims found.
        claims: as planted.
        met: which statement was found for each planted one.
    """
    of, bounds = claims_of(report), _bounds(report)
    holding: dict[str, Counter[str]] = defaultdict(Counter)
    for planted, key in met.items():
        if key in of:
            holding[planted.claim][of[key]] += 1
    judged = [(each, min(holding[each.key], key=lambda key: (-holding[each.key][key], key))) for each in claims if holding[each.key]]
    astray = tuple((each.key, key) for each, key in judged if not bounds[key][0] <= each.origins <= bounds[key][1])
    return _share(len(judged) - len(astray), len(judged)), astray


def sound(report: Outcome, met: Mapping[Planted, str]) -> tuple[float, tuple[str, ...]]:
    """The share of the claims found whose bounds hold the number of origins of the planted statements in them, and the other claims.

    This judges the bounds by themselves: what matching joined or left apart is taken as it is.

    Args:
        report: with the claims found.
        met: which statement was found for each planted one.
    """
    of, bounds = claims_of(report), _bounds(report)
    rests: dict[str, set[frozenset[str]]] = defaultdict(set)
    for planted, key in met.items():
        if key in of:
            rests[of[key]].update(() if planted.denies else (planted.rests,))
    astray = tuple(key for key in sorted(rests) if not bounds[key][0] <= independent(rests[key]) <= bounds[key][1])
    return _share(len(rests) - len(astray), len(rests)), astray


def _bounds(report: Outcome) -> Mapping[str, tuple[int, int]]:
    return {each.claim.key: (each.lower, each.upper) for each in report.claims}
