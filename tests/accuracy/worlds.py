"""Made worlds with known truth, one a regime that truth discovery meets; all numbers of a world are drawn from its seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

import attrs

Row = tuple[str, str, str]
"""Source, object and value."""
Wrong = Callable[[Random, str, str], str]
"""A wrong value of an object, given its true one."""


@attrs.frozen
class World:
    """Who says what, and what is so.

    Args:
        rows: source, object and value; one row an object that a source speaks of.
        truth: the true value of each object, whether or not anybody states it.
    """

    rows: tuple[Row, ...]
    truth: Mapping[str, str]


@attrs.frozen
class Teller:
    """A source of a made world.

    Args:
        name: its name, which tells nothing of how good it is.
        accuracy: how often it is right, 0 to 1.
        coverage: of what share of the objects it speaks, 0 to 1.
    """

    name: str
    accuracy: float
    coverage: float


def tellers(draw: Random, count: int, accuracy: tuple[float, float], coverage: tuple[float, float], kind: str = "s") -> list[Teller]:
    """Sources whose accuracy and coverage are each uniform in a range."""
    return [Teller(f"{kind}{draw.randrange(10**9)}-{at}", draw.uniform(*accuracy), draw.uniform(*coverage)) for at in range(count)]


def truths(draw: Random, count: int) -> dict[str, str]:
    """Objects with a true value each, whose spelling sorts anywhere among the wrong ones."""
    return {f"o{at}": f"v{draw.randrange(10**9)}" for at in range(count)}


def picked(draw: Random, names: Sequence[str], coverage: float, least: int = 1) -> list[str]:
    """The objects that a source speaks of."""
    return draw.sample(names, max(least, min(len(names), round(coverage * len(names)))))


def told(draw: Random, truth: Mapping[str, str], people: Sequence[Teller], wrong: Wrong) -> list[Row]:
    """What sources say that do not know of each other."""
    names = list(truth)
    return [
        (who.name, name, truth[name] if draw.random() < who.accuracy else wrong(draw, name, truth[name]))
        for who in people
        for name in picked(draw, names, who.coverage)
    ]


def pools(draw: Random, truth: Mapping[str, str], size: int) -> Wrong:
    """Wrong values from a pool of each object; the earlier ones of a pool are the more popular."""
    pool = {name: [f"v{draw.randrange(10**9)}" for _ in range(size)] for name in truth}
    return lambda dice, name, _: pool[name][min(dice.randrange(size), dice.randrange(size))]


def honest_majority(draw: Random) -> World:
    """Sources of middling to high accuracy that err on their own."""
    truth = truths(draw, draw.randint(300, 600))
    people = tellers(draw, draw.randint(8, 25), (0.35, 0.9), (0.1, 0.5))
    return World(tuple(told(draw, truth, people, pools(draw, truth, draw.randint(2, 10)))), truth)


def copied_majority(draw: Random) -> World:
    """One poor source with so many copiers that what they say is mostly the majority; a few independent ones know better."""
    return _followed(draw, alone=(0.7, 0.92), model=(0.3, 0.55))


def copied_minority(draw: Random) -> World:
    """One good source with copiers among independent ones that are worse: what is copied is not wrong for being copied."""
    return _followed(draw, alone=(0.3, 0.65), model=(0.8, 0.95))


def _followed(draw: Random, alone: tuple[float, float], model: tuple[float, float]) -> World:
    truth = truths(draw, draw.randint(200, 500))
    wrong = pools(draw, truth, draw.randint(3, 20))
    first = told(draw, truth, [Teller(f"s{draw.randrange(10**9)}", draw.uniform(*model), 1.0)], wrong)
    rows = told(draw, truth, tellers(draw, draw.randint(4, 8), alone, (0.5, 0.95)), wrong) + first
    faithful = draw.uniform(0.85, 0.99)
    for copier in tellers(draw, draw.randint(6, 15), (0.4, 0.8), (0.4, 0.95)):
        rows += copied(draw, copier, {name: value for _, name, value in first}, truth, faithful, wrong)
    return World(tuple(rows), truth)


def copied(draw: Random, who: Teller, said: Mapping[str, str], truth: Mapping[str, str], faithful: float, wrong: Wrong) -> list[Row]:
    """What a copier says: mostly what its model said, else what it finds itself."""
    own = {name: value for _, name, value in told(draw, truth, [who], wrong)}
    return [(who.name, name, said[name] if name in said and draw.random() < faithful else value) for name, value in own.items()]


def long_tail(draw: Random) -> World:
    """Very many sources with a few claims each, and a handful with many."""
    truth = truths(draw, draw.randint(300, 600))
    names = list(truth)
    wrong = pools(draw, truth, draw.randint(2, 6))
    rows: list[Row] = []
    for at in range(draw.randint(400, 1000)):
        right = draw.betavariate(3, draw.uniform(1.5, 3))
        spoken = draw.sample(names, min(len(names), round(draw.paretovariate(1.1))))
        rows += [(f"s{at}", name, truth[name] if draw.random() < right else wrong(draw, name, "")) for name in spoken]
    return World(tuple(rows), truth)


def open_vocabulary(draw: Random) -> World:
    """Hardly two errors are alike, and what is right is spelled in several ways, of which one counts as true."""
    truth = truths(draw, draw.randint(200, 400))
    people = tellers(draw, draw.randint(12, 30), (0.2, 0.8), (0.1, 0.4))
    spelled = draw.uniform(0.2, 0.6)

    def wrong(dice: Random, _: str, true: str) -> str:
        return true + dice.choice((".", " (sic)", "-a")) if dice.random() < spelled else f"v{dice.randrange(10**9)}"

    return World(tuple(told(draw, truth, people, wrong)), truth)


def numeric(draw: Random) -> World:
    """Numbers that are rounded, noisy, far out, or in a unit a thousand times off."""
    truth = {f"o{at}": str(round(10 ** draw.uniform(2, 6))) for at in range(draw.randint(200, 500))}
    factor = draw.choice((10, 100, 1000))
    ways: list[Callable[[Random, int], int]] = [
        lambda _, n: int(float(f"{n:.1e}")),
        lambda _, n: int(float(f"{n:.2e}")),
        lambda dice, n: round(n * dice.gauss(1, 0.03)),
        lambda dice, n: round(n * dice.uniform(0.1, 3)),
        lambda _, n: n * factor,
    ]
    rows: list[Row] = []
    for who in tellers(draw, draw.randint(10, 25), (0.2, 0.85), (0.1, 0.5)):
        habit = draw.choices(ways, k=3)
        rows += told(draw, truth, [who], _miscounts(habit))
    return World(tuple(rows), truth)


def _miscounts(ways: Sequence[Callable[[Random, int], int]]) -> Wrong:
    """A wrong number by one of these ways."""
    return lambda dice, _, true: str(dice.choice(ways)(dice, int(true)))


def heavy_ties(draw: Random) -> World:
    """Two or three claims an object, so that sources can only be told apart over many objects."""
    truth = truths(draw, draw.randint(500, 900))
    people = tellers(draw, draw.randint(20, 50), (0.35, 0.95), (0.01, 0.1))
    return World(tuple(told(draw, truth, people, pools(draw, truth, draw.randint(1, 6)))), truth)
