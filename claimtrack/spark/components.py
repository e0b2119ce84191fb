"""What hangs together by edges: nodes and edges as 64-bit numbers, joined on the driver or by whatever is put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimtrack.spark.needed import functions, pyarrow, sql
from claimtrack.spark.tables import NUMBER, frame, rows_of

Components = Callable[[sql.DataFrame], sql.DataFrame]
"""From edges (`left`, `right`) to the component of each node that they touch (`node`, `component`), all 64-bit numbers.

GraphFrames or the like fit here, where the edges are too many for the driver, which takes some 100 bytes an edge."""
NODES = pyarrow.schema([("node", NUMBER), ("component", NUMBER)])


def number(column: str) -> sql.Column:
    """The 64-bit number that stands for a key.

    Two keys of one number, of which there may be a pair among some billions, put two components into one group. What is done to a group
    takes that well: it looks at the keys themselves.
    """
    return functions.xxhash64(functions.col(column))


def components(edges: sql.DataFrame) -> sql.DataFrame:
    """The component of each node, named by its smallest number; the edges are collected to the driver, 16 bytes each.

    Args:
        edges: the columns `left` and `right`, 64-bit numbers.
    """
    pairs = rows_of(edges.select("left", "right").distinct().toArrow().to_batches())
    found = joined((int(str(left)), int(str(right))) for left, right in pairs)
    return frame(edges.sparkSession, found, NODES)


def joined(edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Union-find over numbers: each node with the smallest of its component, sorted."""
    places: dict[int, int] = {}
    parent: list[int] = []

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for edge in edges:
        for node in edge:
            if places.setdefault(node, len(parent)) == len(parent):
                parent.append(len(parent))
        parent[root(places[edge[0]])] = root(places[edge[1]])
    least: dict[int, int] = {}
    for node in sorted(places):
        least.setdefault(root(places[node]), node)
    return [(node, least[root(places[node])]) for node in sorted(places)]
