"""Ends a run of benchmarks with one table of all figures, and writes them to a file with `--figures FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.benchmarks.figures import Figure, Recorder, figure, table, written

PROPERTY = "figure"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the name of a file for the figures; known where the benchmarks' folder is named on the command line."""
    parser.addoption("--figures", metavar="FILE", help="write the figures of benchmarks as JSON")


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Recorder:
    """Notes a figure; it goes with the test's report, so that several processes may measure."""

    def note(*told: Any, **more: Any) -> None:
        request.node.user_properties.append((PROPERTY, attrs.asdict(figure(*told, **more))))

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table, if anything was measured."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [value for report in reports for name, value in report.user_properties if name == PROPERTY and report.when == "call"]
    figures = [Figure(**value) for value in told]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write_line(table(figures))
    if file := config.getoption("--figures", None):
        Path(file).write_text(written(figures), "utf-8")
