"""Findings line by line: for people and their editors, and as workflow commands that GitHub turns into annotations."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model.findings import Finding, State
from claimtrack.model.reports import Level, Report
from claimtrack.reports.findings import compared, findings
from claimtrack.reports.paths import relative_to
from claimtrack.reports.words import harmless

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
KNOWN = " (known)"
"""What is said behind a finding that stood in the baseline."""


def concise(report: Report, *, baseline: Iterable[Finding] | None = None) -> str:
    """One finding a line: `path:line:column: CT101 single-source: warning: claim: reason`.

    Column 1 stands for the start of a line; a claim that came from no file is named in place of the path.
    """
    return "".join(_line(each, KNOWN if known else "") for each, known in _told(report, baseline))


def _line(finding: Finding, known: str) -> str:
    place = finding.place
    about = harmless(finding.about or finding.claim).strip() or "-"
    where = about if place is None else f"{place.file}:{place.line}:{place.column or 1}" if place.line else place.file
    said = f"{finding.message}" if place is None else f"{about}: {finding.message}"
    return harmless(f"{where}: {finding.code} {finding.name}: {finding.level}: {said}{known}") + "\n"


def github(report: Report, *, baseline: Iterable[Finding] | None = None, folder: str = "") -> str:
    """One workflow command a finding; what stood in the baseline is a notice.

    Args:
        report: what to tell of.
        baseline: findings of an earlier run.
        folder: the folder that paths count from, which has to be the repository's.
    """
    told = _told(report, baseline)
    relative = relative_to(folder, (each.place.file for each, _ in told if each.place))
    return "".join(_command(each, known, relative(each.place.file) if each.place else "") for each, known in told)


def _command(finding: Finding, known: bool, path: str) -> str:
    place = finding.place
    properties = {"title": f"{finding.code} {finding.name}"}
    if place and path:
        properties = {"file": path, "line": str(place.line or 1), "col": str(place.column or 1), **properties}
    told = ",".join(f"{name}={_spelled(value, _PROPERTY)}" for name, value in properties.items())
    command = "notice" if known else _COMMANDS[finding.level]
    message = f"{finding.about or finding.claim}: {finding.message}{KNOWN if known else ''}"
    return f"::{command} {told}::{_spelled(message, _DATA)}\n"


def _spelled(text: str, marks: dict[str, str]) -> str:
    """Text in which nothing ends a command or one of its properties; `%` goes first, since all others put one in."""
    text = harmless(text)
    for mark, spelled in marks.items():
        text = text.replace(mark, spelled)
    return text


def _told(report: Report, baseline: Iterable[Finding] | None) -> list[tuple[Finding, bool]]:
    """The findings, each with whether it was known before."""
    states = compared(findings(report), baseline or ())
    return [(each, state is not State.NEW) for each, state in states if state is not State.ABSENT]
