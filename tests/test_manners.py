"""Tests of how loud and colourful a run is, of what is shown of long work, and of help and hints."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from claimtrack.cli import main, manners
from claimtrack.cli.examples import EXAMPLES
from claimtrack.cli.group import VERBS, Verb

ROOT = Path(__file__).parents[1]
ROWS = {row.name: row for row in VERBS}
ARTICLE = "Ferry to stop\n\nHarbour Gazette\n\nThe ferry will stop in November, Minister Ada Quill said on Monday.\n"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("articles").mkdir()
    for name in ("one", "two", "three"):
        Path(f"articles/{name}.txt").write_text(ARTICLE.replace("ferry", f"ferry {name}"), "utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


class TestLoudness:
    @pytest.mark.parametrize("args", [("-q", "read", "articles"), ("read", "articles", "--quiet"), ("--quiet", "read", "-q", "articles")])
    def test_a_quiet_run_says_nothing_but_data(self, args: tuple[str, ...]) -> None:
        assert "3 articles read" in run("read", "articles").stderr
        assert run(*args).stderr == ""
        assert run(*args).stdout == run("read", "articles").stdout

    def test_a_quiet_run_still_tells_what_is_wrong(self) -> None:
        found = run("-q", "report", "nowhere")
        assert (found.exit_code, "nowhere" in found.stderr) == (2, True)

    @pytest.mark.parametrize("args", [("-v", "report", "articles"), ("report", "articles", "--verbose")])
    def test_a_verbose_run_tells_the_files_and_the_time_on_stderr(self, args: tuple[str, ...]) -> None:
        found = run(*args)
        assert "articles/one.txt: an article" in found.stderr
        assert re.search(r"^reading and linking: \d+\.\d s$", found.stderr, re.MULTILINE)
        assert found.stdout == run("report", "articles").stdout

    def test_paths_after_the_options_of_the_command_mean_a_report(self) -> None:
        assert run("-q", "--color", "never", "articles").stdout == run("report", "articles").stdout


class TestColour:
    @pytest.mark.parametrize("args", [("--color", "always", "report", "articles"), ("report", "articles", "--color=always")])
    def test_colour_can_be_asked_for_before_and_after_the_verb(self, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[1m" in run(*args).stdout

    def test_colour_can_be_refused_whatever_the_environment_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[" in run("report", "articles").stdout
        assert "\x1b[" in run("--color", "auto", "report", "articles").stdout
        assert "\x1b[" not in run("--color", "never", "report", "articles").stdout


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def shown(self) -> list[str]:
        """What stood on the line, one after the other."""
        return self.getvalue().split("\r\x1b[K")


def looked_on(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in place of stderr, from now on."""
    found = Terminal()
    monkeypatch.setattr("sys.stderr", found)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(manners, "OFTEN", 0.0)
    return found


class TestProgress:
    def test_it_counts_tells_the_time_left_and_is_gone_when_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = looked_on(monkeypatch)
        clock = iter(range(0, 1000, 30))
        monkeypatch.setattr(manners, "monotonic", lambda: next(clock))
        assert list(manners.watched("abc", 3, "reading")) == ["a", "b", "c"]
        assert terminal.shown() == ["", "reading 1 of 3, 1:00 left", "reading 2 of 3, 0:30 left", "reading 3 of 3", ""]

    def test_the_next_step_is_named_until_the_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = looked_on(monkeypatch)
        with manners.step("linking"):
            assert list(manners.watched("ab", 2, "reading", then="linking")) == ["a", "b"]
        assert terminal.shown()[1] == terminal.shown()[-2] == "linking ..."
        assert terminal.shown()[-1] == ""

    def test_the_line_is_wiped_when_the_work_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = looked_on(monkeypatch)
        with pytest.raises(KeyError), manners.step("linking"):
            raise KeyError
        assert terminal.shown()[-1] == ""

    @pytest.mark.parametrize(("term", "parts"), [("dumb", "ab"), ("xterm", "a")])
    def test_nothing_is_shown_on_a_dumb_terminal_or_of_a_single_part(self, monkeypatch: pytest.MonkeyPatch, term: str, parts: str) -> None:
        terminal = looked_on(monkeypatch)
        monkeypatch.setenv("TERM", term)
        assert "".join(manners.watched(parts, len(parts), "reading")) == parts
        assert terminal.getvalue() == ""

    def test_nothing_is_shown_where_nobody_looks_on(self) -> None:
        assert "\x1b" not in run("report", "articles").stderr


def examples() -> list[tuple[str, str]]:
    """Every example of every verb: those of its help, and those after it."""
    of_help = [(name, f"claimtrack {line}") for name, row in ROWS.items() for line in re.findall(r"Example: claimtrack (.+)", help_of(row))]
    return [*of_help, *((name, line) for name, lines in EXAMPLES.items() for line in lines)]


def help_of(row: Verb) -> str:
    return row.load().help or ""


class TestHelp:
    def test_every_verb_has_several_examples(self) -> None:
        counted = [name for name, _ in examples()]
        assert all(counted.count(row.name) >= 2 for row in VERBS if row.name in EXAMPLES)
        assert set(EXAMPLES) <= set(ROWS)
        assert all(f"More examples:\n    {EXAMPLES[name][0]}\n" in run(name, "--help").stdout for name in EXAMPLES)

    @pytest.mark.parametrize(("verb", "example"), examples())
    def test_every_example_can_be_parsed_by_its_verb(self, verb: str, example: str) -> None:
        program, name, *args = shlex.split(example)
        assert (program, name) == ("claimtrack", verb)
        command = ROWS[verb].load()
        if isinstance(command, click.Group):
            command = command.commands[args.pop(0)]
        context = click.Context(command, info_name=verb)
        values, rest, _ = command.make_parser(context).parse_args(args)
        assert not rest
        for parameter in command.params:
            given = values.get(parameter.name or "")
            if isinstance(given, str) and isinstance(parameter.type, click.Choice):
                assert given in parameter.type.choices

    def test_a_verb_is_dressed_once(self) -> None:
        names = [option.name for option in ROWS["rule"].load().params]
        assert names == [option.name for option in ROWS["rule"].load().params]
        assert names.count("quiet") == 1


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("reprot", "seeds"), "did you mean 'report'"),
        (("report", "seeds", "--formt", "json"), "Did you mean '--format'?"),
        (("report", "seeds", "--format", "markdwn"), "did you mean 'markdown'?"),
        (("report", "seeds", "--fail-on", "singel-source"), "did you mean 'single-source'"),
        (("explain", "C70", "seeds"), "did you mean 'C20"),
        (("explain", "C07", "singel-source", "seeds"), "did you mean 'single-source'"),
        (("outlets", "Sputnk", "seeds"), "did you mean 'sputnik'"),
        (("rule", "CT10"), "'CT110'"),
        (("completion", "bahs"), "did you mean 'bash'?"),
    ],
)
def test_a_slip_of_the_hand_is_answered_with_the_nearest_name(args: tuple[str, ...], hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = run(*args)
    assert found.exit_code == 2
    assert hint in found.stderr
