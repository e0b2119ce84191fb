"""Which articles are within reach of each other, as far as it is known where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from claimtrack.claims.matter import Edge
from claimtrack.claims.standings import Standing
from claimtrack.claims.turns import in_turn


def nearness(standings: Mapping[str, Standing], one: str, other: str) -> float:
    """How near two articles are, 0 where they are not; 1 for one and itself."""
    if one == other:
        return 1.0
    pairs = ((one, other), (other, one))
    return next((near for a, b in pairs if a in standings for found, near in standings[a].near if found == b), 0.0)


def edges(standings: Mapping[str, Standing], among: Set[str]) -> tuple[Edge, ...]:
    """The pairs of some articles that are near each other, with their nearness."""
    known = ((article, standings[article].near) for article in among if article in standings)
    found = {(min(one, other), max(one, other)): near for one, told in known for other, near in told if other in among}
    return tuple((*pair, found[pair]) for pair in sorted(found))


def walk(standings: Mapping[str, Standing]) -> Iterator[str]:
    """All articles, those near each other soon after each other."""
    return in_turn(standings.keys(), _beside(standings, standings.keys()).__getitem__)


def in_reach(standings: Mapping[str, Standing], articles: Set[str]) -> Iterator[tuple[str, str]]:
    """The pairs to compare, each article with itself and with those near it, articles near each other soon after each other."""
    beside = _beside(standings, articles)
    done: set[str] = set()
    for article in in_turn(articles, beside.__getitem__):
        done.add(article)
        others = (other for other in beside[article] if other in done or other not in articles)
        yield from ((article, other) if article < other else (other, article) for other in (article, *others))


def _beside(standings: Mapping[str, Standing], articles: Set[str]) -> Mapping[str, Sequence[str]]:
    """For each article those near it, as far as one of the two is among some; a mapping that finds nothing near what it does not know."""
    beside: dict[str, list[str]] = defaultdict(list)
    for one, known in standings.items():
        for other, _ in known.near:
            if (one in articles or other in articles) and other not in beside[one]:
                beside[one].append(other)
                beside[other].append(one)
    return beside
