"""Predictions of the same-claim matching: pairs of sentences, mentions of events, and claims found again for a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.claims import Collection, Search, WordScorer, kind_of_event
from claimtrack.claims.comparisons import Pair, graded
from claimtrack.model.matching import Proposition

Row = dict[str, Any]
MANY = 20
"""Propositions that are ranked for a query."""


def pair_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """For each row with `id`, `a` and `b`, and `doc_a` and `doc_b` where articles are known, how surely the two say the same.

    Rows without articles are graded by their words alone, from 0 to 1; the others get the sum of their bill in bits.
    """
    rows = list(rows)
    at = {(row.get(f"doc_{side}", ""), row[side]) for row in rows for side in "ab"}
    known = {place: Proposition(key=f"{place[0]}|{place[1]}", article=place[0], text=place[1]) for place in at}
    collection = Collection(known.values())
    score = WordScorer(collection)
    for row in rows:
        one, other = (known[row.get(f"doc_{side}", ""), row[side]] for side in "ab")
        if one.article and other.article:
            yield {"id": row["id"], "score": score(one, other).bits}
        else:
            yield {"id": row["id"], "score": graded(Pair(collection.profile(one), collection.profile(other), collection))}


def mention_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """For each row with `id`, `subtopic` and `mention`, its cluster: mentions of one kind of event within a subtopic."""
    for row in rows:
        yield {"id": row["id"], "cluster": f"{row['subtopic']} {kind_of_event(row['mention'])}"}


def retrieval_rows(rows: Iterable[Row], docs: Iterable[Row]) -> Iterator[Row]:
    """For each row with `id` and `text`, the ids of the docs (`id`, `text`, `title`) nearest to it, best first."""
    search = Search(Proposition(key=doc["id"], text=f"{doc['text']} {doc.get('title', '')}".strip()) for doc in docs)
    for row in rows:
        yield {"id": row["id"], "ranked": [key for key, _ in search(row["text"], MANY)]}
