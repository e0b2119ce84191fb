"""Reading a ledger costs at most a quarter more than a bare cattrs converter that checks nothing but what it must."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from cattrs import Converter
from pytest_benchmark.fixture import BenchmarkFixture

from claimtrack.codec import read_lines
from claimtrack.model import Anchor, Cue, Framing, Link, Maker, MakerKind, Modality, Period, Span, Statement, Voice, digest
from claimtrack.model.values import link

MOST = 1.25
RECORDS = 20_000
REPEATS = 7
MAKERS = (Maker(name="Ida Fennick", on=Period.parse("2031-04")), Maker(name="tide-reader", kind=MakerKind.SOFTWARE, version="3.1"))


def said(number: int) -> Statement:
    """A statement as a reader of articles makes it; every other one quotes somebody."""
    start = number % 4_000
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


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, with the collector paused, as it is for both sides."""
    gc.collect()
    gc.disable()
    try:
        before = perf_counter()
        work()
        return perf_counter() - before
    finally:
        gc.enable()


@pytest.mark.benchmark
def test_reading_lines_takes_at_most_a_quarter_longer_than_bare_cattrs() -> None:
    bare = bare_converter()
    assert read_ours() == read_bare(bare)
    times = [(seconds(read_ours), seconds(lambda: read_bare(bare))) for _ in range(REPEATS)]
    ours, theirs = (median(side) for side in zip(*times, strict=True))
    print(f"\n{RECORDS:,} statements: ours {ours:.3f} s, bare cattrs {theirs:.3f} s, ratio {ours / theirs:.2f} (at most {MOST})")
    assert ours / theirs <= MOST


@pytest.mark.benchmark
def test_reading_lines(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(read_ours, rounds=3)
