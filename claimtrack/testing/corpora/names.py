"""Invented names, made of syllables: no two alike, none of them an everyday word of ours."""

from __future__ import annotations

from random import Random

from claimtrack.testing.corpora.vocabulary import words

_ONSETS = tuple(
    [
        "b",
        "br",
        "d",
        "dr",
        "f",
        "fr",
        "g",
        "gr",
        "h",
        "j",
        "k",
        "kr",
        "l",
        "m",
        "n",
        "p",
        "pr",
        "r",
        "s",
        "st",
        "sk",
        "t",
        "tr",
        "v",
        "vr",
        "z",
        "th",
        "sh",
    ]
)
_VOWELS = tuple(["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei", "ou", "au"])
_CODAS = tuple(["l", "r", "n", "m", "k", "t", "s", "v", "d", "th", "sk", "rn", "ld", "rk", "nd", "lt", "sh", "x"])
_PLACES = tuple(["moor", "haven", "ford", "mouth", "wick", "holm", "stead", "gard", "vik", "bury", "dale", "ness"])
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
        return self._new(lambda: self._syllables(1) + self._random.choice(_PLACES))

    def family(self) -> str:
        """A family name."""
        return self._new(lambda: self._syllables(2))

    def given(self) -> str:
        """A given name, of which many people may have one."""
        return self._new(lambda: self._random.choice(_ONSETS) + self._random.choice("aeiou") + self._random.choice(_CODAS[:6]) + "a")

    def firm(self) -> str:
        """The first part of a firm's name."""
        return self._new(
            lambda: self._syllables(1) + self._random.choice(_ONSETS) + self._random.choice(("ex", "on", "um", "ar", "ica", "or"))
        )

    def _syllables(self, many: int) -> str:
        pick = self._random.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(many))

    def _new(self, make: object) -> str:
        """A name that was not made before."""
        assert callable(make)
        for _ in range(1_000):
            name: str = make()
            if 4 < len(name) < 13 and name not in self._taken:
                self._taken.add(name)
                return name.capitalize()
        raise RuntimeError("no more names can be made of these syllables")
