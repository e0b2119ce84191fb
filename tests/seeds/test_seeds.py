"""Tests of the founding articles: what they hold, and how far the report agrees with two readers."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimtrack import Judgement, Ledger, Loaded, Maker, Report, SupportReport, load, track
from claimtrack.checking import anchored
from claimtrack.files import texts
from claimtrack.model import AnchorState, Claims, MakerKind, Verdict

HERE = Path(__file__).parent
READERS: dict[str, dict[str, list[Any]]] = tomllib.loads((HERE / "readers.toml").read_text(encoding="utf-8"))
LABELS = [f"C{number:02}" for number in range(1, 26)]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The seeds as read from their folder."""
    return load([HERE.parents[1] / "seeds"])


@pytest.fixture(scope="module")
def report(loaded: Loaded) -> Report:
    """The report on the seeds."""
    return track(loaded.ledger)


@pytest.fixture(scope="module")
def claims(report: Report) -> dict[str, SupportReport]:
    """The claims of the seeds by label."""
    return {claim.claim.label: claim for claim in report.claims}


def test_the_seeds_load_without_faults_or_conflicts(loaded: Loaded, report: Report) -> None:
    assert loaded.faults == ()
    assert loaded.skipped == ()
    assert report.conflicts == ()


def test_they_hold_160_statements_of_five_articles_and_25_claims(loaded: Loaded, claims: dict[str, SupportReport]) -> None:
    view = loaded.ledger.view
    assert (len(view.statements), len(view.articles)) == (160, 5)
    assert sorted(claims) == sorted(READERS) == LABELS


@pytest.mark.parametrize("label", LABELS)
def test_the_adjudicated_count_of_origins_lies_within_the_bounds(label: str, claims: dict[str, SupportReport]) -> None:
    assert claims[label].lower <= READERS[label]["origins"][0] <= claims[label].upper


def test_the_other_readers_count_lies_within_them_for_at_least_22(claims: dict[str, SupportReport]) -> None:
    assert sum(claims[label].lower <= READERS[label]["origins"][1] <= claims[label].upper for label in LABELS) >= 22


def test_the_bounds_are_at_most_one_apart_on_average(claims: dict[str, SupportReport]) -> None:
    assert sum(claim.upper - claim.lower for claim in claims.values()) / len(claims) <= 1


@pytest.mark.parametrize("flag", ["single-source", "opinion-framed", "disputed"])
def test_a_flag_agrees_with_the_adjudicated_reading_on_at_least_21(flag: str, claims: dict[str, SupportReport]) -> None:
    assert sum((claims[label].flagged(flag) is not None) == (flag in READERS[label]["flags"][0]) for label in LABELS) >= 21


@pytest.mark.parametrize(
    ("labels", "name"),
    [(["C04", "C05", "C06", "C07"], "the UN monitoring report"), (["C09", "C20"], "the Express Tribune")],
)
def test_a_bottleneck_is_named(labels: list[str], name: str, report: Report, claims: dict[str, SupportReport]) -> None:
    assert all(name in [claims[label].support.lineage.node[key].name for key in claims[label].support.bottlenecks[:1]] for label in labels)
    assert [set(rest.claims) for rest in report.rests if rest.name == name] == [set(labels)]


APART = [
    ("claim:joint-protest-kabul-2024", "claim:quad-statement-2024"),
    ("claim:no-formal-recognition", "claim:taliban-diplomat-accredited"),
    ("claim:china-200m-yuan", "claim:eu-one-billion"),
    ("S000-21", "S004-20"),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_was_judged_different_stays_apart(left: str, right: str, report: Report) -> None:
    assert not any({left, right} <= {*claim.claim.members} for claim in report.claims)


@pytest.mark.parametrize(("left", "right"), APART)
def test_a_program_that_holds_them_the_same_does_not_join_them(left: str, right: str, loaded: Loaded) -> None:
    program = Maker(name="matcher", kind=MakerKind.SOFTWARE, version="1.0")
    same = Judgement(left=left, right=right, verdict=Verdict.SAME, score=1.0, maker=program)
    found = Claims((loaded.ledger | Ledger([same])).view)
    assert not any({left, right} <= {*claim.members} for claim in found.all)
    assert any(conflict.kind == "judgement" for conflict in found.conflicts)


def test_both_spellings_of_lavrov_are_one_speaker(loaded: Loaded) -> None:
    view = loaded.ledger.view
    assert view.resolve("Sergei Lavrov") == view.resolve("Sergey Lavrov")
    assert view.resolve("Sergey Lavrov") in view.speakers


def test_every_certificate_verifies(report: Report) -> None:
    for claim in report.claims:
        for side in (claim.support, claim.denial):
            assert side.certificate.objections(side.lineage) == ()
            assert side.certificate.exhaustive


def test_every_fact_about_an_outlet_has_a_citation_with_a_date(loaded: Loaded) -> None:
    facts = [fact for outlet in loaded.ledger.view.outlets.values() for fact in outlet.facts]
    assert facts
    assert all(fact.cited.source and fact.cited.on for fact in facts)


def test_every_anchor_has_digest_and_fragment(loaded: Loaded) -> None:
    anchors = [statement.anchor for statement in loaded.ledger.view.statements.values()]
    assert all(anchor.digest and anchor.fragment for anchor in anchors)


def test_every_flag_raised_has_a_reason_evidence_and_a_remedy(report: Report) -> None:
    assert all(flag.reason and flag.evidence and flag.clears for claim in report.claims for flag in claim.flags)


@pytest.mark.skipif("CLAIMTRACK_TEXTS" not in os.environ, reason="CLAIMTRACK_TEXTS names no folder with the articles' texts")
def test_with_the_texts_at_hand_every_anchor_is_exact_and_every_fragment_unique(loaded: Loaded) -> None:
    known, faults = texts(os.environ["CLAIMTRACK_TEXTS"])
    results = anchored(loaded.ledger.view, known)
    assert faults == ()
    assert len(results) == 160
    assert {result.state for result in results} == {AnchorState.EXACT}
    assert all(result.unique for result in results)
