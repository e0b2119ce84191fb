"""The verb `completion`, and what a shell is offered: verbs, options, forms, and the flags and claims that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CLAIMTRACK_COMPLETE"
MOST_FILES, MOST_BYTES = 50, 1_000_000
"""Case files that are looked through for labels while somebody waits, and how much of each."""
_LABEL = re.compile(r"^label\s*=\s*\"([^\"\\\s]{1,40})\"", re.MULTILINE)


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print a script that completes verbs, options, flags and claims in bash, zsh or fish.

    Bash: put `eval "$(claimtrack completion bash)"` into ~/.bashrc. Zsh: the same with zsh into ~/.zshrc. Fish: claimtrack completion
    fish > ~/.config/fish/completions/claimtrack.fish.

    Example: claimtrack completion bash
    """
    from claimtrack.cli.group import main  # which lists this verb

    kind = get_completion_class(shell)
    assert kind is not None
    made = kind(main, {}, "claimtrack", VARIABLE)
    click.echo(made.source_template % made.source_vars())


def flags(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of flags that begin so; after a comma the next one."""
    from claimtrack.support import FLAGS  # loaded by every verb that has flags

    before, comma, word = incomplete.rpartition(",")
    return [CompletionItem(before + comma + row.name, help=row.means) for row in FLAGS if row.name.startswith(word)]


def rules(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes and names of flags and of findings in drafts that begin so."""
    from claimtrack.model.drafts import DRAFT_RULES
    from claimtrack.support import FLAGS

    rows: Sequence[tuple[str, str, str]] = [
        *((row.code, row.name, row.means) for row in FLAGS),
        *((found.code, found.name, found.means) for found in DRAFT_RULES),
    ]
    return [CompletionItem(word, help=means) for code, name, means in rows for word in (code, name) if word.startswith(incomplete)]


def claims(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The labels of claims in the case files here, and in the folder `seeds`, that begin so."""
    found = {label for path in islice(_cases(), MOST_FILES) for label in _labels(path)}
    return [CompletionItem(label) for label in sorted(found) if label.startswith(incomplete)]


def _cases() -> Iterable[Path]:
    return (path for folder in (Path(), Path("seeds")) for path in sorted(folder.glob("*.toml")))


def _labels(path: Path) -> Iterable[str]:
    """The labels in a case file; none where it cannot be read, since nobody asked for that."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return _LABEL.findall(file.read(MOST_BYTES))
    except OSError:
        return ()
