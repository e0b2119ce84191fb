"""What linking meets as a corpus grows, counted on drawn words and stories: `python -m tests.benchmarks.simulation [STATEMENTS...]`."""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random

import attrs
from tabulate import tabulate

from claimtrack.claims.candidates import BEST, CROWD, FEW, RAREST, _best, _shared
from tests.benchmarks.frequencies import BREAK, CLAIMS, OWN, PARTITIONS, STATEMENTS, STEEP, TAIL, TOLD, WORDS, Plan, plan, share

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ASKED = 5_000
"""Statements whose pairs are counted; of more statements a sample is."""
REPLACED = 0.25
"""Share of the words of a claim that a telling replaces."""
_HEAD = list(accumulate([share(rank) for rank in range(1, BREAK + 1)] + [share(BREAK) * BREAK / (STEEP - 1)]))


@attrs.frozen
class Counted:
    """What was counted at a size; the names are those of `Plan`.

    Attributes:
        bucket: statements that the fullest key brings.
        pairs: pairs that are compared, a statement.
        found: share of the pairs that tell one claim that are compared, 0 to 1, of claims told no more often than is compared.
        crowded: the same of claims told more often; 1 where there is none.
        skew: statements of the fullest of so many partitions to the mean, stories kept together.
    """

    statements: int
    words: int
    hot: int
    keys: float
    rows: float
    edges: float
    largest: int
    bucket: int
    pairs: float
    found: float
    crowded: float
    skew: float


@attrs.frozen
class Drawn:
    """Statements as sorted words by rank, and for each the claim that it tells, or a number below nought."""

    words: Sequence[array[int]]
    claims: Sequence[int]
    stories: Sequence[int]


def drawn(statements: int, seed: int = 7) -> Drawn:
    """So many statements, in articles, in stories."""
    rng = Random(seed)
    told: list[array[int]] = []
    claims: list[int] = []
    stories: list[int] = []
    while len(told) < statements:
        size = int(rng.paretovariate(TAIL))
        stories.append(size)
        first = len(stories) * CLAIMS
        wordings = [_words(rng, WORDS) for _ in range(CLAIMS)]
        for _ in range(min(size, (statements - len(told)) // STATEMENTS + 1)):
            for claim in rng.sample(range(CLAIMS), TOLD):
                kept = rng.sample(wordings[claim], round(WORDS * (1 - REPLACED)))
                told.append(array("Q", {*kept, *_words(rng, WORDS - len(kept))}))
                claims.append(first + claim)
            told += [array("Q", set(_words(rng, WORDS))) for _ in range(OWN)]
            claims += [-1] * OWN
    return Drawn(told, claims, stories)


def _words(rng: Random, many: int) -> list[int]:
    """Words by their ranks; the last of the head stands for all rarer ones."""
    ranks = rng.choices(range(1, BREAK + 2), cum_weights=_HEAD, k=many)
    return [rank if rank <= BREAK else int(BREAK * rng.paretovariate(STEEP - 1)) for rank in ranks]


def counted(made: Drawn) -> Counted:
    """The counts over some statements, those of pairs over a sample."""
    spread = Counter(word for each in made.words for word in each)
    rare = [sorted((spread[word], word) for word in each if 2 <= spread[word] <= CROWD)[:RAREST] for each in made.words]
    holders: dict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(rare):
        for _, word in found:
            holders[word].append(place)
    many = len(made.words)
    asked = range(0, many, -(-many // ASKED))
    met = {place: set(_met(place, rare[place], holders)) for place in asked}
    mates = _mates(made, asked)
    both = sum(len(met[place] & mates[place]) for place in asked)
    return Counted(
        statements=many,
        words=len(spread),
        hot=sum(number > CROWD for number in spread.values()),
        keys=sum(map(len, rare)) / many,
        rows=sum(len(bucket) * (len(bucket) - 1) / 2 for bucket in holders.values()) / many,
        edges=both / 2 / len(asked),
        largest=max(made.stories),
        bucket=max(map(len, holders.values())),
        pairs=sum(map(len, met.values())) / 2 / len(asked),
        found=_found(met, {place: others for place, others in mates.items() if len(others) < BEST}),
        crowded=_found(met, {place: others for place, others in mates.items() if len(others) >= BEST}),
        skew=_skew(made.stories),
    )


def _met(place: int, rare: Sequence[tuple[int, int]], holders: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The statements that one is compared with, as `claims.candidates` chooses them across stories."""
    groups = [holders[word] for _, word in rare]
    fit = {other for number, word in rare if number <= FEW for other in holders[word]} | _shared(groups)
    fit.discard(place)
    yield from fit if len(fit) <= BEST else _best(fit, groups)


def _mates(made: Drawn, asked: Sequence[int]) -> dict[int, set[int]]:
    """For each statement asked about, the others that tell its claim."""
    tellings: dict[int, set[int]] = defaultdict(set)
    for place, claim in enumerate(made.claims):
        if claim >= 0:
            tellings[claim].add(place)
    return {place: tellings.get(made.claims[place], set()) - {place} for place in asked}


def _found(met: Mapping[int, set[int]], mates: Mapping[int, set[int]]) -> float:
    """The share of mates that are met; 1 where there is none."""
    all_of_them = sum(map(len, mates.values()))
    return sum(len(met[place] & others) for place, others in mates.items()) / all_of_them if all_of_them else 1.0


def _skew(stories: Sequence[int]) -> float:
    """The fullest partition to the mean one, each story in one partition."""
    loads = [0] * PARTITIONS
    for number, size in enumerate(stories):
        loads[number * 2654435761 % 2**32 % PARTITIONS] += size
    return max(loads) * PARTITIONS / sum(loads)


def table(rows: Sequence[tuple[Counted, Plan]]) -> str:
    """Counted and planned side by side, a size a row; Markdown."""
    head = [
        "statements",
        "words",
        "hot words",
        "keys each",
        "joined rows each",
        "pairs each",
        "edges each",
        "mates met",
        "in crowds",
        "largest story",
        "skew",
    ]
    cells = [
        [
            f"{it.statements:,}",
            f"{it.words:,} ({of.words:,.0f})",
            f"{it.hot:,} ({of.hot:,.0f})",
            f"{it.keys:.2f} ({of.keys:.2f})",
            f"{it.rows:.1f} ({of.rows:.1f})",
            f"{it.pairs:.2f}",
            f"{it.edges:.2f} ({of.edges:.2f})",
            f"{it.found:.2f}",
            f"{it.crowded:.2f}",
            f"{it.largest:,} ({of.largest:,.0f})",
            f"{it.skew:.2f} ({of.skew:.2f})",
        ]
        for it, of in rows
    ]
    return tabulate(cells, head, tablefmt="github", disable_numparse=True)


def main(arguments: Sequence[str]) -> int:
    """Print the table for the sizes given."""
    sizes = [int(each) for each in arguments] or SIZES
    print(table([(counted(drawn(size)), plan(size)) for size in sizes]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
