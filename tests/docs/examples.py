"""Runs the examples of README, docs and docstrings: each document is one test, its examples in their order.

A document works in a folder of its own that shows the repository's entries, so `seeds` is at hand as in the repository's root and what
examples write is gone afterwards. A TOML block whose first line is a comment with a file's name is written there under that name. With
DOCS_REWRITE=1 in the environment, console output that differs is put right in the document, and the test fails once more.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import chdir
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from sybil import Document, Example, Sybil
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from claimtrack.cli import main

ROOT = Path(__file__).parents[2]
WIDTH = "100"
"""Columns of the window that console examples are written for."""
_FILE = re.compile(r"# ([\w.-]+\.toml)\n")
_SHOWN = ("seeds", "docs", "README.md", "claimtrack")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Take in documents with examples, and modules with examples in their docstrings."""
    inside = file_path.relative_to(ROOT).parts if file_path.is_relative_to(ROOT) else ()
    written = file_path.suffix == ".md" and inside[:1] in (("docs",), ("README.md",))
    coded = file_path.suffix == ".py" and inside[:1] == ("claimtrack",) and ">>> " in file_path.read_text("utf-8")
    return Text.from_parent(parent, path=file_path) if written or coded else None


class Text(pytest.File):
    """A document or a module."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test, if there is any example."""
        document = EXAMPLES.parse(self.path)
        if document.regions:
            yield Examples.from_parent(self, name="examples", document=document)


class Examples(pytest.Item):
    """All examples of one document."""

    def __init__(self, *, document: Document, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.document = document

    def runtest(self) -> None:
        """Run them in the order in which they stand."""
        with TemporaryDirectory() as folder:
            for name in _SHOWN:
                (Path(folder) / name).symlink_to(ROOT / name)
            with chdir(folder):
                for example in self.document.examples():
                    example.evaluate()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What went wrong; the way there through the runner is of no interest."""
        return str(excinfo.value) if isinstance(excinfo.value, SybilFailure) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands, for reports."""
        return self.path, 0, f"examples of {self.path.name}"


def console(example: Example) -> str:
    """Run the commands of a console block and compare what a terminal would show."""
    code, shown, wrong = 0, "", ""
    for command, want in _commands(str(example.parsed)):
        code, got = _run(command, code)
        fits = _fits(want, got)
        shown += f"$ {command}\n{want if fits else _trimmed(want, got)}"
        wrong += "" if fits else f"$ {command}\n{got}"
    if wrong and os.environ.get("DOCS_REWRITE"):
        path = Path(example.path)
        path.write_text(path.read_text("utf-8").replace(str(example.parsed), shown), "utf-8")
    return f"the output is now:\n{wrong}" if wrong else ""


def _trimmed(want: str, got: str) -> str:
    """The output with what the document leaves out left out again: of its lines at the margin those that still begin alike."""
    wanted, lines = [*want.splitlines(), ""], got.splitlines()
    kept, at = [], 0
    for line, below in pairwise(wanted):
        if line == "...":
            kept.append(line)
        elif line[:1] not in ("", " "):
            at = next((place for place in range(at, len(lines)) if lines[place][:3] == line[:3]), at)
            end = at + 1
            while below.startswith(" ") and end < len(lines) and lines[end].startswith(" "):
                end += 1
            kept += [*lines[at:end], *([""] if below == "" else [])]
            at = end
    text = "\n".join(kept).rstrip() + "\n"
    return text if _fits(text, got) else want if "..." in want else got


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with the output that the document shows."""
    first, *rest = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert not first, "a console block starts with a command"
    for part in rest:
        command, _, output = part.partition("\n")
        yield command, output


def _run(command: str, before: int) -> tuple[int, str]:
    """Run one command, with what `printf` pipes into it; `echo $?` tells the exit code of the one before."""
    if command == "echo $?":
        return 0, f"{before}\n"
    piped, bar, rest = command.partition(" | ")
    program, *arguments = shlex.split(rest if bar else command)
    assert program == "claimtrack", f"only claimtrack is run, not {program}"
    given = re.sub(r"\\n", "\n", shlex.split(piped.removeprefix("printf "))[0]) if bar else None
    result = CliRunner(env={"COLUMNS": WIDTH}).invoke(main, arguments, input=given, prog_name="claimtrack")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, "\n".join(line.rstrip() for line in result.output.splitlines()) + ("\n" if result.output else "")


def _fits(want: str, got: str) -> bool:
    """Whether the output is as shown; `...` stands for anything left out."""
    return doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS)


def toml(example: Example) -> str:
    """Read a TOML block, and write it to the file that its first line names."""
    text = str(example.parsed)
    tomllib.loads(text)
    if named := _FILE.match(text):
        Path(named[1]).write_text(text, "utf-8")
    return ""


def read_json(example: Example) -> str:
    """Read a JSON block."""
    json.loads(str(example.parsed))
    return ""


def parsers() -> Iterable[Any]:
    """What is looked for in a document."""
    python = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.REPORT_NDIFF)
    return [python, CodeBlockParser("console", console), CodeBlockParser("toml", toml), CodeBlockParser("json", read_json)]


EXAMPLES = Sybil(parsers=list(parsers()))
