"""The report as JSON and JSON Lines, versioned, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.model.claims import Bearing
from claimtrack.model.opinions import Opinion
from claimtrack.model.reports import Flag, Report, Sourcing, SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.model.view import View
from claimtrack.reports.asof import as_of_data
from claimtrack.reports.rows import Seen
from claimtrack.reports.whatif import what_if_data
from claimtrack.reports.words import breadcrumbs, deep_link, escaped, named

SCHEMA = "claimtrack/report/1"
AGAINST = frozenset({StanceKind.DENIES, StanceKind.CONTRADICTS})


def report_json(report: Report) -> str:
    """The whole report as one JSON document; the same report gives the same bytes."""
    return escaped(json.dumps(report_data(report), ensure_ascii=False, indent=1)) + "\n"


def report_jsonl(report: Report) -> str:
    """One claim a line, each line naming the schema's version, the day it speaks of if any, and what is taken out if anything is."""
    return "".join(jsonl_lines(((claim, report.view) for claim in report.claims), about=report))


def jsonl_lines(claims: Iterable[Seen], *, about: Report | None = None) -> Iterator[str]:
    """What `report_jsonl` gives, a line at a time, for claims that come one after another.

    Args:
        claims: each claim's report, with the view to look things up in.
        about: where it is said which day the report speaks of, and what is taken out; its claims are not looked at.
    """
    head: dict[str, Any] = {"as_of": str(about.as_of.day)} if about and about.as_of else {}
    head |= {"without": [each.name for each in about.without.taken]} if about and about.without else {}
    for claim, view in claims:
        yield claim_line(claim, view, **head) + "\n"


def claim_line(claim: SupportReport, view: View, **more: Any) -> str:
    """One claim as a line of JSON, without its line end; `more` is told of all claims of a report."""
    return escaped(json.dumps({"schema": SCHEMA, **more, **claim_data(claim, view)}, ensure_ascii=False))


def report_data(report: Report) -> dict[str, Any]:
    """The report in JSON's own types."""
    return {
        "schema": SCHEMA,
        "ledger": report.digest,
        **({"as_of": as_of_data(report.as_of)} if report.as_of else {}),
        **({"without": what_if_data(report.without)} if report.without else {}),
        "claims": [claim_data(claim, report.view) for claim in report.claims],
        "rests_on": [{"name": rest.name, "key": rest.key, "claims": list(rest.claims)} for rest in report.rests],
        "calls": [{"text": need.text, "claims": list(need.claims)} for need in report.helps],
        "unclaimed": list(report.unclaimed),
        "conflicts": [{"kind": c.kind, "about": c.about, "detail": c.detail, "records": list(c.records)} for c in report.conflicts],
    }


def claim_data(claim: SupportReport, view: View) -> dict[str, Any]:
    """One claim in JSON's own types."""
    tracked = claim.claim
    return {
        "id": tracked.key,
        "label": tracked.label,
        "wording": tracked.wording,
        "kinds": [str(kind) for kind in tracked.kinds],
        "times": [str(time) for time in tracked.times],
        "summary": claim.summary,
        "statements": [_statement(bearing, view) for bearing in tracked.bearings if bearing.kind not in AGAINST],
        "denials": [_statement(bearing, view) for bearing in tracked.bearings if bearing.kind in AGAINST],
        "origins": _origins(claim.support, view),
        "origins_of_denial": _origins(claim.denial, view),
        "carriers": [node.name for node in claim.support.lineage.carriers],
        "bottlenecks": list(dict.fromkeys(named(claim.support.bottlenecks, claim, view))),
        "utterances": [
            {"origin": claim.support.lineage.node[said.origin].name, "carriers": said.carriers} for said in claim.support.utterances
        ],
        "missing": [missing.text for missing in claim.support.missing],
        "flags": [_flag(flag) for flag in claim.flags],
        "grades": {"said": str(claim.said), "content": str(claim.content)},
        "grade_rules": {"said": claim.said.rule, "content": claim.content.rule},
        "grade_letters": {"said": list(claim.said.letters), "content": list(claim.content.letters)},
        "assessment": _assessment(claim),
    }


def _flag(flag: Flag) -> dict[str, Any]:
    told = {"code": flag.code, "name": flag.name, "level": str(flag.level), "reason": flag.reason}
    return {**told, "evidence": list(flag.evidence), "clears": flag.clears}


def _assessment(claim: SupportReport) -> dict[str, Any]:
    """How likely the claim is on its sourcing alone; no number where it cannot be judged (F or 6)."""
    told = claim.assessment
    data: dict[str, Any] = {"sentence": told.sentence, "likelihood": told.likelihood, "confidence": str(told.confidence)}
    if told.spread and told.likelihood and claim.content.numbered:
        data["opinion"] = {end: _opinion(getattr(told.spread, end)) for end in ("least", "middle", "most")}
    return data | {"changes": list(told.changes)}


def _opinion(opinion: Opinion) -> dict[str, float]:
    named = ("belief", "disbelief", "uncertainty", "base_rate", "projected")
    return {name: round(float(getattr(opinion, name)), 4) for name in named}


def _statement(bearing: Bearing, view: View) -> dict[str, Any]:
    statement = view.statements[bearing.statement]
    article = view.articles.get(view.resolve(statement.article))
    return {
        "id": statement.key,
        "stance": str(bearing.kind),
        "article": statement.article,
        "says": breadcrumbs(statement, view),
        "voice": str(statement.voice),
        "framing": str(statement.framing),
        "polarity": str(statement.polarity),
        "role": str(statement.role),
        "proposition": statement.proposition,
        "start": statement.anchor.start,
        "end": statement.anchor.end,
        "url": deep_link(statement, article),
    }


def _origins(sourcing: Sourcing, view: View) -> dict[str, Any]:
    proof, nodes = sourcing.certificate, sourcing.lineage.node
    return {
        "lower": proof.lower,
        "upper": proof.upper,
        "exhaustive": proof.exhaustive,
        "lines": [[nodes[key].name for key in line] for line in proof.lines],
        "cut": [nodes[key].name for key in proof.cut] + [view.name(actor) for actor in proof.cut_actors],
    }
