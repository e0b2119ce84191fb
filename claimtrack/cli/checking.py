"""The verb `check`: findings in claims, faults, names that lead nowhere, conflicts and anchors."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import click

from claimtrack import files
from claimtrack.checking import Anchored, anchored
from claimtrack.cli import drafting
from claimtrack.cli.linting import Lint, linted, relative
from claimtrack.cli.linting import tell as tell_failing
from claimtrack.cli.loading import load_and_read, paths, strict
from claimtrack.cli.settings import configured
from claimtrack.cli.talk import end, say, stop, write
from claimtrack.codec import write_findings
from claimtrack.errors import Place
from claimtrack.intake import places
from claimtrack.model import AnchorState
from claimtrack.model.case import counted
from claimtrack.model.reports import Report
from claimtrack.pipeline import track
from claimtrack.publishing import publish
from claimtrack.reports.words import harmless

Tell = Callable[[str], None]
FORMS = ("concise", "sarif", "github", "json")
READ = Place("(read)", 0)
"""What stands for the place of records of which no line can be told, such as speakers of raw articles."""


@click.command()
@paths
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(dict.fromkeys((*FORMS, *drafting.FORMS)))),
    help="Form of the findings, concise by default; of the checklist of a draft text, json or markdown.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the findings to this file instead of standard output.")
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False), help="Folder with the texts of the articles, recognized by their digests."
)
@click.option("--ids", is_flag=True, help="List every record with its place and id, as a retraction needs it.")
@drafting.against
@linted
@strict
@configured
def check(
    paths: Sequence[str],
    kind: str | None,
    output: str | None,
    texts: str | None,
    ids: bool,
    against: Sequence[str],
    strict: bool,
    lint: Lint,
) -> None:
    """Lint claims: each flag as a finding with its place, and faults, names that lead nowhere, conflicts and anchors.

    PATH is a folder, a case file, a ledger or a raw article. With --texts, an anchor whose words have changed (drifted) or are gone
    (orphaned) is a finding too.

    With --against, check a draft instead: each quotation and each claim is looked up in the sources, and the exit code is 1 where words,
    speakers, figures or attributions differ.

    Example: claimtrack check seeds --select CT1 --fail-on single-source
    """
    if against:
        drafting.check_against(paths, against, _form(kind, drafting.FORMS, "a draft"), output, strict, lint)
    form = _form(kind, FORMS, "findings")
    loaded = load_and_read(paths, strict)
    loaded = attrs.evolve(loaded, places={**places(loaded.raw, loaded.ledger), **loaded.places})
    found = relative(track(loaded.ledger, rules=lint.rules, log=loaded.log))
    tell = click.echo if form == "concise" and output is None else say  # beside data for programs all else is talk
    if ids:
        _list_records(loaded, tell)
    for conflict in found.conflicts:
        tell(harmless(f"conflict: {conflict.about}: {conflict.detail}"))
    write(_findings(found, form, lint), output)
    poor = _check_anchors(loaded, texts, tell) if texts is not None else 0
    for line in (*lint.summary(found), _records(loaded, found)):
        tell(line)
    lint.keep(found)
    failing = lint.fails(found)
    if lint.before:  # among what was known they are hard to find
        tell_failing(failing)
    end(loaded.faults, lint.count(poor + len(failing)))


def _form(kind: str | None, forms: Sequence[str], what: str) -> str:
    """The form asked for, or the first one; one that is not for this ends the run."""
    if kind is not None and kind not in forms:
        stop(f"--format {kind} is not for {what}; give one of {', '.join(forms)}")
    return kind or forms[0]


def _findings(found: Report, kind: str, lint: Lint) -> str:
    """The findings in the form asked for, those that were known marked as such."""
    if kind != "json":
        return publish(found, kind, baseline=lint.before)
    return write_findings((each, state if lint.before is not None else None) for each, state in lint.states(found))


def _records(loaded: files.Loaded, found: Report) -> str:
    """How much was read, in a line."""
    view = loaded.ledger.view
    return (
        f"{counted(len(loaded.ledger), 'record')}: {counted(len(view.articles), 'article')}, "
        f"{counted(len(view.statements), 'statement')}, {counted(len(found.claims), 'claim')}; "
        f"{counted(len(loaded.faults), 'fault')}, {counted(len(found.conflicts), 'conflict')}"
    )


def _list_records(loaded: files.Loaded, tell: Tell) -> None:
    """One line a record: its place, its id, its type and key, and whether it was taken back."""
    for record in sorted(loaded.ledger, key=lambda record: (loaded.places.get(record.id, READ), record)):
        back = " (retracted)" if record.id in loaded.ledger.retracted else ""
        place = loaded.places.get(record.id, READ)
        tell(harmless(f"{place}  {record.id}  {record.type} {getattr(record, 'key', '')}".rstrip() + back))


def _check_anchors(loaded: files.Loaded, folder: str, tell: Tell) -> int:
    """Look up every anchor and tell what was found; how many are no evidence any more."""
    known, faults = files.texts(folder)
    for fault in faults:
        say(str(fault))
    results = anchored(loaded.ledger.view, known)
    for result in results:
        if result.worth_telling:
            tell(harmless(f"{_place(loaded, result)}: {result.statement}: {result.told}"))
    states = {state: sum(result.state is state for result in results) for state in AnchorState}
    missing = sum(result.state is None for result in results)
    tell(f"anchors: {', '.join(f'{many} {state}' for state, many in states.items())}, {missing} without text")
    unique = sum(result.unique for result in results if result.state is not None)
    tell(f"fragments: {unique} of {len(results) - missing} fit exactly one place")
    return states[AnchorState.DRIFTED] + states[AnchorState.ORPHANED]


def _place(loaded: files.Loaded, result: Anchored) -> str:
    return str(loaded.places.get(result.record, result.article))
