"""Articles in an order in which those beside each other come soon after each other, so that little of them need be held at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set


def in_turn(articles: Set[str], beside: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Each article once, next always one of those that come to be beside most that were before it, and of these the latest to come to it.

    Args:
        articles: the articles.
        beside: those beside an article; others than these are passed over.
    """
    behind: Counter[str] = Counter()
    done: set[str] = set()
    for first in sorted(articles):
        waiting = {0: [first]}
        while waiting:
            article = _last(waiting)
            if article in done:  # where fewer were behind it, it still waits
                continue
            done.add(article)
            yield article
            for other in beside(article):
                if other in articles and other not in done:
                    behind[other] += 1
                    waiting.setdefault(behind[other], []).append(other)


def _last(waiting: dict[int, list[str]]) -> str:
    """Take out the last to come of those that have most behind them."""
    most = max(waiting)
    last = waiting[most].pop()
    if not waiting[most]:
        del waiting[most]
    return last
