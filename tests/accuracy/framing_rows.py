"""Framing and hedging of labelled sentences, in the rows that a scorer of sentence labels reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.values import Span
from claimtrack.statements.framing import Framed, frame_article
from claimtrack.statements.framing.axes import hedges, names
from claimtrack.statements.framing.cues import hear
from claimtrack.statements.framing.labels import ANYBODY

Row = Mapping[str, Any]
Attribute = Callable[[str], tuple[Sequence[Quotation], Sequence[Attribution]]]
LONGEST_QUOTATION = 6
"""Sentences; a mark still open after so many was never meant to be."""
_MARK = re.compile(r"``|''|[\"“”]")


def framing_rows(rows: Iterable[Row], attribute: Attribute, *, context: bool = True) -> Iterator[dict[str, str]]:
    """The id, label, label_any and frame of each row; rows of one document are read as one article.

    Args:
        attribute: finds the quotations and attributions of a text.
        context: false to read each row as an article of its own.
    """
    for article in articles(rows, context=context):
        text, sentences = joined([str(row["text"]) for row in article])
        quotations, attributions = attribute(text)
        framed = frame_article(text, sentences, quotations, attributions)
        yield from (_labels(row, each) for row, each in zip(article, framed, strict=True))


def hedge_rows(rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    """The id and label of each row: hedged by one hedge that decides, else certain."""
    for row in rows:
        text = str(row["text"])
        hedged = bool(text) and hedges(names(hear(text, Span(0, len(text))).cues))
        yield {"id": row["id"], "label": "HEDGED" if hedged else "CERTAIN"}


def articles(rows: Iterable[Row], *, context: bool) -> list[list[Row]]:
    """The rows by document, in their order."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        document = str(row["doc"]) if context and row.get("doc") else f"row {row['id']}"
        grouped.setdefault((str(row.get("split", "")), document), []).append(row)
    return list(grouped.values())


def joined(texts: Sequence[str]) -> tuple[str, list[Span]]:
    """One text of several sentences, and where each stands.

    Rows tell nothing of paragraphs: they are run together, and a quotation left open ends after a few sentences rather than never.
    """
    spans: list[Span] = []
    text, open_for = "", 0
    for sentence in texts:
        spans.append(Span(len(text), len(text) + max(len(sentence), 1)))
        open_for = open_for + 1 if _left_open(sentence, already=open_for > 0) else 0
        ended = open_for > LONGEST_QUOTATION
        open_for = 0 if ended else open_for
        text += sentence + ("\n" if ended or not sentence else " ")
    return text, spans


def _left_open(sentence: str, *, already: bool) -> bool:
    """Whether a quotation is open at a sentence's end."""
    state = already
    for mark in _MARK.findall(sentence):
        state = not state if mark in ('"', "''") else mark in ("“", "``")
    return state


def _labels(row: Row, framed: Framed) -> dict[str, str]:
    return {
        "id": row["id"],
        "label": "SUBJ" if framed.axes.author else "OBJ",
        "label_any": "SUBJ" if framed.axes.author or framed.anybody >= ANYBODY else "OBJ",
        "frame": _frame(framed),
    }


def _frame(framed: Framed) -> str:
    if framed.axes.author:
        return "AUTHOR_OPINION"
    if framed.anybody >= ANYBODY:
        return "ATTRIBUTED_OPINION"
    return "ATTRIBUTED_FACT" if framed.tells_of_speech else "FACT"
