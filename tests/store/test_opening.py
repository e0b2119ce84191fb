"""What is no archive, damaged, newer, locked, full or read-only is refused in words that say which file, why, and what to do."""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from claimtrack.errors import Fault, InputError, VersionError
from claimtrack.files import load
from claimtrack.model import Ledger
from claimtrack.store import Store, is_archive, is_sqlite, opening
from claimtrack.store.schema import APPLICATION_ID, MIGRATIONS, REFERENCES, VERSION, field
from tests.store.archives import empty, fresh, retractions

OTHER = "CREATE TABLE recipes (name TEXT)"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of 600 records over many pages."""
    (tmp_path / "a.db").write_bytes(empty())
    with Store(tmp_path / "a.db") as store:
        store.add(retractions(600))
    return tmp_path / "a.db"


def changed(path: Path, *commands: str) -> Path:
    """The same file, changed behind our back."""
    made = sqlite3.connect(path)
    for command in commands:
        made.execute(command)
    made.commit()
    made.close()
    return path


def refused(path: Path, read_only: bool = True) -> str:
    with pytest.raises(InputError) as caught, Store(path, read_only):
        pass
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == (str(path), 0)
    return fault.message


def test_the_file_of_last_changes_gives_back_what_a_large_change_took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LOG", 100_000)
    path, many = tmp_path / "a.db", retractions(14_000)
    with Store(path) as store:
        store.add(many[:-5])
        sizes = [path.with_name("a.db-wal").stat().st_size]
        for each in many[-5:]:
            store.add([each])
            sizes.append(path.with_name("a.db-wal").stat().st_size)
    assert sizes[0] > 1_000_000
    assert sizes[-1] <= 100_000


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: None, "is not there"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text('{"type":"ledger"}'), "is no SQLite file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(5_000)), "no SQLite file, or is damaged"),
        (lambda path: changed(path, OTHER), "something else with tables such as recipes"),
        (lambda path: changed(path, "PRAGMA user_version = 3"), "something else, and no archive"),
        (lambda path: changed(path, f"PRAGMA application_id = {APPLICATION_ID}"), "left by an older claimtrack"),
        (os.mkfifo, "is no plain file"),
    ],
)
def test_what_is_no_archive_is_refused_with_what_it_is(tmp_path: Path, make: Callable[[Path], object], why: str) -> None:
    make(tmp_path / "x.db")
    assert why in refused(tmp_path / "x.db")


def test_nothing_is_made_where_there_is_no_folder_or_something_else_stands(tmp_path: Path) -> None:
    assert "its folder is not there" in refused(tmp_path / "no" / "x.db", read_only=False)
    assert "something else" in refused(changed(tmp_path / "other.db", OTHER), read_only=False)
    (tmp_path / "text.db").write_text("A recipe for pies.")
    assert "is no SQLite file" in refused(tmp_path / "text.db", read_only=False)
    assert (tmp_path / "text.db").read_text() == "A recipe for pies."


def test_an_empty_file_becomes_an_archive_when_it_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    with Store(tmp_path / "x.db") as store:
        assert len(store) == 0


def test_a_newer_archive_is_refused_with_the_advice_to_upgrade(archive: Path) -> None:
    changed(archive, f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(VersionError, match="upgrade yours"):
        Store(archive)


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_an_older_archive_is_brought_up_to_date_when_it_is_written_to(tmp_path: Path, version: int) -> None:
    marks = (f"PRAGMA user_version = {version}", f"PRAGMA application_id = {APPLICATION_ID}") if version else ()
    changed(tmp_path / "x.db", *(statement for migration in MIGRATIONS[:version] for statement in migration), *marks)
    with Store(tmp_path / "x.db") as store, fresh() as new:
        schema = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        assert store._connection.rows(schema) == new._connection.rows(schema)


def test_a_table_that_was_made_over_is_refused(archive: Path) -> None:
    changed(archive, "ALTER TABLE records ADD COLUMN mine TEXT")
    assert "another table 'records'" in refused(archive)


def test_tables_and_views_of_ones_own_may_stand_beside(archive: Path) -> None:
    changed(archive, "CREATE TABLE notes (about TEXT)", "CREATE VIEW mine AS SELECT * FROM statements")
    with Store(archive) as store:
        assert len(store) == 600


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    made = sqlite3.connect(tmp_path / "x.db")
    made.execute("PRAGMA encoding = 'UTF-16'")
    made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    made.execute(OTHER)
    made.close()
    assert "UTF-16" in refused(tmp_path / "x.db")


def test_the_name_of_a_file_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory&b#c %41 é.db"
    with Store(path) as store:
        store.add(retractions(2))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with Store(path, read_only=True) as store:
        assert len(store) == 2
    with fresh() as other:
        assert other.merge(path) == 2


def test_archives_are_known_by_their_name_or_their_first_bytes(archive: Path) -> None:
    shutil.copy(archive, archive.with_name("ledger"))
    assert is_archive(archive.with_name("ledger"))
    assert is_archive("new.db")
    assert not is_archive("new.jsonl")
    assert not is_sqlite("new.db")
    assert len(load([archive.with_name("ledger")], references=False).ledger) == 600


def used(path: Path) -> None:
    """Everything that reads."""
    with Store(path, read_only=True) as store:
        assert len(list(store)) == len(store)
        assert store.digest == store.ledger.digest
        assert store.view.statements == {}
        store.conflicts()
        list(store.naming(type(retractions(1)[0]), "record", [f"{5:032x}"]))
        list(store.inputs)
        list(store.reports)
        list(store.work("x").values())


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_told(archive: Path, part: float) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(InputError, match=r"a\.db: is damaged .*take a copy"):
        used(archive)
    assert load([archive], references=False).faults


def told_or_done(do: Callable[[], object], path: Path) -> None:
    """Do it, and let nothing stop it but an error of ours that names the file."""
    try:
        do()
    except InputError as error:
        assert {fault.file for fault in error.faults} == {str(path)}  # noqa: PT017 - there may be none


@pytest.mark.parametrize("seed", range(5))
def test_a_garbled_page_is_told_or_does_no_harm(archive: Path, seed: int) -> None:
    dice = random.Random(seed)
    found = bytearray(archive.read_bytes())
    start = dice.randrange(len(found) - 200)
    found[start : start + 200] = dice.randbytes(200)
    archive.write_bytes(found)
    told_or_done(lambda: used(archive), archive)
    loaded = load([archive], references=False)
    assert loaded.ledger <= Ledger(retractions(600))
    with fresh() as store:
        told_or_done(lambda: store.merge(archive), archive)
        assert store <= Ledger(retractions(600))


HOSTILE = (
    *("{", "", "[]", "null", "{}", '"x"', "\U0001f600", '{"type":"statement"}', '{"chain":5,"type":"statement"}', "[" * 3_000),
    *(
        '{"aliases":{"a":1},"key":7,"type":"outlet"}',
        '{"chain":[[[]]],"anchor":"x","type":"statement"}',
        '{"type":"outlet","key":"a","name":"\\ud800"}',
    ),
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5, 60))
def test_the_same_at_many_more_places(archive: Path, seed: int) -> None:
    test_a_garbled_page_is_told_or_does_no_harm(archive, seed)


def test_hostile_rows_break_no_view_and_are_told_one_by_one(archive: Path) -> None:
    made = sqlite3.connect(archive)
    for number, text in enumerate(HOSTILE):
        for kind in ("statement", "outlet", "stance", "retraction", "nothing"):
            made.execute(
                "INSERT INTO records VALUES (?, ?, ?, ?)",
                (f"{kind}{number}", kind, "k", text),
            )
    made.execute("INSERT INTO records VALUES ('blob', 'claim', 'k', x'ff00')")
    broken = b'{"key":"k","type":"claim","wording":"\xff"}'
    made.execute("INSERT INTO records VALUES (?, 'claim', 'k', CAST(? AS TEXT))", (blake2b(broken, digest_size=16).hexdigest(), broken))
    made.commit()
    views = [name for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) == 10
    made.text_factory = bytes
    for view in views:
        made.execute(f"SELECT * FROM {view} WHERE maker IS NOT 'x' ORDER BY 1").fetchall()
    made.close()
    loaded = load([archive], references=False)
    assert len(loaded.ledger) == 600
    assert len(loaded.faults) == 5 * len(HOSTILE) + 2
    with fresh() as store:
        with pytest.raises(InputError, match="is left out"):
            store.merge(archive)
        assert store == Ledger(retractions(600))


def test_rows_anywhere_are_merged(archive: Path) -> None:
    changed(archive, "UPDATE records SET rowid = -rowid * 1000000000000 WHERE rowid % 2", "UPDATE records SET rowid = 9e18 WHERE rowid = 2")
    with fresh() as store:
        assert store.merge(archive) == 600


def test_every_question_for_what_is_named_goes_by_its_index() -> None:
    with fresh() as store:
        for kind, names in REFERENCES.items():
            for name in names:
                asked = f"EXPLAIN QUERY PLAN SELECT id, json FROM records WHERE type = '{kind}' AND {field(name)} IN ('a', 'b')"
                assert f"records_by_{kind}_{name}" in str(store._connection.rows(asked))
        assert "records_by_statement_article" in str(
            store._connection.rows("EXPLAIN QUERY PLAN SELECT * FROM statements WHERE article = 'a'")
        )


def test_another_writer_is_waited_for_and_then_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.store.opening.PATIENCE", 0.05)
    with Store(archive) as store, Store(archive) as other, Store(archive, read_only=True) as reader:
        with store.transaction():
            store.add(retractions(1, 900))
            with pytest.raises(InputError, match="another process"):
                other.add(retractions(1, 901))
            assert len(reader) == 600
        assert len(reader) == 601
        assert other.add(retractions(1, 901)) == 1


def fill(path: Path) -> None:
    """Add until there is no more room; what was acknowledged is there, and more goes in when there is room again."""
    added = 0
    told: list[Fault] = []
    with Store(path) as store:
        while not told and added < 100_000:
            try:
                store.add(retractions(500, added))
                added += 500
            except InputError as error:
                told += error.faults
    assert [fault.file for fault in told] == [str(path)]
    assert re.match(r"cannot take more .*make room", told[0].message)
    with Store(path, read_only=True) as store:
        assert len(store) == added
        assert store <= Ledger(retractions(added))


def test_a_file_that_may_not_grow_any_more_takes_nothing_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimtrack.store import opening

    def narrow(address: str) -> sqlite3.Connection:
        sql = connected(address)
        sql.execute("PRAGMA max_page_count = 150")
        return sql

    connected = opening._connected
    monkeypatch.setattr(opening, "_connected", narrow)
    fill(tmp_path / "a.db")


def test_a_full_disk_takes_nothing_in_part(tmp_path: Path) -> None:
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(tmp_path)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        fill(tmp_path / "a.db")
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


AS_NOBODY = """
import os, sys
from pathlib import Path
from claimtrack.store import Store
from claimtrack.errors import InputError
os.setgid(65534)
os.setuid(65534)
for read_only in (True, False):
    try:
        with Store(sys.argv[1], read_only) as store:
            print(len(store), len(list(store)), store.add([]) if not read_only else "")
    except InputError as error:
        print(error)
"""


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_to_can_be_read_from() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become nobody")
    with fresh() as store:
        store.add(retractions(3))
        folder, path = store.path.parent, store.path.with_name("copy.db")
    folder.mkdir()
    try:
        with Store(path) as store:
            store.add(retractions(3))
        folder.chmod(0o555)
        path.chmod(0o444)
        assert as_nobody(path)[0].startswith("3 3")
        assert "read-only" in as_nobody(path)[1]
        path.with_name("copy.db-wal").write_bytes(b"x" * 100)
        assert "copy.db" in as_nobody(path)[0]
    finally:
        shutil.rmtree(folder)


def as_nobody(path: Path) -> list[str]:
    """What a user without any rights gets, reading and writing."""
    run = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()
