"""Which names in the records lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimtrack.errors import did_you_mean, near_names
from claimtrack.model.base import Record
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import (
    Article,
    Claim,
    Derivation,
    Judgement,
    Rating,
    Retraction,
    Speaker,
    Stance,
    Statement,
)
from claimtrack.model.terms import NoticeKind

BORNE = "claim or statement"
"""What a stance can be about."""
JUDGED = "claim, statement, speaker or article"
"""What a judgement can be about."""


@attrs.frozen
class Dangling:
    """A name in a record that leads nowhere."""

    record: Record
    path: str
    message: str


@attrs.frozen
class _Reference:
    path: str
    name: str
    what: str


def dangling(ledger: Ledger) -> tuple[Dangling, ...]:
    """Every reference of the standing records that leads nowhere, in the records' order."""
    view = ledger.view
    things = {
        "article": view.articles,
        "statement": view.statements,
        "claim": view.claims,
        BORNE: {**view.claims, **view.statements},
        JUDGED: {**view.claims, **view.statements, **view.speakers, **view.articles},
    }
    holders = {**view.speakers, **view.outlets, **view.articles}
    found = []
    for record in ledger:
        if record.id in ledger.retracted:
            continue
        for reference in _references(record):
            if reference.what == "record":
                known = ledger.get(reference.name) is not None
                names: Iterator[str] = iter(())
            elif reference.what in things:
                known = reference.name in things[reference.what]
                names = iter(things[reference.what])
            else:
                known = view.known(reference.name)
                names = iter(holders)
            if not known:
                hint = did_you_mean(near_names(reference.name, names))
                found.append(Dangling(record, reference.path, f"there is no {reference.what} {reference.name!r}{hint}"))
    return tuple(found)


def _references(record: Record) -> Iterator[_Reference]:
    """Every name by which a record refers to another."""
    match record:
        case Statement():
            yield _Reference("article", record.article, "article")
            for place, link in enumerate(record.chain):
                yield from (_Reference(f"chain[{place}]", holder, "speaker or outlet") for holder in link.holders)
        case Stance():
            yield _Reference("statement", record.statement, "statement")
            yield _Reference("claim", record.claim, BORNE)
        case Judgement():
            yield _Reference("left", record.left, JUDGED)
            yield _Reference("right", record.right, JUDGED)
        case Rating():
            yield _Reference("source", record.source, "speaker or outlet")
        case Article():
            yield from [_Reference("outlet", record.outlet, "outlet")] if record.outlet else []
            for place, notice in enumerate(record.notices):
                if notice.kind is NoticeKind.PHOTO:
                    continue  # whoever took the picture is no source of the text
                yield from (_Reference(f"notices[{place}].cites", name, "outlet or document") for name in notice.cites)
        case Speaker():
            yield from (_Reference("acts_for", name, "speaker") for name in record.acts_for)
            yield from (_Reference("members", name, "speaker") for name in record.members)
        case Derivation():
            yield _Reference("derived", record.derived, "article, outlet or document")
            yield _Reference("source", record.source, "article, outlet, document or speaker")
            yield from (_Reference("claims", name, "claim") for name in record.claims)
            yield from (_Reference("altered", name, "statement") for name in record.altered)
        case Claim():
            yield from (_Reference("subjects", name, "speaker") for name in record.subjects)
        case Retraction():
            yield _Reference("record", record.record, "record")
