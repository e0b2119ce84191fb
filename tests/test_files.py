"""Files and folders are read into one ledger, what cannot be read is named, and a ledger is written whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack import track
from claimtrack.errors import InputError, Place
from claimtrack.files import load, save, texts
from claimtrack.model import Claim, Ledger, Outlet
from claimtrack.publishing import publish
from claimtrack.reports import FORMATS, find_format

GULL = Outlet(key="outlet:gull", name="The Brinemouth Gull")
LAMP = Claim(key="claim:lamp-out", wording="The lamp went out.")
CASE = 'claimtrack = 1\n\n[[outlet]]\nkey = "outlet:gull"\nname = "The Brinemouth Gull"\n'


def put(path: Path, content: str) -> str:
    """Write a file and the folders above it; the path as text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_case_files_and_ledgers_come_together(tmp_path: Path) -> None:
    case, lines = put(tmp_path / "a.toml", CASE), put(tmp_path / "b.jsonl", LAMP.line)
    loaded = load([case, lines])
    assert loaded.ledger == Ledger([GULL, LAMP])
    assert loaded.places == {GULL.id: Place(case, 3), LAMP.id: Place(lines, 1)}
    assert (loaded.faults, loaded.skipped) == ((), ())


def test_a_folder_is_searched_in_depth_without_what_is_hidden(tmp_path: Path) -> None:
    put(tmp_path / "sub" / "a.toml", CASE)
    put(tmp_path / "b.ndjson", LAMP.line)
    put(tmp_path / ".hidden.toml", "broken")
    put(tmp_path / ".git" / "a.toml", "broken")
    put(tmp_path / "note.txt", "broken")
    loaded = load([tmp_path])
    assert (len(loaded.ledger), loaded.faults) == (2, ())


def test_toml_files_of_a_folder_that_are_nothing_of_ours_are_passed_over_and_named(tmp_path: Path) -> None:
    other = put(tmp_path / "pyproject.toml", "[project]\nname = 'x'")
    assert load([tmp_path]).skipped == (other,)
    assert [fault.path for fault in load([other]).faults] == ["claimtrack", "project"]


def test_a_folder_may_be_named_like_a_file(tmp_path: Path) -> None:
    put(tmp_path / "x.toml" / "a.toml", CASE)
    assert load([tmp_path / "x.toml"]).ledger == Ledger([GULL])


def test_the_first_place_of_a_record_is_kept(tmp_path: Path) -> None:
    one, two = put(tmp_path / "1.jsonl", LAMP.line), put(tmp_path / "2.jsonl", LAMP.line)
    assert load([one, two]).places[LAMP.id].file == one


def test_a_file_named_twice_is_told_of_once(tmp_path: Path) -> None:
    broken = put(tmp_path / "a.toml", "claimtrack = 1\nx = 1")
    assert len(load([broken, tmp_path, broken]).faults) == 1


def test_faults_stand_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    late = put(tmp_path / "z.jsonl", "{\n" + '{"type":"rating","source":"nobody","rater":"r","scale":"s","value":"1"}\n{')
    early = put(tmp_path / "a.toml", "x = 1")
    assert [(fault.file, fault.line) for fault in load([late, early]).faults] == [(late, 1), (late, 2), (late, 3), (early, 0), (early, 1)]


def test_names_that_lead_nowhere_are_faults_unless_one_asks_not(tmp_path: Path) -> None:
    path = put(tmp_path / "a.toml", CASE + '[[article]]\nkey = "a"\noutlet = "outlet:gul"\n')
    [fault] = load([path]).faults
    assert (fault.line, fault.path, fault.message) == (6, "outlet", "there is no outlet 'outlet:gul'; did you mean 'outlet:gull'?")
    assert not load([path], references=False).faults


@pytest.mark.parametrize("content", [CASE, "\n" + LAMP.line, "\ufeff" + LAMP.line])
def test_standard_input_may_be_a_case_file_or_a_ledger(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    loaded = load(["-"])
    assert (len(loaded.ledger), loaded.faults) == (1, ())
    assert {place.file for place in loaded.places.values()} == {"standard input"}


def test_a_ledger_is_known_by_its_look_whatever_its_name(tmp_path: Path) -> None:
    assert load([put(tmp_path / "ledger", LAMP.line)]).ledger == Ledger([LAMP])


def test_a_ledger_that_was_saved_is_read_back(tmp_path: Path) -> None:
    ledger = Ledger([GULL, LAMP])
    save(ledger, tmp_path / "out.jsonl")
    assert load([tmp_path / "out.jsonl"]).ledger == ledger
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_saving_replaces_what_was_there(tmp_path: Path) -> None:
    path = put(tmp_path / "out.jsonl", "old")
    save(Ledger(), path)
    assert load([path]).faults == ()


@pytest.mark.parametrize("place", ["missing/out.jsonl", "file/out.jsonl", "folder", "", "a\0b", "n" * 5_000, "a\udcff\nb/x"])
def test_where_nothing_can_be_written_the_error_says_so_on_one_line(place: str, tmp_path: Path) -> None:
    put(tmp_path / "file", "")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written: ") as caught:
        save(Ledger([LAMP]), str(tmp_path / place) if place else "")
    assert str(caught.value).isprintable()
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_the_texts_of_a_folder_are_known_by_their_digests_with_line_ends_kept(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(b"one\r\ntwo")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    assert texts(tmp_path) == ({hashlib.sha256(b"one\r\ntwo").hexdigest(): "one\r\ntwo"}, ())


def test_a_ledger_called_json_is_read_as_one_and_any_other_json_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"type":"retraction","record":"0123456789abcdef","reason":"a slip"}\n')
    (tmp_path / "b.json").write_text('{"headline": "The dam holds"}')
    loaded = load([tmp_path], references=False)
    assert len(loaded.ledger) == 1
    assert [Path(raw.name).name for raw in loaded.raw] == ["b.json"]


@pytest.mark.parametrize("name", [row.name for row in FORMATS if row.suffix in (".md", ".html", ".json", ".jsonl", ".txt")])
def test_what_claimtrack_wrote_is_no_article(name: str, tmp_path: Path) -> None:
    report = track(Path(__file__).parents[1] / "seeds")
    file = tmp_path / f"report{find_format(name).suffix}"
    file.write_text(publish(report, name), "utf-8")
    beside = load([tmp_path])
    assert (beside.raw, beside.faults, beside.skipped) == ((), (), (str(file),))
    (fault,) = load([file]).faults
    assert "written by claimtrack" in fault.message


def test_an_article_about_what_changed_is_one(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("# What changed on the quay\n\nThe crane is gone, said Ada Quill.\n", "utf-8")
    assert [raw.name for raw in load([tmp_path]).raw] == [str(tmp_path / "story.md")]


def test_a_case_file_without_its_first_line_is_told_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "apart.toml").write_text('judgement = [{left = "S1", right = "S2", verdict = "different"}]\n', "utf-8")
    assert any("claimtrack = 1" in fault.message for fault in load([tmp_path]).faults)
