"""Broken and hostile files cost what is broken in them, with a clear word on the right line, and never the file beside them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.files import Loaded, load
from claimtrack.model import Ledger, Outlet

GOOD = Outlet(key="outlet:gull", name="The Brinemouth Gull")
HEAD = b'{"claimtrack":1,"type":"ledger"}\n'
CASE = b"claimtrack = 1\n"
SOUND: dict[str, dict[str, Any]] = {
    "article": {"key": "article:lamp", "outlet": "outlet:gull"},
    "claim": {"key": "claim:lamp-out", "wording": "The lamp went out."},
    "derivation": {"derived": "outlet:gull", "source": "outlet:foghorn", "kind": "copy"},
    "judgement": {"left": "a", "right": "b", "verdict": "same"},
    "outlet": {"key": "outlet:foghorn", "name": "The Foghorn"},
    "rating": {"source": "outlet:gull", "rater": "Ida Fennick", "scale": "admiralty", "value": "B"},
    "retraction": {"record": "ab" * 16, "reason": "read twice"},
    "speaker": {"key": "person:keeper", "name": "Odo Marsh", "kind": "person"},
    "stance": {"statement": "S1", "claim": "claim:lamp-out", "kind": "supports"},
    "statement": {
        "key": "S1",
        "article": "article:lamp",
        "anchor": {"start": 1, "end": 9},
        "voice": "authorial",
        "framing": "reported-fact",
    },
}
ARTICLE, CLAIM = ({"type": type_, **SOUND[type_]} for type_ in ("article", "claim"))


@attrs.frozen
class Broken:
    """A broken file: what is wrong with it, its name and bytes, and the line and word that are expected; no word where it is clean."""

    wrong: str
    file: str
    data: bytes
    line: int = 0
    word: str = ""


def jsonl(wrong: str, data: bytes, word: str = "", line: int = 2) -> Broken:
    """A ledger file with something wrong on its second line."""
    return Broken(wrong, "bad.jsonl", HEAD + data, line, word)


def toml(wrong: str, data: bytes, word: str = "", line: int = 2) -> Broken:
    """A case file with something wrong on its second line."""
    return Broken(wrong, "bad.toml", CASE + data, line, word)


def record(wrong: str, type_: str, word: str, /, *before: dict[str, Any], **fields: Any) -> Broken:
    """A ledger file whose last line is a sound record but for some fields."""
    tables = [*before, {"type": type_, **SOUND[type_], **fields}]
    return jsonl(wrong, b"".join(json.dumps(table).encode() + b"\n" for table in tables), word, 1 + len(tables))


def without(type_: str, field: str) -> Broken:
    """A ledger file with a record that lacks a field."""
    table = {name: value for name, value in SOUND[type_].items() if name != field}
    return jsonl(f"{type_} without {field}", json.dumps({"type": type_, **table}).encode(), f"needs {field!r}")


WRONG_TYPES = [
    record("number for a text", "claim", "expected text, found the number 5", wording=5),
    record("list for a text", "claim", "expected text, found a list", note=["a"]),
    record("table for a text", "claim", "expected text, found a table", note={"a": 1}),
    record("null for a text", "claim", "expected text, found nothing (null)", note=None),
    record("true for a text", "claim", "expected text, found true", note=True),
    record("text for a number", "article", "expected a whole number, found the text '900'", length="900"),
    record("fraction for a whole number", "article", "expected a whole number, found the number 9.5", length=9.5),
    record("true for a number", "article", "expected a whole number, found true", length=True),
    record("null for a number", "article", "expected a whole number, found nothing", length=None),
    record("text for a truth value", "derivation", "expected true or false, found the text 'yes'", declared="yes"),
    record("number for a truth value", "derivation", "expected true or false, found the number 1", declared=1),
    record("text for a list", "outlet", "put it in brackets", domains="gull.example"),
    record("table for a list", "outlet", "expected a list, found a table", domains={"gull.example": 1}),
    record("null for a list", "outlet", "expected a list, found nothing", domains=None),
    record("list in a list of texts", "outlet", "expected text, found a list", domains=[["gull.example"]]),
    record("text for a table", "article", "expected a table, found the text '2031'", published="2031"),
    record("list for a table", "statement", "expected a table, found a list", anchor=[1, 9]),
    record("number for a word", "speaker", "expected one of person, organization", kind=1),
    record("list for a word", "speaker", "found a list", kind=["person"]),
    record("unknown word", "speaker", "did you mean 'person'?", kind="persn"),
    record("unknown word in a list", "claim", "did you mean 'forecast'?", kinds=["forcast"]),
    record("no word where one is needed", "claim", "a claim needs a kind", kinds=[]),
    record("number for a date", "rating", "expected a date such as", on=2031),
    record("list for a date", "rating", "expected a date such as", on=["2031"]),
    record("number for a link", "statement", "expected a name, a list of names or a table", chain=[5]),
    record("empty link", "statement", "needs a holder", chain=[[]]),
    record("list of numbers for a link", "statement", "expected a name, a list of names", chain=[[5]]),
    record("text for a score", "judgement", "expected a number, found the text", score="0.5"),
    record("true for a score", "judgement", "expected a number, found true", score=True),
    record("number for a maker", "claim", "expected a table, found the number 1", maker=1),
]
MISSING = [without(type_, field) for type_, fields in SOUND.items() for field in fields if (type_, field) != ("article", "outlet")]
UNKNOWN = [
    record("unknown field", "claim", "did you mean 'wording'?", wordng="x"),
    record("unknown field in a table", "statement", "unknown field", anchor={"start": 1, "end": 9, "stop": 9}),
    record("unknown field with a lone surrogate", "claim", "unknown field", **{"\ud800": 1}),
    record("unknown field with line ends", "claim", "unknown field", **{"a\nb: c": 1}),
    record("very long field", "claim", "unknown field", **{"k" * 100_000: 1}),
    record("unknown type", "claim", "did you mean 'claim'?", type="clain"),
    record("type that is a list", "claim", "found a list", type=["claim"]),
    jsonl("no type", b'{"key": "x"}', "found nothing"),
]
DANGLING = [
    record("unknown outlet of an article", "article", "there is no outlet 'outlet:gul'; did you mean 'outlet:gull'?", outlet="outlet:gul"),
    record("unknown credit", "article", "there is no outlet or document", notices=[{"kind": "credit", "cites": ["x"]}]),
    record("unknown article of a statement", "statement", "there is no article 'article:lamp'"),
    record("unknown holder", "statement", "there is no speaker or outlet 'person:nobody'", ARTICLE, chain=["person:nobody"]),
    record("unknown statement of a stance", "stance", "there is no statement 'S1'", CLAIM),
    record("unknown claim of a stance", "stance", "there is no claim or statement 'claim:lamp-out'"),
    record("unknown left side of a judgement", "judgement", "there is no claim, statement, speaker or article 'a'"),
    record("unknown right side of a judgement", "judgement", "there is no claim, statement, speaker or article 'b'"),
    record("unknown source of a rating", "rating", "there is no speaker or outlet 'x'", source="x"),
    record("unknown actor", "speaker", "there is no speaker 'org:lights'", acts_for=["org:lights"]),
    record("unknown member", "speaker", "there is no speaker 'org:lights'", members=["org:lights"]),
    record("unknown subject", "claim", "there is no speaker 'org:lights'", subjects=["org:lights"]),
    record("unknown source of a derivation", "derivation", "there is no article, outlet, document or speaker 'outlet:foghorn'"),
    record("unknown derived text", "derivation", "there is no article, outlet or document 'x'", derived="x"),
    record("unknown claim of a derivation", "derivation", "there is no claim 'x'", claims=["x"]),
    record("unknown altered statement", "derivation", "there is no statement 'x'", altered=["x"]),
    record("retraction of an unknown record", "retraction", "there is no record 'abab"),
]
CIRCLES = [
    record("chain that comes back", "statement", "the chain comes back to 'a'", chain=["a", "b", "a"]),
    record("speaker who acts for himself", "speaker", "stands for itself already", acts_for=["person:keeper"]),
    record("group that is its own member", "speaker", "stands for itself already", members=["person:keeper"]),
    record(
        *("circle of actors", "speaker", ""),
        {"type": "speaker", "key": "org:lights", "name": "Lights", "kind": "organization", "acts_for": ["person:keeper"]},
        acts_for=["org:lights"],
    ),
    record("text derived from itself", "derivation", "is derived from itself", source="outlet:gull"),
    record(
        *("circle of copies", "derivation", ""),
        {"type": "outlet", **SOUND["outlet"]},
        {"type": "derivation", "derived": "outlet:foghorn", "source": "outlet:gull", "kind": "copy"},
    ),
    record("claim judged against itself", "judgement", "is judged against itself", right="a"),
]
NUMBERS = [
    jsonl("NaN", b'{"type": "judgement", "score": NaN}', "NaN is no number of JSON"),
    jsonl("Infinity", b'{"type": "judgement", "score": Infinity}', "Infinity is no number of JSON"),
    jsonl("1e999", b'{"type":"judgement","left":"a","right":"b","verdict":"same","score":1e999}', "from 0 to 1, found inf"),
    jsonl("number of 5,000 digits", b'{"type":"article","key":"a","length":' + b"9" * 5_000 + b"}", "far too many digits"),
    record("number of 400 digits", "article", "far too many digits", length=10**400),
    record("score of 400 digits", "judgement", "from 0 to 1, found far more", score=10**400),
    record("score above one", "judgement", "from 0 to 1, found 1.5", score=1.5),
    record("negative offset", "statement", "-1 is below 0", anchor={"start": -1, "end": 9}),
    record("end before start", "statement", "not after its start", anchor={"start": 9, "end": 1}),
    record("empty stretch", "statement", "not after its start", anchor={"start": 9, "end": 9}),
    record("overlapping quotes", "statement", "1-5 and 4-9 overlap", quotes=[{"start": 1, "end": 5}, {"start": 4, "end": 9}]),
    record("overlapping content", "statement", "overlap", content=[{"start": 1, "end": 5}, {"start": 4, "end": 9}]),
    toml("TOML nan", b"[judgement]\nleft='a'\nright='b'\nverdict='same'\nscore = nan", "expected a number from 0 to 1, found nan", 6),
    toml("TOML inf", b"[judgement]\nleft='a'\nright='b'\nverdict='same'\nscore = inf", "expected a number from 0 to 1, found inf", 6),
    toml("TOML number of 6,000 hexadecimal digits", b"[article]\nkey='a'\nlength = 0x" + b"f" * 6_000, "far too many digits", 4),
    Broken("TOML number of 5,000 digits", "bad.toml", CASE + b"a = " + b"9" * 5_000, 0, "far too many digits"),
]
DATES = [
    record("year 0", "rating", "is no day of the calendar", on="0000-01-01"),
    record("30 February", "rating", "is no day of the calendar", on="2031-02-30"),
    record("month 13", "rating", "is no day of the calendar", on="2031-13"),
    record("date in words", "rating", "is no date; write", on="yesterday"),
    record("empty date", "rating", "empty where a name is needed", on=""),
    record("period that ends before it starts", "rating", "before it starts", on="2031/2030"),
    record("half a period", "rating", "is no date; write", on="2031/"),
    toml("TOML 30 February", b"a = 2031-02-30", "no day of the calendar"),
    toml("TOML time of day", b"[maker]\nname='Ida'\non = 2031-02-03T04:05:06", "leave the time of day out", 4),
]
TEXTS = [
    record("lone surrogate escaped", "claim", "U+D800 cannot stand in text", wording="a\ud800b"),
    jsonl("lone surrogate raw", b'{"type": "claim", "wording": "\xed\xa0\x80"}', "not UTF-8 at byte 31"),
    record("NUL escaped", "claim", "U+0000 cannot stand in text", wording="a\0b"),
    jsonl("NUL raw", b'{"type": "claim", "wording": "a\0b"}', "Invalid control character"),
    record("escape character", "claim", "U+001B cannot stand in text", wording="a\x1b[31mb"),
    record("line end in a key", "claim", "cannot be a key", key="claim:a\nb"),
    record("bidi override in a key", "claim", "cannot be a key", key="claim:\u202eabc"),
    record("bidi override in a text", "claim", "", note="a \u202e b \u202c"),
    record("empty name", "claim", "empty where a name is needed", wording=""),
    record("name of blanks", "claim", "empty where a name is needed", wording=" \u3000\t"),
    record("very long key", "claim", "cannot be a key", key="k" * 10_000),
    record("huge text", "claim", "1,000,000 characters where at most 20,000 make sense", note="a" * 1_000_000),
    record("text of 19,999 combining marks", "claim", "", note="a" + "\u0301" * 19_998),
    record("cue of a whole sentence", "statement", "7 words where a cue has at most 6", cue={"start": 1, "end": 9, "text": "b " * 7}),
    record("fragment with blanks", "statement", "is no text fragment", anchor={"start": 1, "end": 9, "fragment": "the lamp"}),
    record("digest that is none", "statement", "is no digest", anchor={"start": 1, "end": 9, "digest": "xyz"}),
    record("retraction of what is no digest", "retraction", "is no digest", record="claim:lamp-out"),
    toml("TOML lone surrogate", b'a = "\\ud800"', "not TOML at column 12"),
    toml("TOML NUL raw", b'a = "\0"', "not TOML at column 6"),
    toml("TOML escape character", b'[claim]\nkey = "a"\nwording = "\\u001b[31m"', "U+001B cannot stand in text", 4),
]
ENCODINGS = [
    Broken("UTF-16 case file", "bad.toml", "claimtrack = 1".encode("utf-16"), 0, "is in UTF-16; save it as UTF-8"),
    Broken("UTF-16 ledger", "bad.jsonl", HEAD.decode().encode("utf-16"), 0, "is in UTF-16; save it as UTF-8"),
    toml("truncated UTF-8 in TOML", "a = 'é".encode()[:-1], "not UTF-8"),
    jsonl("truncated UTF-8 in JSON", '{"a": "é'.encode()[:-1], "not UTF-8 at byte 8"),
    toml("Latin-1", "a = 'é'".encode("latin-1"), "not UTF-8"),
    toml("CRLF in TOML", b"\r\n[claim]\r\nkey = 'c'\r\nwording = 'w'\r\n"),
    jsonl("CRLF in JSON", json.dumps(CLAIM).encode() + b"\r\n\r\n"),
    Broken("BOM in TOML", "bad.toml", b"\xef\xbb\xbf" + CASE),
    Broken("BOM in JSON", "bad.jsonl", b"\xef\xbb\xbf" + HEAD),
    Broken("empty case file", "bad.toml", b"", 0, 'a case file starts with "claimtrack = 1"'),
    Broken("case file of blanks", "bad.toml", b" \n\t\n", 0, 'a case file starts with "claimtrack = 1"'),
    Broken("empty ledger", "bad.jsonl", b""),
    Broken("ledger of blanks", "bad.jsonl", b" \n\r\n\t\n"),
    Broken("binary case file", "bad.toml", bytes(range(256)) * 9, 2, "not UTF-8"),
    Broken("binary ledger", "bad.jsonl", bytes(range(128, 256)) * 9, 1, "not UTF-8 at byte 1"),
    Broken("picture", "bad.png", b"\x89PNG\r\n\x1a\n\0", 0, "is neither a case file (.toml) nor a ledger (.jsonl, .db)"),
]
VERSIONS = [
    Broken("ledger of version 2", "bad.jsonl", HEAD.replace(b"1", b"2"), 1, "a newer claimtrack wrote this file"),
    Broken("ledger of version true", "bad.jsonl", HEAD.replace(b"1", b"true"), 1, "expected version 1, found true"),
    Broken("ledger of version text", "bad.jsonl", HEAD.replace(b"1", b'"1"'), 1, "expected version 1, found the text '1'"),
    Broken("ledger of no version", "bad.jsonl", b'{"type":"ledger"}', 1, "expected version 1, found nothing"),
    Broken("ledger of a version of 400 digits", "bad.jsonl", HEAD.replace(b"1", b"9" * 400), 1, "found a number of very many digits"),
    Broken("case file of version 2", "bad.toml", b"\nclaimtrack = 2", 2, "a newer claimtrack wrote this file"),
    Broken("case file of version true", "bad.toml", b"claimtrack = true", 1, "expected version 1, found true"),
    Broken("case file of version text", "bad.toml", b'claimtrack = "1"', 1, "expected version 1, found the text '1'"),
    Broken("case file of version 1.0", "bad.toml", b"claimtrack = 1.0", 1, "expected version 1, found the number 1.0"),
]
SHAPES = [
    jsonl("list on a line", b"[1, 2]", "expected a table, found a list"),
    jsonl("text on a line", b'"claim"', "expected a table, found the text 'claim'"),
    jsonl("number on a line", b"5", "expected a table, found the number 5"),
    jsonl("null on a line", b"null", "expected a table, found nothing (null)"),
    jsonl("two records on a line", b"{} {}", "not JSON at column 4: Extra data; a ledger has one record a line"),
    jsonl("one record on two lines", b'{"type":\n"claim"}', "not JSON at column 9"),
    jsonl("field given twice", b'{"type":"claim","key":"a","key":"b","wording":"w"}', "the field 'key' is given twice; keep one"),
    jsonl("TOML in a ledger", CASE, "not JSON at column 1"),
    jsonl("10,000 lists in each other", b"[" * 10_000, "nested too deeply"),
    jsonl("10,000 tables in each other", b'{"a":' * 10_000, "nested too deeply"),
    record("900 lists in each other in a field", "claim", "expected text, found a list", note=json.loads("[" * 900 + "]" * 900)),
    Broken("10,000 lists in each other in TOML", "bad.toml", CASE + b"a = " + b"[" * 10_000, 0, "nested too deeply"),
    Broken("10,000 tables in each other in TOML", "bad.toml", CASE + b"a = " + b"{a = " * 10_000, 0, "nested too deeply"),
    toml("dotted key of 10,000 parts", b"a" + b".a" * 10_000 + b" = 1", "nested too deeply"),
    toml("header of 10,000 parts", b"[a" + b".a" * 10_000 + b"]", "nested too deeply"),
    toml("dotted key of 90 parts", b"a" + b".a" * 90 + b" = 1", "unknown table"),
    toml("JSON in a case file", b'{"type": "claim"}', "not TOML at column 1"),
    toml("syntax error", b"a == 1", "not TOML at column 4"),
    toml("open quotation mark", b'a = "x\nb = 1', "not TOML at column 7"),
    toml("open text of many lines", b'a = """x\n', "not TOML at the end of the file", 3),
    toml("text without quotation marks", b"a = yesterday", "need quotation marks"),
    toml("key given twice", b"a = 1\na = 2\n", "a key or table of that name stands above already", 3),
    toml("table given twice", b"[claim]\n[claim]\n", "a table of that name stands above already", 3),
    toml("table and list of one name", b"[claim]\n[[claim]]\n", "not TOML", 3),
    toml("unknown table", b"[[statment]]", "did you mean 'statement'?"),
    toml("very long table name", b"[" + b"k" * 100_000 + b"]", "unknown table"),
    toml("number for a table", b"claim = 5", "expected a table headed [[claim]], found the number 5"),
    toml("list of numbers for tables", b"claim = [\n5]", "expected a table headed [[claim]], found the number 5", 3),
    toml("text for a maker", b"maker = 'Ida'", "expected a table, found the text 'Ida'"),
    toml("list for a maker", b"[[maker]]\nname = 'Ida'", "expected a table, found a list"),
    toml("list where a table is wanted", b"[statement]\n[[statement.anchor]]\nstart = 1", "expected a table, found a list", 3),
    toml("table where a list is wanted", b"[claim]\nkey='c'\nwording='w'\n[claim.subjects]\na = 1", "expected a list, found a table", 5),
    toml("text where a list is wanted", b"[claim]\nkey='c'\nwording='w'\nsubjects = 'org:lights'", "put it in brackets", 5),
    toml("number for a word in TOML", b"[claim]\nkey='c'\nwording='w'\nkinds = [1]", "expected one of fact, opinion", 5),
    toml("article that is a list of texts", b"article = ['a']\n[[statement]]\nkey='S'", "expected a table headed [[article]]"),
    toml("article whose key is a list", b"[article]\nkey = ['a']\n[[statement]]\nkey='S'", "expected text, found a list", 3),
    toml("key given to two records", b"[claim]\nkey='k'\nwording='w'\n[outlet]\nname='n'\nkey='k'", "the key of claim on line 3", 7),
]
STANCES_OF = b"[claim]\nkey='c'\nwording='w'\n[claim.stances]\n"
STANCES = [
    toml("unknown stance", STANCES_OF + b"suports = []", "did you mean 'supports'?", 6),
    toml("text for statements", STANCES_OF + b"supports = 'S1'", "put it in brackets", 6),
    toml("numbers for statements", STANCES_OF + b"supports = [\n1]", "expected text, found the number 1", 7),
    toml("tables for statements", STANCES_OF + b"supports = [{a = 1}]", "expected text, found a table", 6),
    toml("list for stances", b"[claim]\nkey='c'\nwording='w'\nstances = ['S1']", "expected lists such as supports", 5),
    toml("stances of a claim without a key", b"[claim]\nwording='w'\n[claim.stances]\nsupports = ['S1']", "every claim needs 'key'"),
    toml("stances of no claim", b"[claim.stances]\nsupports = ['S1']", "every claim needs 'key'"),
    toml("stance on an unknown statement", STANCES_OF + b"denies = ['S9']", "there is no statement 'S9'", 6),
]
TABLE = [
    *(*WRONG_TYPES, *MISSING, *UNKNOWN, *DANGLING, *CIRCLES, *NUMBERS, *DATES),
    *(*TEXTS, *ENCODINGS, *VERSIONS, *SHAPES, *STANCES),
]


def beside_good(path: str, folder: Path) -> Loaded:
    """What is read of a path, after a check that the good file beside it is read in full and has no fault."""
    good = folder / "good.jsonl"
    good.write_text(GOOD.line, encoding="utf-8")
    loaded = load([path, good])
    assert GOOD in loaded.ledger
    assert not [fault for fault in loaded.faults if fault.file == str(good)]
    for fault in loaded.faults:
        assert fault.message
        assert str(fault).isprintable()
        assert len(str(fault)) < 1_000 + len(path)
    return loaded


def test_the_table_has_no_row_twice() -> None:
    assert len({row.wrong for row in TABLE}) == len(TABLE) >= 50


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.wrong)
def test_a_broken_file_costs_what_is_broken_in_it_and_says_so_on_its_line(row: Broken, tmp_path: Path) -> None:
    path = tmp_path / row.file
    path.write_bytes(row.data)
    faults = beside_good(str(path), tmp_path).faults
    assert {fault.file for fault in faults} == ({str(path)} if row.word else set())
    assert not row.word or any(row.word in fault.message and fault.line == row.line for fault in faults), faults


@pytest.mark.parametrize("times", [2, 3])
def test_a_record_given_several_times_is_one_record(times: int, tmp_path: Path) -> None:
    path = tmp_path / "twice.jsonl"
    path.write_text(f"{GOOD.line}\n" * times, encoding="utf-8")
    assert beside_good(str(path), tmp_path).ledger == Ledger([GOOD])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.toml", "No such file or directory"),
        ("missing\nline.toml", "No such file or directory"),
        ("missing\udcff.toml", "No such file or directory"),
        ("missing\0.toml", "embedded null byte"),
        ("n" * 5_000, "File name too long"),
        ("good.jsonl/x.toml", "Not a directory"),
    ],
    ids=["missing", "line end", "surrogate", "NUL", "too long", "file as a folder"],
)
def test_a_path_that_leads_nowhere_is_named_on_one_line(name: str, reason: str, tmp_path: Path) -> None:
    [fault] = beside_good(str(tmp_path / name), tmp_path).faults
    assert fault.message == f"cannot be read: {reason}"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", ["line\nend.toml", "surrogate\udcff.toml", "\u202eoverride.toml"])
def test_a_file_with_a_strange_name_is_read_and_its_name_can_be_printed(name: str, tmp_path: Path) -> None:
    path = str(tmp_path / name)
    Path(path).write_bytes(CASE + b"[claim]\nkey='c'")
    [fault] = beside_good(path, tmp_path).faults
    assert (fault.line, fault.path) == (2, "claim.wording")


def test_a_folder_named_like_a_case_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    assert beside_good(str(tmp_path / "x.toml"), tmp_path).faults == ()


def test_a_broken_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.toml").symlink_to(tmp_path / "missing")
    [fault] = beside_good(str(tmp_path / "folder"), tmp_path).faults
    assert fault.message == "cannot be read: No such file or directory"


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.toml").symlink_to(tmp_path / "x.toml")
    [fault] = beside_good(str(tmp_path / "x.toml"), tmp_path).faults
    assert fault.message == "cannot be read: Too many levels of symbolic links"


@pytest.mark.parametrize("name", ["folder", "folder/x.toml"])
def test_a_file_or_folder_that_may_not_be_read_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.toml").write_bytes(CASE)
    (tmp_path / name).chmod(0)
    try:
        if os.access(tmp_path / name, os.R_OK):
            pytest.skip("this user may read everything")
        [fault] = beside_good(str(tmp_path / "folder"), tmp_path).faults
        assert fault.message == "cannot be read: Permission denied"
    finally:
        (tmp_path / name).chmod(0o700)
