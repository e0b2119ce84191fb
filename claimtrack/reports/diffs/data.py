"""What changed, as JSON, versioned, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from claimtrack.model.claims import Bearing
from claimtrack.model.diffs import ClaimChange, Diff, Seen
from claimtrack.model.reports import Flag, Report
from claimtrack.model.view import Conflict, View
from claimtrack.reports.asof import as_of_data
from claimtrack.reports.words import address, breadcrumbs, deep_link, escaped

DIFF_SCHEMA = "claimtrack/diff/1"


def diff_json(diff: Diff) -> str:
    """Everything that changed as one JSON document; the same reports give the same bytes."""
    return escaped(json.dumps(diff_data(diff), ensure_ascii=False, indent=1)) + "\n"


def diff_data(diff: Diff) -> dict[str, Any]:
    """Everything that changed in JSON's own types."""
    old, new = diff.old.view, diff.new.view
    return {
        "schema": DIFF_SCHEMA,
        "changed": bool(diff),
        "old": _side(diff.old),
        "new": _side(diff.new),
        "articles": {
            "new": [_article(key, new) for key in diff.published],
            "gone": [_article(key, old) for key in diff.vanished],
            "edited": [attrs.asdict(edit) for edit in diff.edits],
        },
        "claims": [_claim(change, old, new) for change in diff.claims],
        "retracted": [attrs.asdict(each) for each in diff.retracted],
        "restored": [attrs.asdict(each) for each in diff.restored],
        "conflicts": {"new": list(map(_conflict, diff.clashing)), "settled": list(map(_conflict, diff.settled))},
        "records": [attrs.asdict(each) for each in diff.records],
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"kind": conflict.kind, "about": conflict.about, "detail": conflict.detail, "records": list(conflict.records)}


def _side(report: Report) -> dict[str, Any]:
    """One of the two reports in short."""
    return {
        "ledger": report.digest,
        **({"as_of": as_of_data(report.as_of)} if report.as_of else {}),
        "articles": len(report.view.articles),
        "statements": len(report.view.statements),
        "claims": len(report.claims),
    }


def _article(key: str, view: View) -> dict[str, Any]:
    article = view.articles[key]
    return {
        "id": key,
        "outlet": view.name(view.resolve(article.outlet)) if article.outlet else "",
        "title": article.title,
        "published": str(article.published.on) if article.published else "",
        "url": address(article.url),
    }


def _claim(change: ClaimChange, old: View, new: View) -> dict[str, Any]:
    return {
        "change": str(change.change),
        "old": [_seen(each) for each in change.old],
        "new": [_seen(each) for each in change.new],
        "steps": [attrs.asdict(step) for step in change.steps],
        "origins": {"gained": list(change.gained), "lost": list(change.lost)},
        "flags": {"raised": _flags(change.raised), "cleared": _flags(change.cleared)},
        "statements": {"new": _bearings(change.said, new), "gone": _bearings(change.unsaid, old)},
        "denials": {"new": _bearings(change.denied, new), "withdrawn": _bearings(change.withdrawn, old)},
        "drifts": [attrs.asdict(drift) for drift in change.drifts],
        "losses": [attrs.asdict(loss) for loss in change.losses],
        "returns": [attrs.asdict(loss) for loss in change.returns],
    }


def _seen(seen: Seen) -> dict[str, Any]:
    data = attrs.asdict(seen)
    return {"id": data.pop("key"), "label": data.pop("name"), **data}


def _flags(flags: Iterable[Flag]) -> list[dict[str, Any]]:
    return [{"code": f.code, "name": f.name, "reason": f.reason, "evidence": list(f.evidence), "clears": f.clears} for f in flags]


def _bearings(bearings: Iterable[Bearing], view: View) -> list[dict[str, Any]]:
    return [_statement(bearing, view) for bearing in bearings]


def _statement(bearing: Bearing, view: View) -> dict[str, Any]:
    statement = view.statements[bearing.statement]
    return {
        "id": statement.key,
        "stance": str(bearing.kind),
        "article": statement.article,
        "says": breadcrumbs(statement, view),
        "framing": str(statement.framing),
        "proposition": statement.proposition,
        "url": deep_link(statement, view.articles.get(view.resolve(statement.article))),
    }
