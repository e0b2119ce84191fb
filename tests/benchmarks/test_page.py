"""The page against the work of assessing what it shows: a thousand claims in three hundred articles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack import Anchor, Article, Claim, Ledger, Outlet, Record, Speaker, Stance, Statement, track
from claimtrack.model import Dating, Framing, Link, SpeakerKind, StanceKind, Voice
from claimtrack.publishing import publish
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio
from tests.reports.page.pile import pile

MEGABYTE = 1_000_000
KINDS = [StanceKind.SUPPORTS] * 8 + [StanceKind.DENIES, StanceKind.LIMITS]


def world(claims: int, articles: int, seed: int = 1) -> Iterator[Record]:
    """Claims of the harbour's affairs, one to three statements each, in dated articles of thirty papers by two hundred people."""
    dice = random.Random(seed)
    papers = [f"outlet:paper-{n}" for n in range(30)]
    people = [f"person:{n}" for n in range(200)]
    yield from (Outlet(key=key, name=f"The {key[7:].title()}", domains=[f"{key[7:]}.example"]) for key in papers)
    yield from (Speaker(key=key, name=f"Warden {key[7:]}", kind=SpeakerKind.PERSON) for key in people)
    for n in range(articles):
        url, on = f"https://paper-{n % 30}.example/{n}", f"2024-{1 + n % 12:02}-{1 + n % 28:02}"
        yield Article(key=f"article:{n}", title=f"Harbour affair {n}", outlet=papers[n % 30], url=url, published=Dating(on=on))
    for n in range(claims):
        claim = f"claim:{n}"
        yield Claim(key=claim, label=f"C{n}", wording=f"Quay {n} of the harbour is to be rebuilt before the autumn tides.")
        for m in range(1 + n % 3):
            key = f"S{n}-{m}"
            yield Statement(
                key=key,
                article=f"article:{dice.randrange(articles)}",
                anchor=Anchor(start=10 * n, end=10 * n + 9, fragment=f"quay%20{n},tides"),
                chain=[Link(holders=[dice.choice(people)])],
                voice=Voice.INDIRECT,
                framing=Framing.ATTRIBUTED_FACT,
                proposition=f"Quay {n} will be rebuilt, the warden says for the {m + 1}. time.",
            )
            yield Stance(statement=key, claim=claim, kind=dice.choice(KINDS) if m else StanceKind.SUPPORTS)


@pytest.mark.benchmark
def test_rendering_the_page_takes_less_than_twice_the_time_of_assessing_it(record: Recorder) -> None:
    ledger = Ledger(world(1_000, 300))
    report = track(ledger)
    found = ratio(lambda: publish(report, "html"), lambda: track(Ledger(ledger)), rounds=5)
    print(f"\n1,000 claims in 300 articles, {len(publish(report, 'html')):,} characters: {found}")
    record("writing the page of 1,000 claims", found.ours, "assessing them", found.value, 2.0)
    assert found.value <= 2


@pytest.mark.benchmark
def test_the_page_on_a_hundred_raw_articles_is_smaller_than_a_megabyte(tmp_path: Path, record: Recorder) -> None:
    report = pile(tmp_path, 100)
    size = len(publish(report, "html").encode())
    print(f"\n{len(report.claims):,} claims in 100 articles read raw: {size:,} bytes")
    assert len(report.claims) > 20 * 100
    record("size of the page on 100 raw articles", f"{size:,} bytes", "a megabyte", size / MEGABYTE, 1.0)
    assert size < MEGABYTE
