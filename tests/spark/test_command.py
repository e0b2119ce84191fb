"""The command `claimtrack spark report`, from Parquet to Parquet, and what is said where something is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow
import pytest
from click.testing import CliRunner
from pyarrow import parquet
from pyspark.sql import SparkSession

from claimtrack import files, pipeline
from claimtrack.cli import main
from claimtrack.reports import report_jsonl
from claimtrack.spark.tables import ARTICLES, CLAIMS, RECORDS, row
from tests.docs.examples import ROOT

OWN = ROOT / "tests" / "accuracy" / "articles"
RUN = "import sys; {}; from claimtrack.cli import main; main(['spark', 'report', '--input', 'seeds', '--output', 'never'])"


def told(before: str, **more: str) -> str:
    """What the command says in a process of its own, where it ends with 2."""
    found = subprocess.run(
        [sys.executable, "-c", RUN.format(before)], env=os.environ | more, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 2
    assert not (ROOT / "never").exists()
    return found.stderr


@pytest.mark.slow
def test_a_missing_package_is_told_in_one_line() -> None:
    wanted = "work on Spark needs claimtrack[spark]; install it with: pip install claimtrack[spark]\n"
    assert told("sys.modules['pyspark'] = None") == wanted


@pytest.mark.slow
def test_missing_java_is_told_in_one_line(tmp_path: Path) -> None:
    assert told("pass", JAVA_HOME=str(tmp_path)) == "Spark: no Java found: install a JDK 17 or set JAVA_HOME\n"


@pytest.mark.spark
def test_tables_in_give_tables_out_which_can_be_put_in_again(spark: SparkSession, tmp_path: Path) -> None:
    texts = sorted(OWN.glob("f*.txt"))
    outlets = files.load([ROOT / "seeds" / "outlets.toml"]).ledger
    put(tmp_path / "in" / "articles.parquet", ARTICLES, [(path.name, path.read_bytes()) for path in texts])
    put(tmp_path / "in" / "records.parquet", RECORDS, [row(record) for record in outlets])
    raw = tuple(files.Raw(path.name, path.read_bytes()) for path in texts)
    ledger, _ = pipeline.with_articles(files.Loaded(outlets, {}, raw=raw))
    wanted = report_jsonl(pipeline.track(ledger)).splitlines()
    for given, made in (("in", "out"), ("out", "again")):
        found = CliRunner().invoke(main, ["spark", "report", "--input", str(tmp_path / given), "--output", str(tmp_path / made)])
        assert (found.exit_code, found.output) == (0, f"{tmp_path / made}: {len(wanted)} claims\n")
        claims = parquet.read_table(tmp_path / made / "claims.parquet")
        assert claims.schema.names == CLAIMS.names
        assert claims.column("json").to_pylist() == wanted
        kept = [parquet.read_table(tmp_path / made / f"{name}.parquet").column("json").to_pylist() for name in ("records", "links")]
        assert sorted({*kept[0], *kept[1]}) == sorted(record.line for record in ledger)


@pytest.mark.spark
def test_rows_that_are_no_records_cost_themselves_alone_and_are_told(spark: SparkSession, tmp_path: Path) -> None:
    outlet = '{"key":"outlet:gull","name":"The Gull","type":"outlet"}'
    wrong = ['{"type":"outlet","key":"a"}', "torn", '{"type":"fault"}', "[]", "[" * 100_000, '{"claimtrack":99,"type":"ledger"}']
    lines = [("row-0", outlet), *((f"row-{number}", line) for number, line in enumerate(wrong, 1)), ("row-7", None)]
    put(tmp_path / "records.parquet", RECORDS, [("", "", name, line) for name, line in lines])
    put(tmp_path / "articles.parquet", ARTICLES, [(None, b"x"), ("lamp.txt", None)])
    found = CliRunner().invoke(main, ["spark", "report", "--input", str(tmp_path), "--output", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert re.findall(r"records\.parquet: (row-\d): ", found.output) == [f"row-{number}" for number in range(1, 8)]
    assert found.output.count("has no name or no data") == 2
    assert parquet.read_table(tmp_path / "out" / "records.parquet").column("json").to_pylist() == [outlet]


@pytest.mark.spark
def test_a_table_with_other_columns_is_refused_with_those_that_it_should_have(spark: SparkSession, tmp_path: Path) -> None:
    put(tmp_path / "articles.parquet", pyarrow.schema([("name", pyarrow.string()), ("text", pyarrow.string())]), [("a", "b")])
    found = CliRunner().invoke(main, ["spark", "report", "--input", str(tmp_path), "--output", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert "expected the columns name string, data binary; found struct<name:string,text:string>" in found.output


def put(path: Path, schema: pyarrow.Schema, rows: list[tuple[object, ...]]) -> None:
    """Write a table."""
    path.parent.mkdir(exist_ok=True)
    columns = [[each[place] for each in rows] for place in range(len(schema.names))]
    parquet.write_table(pyarrow.table(columns, schema=schema), path)


def test_paths_that_lead_nowhere_are_told_before_spark_is_started(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["spark", "report", "--input", str(tmp_path / "nowhere"), "--output", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "nowhere: no such file or folder" in done.stderr
    assert not (tmp_path / "out").exists()
