"""What sets two propositions apart that share nearly all their words: who did it to whom, where, how far it has come, or its contrary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby, permutations

from claimtrack.claims.comparisons import Pair, alike_words
from claimtrack.claims.profiles import Profile, related
from claimtrack.claims.stance.wordlists import listed, opposites
from claimtrack.lexicon import irregular, lexicon
from claimtrack.words import SMALL

_AT = frozenset("in at near off outside around inside".split())
_PREPOSITIONS = _AT | frozenset("of from for on to with by after before during against over under through".split())
_BE = frozenset("is are was were be been being".split())
_TO = re.compile(r"\b[A-Z][\w’'-]* [Tt]o ([^\W\d_]{3,})")
NEARLY = 0.8
"""Likeness of words from which the order of two names may be all that differs."""
_EDITION = re.compile(r"\b(?P<name>[A-Z][\w’'-]*) (?P<number>\d+)\b(?!:?[.,–-]?\d|[ -]?%| per\b| (?!was\b|is\b|has\b)[a-z]+s\b)")


def roles(pair: Pair) -> str:
    """Each is told of the other: the one that acts here is acted upon there, and neither says so by a passive, or both do."""
    one, other = _subject(pair.one), _subject(pair.other)
    if not one or not other or related(one, other) or _passive(pair.one) != _passive(pair.other) or alike_words(pair) < NEARLY:
        return ""
    if not related(one, pair.other.names) or not related(other, pair.one.names):
        return ""
    return f"roles exchanged: {' '.join(one)} and {' '.join(other)}"


def _passive(profile: Profile) -> bool:
    """Whether somebody is told of to whom something is done, as far as "by" and forms such as "was sacked" tell."""
    pairs = zip(profile.words, profile.words[1:], strict=False)
    return "by" in profile.words or any(word in _BE and (after.endswith("ed") or irregular(after) != after) for word, after in pairs)


def _subject(profile: Profile) -> tuple[str, ...]:
    """The first name, of one word or more, that no preposition leads."""
    before = ""
    for word, run in groupby(profile.words, key=profile.names.__contains__):
        found = tuple(run)
        if word and before not in _PREPOSITIONS:
            return found
        before = found[-1]
    return ()


def places(pair: Pair) -> str:
    """Both say where, by names of which none stands on the other side."""
    one, other = _places(pair.one), _places(pair.other)
    if not one or not other or related(one, pair.other.names) or related(other, pair.one.names):
        return ""
    return f"different places: {one[0]} and {other[0]}"


def _places(profile: Profile) -> tuple[str, ...]:
    """The names that follow a word of place."""
    pairs = zip(profile.words, profile.words[1:], strict=False)
    return tuple(name for before, name in pairs if before in _AT and name in profile.names)


def editions(pair: Pair) -> str:
    """One name with different numbers, as two satellites of one series."""
    one, other = _editions(pair.one), _editions(pair.other)
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            return f"different numbers of {name}: {one[name]} and {other[name]}"
    return ""


def _editions(profile: Profile) -> dict[str, str]:
    found = ((each["name"].lower(), each["number"]) for each in _EDITION.finditer(profile.text))
    return {name: number for name, number in found if name in profile.names}


def contraries(pair: Pair) -> str:
    """A word of the one excludes a word of the other, and neither side has both."""
    one, other = pair.one.stems.keys(), pair.other.stems.keys()
    for word in sorted(one - other):
        for beside, against in opposites().get(word, ()):
            if (met := against & other) and not beside & other and not against & one:
                return f"contrary: {word} and {min(met)}"
    return ""


def steps(pair: Pair) -> str:
    """They name two steps of one course of things, such as a charge and a verdict, and neither names both."""
    one, other = pair.one.events, pair.other.events
    for mine, theirs in _steps():
        if mine in one and theirs in other and theirs not in one and mine not in other:
            return f"different steps: {mine} and {theirs}"
    return ""


@cache
def _steps() -> tuple[tuple[str, str], ...]:
    rows = lexicon("acts")["steps"].phrases
    return tuple(sorted({pair for row in rows for pair in permutations(row, 2)}))


def done(pair: Pair) -> str:
    """One tells what is planned, promised, feared or asked for, the other what is so."""
    one, other = _unrealized(pair.one), _unrealized(pair.other)
    if bool(one) == bool(other):
        return ""
    return f"not done on one side: {one or other}"


def _unrealized(profile: Profile) -> str:
    """The first word or phrase by which a proposition is of what may or shall be, or nothing."""
    words = profile.words
    return next((told for at in range(len(words)) if (told := _mark(words, at))), "") or _to_come(profile.text)


def _to_come(text: str) -> str:
    """A "to" by which a headline tells what will be, as in "Rusk to leave the firm"."""
    headline = not any(word.isalpha() and word.islower() and word not in SMALL for word in text.split())
    found = next((each for each in _TO.finditer(text) if each[1] not in SMALL and (headline or each[1].islower())), None)
    return f"to {found[1].lower()}" if found else ""


def _mark(words: list[str], at: int) -> str:
    if words[at] in _unreal_words():
        return words[at]
    return next((" ".join(each) for each in _unreal_phrases().get(words[at], ()) if tuple(words[at : at + len(each)]) == each), "")


_FORCES = ("forecast", "predicting", "pledging", "calling", "obliging", "modal-hedge")
"""Classes of the framing lists whose words tell what may or shall be."""


@cache
def _unreal_words() -> frozenset[str]:
    named = [*(lexicon("framing")[name] for name in _FORCES), lexicon("acts")["planning"]]
    return frozenset(word for each in named for word in each.words)


@cache
def _unreal_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    named = [*(lexicon("framing")[name] for name in _FORCES), lexicon("acts")["planning"]]
    return _by_first(phrase for each in named for phrase in each.phrases)


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def negated(profile: Profile) -> bool:
    """Whether a proposition says that something is not so, by a negation or by a verb such as "refused to", but not by both."""
    words = profile.words
    withheld = any(word in listed("refusing") and after == "to" for word, after in zip(words, words[1:], strict=False))
    return profile.negated != withheld
