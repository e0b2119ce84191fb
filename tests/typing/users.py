"""What users write, as a type checker sees it: each `assert_type` is a promise, and so is each refusal.

`mypy --strict` reads this file; an ignore that is not needed is an error, so every line with one must go on being refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import assert_type

from pandas import DataFrame

import claimtrack
from claimtrack import (
    Article,
    Case,
    Certificate,
    Conflict,
    Fault,
    Flag,
    Grade,
    Ledger,
    Letter,
    Lineage,
    Loaded,
    Record,
    Renderer,
    Report,
    Rule,
    Sourcing,
    SupportReport,
    load,
    publish,
    save,
    track,
)
from claimtrack.reports import drawing_of, explain, markdown, report_json, table, words_of
from claimtrack.support import FLAGS


def follow(folder: Path) -> Report:
    """From a folder to what is known of each claim."""
    report = track(folder)
    assert_type(report, Report)
    assert_type(report.claims, tuple[SupportReport, ...])
    assert_type(report.conflicts, tuple[Conflict, ...])
    assert_type(report.view.articles, Mapping[str, Article])
    assert_type(report.to_frame(), DataFrame)
    assert_type(report._repr_html_(), str)
    for claim in report.claims:
        assert_type(claim.lower, int)
        assert_type(claim.flags, tuple[Flag, ...])
        assert_type(claim.flagged("single-source"), Flag | None)
        assert_type(claim.said, Grade)
        assert_type(claim.said.best, Letter)
        assert_type(claim.support, Sourcing)
        assert_type(claim.support.lineage, Lineage)
        assert_type(claim.support.certificate, Certificate)
        assert_type(claim.support.certificate.verify(claim.support.lineage), bool)
        assert_type(claim.support.evidence.middle, Fraction)
        assert_type(drawing_of(claim, report.view), str)
        assert_type(words_of(claim, report.view), tuple[str, ...])
        assert_type(explain(claim, report), str)
        assert_type(report.claim(claim.name), SupportReport)
    return report


def keep(folder: Path, file: Path) -> Loaded:
    """What is read can be joined and written."""
    loaded = load([folder, str(file)])
    assert_type(loaded, Loaded)
    assert_type(loaded.ledger, Ledger)
    assert_type(loaded.faults, tuple[Fault, ...])
    assert_type(loaded.ledger | Ledger(), Ledger)
    assert_type([record.id for record in loaded.ledger], list[str])
    assert_type(next(iter(loaded.ledger)), Record)
    assert_type(save(loaded.ledger, file), None)
    return loaded


def undated(case: Case) -> Flag | None:
    """A rule is a function from a case to a flag or None."""
    assert_type(case.claim.times != (), bool)
    return None if case.claim.times else Flag(code="HG001", name="undated", reason="it has no time")


def lines(report: Report) -> str:
    """A renderer is a function from a report to text."""
    return "".join(f"{claim.lower}\t{claim.name}\n" for claim in report.claims)


RULES: list[Rule] = [*FLAGS, undated]
RENDERERS: list[Renderer] = [lines, table, markdown, report_json]


def render(folder: Path) -> list[str]:
    """Rules and renderers of ours and of a user's go by the same names."""
    report = track(str(folder), rules=RULES, without=["state-media"])
    assert_type(publish(report, "json"), str)
    return [renderer(report) for renderer in RENDERERS]


def refused(report: Report, claim: SupportReport) -> None:
    """What a type checker must refuse."""
    track(3)  # type: ignore[arg-type]
    track("seeds", rules=[lines])  # type: ignore[list-item]
    track("seeds", "mine")  # type: ignore[arg-type,call-arg]
    claim.lower = 3  # type: ignore[misc]
    report.claims = ()  # type: ignore[misc]
    claim.flagged("single-source").reason  # type: ignore[union-attr]  # noqa: B018
    publish(report)  # type: ignore[call-arg]
    Article("a1")  # type: ignore[call-arg]
    Article(key="a1", genre="NewsArticle")  # type: ignore[arg-type]
    claimtrack.trak  # type: ignore[attr-defined]  # noqa: B018
    renderer: Renderer = undated  # type: ignore[assignment]
    assert renderer
