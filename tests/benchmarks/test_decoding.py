"""Reading a ledger costs at most a quarter more than a bare cattrs converter that checks nothing but what it must."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cattrs import Converter

from claimtrack.codec import read_lines
from claimtrack.model import Anchor, Cue, Framing, Link, Maker, MakerKind, Modality, Period, Span, Statement, Voice, digest
from claimtrack.model.values import link
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio

MOST = 1.25
RECORDS = 2_000
MAKERS = (Maker(name="Ida Fennick", on=Period.parse("2031-04")), Maker(name="tide-reader", kind=MakerKind.SOFTWARE, version="3.1"))


def said(number: int) -> Statement:
    """A statement as a reader of articles makes it; every other one quotes somebody."""
    start = number % 400
    quotes = bool(number % 2)
    return Statement(
        key=f"S{number:06}",
        article=f"article:brinemouth-{number // 40}",
        anchor=Anchor(start=start, end=start + 120, digest=digest(str(number)), fragment="The%20keeper,at%20dusk"),
        chain=("outlet:foghorn", ("person:keeper", "org:lights")) if quotes else (),
        voice=Voice.MIXED if quotes else Voice.AUTHORIAL,
        framing=Framing.ATTRIBUTED_FACT if quotes else Framing.REPORTED_FACT,
        modality=(Modality.HEDGED, Modality.FUTURE) if number % 3 else (),
        quotes=(Span(start + 5, start + 60),) if quotes else (),
        source=Span(start, start + 4) if quotes else None,
        cue=Cue(start=start + 61, end=start + 65, text="said") if quotes else None,
        proposition=f"The lamp of Brinemouth failed at dusk on day {number}, for good.",
        note="the quotation starts in the sentence before" if number % 5 == 0 else "",
        maker=MAKERS[quotes],
    )


LINES = [said(number).line.encode() for number in range(RECORDS)]


def bare_converter() -> Converter:
    """cattrs as it comes, with the two hooks without which it cannot read a statement."""
    bare = Converter()
    bare.register_structure_hook(Period, lambda value, _: Period.parse(value))
    bare.register_structure_hook(Link, lambda value, _: link(tuple(value["holders"])))
    return bare


def read_bare(bare: Converter) -> list[Statement]:
    """The statements of the lines, without places, faults or any check of ours outside the records."""
    found = []
    for line in LINES:
        table = json.loads(line)
        del table["type"]
        found.append(bare.structure(table, Statement))
    return found


def read_ours() -> list[Any]:
    """The statements of the lines as a ledger file is read."""
    return [record for record, _ in read_lines(LINES, "keeper.jsonl").records]


@pytest.mark.benchmark
def test_reading_lines_takes_at_most_a_quarter_longer_than_bare_cattrs(record: Recorder) -> None:
    bare = bare_converter()
    assert read_ours() == read_bare(bare)
    found = ratio(read_ours, lambda: read_bare(bare), rounds=12)
    print(f"\n{RECORDS:,} statements: {found}")
    record("reading 2,000 lines of a ledger", found.ours, "cattrs, bare", found.value, MOST)
    assert found.value <= MOST
