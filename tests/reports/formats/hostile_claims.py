"""A ledger in which every name, label and wording would do something, if anything let it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack import Ledger, Record, Speaker
from claimtrack.model import SpeakerKind
from tests.reports.hostile import printable
from tests.support.building import claim, ledger, said


def hostile(texts: Iterable[str]) -> Ledger:
    """One claim a text, with that text for its label, in its wording and as the name of whoever says it."""
    return ledger(record for number, text in enumerate(texts) for record in _one(number, f"{number}{printable(text)}"))


def _one(number: int, text: str) -> Iterator[Record]:
    about, holder = f"claim:hostile-{number}", f"person:hostile-{number}"
    yield claim(about, text, label=text)
    yield Speaker(key=holder, name=text, kind=SpeakerKind.PERSON)
    yield from said(f"H{number}", holder, of=about)
