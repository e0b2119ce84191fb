"""Tests of the small values: one spelling each, and what they refuse."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import RecordError
from claimtrack.model import Anchor, Certainty, Citation, Cue, Dating, Link, Maker, Notice, NoticeKind, Period, Post, Span, digest
from claimtrack.model.values import chain
from claimtrack.testing import periods


@given(periods())
def test_a_period_is_read_back_from_its_spelling(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("spelling", "start", "end"),
    [
        ("2021-10-20", date(2021, 10, 20), date(2021, 10, 20)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-12/2022", date(2021, 12, 1), date(2022, 12, 31)),
    ],
)
def test_periods_hold_all_the_days_that_their_spelling_means(spelling: str, start: date, end: date) -> None:
    assert Period.parse(spelling) == Period(start, end)


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [("2021-01/2021-12", "2021"), ("2020-01-01/2021-12-31", "2020/2021"), ("2021-02-01/2021-02-28", "2021-02"), ("0033", "0033")],
)
def test_periods_have_one_spelling(spelling: str, canonical: str) -> None:
    assert str(Period.parse(spelling)) == canonical


@pytest.mark.parametrize("spelling", ["", "soon", "2021-13", "2021-02-30", "0000", "2021/2020", "2021/", "20211020", "2021-1-1"])
def test_what_is_no_date_is_refused(spelling: str) -> None:
    with pytest.raises(RecordError):
        Period.parse(spelling)


def test_a_time_of_day_is_no_period() -> None:
    with pytest.raises(RecordError, match="whole days"):
        Period.parse(datetime(2021, 10, 20, 12))


@given(periods(), periods())
def test_periods_are_in_the_order_of_time(a: Period, b: Period) -> None:
    assert (a < b) == ((a.start, a.end) < (b.start, b.end))


def refused(make: Any, **fields: Any) -> str:
    with pytest.raises(RecordError) as caught:
        make(**fields)
    return caught.value.field


@pytest.mark.parametrize(
    ("kind", "fields", "at"),
    [
        (Span, {"start": 3, "end": 3}, "end"),
        (Span, {"start": -1, "end": 3}, "start"),
        (Span, {"start": True, "end": 3}, "start"),
        (Span, {"start": 0, "end": 2.0}, "end"),
        (Span, {"start": 0, "end": 2**60}, "end"),
        (Cue, {"start": 4, "end": 2}, "end"),
        (Cue, {"start": 0, "end": 9, "text": "one two three four five six seven"}, "text"),
        (Anchor, {"start": 9, "end": 0}, "end"),
        (Anchor, {"start": 0, "end": 9, "digest": "xyz"}, "digest"),
        (Anchor, {"start": 0, "end": 9, "fragment": "two words"}, "fragment"),
        (Anchor, {"start": 0, "end": 9, "fragment": "a" * 301}, "fragment"),
        (Maker, {"name": ""}, "name"),
        (Maker, {"name": "Ada", "on": "never"}, "on"),
        (Citation, {"source": "a\x00b"}, "source"),
        (Post, {"title": "x" * 20_001}, "title"),
        (Notice, {"kind": NoticeKind.CREDIT, "cites": "one"}, "cites"),
        (Dating, {"on": "someday"}, "on"),
        (Link, {"holders": ()}, "holders"),
        (Link, {"holders": "Ada"}, "holders"),
    ],
)
def test_a_value_that_contradicts_itself_names_the_field(kind: Any, fields: dict[str, Any], at: str) -> None:
    assert refused(kind, **fields) == at


def test_an_anchor_may_lack_digest_and_fragment() -> None:
    assert Anchor(start=0, end=1) == Anchor(start=0, end=1, digest="", fragment="")
    assert Anchor(start=0, end=1, digest=digest("a").upper()).digest == digest("a")


def test_links_are_taken_from_names_and_lists() -> None:
    likely = Link(holders=("c",), certainty=Certainty.LIKELY)
    assert chain(["a", ["x", "b", "x"], likely]) == (Link(holders=("a",)), Link(holders=("b", "x")), likely)


def test_nobody_stands_in_a_chain_twice() -> None:
    with pytest.raises(RecordError, match="comes back to 'a'"):
        chain(["a", "b", ["c", "a"]])


def test_a_chain_is_no_text() -> None:
    with pytest.raises(RecordError, match="brackets"):
        chain("abc")


@given(st.text())
def test_the_digest_of_words_is_sixteen_digits(words: str) -> None:
    assert len(digest(words.encode(errors="ignore").decode())) == 16
