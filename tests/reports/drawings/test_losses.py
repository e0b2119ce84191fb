"""Tests of where hedges and sources are lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack import Framing, Record
from claimtrack.reports.drawings.losses import HEDGE_KEPT, HEDGE_LOST, NO_HEDGE, SOURCE_LOST, losses
from tests.support.building import cites, report, said

HEDGED = Framing.HEDGED


def found(*parts: Record | Iterable[Record]) -> Mapping[str, tuple[str, ...]]:
    whole = report(*parts)
    return losses(whole.claims[0], whole.view)


def test_an_article_that_hedges_in_one_place_and_not_in_another_lost_the_hedge() -> None:
    assert HEDGE_LOST in found(said("s1", "person:brand", framing=HEDGED), said("s2"))["carrier:outlet:harbour"]


def test_a_hedge_is_lost_by_who_cites_the_paper_that_hedged() -> None:
    told = found(said("s1", "person:brand", framing=HEDGED), said("s2", article="a2"), cites("a2", "outlet:harbour"))
    assert told["carrier:outlet:valley"] == tuple(sorted((SOURCE_LOST, HEDGE_LOST)))
    assert told["carrier:outlet:harbour"] == (HEDGE_KEPT,)


def test_where_nothing_leads_from_one_to_the_other_only_the_difference_is_told() -> None:
    told = found(said("s1", "person:brand", framing=HEDGED), said("s2", article="a2"))
    assert told == {"carrier:outlet:harbour": (HEDGE_KEPT,), "carrier:outlet:valley": (NO_HEDGE,)}


def test_a_source_is_lost_where_the_article_names_it_elsewhere_only() -> None:
    assert found(said("s1", "person:brand"), said("s2")) == {"carrier:outlet:harbour": (SOURCE_LOST,)}


def test_nothing_is_found_where_nothing_is_flagged() -> None:
    assert found(said("s1", "person:brand")) == {}
