"""Made worlds that resemble kinds of public sets for truth discovery in size and in what goes wrong; none holds a row of such a set."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.accuracy.worlds import Row, Teller, World, Wrong, copied, picked, pools, tellers, told, truths

Said = dict[str, str]


def books(draw: Random) -> World:
    """Bookshops on who wrote what: many fill their lists from a few feeds that drop authors, large ones most; others look themselves."""
    truth = {f"o{at}": _authors(draw) for at in range(draw.randint(600, 1200))}
    feeds = [_feed(draw, truth, draw.uniform(0.35, 0.8)) for _ in range(draw.randint(2, 4))]
    rows: list[Row] = []
    for who in tellers(draw, draw.randint(20, 50), (0.5, 0.9), (0.1, 0.7), "large"):
        rows += copied(draw, who, draw.choice(feeds), truth, draw.uniform(0.8, 0.98), partial)
    fed = draw.uniform(0, 0.6)
    for at in range(draw.randint(500, 850)):
        who = Teller(f"shop{at}", draw.uniform(0.5, 0.95), min(60, draw.paretovariate(0.8)) / len(truth))
        style = draw.choice(("", "", "", "", "", "", "", "ed. "))
        said = copied(draw, who, draw.choice(feeds) if draw.random() < fed else {}, truth, 0.9, partial)
        rows += [(source, name, style + value) for source, name, value in said]
    return World(tuple(rows), truth)


def _authors(draw: Random) -> str:
    return "; ".join(f"{draw.choice('abcdefgh')}{draw.randrange(10**6)}" for _ in range(draw.choice((1, 1, 2, 2, 3, 4))))


def partial(draw: Random, _: str, true: str) -> str:
    """A list of authors that is cut short, misspelt, in another order, or with one too many."""
    people = true.split("; ")
    if draw.random() < 0.1:
        return f"{true}; z{draw.randrange(10**6)}"
    if len(people) > 1 and draw.random() < 0.7:
        return people[0] if draw.random() < 0.7 else "; ".join(people[:-1])
    if len(people) > 1 and draw.random() < 0.4:
        return "; ".join(reversed(people))
    return true[:1] + draw.choice("xyz") + true[1:]


def _feed(draw: Random, truth: Mapping[str, str], right: float) -> Said:
    return {name: value if draw.random() < right else partial(draw, name, value) for name, value in truth.items()}


def flights(draw: Random) -> World:
    """Sites on times of flights: airlines and airports know theirs, many sites show the timetable or what a neighbour showed."""
    truth = truths(draw, draw.randint(600, 1200))
    planned = {name: value if draw.random() < 0.5 else f"v{draw.randrange(10**9)}" for name, value in truth.items()}
    guess = pools(draw, truth, 8)
    stale = draw.uniform(0.4, 0.8)

    def wrong(dice: Random, name: str, true: str) -> str:
        return planned[name] if dice.random() < stale else guess(dice, name, true)

    rows = told(draw, truth, tellers(draw, draw.randint(5, 11), (0.9, 0.99), (0.04, 0.3), "official"), wrong)
    rows += told(draw, truth, tellers(draw, draw.randint(6, 14), (0.35, 0.9), (0.1, 0.6), "site"), wrong)
    for _ in range(draw.randint(3, 5)):
        model = Teller(f"model{draw.randrange(10**9)}", draw.uniform(0.3, 0.85), draw.uniform(0.5, 0.95))
        first = told(draw, truth, [model], wrong)
        rows += first
        for who in tellers(draw, draw.randint(1, 5), (0.4, 0.85), (0.4, 0.9), "mirror"):
            rows += copied(draw, who, {name: value for _, name, value in first}, truth, draw.uniform(0.9, 0.99), wrong)
    return World(tuple(rows), truth)


def populations(draw: Random) -> World:
    """Numbers in a user-edited encyclopedia: thousands of people with an edit or two, some busy ones, old counts left standing, vandals."""
    truth = {f"o{at}": str(draw.randint(200, 900_000)) for at in range(draw.randint(600, 1000))}
    older = {name: str(round(int(value) * draw.uniform(0.8, 0.99))) for name, value in truth.items()}
    old = draw.uniform(0.3, 0.7)

    def wrong(dice: Random, name: str, true: str) -> str:
        return older[name] if dice.random() < old else str(round(int(true) * 10 ** dice.gauss(0, 0.4)))

    busy = tellers(draw, draw.randint(5, 20), (0.4, 0.98), (0.02, 0.3), "busy")
    rows = told(draw, truth, busy, wrong)
    names = list(truth)
    better = draw.uniform(-0.15, 0.15)
    for name in names:
        for at in range(draw.randint(1, 5)):
            right = 0.5 + better * (at - 2) / 2
            rows.append(
                (
                    f"user{min(4000, int(draw.expovariate(0.0008)))}",
                    name,
                    truth[name] if draw.random() < right else wrong(draw, name, truth[name]),
                )
            )
    return World(tuple(_once(rows)), truth)


def _once(rows: list[Row]) -> list[Row]:
    """The last value that each source gives of each object."""
    return [(source, name, value) for (source, name), value in {(source, name): value for source, name, value in rows}.items()]


def heritages(draw: Random) -> World:
    """Places of monuments, from a few large sites that tell only region or country, and a thousand small ones that tell the town."""
    return _places(draw, draw.randint(500, 785), (5, 11), (0.1, 0.5), (0.1, 0.7), draw.randint(500, 1000))


def birthplaces(draw: Random) -> World:
    """Where people were born, from seven large sites that are more or less exact; two or three of them speak of each person."""
    return _places(draw, draw.randint(1500, 3000), (7, 7), (0.1, 0.75), (0.35, 0.95), 0)


def _places(
    draw: Random, count: int, large: tuple[int, int], coverage: tuple[float, float], exact: tuple[float, float], small: int
) -> World:
    lands = {f"r{at}": f"l{draw.randrange(20)}" for at in range(120)}
    homes = {f"o{at}": draw.choice(list(lands)) for at in range(count)}
    truth = {name: f"t{draw.randrange(10**9)}" for name in homes}
    whole = draw.random() < 0.5

    def spelled(dice: Random, name: str, depth: int) -> str:
        region = homes[name]
        parts = (truth[name], region, lands[region])[depth:]
        return ", ".join(parts) if whole else parts[0]

    def slips(error: float, vague: int) -> Wrong:
        """What a source tells in place of the whole truth: something else, or the same less exactly."""
        return lambda dice, name, true: wrong(dice, name, true) if dice.random() < error else spelled(dice, name, vague)

    wrong = pools(draw, truth, 5)
    shown = {name: spelled(draw, name, 0) for name in truth}
    rows: list[Row] = []
    big = tellers(draw, draw.randint(*large), exact, coverage, "large")
    few = [Teller(f"small{at}", draw.betavariate(3, 2), min(40, draw.paretovariate(1.2)) / count) for at in range(small)]
    for who in big + few:
        vague = draw.choice((1, 1, 2))
        error = draw.uniform(0.1, 0.6)
        rows += told(draw, shown, [who], slips(error, vague))
    return World(tuple(rows), shown)


def weather(draw: Random) -> World:
    """Forecasts of temperatures by a few services, some days ahead: whole degrees, biased, worse the earlier, alike within a service."""
    truth = {f"o{at}": str(draw.randint(-10, 38)) for at in range(draw.randint(1200, 2000))}
    names = list(truth)
    rows: list[Row] = []
    for service in range(draw.randint(2, 4)):
        bias, noise, kept = draw.gauss(0, 0.4), draw.uniform(0.4, 1.0), draw.uniform(0.3, 0.97)
        covered = picked(draw, names, draw.uniform(0.7, 1.0))
        error = dict.fromkeys(covered, 0.0)
        for ahead in range(draw.randint(3, 6)):
            spread = noise * (1 + 0.35 * ahead)
            error = {name: kept * e + draw.gauss(bias, spread * (1 - kept**2) ** 0.5) for name, e in error.items()}
            rows += [(f"{service}+{ahead}", name, str(round(int(truth[name]) + error[name]))) for name in covered if draw.random() < 0.95]
    return World(tuple(rows), truth)
