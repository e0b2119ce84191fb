"""One story: an event, its cast and claims, and the articles that tell it, some of them copies of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random

import attrs

from claimtrack.model.records import Outlet
from claimtrack.testing.corpora.pages import Page, written
from claimtrack.testing.corpora.sentences import Sentence, denying, edited, own, paragraphs, saying
from claimtrack.testing.corpora.truth import Planted, PlantedClaim, PlantedCopy, Truth, independent, unified
from claimtrack.testing.corpora.vocabulary import Row, topics, views
from claimtrack.testing.corpora.wordings import Setting, Told, near_miss, planned, thing
from claimtrack.testing.corpora.world import Voice, World, zipf

FIRST_DAY = date(2031, 1, 6)
ARTICLES_A_DAY = 50
NEAR, DENIED, OWN, UNSAID = 0.15, 0.08, 0.2, 0.5
"""Shares: of claims that have a near miss, and that somebody denies; of statements in the article's own voice, and of these that rest
on somebody whom the article does not name."""
COPIED, AGENCY, OPINION = 0.35, 0.4, 0.05
"""Shares: of articles that are copies, of larger stories that begin with an agency's report, of the rest that are opinion pieces."""
MOST_EDITED = 0.6
"""Share of the sentences of an undeclared copy that are edited at most; that changes up to one word in seven."""


@attrs.frozen
class Story:
    """Some articles with the truth about them."""

    articles: tuple[tuple[str, str], ...]
    truth: Truth


@attrs.frozen(eq=False)
class _Known:
    """A claim with those who say so and who deny it."""

    told: Told
    voices: tuple[Voice, ...]
    denier: Voice | None


class _Desk:
    """Writes the articles of one story."""

    def __init__(self, world: World, number: int, size: int, days: int, random: Random) -> None:
        self._world = world
        self._number = number
        self._random = random
        self._setting = _setting(world, days, random)
        self._cast = self._invited()
        self._numbers = count()
        self._times: Counter[str] = Counter()
        self._kinds = self._rows()
        self._claims = self._planned(size)
        self._outlets = self._publishers(size)
        self.pages: list[Page] = []
        self.copies: list[PlantedCopy] = []
        self._reports: list[Page] = []

    def _invited(self) -> tuple[Voice, ...]:
        """Those who can be quoted: two who may be of one body, one of each firm, and up to two who speak for themselves."""
        setting, loners = self._setting, [zipf(self._random, self._world.loners) for _ in range(2)]
        voices = (*self._random.sample(setting.body.voices, 2), self._random.choice(setting.firm.voices), setting.firm2.voices[0], *loners)
        return tuple({voice.key: voice for voice in voices}.values())

    def _rows(self) -> list[Row]:
        """Kinds of claims: the main one of the main topic first, then others of two topics."""
        main, side = self._random.sample(sorted(topics()), 2)
        rest = [*topics()[main][1:], *topics()[side][1:]]
        self._random.shuffle(rest)
        return [topics()[main][0], *rest]

    def _planned(self, size: int) -> list[_Known]:
        """Claims that several articles may make, the main one first; some have a near miss right behind them."""
        found: list[_Known] = []
        for row in self._kinds[: 5 + 3 * size // 5]:  # each row once: two claims of one kind are told in nearly the same words
            found.append(self._new(row))
            near = near_miss(self._key(), found[-1].told, self._setting, self._random) if self._random.random() < NEAR else None
            found += [self._known(near)] if near else []
        return found

    def _new(self, row: Row) -> _Known:
        return self._known(planned(self._key(), row, self._setting, self._random))

    def _key(self) -> str:
        return f"{self._number}.{next(self._numbers)}"

    def _known(self, told: Told) -> _Known:
        voices = tuple(self._random.sample(self._cast, self._random.choice((1, 1, 1, 1, 1, 2, 2, 2, 3))))
        actors = frozenset().union(*(voice.actors for voice in voices))
        others = [voice for voice in self._cast if not voice.actors & actors]
        return _Known(told, voices, self._random.choice(others) if others and self._random.random() < DENIED else None)

    def _publishers(self, size: int) -> list[Outlet]:
        """The outlets of the articles, each once, an agency first in some larger stories."""
        found: dict[str, Outlet] = {}
        if size >= 3 and self._random.random() < AGENCY:
            agency = self._random.choice(self._world.agencies)
            found[agency.key] = agency
        while len(found) < size:
            outlet = zipf(self._random, self._world.outlets)
            found[outlet.key] = outlet
        return list(found.values())

    def write(self) -> None:
        """All articles."""
        for number, outlet in enumerate(self._outlets):
            day = self._setting.day + timedelta(days=min(number // 2, 6))
            if self._reports and self._random.random() < COPIED:
                self._copy(outlet, day)
            else:
                self._report(outlet, day)

    def _name(self, outlet: Outlet, day: date) -> str:
        """A name for a file, which tells nothing of the story; no two are the same."""
        sign = (self._number * 64 + len(self.pages) + 1) * 2_654_435_761 % 2**32
        return f"{outlet.key.removeprefix('outlet:')}-{day:%Y%m%d}-{sign:08x}"

    def _author(self) -> str:
        return f"{self._random.choice(self._world.given)} {self._random.choice(self._world.given)}"

    def _report(self, outlet: Outlet, day: date) -> None:
        """An article of an outlet's own."""
        if self._reports and self._random.random() < OPINION:
            self._opinion(outlet, day)
            return
        picked = self._picked()
        sentences = [self._said(known) for known in picked]
        headline = self._titled(self._random.choice([each for each in sentences if not each.denies]))
        page = Page(
            name=self._name(outlet, day),
            outlet=outlet,
            day=day,
            author=self._author(),
            headline=headline,
            paragraphs=paragraphs(sentences, self._random),
            root=outlet.key,
            dateline=self._setting.place if self._random.random() < 0.4 else "",
        )
        self.pages.append(page)
        self._reports.append(page)

    def _picked(self) -> list[_Known]:
        """The claims of one article: the main one, some that others make too, and as many of its own, which later ones may take up."""
        shared = self._random.sample(self._claims[1:], self._random.choice((2, 3, 3)))
        fresh = self._fresh(self._random.choice((4, 5, 6)))
        self._claims += self._random.sample(fresh, 1)
        rest = [*shared, *fresh]
        self._random.shuffle(rest)
        return [self._claims[0], *rest]

    def _fresh(self, many: int) -> list[_Known]:
        """Claims that nobody has made before."""
        return [self._new(self._random.choice(_any_kind())) for _ in range(many)]

    def _wording(self, known: _Known) -> int:
        """Which wording comes next: reports of one claim take turns, so that two reporters seldom write the same words."""
        self._times[known.told.key] += 1
        return self._times[known.told.key] + len(known.told.key)

    def _titled(self, sentence: Sentence) -> Sentence:
        """A headline that rests on what a sentence of the article rests on."""
        hidden = sentence.voice.actors if sentence.voice else sentence.hidden
        return own(sentence.told, sentence.wording + 1, hidden, self._random)

    def _said(self, known: _Known) -> Sentence:
        """A claim as one article has it."""
        wording = self._wording(known)
        if known.denier and self._random.random() < 0.35:
            return denying(known.told, wording, known.denier, self._random)
        if self._random.random() < OWN:
            return own(known.told, wording, self._silent(known), self._random)
        return saying(known.told, wording, self._random.choice(known.voices), self._random)

    def _silent(self, known: _Known) -> frozenset[str]:
        """Whom an article rests on without saying so; nobody where it saw for itself."""
        return known.voices[0].actors if self._random.random() < UNSAID else frozenset()

    def _opinion(self, outlet: Outlet, day: date) -> None:
        """An opinion piece, whose claims nobody else makes."""
        rows = self._random.sample(list(views()), 8)
        sentences = [own(self._new(row).told, 0, frozenset(), self._random) for row in rows]
        self.pages.append(
            Page(
                name=self._name(outlet, day),
                outlet=outlet,
                day=day,
                author=self._author(),
                headline=sentences[0],
                paragraphs=paragraphs(sentences[1:], self._random),
                root=outlet.key,
                kicker="Opinion",
            )
        )

    def _copy(self, outlet: Outlet, day: date) -> None:
        """A copy of one of the reports, most often of the first: a reprint with a credit, edited without one, or an excerpt in a text."""
        source = self._reports[0] if self._random.random() < 0.6 else self._random.choice(self._reports)
        manner = self._random.choice(("reprint", "reprint", "edited", "edited", "excerpt"))
        day = max(day, source.day + timedelta(days=self._random.choice((0, 1, 1, 2))))
        changed = 0.0 if manner == "reprint" else round(self._random.random() * MOST_EDITED, 2)
        body = _revised(source.paragraphs if manner != "excerpt" else _part(source.paragraphs, self._random), changed, self._random)
        added = self._fresh(4) if manner == "excerpt" else []
        page = Page(
            name=self._name(outlet, day),
            outlet=outlet,
            day=day,
            author=self._author(),
            headline=edited(source.headline, self._random) if changed else source.headline,
            paragraphs=(*body, *([tuple(map(self._said, added))] if added else [])),
            root=source.root,
            credit=source.outlet if manner == "reprint" else None,
            dateline=source.dateline,
        )
        self.pages.append(page)
        self.copies.append(PlantedCopy(page.key, source.key, manner == "reprint", manner != "excerpt", changed))


@cache
def _any_kind() -> tuple[Row, ...]:
    """The kinds of claims of all topics, but for the main ones."""
    return tuple(row for name in sorted(topics()) for row in topics()[name][1:])


def _setting(world: World, days: int, random: Random) -> Setting:
    place = zipf(random, tuple(range(len(world.places))))
    firm, firm2 = (zipf(random, world.firms) for _ in range(2))
    while firm2 is firm:
        firm2 = zipf(random, world.firms)
    day = FIRST_DAY + timedelta(days=random.randrange(days))
    return Setting(world, world.places[place], world.rivers[place], random.choice(world.bodies[place]), firm, firm2, thing(random), day)


def _part(body: Sequence[tuple[Sentence, ...]], random: Random) -> tuple[tuple[Sentence, ...], ...]:
    """Half of the paragraphs of a text, in a row."""
    many = (len(body) + 1) // 2
    first = random.randrange(len(body) - many + 1)
    return tuple(body[first : first + many])


def _revised(body: Iterable[Iterable[Sentence]], share: float, random: Random) -> tuple[tuple[Sentence, ...], ...]:
    """Paragraphs of which a share of the sentences is edited."""
    return tuple(tuple(edited(each, random) if random.random() < share else each for each in paragraph) for paragraph in body)


def story(world: World, number: int, size: int, days: int, seed: int) -> Story:
    """A story of some articles.

    Args:
        world: what it is told of.
        number: of the story.
        size: how many articles tell it.
        days: over how many days the stories are spread.
        seed: of the corpus.
    """
    desk = _Desk(world, number, size, days, Random(f"story {seed} {number}"))
    desk.write()
    done = [(page, *written(page)) for page in desk.pages]
    planted = tuple(each for _, _, found in done for each in found)
    truth = unified(Truth(planted, tuple(desk.copies), _claims(desk.pages, planted)))
    return Story(tuple((f"{page.name}.txt", text) for page, text, _ in done), truth)


def _claims(pages: Iterable[Page], planted: Iterable[Planted]) -> tuple[PlantedClaim, ...]:
    """The claims that the articles make, each with its true number of origins."""
    told = {sentence.told.key: sentence.told for page in pages for sentence in (page.headline, *page.sentences)}
    origins: dict[str, set[frozenset[str]]] = {}
    for each in planted:
        origins.setdefault(each.claim, set()).update(() if each.denies else (each.rests,))
    return tuple(
        PlantedClaim(key, told[key].worded(0, Random(0)), independent(found), told[key].near if told[key].near in origins else "")
        for key, found in origins.items()
    )
