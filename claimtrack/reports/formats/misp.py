"""The report as a MISP event: an attribute for each claim with tags of its grades, and a link for each article (MISP core format)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from claimtrack.model.reports import Report, SupportReport
from claimtrack.reports.formats.identifiers import UNDATED, inert_json, latest_day, uuid5, web
from claimtrack.reports.scales import misp_tags
from claimtrack.reports.words import range_of

DAY = 86_400
"""Seconds."""
UNDEFINED, COMPLETED, OWN = "4", "2", "0"
"""Threat level undefined, analysis completed, for one's own organisation only until somebody decides otherwise."""


def misp(report: Report) -> str:
    """One event that is not published, with deterministic UUIDs, dated by the newest article."""
    day = latest_day(report)
    event = {
        "uuid": uuid5("misp event"),
        "info": "How claims are sourced: independent origins, flags and grades of sourcing, not of truth",
        "date": day.isoformat(),
        "timestamp": _seconds(day),
        "publish_timestamp": "0",
        "published": False,
        "threat_level_id": UNDEFINED,
        "analysis": COMPLETED,
        "distribution": OWN,
        "Orgc": {"name": "claimtrack", "uuid": uuid5("misp organisation")},
        "Attribute": [*(_claim(claim, day) for claim in report.claims), *_links(report, day)],
    }
    return inert_json({"Event": event})


def _claim(claim: SupportReport, day: date) -> dict[str, Any]:
    comment = f"{claim.name}: independent origins {range_of(claim)}. {claim.summary}"
    tags = [{"name": name} for name in (*misp_tags(claim.content), *_likelihood(claim), *_flags(claim))]
    return {**_attribute(f"claim {claim.claim.key}", "text", claim.claim.wording, comment, day), "Tag": tags}


def _likelihood(claim: SupportReport) -> Iterator[str]:
    """Tags of MISP's estimative-language taxonomy, only where there is a word for the likelihood, and the confidence beside it."""
    if claim.assessment.likelihood and claim.content.numbered:
        yield f'estimative-language:likelihood-probability="{claim.assessment.likelihood.replace(" ", "-")}"'
        yield f'estimative-language:confidence-in-analytic-judgment="{claim.assessment.confidence}"'


def _flags(claim: SupportReport) -> Iterator[str]:
    """A tag of our own for each flag."""
    yield from dict.fromkeys(f'claimtrack:flag="{_quotable(flag.name)}"' for flag in claim.flags)


def _quotable(value: str) -> str:
    """A value that can stand between the quotation marks of a machine tag."""
    return value.replace('"', "'")


def _links(report: Report, day: date) -> Iterator[dict[str, Any]]:
    for key, article in sorted(report.view.articles.items()):
        if link := web(article.url):
            yield _attribute(f"article {key}", "link", link, f"{report.view.name(key)}: {article.title}", day)


def _attribute(name: str, kind: str, value: str, comment: str, day: date) -> dict[str, Any]:
    """What attributes have in common; none of ours is an indicator to block or alert on."""
    return {
        "uuid": uuid5(f"misp {name}"),
        "type": kind,
        "category": "External analysis",
        "to_ids": False,
        "distribution": "5",
        "timestamp": _seconds(day),
        "deleted": False,
        "comment": comment,
        "value": value,
    }


def _seconds(day: date) -> str:
    """Seconds since 1970 at the start of a day, in UTC; 0 for earlier days, since MISP counts no others."""
    return str(max(0, (day - UNDATED).days) * DAY)
