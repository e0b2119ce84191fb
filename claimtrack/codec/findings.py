"""Findings to JSON and back: what `check --format json` prints, and the baselines that later runs are held against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

import attrs

from claimtrack.codec.convert import UnfitError, structured
from claimtrack.errors import Fault, InputError, Place, VersionError
from claimtrack.model.base import hexadecimal, named
from claimtrack.model.findings import FINGERPRINT, Finding, Related, State
from claimtrack.model.reports import Level

FORMAT, VERSION = "claimtrack/findings/", 1


@attrs.frozen(kw_only=True)
class _Spot:
    """A further place, as it stands in the file."""

    key: str = ""
    file: str = ""
    line: int = 0
    column: int = 0


@attrs.frozen(kw_only=True, field_transformer=named)
class _Row:
    """A finding as it stands in the file."""

    fingerprint: str = attrs.field(converter=hexadecimal)
    code: str
    level: Level
    name: str = ""
    claim: str = ""
    message: str = ""
    about: str = ""
    clears: str = ""
    state: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    related: tuple[_Spot, ...] = ()


def write_findings(found: Iterable[tuple[Finding, State | None]]) -> str:
    """Findings with how they stand to an earlier run, as one JSON document, in the order given."""
    return _document([_full(each, state) for each, state in found])


def write_baseline(found: Iterable[Finding]) -> str:
    """Findings as a file to keep: without lines, which move with every edit, and in an order of their own, so that changes are few."""
    kept = sorted(found, key=lambda each: (each.place.file if each.place else "", each.claim, each.code, each.fingerprint))
    return _document([_brief(each) for each in kept])


def _document(rows: list[dict[str, Any]]) -> str:
    return json.dumps({"schema": f"{FORMAT}{VERSION}", "findings": rows}, ensure_ascii=True, indent=1) + "\n"


def _brief(finding: Finding) -> dict[str, Any]:
    names = ("fingerprint", "code", "name", "level", "claim", "message")
    told = {name: str(getattr(finding, name)) for name in names}
    return told | ({"file": finding.place.file} if finding.place else {})


def _full(finding: Finding, state: State | None) -> dict[str, Any]:
    told = _brief(finding) | (_spot(finding.place) if finding.place else {})
    told |= {"about": finding.about, "clears": finding.clears, "related": [{"key": e.key, **_spot(e.place)} for e in finding.related]}
    return told | ({"state": str(state)} if state else {})


def _spot(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def read_findings(text: str, name: str) -> tuple[Finding, ...]:
    """The findings of a baseline, of what `check --format json` printed, or of a SARIF log of ours.

    Args:
        text: the file's text.
        name: the file's name, for faults.

    Raises:
        VersionError: when a newer claimtrack wrote it.
        InputError: when it is none of these, or with everything that is wrong in it.
    """
    try:
        given = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError([Fault(name, error.lineno, "", f"not JSON at column {error.colno}: {error.msg}")]) from error
    except (RecursionError, ValueError) as error:
        raise InputError([Fault(name, 0, "", "nested too deeply, or a number of far too many digits")]) from error
    if isinstance(given, dict) and isinstance(given.get("runs"), list):
        return tuple(_from_sarif(given["runs"]))
    return _from_rows(_rows(given, name), name)


def _rows(given: Any, name: str) -> list[Any]:
    schema = given.get("schema") if isinstance(given, dict) else None
    rows = given.get("findings") if isinstance(given, dict) else None
    number = schema.removeprefix(FORMAT) if isinstance(schema, str) and schema.startswith(FORMAT) else ""
    if number.isascii() and number.isdigit() and len(number) < 9 and int(number) > VERSION:
        raise VersionError([Fault(name, 0, "schema", f"version {number}, which a newer claimtrack wrote; update claimtrack")])
    if number != str(VERSION) or not isinstance(rows, list):
        told = "no findings; a baseline is what claimtrack check --write-baseline wrote, or its output as json or sarif"
        raise InputError([Fault(name, 0, "", told)])
    return rows


def _from_rows(rows: list[Any], name: str) -> tuple[Finding, ...]:
    found, faults = [], []
    for number, row in enumerate(rows):
        try:
            found.append(_finding(structured(row, _Row)))
        except UnfitError as unfit:
            faults += [Fault(name, 0, f"findings[{number}].{path}".rstrip("."), message) for path, message in unfit.told]
    if faults:
        raise InputError(faults)
    return tuple(found)


def _finding(row: _Row) -> Finding:
    return Finding(
        code=row.code,
        name=row.name,
        level=row.level,
        claim=row.claim,
        message=row.message,
        fingerprint=row.fingerprint,
        about=row.about,
        place=Place(row.file, row.line, row.column) if row.file else None,
        related=tuple(Related(key=each.key, place=Place(each.file, each.line, each.column)) for each in row.related),
        clears=row.clears,
    )


def _from_sarif(runs: list[Any]) -> Iterator[Finding]:
    """The results that bear our fingerprint; those that were gone already are passed over, and so is what other tools wrote."""
    results = [result for run in runs for result in _listed(_get(run, "results"))]
    for result in results:
        fingerprint, code = _text(_get(result, "partialFingerprints", FINGERPRINT)), _text(_get(result, "ruleId"))
        if not fingerprint or not code or _get(result, "baselineState") == str(State.ABSENT):
            continue
        where = next(iter(_listed(_get(result, "locations"))), None)
        file = unquote(_text(_get(where, "physicalLocation", "artifactLocation", "uri")))
        yield Finding(
            code=code,
            name=_text(_get(result, "properties", "flag")),
            level=next((level for level in Level if str(level) == _get(result, "level")), Level.WARNING),
            claim=_text(_get(result, "properties", "claim")),
            message=_text(_get(result, "properties", "reason")),
            fingerprint=fingerprint,
            place=Place(file, 0) if file else None,
        )


def _get(value: Any, *names: str) -> Any:
    """What stands in tables within tables under these names; None where there is no such thing."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
