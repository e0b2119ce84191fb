"""Tests of tables in TOML: what is written into a case file is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.codec import case_head, case_table, read_case
from claimtrack.model import Judgement, Maker, Record, Verdict
from claimtrack.testing import judgements, makers, records

ADA = Maker(name="Ada", on="2026-11")
JUDGED = Judgement(left="S1", right="S2", verdict=Verdict.SAME, reasons=['a "night" boat', "one\tday"], maker=ADA)


@given(records())
def test_any_record_comes_back_from_its_table(record: Record) -> None:
    reading = read_case(f"claimtrack = 1\n\n{case_table(record)}", "notes.toml")
    assert reading.faults == ()
    assert [each for each, _ in reading.records] == [record]


@given(judgements(maker=makers()), makers())
def test_a_record_comes_back_from_a_file_whoever_made_the_rest(judgement: Judgement, maker: Maker) -> None:
    reading = read_case(f"{case_head(maker)}\n{case_table(judgement, maker)}", "notes.toml")
    assert [each for each, _ in reading.records] == [judgement]


@given(st.text(st.characters(codec="utf-8")).filter(str.strip))
def test_any_text_that_a_record_takes_comes_back(text: str) -> None:
    try:
        judgement = Judgement(left="S1", right="S2", verdict=Verdict.SAME, reasons=[text])
    except ValueError:
        return
    assert [each for each, _ in read_case(f"claimtrack = 1\n{case_table(judgement)}", "x").records] == [judgement]


def test_a_table_has_a_field_a_line_in_the_records_order_and_leaves_the_files_maker_out() -> None:
    assert case_table(JUDGED, ADA).splitlines() == [
        "[[judgement]]",
        'left = "S1"',
        'right = "S2"',
        'verdict = "same"',
        'reasons = ["a \\"night\\" boat", "one day"]',
    ]
    assert case_table(JUDGED).splitlines()[-1] == 'maker = {name = "Ada", on = "2026-11"}'


def test_the_head_of_a_file_says_who_makes_its_records() -> None:
    assert case_head(ADA).splitlines() == ["claimtrack = 1", "", "[maker]", 'name = "Ada"', 'kind = "person"', 'on = "2026-11"']


def test_a_record_without_a_maker_is_not_put_down_to_somebody() -> None:
    with pytest.raises(ValueError, match="made by Ada"):
        case_table(Judgement(left="a", right="b", verdict=Verdict.SAME), ADA)
