"""Predictions for labelled texts: `python tests/accuracy/predict.py TASK IN OUT`, where `--help` tells the tasks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimtrack.files import Loaded, Raw, load
from claimtrack.intake import texts
from claimtrack.model import Claims, Ledger, Span, View
from claimtrack.model.reading import Attribution, Quotation
from claimtrack.pipeline import with_articles
from claimtrack.statements import attributions, quotations
from tests.accuracy.copy_rows import copy_rows
from tests.accuracy.framing_rows import framing_rows, hedge_rows
from tests.accuracy.matching_rows import mention_rows, pair_rows, retrieval_rows
from tests.accuracy.stance_rows import stance_rows
from tests.accuracy.truth_rows import truth_lines

Row = dict[str, Any]
OUTLETS = Path(__file__).resolve().parents[2] / "seeds" / "outlets.toml"
"""The outlets that the seeds know; a stranger's list would do as well."""


def attribute(text: str) -> tuple[Sequence[Quotation], Sequence[Attribution]]:
    """The quotations and attributions of a text."""
    found = quotations(text)
    return found, attributions(text, found)


def quote_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """For each row with `doc_id` and `text`, its attributions as spans with their words."""
    for row in rows:
        text = row["text"]
        found = attribute(text)[1]
        yield {"doc_id": row["doc_id"], "quotes": [_quote(each, text) for each in found]}


def _quote(each: Attribution, text: str) -> Row:
    def spelled(span: Span | None) -> list[Any] | None:
        return None if span is None else [span.start, span.end, text[span.start : span.end]]

    return {"source": spelled(each.source), "cue": spelled(each.cue), "content": [spelled(piece) for piece in each.content]}


def article_rows(folder: Path) -> Iterator[Row]:
    """For every text file of a folder, a row a statement, with offsets into that file; its chain begins with the article itself.

    `claim` is the key of the claim that a statement makes or denies, `stance` how it bears on it; both are those of the report.
    """
    outlets = load([OUTLETS], references=False).ledger if OUTLETS.exists() else Ledger()
    raw = [Raw(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.txt"))]
    ledger, faults = with_articles(Loaded(outlets, {}, raw=tuple(raw)))
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    view = ledger.view
    names = {key: file.name for file in raw for key in texts([file], ledger)}
    bears = _bears(view)
    for statement in view.statements.values():
        holders = [" and ".join(view.name(view.resolve(key)) for key in link.holders) for link in statement.chain]
        claim, stance = bears.get(statement.key, ("", ""))
        yield {
            "file": names[statement.article],
            "start": statement.anchor.start,
            "end": statement.anchor.end,
            "chain": [statement.article, *holders],
            "voice": str(statement.voice),
            "framing": str(statement.framing),
            "quotes": [[span.start, span.end] for span in statement.quotes],
            "cue": statement.cue.text if statement.cue else "",
            "role": str(statement.role),
            "proposition": statement.proposition,
            "claim": claim,
            "stance": stance,
        }


def _bears(view: View) -> dict[str, tuple[str, str]]:
    """For each statement the claim that it bears on and how: what it says itself before what it says of another's."""
    found: dict[str, tuple[str, str]] = {}
    for claim in Claims(view).all:
        for bearing in claim.bearings:
            if bearing.statement in claim.members or bearing.statement not in found:
                found[bearing.statement] = (claim.key, str(bearing.kind))
    return found


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _line(row: Row | str) -> str:
    return row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)


TASKS: dict[str, Callable[[Path, Path | None], Iterable[Row | str]]] = {
    "quotes": lambda path, _: quote_rows(_rows(path)),
    "framing": lambda path, _: framing_rows(_rows(path), attribute),
    "hedge": lambda path, _: hedge_rows(_rows(path)),
    "articles": lambda path, _: article_rows(path),
    "matching": lambda path, _: pair_rows(_rows(path)),
    "mentions": lambda path, _: mention_rows(_rows(path)),
    "retrieval": lambda path, docs: retrieval_rows(_rows(path), _rows(docs) if docs else ()),
    "copies": lambda path, _: copy_rows(_rows(path)),
    "stance": lambda path, bodies: stance_rows(_rows(path), {row["id"]: row["text"] for row in _rows(bodies)} if bodies else None),
    "truth": lambda path, method: truth_lines(path, *([str(method)] if method else [])),
}


def main(arguments: Sequence[str]) -> int:
    """Write the predictions of a task for an input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("source", type=Path, help="the rows, or the folder of articles")
    parser.add_argument("target", type=Path, help="where the predictions go, as JSON lines")
    beside = parser.add_mutually_exclusive_group()
    beside.add_argument("--docs", type=Path, dest="beside", help="for retrieval, the rows to rank")
    beside.add_argument("--bodies", type=Path, dest="beside", help="for stance, the bodies that rows name")
    beside.add_argument("--method", type=Path, dest="beside", help="for truth, the name of a method of truth discovery")
    given = parser.parse_args(arguments)
    with given.target.open("w", encoding="utf-8") as out:
        out.writelines(_line(row) + "\n" for row in TASKS[given.task](given.source, given.beside))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
