"""Who credits whom: the outlets, agencies, documents and unnamed media that each article cites, and which citings mean one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import attrs

from claimtrack.model.claims import Claims
from claimtrack.model.records import Article, Statement
from claimtrack.model.terms import NoticeKind, SpeakerKind
from claimtrack.model.values import Period
from claimtrack.model.view import View
from claimtrack.words import words

WINDOW = 14
"""Days: two articles that cite an outlet within them mean one story of it, where nothing else is known."""
BY_STATEMENT = "statement"
CITED = frozenset({SpeakerKind.OUTLET, SpeakerKind.DOCUMENT})
UNNAMED = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.GROUP, SpeakerKind.ORGANIZATION})
MEDIA = frozenset(["media", "press", "newspaper", "newspapers", "paper", "papers", "broadcaster", "broadcasters", "outlets", "agencies"])
"""Words with one of which an unnamed holder's name ends who is a publisher: "local media", "the Coastland press"."""


@attrs.frozen(kw_only=True, order=True)
class Citing:
    """That an article credits another text or its publisher.

    Attributes:
        source: the key of the outlet, document or unnamed media; the name as written where nothing goes by it.
        how: `statement`, or the kind of the notice that says so.
        statements: those that pass through the source.
        on: when the article appeared.
    """

    article: str
    source: str
    how: str = BY_STATEMENT
    statements: tuple[str, ...] = ()
    on: Period | None = attrs.field(default=None, order=str)


@attrs.frozen(kw_only=True, order=True)
class Story:
    """One story of a source, as far as those who cite it can tell.

    Attributes:
        articles: those that cite it for this story.
        on: the days from the first to the last of them; None where none is dated.
    """

    source: str
    on: Period | None = attrs.field(default=None, order=str)
    articles: tuple[str, ...] = ()


Alike = Callable[[Citing, Citing], bool]


def citings(view: View) -> tuple[Citing, ...]:
    """Whom each article credits, by its statements and by its notices; its own outlet and whoever took its pictures are set aside."""
    through: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in view.statements.values():
        for source in credited(statement, view):
            through[view.resolve(statement.article), source].add(statement.key)
    found = {
        Citing(article=article, source=source, statements=tuple(sorted(keys)), on=published(article, view))
        for (article, source), keys in through.items()
    }
    return tuple(sorted(found | {citing for article in view.articles.values() for citing in _noticed(article, view)}))


def credited(statement: Statement, view: View) -> Iterator[str]:
    """The outlets, documents and unnamed media that a statement passes through, but for the article's own outlet."""
    own = _own(view.resolve(statement.article), view)
    for link in statement.chain:
        for source in map(view.resolve, link.holders):
            if source not in own and _publishes(source, view):
                yield source


def stories(found: Iterable[Citing], view: View, *, alike: Alike | None = None, window: int = WINDOW) -> tuple[Story, ...]:
    """Which citings of one source mean one story of it.

    Where both articles are dated, those do that lie within the window of each other, or of others in between. An article without a date
    goes with the earliest story, or the other undated articles, whose content is like its own; else it stands alone.

    Args:
        found: the citings.
        view: for the claims that two articles share, when `alike` is not given.
        alike: whether two citings are of like content.
        window: days.
    """
    alike = alike or _Sharing(view)
    by_source: dict[str, list[Citing]] = defaultdict(list)
    for citing in sorted(set(found)):
        by_source[citing.source].append(citing)
    return tuple(sorted(_story(group) for group_of in by_source.values() for group in _grouped(group_of, alike, window)))


def _grouped(found: Sequence[Citing], alike: Alike, window: int) -> list[list[Citing]]:
    groups: list[list[Citing]] = []
    last = date.min
    for on, citing in sorted((citing.on, citing) for citing in found if citing.on):
        if not groups or (on.start - last).days > window:
            groups.append([])
        groups[-1].append(citing)
        last = max(last, on.end)
    for citing in found:
        if citing.on is None:
            near = next(
                (group for group in groups if any(other.article == citing.article or alike(citing, other) for other in group)), None
            )
            if near is None:
                groups.append(near := [])
            near.append(citing)
    return groups


def _story(group: Sequence[Citing]) -> Story:
    days = [citing.on for citing in group if citing.on]
    on = Period(min(day.start for day in days), max(day.end for day in days)) if days else None
    return Story(source=group[0].source, on=on, articles=tuple(sorted({citing.article for citing in group})))


def apart(found: Iterable[Citing], view: View) -> dict[tuple[str, str], Story]:
    """For what cites a source for one claim: the story that each article means, where it cannot be the source's first one.

    Within a claim content is alike, so that only dates tell stories apart.
    """
    found = list(found)
    if len({citing.article for citing in found}) < 2:
        return {}
    kept: dict[str, Story] = {}
    other: dict[tuple[str, str], Story] = {}
    for story in sorted(stories(found, view, alike=lambda _, __: True), key=lambda story: (story.source, str(story.on or ""))):
        if kept.setdefault(story.source, story) is not story:
            other |= {(article, story.source): story for article in story.articles}
    return other


class _Sharing:
    """Whether two articles have statements that bear on one claim."""

    def __init__(self, view: View) -> None:
        self._claims: dict[str, set[str]] = defaultdict(set)
        for claim in Claims(view).all:
            for bearing in claim.bearings:
                self._claims[view.resolve(view.statements[bearing.statement].article)].add(claim.key)

    def __call__(self, one: Citing, other: Citing) -> bool:
        return not self._claims[one.article].isdisjoint(self._claims[other.article])


def published(article: str, view: View) -> Period | None:
    """When an article appeared, where that is known."""
    known = view.articles.get(article)
    return known.published.on if known and known.published else None


def _noticed(article: Article, view: View) -> Iterator[Citing]:
    """Whom an article's notices credit for its text."""
    for notice in article.notices:
        for source in map(view.resolve, notice.cites) if notice.kind is not NoticeKind.PHOTO else ():
            if source not in _own(article.key, view):
                yield Citing(article=article.key, source=source, how=str(notice.kind), on=published(article.key, view))


def _own(article: str, view: View) -> frozenset[str]:
    """The keys under which an article would cite itself."""
    known = view.articles.get(article)
    return frozenset({article, view.resolve(known.outlet)} if known and known.outlet else {article})


def _publishes(key: str, view: View) -> bool:
    """Whether a holder is an outlet or a document, or media that nobody names."""
    speaker = view.speakers.get(key)
    if speaker is None:
        return key in view.outlets
    return speaker.kind in CITED or (speaker.kind in UNNAMED and _media(speaker.name))


def _media(name: str) -> bool:
    """Whether a name ends like one for the media at large."""
    return words(name)[-1:] != [] and words(name)[-1] in MEDIA
