"""Records gathered on disk as they come: in order at the end, nothing lost by a run that breaks off, memory spared."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli import main, reading
from claimtrack.codec import write_lines
from claimtrack.errors import InputError
from claimtrack.files import Raw, load
from claimtrack.gathering import Gathering
from claimtrack.intake import Read, read_each
from claimtrack.model import Ledger, Record, Retraction
from claimtrack.testing import ledgers

TEXT = "Bridge to open\n\nMayor Ada Quill said that the Tarn Bridge would open on day {}.\n"


def retractions(many: int) -> list[Record]:
    return [Retraction(record=f"{number:032x}", reason="for a test") for number in range(many)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for number in range(12):
        (tmp_path / "articles" / f"{number:02}.txt").write_text(TEXT.format(number), "utf-8")
    return tmp_path / "articles"


def run(*words: str) -> str:
    found = CliRunner().invoke(main, ["read", *words])
    assert found.exit_code == 0, found.output
    return found.stderr


@given(ledgers(), st.randoms())
def test_what_comes_in_any_order_and_twice_is_the_ledger_file(
    tmp_path_factory: pytest.TempPathFactory, ledger: Ledger, dice: random.Random
) -> None:
    target = tmp_path_factory.mktemp("out") / "ledger.jsonl"
    records = [*ledger, *ledger]
    dice.shuffle(records)
    with Gathering(str(target)) as gathered:
        for record in records:
            gathered.add([record])
        gathered.finish()
    assert target.read_text("utf-8") == "".join(write_lines(ledger))
    assert [path.name for path in target.parent.iterdir()] == ["ledger.jsonl"]


def test_more_than_a_chunk_is_put_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.gathering.CHUNK", 7)
    records = retractions(40)
    with Gathering(str(tmp_path / "out.jsonl")) as gathered:
        for record in reversed(records):
            gathered.add([record])
        gathered.finish()
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "".join(write_lines(Ledger(records)))


def test_a_run_that_broke_off_is_taken_up_where_it_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(str(folder), "-o", str(folder.parent / "whole.jsonl"))
    taken = []

    def breaking(raw: Iterable[Raw], known: Ledger, *, jobs: int = 1) -> Iterator[Read]:
        for number, part in enumerate(read_each(raw, known, jobs=jobs)):
            if number == 5:
                raise KeyboardInterrupt
            taken.append(number)
            yield part

    monkeypatch.setattr(reading, "read_each", breaking)
    CliRunner().invoke(main, ["read", str(folder), "-o", str(folder.parent / "parts.jsonl")])
    assert len(taken) == 5
    assert not (folder.parent / "parts.jsonl").exists()
    monkeypatch.setattr(reading, "read_each", read_each)
    assert run(str(folder), "-o", str(folder.parent / "parts.jsonl")).startswith("7 articles read")
    assert (folder.parent / "parts.jsonl").read_bytes() == (folder.parent / "whole.jsonl").read_bytes()
    assert not list(folder.parent.glob(".*"))


def test_a_line_that_was_cut_short_is_passed_over_and_its_article_read_again(folder: Path) -> None:
    run(str(folder), "-o", str(folder.parent / "whole.jsonl"))
    with Gathering(str(folder.parent / "parts.jsonl")) as gathered:
        for records, _ in read_each(load([folder / "03.txt"]).raw, Ledger()):
            gathered.add(records)
    kept = folder.parent / ".parts.jsonl.unfinished"
    kept.write_bytes(kept.read_bytes()[:-20])
    assert run(str(folder), "-o", str(folder.parent / "parts.jsonl")).startswith("12 articles read")
    assert (folder.parent / "parts.jsonl").read_bytes() == (folder.parent / "whole.jsonl").read_bytes()


def test_reading_again_reads_nothing_and_changes_nothing(folder: Path) -> None:
    run(str(folder), "-o", str(folder.parent / "out.jsonl"))
    before = (folder.parent / "out.jsonl").read_bytes()
    assert run(str(folder), "-o", str(folder.parent / "out.jsonl")).startswith("0 articles read")
    assert (folder.parent / "out.jsonl").read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        Gathering(str(tmp_path / "nowhere" / "out.jsonl")).add(retractions(1))


def test_a_file_that_vanished_meanwhile_costs_itself_alone(folder: Path) -> None:
    raw = load([folder]).raw
    (folder / "03.txt").unlink()
    parts = list(read_each(raw, Ledger()))
    assert [bool(faults) for _, faults in parts].count(True) == 1
    assert "cannot be read" in str(parts[3][1][0])


PEAK = """
import sys
from pathlib import Path
from click.testing import CliRunner
from claimtrack.cli import main
found = CliRunner().invoke(main, ["read", sys.argv[1], "-o", sys.argv[2]])
assert found.exit_code == 0, found.output
print(int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_stays_flat_over_many_articles(tmp_path: Path) -> None:
    def peak(many: int) -> int:
        folder = tmp_path / str(many)
        folder.mkdir()
        for number in range(many):
            (folder / f"{number}.txt").write_text(TEXT.format(number) * 3, "utf-8")
        told = subprocess.run(
            [sys.executable, "-c", PEAK, str(folder), str(tmp_path / f"{many}.jsonl")], capture_output=True, text=True, check=True
        )
        return int(told.stdout)

    few, more = peak(200), peak(1_600)
    assert more <= few + 10, f"{few} MB for 200 articles, {more} MB for 1,600"
