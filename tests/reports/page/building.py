"""What tests of the page share: a ledger that means harm in every field, and pages opened in a browser."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack import (
    Anchor,
    Article,
    Citation,
    CitedFact,
    Claim,
    Derivation,
    Ledger,
    Outlet,
    Post,
    Rating,
    Record,
    Report,
    Speaker,
    Stance,
    Statement,
    track,
)
from claimtrack.errors import Fault
from claimtrack.model import Dating, DerivationKind, FactKind, Framing, Link, Maker, Notice, NoticeKind, SpeakerKind, StanceKind, Voice
from claimtrack.model.reports import Log
from tests.reports.hostile import HOSTILE, printable


def harm(number: int, text: str) -> Iterator[Record]:
    """An outlet, its article, a speaker, a claim and statements for and against it, with a text in every field that takes one."""
    word = " ".join(printable(text).split()) or "x"
    outlet, article, person, claim = (f"{kind}:{number}" for kind in ("outlet", "article", "person", "claim"))
    cited, maker = Citation(source=word, url=word), Maker(name=word, version=word)
    post = Post(title=word, organization=word)
    yield Outlet(
        key=outlet,
        name=word,
        aliases=[f"{word} too"],
        domains=[word],
        facts=[CitedFact(about=FactKind.OWNER, value=word, cited=cited)],
        note=word,
    )
    yield Rating(source=outlet, rater=word, scale=word, value=word, cited=cited, note=word)
    yield Article(
        key=article,
        title=word,
        outlet=outlet,
        authors=[word],
        published=Dating(on="2024-05-01", note=word),
        url=word,
        dateline=word,
        notices=[Notice(kind=NoticeKind.CREDIT, cites=[word], note=word)],
        note=word,
    )
    yield Speaker(key=person, name=word, kind=SpeakerKind.PERSON, aliases=[f"{word} too"], posts=[post], note=word)
    yield Claim(key=claim, label=word, wording=word, note=word)
    yield Derivation(derived=article, source=word, kind=DerivationKind.REWRITE, cited=cited, note=word, maker=maker)
    for stance in (StanceKind.SUPPORTS, StanceKind.DENIES, StanceKind.LIMITS):
        key = f"{stance}-{number}"
        yield Statement(
            key=key,
            article=article,
            anchor=Anchor(start=0, end=9, fragment=word.replace(" ", "")[:300]),
            chain=[Link(holders=[person]), Link(holders=[word])],
            voice=Voice.INDIRECT,
            framing=Framing.ATTRIBUTED_FACT,
            proposition=f"{word} said",
            note=word,
        )
        yield Stance(statement=key, claim=claim, kind=stance, note=word, maker=maker)


def hostile(texts: tuple[str, ...] = HOSTILE) -> Report:
    """The report on a ledger whose every text would do something, if anything let it."""
    ledger = Ledger(record for number, text in enumerate(texts) for record in harm(number, text))
    log = Log(faults=tuple(Fault(text, 1, text, text) for text in texts), skipped=texts)
    return track(ledger, log=log)
