"""Nothing public goes undocumented: commands, options, flags, grades, records, words, names and fields of the report."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import click
import pytest

import claimtrack
from claimtrack import testing
from claimtrack.cli.formats import SETTINGS
from claimtrack.cli.group import VERBS as ROWS
from claimtrack.codec import default_policy
from claimtrack.codec.settings import KEYS
from claimtrack.errors import Place
from claimtrack.model import RECORDS, terms, values
from claimtrack.model.drafts import DRAFT_RULES, Checklist, Found, Point, PointKind
from claimtrack.model.reports import Level
from claimtrack.reliability import outlets, speakers
from claimtrack.reports import FORMATS, checklist_json, diff_schema, report_schema, sources_schema
from claimtrack.reports.graph import Kind, Tie
from claimtrack.reports.rows import CLAIM_COLUMNS, STATEMENT_COLUMNS
from claimtrack.support import NAMED
from tests.docs.examples import ROOT

REFERENCE = ROOT / "docs" / "reference"
VERBS = {row.name: row.load() for row in ROWS}
VALUES = [kind for kind in vars(values).values() if isinstance(kind, type) and attrs.has(kind) and not hasattr(kind, "spelled")]
WORDS = [kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, terms.Term) and kind is not terms.Term]


def section(page: str, title: str) -> str:
    """What a page of the reference says under a heading, up to the next one of its level or above."""
    found = re.search(rf"^(##+) {re.escape(title)}\n(.*?)(?=^##+ |\Z)", (REFERENCE / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found, f"docs/reference/{page} has no section {title!r}"
    return found[2]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_described_with_every_option(verb: str) -> None:
    told = section("commands.md", verb) + section("commands.md", "Options of every verb")
    for parameter in parameters(VERBS[verb]):
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert option in ("-h", "--help") or f"`{option}`" in told, f"{verb} {option}"


def parameters(verb: click.Command) -> Iterator[click.Parameter]:
    """What a verb takes, and what the verbs in it take."""
    yield from verb.params
    for inner in verb.commands.values() if isinstance(verb, click.Group) else ():
        yield from parameters(inner)


def test_every_table_of_spark_is_described_with_its_columns_in_their_order() -> None:
    tables = pytest.importorskip("claimtrack.spark.tables")
    schemas = {"articles": tables.ARTICLES, "records": tables.RECORDS, "claims": tables.CLAIMS, "faults": tables.FAULTS}
    for name, schema in schemas.items():
        described = [first.strip("`") for first, _ in rows(section("parquet.md", name)) if first.startswith("`")]
        assert described == schema.names


def test_every_verb_offers_every_format_and_the_formats_are_pointed_to() -> None:
    for verb, more in (("report", ["table"]), ("export", [])):
        (option,) = (parameter for parameter in VERBS[verb].params if "--format" in parameter.opts)
        assert isinstance(option.type, click.Choice)
        assert list(option.type.choices) == [*more, *(row.name for row in FORMATS)]
        assert "(formats.md)" in section("commands.md", verb)


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: str(row.name))
def test_every_format_is_described_with_its_suffix_and_options(row: Any) -> None:
    told = section("formats.md", row.name)
    assert f"`{row.suffix}`" in told
    settings = [setting for setting in SETTINGS if row.name in setting.formats]
    assert all(f"`{setting.flag}`" in told for setting in settings) or f"(#{settings[0].formats[0]})" in told


@pytest.mark.parametrize(
    ("name", "columns"), [("csv", CLAIM_COLUMNS), ("csv-statements", STATEMENT_COLUMNS)], ids=["csv", "csv-statements"]
)
def test_every_column_of_a_table_is_described_in_its_order(name: str, columns: Any) -> None:
    described = [first.strip("`") for first, _ in rows(section("formats.md", name)) if first.startswith("`") and not first.startswith("`-")]
    assert described == [column.name for column in columns]


def test_every_kind_of_node_and_edge_is_described() -> None:
    described = [first.strip("`") for first, _ in rows(section("formats.md", "The graph")) if first.startswith("`")]
    assert described == [str(term) for term in (*Kind, *Tie)]


@pytest.mark.parametrize("row", NAMED, ids=lambda row: str(row.code))
def test_every_flag_is_described_with_its_level(row: Any) -> None:
    told = section("flags.md", f"{row.code} {row.name}")
    assert re.search(r"^Raised ", told, re.MULTILINE)
    assert re.search(r"^(Cleared |Nothing clears )", told, re.MULTILINE)
    assert re.search(rf"^Level: {row.level}\.$", told, re.MULTILINE)


def test_no_flag_is_described_that_is_not_there() -> None:
    described = re.findall(r"^### (\S+ \S+)$", (REFERENCE / "flags.md").read_text("utf-8"), re.MULTILINE)
    assert described == [f"{row.code} {row.name}" for row in NAMED]


def test_every_level_is_described() -> None:
    assert all(f"\n| `{level}` | " in section("flags.md", "Levels") for level in Level)


def test_every_setting_is_described() -> None:
    assert all(f"\n| `{key}` | " in section("settings.md", "Keys") for key in KEYS)


def test_every_finding_in_drafts_is_described_in_its_order() -> None:
    told = (REFERENCE / "draft-findings.md").read_text("utf-8")
    rows_ = [f"| {row.code} | `{row.name}` | {row.level} | {row.means} |" for row in DRAFT_RULES]
    assert "\n".join(rows_) in told
    assert all(f"`{field}`" in told for field in checklist_fields())


def checklist_fields() -> set[str]:
    """The names of the fields of a checklist in JSON."""
    point = Point(kind=PointKind.CLAIM, place=Place("d", 1), words="", told="", found=(Found(DRAFT_RULES[0], "", (Place("s", 1),)),))
    return set(re.findall(r'"(\w+)":', checklist_json(Checklist(points=(point,), sources=1))))


def test_every_digit_and_letter_is_described() -> None:
    assert all(f"\n| {digit} | " in section("grades.md", "Digits") for digit in range(1, 7))
    assert all(f"\n| {letter} | " in section("grades.md", "Letters") for letter in terms.Letter)


@pytest.mark.parametrize(("title", "table"), [("Digits", "content"), ("Whether it was said", "said")])
def test_every_row_of_the_packaged_grading_tables_is_described(title: str, table: str) -> None:
    described = [says for _, says in rows(section("grades.md", title))][2:]
    assert described == [row.says for row in getattr(default_policy(), table)]


def rows(text: str) -> Iterator[tuple[str, str]]:
    """The first and the last cell of a table's rows."""
    for line in text.splitlines():
        if cells := re.findall(r"(?<=\| ).*?(?= \|)", line):
            yield cells[0], cells[-1]


def assert_fields(title: str, kind: type[Any]) -> None:
    """Every field has its row, in the order of the class, and no other has one."""
    described = [field for field, _ in rows(section("records.md", title)) if field.startswith("`")]
    assert described == [f"`{field.name}`" for field in attrs.fields(kind)]


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_type_is_described_with_every_field(name: str) -> None:
    assert_fields(name, RECORDS[name])


@pytest.mark.parametrize("kind", VALUES)
def test_every_value_is_described_with_every_field(kind: type[Any]) -> None:
    assert_fields(kind.__name__, kind)


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_of_a_closed_vocabulary_is_described(kind: type[Enum]) -> None:
    described = dict(rows(section("records.md", kind.__name__)))
    assert all(described.get(f"`{term.value}`") for term in kind)


@pytest.mark.parametrize("module", [claimtrack, testing])
def test_every_public_name_is_described(module: Any) -> None:
    described = [name.strip("`") for name, meaning in rows(section("python.md", module.__name__)) if name.startswith("`") and meaning]
    assert sorted(described) == sorted(module.__all__)


def test_every_field_of_the_report_is_described() -> None:
    schema = report_schema()
    told = (REFERENCE / "report-json.md").read_text("utf-8")
    missing = {field for field in fields(schema) if f"`{field}`" not in told}
    assert not missing


@pytest.mark.parametrize("section_rows", [("Outlets", outlets.ROWS), ("Speakers", speakers.ROWS)], ids=["outlets", "speakers"])
def test_every_measure_of_conduct_is_described_in_its_order(section_rows: tuple[str, Any]) -> None:
    title, measures = section_rows
    described = [name.strip("`") for name, _ in rows(section("conduct.md", title)) if name.startswith("`")]
    assert described == [row.name for row in measures]


def test_every_field_of_the_json_of_outlets_is_described() -> None:
    told = (REFERENCE / "outlets-json.md").read_text("utf-8")
    assert not {field for field in fields(sources_schema()) if f"`{field}`" not in told}


def test_every_field_of_the_json_of_changes_is_described() -> None:
    told = (REFERENCE / "diff-json.md").read_text("utf-8")
    assert not {field for field in fields(diff_schema()) if f"`{field}`" not in told}


def fields(schema: Any) -> Iterator[str]:
    """The names of all properties in a schema, however deep."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from fields(part)


def test_files_of_the_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "explanation" / "decisions").glob("*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    assert all(f"decisions/{name}" in (ROOT / "docs" / "index.md").read_text("utf-8") for name in names)


def test_every_page_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = [path for path in (ROOT / "docs").rglob("*.md") if path != ROOT / "docs" / "index.md"]
    assert [str(page) for page in pages if f"({Path(page).relative_to(ROOT / 'docs').as_posix()})" not in index] == []
