"""A run of linking that broke off goes on where it stopped, and comes to what it would have come to."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from claimtrack import intake
from claimtrack.archives import journal, relinking
from claimtrack.archives.journal import resuming
from claimtrack.archives.relinking import relink
from claimtrack.claims import comparing
from claimtrack.claims.comparing import Bench, Met
from claimtrack.files import Raw
from claimtrack.model import Ledger, Record
from claimtrack.store import Store
from claimtrack.testing import corpus

Compare = Callable[[Bench], Sequence[Met]]


class Counting:
    """Compares benches one after the other up to a number of them, and counts them."""

    def __init__(self, most: int = 1_000) -> None:
        self.most = most
        self.done = 0

    def __call__(self, work: Compare, benches: Iterable[Bench], **_: object) -> Iterator[Sequence[Met]]:
        for bench in benches:
            if self.done == self.most:
                raise KeyboardInterrupt
            self.done += 1
            yield work(bench)


@cache
def records() -> tuple[Record, ...]:
    """What is read of some articles."""
    made = corpus(10, seed=3)
    told, _ = intake.read([Raw(name, text.encode()) for name, text in made.articles], made.case)
    return (*made.case, *told)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An archive of some articles, compared two pairs of articles at a time."""
    monkeypatch.setattr(comparing, "PAIRS", 2)
    with Store(tmp_path / "archive.db") as store:
        store.add(records())
        yield store


def run(store: Store, monkeypatch: pytest.MonkeyPatch, most: int = 1_000) -> int:
    """Link, and break off after a number of benches; how many were compared."""
    counting = Counting(most)
    monkeypatch.setattr(relinking, "in_batches", counting)
    with suppress(KeyboardInterrupt):
        relink(store)
    return counting.done


def noted(store: Store) -> Path:
    return store.path.with_name(store.path.name + journal.SUFFIX)


@pytest.fixture
def whole(tmp_path: Path, archive: Store, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Ledger]:
    """How many benches a run compares that does not break off, and the links that it comes to."""
    with Store(tmp_path / "whole.db") as store:
        store.add(records())
        return run(store, monkeypatch), Ledger(store.links)


def test_what_was_compared_before_a_run_broke_off_is_not_compared_again(
    archive: Store, whole: tuple[int, Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    benches, links = whole
    assert run(archive, monkeypatch, most=3) == 3
    assert not Ledger(archive.links)
    assert run(archive, monkeypatch, most=2) == 2
    assert run(archive, monkeypatch) == benches - 5 > 0
    assert Ledger(archive.links) == links
    assert not noted(archive).exists()


def test_a_note_that_was_cut_off_is_made_again(archive: Store, whole: tuple[int, Ledger], monkeypatch: pytest.MonkeyPatch) -> None:
    benches, links = whole
    run(archive, monkeypatch, most=4)
    noted(archive).write_bytes(noted(archive).read_bytes()[:-5])
    assert run(archive, monkeypatch) == benches - 3
    assert Ledger(archive.links) == links


def test_notes_of_another_state_are_dropped(archive: Store, whole: tuple[int, Ledger], monkeypatch: pytest.MonkeyPatch) -> None:
    benches, links = whole
    run(archive, monkeypatch, most=4)
    monkeypatch.setattr(relinking, "METHOD", "another")
    assert run(archive, monkeypatch) == benches
    assert Ledger(archive.links) == links


def test_notes_on_other_pairs_end_what_is_taken_from_them(tmp_path: Path) -> None:
    one, two = Bench({("a", "b"): 0.5}, {}), Bench({("a", "c"): 0.5}, {})
    path, met = tmp_path / "archive.db", [Met("a", "b", ((0, 1, 2.5, 0),))]
    for broken, benches in ((True, [one, one]), (False, [one, two])):
        counting = Counting(1) if broken else Counting()
        with suppress(KeyboardInterrupt), resuming(path, "state", counting) as over:
            assert list(over(lambda _: met, benches)) == [met, met]
    assert counting.done == 1
    assert not list(tmp_path.iterdir())


def test_where_no_journal_can_be_written_nothing_is_noted(tmp_path: Path) -> None:
    with resuming(tmp_path / "nowhere" / "archive.db", "state", map) as over:
        assert over is map


def test_what_stands_in_the_place_of_a_journal_stays(tmp_path: Path) -> None:
    path = tmp_path / f"archive.db{journal.SUFFIX}"
    path.mkdir()
    with resuming(tmp_path / "archive.db", "state", map) as over:
        assert over is map
    assert path.is_dir()


@pytest.mark.parametrize("line", [b"no note", b"[1]", b'["", [["a", "b", [], ["no record"]]]]'])
def test_a_line_that_is_no_note_ends_them(tmp_path: Path, line: bytes) -> None:
    path, bench = tmp_path / f"archive.db{journal.SUFFIX}", Bench({("a", "b"): 0.5}, {})
    path.write_bytes(b'["state"]\n' + line + b"\n")
    counting = Counting()
    with resuming(tmp_path / "archive.db", "state", counting) as over:
        assert list(over(lambda _: (), [bench])) == [()]
    assert counting.done == 1


class Full(io.BytesIO):
    """A file on a full disk."""

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, "no space left")


def test_a_full_disk_ends_notes_and_not_the_run() -> None:
    notes = journal._Journal(Full(), "state")
    assert list(notes.over(map, lambda _: (), [Bench({("a", "b"): 0.5}, {})] * 3)) == [()] * 3
