"""How many texts hold each stem, kept up to date as texts come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping
from hashlib import blake2b
from itertools import chain

from claimtrack.claims.likeness import Rarity
from claimtrack.claims.portraits import code, stems
from claimtrack.words import words

TOLD_APART = 8
"""Bytes of the digest by which texts are told apart."""


class Spread:
    """Counts texts by stem; what is said twice in the same words counts once, so that a copy changes no weight.

    Args:
        texts: how often each text is said, by its digest; kept by whoever calls, empty at first.
        stems: how many texts hold each stem; kept likewise.
    """

    def __init__(self, texts: MutableMapping[str, int] | None = None, stems: MutableMapping[str, int] | None = None) -> None:
        self._texts: MutableMapping[str, int] = {} if texts is None else texts
        self._stems: MutableMapping[str, int] = {} if stems is None else stems

    @property
    def counts(self) -> Mapping[str, int]:
        """How many texts hold each stem, as it changes."""
        return self._stems

    @property
    def rarity(self) -> Rarity:
        """How much each stem tells; it changes with the counts."""
        return Rarity.counted(self._stems)

    def update(self, gone: Iterable[str], new: Iterable[str]) -> frozenset[int]:
        """Take out texts and take in others; the codes of the stems that tell another much than before, or are new or gone."""
        held = Counter(chain.from_iterable(stems([words(text)]) for text in new if self._change(text, 1)))
        held.subtract(chain.from_iterable(stems([words(text)]) for text in gone if self._change(text, -1)))
        return frozenset(code(stem) for stem, texts in held.items() if texts and self._stepped(stem, texts))

    def settle(self) -> None:
        """Let go what only an update needs; none may come any more."""
        self._texts = {}

    def _change(self, text: str, times: int) -> int:
        """Count how often a text is said; whether that makes one text more or less."""
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=TOLD_APART).hexdigest()
        before = self._texts.get(digest, 0)
        after = before + times
        if after:
            self._texts[digest] = after
        else:
            del self._texts[digest]
        return (after > 0) - (before > 0)

    def _stepped(self, stem: str, texts: int) -> bool:
        """Count the texts of a stem; whether its step changed."""
        before = self._stems.get(stem, 0)
        after = before + texts
        if after:
            self._stems[stem] = after
        else:
            del self._stems[stem]
        return before.bit_length() != after.bit_length()
