"""Tests of CSV: what a spreadsheet makes of it is what was meant."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Outlet, Report
from claimtrack.reports import claim_rows
from claimtrack.reports.formats.tables import claims_csv, guarded, statements_csv, unguarded
from tests.support.building import claim, report, said

TEXTS = st.text() | st.text(st.sampled_from("'=+-@\t\r\0\uff1d\u200dx"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_lines_end_with_carriage_return_and_line_feed(seeds: Report) -> None:
    for text in (claims_csv(seeds), statements_csv(seeds)):
        assert text.endswith("\r\n")
        assert text.count("\n") == text.count("\r\n")


def test_each_cell_comes_back_as_the_rows_have_it(seeds: Report) -> None:
    for read, row in zip(rows(claims_csv(seeds)), claim_rows(seeds), strict=True):
        assert read["wording"] == row["wording"]
        assert int(read["origins_lower"]) == row["origins_lower"]
        assert read["exhaustive"] == ("yes" if row["exhaustive"] else "no")
        assert tuple(filter(None, read["flags"].split("; "))) == row["flags"]


def test_a_byte_order_mark_comes_first_where_asked_for(seeds: Report) -> None:
    assert claims_csv(seeds, bom=True) == "\ufeff" + claims_csv(seeds)
    assert statements_csv(seeds, bom=True).encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", list("=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"))
def test_a_formula_gets_a_quote_in_front_unless_raw(start: str) -> None:
    told = report(said("S1", "person:brand"), about=claim(wording=f"{start}1+1"))
    assert rows(claims_csv(told))[0]["wording"] == f"'{start}1+1"
    assert rows(claims_csv(told, raw=True))[0]["wording"] == f"{start}1+1"


@pytest.mark.parametrize("lead", ["\t", "\n", "\u200b", "\u202e", "\ufeff", "\u00a0", " "])
def test_what_nobody_sees_before_a_formula_does_not_hide_it(lead: str) -> None:
    told = report(said("S1", "person:brand"), about=claim(wording=f"x{lead}=1", label=f"{lead}=1"))
    assert rows(claims_csv(told))[0]["label"] == "'=1"


def test_each_item_of_a_list_is_guarded_and_the_list_can_be_split_again() -> None:
    told = report(said("S1", article="a1"), said("S2", article="a2"), Outlet(key="outlet:valley", name="=1; +1"))
    assert rows(claims_csv(told))[0]["outlets"].split("; ") == ["'=1, +1", "Harbour Post"]


def test_quotes_commas_and_line_ends_stay_in_their_cell() -> None:
    told = report(said("S1", "person:brand", proposition='"a", b\nc; d'))
    assert rows(statements_csv(told))[0]["proposition"] == '"a", b c; d'


@given(TEXTS)
def test_the_guard_can_be_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(TEXTS)
def test_nothing_guarded_begins_like_a_formula(text: str) -> None:
    assert guarded(text)[:1] not in tuple("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")


@given(TEXTS, TEXTS)
def test_two_texts_are_never_guarded_to_one(one: str, other: str) -> None:
    assert (guarded(one) == guarded(other)) == (one == other)
