"""Findings as SARIF (OASIS Static Analysis Results Interchange Format, version 2.1.0), for code scanning and review tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from claimtrack.errors import Place
from claimtrack.model.findings import FINGERPRINT, Finding, State
from claimtrack.model.reports import Report
from claimtrack.reports.findings import compared, findings
from claimtrack.reports.paths import Relative, relative_to
from claimtrack.reports.words import escaped, harmless

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""What addresses of files count from, in the spelling that code scanning knows."""
_MARKUP = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def sarif(report: Report, *, baseline: Iterable[Finding] | None = None, folder: str = "") -> str:
    """The findings of a report as one SARIF log; the same report gives the same bytes.

    Args:
        report: what to tell of.
        baseline: findings of an earlier run; with them each result says whether it is new, unchanged or updated, those that are gone
            are told as absent, and those that were there before are suppressed.
        folder: the folder that addresses of files count from. Without it, absolute paths count from the folder that holds them all.
    """
    found = findings(report)
    rows: list[tuple[Finding, State | None]] = [(each, None) for each in found] if baseline is None else [*compared(found, baseline)]
    relative = relative_to(folder, (place.file for each, _ in rows for place in _places(each)))
    rules = {each.code: each for each, _ in reversed(rows)}
    place_of = {code: number for number, code in enumerate(sorted(rules))}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "claimtrack", "rules": [_rule(rules[code]) for code in place_of]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, state, place_of[each.code], relative) for each, state in rows],
            }
        ],
    }
    return _inert(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _inert(document: str) -> str:
    """JSON in which nothing is markup or invisible, wherever it is put; its values stay the same."""
    for character, spelled in _MARKUP.items():
        document = document.replace(character, spelled)
    return escaped(document)


def _places(finding: Finding) -> list[Place]:
    return [*([finding.place] if finding.place else []), *(each.place for each in finding.related)]


def _rule(finding: Finding) -> dict[str, Any]:
    """What a flag says of any claim; of flags that only an earlier run knew, the name alone is known."""
    told = {"id": finding.code, "name": finding.name, "shortDescription": {"text": finding.name}}
    if finding.means:
        told["fullDescription"] = {"text": harmless(finding.means)}
    if finding.clears:
        told["help"] = {"text": harmless(f"Cleared by: {finding.clears}.")}
    return told | {"defaultConfiguration": {"level": str(finding.level)}}


def _result(finding: Finding, state: State | None, rule: int, relative: Relative) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": str(finding.level),
        "message": {"text": harmless(f"{finding.about or finding.claim}: {finding.message}")},
        "locations": [_location(finding, relative)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"claim": finding.claim, "flag": finding.name, "reason": finding.message},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_physical(each.place, relative), "message": {"text": harmless(each.key)}}
            for number, each in enumerate(finding.related, 1)
        ]
    if state is not None:
        result["baselineState"] = str(state)
    if state in (State.UNCHANGED, State.UPDATED):
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": "in the baseline"}]
    return result


def _location(finding: Finding, relative: Relative) -> dict[str, Any]:
    """The place in a file, as far as it is known, and the claim as the thing that it is about."""
    return {**_physical(finding.place, relative), "logicalLocations": [{"fullyQualifiedName": finding.claim, "kind": "claim"}]}


def _physical(place: Place | None, relative: Callable[[str], str]) -> dict[str, Any]:
    path = relative(place.file) if place else ""
    if place is None or not path:
        return {}
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    told: dict[str, Any] = {"artifactLocation": {"uri": address(path), "uriBaseId": ROOT}}
    return {"physicalLocation": told | ({"region": region} if place.line else {})}


def address(path: str) -> str:
    """A relative path as an address (RFC 3986): all but letters, digits, `-._~` and `/` is percent-encoded."""
    letters = (bytes([byte]).decode("latin-1") for byte in path.encode(errors="replace"))
    return "".join(letter if letter in _UNRESERVED else f"%{ord(letter):02X}" for letter in letters)
