"""The figures of benchmarks: what was measured beside what, the ratio of the two and the goal, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Protocol

import attrs
from tabulate import tabulate

HEAD = ("benchmark", "ours", "peer", "ratio", "goal", "held")


@attrs.frozen
class Figure:
    """One row of the table.

    Attributes:
        name: what was measured.
        ours: our own figure, as a reader should see it, with its unit.
        peer: what it stands beside: another package, plain Python, or our own work at another size.
        ratio: ours to the peer's, above 0; of times or sizes less is better, of speeds more.
        goal: what the ratio may be at most; at least where `more` is set.
        more: whether more is better.
    """

    name: str
    ours: str
    peer: str
    ratio: float
    goal: float
    more: bool = False

    @property
    def held(self) -> bool:
        """Whether the ratio keeps to the goal."""
        return self.ratio >= self.goal if self.more else self.ratio <= self.goal

    @property
    def row(self) -> tuple[str, str, str, str, str, str]:
        """The cells of the table, under `HEAD`."""
        sign = "≥" if self.more else "≤"
        return self.name, self.ours, self.peer, f"{self.ratio:.3g}", f"{sign} {self.goal:g}", "yes" if self.held else "NO"


class Recorder(Protocol):
    """Notes a figure for the table; the test asserts what it promises by itself."""

    def __call__(self, name: str, ours: float | str, peer: str, ratio: float, goal: float, *, more: bool = False) -> None: ...


def figure(name: str, ours: float | str, peer: str, ratio: float, goal: float, *, more: bool = False) -> Figure:
    """A figure; a plain number of ours is seconds."""
    return Figure(name, ours if isinstance(ours, str) else f"{ours:.3g} s", peer, float(ratio), float(goal), more)


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table that is also Markdown, in the order of their names."""
    rows = [each.row for each in sorted(figures, key=lambda each: each.name)]
    return tabulate(rows, HEAD, tablefmt="github", disable_numparse=True)


def written(figures: Iterable[Figure]) -> str:
    """The figures as JSON, in the order of their names."""
    rows: list[dict[str, Any]] = [attrs.asdict(each) | {"held": each.held} for each in sorted(figures, key=lambda each: each.name)]
    return json.dumps({"figures": rows}, ensure_ascii=False, indent=2) + "\n"
