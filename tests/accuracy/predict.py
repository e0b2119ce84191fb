"""Predictions for labelled texts: `python tests/accuracy/predict.py TASK IN OUT`, where `--help` tells the tasks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimtrack.articles import read_article
from claimtrack.errors import InputError
from claimtrack.model import Ledger, Span, View
from claimtrack.model.reading import Attribution, Quotation
from claimtrack.statements import attributions, extract, quotations
from tests.accuracy.framing_rows import framing_rows, hedge_rows
from tests.accuracy.matching_rows import mention_rows, pair_rows, retrieval_rows

Row = dict[str, Any]


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
    """For every text file of a folder, a row a statement, with offsets into that file; its chain begins with the article itself."""
    outlets = _outlets()
    for path in sorted(folder.rglob("*.txt")):
        try:
            articles = read_article(path.read_bytes(), path.name, list(outlets.outlets.values()))
        except InputError as error:
            sys.stderr.write(f"{error}\n")
            continue
        for article in articles:
            extraction = extract(article, outlets)
            names = {speaker.key: speaker.name for speaker in extraction.speakers}
            for statement in extraction.statements:
                holders = [[names.get(key, outlets.name(key)) for key in link.holders] for link in statement.chain]
                yield {
                    "file": path.name,
                    "start": statement.anchor.start,
                    "end": statement.anchor.end,
                    "chain": [article.article.key, *(" and ".join(link) for link in holders)],
                    "voice": str(statement.voice),
                    "framing": str(statement.framing),
                    "quotes": [[span.start, span.end] for span in statement.quotes],
                    "cue": statement.cue.text if statement.cue else "",
                    "role": str(statement.role),
                    "proposition": statement.proposition,
                }


def _outlets() -> View:
    """The outlets that the seeds know; a stranger's list would do as well."""
    from claimtrack import load

    seeds = Path(__file__).resolve().parents[2] / "seeds" / "outlets.toml"
    return load([seeds], references=False).ledger.view if seeds.exists() else Ledger().view


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


TASKS: dict[str, Callable[[Path, Path | None], Iterable[Row]]] = {
    "quotes": lambda path, _: quote_rows(_rows(path)),
    "framing": lambda path, _: framing_rows(_rows(path), attribute),
    "hedge": lambda path, _: hedge_rows(_rows(path)),
    "articles": lambda path, _: article_rows(path),
    "matching": lambda path, _: pair_rows(_rows(path)),
    "mentions": lambda path, _: mention_rows(_rows(path)),
    "retrieval": lambda path, docs: retrieval_rows(_rows(path), _rows(docs) if docs else ()),
}


def main(arguments: Sequence[str]) -> int:
    """Write the predictions of a task for an input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("source", type=Path, help="the rows, or the folder of articles")
    parser.add_argument("target", type=Path, help="where the predictions go, as JSON lines")
    parser.add_argument("--docs", type=Path, help="for retrieval, the rows to rank")
    given = parser.parse_args(arguments)
    with given.target.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in TASKS[given.task](given.source, given.docs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
