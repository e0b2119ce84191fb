"""Tests of what linked formats share: names of our own, UUIDs, addresses, days."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Dating, Period
from claimtrack.reports.formats.identifiers import UUID_NAMESPACE, calendar, compact, first_known, inert_json, local, uuid5, web
from tests.reports.hostile import SOME, controls
from tests.support.building import article

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(WORDS)
def test_a_uuid_is_that_of_the_standard_library(name: str) -> None:
    assert uuid5(name) == str(uuid.uuid5(uuid.UUID(bytes=UUID_NAMESPACE), name))


@given(WORDS, WORDS)
def test_two_keys_have_two_names_of_plain_characters(one: str, other: str) -> None:
    assert (local("claim", one) == local("claim", other)) is (one == other)
    assert re.fullmatch(r"claim/[A-Za-z0-9._%-]*", local("claim", one))


def test_one_key_has_a_name_for_each_kind_of_thing() -> None:
    assert compact("claim", "claim:dam-leaks") == "ct:claim/claim%3Adam-leaks"
    assert compact("article", "x") != compact("outlet", "x")


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://harbour.example/a b", ""),
        ("https://harbour.example/{x}|y", "https://harbour.example/%7Bx%7D%7Cy"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[dam/", ""),
        ("https:///dam", ""),
        ("HTTP://harbour.example/é", "HTTP://harbour.example/é"),
        ("https://harbour.example/\u202e", ""),
        ("", ""),
    ],
)
def test_an_address_is_an_iri_of_the_web_or_nothing(link: str, found: str) -> None:
    assert web(link) == found


@pytest.mark.parametrize(("spelled", "found"), [("2024-03-01", "2024-03-01"), ("2024", "2024"), ("2024-03-01/2024-03-04", "")])
def test_a_stretch_of_days_is_no_single_date(spelled: str, found: str) -> None:
    assert calendar(Period.parse(spelled)) == found


def test_the_first_known_article_is_the_one_that_is_out_first_whatever_is_undated() -> None:
    month, day = article("a1", published=Dating(on="2024-03")), article("a2", published=Dating(on="2024-03-07"))
    assert first_known([article("a0"), month, day]) == day
    assert first_known([article("a0")]) is None


@pytest.mark.parametrize("text", SOME)
def test_json_can_stand_in_a_page_and_keeps_its_values(text: str) -> None:
    spelled = inert_json({"said": text})
    assert not set("<>&") & set(spelled)
    assert controls(spelled) == set()
    assert json.loads(spelled) == {"said": text}
