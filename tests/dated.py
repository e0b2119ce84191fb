"""Strategies for ledgers whose articles, ratings and facts have days, some vague and some missing."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimtrack import Article, Citation, CitedFact, Dating, Ledger, Outlet, Period, Rating, Record
from claimtrack.model import FactKind
from claimtrack.testing import coherent_ledgers

FIRST, DAYS = date(2023, 12, 28), 8
"""Days on both sides of a new year, so that years and months end among them."""
AFTER_ALL = Period.parse("2030")


def days() -> SearchStrategy[date]:
    """One of a few days."""
    return st.integers(0, DAYS).map(lambda number: FIRST + timedelta(number))


def moments() -> SearchStrategy[Period]:
    """A day, a month, a year or a few days."""
    stretches = st.tuples(days(), days()).map(lambda ends: Period(min(ends), max(ends)))
    return days().map(Period.parse) | stretches | st.sampled_from(("2023", "2023-12", "2024-01", "2024")).map(Period.parse)


@st.composite
def dated_ledgers(draw: DrawFn, plain: bool = False) -> Ledger:
    """Coherent ledgers with dates; plain ones have neither judgements nor derivations nor retractions."""
    kept: list[Record] = []
    for record in draw(coherent_ledgers()):
        if isinstance(record, Article) and draw(st.integers(0, 4)):
            record = attrs.evolve(record, published=Dating(on=draw(moments())))
        elif isinstance(record, Outlet) and draw(st.booleans()):
            cited = Citation(source="Coast Register")
            fact = CitedFact(about=FactKind.STATE_CONTROL, value="gov:state", cited=cited, on=draw(st.none() | moments()))
            record = attrs.evolve(record, facts=[fact])
            kept.append(Rating(source=record.key, rater="a", scale="admiralty", value="B", on=draw(st.none() | moments())))
        kept.append(record)
    return Ledger(each for each in kept if not plain or each.type not in ("judgement", "derivation", "retraction"))
