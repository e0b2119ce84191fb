"""What is put beside a speaker and only says who it is: `, a baker in Norvale`, `, who is a baker`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model.values import Span
from claimtrack.statements.phrases import INSIDE, Phrases
from claimtrack.statements.tokens import DASH, QUOTE

_BE = frozenset(["is", "was", "are", "were"])
_MARKS = ",;:()" + DASH + QUOTE


def asides(phrases: Phrases, sentences: Sequence[tuple[int, int]], sources: Iterable[Span]) -> Iterator[Span]:
    """The stretches that stand right after sources, up to a mark or the end of the sentence, and state nothing beside who these are.

    Args:
        phrases: the phrases of the text.
        sentences: the sentences in order, as places of tokens.
        sources: where the sources stand in the text.
    """
    t = phrases.t
    for source in sources:
        comma = bisect_left(t.start, source.end)
        _, last = sentences[bisect_right(sentences, comma, key=lambda sentence: sentence[0]) - 1]
        if comma + 1 < last and t.tag[comma] == ",":
            end = next((at for at in range(comma + 1, last) if t.tag[at] in _MARKS), last)
            if _only_names(phrases, comma + 1, end):
                yield t.span(comma, end)


def _only_names(phrases: Phrases, first: int, last: int) -> bool:
    """Whether a stretch says who somebody is: a noun phrase without a verb, or `who is` with one."""
    if phrases.low[first] == "who":
        return first + 1 < last and phrases.low[first + 1] in _BE
    return first < last and phrases.tag[first] in INSIDE and not phrases.finite(first, last)
