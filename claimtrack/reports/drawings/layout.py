"""Where the boxes of a drawing stand and how its strokes run: columns from left to right, few crossings, nothing on top of another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from claimtrack.reports.drawings.layering import Layers, Step

WIDTH = 176
ACROSS = 54
DOWN = 15
MARGIN = 16
HEAD = 26
LANE = 20
PORT, NUMBERED = 12, 22
DUMMY = 8
"""Pixels at full size: a box, the gaps between boxes, the edge, the headings, a lane for what leads back, a port
of a plain and of a numbered stroke, a stroke passing by."""
SWEEPS = 8
ROUNDS = 7
Point = tuple[int, int]


@attrs.frozen
class Box:
    """A rectangle, in pixels from the upper left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends on the right."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.y + self.height


@attrs.frozen
class Stroke:
    """How a step runs: the points at which it leaves and enters columns, in turn."""

    step: Step
    points: tuple[Point, ...]


@attrs.frozen(kw_only=True)
class Layout:
    """A drawing in numbers.

    Attributes:
        boxes: for each node and the claim.
        strokes: in the order of the steps.
        columns: the left edge of each column.
    """

    width: int
    height: int
    boxes: Mapping[str, Box]
    strokes: tuple[Stroke, ...]
    columns: tuple[int, ...]


def lay_out(drawn: Layers, heights: Mapping[str, int]) -> Layout:
    """Place what is drawn.

    Args:
        drawn: the nodes in columns and what joins them.
        heights: of each box, in pixels, the claim's among them; a box with many strokes grows.
    """
    grid = _Grid(drawn)
    order = _ordered(grid)
    boxes = _placed(grid, order, heights)
    columns = tuple(MARGIN + place * (WIDTH + ACROSS) for place in range(len(order)))
    back = [step for step in drawn.steps if step.back]
    floor = max(box.bottom for box in boxes)
    strokes = _strokes(grid, boxes, floor)
    named = {key: boxes[slot] for slot, key in enumerate(grid.keys)}
    height = floor + LANE * len(back) + MARGIN
    return Layout(width=columns[-1] + WIDTH + MARGIN, height=height, boxes=named, strokes=strokes, columns=columns)


class _Grid:
    """Slots by number: the nodes, in the order of their lines and keys, then a slot wherever a stroke passes a column."""

    def __init__(self, drawn: Layers) -> None:
        line: dict[str, int] = {}
        for step in drawn.steps:
            for key in (step.source, step.target):
                line[key] = min(line.get(key) or len(drawn.steps), step.line or len(drawn.steps))
        self.steps = drawn.steps
        self.keys = sorted(drawn.column, key=lambda key: (line.get(key, len(drawn.steps)), key))
        self.column = [drawn.column[key] for key in self.keys]
        slot = {key: number for number, key in enumerate(self.keys)}
        self.runs: list[list[int]] = []
        for step in drawn.steps:
            source, target = slot[step.source], slot[step.target]
            passed = range(self.column[source] + 1, self.column[target]) if not step.back else ()
            self.runs.append([source, *(self._added(column) for column in passed), target])

    def _added(self, column: int) -> int:
        self.column.append(column)
        return len(self.column) - 1

    @property
    def forward(self) -> list[list[int]]:
        """The slots that each stroke passes, without those that lead back."""
        return [run for run, step in zip(self.runs, self.steps, strict=True) if not step.back]


def _ordered(grid: _Grid) -> list[list[int]]:
    """The slots of each column from top to bottom: each near the middle of its neighbours, as few crossings as the sweeps find.

    The barycentre heuristic of Sugiyama, Tagawa and Toda (1981); ties go by number.
    """
    columns: list[list[int]] = [[] for _ in range(max(grid.column) + 1)]
    for slot, column in enumerate(grid.column):
        columns[column].append(slot)
    beside: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list)]
    for run in grid.forward:
        for source, target in pairwise(run):
            beside[0][target].append(source)
            beside[1][source].append(target)
    best, fewest = [list(column) for column in columns], _crossings(columns, beside[1])
    for sweep in range(SWEEPS):
        _sweep(columns if sweep % 2 == 0 else columns[::-1], beside[sweep % 2])
        crossings = _crossings(columns, beside[1])
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    return best


def _sweep(columns: Sequence[list[int]], beside: Mapping[int, list[int]]) -> None:
    """Sort each column by the places of its neighbours in those before it."""
    place: dict[int, float] = {}
    for column in columns:
        own = {slot: number / len(column) for number, slot in enumerate(column)}
        middle = {slot: _mean([place[near] for near in beside.get(slot, ()) if near in place], own[slot]) for slot in column}
        column.sort(key=lambda slot: (middle[slot], slot))
        place |= {slot: (number + 0.5) / len(column) for number, slot in enumerate(column)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(columns: Sequence[Sequence[int]], onward: Mapping[int, list[int]]) -> int:
    """How many pairs of strokes cross."""
    place = {slot: number for column in columns for number, slot in enumerate(column)}
    crossings = 0
    for column in columns:
        ends: list[int] = []
        for slot in column:
            targets = sorted(place[target] for target in onward.get(slot, ()))
            crossings += sum(len(ends) - bisect_left(ends, target + 1) for target in targets)
            for target in targets:
                insort(ends, target)
    return crossings


def _placed(grid: _Grid, order: Sequence[Sequence[int]], heights: Mapping[str, int]) -> list[Box]:
    """A box for every slot, at about the height of what it is joined to."""
    ports = _ports(grid)
    tall = [_even(max(heights[key], ports[slot])) for slot, key in enumerate(grid.keys)]
    tall += [DUMMY] * (len(grid.column) - len(tall))
    beside: list[list[int]] = [[] for _ in tall]
    for source, target in (pair for run in grid.forward for pair in pairwise(run)):
        beside[source].append(target)
        beside[target].append(source)
    middle = [0.0] * len(tall)
    for column in order:
        _lined_up(column, tall, middle, [0.0] * len(column))
    for round_ in range(ROUNDS):
        for column in order if round_ % 2 else order[::-1]:
            _lined_up(column, tall, middle, [_mean([middle[near] for near in beside[slot]], middle[slot]) for slot in column])
    top = min(middle[slot] - tall[slot] / 2 for slot in range(len(tall)))
    return [
        Box(MARGIN + grid.column[slot] * (WIDTH + ACROSS), MARGIN + HEAD + round(middle[slot] - tall[slot] / 2 - top), WIDTH, tall[slot])
        for slot in range(len(tall))
    ]


def _even(height: int) -> int:
    """A height whose middle is a whole pixel, so that boxes side by side are joined by a straight stroke."""
    return height + height % 2


def _lined_up(column: Sequence[int], tall: Sequence[int], middle: list[float], wanted: Sequence[float]) -> None:
    """Set the middles of a column's slots as near to what is wanted as their order and the gaps between them allow.

    Least squares under an order, by pooling adjacent violators (Ayer et al. 1955).
    """
    offsets = [0.0]
    for above, below in pairwise(column):
        offsets.append(offsets[-1] + (tall[above] + tall[below]) / 2 + DOWN)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, many = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / many:
            total, many = total + pools[-1][0], many + pools.pop()[1]
        pools.append((total, many))
    settled = [total / many for total, many in pools for _ in range(many)]
    for slot, start, offset in zip(column, settled, offsets, strict=True):
        middle[slot] = start + offset


def _ports(grid: _Grid) -> Mapping[int, int]:
    """For each slot, the height that the strokes on its busier side take."""
    sides: dict[int, list[int]] = defaultdict(lambda: [PORT, PORT])
    for step, run in zip(grid.steps, grid.runs, strict=True):
        sides[run[0]][1] += NUMBERED if step.line else PORT
        sides[run[-1]][0] += PORT
    return defaultdict(int, {slot: max(heights) for slot, heights in sides.items()})


def _strokes(grid: _Grid, boxes: Sequence[Box], floor: int) -> tuple[Stroke, ...]:
    """The strokes, their ends spread over the sides of boxes in the order of where they come from and go to."""
    leaving = _spread(grid, boxes, 0, 1)
    entering = _spread(grid, boxes, -1, -2)
    strokes = []
    lane = 0
    for number, (step, run) in enumerate(zip(grid.steps, grid.runs, strict=True)):
        start, end = (boxes[run[0]].right, leaving[number]), (boxes[run[-1]].x, entering[number])
        if step.back:
            lane += 1
            between = [(start[0], floor + LANE * lane - LANE // 2), (end[0], floor + LANE * lane - LANE // 2)]
        else:
            between = [(x, boxes[slot].y + DUMMY // 2) for slot in run[1:-1] for x in (boxes[slot].x, boxes[slot].right)]
        strokes.append(Stroke(step, (start, *between, end)))
    return tuple(strokes)


def _spread(grid: _Grid, boxes: Sequence[Box], end: int, next_to: int) -> dict[int, int]:
    """For each stroke, at what height it meets the box at one of its ends."""
    meeting: dict[int, list[int]] = defaultdict(list)
    for number, run in enumerate(grid.runs):
        meeting[run[end]].append(number)
    heights = {}
    for slot, numbers in meeting.items():
        numbers.sort(key=lambda number: (grid.steps[number].back, _middle(boxes[grid.runs[number][next_to]]), number))
        for place, number in enumerate(numbers, 1):
            heights[number] = boxes[slot].y + boxes[slot].height * place // (len(numbers) + 1)
    return heights


def _middle(box: Box) -> int:
    return box.y + box.height // 2
