"""Which texts are of one origin, in the rows that a scorer of clusters reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.provenance.copies import Text, pairs
from claimtrack.provenance.copies.relations import VERBATIM

Row = Mapping[str, Any]


def copy_rows(rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    """The id and cluster of each row, from its text alone; copies, excerpts and common wire are one cluster, closed transitively."""
    texts = [Text(key=str(row["id"]), text=str(row["text"])) for row in rows]
    found = pairs(texts)
    standing = {text.key: text.key for text in texts}

    def root(key: str) -> str:
        while standing[key] != key:
            standing[key] = key = standing[standing[key]]
        return key

    for pair in found:
        if pair.relation in VERBATIM:
            first, second = sorted((root(pair.source), root(pair.derived)))
            standing[second] = first
    yield from ({"id": text.key, "cluster": root(text.key)} for text in texts)
