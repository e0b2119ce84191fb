"""Hypothesis strategies for the records.

Every one takes other strategies by field name: `articles(outlet=st.just("outlet:harbour-post"))`. What a record refuses is never drawn;
broken input is a matter for tests of the codec.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.model import (
    Article,
    Claim,
    ClaimKind,
    Derivation,
    DerivationKind,
    Framing,
    Genre,
    Judgement,
    Link,
    Modality,
    Outlet,
    OutletKind,
    Polarity,
    Rating,
    Record,
    Retraction,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Verdict,
    Voice,
)
from claimtrack.testing.values import (
    REFERENCES,
    anchors,
    chains,
    citations,
    cited_facts,
    cues,
    datings,
    keys,
    makers,
    names,
    notes,
    notices,
    periods,
    posts,
    spans,
)

UNHELD = {Framing.ATTRIBUTED_FACT: Framing.REPORTED_FACT, Framing.ATTRIBUTED_OPINION: Framing.AUTHOR_OPINION}
"""What a framing that needs a holder becomes without one."""
_ALIASES = st.lists(names(), max_size=2)


def _apart(cuts: Sequence[int]) -> tuple[Span, ...]:
    ordered = sorted(cuts)
    return tuple(Span(start, end) for start, end in zip(ordered[::2], ordered[1::2], strict=False))


_PIECES = st.lists(st.integers(0, 500), unique=True, max_size=5).map(_apart)


def _common() -> dict[str, SearchStrategy[Any]]:
    return {"note": notes(), "maker": st.none() | makers()}


def outlets(**fields: SearchStrategy[Any]) -> SearchStrategy[Outlet]:
    """Publishers of every kind, some with facts; domains are made up and not checked for form."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "key": keys(),
        "name": names(),
        "kind": st.none() | st.sampled_from(OutletKind),
        "aliases": _ALIASES,
        "domains": st.lists(st.sampled_from(("harbour.example", "post.example")), max_size=2),
        "facts": st.lists(cited_facts(), max_size=1),
    }
    return st.builds(Outlet, **{**drawn, **_common(), **fields})


def ratings(**fields: SearchStrategy[Any]) -> SearchStrategy[Rating]:
    """Marks on the Admiralty scale and on a scale of the rater's own."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "source": keys(),
        "rater": names(),
        "scale": st.sampled_from(("admiralty", "stars")),
        "value": st.sampled_from(("A", "C", "F", "3 of 5")),
        "on": st.none() | periods(),
        "cited": st.none() | citations(),
        "imputed": st.booleans(),
    }
    return st.builds(Rating, **{**drawn, **_common(), **fields})


def articles(**fields: SearchStrategy[Any]) -> SearchStrategy[Article]:
    """Articles of every genre, with known and unknown outlets; no text goes with them, so digests match nothing."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "key": keys(),
        "title": notes(),
        "outlet": st.just("") | keys(),
        "authors": _ALIASES,
        "published": st.none() | datings(),
        "genre": st.sampled_from(Genre),
        "dateline": notes(),
        "language": st.sampled_from(("", "en", "ar")),
        "digest": st.sampled_from(("", "0123456789abcdef" * 4)),
        "length": st.integers(0, 9_000),
        "notices": st.lists(notices(), max_size=1),
    }
    return st.builds(Article, **{**drawn, **_common(), **fields})


def speakers(**fields: SearchStrategy[Any]) -> SearchStrategy[Speaker]:
    """Speakers of every kind, some acting for others or made of members; never for themselves, which speakers refuse."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "key": keys(),
        "name": names(),
        "kind": st.sampled_from(SpeakerKind),
        "aliases": _ALIASES,
        "posts": st.lists(posts(), max_size=1),
        "acts_for": REFERENCES,
        "members": REFERENCES,
    }
    return st.builds(_speaker, **{**drawn, **_common(), **fields})


def _speaker(key: str, acts_for: Sequence[str], members: Sequence[str], **values: Any) -> Speaker:
    others = ([other for other in listed if normalize("NFC", other) != key] for listed in (acts_for, members))
    return Speaker(key=key, acts_for=next(others), members=next(others), **values)


def statements(**fields: SearchStrategy[Any]) -> SearchStrategy[Statement]:
    """Statements with chains of up to three links; those without a chain get a framing and a voice that need no holder."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "key": keys(),
        "article": keys(),
        "anchor": anchors(),
        "role": st.sampled_from(Role),
        "chain": chains(),
        "voice": st.sampled_from(Voice),
        "framing": st.sampled_from(Framing),
        "modality": st.lists(st.sampled_from(Modality), max_size=2),
        "polarity": st.sampled_from(Polarity),
        "content": _PIECES,
        "quotes": _PIECES,
        "source": st.none() | spans(),
        "cue": st.none() | cues(),
        "proposition": notes(),
    }
    return st.builds(_statement, **{**drawn, **_common(), **fields})


def _statement(chain: Sequence[Link], voice: Voice, framing: Framing, **values: Any) -> Statement:
    if not chain:
        voice = Voice.AUTHORIAL if voice is Voice.DIRECT else voice
        framing = UNHELD.get(framing, framing)
    return Statement(chain=chain, voice=voice, framing=framing, **values)


def claims(**fields: SearchStrategy[Any]) -> SearchStrategy[Claim]:
    """Claims of one kind or two, with times and subjects."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "key": keys(),
        "wording": names(),
        "label": st.sampled_from(("", "C01", "C02")),
        "kinds": st.lists(st.sampled_from(ClaimKind), min_size=1, max_size=2),
        "times": st.lists(periods(), max_size=2),
        "subjects": REFERENCES,
    }
    return st.builds(Claim, **{**drawn, **_common(), **fields})


def stances(**fields: SearchStrategy[Any]) -> SearchStrategy[Stance]:
    """Stances of every kind."""
    drawn = {"statement": keys(), "claim": keys(), "kind": st.sampled_from(StanceKind)}
    return st.builds(Stance, **{**drawn, **_common(), **fields})


def judgements(of: SearchStrategy[str] | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Judgement]:
    """Judgements on two different keys out of `of`; scores on a coarse grid, so that ties happen."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "pair": _pairs(keys() if of is None else of),
        "verdict": st.sampled_from(Verdict),
        "score": st.none() | st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)),
        "reasons": _ALIASES,
        "maker": st.none() | makers(),
    }
    return st.builds(_judgement, **{**drawn, **fields})


def _pairs(of: SearchStrategy[str]) -> SearchStrategy[list[str]]:
    return st.lists(of, min_size=2, max_size=2, unique=True)


def _judgement(pair: Sequence[str], **values: Any) -> Judgement:
    return Judgement(left=pair[0], right=pair[1], **values)


def derivations(of: SearchStrategy[str] | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Derivation]:
    """Derivations of every kind between two different keys out of `of`."""
    drawn: dict[str, SearchStrategy[Any]] = {
        "pair": _pairs(keys() if of is None else of),
        "kind": st.sampled_from(DerivationKind),
        "claims": REFERENCES,
        "declared": st.booleans(),
        "proposed": st.booleans(),
        "altered": REFERENCES,
        "cited": st.none() | citations(),
    }
    return st.builds(_derivation, **{**drawn, **_common(), **fields})


def _derivation(pair: Sequence[str], **values: Any) -> Derivation:
    return Derivation(derived=pair[0], source=pair[1], **values)


def retractions(**fields: SearchStrategy[Any]) -> SearchStrategy[Retraction]:
    """Retractions of records that are not there; the ledgers' strategies draw those that take something back."""
    drawn = {"record": st.sampled_from(("0" * 32, "f" * 32)), "reason": names(), "maker": st.none() | makers()}
    return st.builds(Retraction, **{**drawn, **fields})


def records() -> SearchStrategy[Record]:
    """One record of any type."""
    return st.one_of(
        outlets(), ratings(), articles(), speakers(), statements(), claims(), stances(), judgements(), derivations(), retractions()
    )
