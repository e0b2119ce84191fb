"""Claims and the words that they are put in: slots filled once a claim, words that mean the same chosen anew each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

import attrs

from claimtrack.testing.corpora.vocabulary import SLOT, Row, chosen, words
from claimtrack.testing.corpora.world import Body, World, zipf

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
NEAR = ("n", "day", "place2", "item", "person", "goods", "cause")
"""Slots of which one is another in a near miss."""


@attrs.frozen(eq=False)
class Setting:
    """What all claims of a story share."""

    world: World
    place: str
    river: str
    body: Body
    firm: Body
    firm2: Body
    thing: str
    day: date


@attrs.frozen(eq=False)
class Told:
    """A claim of a story: its kind, and what fills its slots."""

    key: str
    row: Row
    filled: Mapping[str, str]
    near: str = ""

    def worded(self, wording: int, random: Random) -> str:
        """The claim in one of its wordings, the first letter small unless it begins a name."""
        shape = self.row.wordings[wording % len(self.row.wordings)]
        return chosen(SLOT.sub(lambda match: self.filled[match[1]], shape), random)


def planned(key: str, row: Row, setting: Setting, random: Random) -> Told:
    """A new claim of a kind."""
    return Told(key, row, {slot: _filled(slot, setting, random) for slot in row.slots})


def near_miss(key: str, told: Told, setting: Setting, random: Random) -> Told | None:
    """A claim that differs from another in one thing; None where its kind has nothing to change."""
    open_ = [slot for slot in NEAR if slot in told.filled]
    if not open_:
        return None
    slot = random.choice(open_)
    other = told.filled[slot]
    while other == told.filled[slot]:
        other = _another(told.filled[slot], random) if slot == "n" else _filled(slot, setting, random)
    return attrs.evolve(told, key=key, filled={**told.filled, slot: other}, near=told.key)


def _another(number: str, random: Random) -> str:
    """A number that is clearly not the same."""
    value = int(number.replace(",", ""))
    return _spelled(max(2, int(value * random.choice((0.4, 0.6, 1.4, 1.7, 2.5))) + random.choice((-1, 1))))


def _spelled(value: int) -> str:
    return f"{value:,}"


def _filled(slot: str, setting: Setting, random: Random) -> str:
    fixed = {
        "place": setting.place,
        "thing": setting.thing,
        "river": f"[{setting.river} river|river {setting.river}]",
        "the org": _called(setting),
    }
    fixed |= {"firm": setting.firm.name, "firm2": setting.firm2.name}
    if slot in fixed:
        return fixed[slot]
    return _FILL[slot](setting, random)


def _called(setting: Setting) -> str:
    """A public body with its town before or behind its name."""
    kind = setting.body.name.removeprefix(f"{setting.place} ")
    return f"the [{setting.place} {kind}|{kind} of {setting.place}]"


def _place2(setting: Setting, random: Random) -> str:
    found = setting.place
    while found == setting.place:
        found = zipf(random, setting.world.places)
    return found


def thing(random: Random) -> str:
    """Something that was built, told from others of its kind by another word; it may be called in several ways."""
    kind, place = random.choice(words("kinds")), random.choice(words("places"))
    return f"[{kind} {place}|{kind} {place}|old {kind} {place}]"


def _number(_: Setting, random: Random) -> str:
    """A number that is no year."""
    value = int(10 ** random.uniform(0.5, 3.2))
    return _spelled(value if value < 1_400 else value * 3)


def _day(setting: Setting, random: Random) -> str:
    found = setting.day - timedelta(days=random.choice((0, 0, 1, 2, 3, 5, 8)))
    day, month = found.day, _MONTHS[found.month - 1]
    return f"[{day} {month}|{month} {day}|the {day}{_ENDINGS.get(day, 'th')} of {month}]"


_FAMILIES = (
    ["Ma", "To", "Ke", "Ri", "Lo", "Va", "Su", "Ne", "Bo", "Di"],
    ["rven", "lkas", "ddor", "mmel", "ntar", "sker", "vold", "ngar"],
    ("", "son", "ov", "ick", "ura", "esh"),
)


def _person(setting: Setting, random: Random) -> str:
    return f"{random.choice(setting.world.given)} {''.join(map(random.choice, _FAMILIES))}"


_FILL: Mapping[str, Callable[[Setting, Random], str]] = {
    "place2": _place2,
    "item": lambda _, random: thing(random),
    "n": _number,
    "day": _day,
    "person": _person,
    "goods": lambda _, random: random.choice(words("goods")),
    "cause": lambda _, random: f"{random.choice(words('states'))} {random.choice(words('faults'))}",
}
