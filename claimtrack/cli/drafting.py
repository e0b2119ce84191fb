"""The check of a draft, for the verb `check` where `--against` is given."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import NoReturn

import click

from claimtrack import files
from claimtrack.cli.linting import Lint
from claimtrack.cli.loading import tell
from claimtrack.cli.manners import step
from claimtrack.cli.talk import coloured, end, stop, write
from claimtrack.drafting import check_draft
from claimtrack.model.drafts import Checklist
from claimtrack.model.reports import Level
from claimtrack.reports import checklist, checklist_json, checklist_markdown

FORMS = ("text", "json", "markdown")
COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "ok": "green"}

against = click.option(
    "--against", multiple=True, metavar="PATH", help="Check PATH... as a draft against these sources; may be given several times."
)


def check_against(paths: Sequence[str], sources: Sequence[str], kind: str, output: str | None, strict: bool, lint: Lint) -> NoReturn:
    """Print the checklist of a draft and leave: with 1 where there is an error or a warning, or what `--fail-level` asks for."""
    draft, pile = files.load(paths), files.load(sources)
    if not draft.raw:
        tell(draft.faults)
        stop(f"{', '.join(map(files.shown, paths))}: no draft here; expected a text, a Markdown file or a page")
    with step("looking the draft up"):
        found = check_draft(draft, pile)
    tell(found.faults)
    if strict and found.faults:
        end(found.faults, 0)
    if not found.sources:
        stop(f"{', '.join(map(files.shown, sources))}: no source here that can be read")
    write(_shown(found, kind, output is None), output)
    end(found.faults, lint.count(found.at_least(lint.level or Level.WARNING)))


def _shown(found: Checklist, kind: str, window: bool) -> str:
    """The checklist in the form asked for."""
    if kind == "text":
        return checklist(found, shutil.get_terminal_size((100, 24)).columns if window else 100, _painted if window else None)
    return checklist_json(found) if kind == "json" else checklist_markdown(found)


def _painted(level: str, text: str) -> str:
    return coloured(text, COLOURS[level])
