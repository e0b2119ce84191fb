"""Tests of findings line by line: for editors, and as commands of a GitHub workflow."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from claimtrack import Ledger, Report, track
from claimtrack.errors import Place
from claimtrack.model.reports import Log
from claimtrack.reports import concise, findings, github
from claimtrack.testing import adversarial_ledgers
from tests.reports.formats.hostile_claims import hostile
from tests.reports.hostile import HOSTILE, controls
from tests.support.building import claim, descends, ledger, said

TOWN = ledger(said("S1", "person:brand"), about=claim(label="C1"))
COMMAND = re.compile(r"::(error|warning|notice) (?:file=[^:,]*,line=[1-9]\d*,col=[1-9]\d*,)?title=[^:,]+::.+\n")


def placed(place: Place, source: Ledger = TOWN) -> Report:
    return track(source, log=Log(places={record.id: place for record in source if record.type == "claim"}))


def test_a_line_has_place_code_name_level_claim_and_reason() -> None:
    assert concise(placed(Place("a.toml", 3))).splitlines() == [
        "a.toml:3:1: CT101 single-source: warning: C1: one origin on record: Ilse Brand",
        "a.toml:3:1: CT102 single-carrier: note: C1: carried by Harbour Post alone (1 article)",
    ]


@pytest.mark.parametrize(
    ("place", "start"), [(Place("a.txt", 3, 9), "a.txt:3:9: CT101"), (Place("a.rss", 0), "a.rss: CT101"), (None, "C1: CT101")]
)
def test_what_is_not_known_of_a_place_is_left_out(place: Place | None, start: str) -> None:
    assert concise(placed(place) if place else track(TOWN)).startswith(start)


def test_a_finding_that_was_known_says_so_and_is_still_told() -> None:
    report = placed(Place("a.toml", 3))
    lines = concise(report, baseline=findings(report)[:1]).splitlines()
    assert [line.endswith(" (known)") for line in lines] == [True, False]


def test_a_finding_that_is_gone_is_not_told_again() -> None:
    better = track(ledger(said("S1", "person:brand"), said("S2", "person:oro", article="a2")))
    assert (concise(better, baseline=findings(track(TOWN))), github(better, baseline=findings(track(TOWN)))) == ("", "")


def test_a_command_has_the_level_in_githubs_words() -> None:
    report = placed(Place("a.toml", 3, 5), TOWN | ledger(descends("a1", "a3", altered=["S1"])))
    assert github(report).splitlines()[0] == (
        "::warning file=a.toml,line=3,col=5,title=CT101 single-source::C1: one origin on record: Ilse Brand"
    )
    assert {line.partition(" ")[0] for line in github(report).splitlines()} == {"::warning", "::notice", "::error"}


def test_what_was_known_is_a_notice() -> None:
    report = placed(Place("a.toml", 3))
    known = github(report, baseline=findings(report))
    assert all(line.startswith("::notice ") and line.endswith(" (known)") for line in known.splitlines())


def test_nothing_in_a_path_ends_its_property_and_no_absolute_path_is_told() -> None:
    assert "file=a%2Cline=9%3A%3A%25.toml,line=3," in github(placed(Place("/home/ida/a,line=9::%.toml", 3)))


def test_hostile_text_stays_on_its_line() -> None:
    report = placed(Place("a.toml", 3), hostile([*HOSTILE, "::error::out", "%0A::error::out", "a\n::error::out"]))
    told = concise(report), github(report)
    assert controls("".join(told)) == set()
    assert [len(each.splitlines()) for each in told] == [len(findings(report))] * 2
    assert all(line.startswith("a.toml:3:1: ") for line in told[0].splitlines())
    assert all(COMMAND.fullmatch(line + "\n") for line in told[1].splitlines())


@pytest.mark.slow
@given(adversarial_ledgers())
def test_any_ledger_gives_one_command_a_finding(drawn: Ledger) -> None:
    report = track(drawn)
    lines = github(report).splitlines(keepends=True)
    assert len(lines) == len(findings(report))
    assert all(COMMAND.fullmatch(line) for line in lines)
