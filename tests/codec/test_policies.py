"""Tests of policy files: what is given goes over the packaged one, and every fault has its line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimtrack import InputError, VersionError
from claimtrack.codec import default_policy, read_policy
from claimtrack.model.policy import Policy

HEAD = "claimtrack_policy = 1\n"


def policy(*lines: str) -> Policy:
    return read_policy(HEAD + "\n".join(lines), "p.toml")


def faults(*lines: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        policy(*lines)
    return [str(fault) for fault in caught.value.faults]


def test_an_empty_policy_is_the_packaged_one() -> None:
    assert policy() == default_policy()


def test_single_keys_go_over_the_packaged_ones() -> None:
    own = policy("[weight]", "C = 0.5", "[sources]", 'agencies = ["Tidewire"]')
    assert Fraction(1, 2) == own.weight.C
    assert own.weight.B == default_policy().weight.B
    assert own.sources.agencies == ("Tidewire",)


def test_numbers_are_exact_in_their_decimal_spelling() -> None:
    assert Fraction(9, 10) == policy("[weight]", "A = 0.9").weight.A


def test_a_scale_of_ones_own_joins_the_packaged_ones_or_replaces_its_namesake() -> None:
    stars = policy("[[scale]]", 'name = "Stars"', "at_least = {A = 5, B = 4, C = 3, D = 2, E = 0}")
    assert str(stars.read("stars", "4.5")) == "B"
    assert str(stars.read("score", "0.95")) == "A"
    strict = policy("[[scale]]", 'name = "score"', "at_least = {A = 0.99}")
    assert strict.read("score", "0.95") is None


def test_rows_are_given_whole() -> None:
    own = policy("[[content]]", "digit = 3", 'says = "all the same"')
    assert [row.digit for row in own.content] == [3]
    assert own.said == default_policy().said


def test_a_mark_in_words_is_read_in_any_case_and_may_be_a_range() -> None:
    assert str(default_policy().read("MBFC", "Mostly Factual")) == "B-C"
    assert default_policy().read("mbfc", "splendid") is None
    assert default_policy().read("horoscope", "A") is None


@pytest.mark.parametrize("value", ["", "much", "nan", "inf", "1e999", "-1", "9" * 400])
def test_what_is_no_mark_of_a_scale_is_not_read(value: str) -> None:
    assert default_policy().read("score", value) is None


def test_the_least_letter_starts_at_zero() -> None:
    assert str(default_policy().read("score", "0")) == "E"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["[weight]", "A = 2"], "p.toml:3: weight.A: 2 is above 1; expected a number from 0 to 1"),
        (["[weight]", "A = 0.1"], "p.toml:2: weight: a better letter must not weigh less than a worse one"),
        (["[weight]", "G = 0.1"], "p.toml:3: weight.G: unknown field"),
        (["[weight]", 'B = "much"'], "p.toml:3: weight.B: expected a number, found the text 'much'"),
        (["weight = 3"], "p.toml:2: weight: expected a table"),
        (["colour = 3"], "p.toml:2: colour: unknown field"),
        (["[evidence]", "origin = -1"], "p.toml:3: evidence.origin:"),
        (["[evidence]", "hedged = nan"], "p.toml:3: evidence.hedged:"),
        (["[[scale]]", 'name = "x"', 'words = {good = "Q"}'], "p.toml:4: scale[0].words: expected a letter A to F or a range"),
        (["[[scale]]", 'name = "x"', 'words = {good = "C-B"}'], "p.toml:4: scale[0].words: expected a letter A to F or a range"),
        (["[[scale]]", 'name = "x"', "at_least = {A = 1, B = 2}"], "p.toml:4: scale[0].at_least: each letter"),
        (["[[scale]]", 'name = "x"', "at_least = {F = 1}"], "p.toml:4: scale[0].at_least: expected letters A to E"),
        (["[[content]]", "digit = 7", 'says = "x"'], "p.toml:3: content[0].digit: expected a digit from 1 to 6"),
        (["[[content]]", "digit = 3"], "content[0].says: missing"),
        (["[[said]]", "digit = 3", 'says = "x"', "rated_from = 1"], "p.toml:2: said: the last row needs a digit and a rule alone"),
        (["[[content]]", "digit = 3", 'says = "x"', 'denied = ["sum"]'], "p.toml:5: content[0].denied[0]: expected one of none, subject"),
        (["[likelihood]", "bands = []"], "p.toml:3: likelihood.bands: the first band must begin at 0"),
        (["[weight"], "p.toml:2: not TOML"),
    ],
)
def test_a_fault_is_told_with_its_line_and_path(lines: list[str], told: str) -> None:
    assert any(told in fault for fault in faults(*lines))


def test_all_faults_are_told_at_once() -> None:
    assert len(faults("[weight]", "A = 2", 'B = "x"', "[evidence]", "origin = -1")) == 3


def test_a_file_without_its_head_is_refused() -> None:
    with pytest.raises(InputError, match='starts with "claimtrack_policy = 1"'):
        read_policy("[weight]\nA = 1", "p.toml")


def test_a_newer_version_is_told() -> None:
    with pytest.raises(VersionError, match="newer claimtrack"):
        read_policy("claimtrack_policy = 2", "p.toml")


@pytest.mark.parametrize("text", ["a" * 30_000_000, HEAD + "x = " + "[" * 3_000, HEAD + "x = " + "9" * 5_000])
def test_hostile_files_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_policy(text, "p.toml")


def test_every_letter_weighs_no_more_than_the_one_before() -> None:
    weight = default_policy().weight
    assert weight.A > weight.B > weight.C > weight.D > weight.E
    assert weight.F_least < weight.F < weight.F_most
