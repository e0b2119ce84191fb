"""What the words of a mention tell by themselves: a title, a name, a head noun; "the mayor of Norvale, Ada Quill" is Ada Quill."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import attrs

from claimtrack.statements.grammar import grammar

WORD = re.compile(r"\w+(?:[.’'&-]\w+)*\.?")
POSSESSIVE = re.compile(r"(?:['’]s|['’])\Z")
NUMBERED = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "both", "all", "several", "many", "some"]
)
CACHED = 1 << 14
"""Mentions that are kept taken apart; the same names come back in many articles."""
_NAMED_AFTER = re.compile(r" of (?:the )?[A-Z][\w’'-]*(?: (?:(?:and|of|the|for) )*[A-Z][\w’'-]*)*")


@attrs.frozen
class Words:
    """The word classes that tell kinds of speakers apart, and the states with what stands for them."""

    sets: Mapping[str, frozenset[str]]
    states: Mapping[str, str]

    @cached_property
    def people(self) -> frozenset[str]:
        """Nouns for a person by what they do."""
        return self.sets["person_noun"] | self.sets["title"]

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Nouns for a body of people."""
        return self.sets["organization"] | self.sets["group_noun"]

    @cached_property
    def described(self) -> frozenset[str]:
        """Nouns that tell that the name before them is not who is meant: residents, survey."""
        return self.people | self.sets["anonymous_noun"] | self.sets["media"] | self.sets["outlet"] | grammar().nouns["document"]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that have a capital from beginning a sentence."""
        return grammar().sets["determiner"] | NUMBERED | (self.sets["anonymous_noun"] - self.sets["title"])

    @cached_property
    def reported(self) -> frozenset[str]:
        """Nouns for the media and for one of them."""
        return self.sets["media"] | self.sets["outlet"]


@cache
def speaker_words() -> Words:
    """The packaged classes, read once."""
    text = files("claimtrack").joinpath("data", "attribution", "speakers.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    states = {name.casefold(): state for state, names in data["states"].items() for name in (state, *names.split())}
    return Words({name: frozenset(words.split()) for name, words in data.items() if isinstance(words, str)}, states)


@lru_cache(maxsize=CACHED)
def slug(words: str) -> str:
    """Words as they stand in a key: letters and digits with hyphens, accents left out."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:60] or "unnamed"


@attrs.frozen
class Mention:
    """A mention taken apart.

    Attributes:
        words: the mention.
        low: its words in lower case.
        head: the noun that tells what is mentioned, in lower case.
        title: what stands before the name: Transport Minister.
        name: the name, empty where the mention only describes.
        body: whether the name is that of a body by its last words: UN monitoring team.
    """

    words: str
    low: tuple[str, ...]
    head: str
    title: str = ""
    name: str = ""
    body: bool = False

    @property
    def definite(self) -> bool:
        """Whether it points back: `the minister`, `this report`, but not `the inquiry's chairman`."""
        owned = any(word != POSSESSIVE.sub("", word) for word in self.low)
        return bool(self.low) and self.low[0] in ("the", "this", "that") and not owned


@lru_cache(maxsize=CACHED)
def taken_apart(words: str, common: tuple[str, ...] = ()) -> Mention:
    """The parts of a mention; of several with commas between them, that of the first that names somebody.

    Args:
        words: the mention.
        common: words in lower case that are no names here, though they have a capital from opening a sentence.
    """
    parts = [_part(part, common) for part in words.split(", ") if part.strip()]
    first = parts[0] if parts else Mention(words, (), "")
    named = next((part for part in parts if part.name), first)
    return attrs.evolve(named, words=words, low=_low(words), head=named.head if named.name else first.head)


def is_organization(parts: Sequence[str]) -> bool:
    """Whether one of the words of a name says that it is a body."""
    return any(part.casefold().rstrip(".") in speaker_words().sets["organization"] for part in parts)


def _low(words: str) -> tuple[str, ...]:
    return tuple(word.casefold().rstrip(".") for word in WORD.findall(words))


def _part(words: str, common: tuple[str, ...]) -> Mention:
    """A mention without commas."""
    main = _main(words)
    low = _low(main)
    found = list(WORD.finditer(main))
    while found and found[-1][0].casefold() in ("himself", "herself", "itself", "themselves"):
        found.pop()
    runs = _runs(main, found, common)
    head = low[-1] if low else ""
    if not runs:
        return Mention(words, low, head)
    first, last = runs[-1]
    run = [POSSESSIVE.sub("", match[0]) for match in found[first:last]]
    behind = [match[0] for match in found[last:]]
    return _named(words, low, run, behind) if behind else _titled(words, low, head, run)


def _main(words: str) -> str:
    """The mention up to the first preposition or clause, unless that belongs to the name: Ministry of Tides."""
    for match in WORD.finditer(words):
        if match.start() and match[0] in speaker_words().sets["behind"]:
            before = words[: match.start()].rstrip()
            last = WORD.findall(before)[-1:]
            whole = _NAMED_AFTER.match(words, len(before))
            if whole and last and last[0][0].isupper() and is_organization(last):
                return words[: whole.end()]
            return before
    return words


def _runs(main: str, found: Sequence[re.Match[str]], common: tuple[str, ...]) -> list[tuple[int, int]]:
    """The runs of words with capitals, as places from the first up to the last; small particles inside a name belong to it."""
    particles, dates = speaker_words().sets["particle"], grammar().calendar
    runs: list[tuple[int, int]] = []
    open_until = -1
    for at, match in enumerate(found):
        part = POSSESSIVE.sub("", match[0])
        low = part.casefold().rstrip(".")
        if part[:1].isupper() and low not in dates and not (at == 0 and (low in common or low in speaker_words().common)):
            if runs and open_until >= at - 1 and not _owner(main, found[at - 1]):
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
            open_until = at
        elif open_until == at - 1 and runs and (part in particles or (part == "and" and _joined(found, at))):
            open_until = at
    return runs


def _joined(found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether `and` stands between the parts of one name: Ministry of Tides and Quays."""
    return "of" in [match[0] for match in found[:at]] and at + 1 < len(found) and found[at + 1][0][:1].isupper()


def _owner(main: str, match: re.Match[str]) -> bool:
    """Whether a word is a possessive that ends a name: the Harbour Party's ..., but not Harbour Workers' Union."""
    if match[0] != POSSESSIVE.sub("", match[0]):
        return True
    return main[match.end() : match.end() + 1] in ("'", "’") and not match[0].endswith("s")


def _named(words: str, low: tuple[str, ...], run: list[str], behind: list[str]) -> Mention:
    """A name with words behind it, which often tell that somebody else is meant: Norvale residents, Harbour Board survey."""
    known = speaker_words()
    sets, head, name = known.sets, behind[-1].casefold(), " ".join(run)
    if head in sets["for_its_body"]:
        return Mention(words, low, head, name=name)
    if head in known.bodies:
        return Mention(words, low, head, name=" ".join([*run, *behind]), body=True)
    if head in known.described or head.removesuffix("s") in known.described:
        return Mention(words, low, head)
    return Mention(words, low, head, name=name)


def _titled(words: str, low: tuple[str, ...], head: str, run: list[str]) -> Mention:
    """A name at the end of a mention, less what is a title or a demonym before it."""
    known = speaker_words()
    whole = is_organization(run) or run[-1].casefold() in known.sets["outlet"]
    cut = 0
    for at, part in enumerate(run):
        spelled = part.casefold().rstrip(".")
        if (spelled in known.sets["title"] or (spelled in known.states and at + 1 < len(run))) and not whole:
            cut = at + 1
    return Mention(words, low, head, title=" ".join(run[:cut]), name=" ".join(run[cut:]))
