"""Whole runs on Spark and on one machine, record for record and report for report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from claimtrack import files, pipeline
from claimtrack.errors import Fault
from claimtrack.model import Article, Ledger, Outlet, Retraction, Statement
from claimtrack.reports import report_jsonl
from claimtrack.spark import load, run
from claimtrack.testing import corpus
from tests.docs.examples import ROOT

pytestmark = pytest.mark.spark
OWN = ROOT / "tests" / "accuracy" / "articles"


def alone(paths: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """What one machine makes of files: records, reports in their order, faults."""
    loaded = files.load(paths, references=False)
    ledger, faults = pipeline.with_articles(loaded)
    return (
        sorted(record.line for record in ledger),
        report_jsonl(pipeline.track(ledger)).splitlines(),
        sorted(map(str, (*loaded.faults, *faults))),
    )


def together(spark: SparkSession, paths: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The same on Spark."""
    found = run(load(spark, paths))
    claims = [row.json for row in found.claims.collect()]
    records = sorted({row.json for table in (found.records, found.links) for row in table.collect()})
    return records, claims, sorted(str(Fault(*row)) for row in found.faults.collect())


def test_the_seeds_give_the_same(spark: SparkSession) -> None:
    paths = [str(ROOT / "seeds")]
    assert together(spark, paths) == alone(paths)


def test_our_own_articles_give_the_same(spark: SparkSession) -> None:
    paths = [*sorted(map(str, OWN.glob("*.txt"))), str(ROOT / "seeds" / "outlets.toml")]
    found = together(spark, paths)
    assert found == alone(paths)
    assert len(found[1]) > 100


def test_what_cannot_be_read_is_told_alike_and_articles_of_one_name_are_told_apart(spark: SparkSession, tmp_path: Path) -> None:
    text = "Lamp shop to close\n\nHarbour Gazette\n\nThe mayor said on Monday that the lamp shop on the quay would close."
    for folder in ("east", "west"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "lamp.txt").write_text(f"{text} The {folder} quay stays open, she said.", "utf-8")
    (tmp_path / "west" / "torn.txt").write_bytes(b"\xff\xfe\x00\x00\xd8")
    (tmp_path / "broken.jsonl").write_text('{"type": "outlet"}\n', "utf-8")
    found = together(spark, [str(tmp_path)])
    assert found == alone([str(tmp_path)])
    assert found[2]


def test_what_was_taken_back_does_not_count(spark: SparkSession, tmp_path: Path) -> None:
    seeds = files.load([ROOT / "seeds"]).ledger
    gone = [*seeds.of(Statement)[:3], seeds.of(Outlet)[0], seeds.of(Article)[1]]
    taken = Ledger(Retraction(record=each.id, reason="for the test") for each in gone)
    files.save(seeds | taken, tmp_path / "seeds.jsonl")
    paths = [str(tmp_path / "seeds.jsonl")]
    assert together(spark, paths) == alone(paths)


def hashed(lines: Iterable[str]) -> list[str]:
    """What is left of lines where there are too many to be held."""
    return [sha256(line.encode()).hexdigest() for line in lines]


@pytest.mark.parametrize("many", [80, pytest.param(20_000, marks=pytest.mark.nightly)])
def test_a_synthetic_corpus_gives_the_same(spark: SparkSession, tmp_path: Path, many: int) -> None:
    made = corpus(many)
    for name, text in made.articles:
        (tmp_path / name).write_text(text, "utf-8")
    files.save(made.case, tmp_path / "case.jsonl")
    records, claims, faults = alone([str(tmp_path)])
    expected = sorted(hashed(records)), hashed(claims)
    del records, claims
    found = run(load(spark, [str(tmp_path)]))
    tables = (found.records, found.links)
    told = {row.told for table in tables for row in table.selectExpr("sha2(json, 256) AS told").toLocalIterator()}
    assert [row.told for row in found.claims.selectExpr("sha2(json, 256) AS told").toLocalIterator()] == expected[1]
    assert sorted(told) == expected[0]
    assert sorted(str(Fault(*row)) for row in found.faults.collect()) == faults
