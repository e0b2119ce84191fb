"""Tests of finding an outlet or speaker by what people call it."""

from __future__ import annotations

import pytest

from claimtrack import AmbiguousNameError, Outlet, Speaker, UnknownNameError, View
from claimtrack.model import SpeakerKind
from claimtrack.model.naming import find_source, outlets, speakers
from tests.support.building import article, ledger, said

GULL = Outlet(key="outlet:gull", name="The Grey Gull", aliases=["Gull"], domains=["gull.example", "news.gull.example"])
SHORT = Outlet(key="outlet:short", name="Short", domains=["l.example"])


def view() -> View:
    stray = said("S1", "somebody new")
    return ledger(GULL, SHORT, article("a4", "The Crab"), stray).view


@pytest.mark.parametrize(
    "name",
    [
        *("outlet:gull", "gull", "GULL", "The Grey Gull", " the grey gull ", "gull.example", "www.gull.example"),
        *("https://www.gull.example/2024/dam.html", "GULL.example", "gull.example:443", "news.gull.example", "blog.news.gull.example/x"),
    ],
)
def test_an_outlet_goes_by_key_name_alias_domain_and_address(name: str) -> None:
    assert find_source(view(), name) == "outlet:gull"


@pytest.mark.parametrize(
    "name", ["seagull.example", "gull.example.org", "example", "ull.example", "gull.example.evil.example", "", "   ", "."]
)
def test_a_piece_of_a_domain_is_no_domain(name: str) -> None:
    with pytest.raises(UnknownNameError):
        find_source(view(), name)


def test_the_domains_that_others_end_with_are_told_apart() -> None:
    """`netflix.com` ends with `x.com`, and is another site."""
    x = Outlet(key="outlet:x", name="X", domains=["x.com"])
    with pytest.raises(UnknownNameError):
        find_source(ledger(x).view, "netflix.com")
    assert find_source(ledger(x).view, "mobile.x.com") == "outlet:x"


def test_the_longer_of_two_domains_is_the_nearer_one() -> None:
    desk = Outlet(key="outlet:desk", name="Desk", domains=["desk.gull.example"])
    assert find_source(ledger(GULL, desk).view, "live.desk.gull.example") == "outlet:desk"
    assert find_source(ledger(GULL, desk).view, "live.gull.example") == "outlet:gull"


def test_what_has_no_record_is_found_by_the_name_it_is_written_with() -> None:
    assert find_source(view(), "The Crab") == "The Crab"
    assert find_source(view(), "Somebody New") == "somebody new"


def test_a_wrong_name_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean 'The Grey Gull'"):
        find_source(view(), "The Gray Gull")


def test_a_name_of_two_is_answered_with_both() -> None:
    other = Speaker(key="person:gull", name="Gull", kind=SpeakerKind.PERSON)
    with pytest.raises(AmbiguousNameError, match="outlet:gull, person:gull"):
        find_source(ledger(GULL, other).view, "Gull")


def test_outlets_and_speakers_are_listed_once() -> None:
    found = view()
    assert set(outlets(found)).isdisjoint(speakers(found))
    assert {"outlet:gull", "The Crab"} <= set(outlets(found))
    assert {"person:brand", "somebody new"} <= set(speakers(found))
