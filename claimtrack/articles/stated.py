"""What an article, or the wrapping that it came in, states about itself; and the draft that each format is read into."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import attrs

from claimtrack.model.reading import Run
from claimtrack.model.terms import Basis, Role
from claimtrack.model.values import Period

LINE_LIMIT = 2_000
"""Characters of a title or a name that are kept; no honest one is longer."""


@attrs.frozen
class Day:
    """A date of publication as found: the period, how it is known, and where it stood."""

    on: Period
    basis: Basis
    where: str


@attrs.frozen
class Origin:
    """What a text says it came from, outside its prose: a name, an address, and the field that said so."""

    name: str
    url: str
    where: str


@attrs.frozen(kw_only=True)
class Stated:
    """What is stated about an article; whatever is empty was not stated.

    Attributes:
        outlets: names of the publisher as given, the surest first.
        days: dates of publication, the surest first.
        url: the article's own address.
        canonical: the address that the page calls the true one.
        types: types of structured data, such as `OpinionNewsArticle`.
        section: the part of the publication it appeared in, or a kicker above the headline.
        origins: what it names as its origin in metadata.
        fetched: the day it was downloaded.
    """

    title: str = ""
    deck: str = ""
    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    url: str = ""
    canonical: str = ""
    types: tuple[str, ...] = ()
    section: str = ""
    language: str = ""
    origins: tuple[Origin, ...] = ()
    fetched: date | None = None

    def over(self, other: Stated) -> Stated:
        """What is stated here, with what is left open taken from another; lists are joined, ours first."""
        fields: dict[str, Any] = {
            field.name: _over(getattr(self, field.name), getattr(other, field.name)) for field in attrs.fields(Stated)
        }
        return Stated(**fields)


def _over(mine: object, theirs: object) -> object:
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        return tuple(dict.fromkeys(mine + theirs))
    return mine or theirs


@attrs.frozen(kw_only=True)
class Draft:
    """A text as a format gave it, before masthead, credits and boilerplate are told apart.

    Attributes:
        name: what to call it in keys and messages.
        text: the clean text.
        runs: where the clean text stands in the input; None where it is the input.
        roles: places whose part the format itself tells, by where they start.
    """

    name: str
    text: str
    stated: Stated = Stated()
    runs: tuple[Run, ...] | None = None
    roles: dict[int, Role] = attrs.field(factory=dict)


def line(value: object) -> str:
    """A value of some metadata as one line of text; empty when it is none."""
    if not isinstance(value, str):
        return ""
    value = value[: LINE_LIMIT * 4]
    kept = value if value.isprintable() else "".join(" " if char.isspace() else char for char in value if char.isspace() or storable(char))
    return " ".join(kept.split())[:LINE_LIMIT].strip()


def storable(char: str) -> bool:
    """Whether a character may stand in a record."""
    return char.isprintable() or unicodedata.category(char) not in {"Cc", "Cs"}
