"""Tests of `claimtrack judge`: keys, what is written when, and what a person sees."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimtrack import Claim, Judgement, Ledger, Maker, load, save
from claimtrack.cli import main
from claimtrack.model import MakerKind, Record, Speaker, SpeakerKind, Verdict
from tests.reports.hostile import HOSTILE, controls, printable
from tests.support.building import ledger, said

ROOT = Path(__file__).parents[1]
MATCHER = Maker(name="matcher", kind=MakerKind.SOFTWARE, version="2")
ADA = Maker(name="Ada Quill")
SAID = [each for key in ("S1", "S2", "S3") for each in said(key, stance=None, proposition=f"Water comes through, says {key}.")]
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def judged(left: str, right: str, verdict: Verdict = UNSURE, maker: Maker = MATCHER, **fields: Any) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, maker=maker, **fields)


PROPOSED = [judged("S1", "S2", score=0.9, reasons=["one dam"]), judged("S2", "S3", score=0.8), judged("S1", "S3", score=0.7)]


@pytest.fixture(autouse=True)
def _town(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in a folder with a town's ledger and three proposed matches, in a window of eighty columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("town").mkdir()
    propose(*PROPOSED)


def propose(*records: Record) -> None:
    save(ledger(SAID, records), "town/town.jsonl")


def run(*args: str, keys: str = "") -> Result:
    """Run the command with one key a line."""
    given = "".join(f"{key}\n" for key in keys.split())
    return CliRunner().invoke(main, ["judge", *(args or ("town",))], input=given)


def answers(path: str = "town/judgements.toml") -> list[tuple[str, str, str]]:
    """The answers in a file, in their order there."""
    if not Path(path).exists():
        return []
    loaded = load([path], references=False)
    records = sorted(loaded.ledger.of(Judgement), key=lambda each: loaded.places[each.id])
    return [(each.left, each.right, str(each.verdict)) for each in records]


class TestKeys:
    @pytest.mark.parametrize(
        ("keys", "verdict"), [("s", "same"), ("d", "different"), ("u", "unsure"), ("SAME", "same"), ("Unsure", "unsure")]
    )
    def test_a_key_or_its_word_is_an_answer(self, keys: str, verdict: str) -> None:
        found = run(keys=keys)
        assert found.exit_code == 0
        assert answers() == [("S1", "S2", verdict)]
        assert f"1 answer (1 {verdict}), 0 skipped, 2 left; written to town/judgements.toml" in found.stderr

    def test_an_answer_settles_what_follows_and_that_is_not_asked(self) -> None:
        found = run(keys="s d")
        assert answers() == [("S1", "S2", "same"), ("S2", "S3", "different")]
        assert "> different; 1 more settled by it" in found.stderr
        assert "2 answers (1 same, 1 different), 0 skipped, 0 left" in found.stderr

    def test_a_skip_is_not_recorded_and_asked_again_next_time(self) -> None:
        found = run(keys="k s")
        assert answers() == [("S2", "S3", "same")]
        assert "1 answer (1 same), 1 skipped, 1 left" in found.stderr
        assert "S1 " in run(keys="q").stderr

    def test_unsure_is_not_asked_again(self) -> None:
        run(keys="u k k")
        assert "--- 2 pairs left ---" in run(keys="q").stderr

    def test_undo_takes_the_answer_out_of_the_file_and_asks_again(self) -> None:
        found = run(keys="s z d q")
        assert answers() == [("S1", "S2", "different")]
        assert "> taken back: S1 / S2: same" in found.stderr

    def test_undo_goes_back_as_far_as_the_beginning(self) -> None:
        found = run(keys="s k z z z q")
        assert answers() == []
        assert os.listdir("town") == ["town.jsonl"]
        assert "taken back: S2 / S3: skipped" in found.stderr
        assert "nothing to undo" in found.stderr

    def test_the_last_answer_can_be_undone_when_nothing_is_left(self) -> None:
        found = run(keys="s s z d")
        assert answers() == [("S1", "S2", "same"), ("S2", "S3", "different")]
        assert "nothing is left: undo (z) or quit (q)" in found.stderr

    def test_quit_asks_no_more_and_the_end_of_input_is_to_quit(self) -> None:
        assert run(keys="q s").stderr == run().stderr
        assert answers() == []

    @pytest.mark.parametrize("key", ["x", "ss", "1", "\x1b[A", "''"])
    def test_a_wrong_key_is_told_which_keys_there_are_and_asked_again(self, key: str) -> None:
        found = run(keys=f"{key} s")
        assert "is no key here" in found.stderr
        assert "  d  different: " in found.stderr
        assert controls(found.stderr) == set()
        assert answers() == [("S1", "S2", "same")]

    def test_an_empty_line_is_no_answer(self) -> None:
        assert "is no key here" in CliRunner().invoke(main, ["judge", "town"], input="\n").stderr

    def test_help_tells_what_each_key_does(self) -> None:
        assert "u  unsure: nobody can say; recorded, so that it is not asked again" in run(keys="?").stderr

    def test_bytes_that_are_no_text_are_a_wrong_key(self) -> None:
        found = CliRunner().invoke(main, ["judge", "town"], input=b"\xff\xfe\ns\n")
        assert found.exit_code == 0
        assert answers() == [("S1", "S2", "same")]


class TestScreen:
    def test_both_sides_the_score_and_the_reasons_are_shown(self) -> None:
        text = run().stderr
        assert "Water comes through, says S1.          | Water comes through, says S2." in text
        assert "score 0.90\n  - matcher: one dam\n" in text
        assert max(map(len, text.splitlines())) <= 80

    @pytest.mark.parametrize("given", [["--width", "40"], []])
    def test_a_narrow_window_has_one_side_under_the_other(self, monkeypatch: pytest.MonkeyPatch, given: list[str]) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        text = run("town", *given).stderr
        assert "left:\n  S1" in text
        assert "right:\n  S2" in text
        assert max(len(line) for line in text.splitlines() if "left;" not in line and "written" not in line) <= 40

    @pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}])
    def test_it_is_plain_text_on_every_terminal(self, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
        before = run().stderr
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert run().stderr == before
        assert controls(before) == set()

    def test_standard_output_stays_empty(self) -> None:
        assert run(keys="s d").stdout == ""

    def test_hostile_words_do_nothing_to_the_terminal(self) -> None:
        words = [printable(each).strip() or "-" for each in HOSTILE]
        people = [Speaker(key=f"person:p{place}", name=each, kind=SpeakerKind.PERSON) for place, each in enumerate(words)]
        claims = [Claim(key=f"claim:c{place}", wording=each) for place, each in enumerate(words)]
        pairs = [judged(f"person:p{place}", f"claim:c{place}", reasons=[each]) for place, each in enumerate(words)]
        save(Ledger([*people, *claims, *pairs]), "town/town.jsonl")
        found = run(keys="d " * len(words))
        assert f"{len(words)} answers" in found.stderr
        assert controls(found.output) == set()


class TestFile:
    def test_an_answer_is_written_before_the_next_is_asked_for(self) -> None:
        command = [sys.executable, "-m", "claimtrack", "judge", "town"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
        ) as process:
            assert process.stdin
            process.stdin.write(b"s\n")
            process.stdin.flush()
            deadline = time.monotonic() + 20
            while not answers() and time.monotonic() < deadline:
                time.sleep(0.02)
            process.kill()
        assert answers() == [("S1", "S2", "same")]

    def test_what_stands_in_the_file_is_kept_to_the_byte(self) -> None:
        before = b'claimtrack = 1\r\n\r\n[maker]\r\nname = "Ida Voss"\r\n\r\n# notes\r\n[[claim]]\r\nkey = "claim:x"\r\nwording = "X."'
        Path("town/judgements.toml").write_bytes(before)
        run(keys="s")
        assert Path("town/judgements.toml").read_bytes().startswith(before)
        assert answers() == [("S1", "S2", "same")]
        run(keys="d z q")
        assert answers() == [("S1", "S2", "same")]

    def test_answers_say_who_gave_them_when_and_why(self) -> None:
        run("town", "--by", "Ada Quill", "--on", "2026-11-22", "--reason", "one dam", "--reason", "one day", keys="s")
        (judgement,) = load(["town/judgements.toml"], references=False).ledger.of(Judgement)
        assert judgement.maker == Maker(name="Ada Quill", on="2026-11-22")
        assert judgement.reasons == ("one dam", "one day")

    def test_another_file_can_be_named_and_is_read_the_next_time(self) -> None:
        run("town", "-o", "mine.toml", keys="s")
        assert answers("mine.toml") == [("S1", "S2", "same")]
        assert not Path("town/judgements.toml").exists()
        assert "--- 2 pairs left ---" in run("town", "-o", "mine.toml").stderr
        assert "--- 3 pairs left ---" in run("town").stderr

    def test_without_a_folder_the_answers_stand_beside_the_first_file(self) -> None:
        run("town/town.jsonl", keys="s")
        assert answers() == [("S1", "S2", "same")]
        assert "--- 2 pairs left ---" in run("town/town.jsonl").stderr

    def test_no_answer_makes_no_file(self) -> None:
        run(keys="k q")
        assert answers() == []
        assert os.listdir("town") == ["town.jsonl"]

    def test_answers_about_raw_articles_are_no_names_that_lead_nowhere(self) -> None:
        for name, day in (("one", "Monday"), ("two", "Tuesday")):
            Path(f"town/{name}.txt").write_text(f'The dam\n\n"The dam leaks," said Ilse Brand{"t" if name == "two" else ""} on {day}.\n')
        save(Ledger(), "town/town.jsonl")
        read = CliRunner().invoke(main, ["read", "town", "-o", "read.jsonl"])
        assert read.exit_code == 0, read.output
        keys = sorted(load(["read.jsonl"]).ledger.view.statements)
        save(Ledger([judged(keys[0], keys[-1])]), "town/town.jsonl")
        assert run(keys="d").exit_code == 0
        assert answers() == [(keys[0], keys[-1], "different")]
        assert CliRunner().invoke(main, ["report", "town"]).exit_code == 0


class TestContradictions:
    TANGLED = (judged("S1", "S2", SAME, ADA), judged("S2", "S3", SAME, ADA), judged("S1", "S3", DIFFERENT, ADA))

    def test_an_answer_that_contradicts_others_is_told_at_once_with_their_records(self) -> None:
        propose(*said("S4", stance=None), *self.TANGLED, judged("S2", "S4", SAME, ADA), judged("S3", "S4"))
        found = run(keys="s")
        assert "> same\ncontradiction: S1: judged different from S3" in found.stderr
        assert "  S1 / S3: different, Ada Quill\n" in found.stderr
        assert "  S3 / S4: same, analyst\n" in found.stderr

    def test_contradictions_are_listed_at_the_end(self) -> None:
        propose(*self.TANGLED)
        found = run()
        assert found.stderr.startswith("no match is proposed that is still open\ncontradiction: S1: judged different from S3")
        assert found.exit_code == 0


class TestWrongUse:
    @pytest.mark.parametrize(
        ("args", "why"),
        [
            (["-"], "standard input"),
            (["town", "-o", "mine.jsonl"], ".toml"),
            (["town", "--by", " "], "empty"),
            (["town", "--on", "yesterday"], "no date"),
            (["town", "--reason", " "], "empty"),
            (["town", "--width", "3"], "--width"),
            (["missing"], "cannot be read"),
            ([], "PATH"),
        ],
    )
    def test_wrong_use_and_bad_input_end_with_two(self, args: list[str], why: str) -> None:
        found = CliRunner().invoke(main, ["judge", *args], input="s\n")
        assert found.exit_code == 2
        assert why in found.stderr

    @pytest.mark.parametrize(
        "content", ["claimtrack = [", "[[claim]]\n", 'claimtrack = 1\njudgement = [{left = "S1", right = "S9", verdict = "same"}]\n']
    )
    def test_a_file_that_nothing_can_be_added_to_is_left_alone(self, content: str) -> None:
        Path("mine.toml").write_text(content)
        found = run("town", "-o", "mine.toml", keys="s")
        assert found.exit_code == 2
        assert found.stderr
        assert Path("mine.toml").read_text() == content

    def test_a_fault_in_a_file_ends_with_two_and_the_answers_are_kept(self) -> None:
        Path("town/bad.jsonl").write_text('{"type": "claim"}\n')
        assert run(keys="s").exit_code == 2
        assert answers() == [("S1", "S2", "same")]


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal."""
    ends = pty.openpty()
    yield ends
    for end in ends:
        os.close(end)


def test_on_a_terminal_one_key_is_an_answer_without_a_line_end(terminal: tuple[int, int]) -> None:
    here, there = terminal
    command = [sys.executable, "-m", "claimtrack", "judge", "town"]
    with subprocess.Popen(command, stdin=there, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        assert process.stderr
        for key in (b"s", b"q"):
            while b"help (?)" not in process.stderr.readline():
                pass
            time.sleep(0.1)
            os.write(here, key)
        assert process.wait(20) == 0
    assert answers() == [("S1", "S2", "same")]
