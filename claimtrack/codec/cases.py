"""TOML case files: what people write, with the line of every fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from claimtrack.codec.convert import Unfit, structured
from claimtrack.codec.lines import check_version
from claimtrack.codec.reading import Place, Reading
from claimtrack.codec.toml_lines import TomlLines
from claimtrack.errors import Fault, did_you_mean, near_names
from claimtrack.model.base import Record
from claimtrack.model.records import RECORDS, Stance
from claimtrack.model.terms import StanceKind
from claimtrack.model.values import Maker

SIZE_LIMIT = 20_000_000
"""Characters; a case file of one article has some ten thousand."""
_SYNTAX = re.compile(r"(.*) \(at line (\d+), column \d+\)\Z")
_CASE = re.compile(rf"^\s*(?:claimtrack\s*=|\[\[?(?:{'|'.join(RECORDS)})\])", re.MULTILINE)
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
    try:
        top = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        match = _SYNTAX.match(str(error))
        return Reading(faults=(Fault(name, int(match[2]) if match else 0, "", f"not TOML: {match[1] if match else error}"),))
    except RecursionError:
        return Reading(faults=(Fault(name, 0, "", "nested too deeply to be a case file"),))
    return _Case(top, text, name).read()


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
        self._faults: list[Fault] = []
        self._maker: Any = None

    def read(self) -> Reading:
        """The records and faults of the file."""
        self._read_top()
        for type_ in RECORDS:
            for path, table in self._tables(type_):
                self._read_table(type_, path, table)
        self._note_twice()
        return Reading(tuple(self._records), tuple(sorted(set(self._faults))))

    def _read_top(self) -> None:
        """The version, the maker and the names of the tables."""
        if "claimtrack" not in self._top:
            self._fault("claimtrack", 'missing; a case file starts with "claimtrack = 1"')
        else:
            check_version(self._top["claimtrack"], self._name, self._lines.of("claimtrack"))
        for key in self._top:
            if key not in _TOP:
                self._fault(key, f"unknown table{did_you_mean(near_names(key, _TOP)) or '; known are ' + ', '.join(_TOP)}")
        if "maker" in self._top and self._fitted("maker", self._top["maker"], Maker) is not None:
            self._maker = self._top["maker"]

    def _tables(self, type_: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of one type with their paths."""
        found = self._top.get(type_, [])
        listed = isinstance(found, list)
        for place, table in enumerate(found if listed else [found]):
            path = f"{type_}[{place}]" if listed else type_
            if isinstance(table, dict):
                yield path, table
            else:
                self._fault(path, f"expected a table [[{type_}]]")

    def _read_table(self, type_: str, path: str, table: dict[str, Any]) -> None:
        """One table's record, and the stances that a claim lists."""
        table = table.copy()
        stances = table.pop("stances", {}) if type_ == "claim" else {}
        if type_ == "statement":
            articles = [article.get("key") for _, article in self._tables("article")]
            if len(articles) == 1 and articles[0]:
                table.setdefault("article", articles[0])
        self._keep(path, self._made(table), RECORDS[type_])
        if not isinstance(stances, dict):
            self._fault(f"{path}.stances", "expected a table of lists, such as supports = [...]")
            return
        for kind, statements in stances.items():
            self._read_stances(f"{path}.stances.{kind}", kind, statements, table)

    def _read_stances(self, path: str, kind: str, statements: Any, claim: dict[str, Any]) -> None:
        """The stances of one kind that a claim lists."""
        known = [str(term) for term in StanceKind]
        if kind not in known:
            self._fault(path, f"unknown stance{did_you_mean(near_names(kind, known)) or '; known are ' + ', '.join(known)}")
        elif not isinstance(statements, list):
            self._fault(path, "expected a list of statements")
        else:
            made = {"maker": claim["maker"]} if "maker" in claim else {}
            for statement in statements:
                table = {"statement": statement, "claim": claim.get("key"), "kind": kind, **made}
                self._keep(path, self._made(table), Stance)

    def _made(self, table: dict[str, Any]) -> dict[str, Any]:
        """The table with the file's maker, unless it names its own."""
        return table if self._maker is None else {"maker": self._maker, **table}

    def _keep(self, path: str, table: dict[str, Any], kind: type[Record]) -> None:
        record = self._fitted(path, table, kind)
        if record is not None:
            self._records.append((record, Place(self._name, self._lines.of(path))))

    def _fitted(self, path: str, table: Any, kind: type[Any]) -> Any:
        """The value that a table stands for, or None with the faults noted."""
        try:
            return structured(table, kind)
        except Unfit as unfit:
            for inner, message in unfit.told:
                self._fault(f"{path}.{inner}" if inner else path, message)
            return None

    def _note_twice(self) -> None:
        """Note keys that two tables of the file share, which is nearly always a slip."""
        seen: dict[str, Place] = {}
        for record, place in self._records:
            key = getattr(record, "key", None)
            if key in seen:
                message = f"the key {key!r} stands on line {seen[key].line} already; give each record of a file its own"
                self._faults.append(Fault(self._name, place.line, f"{record.type}.key", message))
            elif key is not None:
                seen[key] = place

    def _fault(self, path: str, message: str) -> None:
        self._faults.append(Fault(self._name, self._lines.of(path), path, message))
