"""Tests of the grades: the digit's rules as a table, and the letters that go with it."""

from __future__ import annotations

import pytest

from claimtrack import Grade, Record
from claimtrack.model import ClaimKind, Framing, Letter, StanceKind
from claimtrack.support import DIGITS
from claimtrack.support.grades import digit
from tests.support.building import claim, rated, said, support

TABLE = [
    ("A", 0, 2),
    ("B", 0, 2),
    ("C", 0, 3),
    ("D", 0, 3),
    ("E", 0, 4),
    ("F", 0, 6),
    ("", 0, 6),
    ("", 1, 6),
    ("F", 1, 6),
    ("FF", 0, 6),
    ("AA", 0, 1),
    ("CC", 0, 1),
    ("AC", 0, 1),
    ("AD", 0, 2),
    ("DD", 0, 2),
    ("AF", 0, 2),
    ("CCE", 0, 1),
    ("A", 1, 4),
    ("AA", 1, 4),
    ("AA", 2, 4),
    ("A", 2, 5),
    ("AA", 3, 5),
]


@pytest.mark.parametrize(("letters", "denials", "expected"), TABLE)
def test_the_digit_follows_from_letters_and_denials(letters: str, denials: int, expected: int) -> None:
    assert digit([(Letter[letter], Letter[letter]) for letter in letters], denials) == expected


@pytest.mark.parametrize("letter", "ABCDE")
def test_one_origin_alone_never_earns_the_best_digit(letter: str) -> None:
    assert digit([(Letter[letter], Letter[letter])], 0) > 1


def test_the_worse_letter_of_a_range_decides() -> None:
    assert digit([(Letter.A, Letter.D), (Letter.A, Letter.D)], 0) == 2


def test_every_digit_has_its_rule() -> None:
    assert list(DIGITS) == [1, 2, 3, 4, 5, 6]


BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")


def test_two_good_origins_without_denial_earn_the_best_digit() -> None:
    assert str(support(BRAND, ORO, rated("person:brand", "B"), rated("person:oro", "C")).content) == "B-C1"


def test_a_denial_on_record_takes_the_best_digit_away() -> None:
    denial = said("S3", "gov:dam", stance=StanceKind.DENIES)
    assert str(support(BRAND, ORO, denial, rated("person:brand", "B"), rated("person:oro", "B")).content) == "B4"


def test_a_line_has_the_letter_of_its_weakest_rated_member() -> None:
    through = said("S1", "outlet:wire", "person:brand")
    assert str(support(through, rated("outlet:wire", "D"), rated("person:brand", "A")).content) == "D3"
    assert str(support(through, rated("person:brand", "A")).content) == "A2"


def test_raters_who_differ_give_a_range() -> None:
    marks = rated("person:brand", "A"), rated("person:brand", "c", rater="the Chess Club")
    assert support(BRAND, *marks).content == Grade(Letter.A, Letter.C, 3, DIGITS[3])


@pytest.mark.parametrize(("scale", "value"), [("stars", "A"), ("admiralty", "AA"), ("admiralty", "5")])
def test_marks_on_other_scales_and_unknown_marks_are_ignored(scale: str, value: str) -> None:
    grade = support(BRAND, rated("person:brand", value, scale)).content
    assert str(grade) == "F6"
    assert "no source is rated" in grade.rule


def test_a_rating_finds_its_source_by_name_too() -> None:
    assert str(support(BRAND, rated("Ilse Brand", "B"), rated("ADMIRALTY", "B")).content) == "B2"


def test_the_scale_is_known_in_any_case() -> None:
    assert str(support(BRAND, rated("person:brand", "B", "Admiralty")).content) == "B2"


def test_without_an_origin_there_is_nothing_to_judge() -> None:
    assert "nobody is on record" in support(said("S1"), rated("outlet:harbour", "A")).content.rule


@pytest.mark.parametrize("kind", [ClaimKind.OPINION, ClaimKind.FORECAST, ClaimKind.CALL])
def test_what_is_not_a_matter_of_fact_is_not_judged(kind: ClaimKind) -> None:
    framing = {ClaimKind.CALL: Framing.PRESCRIPTIVE, ClaimKind.FORECAST: Framing.FORECAST}.get(kind, Framing.ATTRIBUTED_OPINION)
    grade = support(said("S1", "person:brand", framing=framing), rated("person:brand", "A"), about=claim(kinds=[kind])).content
    assert str(grade) == "A6"
    assert "not a matter of fact" in grade.rule


def test_a_claim_that_is_fact_in_part_is_judged() -> None:
    mixed = claim(kinds=[ClaimKind.FACT, ClaimKind.FORECAST])
    assert str(support(BRAND, rated("person:brand", "A"), about=mixed).content) == "A2"


def test_that_it_was_said_is_graded_by_the_carriers_that_report_it() -> None:
    same = said("S2", "person:brand", article="a2")
    assert str(support(BRAND, same, rated("outlet:harbour", "B"), rated("outlet:valley", "C")).said) == "B-C1"


def test_a_carrier_that_does_not_report_the_utterance_lends_it_no_letter() -> None:
    told: list[Record | list[Record]] = [
        BRAND,
        said("S2", "person:brand", article="a3"),
        rated("outlet:harbour", "D"),
        rated("outlet:wire", "D"),
    ]
    own_voice: list[Record | list[Record]] = [said("S3", article="a2"), rated("outlet:valley", "A")]
    assert str(support(*told, *own_voice).said) == "D2"


def test_of_utterances_reported_equally_often_the_better_carried_counts() -> None:
    assert str(support(BRAND, ORO, rated("outlet:harbour", "D"), rated("outlet:valley", "B")).said) == "B2"


def test_carriers_behind_an_agency_are_not_independent() -> None:
    wired = [said(f"S{n}", "outlet:wire", "person:brand", article=f"a{n}") for n in (1, 2)]
    assert str(support(*wired, rated("outlet:harbour", "B"), rated("outlet:valley", "B")).said) == "B2"


def test_nothing_said_is_not_judged() -> None:
    assert str(support(said("S1", "person:brand", stance=StanceKind.DENIES)).said) == "F6"
