"""The verbs on archives: loaded like any ledger, added to and never replaced, and nothing read or added twice."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from claimtrack import track
from claimtrack.cli import main
from claimtrack.codec import write_lines
from claimtrack.errors import Fault, InputError, Place
from claimtrack.files import load, save
from claimtrack.model import Article, Claim, Derivation, Judgement, Ledger, Outlet, Record
from claimtrack.publishing import publish
from claimtrack.store import Store
from tests.store.archives import empty, retractions

GULL = Outlet(key="outlet:gull", name="The Brinemouth Gull")
LAMP = Claim(key="claim:lamp-out", wording="The lamp went out.")
TEXT = "Bridge {0} to open\n\nMayor Ada Quill said that the Tarn Bridge would open on day {0}.\n"


def run(*words: object, code: int = 0) -> Result:
    found = CliRunner().invoke(main, [str(word) for word in words])
    assert found.exit_code == code, found.output
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "a.db").write_bytes(empty())
    with Store(tmp_path / "a.db") as store:
        store.add([GULL, LAMP])
    return tmp_path / "a.db"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for number, name in enumerate(("may/bridge", "june/bridge", "ferry", "tunnel", "copy")):
        path = tmp_path / "articles" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(min(number, 3)), "utf-8")
    return tmp_path / "articles"


def records(path: Path) -> list[tuple[str, ...]]:
    """The rows of the table of records, as anybody sees them."""
    made = sqlite3.connect(path)
    found = made.execute("SELECT rowid, * FROM records").fetchall()
    made.close()
    return found


class TestLoading:
    def test_an_archive_is_a_ledger_whatever_it_is_called(self, archive: Path) -> None:
        loaded = load([archive])
        assert loaded.ledger == Ledger([GULL, LAMP])
        assert loaded.places == {GULL.id: Place(str(archive), 0), LAMP.id: Place(str(archive), 0)}
        shutil.copy(archive, archive.with_suffix(".jsonl"))
        assert load([archive.with_suffix(".jsonl")]).ledger == loaded.ledger

    def test_a_folder_is_searched_for_archives_and_those_of_others_are_passed_over(self, archive: Path) -> None:
        other = sqlite3.connect(archive.with_name("recipes.db"))
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
        loaded = load([archive.parent])
        assert (loaded.ledger, loaded.skipped) == (Ledger([GULL, LAMP]), (str(archive.with_name("recipes.db")),))
        assert "recipes.db: passed over, not an archive" in run("report", archive.parent).stderr
        (fault,) = load([archive.with_name("recipes.db")]).faults
        assert "something else with tables such as recipes" in fault.message

    def test_the_links_are_loaded_with_the_records_unless_one_asks_not(self, archive: Path) -> None:
        with Store(archive) as store:
            store.replace_links(retractions(2))
        assert len(load([archive], references=False).ledger) == 4
        assert len(load([archive], references=False, links=False).ledger) == 2

    def test_an_archive_that_cannot_be_read_costs_itself_alone(self, archive: Path) -> None:
        archive.write_bytes(archive.read_bytes()[:9_000])
        with Store(archive.with_name("b.db")) as store:
            store.add([GULL])
        loaded = load([archive.parent])
        assert loaded.ledger == Ledger([GULL])
        assert [fault.file for fault in loaded.faults] == [str(archive)]

    def test_a_stream_is_no_file_of_sqlite(self, archive: Path) -> None:
        found = CliRunner().invoke(main, ["report", "-"], input=archive.read_bytes())
        assert (found.exit_code, "name its file" in found.stderr) == (2, True)

    def test_reading_changes_nothing(self, archive: Path) -> None:
        before = archive.read_bytes()
        run("report", archive)
        assert archive.read_bytes() == before
        assert os.listdir(archive.parent) == [archive.name]


class TestMerging:
    def test_what_is_in_an_archive_stays_and_the_rest_is_added(self, archive: Path) -> None:
        lines = archive.with_name("more.jsonl")
        save(Ledger(retractions(30)), lines)
        found = run("merge", "-o", archive, lines, lines)
        assert found.stderr.splitlines() == [f"30 records added; {archive} has 32"]
        before = records(archive)
        assert run("merge", "-o", archive, lines, archive).stderr == f"0 records added; {archive} has 32\n"
        assert records(archive) == before

    def test_archives_ledgers_case_files_and_folders_come_together(self, archive: Path) -> None:
        folder = archive.with_name("more")
        folder.mkdir()
        save(Ledger(retractions(3)), folder / "a.jsonl")
        (folder / "b.toml").write_text('claimtrack = 1\n\n[[outlet]]\nkey = "outlet:foghorn"\nname = "The Foghorn"\n')
        with Store(folder / "c.db") as store:
            store.add(retractions(2, 50))
            store.replace_links(retractions(4, 90))
        found = run("merge", "-o", archive.with_name("new.db"), archive, folder)
        assert found.stderr.splitlines() == [
            "4 links left out, which claimtrack link makes anew",
            f"8 records added; {archive.with_name('new.db')} has 8",
        ]
        run("merge", "-o", archive.with_name("new.jsonl"), archive.with_name("new.db"), code=2)
        with Store(archive.with_name("new.db")) as store:
            assert archive.with_name("new.jsonl").read_text("utf-8") == "".join(write_lines(Ledger(store)))

    def test_a_ledger_is_taken_some_lines_at_a_time_and_its_faults_have_their_lines(
        self, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("claimtrack.archives.pouring.STEP", 7)
        lines = archive.with_name("more.jsonl")
        lines.write_text("".join(f"{each.line}\n" for each in retractions(20)) + "{\n" + f"{LAMP.line}\n", "utf-8")
        found = run("merge", "-o", archive, lines, code=2)
        assert found.stderr.splitlines()[0].startswith(f"{lines}:21: ")
        assert found.stderr.endswith(f"20 records added; {archive} has 22\n")
        strict = run("merge", "--strict", "-o", archive.with_name("strict.db"), lines, code=2)
        assert "added" not in strict.stderr
        assert not archive.with_name("strict.db").exists()

    def test_what_is_no_archive_is_not_written_to(self, archive: Path) -> None:
        other = sqlite3.connect(archive.with_name("recipes.db"))
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
        before = archive.with_name("recipes.db").read_bytes()
        assert "something else" in run("merge", archive, "-o", archive.with_name("recipes.db"), code=2).stderr
        assert archive.with_name("recipes.db").read_bytes() == before
        assert "its folder is not there" in run("merge", archive, "-o", archive.parent / "no" / "b.db", code=2).stderr


class TestReading:
    def test_an_archive_gets_what_a_ledger_file_gets(self, articles: Path) -> None:
        store, lines = articles.with_name("a.db"), articles.with_name("a.jsonl")
        found = run("read", articles, "-o", store)
        assert found.stderr == run("read", articles, "-o", lines).stderr == "5 articles read, 10 statements\n"
        assert load([store]).ledger == load([lines]).ledger

    def test_records_of_case_files_are_counted_once(self, articles: Path) -> None:
        case = articles.with_name("case.jsonl")
        save(Ledger([Outlet(key="outlet:lune", name="The Lune Lamp")]), case)
        store = articles.with_name("a.db")
        assert run("read", case, "-o", store).stderr == "0 articles read, 0 statements; 1 record of case files and ledgers added\n"
        assert run("read", case, "-o", store).stderr == "0 articles read, 0 statements\n"

    def test_what_did_not_change_is_not_read_again(self, articles: Path) -> None:
        store = articles.with_name("a.db")
        run("read", articles, "-o", store)
        before = records(store)
        assert run("read", articles, "-o", store).stderr == "0 articles read, 0 statements; 5 inputs had not changed\n"
        os.utime(articles / "ferry.txt", (1, 1))
        (articles / "tunnel.txt").rename(articles / "tube.txt")
        assert run("read", articles, "-o", store).stderr.startswith("0 articles read, 0 statements; 5")
        assert records(store) == before
        (articles / "ferry.txt").write_text(TEXT.format(77))
        assert run("read", articles, "-o", store).stderr.startswith("1 article read, 2 statements; 4")
        assert records(store)[: len(before)] == before
        assert not load([store]).ledger.conflicts()

    def test_a_run_that_broke_off_gives_the_same_when_it_is_done_again(self, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        whole, parts = articles.with_name("whole.db"), articles.with_name("parts.db")
        run("read", articles, "-o", whole)
        monkeypatch.setattr("claimtrack.archives.keeping.TOGETHER", 1)
        for number in range(1, 5):
            monkeypatch.setattr(Store, "add", breaking_after(number))
            with pytest.raises(click.Abort):
                CliRunner().invoke(main, ["read", str(articles), "-o", str(parts)], catch_exceptions=False, standalone_mode=False)
            monkeypatch.undo()
            monkeypatch.setattr("claimtrack.archives.keeping.TOGETHER", 1)
            run("read", articles, "-o", parts)
            assert load([parts]).ledger == load([whole]).ledger
            parts.unlink()

    def test_an_input_with_a_fault_is_tried_again(self, articles: Path) -> None:
        store = articles.with_name("a.db")
        (articles / "odd.txt").write_bytes(b"\x00\x01\x02" * 50)
        first = run("read", articles, "-o", store, code=2).stderr
        again = run("read", articles, "-o", store, code=2).stderr
        assert first.splitlines()[0] == again.splitlines()[0]
        assert "odd.txt" in again
        assert "5 inputs had not changed" in again

    @pytest.mark.slow
    def test_any_number_of_processes_gives_the_same(self, articles: Path) -> None:
        run("read", articles, "-o", articles.with_name("a.db"))
        run("read", articles, "--jobs", "2", "-o", articles.with_name("b.db"))
        assert load([articles.with_name("a.db")]).ledger == load([articles.with_name("b.db")]).ledger


def breaking_after(many: int) -> object:
    """A way to add that is interrupted when it was done so often."""
    add, left = Store.add, [many]

    def adding(store: Store, found: Iterable[Record]) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return add(store, found)

    return adding


class TestLinking:
    def test_the_links_stand_apart_and_the_report_is_that_of_ledger_files(self, articles: Path) -> None:
        store, lines, links = articles.with_name("a.db"), articles.with_name("a.jsonl"), articles.with_name("links.jsonl")
        told = run("link", articles, "-o", store).stderr
        run("read", articles, "-o", lines)
        assert run("link", articles, lines, "-o", links).stderr == told
        with Store(store) as found:
            assert not list(found.each(Judgement))
            assert {type(each) for each in found.links} == {Judgement, Derivation}
        assert publish(track(load([store]).ledger), "json") == publish(track(load([lines, links]).ledger), "json")

    def test_linking_again_changes_nothing(self, articles: Path) -> None:
        store = articles.with_name("a.db")
        run("link", articles, "-o", store)
        before, links = records(store), load([store]).ledger
        run("link", articles, store, "-o", store)
        assert (records(store), load([store]).ledger) == (before, links)

    def test_descent_among_texts_that_are_not_at_hand_stays(self, articles: Path) -> None:
        store = articles.with_name("a.db")
        run("link", articles, "-o", store)
        with Store(store) as found:
            before = set(found.links.each(Derivation))
        assert before
        run("link", store, "-o", store)
        with Store(store) as found:
            assert set(found.links.each(Derivation)) == before
            assert len(list(found.each(Article))) == 5


class TestReporting:
    def test_the_report_on_an_archive_is_that_on_its_records(self, tmp_path: Path) -> None:
        run("merge", "seeds", "-o", tmp_path / "a.db")
        whole = track("seeds")
        for kind in ("jsonl", "csv", "csv-statements"):
            assert run("report", tmp_path / "a.db", "--format", kind).stdout_bytes.decode() == publish(whole, kind)

    def test_reports_are_made_once_and_told_again(self, archive: Path) -> None:
        assert "1 report made anew of 1 claim looked at" in run("report", archive, "--format", "jsonl", "-v").stderr
        assert "0 reports made anew" in run("report", archive, "--format", "jsonl", "-v").stderr

    def test_a_report_goes_to_a_file_whole(self, archive: Path, tmp_path: Path) -> None:
        run("report", archive, "--format", "jsonl", "-o", tmp_path / "report.jsonl")
        assert (tmp_path / "report.jsonl").read_text("utf-8") == run("report", archive, "--format", "jsonl").stdout

    def test_an_archive_that_cannot_be_written_to_is_read_into_memory_unless_its_reports_are_up_to_date(
        self, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = run("report", archive, "--format", "jsonl").stdout

        def refusing(*_: object) -> None:
            raise InputError([Fault("a.db", 0, "", "cannot be written to")])

        monkeypatch.setattr("claimtrack.cli.retelling.reassess", refusing)
        kept = run("report", archive, "--format", "jsonl")
        assert (kept.stdout, kept.stderr) == (before, "")
        with Store(archive) as store:
            store.reports.drop()
            store.work("marks").drop()
        anew = run("report", archive, "--format", "jsonl")
        assert anew.stdout == before
        assert "cannot be written to; all of it is read into memory" in anew.stderr
