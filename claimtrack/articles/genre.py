"""What kind of text an article is, in schema.org's types, and by what evidence; never by its outlet."""

from __future__ import annotations

import re

from claimtrack.articles.stated import Stated
from claimtrack.domains import host
from claimtrack.model.terms import Genre

_TYPES = {genre.value.casefold(): genre for genre in Genre}
_WORDS = (
    (
        Genre.OPINION,
        r"opinions?|op-?eds?|commentary|comment|commentisfree|columns?|columnists?|editorials?|viewpoints?|perspectives?|"
        r"guest-essays?|letters?|blogs/opinion|debate",
    ),
    (Genre.ANALYSIS, r"(?:news[ -])?analys[ie]s|in-depth|insights?"),
    (Genre.BACKGROUND, r"explain(?:er|ers|ed)|background(?:er)?|fact-?sheets?|timeline"),
    (Genre.REVIEW, r"(?:book-|film-|movie-|music-)?reviews?"),
    (Genre.ADVERTISER, r"sponsored(?:[ -]content)?|advertorials?|paid-?(?:post|content)|partner-content|brand-?studio|promoted"),
    (Genre.SATIRE, r"satire|humou?r"),
    (Genre.BLOG, r"blogs?"),
    (Genre.REPORT, r"reports?|press-?releases?|publications?"),
    (Genre.NEWS, r"news|breaking(?:-news)?"),
)
_PATTERNS = tuple((genre, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for genre, words in _WORDS)
_TITLE = re.compile(r"(?P<kicker>[A-Za-z -]{4,20})\s?[:|]\s")
_VIEWS = frozenset({Genre.OPINION, Genre.ANALYSIS, Genre.BACKGROUND, Genre.REVIEW, Genre.SATIRE, Genre.ADVERTISER})
"""Kinds that a word before the headline can tell; "News:" or "Report:" before one is part of the sentence."""


def genre_of(stated: Stated, *, signed: bool, wire: bool) -> tuple[Genre, str]:
    """The genre and the evidence for it; plain `Article` without any.

    Args:
        stated: what the article and its wrapping state.
        signed: whether a byline comes with a biography or a disclaimer of the author's views.
        wire: whether a dateline or a credit marks it as a news report.
    """
    for given in stated.types:
        named = _TYPES.get(given.rsplit("/", 1)[-1].casefold())
        if named not in {None, Genre.ARTICLE, Genre.NEWS}:
            return named or Genre.ARTICLE, "structured data"
    found = _by_section(stated) or _by_address(stated.url) or _by_title(stated.title)
    if found and found[0] is not Genre.NEWS:
        return found
    if signed:
        return Genre.OPINION, "a byline with a biography of the author"
    if any(given.rsplit("/", 1)[-1].casefold() == "newsarticle" for given in stated.types):
        return Genre.NEWS, "structured data"
    if found or wire:
        return found or (Genre.NEWS, "a dateline")
    return Genre.ARTICLE, ""


def _word(word: str) -> Genre | None:
    word = word.strip().casefold()
    return next((genre for genre, pattern in _PATTERNS if pattern.match(word) or pattern.match(word.replace(" ", "-"))), None)


def _by_section(stated: Stated) -> tuple[Genre, str] | None:
    for word in re.split(r"[,/|>;]", stated.section[:200]):
        genre = _word(word)
        if genre:
            return genre, "its section"
    return None


def _by_address(url: str) -> tuple[Genre, str] | None:
    """The genre that a part of the path names, the last part, which is the headline, left out."""
    _, _, path = url[:500].partition(host(url) or "\n")
    for word in path.split("/")[1:-1]:
        genre = _word(word)
        if genre:
            return genre, "its address"
    return None


def _by_title(title: str) -> tuple[Genre, str] | None:
    match = _TITLE.match(title)
    genre = _word(match["kicker"]) if match else None
    return (genre, "the word before its headline") if genre in _VIEWS else None
