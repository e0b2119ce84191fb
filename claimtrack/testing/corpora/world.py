"""The invented world that synthetic articles tell of: towns, bodies, firms, people who speak for them, and the outlets."""

from __future__ import annotations

from random import Random
from typing import TypeVar

import attrs

from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Outlet, Speaker
from claimtrack.model.terms import OutletKind, SpeakerKind
from claimtrack.testing.corpora.names import Names
from claimtrack.testing.corpora.vocabulary import words

T = TypeVar("T")


@attrs.frozen
class Voice:
    """Somebody who can be quoted.

    Attributes:
        key: of the speaker record.
        actors: whom the speaker stands for: itself, or a body.
        first: how an article introduces it; the others stand where the first has gone before.
        later: a shorter name.
        name: the whole name.
    """

    key: str
    actors: frozenset[str]
    first: tuple[str, ...]
    later: str
    name: str


@attrs.frozen
class Body:
    """A public body or a firm, with those who speak for it."""

    name: str
    key: str
    public: bool
    voices: tuple[Voice, ...]

    @property
    def called(self) -> str:
        """The name as it stands in a sentence."""
        return f"the {self.name}" if self.public else self.name


@attrs.frozen
class World:
    """All that stories are told of, the more frequent first."""

    outlets: tuple[Outlet, ...]
    agencies: tuple[Outlet, ...]
    places: tuple[str, ...]
    rivers: tuple[str, ...]
    bodies: tuple[tuple[Body, ...], ...]
    firms: tuple[Body, ...]
    loners: tuple[Voice, ...]
    given: tuple[str, ...]
    case: Ledger


def zipf(random: Random, items: tuple[T, ...]) -> T:
    """One of some items, the first ones more often: the rank is log-uniform, which is Zipf's law with exponent one."""
    return items[min(int((len(items) + 1) ** random.random()) - 1, len(items) - 1)]


def slug(name: str) -> str:
    """A name as it stands in a key."""
    return name.casefold().replace(" ", "-").replace("'", "")


def world(articles: int, seed: int) -> World:
    """The world for a corpus of so many articles; its size follows theirs."""
    random = Random(f"world {seed}")
    names = Names(random)
    given = tuple(names.given() for _ in range(120))
    places = tuple(names.place() for _ in range(15 + articles // 60))
    makers = _Makers(random, names, given)
    bodies = tuple(makers.bodies(place) for place in places)
    firms = tuple(makers.firm() for _ in range(20 + articles // 50))
    loners = tuple(makers.loner(random.choice(places)) for _ in range(20 + articles // 40))
    outlets = makers.outlets(places, 12 + int(0.6 * articles**0.5))
    agencies = makers.agencies(2 + articles // 20_000)
    case = Ledger([*outlets, *agencies, *makers.speakers])
    rivers = tuple(names.place() for _ in places)
    return World(outlets, agencies, places, rivers, bodies, firms, loners, given, case)


class _Makers:
    """Makes bodies, firms and people, and keeps a record of each."""

    def __init__(self, random: Random, names: Names, given: tuple[str, ...]) -> None:
        self._random = random
        self._names = names
        self._given = given
        self.speakers: list[Speaker] = []

    def bodies(self, place: str) -> tuple[Body, ...]:
        """Some public bodies of a town."""
        kinds = self._random.sample(words("bodies"), 4)
        named = ((f"{place} {kind.title()}", f"{kind.title()} of {place}") for kind in kinds)
        return tuple(self._body(name, SpeakerKind.GOVERNMENT, (other,)) for name, other in named)

    def firm(self) -> Body:
        """A firm."""
        return self._body(f"{self._names.firm()} {self._random.choice(words('firms'))}", SpeakerKind.ORGANIZATION)

    def _body(self, name: str, kind: SpeakerKind, aliases: tuple[str, ...] = ()) -> Body:
        key, public = f"speaker:{slug(name)}", kind is SpeakerKind.GOVERNMENT
        self.speakers.append(Speaker(key=key, name=name, kind=kind, aliases=aliases))
        called = f"the {name}" if public else name
        orders = tuple(f"the {each}" for each in (name, *aliases)) if public else (name,)
        people = tuple(self._official(post, name, orders, key) for post in self._random.sample(words("posts"), 2))
        return Body(name, key, public, (Voice(key, frozenset({key}), orders, called, called), *people))

    def _official(self, post: str, body: str, orders: tuple[str, ...], key: str) -> Voice:
        """Somebody who speaks for a body."""
        shapes = (f"{{}}, {post} of {{body}},", f"{{}}, the {post} of {{body}},", f"{{}}, who is {post} of {{body}},")
        ordered = [shape.replace("{body}", each) for shape in shapes for each in orders]
        return self._person((f"{body} {post} {{}}", *ordered), (key,))

    def loner(self, place: str) -> Voice:
        """Somebody who speaks for nobody else."""
        work = self._random.choice(words("standing"))
        some = f"an {work}" if work[0] in "aeiou" else f"a {work}"
        shapes = (
            f"{{}}, {some} in {place},",
            f"{{}}, {some} from {place},",
            f"{{}}, who is {some} in {place},",
            f"{{}}, {some} of {place},",
        )
        return self._person(shapes, ())

    def _person(self, shapes: tuple[str, ...], acts_for: tuple[str, ...]) -> Voice:
        name = f"{self._random.choice(self._given)} {self._names.family()}"
        key = f"speaker:{slug(name)}"
        self.speakers.append(Speaker(key=key, name=name, kind=SpeakerKind.PERSON, acts_for=acts_for))
        return Voice(key, frozenset(acts_for or (key,)), (name, name, *(shape.format(name) for shape in shapes)), name.split()[1], name)

    def outlets(self, places: tuple[str, ...], many: int) -> tuple[Outlet, ...]:
        """Outlets, named after towns."""
        headings, made = words("headings"), []
        for number in range(many):
            name = f"{places[number % len(places)]} {headings[(number * 7 + number // len(places)) % len(headings)]}"
            made.append(Outlet(key=f"outlet:{slug(name)}", name=name, kind=OutletKind.NEWSPAPER, domains=(f"{slug(name)}.example",)))
        return tuple({outlet.key: outlet for outlet in made}.values())

    def agencies(self, many: int) -> tuple[Outlet, ...]:
        """News agencies."""
        names = [f"{self._names.firm()} News Agency" for _ in range(many)]
        return tuple(Outlet(key=f"outlet:{slug(name)}", name=name, kind=OutletKind.AGENCY) for name in names)
