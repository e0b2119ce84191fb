"""TOML case files: what people write, with the line of every fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import attrs

from claimtrack.codec.convert import UnfitError, structured
from claimtrack.codec.hooks import seen, step
from claimtrack.codec.lines import check_version
from claimtrack.codec.reading import Reading
from claimtrack.codec.toml_lines import TomlLines
from claimtrack.errors import Fault, Place, did_you_mean, near_names
from claimtrack.model.base import Record
from claimtrack.model.records import RECORDS, Claim, Stance
from claimtrack.model.terms import StanceKind
from claimtrack.model.values import Maker

SIZE_LIMIT = 20_000_000
"""Characters; a case file of one article has some ten thousand."""
_MANY_DOTS = re.compile(r"(?<![\w.-])(?:[\w-]++\.){100}")
"""A dotted key of this many parts; the parser takes the square of their number in time."""
_SYNTAX = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)\Z", re.DOTALL)
_HINTS = {
    "Cannot overwrite a value": "a key or table of that name stands above already",
    "Cannot declare": "a table of that name stands above already, or the name is taken by a key",
    "Invalid date or datetime": "no day of the calendar",
    "Unescaped '\\' in a string": "write \\\\ for a backslash, or put the text in single quotes",
    "Invalid value": "texts and dates such as 2021-10 need quotation marks",
    "Expected newline or end of document after a statement": 'one key and value a line; a quotation mark within a text is written \\"',
    "Expected '=' after a key in a key/value pair": "write key = value, or start a comment with #",
    "Unterminated string": "the closing quotation mark is missing",
}
"""What to do about the parser's complaints that people meet most."""
_CASE = re.compile(rf"^\s*(?:claimtrack\s*=|\[\[?(?:{'|'.join(RECORDS)})\]|(?:{'|'.join(RECORDS)})\s*=\s*\[\s*\{{)", re.MULTILINE)
_TOP = ("claimtrack", "maker", *RECORDS)


def read_case(text: str, name: str) -> Reading:
    """The records of a case file.

    The file starts with `claimtrack = 1`. A table or an array of tables named for a record type holds records; `[maker]` says who
    made those that do not say it themselves; statements belong to the file's one article unless they name another; `[claim.stances]`
    lists statements by how they bear on the claim above it.

    Args:
        text: the file's text.
        name: the file's name, for faults and places.

    Raises:
        VersionError: when a newer claimtrack wrote the file.
    """
    if len(text) > SIZE_LIMIT:
        return Reading(faults=(Fault(name, 0, "", f"{len(text):,} characters, where a case file has at most {SIZE_LIMIT:,}"),))
    text = text.removeprefix("\ufeff")
    if dots := _MANY_DOTS.search(text):
        return Reading(faults=(Fault(name, text.count("\n", 0, dots.start()) + 1, "", "nested too deeply to be a case file"),))
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Reading(faults=(syntax_fault(str(error), text, name),))
    except RecursionError:
        return Reading(faults=(Fault(name, 0, "", "nested too deeply to be a case file"),))
    except ValueError:  # Python turns no more than some thousand digits into a number
        return Reading(faults=(Fault(name, 0, "", "a number of far too many digits"),))
    return _Case(top, text, name).read()


def syntax_fault(message: str, text: str, name: str) -> Fault:
    """The parser's complaint as a fault, with what to do about it where that is known."""
    match = _SYNTAX.match(message)
    complaint = match[1] if match else message
    hint = next((f"; {hint}" for start, hint in _HINTS.items() if complaint.startswith(start)), "")
    if not match or not match[2]:
        return Fault(name, text.count("\n") + 1, "", f"not TOML at the end of the file: {complaint}{hint}")
    return Fault(name, int(match[2]), "", f"not TOML at column {match[3]}: {complaint}{hint}")


def is_case(text: str) -> bool:
    """Whether a TOML text is a case file, or means to be one."""
    return _CASE.search(text) is not None


class _Case:
    """One case file while it is read."""

    def __init__(self, top: dict[str, Any], text: str, name: str) -> None:
        self._top = top
        self._name = name
        self._lines = TomlLines(text)
        self._records: list[tuple[Record, Place]] = []
        self._paths: list[str] = []
        self._faults: list[Fault] = []
        self._maker: Any = None
        self._article = self._one_article()

    def read(self) -> Reading:
        """The records and faults of the file."""
        self._read_top()
        for type_ in RECORDS:
            for path, table in self._tables(type_):
                self._read_table(type_, path, table)
        self._note_twice()
        self._records.sort(key=lambda kept: kept[1].line)
        return Reading(tuple(self._records), tuple(sorted(set(self._faults))))

    def _read_top(self) -> None:
        """The version, the maker and the names of the tables."""
        if "claimtrack" not in self._top:
            self._fault("claimtrack", 'missing; a case file starts with "claimtrack = 1"')
        else:
            check_version(self._top["claimtrack"], self._name, self._lines.of("claimtrack"))
        for key in self._top:
            if key not in _TOP:
                self._fault(step(key), f"unknown table{did_you_mean(near_names(key, _TOP)) or '; known are ' + ', '.join(_TOP)}")
        if "maker" in self._top and self._fitted("maker", self._top["maker"], Maker) is not None:
            self._maker = self._top["maker"]

    def _one_article(self) -> Any:
        """The key of the file's article, which its statements belong to; None when it has none or several."""
        found = self._top.get("article", [])
        articles = found if isinstance(found, list) else [found]
        return articles[0].get("key") if len(articles) == 1 and isinstance(articles[0], dict) else None

    def _tables(self, type_: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of one type with their paths."""
        found = self._top.get(type_, [])
        listed = isinstance(found, list)
        for place, table in enumerate(found if listed else [found]):
            path = f"{type_}[{place}]" if listed else type_
            if isinstance(table, dict):
                yield path, table
            else:
                self._fault(path, f"expected a table headed [[{type_}]], found {seen(table)}")

    def _read_table(self, type_: str, path: str, table: dict[str, Any]) -> None:
        """One table's record, and the stances that a claim lists."""
        table = table.copy()
        stances = table.pop("stances", {}) if type_ == "claim" else {}
        if type_ == "statement" and self._article is not None:
            table.setdefault("article", self._article)
        record = self._fitted(path, self._made(table), RECORDS[type_])
        if record is not None:
            self._keep(path, record)
        if not isinstance(stances, dict):
            self._fault(f"{path}.stances", f"expected lists such as supports = [...], found {seen(stances)}")
            return
        for kind, statements in stances.items():
            self._read_stances(f"{path}.stances.{step(kind)}", kind, statements, record)

    def _read_stances(self, path: str, kind: str, statements: Any, claim: Claim | None) -> None:
        """The stances of one kind that a claim lists, by its maker; checked but not kept where the claim itself is at fault."""
        known = [str(term) for term in StanceKind]
        if kind not in known:
            self._fault(path, f"unknown stance{did_you_mean(near_names(kind, known)) or '; known are ' + ', '.join(known)}")
        elif not isinstance(statements, list):
            self._fault(path, f"expected a list of statements, found {seen(statements)}; put it in brackets")
        else:
            for place, statement in enumerate(statements):
                self._read_stance(f"{path}[{place}]", kind, statement, claim)

    def _read_stance(self, path: str, kind: str, statement: Any, claim: Claim | None) -> None:
        try:
            stance = structured({"statement": statement, "claim": "?", "kind": kind}, Stance)
        except UnfitError as unfit:
            for _, message in unfit.told:
                self._fault(path, message)
        else:
            if claim:
                self._keep(path, attrs.evolve(stance, claim=claim.key, maker=claim.maker))

    def _made(self, table: dict[str, Any]) -> dict[str, Any]:
        """The table with the file's maker, unless it names its own."""
        return table if self._maker is None else {"maker": self._maker, **table}

    def _keep(self, path: str, record: Record) -> None:
        self._records.append((record, Place(self._name, self._lines.of(path))))
        self._paths.append(path)

    def _fitted(self, path: str, table: Any, kind: type[Any]) -> Any:
        """The value that a table stands for, or None with the faults noted."""
        try:
            return structured(table, kind)
        except UnfitError as unfit:
            for inner, message in unfit.told:
                self._fault(f"{path}.{inner}" if inner else path, message)
            return None

    def _note_twice(self) -> None:
        """Note keys that two tables of the file share, which is nearly always a slip."""
        first: dict[str, str] = {}
        for (record, _), path in zip(self._records, self._paths, strict=True):
            key = getattr(record, "key", None)
            if key in first:
                line = self._lines.of(f"{first[key]}.key")
                self._fault(f"{path}.key", f"{key!r} is the key of {first[key]} on line {line} already; give each its own")
            elif key is not None:
                first[key] = path

    def _fault(self, path: str, message: str) -> None:
        self._faults.append(Fault(self._name, self._lines.of(path), path, message))
