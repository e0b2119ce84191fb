"""Our own pairs of articles, written for this: copies, rewrites, excerpts, and texts that only share a speaker or an event.

A file under `pairs/` is one story. `== role | outlet | day | headline` opens an article; `=3` stands for the third paragraph of the story's
`base`, and lines under it say what was changed in it by hand. Everything is invented: outlets, people, places and events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from claimtrack.model.values import period
from claimtrack.provenance.copies import Text

FOLDER = Path(__file__).parent / "pairs"
_HEAD = re.compile(r"^== (.+)$", re.MULTILINE)
LABELS = {
    ("base", "copy"): "copy",
    ("base", "light"): "light rewrite",
    ("copy", "light"): "light rewrite",
    ("base", "excerpt"): "excerpt",
    ("base", "heavy"): "heavy rewrite",
    ("base", "quotes"): "shared quotes",
    ("quotes", "light"): "shared quotes",
    ("statement1", "statement2"): "shared statement",
    ("base", "rival"): "shared quotes",
    ("copy", "rival"): "shared quotes",
    ("heavy", "rival"): "unrelated",
    ("event", "rival"): "unrelated",
    ("base", "event"): "unrelated",
    ("event", "light"): "unrelated",
    ("event", "heavy"): "unrelated",
    ("event", "quotes"): "unrelated",
    ("event", "excerpt"): "unrelated",
    ("heavy", "quotes"): "unrelated",
    ("base", "statement1"): "unrelated",
    ("event", "statement2"): "unrelated",
}
"""What two articles of one story are to each other, by their roles.

`quotes` was written apart around the same words, and `rival` is a report of the same facts by somebody who had been there too.
"""
POSITIVE = frozenset({"copy", "light rewrite", "excerpt"})


@attrs.frozen
class Labelled:
    """Two articles and what they are to each other."""

    story: str
    left: Text
    right: Text
    label: str


def stories() -> dict[str, dict[str, Text]]:
    """The articles of each story by their roles."""
    return {path.stem: _story(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt"))}


def pairs() -> Iterator[Labelled]:
    """Every labelled pair."""
    for story, articles in stories().items():
        for (one, other), label in LABELS.items():
            if one in articles and other in articles:
                yield Labelled(story, articles[one], articles[other], label)


def _story(name: str, written: str) -> dict[str, Text]:
    _, *pieces = _HEAD.split(written)
    found: dict[str, Text] = {}
    base: list[str] = []
    for head, body in zip(pieces[::2], pieces[1::2], strict=True):
        role, outlet, day, title = head.split(" | ")
        paragraphs = list(_paragraphs(body, base))
        base = base or paragraphs
        key = f"article:{name}-{role}"
        found[role] = Text(key=key, text="\n\n".join(paragraphs), outlet=outlet, title=title, published=period(day))
    return found


def _paragraphs(body: str, base: list[str]) -> Iterator[str]:
    """The paragraphs of an article, those taken from the base with their changes made."""
    paragraph = ""
    for line in body.strip().splitlines():
        if line.startswith("  "):
            old, new = line.strip().split(" => ")
            assert paragraph.count(old) == 1, old
            paragraph = paragraph.replace(old, new)
            continue
        if paragraph:
            yield paragraph
        paragraph = base[int(line[1:]) - 1] if line.startswith("=") else line
    if paragraph:
        yield paragraph
