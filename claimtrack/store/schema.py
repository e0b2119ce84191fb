"""What an archive is made of: its tables, indexes and views, as migrations from one version of the file to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import attrs

from claimtrack.model.base import Record
from claimtrack.model.records import RECORDS
from claimtrack.model.terms import Term

APPLICATION_ID = 0x436C7472
"""What stands in the header of every archive, so that `file` and we know it: "Cltr"."""
REFERENCES: Mapping[str, tuple[str, ...]] = {
    "derivation": ("derived", "source"),
    "judgement": ("left", "right"),
    "rating": ("source",),
    "retraction": ("record",),
    "stance": ("claim", "statement"),
    "statement": ("article",),
}
"""The fields by which a record names others, and can be found."""
MEMBERS_INDEX = "members_by_member"
"""By which claims are found by their records; it may be missing while many claims are put in."""
_TABLES = (
    "CREATE TABLE records (id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE links (id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE inputs (name TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,"
    " came TEXT NOT NULL)",
    "CREATE INDEX inputs_by_digest ON inputs (digest)",
    "CREATE TABLE members (claim TEXT NOT NULL, member TEXT NOT NULL, PRIMARY KEY (claim, member)) WITHOUT ROWID",
    f"CREATE INDEX {MEMBERS_INDEX} ON members (member)",
    "CREATE TABLE names (name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, id)) WITHOUT ROWID",
    "CREATE INDEX names_by_id ON names (id)",
    "CREATE TABLE work (stage TEXT NOT NULL, item TEXT NOT NULL, digest TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (stage, item))",
    "CREATE TABLE reports (claim TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL, wording TEXT NOT NULL,"
    " least INTEGER NOT NULL, most INTEGER NOT NULL, disputed INTEGER NOT NULL, flags INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE INDEX reports_worst_first ON reports (least, disputed DESC, most, flags DESC, name, claim)",
)
_COLUMNS: Mapping[str, str] = {
    "outlet": "key name kind aliases[] domains[] note",
    "article": "key title outlet authors[] published:published.on url genre dateline language digest length note",
    "speaker": "key name kind aliases[] acts_for[] members[] note",
    "statement": "key article proposition framing voice polarity modality[] speaker:chain[#-1].holders[] role"
    " start:anchor.start end:anchor.end fragment:anchor.fragment note",
    "claim": "key label wording kinds[] times[] subjects[] note",
    "stance": "statement kind claim note",
    "judgement": "left right verdict score reasons[]",
    "derivation": "derived source kind claims[] declared proposed note",
    "rating": "source rater scale value on imputed note",
    "retraction": "record reason",
}
"""The columns of each view: a name and the field it shows, `[]` for a list, whose items stand side by side."""

_NO_LETTER = "*\\u[dD][89a-fA-F]*"
"""An escape that stands for half a letter; no line of ours has one, and readers of a view would stumble over it."""
_WIDE, _NARROW = "1000000 100000 2 1", "100000 10"
"""Rows of an index, and of these how many have one value of its first column, of its first two, and so on."""


def field(name: str, column: str = "json") -> str:
    """The SQL for a field of a record; nothing where the text is no JSON."""
    return f"CASE WHEN json_valid({column}) THEN json_extract({column}, '$.{name}') END"


def _listed(name: str, column: str) -> str:
    """The SQL for the items of a list, side by side; two paths make an array of whatever stands there, which can be taken apart."""
    found = f"CASE WHEN json_valid({column}) THEN json_extract({column}, '$.{name}', '$.{name}') ELSE '[]' END"
    return f"(SELECT group_concat(value, '; ') FROM json_each({found}, '$[0]'))"


def _indexes() -> Iterator[str]:
    for table in ("records", "links"):
        yield f"CREATE INDEX {table}_in_order ON {table} (type, key, id)"
        for kind, names in REFERENCES.items():
            for name in names:
                yield f"CREATE INDEX {table}_by_{kind}_{name} ON {table} ({field(name)}) WHERE type = '{kind}'"


def _sizes() -> Iterator[str]:
    """What SQLite is told of the size of the indexes, so that it takes the narrow ones; it would have to look through them to find out."""
    yield "ANALYZE"
    for table in ("records", "links"):
        names = [f"{table}_by_{kind}_{name}" for kind, names in REFERENCES.items() for name in names]
        for index, size in {f"{table}_in_order": _WIDE, **dict.fromkeys(names, _NARROW)}.items():
            yield f"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{table}', '{index}', '{size}')"
    yield "ANALYZE sqlite_master"  # which reads what was just told


_MAKER_KIND = f"CASE WHEN {field('maker.name')} IS NOT NULL THEN coalesce({field('maker.kind')}, 'person') END"


def _views() -> Iterator[str]:
    for kind, columns in _COLUMNS.items():
        yield f"CREATE VIEW {kind}s AS {' UNION ALL '.join(_shown(kind, columns.split(), table) for table in ('records', 'links'))}"


def _shown(kind: str, columns: Iterable[str], table: str) -> str:
    """The SQL for the records of one type in one table."""
    shown = ", ".join(_column(column, RECORDS[kind], table) for column in columns)
    back = f"id IN (SELECT {field('record')} FROM records WHERE type = 'retraction')"
    made = f"{field('maker.name')} AS maker, {_MAKER_KIND} AS maker_kind"
    which = f"type = '{kind}' AND json NOT GLOB '{_NO_LETTER}'"
    return f"SELECT {shown}, {made}, {back} AS retracted, '{table}' AS kept, id FROM {table} WHERE {which}"


def _column(told: str, kind: type[Record], table: str) -> str:
    """One column of a view; a term that is left out since it is the usual one is shown all the same."""
    name, _, path = told.removesuffix("[]").partition(":")
    shown = _listed(path or name, f"{table}.json") if told.endswith("[]") else field(path or name)
    usual = "; ".join(str(term.value) for term in _terms(attrs.fields_dict(kind)[name].default if not path else None))
    return f"""coalesce({shown}, '{usual}') AS "{name}\"""" if usual else f'{shown} AS "{name}"'


def _terms(default: object) -> tuple[Term, ...]:
    """The terms among the default of a field."""
    return tuple(each for each in (default if isinstance(default, tuple) else (default,)) if isinstance(each, Term))


def _for_reading() -> Iterator[str]:
    """Indexes for what a reader of articles asks: whether a text was read before, and whom others than readers recorded."""
    yield f"CREATE INDEX records_by_article_digest ON records ({field('digest')}) WHERE type = 'article'"
    for kind in ("outlet", "speaker"):
        yield f"CREATE INDEX records_by_{kind}_maker ON records ({field('maker')}) WHERE type = '{kind}'"


MIGRATIONS = (_TABLES, (*_indexes(), *_sizes()), tuple(_views()), tuple(_for_reading()))
"""What is done to a file of each version to make it one of the next; an empty file has version 0."""
VERSION = len(MIGRATIONS)


@cache
def tables(version: int) -> Mapping[str, str]:
    """The SQL that each table of an archive was made with, in a file of that version."""
    made = sqlite3.connect(":memory:")
    for migration in MIGRATIONS[:version]:
        for statement in migration:
            made.execute(statement)
    found = dict(made.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall())
    made.close()
    return found
