"""Invented names, made of syllables: no two alike, none of them an everyday word of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from claimtrack.testing.corpora.vocabulary import words

_OPENINGS = "b br d dr f g gr h j k kr l m n p r s st t tr v th b d h k l m n r s t v w"
_PLACE_ENDINGS = "moor haven ford mouth wick holm stead gard vik bury dale ness"
_ONSETS, _PLACES = _OPENINGS.split(), _PLACE_ENDINGS.split()
_VOWELS = ("a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei", "ou")
_CODAS = ("l", "r", "n", "m", "s", "d", "rn", "ld", "nd", "sk", "th")
_LINKS = ("l", "r", "n", "m", "s", "v", "d", "ll", "nn", "rr")
_TRADES = ("ex", "on", "um", "ar", "ica", "or", "is", "al")
_CLASSES = ("kinds", "places", "goods", "faults", "headings")


class Names:
    """Makes names, each once.

    Args:
        random: where chance comes from.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._taken = {word.casefold() for name in _CLASSES for word in words(name)}

    def place(self) -> str:
        """A town."""
        return self._new(lambda: self._open() + self._pick(_CODAS) + self._pick(_PLACES))

    def family(self) -> str:
        """A family name."""
        return self._new(lambda: self._open() + self._pick(_LINKS) + self._pick(_VOWELS[:8]) + self._pick(_CODAS))

    def given(self) -> str:
        """A given name, of which many people may have one."""
        return self._new(lambda: self._open() + self._pick(_LINKS[:7]) + self._pick("aio"))

    def firm(self) -> str:
        """The first part of a firm's name."""
        return self._new(lambda: self._open() + self._pick(_LINKS) + self._pick(_VOWELS[:5]) + self._pick(_LINKS[:7]) + self._pick(_TRADES))

    def _open(self) -> str:
        return self._pick(_ONSETS) + self._pick(_VOWELS)

    def _pick(self, among: Sequence[str]) -> str:
        return self._random.choice(among)

    def _new(self, make: Callable[[], str]) -> str:
        """A name that was not made before."""
        for _ in range(1_000):
            name = make()
            if 3 < len(name) < 13 and name not in self._taken:
                self._taken.add(name)
                return name.capitalize()
        raise RuntimeError("no more names can be made of these syllables")
