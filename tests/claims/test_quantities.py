from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.quantities import Quantity, agree, clash, quantities
from claimtrack.words import stem


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "noun"),
    [
        ("The quarry lost 12 trucks.", 12, 12, "", "trucks"),
        ("The quarry lost twenty-one trucks.", 21, 21, "", "trucks"),
        ("The quarry lost a hundred trucks.", 100, 100, "", "trucks"),
        ("Two hundred and ten thousand homes", 210_000, 210_000, "", "homes"),
        ("It has 1,250,000 readers.", 1_250_000, 1_250_000, "", "readers"),
        ("at least 12 armed men", 12, inf, "", "men"),
        ("no more than nine boats", 0, 9, "", "boats"),
        ("under nine boats", 0, 9, "", "boats"),
        ("The mill was under 9 centimetres of water", 9, 9, "cm", ""),
        ("a path under 9 metres long", 0, 9, "m", "long"),
        ("between 10 and 12 nurses", 10, 12, "", "nurses"),
        ("10-12 nurses", 10, 12, "", "nurses"),
        ("five to seven days", 5, 7, "day", ""),
        ("nearly 200 tents", 180, 220, "", "tents"),
        ("dozens of boats", 20, 100, "", "boats"),
        ("$3 million", 3e6, 3e6, "usd", ""),
        ("2.5bn euros", 2.5e9, 2.5e9, "eur", ""),
        ("CNY 200 million", 2e8, 2e8, "cny", ""),
        ("$1.5 billion to $2 billion", 1.5e9, 2e9, "usd", ""),
        ("14 per cent of voters", 14, 14, "%", ""),
        ("up by 2 percentage points", 2, 2, "point", ""),
        ("a 34-year-old baker", 34, 34, "age", ""),
        ("the dam is 45 metres tall", 45, 45, "m", "tall"),
        ("a 60 km canal", 60, 60, "km", "canal"),
    ],
)
def test_a_figure_is_read_with_bounds_unit_and_noun(text: str, low: float, high: float, unit: str, noun: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert (found.unit, found.noun) == (unit, stem(noun))


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2020 at 10 a.m. the gate shut.",
        "They won 3-1 again.",
        "It was the 21st try.",
        "Under Article 5 of the pact.",
        "One of the men left.",
        "Nobody took bus no. 7 there.",
        "A Kestrel 737 landed at 10:45.",
    ],
)
def test_dates_times_scores_ordinals_and_names_are_no_figures(text: str) -> None:
    assert quantities(text) == ()


def test_of_two_figures_each_has_its_own_fate() -> None:
    dead, hurt = quantities("The blast killed 12 miners and injured 30 others.")
    assert (dead.fate, hurt.fate) == ("dead", "hurt")


CLASHES = [
    ("The blast killed 12 people.", "The blast killed 21 people."),
    ("At least 12 died.", "Nine people died."),
    ("The grant is worth $3 million.", "The grant is worth $5 million."),
    ("Turnout was 61%.", "Turnout was 43 percent."),
    ("Damage came to 82 million crowns.", "Damage came to 78 million crowns."),
    ("26,000 people fled.", "27,000 people fled."),
]
PEACE = [
    ("At least 12 people died.", "14 people died."),
    ("More than 10 boats sank.", "14 boats sank."),
    ("About 200 tents burned.", "207 tents burned."),
    ("Some 3,000 jobs went.", "3,100 jobs went."),
    ("Damage came to 80 million crowns.", "Damage came to 78 million crowns."),
    ("26,000 people fled.", "26,300 people fled."),
    ("The blast killed 12 people.", "The blast injured 30 people."),
    ("The grant is worth $3 million.", "The loan is worth 5 million euros."),
    ("The man is 34 years old.", "The man has 12 boats."),
    ("The paper has 2 million readers.", "The paper has 2.04 million readers."),
    ("In 2019 there were 12 strikes.", "In 2020 there were 12 strikes."),
]


@pytest.mark.parametrize(("one", "other"), CLASHES)
def test_figures_of_one_slot_that_exclude_each_other_clash(one: str, other: str) -> None:
    assert clash(quantities(one), quantities(other))


@pytest.mark.parametrize(("one", "other"), PEACE)
def test_bounds_near_figures_and_other_slots_do_not_clash(one: str, other: str) -> None:
    assert not clash(quantities(one), quantities(other))


def test_shared_figures_agree() -> None:
    ((mine, theirs),) = agree(quantities("Twelve goats fled."), quantities("12 goats fled, say 3 farmers."))
    assert (mine.low, theirs.low, mine.noun) == (12, 12, stem("goats"))


NUMBERS = st.lists(
    st.sampled_from(["12 boats", "at least 9 boats", "$3 million", "nearly 40 goats", "7 killed", "ten goats", "."]), max_size=5
)


@given(NUMBERS, NUMBERS)
def test_a_clash_is_one_from_either_side_and_none_with_itself(one: list[str], other: list[str]) -> None:
    left, right = quantities(", ".join(one)), quantities(", ".join(other))
    assert {frozenset(pair) for pair in clash(left, right)} == {frozenset(pair) for pair in clash(right, left)}
    assert clash(left, left) == ()


@given(st.text() | st.from_regex(r"\A([a-z]{1,6} |[0-9]{1,3}[,.]?|[$€%-] ?|two |hundred |and |to ){1,9}\Z"))
def test_figures_of_any_text_are_intervals_at_places(text: str) -> None:
    for each in quantities(text):
        assert 0 <= each.low <= each.high
        assert 0 <= each.start < each.end <= len(text)


def test_a_quantity_tells_its_fields() -> None:
    (each,) = quantities("nearly 20 goats")
    assert each == Quantity(18, 22, "", stem("goats"), 7, 9, True)
