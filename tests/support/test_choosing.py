"""Tests of choosing flags by code, name or the beginning of a code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import UnknownNameError
from claimtrack.support import FLAGS, NAMED, chosen, codes

WORDS = st.lists(st.sampled_from([word for row in NAMED for word in (row.code, row.name, row.code[:3], row.code[:3] + "xx")]), max_size=4)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("CT101", {"CT101"}),
        ("single-source", {"CT101"}),
        ("ct3", {"CT301", "CT302", "CT303", "CT304", "CT305"}),
        ("CT3xx", {"CT301", "CT302", "CT303", "CT304", "CT305"}),
        ("CT50x", {"CT501", "CT502"}),
        ("CT11", {"CT110", "CT111"}),
        ("CT", {row.code for row in NAMED}),
    ],
)
def test_a_word_means_a_flag_by_code_or_name_or_all_whose_codes_begin_so(word: str, meant: set[str]) -> None:
    assert codes([word]) == meant


@pytest.mark.parametrize("word", ["CT8", "CT1011", "CT999", "singel-source", "", "x", "CTx1"])
def test_a_word_that_fits_nothing_is_told(word: str) -> None:
    with pytest.raises(UnknownNameError, match="there is no flag"):
        codes([word])


def test_with_nothing_selected_every_flag_is_tried_and_the_house_floor_only_where_it_is_asked_for() -> None:
    assert chosen() == FLAGS
    assert [row.code for row in chosen(least=2)] == [row.code for row in NAMED]
    assert [row.name for row in chosen(["few-origins"], least=2)] == ["few-origins"]
    assert chosen(["few-origins"]) == ()


@given(WORDS, WORDS)
def test_what_is_ignored_is_never_tried_and_what_is_selected_is_unless_ignored(select: list[str], ignore: list[str]) -> None:
    tried = {row.code for row in chosen(select, ignore, 2)}
    assert tried.isdisjoint(codes(ignore))
    assert tried == (codes(select) or {row.code for row in NAMED}) - codes(ignore)
