"""Tests of the terminal table: it fits the window and says what matters."""

from __future__ import annotations

import pytest

from claimtrack import Ledger, Report, Speaker, track
from claimtrack.model import SpeakerKind, StanceKind
from claimtrack.reports import table
from claimtrack.reports.folding import columns
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import claim, report, said

WIDTHS = [40, 60, 80, 100, 200]
BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")


def town() -> Report:
    """A report with everything in it: dispute, bottleneck, calls, a loose statement, wide names."""
    return report(
        BRAND,
        ORO,
        claim("claim:wide", "堤防から水が漏れているとすべての住民が言っている。" * 3, label="堤防の漏れについて"),
        Speaker(key="person:wide", name="水野太郎", kind=SpeakerKind.PERSON),
        said("S3", "person:wide", of="claim:wide"),
        said("S4", "person:oro", of="claim:wide", stance=StanceKind.DENIES),
        said("S5", article="a2", of="claim:wide"),
        said("S6", stance=None),
        claim("claim:a-claim-with-a-key-that-is-longer-than-any-column-should-be", "Wording " + "w" * 150),
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_window(width: int) -> None:
    assert [line for line in table(town(), width).splitlines() if columns(line) > width and " " in line.strip()] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_colour_takes_no_room_and_changes_no_word(width: int, seeds: Report) -> None:
    dressed = table(seeds, width, minded=lambda text: f"\x1b[33m{text}\x1b[0m")
    assert "\x1b[33m0..1\x1b[0m" in dressed
    assert dressed.replace("\x1b[33m", "").replace("\x1b[0m", "") == table(seeds, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_the_seeds_sticks_out_either(width: int, seeds: Report) -> None:
    assert max(columns(line) for line in table(seeds, width).splitlines()) <= width


def test_a_window_that_is_too_narrow_is_taken_for_one_of_forty_columns() -> None:
    assert table(town(), 3) == table(town(), 40)


def test_flags_stand_under_the_wording_where_the_window_is_narrow() -> None:
    assert "single-source, single-carrier]" in " ".join(table(report(BRAND), 60).split())
    assert "[" not in table(report(BRAND), 100)


def test_an_empty_ledger_is_told_what_makes_a_claim() -> None:
    assert table(track(Ledger())).startswith("No claims.")


def test_the_first_line_counts_and_the_last_tells_how_to_go_on() -> None:
    lines = table(report(BRAND)).splitlines()
    assert lines[0] == "1 claim in 1 statement of 3 articles from 3 outlets; 1 single-source, 0 disputed"
    assert lines[-1] == "One claim in full: claimtrack explain claim:dam-leaks PATH"


def test_bottlenecks_calls_loose_statements_and_conflicts_are_told() -> None:
    rival = claim(wording="The dam drips.")
    found = table(report(BRAND, said("S6", stance=None), rival, claim(wording="The dam leaks badly.")))
    assert "What everything rests on" in found
    assert "Calls that would help most" in found
    assert "1 statement bears on no claim." in found
    assert "1 conflict among the records" in found


def test_headings_are_dressed_as_asked() -> None:
    assert "<b>What everything rests on" in table(report(BRAND), heading=lambda text: f"<b>{text}")


def test_wide_characters_keep_the_columns_in_line() -> None:
    lines = table(town(), 100).splitlines()
    rows = [line for line in lines if "堤防か" in line]
    rule = next(line for line in lines if line.startswith("---"))
    assert all(columns(row[: row.index("堤防か")]) == len(rule.split("  ")[0]) + len(rule.split("  ")[1]) + 4 for row in rows[:1])


@pytest.mark.parametrize("text", SOME)
def test_no_hostile_text_gets_through(text: str) -> None:
    word = printable(text) or "x"
    person = Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON, note=word)
    for width in (40, 100):
        assert controls(table(report(person, BRAND, about=claim(wording=word, label=word, note=word)), width)) == set()


def test_what_there_is_nothing_to_say_about_is_left_out() -> None:
    found = table(report(BRAND, ORO))
    assert "What everything rests on" not in found
    assert "Calls that would help most" not in found
    assert "bears on no claim" not in found
