"""Tests of the case file that records are written into: nothing else in it changes, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import InputError, load
from claimtrack.model import Judgement, Maker, Verdict
from claimtrack.notebook import Notebook

ADA, IDA = Maker(name="Ada Quill"), Maker(name="Ida Voss", on="2026-11-22")
HEAD = b'\xef\xbb\xbf# My notes\r\nclaimtrack = 1\r\n\r\n[maker]\r\nname = "Ida Voss"\r\non = "2026-11-22"\r\n\r\n'
CLAIM = b'[[claim]]\nkey = "claim:ferry"\nwording = "The ferry stops."\n# so much for today'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.toml"


def judged(left: str = "S1", right: str = "S2", maker: Maker = ADA) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME, maker=maker)


def kept(path: Path) -> set[Judgement]:
    return set(load([path], references=False).ledger.of(Judgement))


def test_a_file_is_begun_with_the_maker_and_is_gone_when_all_is_taken_out(path: Path) -> None:
    notes = Notebook(path, ADA)
    assert not path.exists()
    notes.add(judged())
    assert path.read_text().startswith('claimtrack = 1\n\n[maker]\nname = "Ada Quill"\nkind = "person"\n\n[[judgement]]\n')
    notes.remove(judged())
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("maker", [ADA, IDA])
@pytest.mark.parametrize("before", [HEAD + CLAIM, HEAD + CLAIM + b"\n", HEAD, b"claimtrack = 1", b"", b"\n"])
def test_every_byte_that_stood_there_is_kept(path: Path, before: bytes, maker: Maker) -> None:
    path.write_bytes(before)
    notes = Notebook(path, maker)
    added = [judged(maker=maker), judged("S1", "S3", maker)]
    for record in added:
        notes.add(record)
    assert path.read_bytes().startswith(before)
    assert kept(path) == set(added)
    for record in reversed(added):
        notes.remove(record)
    assert path.read_bytes() == before


def test_who_made_a_record_is_said_where_the_file_names_somebody_else_and_only_there(path: Path) -> None:
    path.write_bytes(HEAD)
    Notebook(path, IDA).add(judged(maker=IDA))
    assert b"maker =" not in path.read_bytes()
    Notebook(path, ADA).add(judged(maker=ADA))
    assert b'maker = {name = "Ada Quill"}' in path.read_bytes()


def test_what_somebody_else_writes_meanwhile_is_kept(path: Path) -> None:
    notes = Notebook(path, ADA)
    notes.add(judged())
    with path.open("ab") as file:
        file.write(b"\n" + CLAIM + b"\n")
    notes.add(judged("S1", "S3"))
    notes.remove(judged("S1", "S3"))
    assert path.read_bytes().endswith(CLAIM + b"\n")
    assert kept(path) == {judged()}


def test_what_does_not_stand_there_any_more_is_not_taken_out(path: Path) -> None:
    path.write_bytes(b"claimtrack = 1\n")
    notes = Notebook(path, ADA)
    notes.add(judged())
    path.write_bytes(path.read_bytes().replace(b'"same"', b'"different"'))
    with pytest.raises(InputError, match="changed meanwhile"):
        notes.remove(judged())
    assert b'"different"' in path.read_bytes()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"claimtrack = 1\n[[claim]]\n", "wording"),
        (b"claimtrack = [", "not TOML"),
        (b'title = "no case file"\n', "missing"),
        (b"claimtrack = 999\n", "version"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_refused_and_left_alone(path: Path, content: bytes, why: str) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match=why):
        Notebook(path, ADA)
    assert path.read_bytes() == content


def test_a_list_written_inline_cannot_grow_and_is_left_alone(path: Path) -> None:
    content = b'claimtrack = 1\njudgement = [{left = "a", right = "b", verdict = "same"}]\n'
    path.write_bytes(content)
    with pytest.raises(InputError, match="taken for something else"):
        Notebook(path, ADA).add(judged())
    assert path.read_bytes() == content


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        Notebook(tmp_path / "nowhere" / "notes.toml", ADA).add(judged())


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        Notebook(tmp_path, ADA)


def test_a_link_to_the_file_stays_a_link_and_its_mode_stays(path: Path) -> None:
    path.write_bytes(b"claimtrack = 1\n")
    path.chmod(0o640)
    link = path.with_name("link.toml")
    link.symlink_to(path)
    Notebook(link, ADA).add(judged())
    assert link.is_symlink()
    assert kept(path) == {judged()}
    assert path.stat().st_mode & 0o777 == 0o640


@given(answers=st.lists(st.sampled_from(("S2", "S3", "S4", None)), max_size=6))
def test_any_coming_and_going_leaves_what_came_and_did_not_go(tmp_path_factory: pytest.TempPathFactory, answers: list[str | None]) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.toml"
    notes = Notebook(path, ADA)
    left: list[Judgement] = []
    for other in answers:
        if other is None and left:
            notes.remove(left.pop())
        elif other and judged("S1", other) not in left:
            left.append(judged("S1", other))
            notes.add(left[-1])
    assert (kept(path) if path.exists() else set()) == set(left)
