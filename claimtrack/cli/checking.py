"""The verb `check`: faults, names that lead nowhere, conflicts and anchors."""

from __future__ import annotations

from collections.abc import Sequence

import click

from claimtrack import files
from claimtrack.checking import Anchored, anchored
from claimtrack.cli.drafting import against, check_against, form
from claimtrack.cli.findings import fail_on, finds, flags
from claimtrack.cli.loading import load, paths, strict
from claimtrack.cli.talk import end, say
from claimtrack.model import AnchorState
from claimtrack.model.case import counted
from claimtrack.pipeline import track
from claimtrack.reports.words import harmless


@click.command()
@paths
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False), help="Folder with the texts of the articles, recognized by their digests."
)
@click.option("--ids", is_flag=True, help="List every record with its place and id, as a retraction needs it.")
@against
@form
@strict
@fail_on
def check(paths: Sequence[str], texts: str | None, ids: bool, against: Sequence[str], kind: str, strict: bool, fail_on: str) -> None:
    """Check case files and ledgers: faults, names that lead nowhere, conflicts and, with --texts, every anchor.

    With --against, check a draft instead: each quotation and each claim is looked up in the sources, and the exit code is 1 where words,
    speakers, figures or attributions differ.

    With --texts, an anchor whose words have changed (drifted) or are gone (orphaned) is a finding: the exit code is 1.

    Example: claimtrack check seeds --texts articles --fail-on single-source
    """
    if against:
        check_against(paths, against, kind, strict)
    wanted = flags(fail_on)
    loaded = load(paths, strict)
    found = track(loaded.ledger, log=loaded.log)
    if ids:
        _list_records(loaded)
    for conflict in found.conflicts:
        click.echo(harmless(f"conflict: {conflict.about}: {conflict.detail}"))
    poor = 0
    if texts is not None:
        poor = _check_anchors(loaded, texts)
    view = loaded.ledger.view
    click.echo(
        f"{counted(len(loaded.ledger), 'record')}: {counted(len(view.articles), 'article')}, "
        f"{counted(len(view.statements), 'statement')}, {counted(len(found.claims), 'claim')}; "
        f"{counted(len(loaded.faults), 'fault')}, {counted(len(found.conflicts), 'conflict')}"
    )
    end(loaded.faults, poor + finds(found, wanted))


def _list_records(loaded: files.Loaded) -> None:
    """One line a record: its place, its id, its type and key, and whether it was taken back."""
    for record in sorted(loaded.ledger, key=lambda record: loaded.places[record.id]):
        back = " (retracted)" if record.id in loaded.ledger.retracted else ""
        click.echo(harmless(f"{loaded.places[record.id]}  {record.id}  {record.type} {getattr(record, 'key', '')}".rstrip() + back))


def _check_anchors(loaded: files.Loaded, folder: str) -> int:
    """Look up every anchor and tell what was found; how many are no evidence any more."""
    known, faults = files.texts(folder)
    for fault in faults:
        say(str(fault))
    results = anchored(loaded.ledger.view, known)
    for result in results:
        if result.worth_telling:
            click.echo(harmless(f"{_place(loaded, result)}: {result.statement}: {result.told}"))
    states = {state: sum(result.state is state for result in results) for state in AnchorState}
    missing = sum(result.state is None for result in results)
    click.echo(f"anchors: {', '.join(f'{many} {state}' for state, many in states.items())}, {missing} without text")
    unique = sum(result.unique for result in results if result.state is not None)
    click.echo(f"fragments: {unique} of {len(results) - missing} fit exactly one place")
    return states[AnchorState.DRIFTED] + states[AnchorState.ORPHANED]


def _place(loaded: files.Loaded, result: Anchored) -> str:
    return str(loaded.places.get(result.record, result.article))
