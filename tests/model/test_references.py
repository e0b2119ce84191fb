"""Tests of references that lead nowhere."""

from typing import Any

from hypothesis import given

from claimtrack.model import (
    Anchor,
    Article,
    Claim,
    Derivation,
    DerivationKind,
    Framing,
    Judgement,
    Ledger,
    Notice,
    NoticeKind,
    Outlet,
    Rating,
    Record,
    Retraction,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Verdict,
    Voice,
    dangling,
)
from claimtrack.testing import adversarial_ledgers

SAID: dict[str, Any] = {"anchor": Anchor(start=0, end=9), "voice": Voice.INDIRECT, "framing": Framing.REPORTED_FACT}
SOUND: list[Record] = [
    Outlet(key="post", name="Harbour Post"),
    Speaker(key="ilse", name="Ilse Brand", kind=SpeakerKind.PERSON),
    Speaker(key="both", name="Both", kind=SpeakerKind.GROUP, members=["ilse"], acts_for=["Ilse Brand"]),
    Article(key="a1", outlet="post", notices=[Notice(kind=NoticeKind.CREDIT, cites=["Harbour Post"])]),
    Article(key="a2"),
    Statement(key="S1", article="a1", chain=["Ilse Brand", "post"], **SAID),
    Claim(key="leak", wording="The dam leaks", subjects=["ilse"]),
    Stance(statement="S1", claim="leak", kind=StanceKind.SUPPORTS),
    Judgement(left="S1", right="leak", verdict=Verdict.SAME),
    Judgement(left="a1", right="a2", verdict=Verdict.SAME),
    Rating(source="post", rater="Ada", scale="admiralty", value="B"),
    Derivation(derived="a2", source="a1", kind=DerivationKind.COPY, claims=["leak"], altered=["S1"]),
]


def told(*records: Record) -> list[tuple[str, str]]:
    return [(found.path, found.message) for found in dangling(Ledger([*SOUND, *records]))]


def test_a_sound_ledger_has_none() -> None:
    assert told() == []


def test_every_reference_is_looked_at() -> None:
    records: list[Record] = [
        Speaker(key="x", name="x", kind=SpeakerKind.GROUP, members=["no1"], acts_for=["no2"]),
        Article(key="a3", outlet="no3", notices=[Notice(kind=NoticeKind.AGENCY, cites=["no4"])]),
        Statement(key="S9", article="no5", chain=["no6"], **SAID),
        Claim(key="c9", wording="c", subjects=["no7"]),
        Stance(statement="no8", claim="no9", kind=StanceKind.DENIES),
        Judgement(left="na", right="nb", verdict=Verdict.UNSURE),
        Rating(source="nc", rater="r", scale="s", value="v"),
        Derivation(derived="nd", source="ne", kind=DerivationKind.COPY, claims=["nf"], altered=["ng"]),
        Retraction(record="0" * 32, reason="slip"),
    ]
    paths = {path for path, _ in told(*records)}
    assert paths == {
        "members", "acts_for", "outlet", "notices[0].cites", "article", "chain[0]", "subjects", "statement", "claim",
        "left", "right", "source", "derived", "claims", "altered", "record",
    }  # fmt: skip


def test_near_names_are_offered() -> None:
    slip = Stance(statement="S1", claim="leaks", kind=StanceKind.DENIES)
    assert told(slip) == [("claim", "there is no claim or statement 'leaks'; did you mean 'leak'?")]


def test_a_retracted_record_is_asked_nothing() -> None:
    lost = Stance(statement="S7", claim="leak", kind=StanceKind.DENIES)
    assert told(lost) != []
    assert told(lost, Retraction(record=lost.id, reason="slip")) == []


@given(adversarial_ledgers())
def test_only_standing_records_are_told(ledger: Ledger) -> None:
    assert all(found.record in ledger and found.record.id not in ledger.retracted for found in dangling(ledger))
