"""Hypothesis strategies for the small values that records hold.

All are kept small, so that many can be drawn: lists of at most three, texts of at most twelve characters, keys from a short list so that
records meet on them. What a value refuses is never drawn; broken input is a matter for tests of the codec.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.model import (
    Anchor,
    Basis,
    Certainty,
    Citation,
    CitedFact,
    Cue,
    Dating,
    FactKind,
    Link,
    Maker,
    MakerKind,
    Notice,
    NoticeKind,
    Period,
    Post,
    Span,
    digest,
)
from claimtrack.model.opinions import Opinion

KEYS = ("outlet:harbour-post", "article:dam", "person:ilse-brand", "document:dam-report", "S1", "S2", "claim:dam-leaks", "claim:dam-holds")
NAMES = ("Harbour Post", "Ilse Brand", "The Dam Report", "Vesna Oro", "Émile Ngô", "ميناء")
_LETTERS = st.characters(exclude_categories=("Cc", "Cs"))


def names() -> SearchStrategy[str]:
    """Names, half of them from a short list so that they meet; no control characters or lone surrogates, which names refuse."""
    return st.sampled_from(NAMES) | st.text(_LETTERS, min_size=1, max_size=12).filter(str.strip)


def keys() -> SearchStrategy[str]:
    """Keys from a short list, so that records meet on them; `adversarial_ledgers` has stranger ones."""
    return st.sampled_from(KEYS)


def notes() -> SearchStrategy[str]:
    """Texts, mostly empty; the long ones that `text` allows are left out for speed."""
    return st.just("") | st.text(_LETTERS | st.just("\n"), max_size=12)


def periods() -> SearchStrategy[Period]:
    """Days, months, years and stretches between two days, of the years 1 to 9999."""
    days = st.dates()
    months = st.builds(lambda day: Period.parse(day.isoformat()[:7]), days)
    years = st.builds(lambda day: Period.parse(day.isoformat()[:4]), days)
    return st.one_of(days.map(Period.parse), months, years, st.builds(_between, days, days))


def _between(one: date, other: date) -> Period:
    return Period(min(one, other), max(one, other))


def _stretch(start: int, length: int) -> tuple[int, int]:
    return start, start + length


_STRETCHES = st.builds(_stretch, st.integers(0, 500), st.integers(1, 80))
REFERENCES = st.lists(keys(), max_size=2)
"""A few references to things that may not be there."""


def spans() -> SearchStrategy[Span]:
    """Stretches within the first few hundred characters."""
    return _STRETCHES.map(lambda stretch: Span(*stretch))


def cues() -> SearchStrategy[Cue]:
    """Cues with or without their words; more than six words are refused, so never drawn."""
    return st.builds(_cue, _STRETCHES, st.sampled_from(("", "said", "according to")))


def _cue(stretch: tuple[int, int], text: str) -> Cue:
    return Cue(start=stretch[0], end=stretch[1], text=text)


def anchors() -> SearchStrategy[Anchor]:
    """Anchors with digest and fragment, or with either left out; no text goes with them."""
    digests = st.sampled_from(("", digest("the dam"), digest("leaks")))
    return st.builds(_anchor, _STRETCHES, digests, st.sampled_from(("", "the%20dam", "a-,the,dam")))


def _anchor(stretch: tuple[int, int], digest: str, fragment: str) -> Anchor:
    return Anchor(start=stretch[0], end=stretch[1], digest=digest, fragment=fragment)


def makers() -> SearchStrategy[Maker]:
    """People and programs, some with a version and a date."""
    versions, days = st.sampled_from(("", "1.0", "2.0")), st.none() | st.dates().map(Period.parse)
    return st.builds(Maker, name=st.sampled_from(("Ada", "Bo", "reader")), kind=st.sampled_from(MakerKind), version=versions, on=days)


def citations() -> SearchStrategy[Citation]:
    """Where a fact stands, with or without address and date."""
    return st.builds(Citation, source=names(), url=st.sampled_from(("", "https://register.example/1")), on=st.none() | periods())


def cited_facts() -> SearchStrategy[CitedFact]:
    """Facts about an outlet, each with its citation."""
    return st.builds(CitedFact, about=st.sampled_from(FactKind), value=names(), cited=citations(), on=st.none() | periods())


def posts() -> SearchStrategy[Post]:
    """Offices, with or without organization and time."""
    return st.builds(Post, title=names(), organization=notes(), on=st.none() | periods())


def notices() -> SearchStrategy[Notice]:
    """An article's notes on its descent."""
    return st.builds(Notice, kind=st.sampled_from(NoticeKind), cites=REFERENCES, span=st.none() | spans(), note=notes())


def datings() -> SearchStrategy[Dating]:
    """Dates of articles, each with how it is known."""
    return st.builds(Dating, on=periods(), basis=st.sampled_from(Basis), note=notes())


def links(holders: SearchStrategy[str] | None = None) -> SearchStrategy[Link]:
    """One step of a chain, with one holder or two side by side."""
    held = st.lists(keys() if holders is None else holders, min_size=1, max_size=2)
    return st.builds(Link, holders=held, certainty=st.sampled_from(Certainty))


def chains(holders: SearchStrategy[str] | None = None, most: int = 3) -> SearchStrategy[tuple[Link, ...]]:
    """Chains of up to `most` links; a holder who would come twice is left out the second time, since chains refuse that."""
    return st.lists(links(holders), max_size=most).map(_once)


def _once(drawn: Sequence[Link]) -> tuple[Link, ...]:
    seen: set[str] = set()
    kept = []
    for link in drawn:
        held = tuple(holder for holder in link.holders if holder not in seen)
        if held:
            kept.append(Link(holders=held, certainty=link.certainty))
        seen.update(held)
    return tuple(kept)


def opinions(base_rate: SearchStrategy[Fraction] | None = None) -> SearchStrategy[Opinion]:
    """Opinions whose belief, disbelief and uncertainty are twelfths, ignorance among them; base rates are tenths unless told."""
    rates = st.integers(0, 10).map(lambda tenths: Fraction(tenths, 10)) if base_rate is None else base_rate
    return st.builds(_opinion, st.sampled_from(_TWELFTHS), rates)


def _opinion(parts: tuple[int, int], base_rate: Fraction) -> Opinion:
    belief, disbelief = (Fraction(part, 12) for part in parts)
    return Opinion.of(belief, disbelief, 1 - belief - disbelief, base_rate)


_TWELFTHS = [(belief, disbelief) for belief in range(12) for disbelief in range(12 - belief)]
