"""Turns labelled articles into their case files.

`python -m tests.accuracy.casefiles` writes all of them; with names, it also shows these articles' rows for proofreading.
"""

from __future__ import annotations

import hashlib
import re
import sys

from claimtrack.model.fragments import Page
from claimtrack.model.terms import Polarity, Role
from claimtrack.model.values import CUE_WORDS, digest
from tests.accuracy.labels import FOLDER, LabelError, Labelled, Place, Row, load, names, shown, world

MAKER = '[maker]\nname = "claimtrack annotators"\nkind = "person"\non = "2026-11"\n'


def case(labelled: Labelled) -> str:
    """The case file of an article."""
    parts = ["claimtrack = 1\n", MAKER, _article(labelled)]
    parts += [_holder(line) for line in _needed(labelled)]
    page = Page(labelled.text)
    parts += [_statement(labelled, row, page) for row in labelled.rows]
    return "\n".join(parts)


def _article(labelled: Labelled) -> str:
    head, data = labelled.head, labelled.text.encode()
    told: dict[str, object] = {
        "key": f"article:{labelled.name}",
        "title": head["title"],
        "outlet": head.get("outlet", ""),
        "authors": [head["author"]] if "author" in head else [],
        "published": {"on": head["published"], "basis": head.get("basis", "stated")} if "published" in head else {},
        "genre": head["genre"],
        "dateline": head.get("dateline", ""),
        "language": "en",
        "digest": hashlib.sha256(data).hexdigest(),
        "length": len(labelled.text),
        "notices": [_notice(labelled.text, line) for line in head.get("notices", "").split(" || ") if line],
        "note": "An invented article for measuring.",
    }
    return _table("article", told)


def _notice(text: str, line: str) -> dict[str, object]:
    """A notice from `kind; cited key; its words`."""
    kind, cites, words = line.split("; ", 2)
    start = text.index(words)
    return {"kind": kind, "cites": cites.split(), "span": {"start": start, "end": start + len(words)}}


def _needed(labelled: Labelled) -> list[list[str]]:
    """The outlets and speakers that an article's chains name, and those behind them."""
    shared = world()
    wanted = [labelled.head["outlet"]] if labelled.head.get("outlet") else []
    wanted += [key for notice in labelled.head.get("notices", "").split(" || ") if notice for key in notice.split("; ")[1].split()]
    wanted += [key for row in labelled.rows for key in re.split(r"[>|]", re.sub(r"[?%]", "", row.chain)) if key]
    found: dict[str, list[str]] = {}
    while wanted:
        key = wanted.pop()
        if key not in shared:
            raise LabelError(f"{labelled.name}: {key} is not in world.labels")
        if key not in found:
            found[key] = shared[key]
            wanted += [*shared[key][4].split(), *shared[key][5].split()]
    return [found[key] for key in sorted(found)]


def _holder(cells: list[str]) -> str:
    key, name, kind, aliases, acts, members = cells
    told: dict[str, object] = {"key": key, "name": name, "kind": kind, "aliases": [alias.strip() for alias in aliases.split(";") if alias]}
    told |= {"acts_for": acts.split(), "members": members.split()}
    return _table("outlet" if key.startswith("outlet:") else "speaker", told)


def _chain(spelled: str) -> list[object]:
    """The links of a chain, from the article inwards."""
    return [_link(link.rstrip("?%").split("|"), link[-1]) for link in spelled.split(">") if link]


def _link(held: list[str], mark: str) -> object:
    if mark in "?%":
        return {"holders": held, "certainty": "unresolved" if mark == "?" else "likely"}
    return held if len(held) > 1 else held[0]


def _statement(labelled: Labelled, row: Row, page: Page) -> str:
    start, end = row.anchor
    told: dict[str, object] = {
        "key": f"{labelled.head['prefix']}-{row.number}",
        "role": "" if row.role is Role.BODY else str(row.role),
        "anchor": {"start": start, "end": end, "digest": digest(labelled.text[start:end]), "fragment": page.fragment(start, end)},
        "chain": _chain(row.chain),
        "voice": str(row.voice),
        "framing": str(row.framing),
        "modality": [str(word) for word in row.modality],
        "polarity": "" if row.polarity is Polarity.AFFIRM else str(row.polarity),
        "source": _span(row.source),
        "cue": _cue(labelled.text, row.cue),
        "content": [_span(place) for place in row.content],
        "quotes": [_span(place) for place in row.quotes],
        "proposition": row.proposition,
        "note": row.note,
    }
    return _table("statement", told)


def _span(place: Place | None) -> dict[str, int]:
    return {"start": place[0], "end": place[1]} if place else {}


def _cue(text: str, place: Place | None) -> dict[str, object]:
    if not place:
        return {}
    words = " ".join(text[slice(*place)].split())
    return {**_span(place), **({"text": words} if len(words.split()) <= CUE_WORDS else {})}


def _table(kind: str, told: dict[str, object]) -> str:
    """A table of a case file, without what is empty."""
    return "\n".join([f"[[{kind}]]", *(f"{key} = {_toml(value)}" for key, value in told.items() if value), ""])


def _toml(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items() if inner != "") + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def main(proofread: list[str]) -> None:
    """Write all case files; show the rows of the articles named."""
    for name in names():
        labelled = load(name)
        (FOLDER / f"{name}.toml").write_text(case(labelled))
        if name in proofread:
            print(shown(labelled))


if __name__ == "__main__":
    main(sys.argv[1:])
