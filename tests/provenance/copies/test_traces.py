"""Tests of what is kept of a text so that others can be compared with it."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.values import period
from claimtrack.provenance.copies import Reading, Text, Traces, traces
from claimtrack.provenance.copies.shingles import fingerprints
from claimtrack.provenance.copies.sketches import KEPT
from claimtrack.provenance.copies.traces import UNDATED, Rows, carrier, unpacked
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, reading, text

PARAGRAPHS = st.lists(st.sampled_from([*FIRE, *MARKET, QUOTE, "“Not on my watch, ever again.”", "Ⅷ ﬁ ❄"]), max_size=5)
DATES = st.sampled_from([None, "2031-03-04", "2031-03", "2031"])


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A short text of any key, outlet and date."""
    date = draw(DATES)
    made = text(draw(st.text(max_size=8)), *draw(PARAGRAPHS), outlet=draw(st.text(max_size=8)))
    return Text(key=made.key, text=made.text, outlet=made.outlet, published=period(date) if date else None)


@given(texts())
def test_what_is_kept_comes_back_from_bytes_and_from_a_pickle(given: Text) -> None:
    kept = traces(given)
    assert Traces.from_bytes(kept.to_bytes()) == kept
    assert pickle.loads(pickle.dumps(kept)) == kept


@given(texts())
def test_what_can_be_looked_up_in_the_bytes_is_what_the_traces_have(given: Text) -> None:
    kept = traces(given)
    rows = Rows(kept.to_bytes())
    assert [list(row) for row in (rows.prints, rows.rest, rows.marks)] == [
        list(unpacked(row)) for row in (kept.prints, kept.rest, kept.marks)
    ]
    assert (list(rows.codes), rows.sketch) == ([*rows.prints, *rows.rest], kept.sketch)
    assert carrier(kept.to_bytes()) == (kept.day, kept.outlet)


@given(texts())
def test_the_codes_are_those_of_the_text(given: Text) -> None:
    kept, read = traces(given), Reading(given)
    assert kept.codes == read.all
    assert kept.owned == read.own
    assert frozenset(unpacked(kept.prints)) == fingerprints(read.codes) | read.quotes
    assert kept.sketch == tuple(sorted(read.all)[:KEPT])
    assert [len(each) for each in kept.sentences] == [len(each.terms) for each in read.sentences]


def test_a_text_without_a_date_comes_last_and_one_of_a_month_with_its_first_day() -> None:
    days = {key: traces(text(key, *FIRE, published=day)) for key, day in (("a", "2031-03"), ("b", "2031-03-01"), ("c", "2031-02-28"))}
    late = traces(text("0", *FIRE))
    assert sorted([late, *days.values()], key=lambda each: each.age) == [days["c"], days["a"], days["b"], late]
    assert (late.day, late.exact, days["a"].exact, days["b"].exact) == (UNDATED, False, False, True)


def test_little_is_kept() -> None:
    many = " ".join(f"Word{n} told{n} ropeworks{n} fire{n} on{n} Friday{n}." for n in range(42))
    assert len(traces(text("long", many)).to_bytes()) < 2_500
    assert len(traces(reading(*FIRE).text).to_bytes()) < 800
