"""Articles as their readers find them: headline, byline, outlet and date, paragraphs, credits and the outlet's standing lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import attrs

from claimtrack.model.records import Outlet
from claimtrack.testing.corpora.sentences import Sentence
from claimtrack.testing.corpora.truth import Planted

_FOOTERS = (
    "Subscribe to the {outlet} for the morning edition.",
    "Follow us on Mastodon for more news from the {outlet}.",
    "© {year} {outlet}. All rights reserved.",
    "Sign up for the evening newsletter of the {outlet}.",
)
_CREDITS = (
    "This article was originally published by {source}.",
    "This story was first published by {source}.",
    "Republished from {source}.",
)


@attrs.frozen(eq=False)
class Page:
    """An article to be.

    Attributes:
        name: of the file, without its ending.
        credit: the outlet that the article says it is from; None for one of its own.
        dateline: the place it is sent from, empty for none.
        root: the outlet whose reporting it is.
    """

    name: str
    outlet: Outlet
    day: date
    author: str
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    root: str
    credit: Outlet | None = None
    dateline: str = ""
    kicker: str = ""

    @property
    def key(self) -> str:
        """The key that the article gets when it is read."""
        return f"article:{self.name}"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of its paragraphs."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


class _Sheet:
    """A text while it is written, with what is planted in it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pieces: list[str] = []
        self._length = 0
        self.planted: list[Planted] = []

    def put(self, text: str) -> None:
        """Write on."""
        self._pieces.append(text)
        self._length += len(text)

    def say(self, sentence: Sentence, introduced: bool) -> None:
        """Write a sentence of the body."""
        text, start, end = sentence.written(introduced)
        self._plant(sentence, start, end, headline=False)
        self.put(text)

    def head(self, sentence: Sentence, planted: bool) -> None:
        """Write the headline."""
        text, start, end = sentence.written(introduced=True, stop="")
        if planted:
            self._plant(sentence, start, end, headline=True)
        self.put(text)

    def _plant(self, sentence: Sentence, start: int, end: int, headline: bool) -> None:
        page, voice = self._page, sentence.voice
        rests = voice.actors if voice else sentence.hidden or frozenset({page.root})
        speaker = voice.key if voice else ""
        place = (self._length + start, self._length + end)
        self.planted.append(Planted(page.key, *place, sentence.told.key, speaker, sentence.denies, headline, rests))

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(self._pieces)


def written(page: Page) -> tuple[str, tuple[Planted, ...]]:
    """The text of an article, and what is planted in it."""
    sheet = _Sheet(page)
    above, below = _masthead(page)
    sheet.put(above)
    sheet.head(page.headline, planted=not above.endswith("Title: "))  # which makes metadata of it, and no statement
    sheet.put(below)
    sheet.put(f"{page.dateline.upper()} — " if page.dateline else "")
    known: set[str] = set()
    for paragraph in page.paragraphs:
        for place, sentence in enumerate(paragraph):
            sheet.put(" " if place else "")
            speaker = sentence.voice.key if sentence.voice else ""
            sheet.say(sentence, speaker in known)
            known.add(speaker)
        sheet.put("\n\n")
    sheet.put("\n\n".join(_below(page)) + "\n")
    return sheet.text, tuple(sheet.planted)


def _masthead(page: Page) -> tuple[str, str]:
    """What stands above the headline and what below, in the manner of the outlet."""
    outlet, day = page.outlet.name, f"{page.day.day} {page.day:%B} {page.day.year}"
    kicker = f"{page.kicker}\n\n" if page.kicker else ""
    manner = Random(page.outlet.key).randrange(3)
    if manner == 0:
        return kicker, f"\n\nBy {page.author}\n{outlet} | {day}\n\n"
    if manner == 1:
        return f"{kicker}Title: ", f"\nPublisher: {outlet}\nAuthor: {page.author}\nDate: {page.day.isoformat()}\n\n"
    return kicker, f"\n\n{day} | {outlet}\n\nBy {page.author}\n\n"


def _below(page: Page) -> Iterator[str]:
    """What stands under the text."""
    random = Random(f"below {page.outlet.key}")
    if page.credit:
        yield random.choice(_CREDITS).format(source=page.credit.name)
    yield random.choice(_FOOTERS).format(outlet=page.outlet.name, year=page.day.year)
