"""Small propositions of a made-up coast, and strategies that draw piles of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.claims import Changes, Collection, Matters, Over
from claimtrack.claims.comparisons import Pair
from claimtrack.model.matching import Proposition

PEOPLE = ("Mayor Quill", "Captain Rusk", "The ferry firm", "The coast guard", "Norvale", "Oskel")
ACTS = ("closed the harbour", "rejected the pay offer", "sank near the reef", "opened the bridge", "pledged 40 boats", "sacked 12 pilots")
TIMES = ("on Friday", "after the storm", "on 3 May 2031", "last winter", "without a warning", "in Skell")
OTHER = ("Zinnia growers", "quartz kilns", "velvet looms", "yodelling choirs", "jasmine vendors")


def said(text: str, key: str = "", article: str = "", **fields: Any) -> Proposition:
    """A proposition; its key is its text unless given."""
    return Proposition(key=key or f"{article}:{text}"[:60], text=text, article=article, **fields)


def paired(one: Proposition, other: Proposition, *others: Proposition) -> Pair:
    """Two propositions side by side, in a collection of all."""
    collection = Collection([one, other, *others])
    return Pair(collection.profile(one), collection.profile(other), collection)


def all_matters(pile: Iterable[Proposition], over: Over = map) -> Changes:
    """The matters that some propositions make up, whatever their order."""
    at: dict[str, list[Proposition]] = defaultdict(list)
    for each in sorted(pile, key=lambda each: each.key):
        at[each.article].append(each)
    return Matters(lasting=False).update(at, lambda article: at.get(article, ()), over=over)


def sentences() -> SearchStrategy[str]:
    """Sentences of one pattern, so that many are alike."""
    return st.builds(" ".join, st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ACTS), st.sampled_from(TIMES)))


@st.composite
def piles(draw: st.DrawFn) -> list[Proposition]:
    """Propositions of a few articles."""
    drawn = draw(st.lists(st.tuples(st.sampled_from("abcd"), sentences()), min_size=2, max_size=14))
    return [said(text, key=f"{article}:{place}", article=f"article:{article}") for place, (article, text) in enumerate(drawn)]
