"""Small hand-made ledgers: a town with a dam, its papers and its people, all of them made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from claimtrack import (
    Anchor,
    Article,
    Citation,
    CitedFact,
    Claim,
    Derivation,
    Ledger,
    Link,
    Outlet,
    Rating,
    Record,
    Report,
    Speaker,
    Stance,
    Statement,
    SupportReport,
    track,
)
from claimtrack.model import Certainty, DerivationKind, FactKind, Framing, Modality, Role, SpeakerKind, StanceKind, Voice

CLAIM = "claim:dam-leaks"
TOWN = (
    Outlet(key="outlet:harbour", name="Harbour Post"),
    Outlet(key="outlet:valley", name="Valley Herald"),
    Outlet(key="outlet:wire", name="Tidewire"),
    Speaker(key="person:brand", name="Ilse Brand", kind=SpeakerKind.PERSON),
    Speaker(key="person:oro", name="Vesna Oro", kind=SpeakerKind.PERSON),
    Speaker(key="person:keeper", name="Tam Keeper", kind=SpeakerKind.PERSON, acts_for=["gov:dam"]),
    Speaker(key="gov:dam", name="the Dam Office", kind=SpeakerKind.GOVERNMENT),
    Speaker(key="gov:coast", name="the Coast Office", kind=SpeakerKind.GOVERNMENT),
    Speaker(key="group:offices", name="the two offices", kind=SpeakerKind.GROUP, members=["gov:coast", "gov:dam"]),
    Speaker(key="anon:worker", name="an unnamed worker", kind=SpeakerKind.ANONYMOUS),
    Speaker(key="doc:survey", name="the dam survey", kind=SpeakerKind.DOCUMENT),
)
"""Two local papers and an agency; two residents, a keeper who speaks for the dam office, a group, a nameless worker, a survey."""


def claim(key: str = CLAIM, wording: str = "The dam leaks.", **fields: Any) -> Claim:
    """A claim of plain fact, unless told otherwise."""
    return Claim(key=key, wording=wording, **fields)


def article(key: str, outlet: str = "outlet:harbour", **fields: Any) -> Article:
    """An article of the Harbour Post, unless told otherwise."""
    return Article(**{"key": key, "outlet": outlet, "title": f"On {key}", "digest": sha256(key.encode()).hexdigest(), **fields})


def said(
    key: str,
    *chain: str,
    article: str = "a1",
    stance: StanceKind | None = StanceKind.SUPPORTS,
    of: str = CLAIM,
    framing: Framing | None = None,
    certainty: Certainty = Certainty.CERTAIN,
    **fields: Any,
) -> list[Record]:
    """A statement through a chain of holders, with its stance; without holders it is the article's own."""
    statement = Statement(
        key=key,
        article=article,
        anchor=Anchor(start=0, end=9, digest="0123456789abcdef"),
        chain=[Link(holders=[holder], certainty=certainty) for holder in chain],
        voice=Voice.INDIRECT if chain else Voice.AUTHORIAL,
        framing=framing or (Framing.ATTRIBUTED_FACT if chain else Framing.REPORTED_FACT),
        **fields,
    )
    return [statement, *([Stance(statement=key, claim=of, kind=stance)] if stance else [])]


def descends(derived: str, source: str, kind: DerivationKind = DerivationKind.COPY, **fields: Any) -> Derivation:
    """That one text was made from another."""
    return Derivation(derived=derived, source=source, kind=kind, **fields)


def cites(derived: str, source: str) -> Derivation:
    """That one text rests on another for the claim."""
    return descends(derived, source, DerivationKind.CITATION, claims=[CLAIM])


def rated(source: str, value: str, scale: str = "admiralty", rater: str = "the Reading Circle") -> Rating:
    """A mark that somebody gave."""
    return Rating(source=source, rater=rater, scale=scale, value=value)


def controlled(key: str, name: str, state: str = "gov:coast") -> Outlet:
    """An outlet that is recorded to be controlled by a state."""
    cited = Citation(source="Coast Register", on="2024-03-01")
    return Outlet(key=key, name=name, facts=[CitedFact(about=FactKind.STATE_CONTROL, value=state, cited=cited)])


def ledger(*parts: Record | Iterable[Record], town: Sequence[Record] = TOWN, about: Claim | None = None) -> Ledger:
    """A ledger of the town, the claim, an article in each paper and what is given."""
    given = [record for part in parts for record in ([part] if isinstance(part, Record) else part)]
    standing = [about or claim(), article("a1"), article("a2", "outlet:valley"), article("a3", "outlet:wire")]
    replaced = {(record.type, getattr(record, "key", record.id)) for record in given}
    return Ledger([r for r in (*town, *standing) if (r.type, getattr(r, "key", r.id)) not in replaced] + given)


def report(*parts: Record | Iterable[Record], about: Claim | None = None) -> Report:
    """The report on such a ledger."""
    return track(ledger(*parts, about=about))


def support(*parts: Record | Iterable[Record], about: Claim | None = None) -> SupportReport:
    """The report on the one claim of such a ledger."""
    return report(*parts, about=about).claims[0]


HEDGED, LOADED, FACTIVE, PRESUPPOSED = Modality.HEDGED, Modality.LOADED, Modality.FACTIVE, Modality.PRESUPPOSITION
HEADLINE, BODY = Role.HEADLINE, Role.BODY
