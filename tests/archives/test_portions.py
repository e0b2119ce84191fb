"""What is to be assessed is handed out in portions that have nothing in common."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.archives import portions
from claimtrack.archives.portions import TO_ASSESS, Portions
from claimtrack.model import Judgement, Record, Statement, Verdict
from claimtrack.store import Store
from tests.support.building import article, said

SAID = [(f"S{number}", f"a{number // 2}") for number in range(8)]
"""Two statements in each of four articles."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(portions, "TOGETHER", 1)
    with Store(tmp_path / "archive.db") as store:
        store.add(record for key, where in SAID for record in (article(where), *_bare(key, where)))
        store.work(TO_ASSESS).put_many((key, "", b"") for key, _ in SAID)
        yield store


def _bare(key: str, where: str) -> list[Record]:
    """A statement that bears on nothing."""
    return [each for each in said(key, "person:brand", article=where) if isinstance(each, Statement)]


def same(left: str, right: str) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME)


def test_a_portion_has_what_else_its_articles_say(store: Store) -> None:
    assert list(map(sorted, Portions(store))) == [["S0", "S1"], ["S2", "S3"], ["S4", "S5"], ["S6", "S7"]]


def test_what_is_judged_the_same_is_in_one_portion_with_what_its_articles_say(store: Store) -> None:
    store.add([same("S0", "S6")])
    store.replace_links([same("S7", "S4"), Judgement(left="S5", right="S2", verdict=Verdict.DIFFERENT)])
    assert list(map(sorted, Portions(store))) == [["S0", "S1", "S4", "S6", "S7"], ["S2", "S3"], ["S5"]]


def test_only_so_much_comes_to_a_portion_and_nothing_that_is_done(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.work(TO_ASSESS).drop(["S3"])
    monkeypatch.setattr(portions, "BESIDE", 0)
    assert list(map(sorted, Portions(store))) == [[key] for key, _ in SAID if key != "S3"]


def test_what_is_done_meanwhile_is_not_handed_out(store: Store) -> None:
    found = Portions(store)
    rest = iter(found)
    store.work(TO_ASSESS).drop(next(rest))
    store.work(TO_ASSESS).drop(["S2", "S3"])
    found.done()
    assert sorted(next(rest)) == ["S4", "S5"]
