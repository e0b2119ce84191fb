"""A made-up newsroom of any size: claims of one to four statements, with speakers, outlets, copies, citations, denials and ratings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from hashlib import sha256

from claimtrack.model import (
    Anchor,
    Article,
    Certainty,
    Derivation,
    DerivationKind,
    Framing,
    Judgement,
    Ledger,
    Link,
    Maker,
    MakerKind,
    Modality,
    Outlet,
    OutletKind,
    Polarity,
    Rating,
    Record,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Verdict,
    Voice,
)

READER = Maker(name="reader", kind=MakerKind.SOFTWARE, version="1.0")
MATCHER = Maker(name="matcher", kind=MakerKind.SOFTWARE, version="1.0")
KINDS = (SpeakerKind.PERSON, SpeakerKind.PERSON, SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.ANONYMOUS)
FRAMINGS = (Framing.ATTRIBUTED_FACT, Framing.ATTRIBUTED_FACT, Framing.ATTRIBUTED_FACT, Framing.HEDGED, Framing.ATTRIBUTED_OPINION)
SAID = ("the north gate of the dam is open", "the ferry to the islands is cancelled", "{} houses by the harbour have no water")


def newsroom(claims: int, seed: int = 1) -> Ledger:
    """A ledger in which so many claims are told; the same seed gives the same one.

    Three claims in ten are denied or contradicted by somebody, one article in ten copies another, one in twenty is recorded to rest on
    something for a claim. Ten statements stand in one article; outlets and speakers grow with the square root of the claims.
    """
    return Ledger(_records(claims, random.Random(seed)))


def _records(claims: int, dice: random.Random) -> Iterator[Record]:
    many = max(6, round(claims**0.5))
    outlets = [f"outlet:{n}" for n in range(many)]
    speakers = [f"person:{n}" for n in range(4 * many)]
    articles = [f"article:{n:06}" for n in range(max(4, claims // 4))]
    yield from _cast(outlets, speakers, dice)
    for key in articles:
        yield Article(key=key, title=f"On {key}", outlet=dice.choice(outlets), digest=sha256(key.encode()).hexdigest(), maker=READER)
    for number in range(len(articles) // 10):
        derived, source = dice.sample(articles, 2)
        yield Derivation(derived=derived, source=source, kind=DerivationKind.COPY, declared=number % 2 == 0, maker=MATCHER)
    for number in range(claims):
        yield from _told(number, articles, [*speakers, *outlets], dice)


def _cast(outlets: list[str], speakers: list[str], dice: random.Random) -> Iterator[Record]:
    """Outlets, of which one in three is rated; speakers, of whom one in four acts for somebody else."""
    for number, key in enumerate(outlets):
        yield Outlet(key=key, name=f"Paper {number}", kind=OutletKind.NEWSPAPER)
        if number % 3 == 0:
            yield Rating(source=key, rater="Rater", scale="admiralty", value=dice.choice("ABCD"))
    for number, key in enumerate(speakers):
        actors = [dice.choice(speakers[:number])] if number % 4 == 3 else []
        yield Speaker(key=key, name=f"Speaker {number}", kind=dice.choice(KINDS), acts_for=actors)


def _told(number: int, articles: list[str], holders: list[str], dice: random.Random) -> Iterator[Record]:
    """The statements of one claim, joined by judgements, and what bears on it otherwise."""
    keys = [f"{article}:{number}" for article in dice.sample(articles, dice.choice((1, 1, 2, 2, 3, 4)))]
    for place, key in enumerate(keys):
        yield _statement(key, dice, holders)
        if place:
            yield Judgement(left=keys[0], right=key, verdict=Verdict.SAME, score=0.9, maker=MATCHER)
    if dice.random() < 0.3:
        denial = f"{dice.choice(articles)}:{number}-no"
        yield _statement(denial, dice, holders)
        yield Stance(statement=denial, claim=keys[0], kind=dice.choice((StanceKind.DENIES, StanceKind.CONTRADICTS)), maker=MATCHER)
    if dice.random() < 0.05:
        source = dice.choice(holders)
        yield Derivation(
            derived=keys[0].rpartition(":")[0], source=source, kind=DerivationKind.CITATION, claims=keys[:1], declared=True, maker=MATCHER
        )


def _statement(key: str, dice: random.Random, holders: list[str]) -> Statement:
    links = [Link(holders=[holder], certainty=_certainty(dice)) for holder in dice.sample(holders, dice.choice((0, 1, 1, 1, 2)))]
    start = dice.randrange(5000)
    return Statement(
        key=key,
        article=key.rpartition(":")[0],
        anchor=Anchor(start=start, end=start + 90, digest=sha256(key.encode()).hexdigest()[:16]),
        chain=links,
        voice=Voice.INDIRECT if links else Voice.AUTHORIAL,
        framing=dice.choice(FRAMINGS) if links else Framing.REPORTED_FACT,
        modality=[Modality.FACTIVE] if dice.random() < 0.1 else [],
        polarity=Polarity.NEGATED if dice.random() < 0.1 else Polarity.AFFIRM,
        proposition=dice.choice(SAID).format(dice.randrange(2, 90)),
        maker=READER,
    )


def _certainty(dice: random.Random) -> Certainty:
    return dice.choice((Certainty.CERTAIN, Certainty.CERTAIN, Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNRESOLVED))
