"""The best path of every node to the reader: the one on which most of the evidence is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from claimtrack.model.lineage import Lineage
from claimtrack.model.strength import Factors


class Path:
    """A path to a carrier, with the product of the factors on it as a fraction that is not reduced, which is what makes it quick."""

    __slots__ = ("above", "below", "keys")

    def __init__(self, above: int, below: int, keys: tuple[str, ...]) -> None:
        self.above, self.below, self.keys = above, below, keys

    @property
    def factor(self) -> Fraction:
        """The product of the factors."""
        return Fraction(self.above, self.below)

    def after(self, key: str, ratios: Mapping[str, tuple[int, int]]) -> Path:
        """The path with one more node before it."""
        above, below = ratios.get(key, (1, 1))
        return Path(self.above * above, self.below * below, (key, *self.keys))

    def better(self, other: Path) -> bool:
        """Whether it keeps more than another, or as much and is the shorter, or as short and the first by its keys."""
        mine, its = self.above * other.below, other.above * self.below
        return mine > its if mine != its else (len(self.keys), self.keys) < (len(other.keys), other.keys)


def best_paths(record: Lineage, factors: Factors) -> dict[str, Path]:
    """For each node that has any, the best path to a carrier; a path that keeps nothing is none.

    Paths grow from the carriers back, one node a round, from the nodes whose own path got better in the round before (Bellman 1958).
    As no factor is above one, a path that comes back to a node is never better, so there are no more rounds than nodes.
    """
    ratios = {key: factor.as_integer_ratio() for key, factor in factors.items()}
    back: dict[str, list[str]] = defaultdict(list)
    for edge in record.edges:
        back[edge.target].append(edge.source)
    end = Path(1, 1, ())
    best = {node.key: end.after(node.key, ratios) for node in record.carriers if ratios.get(node.key) != (0, 1)}
    todo = list(best)
    while todo:
        improved = {}
        for key in todo:
            for source in back.get(key, ()):
                path = best[key].after(source, ratios)
                if path.above and (source not in best or path.better(best[source])):
                    best[source] = improved[source] = path
        todo = list(improved)
    return best
