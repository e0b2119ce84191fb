"""Which articles descend from which on Spark: traces and comparisons by workers, the search among traces on the driver."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from claimtrack.linking import resolved, settled
from claimtrack.model import Record, View
from claimtrack.provenance.copies import Descent, Finder, Text, Traces, compare_texts, traces
from claimtrack.provenance.copies.families import families
from claimtrack.spark.folding import fold, mapped
from claimtrack.spark.needed import functions, pyarrow, sql
from claimtrack.spark.tables import TEXT, Row, frame, rows_of

TEXTS = pyarrow.schema([("key", TEXT), ("value", pyarrow.binary())])
"""Texts of articles as Python keeps values, or their traces; they go from the driver to workers and back, and nowhere else."""
FAMILY = pyarrow.schema([("family", TEXT), ("key", TEXT), ("other", TEXT)])
"""Two texts of one family that are to be compared; of a text itself, `other` is empty."""
FOUND = pyarrow.schema([("found", TEXT)])
"""What the comparison of two texts tells, as JSON."""


def descended(session: sql.SparkSession, view: View, texts: Iterable[Text] | Mapping[str, Text]) -> Iterable[Record]:
    """Which articles descend from which, as `linking.descended` finds it.

    Args:
        session: where to work.
        view: the records.
        texts: the texts; the driver reads them, a few at a time where they are a mapping, and holds a kilobyte of traces of each.
    """
    held = frame(session, _packed(resolved(view, texts)), TEXTS).persist()
    finder = Finder()
    traced = rows_of(mapped(held, _traced, TEXTS).toArrow().to_batches())
    found = finder.update({str(key): Traces.from_bytes(value) for key, value in traced if isinstance(value, bytes)})
    ages = {key: finder.traces(key).age for couple in found.compare for key in couple}
    compared = fold(_families(held, found.compare), "family", partial(_compared, finder.common), FOUND, order=("other", "key"))
    told = (Descent.from_row(json.loads(str(line))) for (line,) in rows_of(compared.toArrow().to_batches()))
    return settled(view, told, ages)


def _packed(texts: Iterable[Text] | Mapping[str, Text]) -> Iterator[Row]:
    for text in (texts[key] for key in texts) if isinstance(texts, Mapping) else texts:
        yield text.key, pickle.dumps(text)


def _opened(value: object) -> Text:
    assert isinstance(value, bytes)
    text = pickle.loads(value)
    assert isinstance(text, Text)
    return text


def _traced(given: Row) -> Iterator[Row]:
    yield given[0], traces(_opened(given[1])).to_bytes()


def _families(held: sql.DataFrame, couples: Iterable[tuple[str, str]]) -> sql.DataFrame:
    """The texts to compare, and after them the pairs, each with its family."""
    couples = sorted(couples)
    family = families(couples)
    rows = [*((family[key], key, "") for key in family), *((family[left], left, right) for left, right in couples)]
    both = frame(held.sparkSession, rows, FAMILY).join(held, "key", "left")
    return both.withColumn("value", functions.when(functions.col("other") == "", functions.col("value")))


def _compared(common: frozenset[int], _: object, rows: Iterator[Row]) -> Iterator[Row]:
    """What the pairs of one family tell; its texts come first."""
    texts: dict[str, Text] = {}
    couples: list[tuple[str, str]] = []
    for _family, other, key, value in rows:
        if other:
            couples.append((str(key), str(other)))
        else:
            texts[str(key)] = _opened(value)
    for pair in compare_texts(texts.__getitem__, couples, common):
        if (told := Descent.of(pair)) is not None:
            yield (json.dumps(told.to_row()),)
