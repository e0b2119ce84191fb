"""How well the labelled articles are read: floors that no change may lower without saying so here."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import pytest

from claimtrack.articles import read_article
from claimtrack.files import load as load_files
from claimtrack.model import Statement, View
from claimtrack.statements import extract
from tests.accuracy.labels import FOLDER, Labelled, Row, load, names

OVERLAP = 0.5
"""Intersection over union of two stretches that count as the same statement."""
FLOORS = {"found": 0.83, "voice": 0.82, "holder": 0.84}
"""Two points under what was measured last; raise them with every gain, and lower them only with a reason."""
IN_DROPS = 18
"""The most statements that may stand inside of what yields none; lower it with every gain."""


@attrs.frozen
class Counts:
    """What was counted, for one article or all."""

    rows: int = 0
    found: int = 0
    voice: int = 0
    holder: int = 0
    in_drops: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + theirs for mine, theirs in zip(attrs.astuple(self), attrs.astuple(other), strict=True)))

    @property
    def shares(self) -> dict[str, float]:
        """Rows found; voice right, and a holder present or absent as labelled, among those found."""
        return {"found": self.found / self.rows, "voice": self.voice / self.found, "holder": self.holder / self.found}


def overlap(row: Row, statement: Statement) -> float:
    """Intersection over union of a labelled stretch and a statement's."""
    (start, end), anchor = row.anchor, statement.anchor
    common = min(end, anchor.end) - max(start, anchor.start)
    return max(0, common) / (max(end, anchor.end) - min(start, anchor.start))


def best(row: Row, statements: Sequence[Statement]) -> Statement | None:
    """The statement that overlaps a row most; of equals the one that is attributed as the row is."""
    found = max(statements, key=lambda each: (overlap(row, each), bool(each.chain) == bool(row.chain)), default=None)
    return found if found is not None and overlap(row, found) >= OVERLAP else None


def counted(labelled: Labelled, view: View) -> Counts:
    """The counts of one article."""
    (article,) = read_article(labelled.text.encode(), f"{labelled.name}.txt", list(view.outlets.values()))
    assert article.text == labelled.text, "offsets of labels and statements count in different texts"
    statements = extract(article, view).statements
    pairs = [(row, found) for row in labelled.rows if (found := best(row, statements)) is not None]
    drops = [drop.anchor for drop in labelled.drops]
    return Counts(
        rows=len(labelled.rows),
        found=len(pairs),
        voice=sum(found.voice is row.voice for row, found in pairs),
        holder=sum(bool(found.chain) == bool(row.chain) for row, found in pairs),
        in_drops=sum(any(start <= each.anchor.start and each.anchor.end <= end for start, end in drops) for each in statements),
    )


@pytest.fixture(scope="module")
def counts() -> Counts:
    view = load_files([FOLDER]).ledger.view
    total = sum((counted(load(name), view) for name in names()), Counts())
    shown = ", ".join(f"{name} {share:.1%}" for name, share in total.shares.items())
    print(f"\naccuracy over {total.rows} labelled rows: {shown}, {total.in_drops} statements inside drops")
    return total


@pytest.mark.parametrize("name", FLOORS)
def test_the_labelled_articles_are_read_no_worse_than_before(name: str, counts: Counts) -> None:
    assert counts.shares[name] >= FLOORS[name]


def test_no_more_statements_than_before_stand_where_there_is_none(counts: Counts) -> None:
    assert counts.in_drops <= IN_DROPS
