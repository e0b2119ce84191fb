"""Finding an anchor's place again in a text that may have changed, without ever guessing silently."""

from __future__ import annotations

import attrs

from claimtrack.model.fragments import Fragment, Page
from claimtrack.model.terms import Term
from claimtrack.model.values import Anchor, digest

SEARCHED = 2_000_000
"""Characters; in longer texts a moved anchor is looked for only where its fragment fits."""


class AnchorState(Term):
    """How well an anchor was found again; only the first two count as evidence."""

    EXACT = "exact"
    MOVED = "moved"
    DRIFTED = "drifted"
    ORPHANED = "orphaned"


@attrs.frozen
class Found:
    """Where an anchor's words are now, and how surely; an orphan keeps its old offsets."""

    state: AnchorState
    start: int
    end: int
    unique: bool = True


class AnchoredText:
    """A text in which anchors are looked up.

    Args:
        text: the clean text, as offsets count in it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._page = Page(text)

    def find(self, anchor: Anchor) -> Found:
        """Where the anchor's words are.

        `exact`: the words at the offsets have the digest. `moved`: the same words stand in one other place. `drifted`: the fragment
        fits one place, whose words have another digest. `orphaned`: none of these, or more than one place.
        """
        places = self._page.find(Fragment.parse(anchor.fragment)) if anchor.fragment else []
        unique = len(places) == 1 or not anchor.fragment
        if anchor.end <= len(self._text) and digest(self._text[anchor.start : anchor.end]) == anchor.digest:
            return Found(AnchorState.EXACT, anchor.start, anchor.end, unique)
        moved = self._moved(anchor, [start for start, _ in places])
        if len(moved) == 1:
            return Found(AnchorState.MOVED, moved[0], moved[0] + anchor.end - anchor.start, unique)
        if len(places) == 1 and not moved:
            return Found(AnchorState.DRIFTED, *places[0], unique)
        return Found(AnchorState.ORPHANED, anchor.start, anchor.end, unique)

    def _moved(self, anchor: Anchor, near: list[int]) -> list[int]:
        """The places where the anchor's very words stand: first near where its fragment fits, then anywhere."""
        length = anchor.end - anchor.start
        close = {place for start in near for place in range(max(0, start - 3), start + 4)}
        found = self._matching(sorted(close), length, anchor.digest)
        if found or len(self._text) > SEARCHED:
            return found
        return self._matching(range(len(self._text) - length + 1), length, anchor.digest)

    def _matching(self, starts: list[int] | range, length: int, wanted: str) -> list[int]:
        return [start for start in starts if digest(self._text[start : start + length]) == wanted]
