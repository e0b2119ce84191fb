"""The packaged words and wordings that synthetic articles are made of, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import attrs

SLOT = re.compile(r"\{([a-z0-9 ]+)\}")
CHOICE = re.compile(r"\[([^\[\]]+)\]")


@attrs.frozen
class Row:
    """A kind of claim: its wordings, all of which say the same, and the slots that stand in them.

    Attributes:
        wordings: with `{slots}`, and `[one|other]` where either word will do.
    """

    wordings: tuple[str, ...]
    slots: tuple[str, ...]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("claimtrack").joinpath("data", "corpus", name).read_text(encoding="utf-8"))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one class, in the order of their file; a hyphen between lower-case words stands for a blank."""
    return tuple(word.replace("-", " ") for word in _table("words.toml")[name]["words"].split())


@cache
def topics() -> Mapping[str, Sequence[Row]]:
    """The kinds of stories, each with its kinds of claims."""
    return {name: tuple(map(_row, table["claims"])) for name, table in _table("topics.toml").items()}


@cache
def views() -> Sequence[Row]:
    """What opinion pieces call for."""
    return tuple(map(_row, _table("views.toml")["opinion"]["claims"]))


_FREE = (
    (re.compile(r"\{n\}(?= (?!percent|thousand|million|(?:year|month|week|day|hour|minute|centimetre)s\b)\w)"), "[{n}|a total of {n}]"),
    (re.compile(r"(?<!^)\bin (\{place2?\})"), r"[in|at|in the town of] \1"),
    (re.compile(r"\b(by|for|of|at|from) (\{firm2?\})"), r"\1 [|the firm ]\2"),
)
"""What can be said in two ways wherever it stands, so that independent reports share few words in a row."""


def _row(lines: str) -> Row:
    wordings = tuple(map(_freed, lines.strip().splitlines()))
    return Row(wordings, tuple(sorted({slot for wording in wordings for slot in SLOT.findall(wording)})))


def _freed(wording: str) -> str:
    """A wording with more choices in it."""
    for pattern, choice in _FREE:
        wording = pattern.sub(choice, wording)
    return wording


def chosen(words: str, random: Random) -> str:
    """Words with one of each `[one|other]` chosen, which may be nothing."""
    return CHOICE.sub(lambda match: random.choice(match[1].split("|")), words)
