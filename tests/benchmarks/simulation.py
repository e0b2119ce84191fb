"""What linking meets as a corpus grows, counted on drawn words and stories, and the plan's volumes beyond.

`python -m tests.benchmarks.simulation [ARTICLES...]` prints counts beside formulas, with `--plan` the formulas alone, in bytes.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate
from random import Random

import attrs
from tabulate import tabulate

from claimtrack.claims import meeting, portraits
from claimtrack.claims.meeting import Key, Meetings, asking, shown
from claimtrack.claims.standings import Placed
from tests.benchmarks import frequencies
from tests.benchmarks.frequencies import BREAK, CLAIMS, OWN, PARTITIONS, REPLACED, STATEMENTS, STEEP, TAIL, TOLD, WORDS, Plan, plan, share

SIZES = (100, 1_000, 10_000, 100_000)
BEYOND = (100_000, 1_000_000, 10_000_000, 100_000_000)
PAIR = 16
"""Bytes of a row of two numbers: a word and an article, two articles, two statements."""
ENTRY = 24
"""Bytes of a word's row in the rarity table: its 64 bits, its count, and what a hash table adds."""
NODE = 24
"""Bytes of a statement in a union-find over arrays of 64 bits: its number, what stands for it, and its size."""
ASKED = 2_000
"""Articles whose neighbours are counted; of more articles a sample is."""
FIRST_WEEK, LASTS = 1_000, 7
"""The week in which the first story begins, and the days within which all articles of a story appear."""
_HEAD = list(accumulate([share(rank) for rank in range(1, BREAK + 1)] + [share(BREAK) * BREAK / (STEEP - 1)]))
HEAD = ("articles", "words", "hot words", "keys each", "joined rows each", "edges each", "mates met", "in crowds", "largest story", "skew")


@attrs.frozen(kw_only=True)
class Counted:
    """What was counted at a size; the names are those of `Plan`.

    Attributes:
        pairs: other articles that one meets.
        found: share of the articles of one story that meet, 0 to 1, of stories of no more articles than one may meet.
        crowded: the same of larger stories; 1 where there is none.
    """

    articles: int
    words: int
    hot: int
    keys: float
    rows: float
    edges: float
    largest: int
    skew: float
    pairs: float
    found: float
    crowded: float


@attrs.frozen
class Drawn:
    """Articles as sets of words by rank, the week and the claims of each, and the first and the last place of each story."""

    words: Sequence[array[int]]
    weeks: Sequence[int]
    claims: Sequence[frozenset[int]]
    stories: Sequence[range]


def drawn(articles: int, seed: int = 7) -> Drawn:
    """So many articles, in stories."""
    rng, calendar = Random(seed), Random(f"days {seed}")
    told: list[array[int]] = []
    weeks: list[int] = []
    claims: list[frozenset[int]] = []
    stories: list[range] = []
    while len(told) < articles:
        wordings = [_words(rng, WORDS) for _ in range(CLAIMS)]
        story = range(len(told), min(len(told) + int(rng.paretovariate(TAIL)), articles))
        begins = FIRST_WEEK * meeting.DAYS + calendar.randrange(frequencies.days(articles))
        for _ in story:
            chosen = rng.sample(range(CLAIMS), TOLD)
            kept = {word for claim in chosen for word in rng.sample(wordings[claim], round(WORDS * (1 - REPLACED)))}
            told.append(array("Q", sorted(kept.union(_words(rng, WORDS * OWN + round(WORDS * REPLACED * TOLD))))))
            weeks.append((begins + calendar.randrange(LASTS)) // meeting.DAYS)
            claims.append(frozenset(chosen))
        stories.append(story)
    return Drawn(told, weeks, claims, stories)


def _words(rng: Random, many: int) -> list[int]:
    """Words by their ranks; the last of the head stands for all rarer ones."""
    ranks = rng.choices(range(1, BREAK + 2), cum_weights=_HEAD, k=many)
    return [rank if rank <= BREAK else int(BREAK * rng.paretovariate(STEEP - 1)) for rank in ranks]


def counted(made: Drawn) -> Counted:
    """The counts over some articles, those of neighbours over a sample."""
    standings = _standings(made)
    many = Counter(sign for each in standings.values() for sign in each.signs)
    buckets = Counter(key for each in standings.values() for key in shown(each.signs, each.week, many))
    sample = [str(place) for place in range(0, len(standings), -(-len(standings) // ASKED))]
    asked = [buckets[key] for each in sample for key in _asked(standings[each], many) if buckets[key] <= meeting.CROWD]
    near = {int(each): set(map(int, neighbours)) for each, (neighbours, _) in Meetings(standings, set(), {}).of(set(sample))}
    mates = {place: set(story) - {place} for story in made.stories for place in story if place in near}
    return Counted(
        articles=len(standings),
        words=len({word for each in made.words for word in each}),
        hot=sum(number.bit_length() > meeting.FEW for number in many.values()),
        keys=len(asked) / len(near),
        rows=sum(asked) / len(near),
        edges=sum(len(made.claims[one] & made.claims[other]) for one, found in near.items() for other in found & mates[one])
        / 2
        / len(near),
        largest=max(map(len, made.stories)),
        skew=_skew(made.stories),
        pairs=sum(map(len, near.values())) / len(near),
        found=_found(near, {place: others for place, others in mates.items() if len(others) <= meeting.MET}),
        crowded=_found(near, {place: others for place, others in mates.items() if len(others) > meeting.MET}),
    )


def _standings(made: Drawn) -> dict[str, Placed]:
    """Where the articles stand, by their places: each with its rarest words that another holds."""
    spread = Counter(word for each in made.words for word in each)
    rarest = (nsmallest(portraits.SIGNS, ((spread[word], word) for word in each if spread[word] > 1)) for each in made.words)
    signs = (array("I", sorted({portraits.code(str(word)) for _, word in found})) for found in rarest)
    return {str(place): Placed((), found, week=week) for place, (found, week) in enumerate(zip(signs, made.weeks, strict=True))}


def _asked(known: Placed, many: Mapping[int, int]) -> Iterable[Key]:
    return (key for key, _ in asking(known.signs, known.week, many))


def _found(near: Mapping[int, set[int]], mates: Mapping[int, set[int]]) -> float:
    """The share of mates that are met, or of as many as may be; 1 where there is none."""
    most = sum(min(len(others), meeting.MET) for others in mates.values())
    return sum(len(near[place] & others) for place, others in mates.items()) / most if most else 1.0


def _skew(stories: Sequence[range]) -> float:
    """The fullest partition to the mean one, each story in one partition."""
    loads = [0] * PARTITIONS
    for number, story in enumerate(stories):
        loads[number * 2654435761 % 2**32 % PARTITIONS] += len(story)
    return max(loads) * PARTITIONS / sum(loads)


def table(rows: Sequence[tuple[Counted, Plan]]) -> str:
    """Counted and, in brackets, planned; a size a row; Markdown."""
    cells = [
        (
            f"{it.articles:,}",
            f"{it.words:,} ({of.words:,.0f})",
            f"{it.hot:,} ({of.hot:,.0f})",
            f"{it.keys:.1f} ({of.keys:.1f})",
            f"{it.rows:,.0f} ({of.rows:,.0f})",
            f"{it.edges:.1f} ({of.edges:.1f})",
            f"{it.found:.2f}",
            f"{it.crowded:.2f}",
            f"{it.largest:,} ({of.largest:,.0f})",
            f"{it.skew:.2f} ({of.skew:.2f})",
        )
        for it, of in rows
    ]
    return tabulate(cells, HEAD, tablefmt="github", disable_numparse=True)


def volumes(sizes: Sequence[int]) -> str:
    """What goes over the wire and what the driver holds, by the formulas; a size a row; Markdown."""
    head = ("articles", "statements", "rarity table", "keys", "joined rows", "edges", "union-find", "largest story")
    made = [(size, plan(size)) for size in sizes]
    cells = [
        (
            f"{size:,}",
            f"{size * STATEMENTS:,}",
            gigabytes(of.words * ENTRY),
            gigabytes(size * of.keys * PAIR),
            gigabytes(size * of.rows * PAIR),
            gigabytes(size * of.edges * PAIR),
            gigabytes(size * TOLD * NODE),
            f"{of.largest:,.0f} articles",
        )
        for size, of in made
    ]
    return tabulate(cells, head, tablefmt="github", disable_numparse=True)


def gigabytes(volume: float) -> str:
    """Bytes as a reader sees them, to two digits."""
    power = next((power for power in (12, 9, 6) if volume >= 10**power), 3)
    return f"{float(f'{volume / 10**power:.2g}'):g} {({12: 'TB', 9: 'GB', 6: 'MB', 3: 'kB'})[power]}"


def main(arguments: Sequence[str]) -> int:
    """Print the table for the sizes given."""
    sizes = [int(each) for each in arguments if each != "--plan"]
    if "--plan" in arguments:
        print(volumes(sizes or BEYOND))
    else:
        print(table([(counted(drawn(size)), plan(size)) for size in sizes or SIZES]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
