"""Tests of the grades: the packaged rows as a table, the letters that go with them, and rows of a newsroom's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Record, Report, track
from claimtrack.codec import default_policy, read_policy
from claimtrack.model import ClaimKind, Framing, Letter, StanceKind
from claimtrack.model.marks import Reach
from claimtrack.model.policy import Denial
from claimtrack.support.grades import Facts, Source, fitting
from tests.support.building import claim, descends, ledger, rated, said, support

NONE, SUBJECT, SOME, MORE = Denial.NONE, Denial.SUBJECT, Denial.SOME, Denial.MORE
UPPER = "ABCDEF"
TABLE = [
    ("A", NONE, False, 2),
    ("B", NONE, False, 2),
    ("C", NONE, False, 3),
    ("D", NONE, False, 3),
    ("E", NONE, False, 4),
    ("F", NONE, False, 6),
    ("", NONE, False, 6),
    ("", SOME, False, 6),
    ("F", SOME, False, 6),
    ("FF", NONE, False, 6),
    ("AA", NONE, False, 1),
    ("CC", NONE, False, 1),
    ("AC", NONE, False, 1),
    ("AD", NONE, False, 2),
    ("DD", NONE, False, 2),
    ("EE", NONE, False, 2),
    ("AF", NONE, False, 2),
    ("CCE", NONE, False, 1),
    ("A", SOME, False, 4),
    ("AA", SOME, False, 4),
    ("A", MORE, False, 5),
    ("AA", MORE, True, 5),
    ("A", SUBJECT, False, 3),
    ("E", SUBJECT, False, 4),
    ("AA", SUBJECT, False, 2),
    ("A", NONE, True, 3),
    ("AA", NONE, True, 2),
    ("a", NONE, False, 3),
    ("d", NONE, False, 3),
    ("e", NONE, False, 4),
    ("aa", NONE, False, 2),
    ("Aa", NONE, False, 2),
    ("af", NONE, False, 3),
]
"""Letters of sources, small where only the outlet that carries an unrated one is rated; how they are denied; whether a source is
disputed; the digit."""


def sources(letters: str) -> list[Source]:
    reaches = [(letter, Reach(Letter[letter.upper()], Letter[letter.upper()])) for letter in letters]
    unrated = Reach(Letter.F, Letter.F)
    return [Source(own=unrated if letter.islower() else reach, standing=reach) for letter, reach in reaches]


def digit(letters: str, denied: Denial = NONE, source_disputed: bool = False, kinds: tuple[ClaimKind, ...] = ()) -> int:
    facts = Facts(sources=sources(letters), kinds=kinds or (ClaimKind.FACT,), denied=denied, source_disputed=source_disputed)
    return fitting(facts, default_policy().content).digit


@pytest.mark.parametrize(("letters", "denied", "source_disputed", "expected"), TABLE)
def test_the_digit_follows_from_letters_and_disputes(letters: str, denied: Denial, source_disputed: bool, expected: int) -> None:
    assert digit(letters, denied, source_disputed) == expected


@given(st.sampled_from("ABCDEFabcdef"), st.sampled_from(Denial), st.booleans())
def test_one_origin_alone_never_earns_the_best_digit(letter: str, denied: Denial, source_disputed: bool) -> None:
    assert digit(letter, denied, source_disputed) > 1


@given(st.text("abcdefABCDEF", max_size=4), st.sampled_from(Denial), st.booleans())
def test_the_order_of_origins_is_irrelevant(letters: str, denied: Denial, source_disputed: bool) -> None:
    assert digit(letters, denied, source_disputed) == digit("".join(sorted(letters)), denied, source_disputed)


@given(st.text("abcdefABCDEF", max_size=4), st.sampled_from(UPPER), st.sampled_from(Denial), st.booleans())
def test_another_origin_never_makes_the_digit_worse(letters: str, more: str, denied: Denial, source_disputed: bool) -> None:
    before, after = digit(letters, denied, source_disputed), digit(letters + more, denied, source_disputed)
    assert after <= before or before == 6


@given(st.text("ABCDEF", max_size=4))
def test_a_dispute_never_makes_the_digit_better(letters: str) -> None:
    ladder = [digit(letters, denied) for denied in (NONE, SUBJECT, SOME, MORE)]
    assert ladder == sorted(ladder)
    assert digit(letters, NONE, source_disputed=True) >= digit(letters)


def test_the_worse_letter_of_a_range_decides() -> None:
    wide = Reach(Letter.A, Letter.D)
    facts = Facts(sources=[Source(own=wide, standing=wide)] * 2, kinds=(ClaimKind.FACT,))
    assert fitting(facts, default_policy().content).digit == 2


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
    assert str(support(BRAND, *marks).content) == "A-C3"


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


@pytest.mark.parametrize("kind", [ClaimKind.OPINION, ClaimKind.FORECAST])
def test_what_is_not_a_matter_of_fact_is_not_judged(kind: ClaimKind) -> None:
    framing = Framing.FORECAST if kind is ClaimKind.FORECAST else Framing.ATTRIBUTED_OPINION
    grade = support(said("S1", "person:brand", framing=framing), rated("person:brand", "A"), about=claim(kinds=[kind])).content
    assert str(grade) == "A6"
    assert "not a matter of fact" in grade.rule


@pytest.mark.parametrize(
    ("kind", "framing", "about"),
    [
        (ClaimKind.CALL, Framing.PRESCRIPTIVE, "that the call was made"),
        (ClaimKind.COMMITMENT, Framing.COMMITMENT, "that the promise was made"),
    ],
)
def test_a_call_and_a_promise_are_graded_as_made(kind: ClaimKind, framing: Framing, about: str) -> None:
    grade = support(said("S1", "person:brand", framing=framing), rated("person:brand", "A"), about=claim(kinds=[kind])).content
    assert str(grade) == "A2"
    assert about in grade.rule


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


DENIAL = said("S3", "gov:dam", stance=StanceKind.DENIES)
ABOUT_THE_DAM = claim(subjects=["gov:dam"])


def test_a_denial_by_those_it_is_about_is_noted_and_does_not_cap() -> None:
    told = BRAND, ORO, DENIAL, rated("person:brand", "B"), rated("person:oro", "B")
    assert str(support(*told, about=ABOUT_THE_DAM).content) == "B2"
    assert str(support(*told).content) == "B4"


def test_their_denial_caps_where_they_are_graded_a_to_c() -> None:
    told = BRAND, ORO, DENIAL, rated("person:brand", "B"), rated("person:oro", "B"), rated("gov:dam", "C")
    assert str(support(*told, about=ABOUT_THE_DAM).content) == "B4"


def test_a_denial_that_weighs_more_than_the_support_makes_it_improbable() -> None:
    told = BRAND, said("S3", "person:oro", article="a2", stance=StanceKind.DENIES), rated("person:brand", "D"), rated("person:oro", "A")
    assert str(support(*told).content) == "D5"


def test_an_attack_on_the_source_takes_one_from_a_lone_origin() -> None:
    attack = said("S3", "gov:coast", article="a2", stance=StanceKind.DISPUTES_SOURCE)
    assert str(support(BRAND, attack, rated("person:brand", "B")).content) == "B3"


def test_an_unrated_origin_stands_on_the_best_outlet_that_carries_it() -> None:
    again = said("S2", "person:brand", article="a2")
    grade = support(BRAND, again, rated("outlet:harbour", "E"), rated("outlet:valley", "C")).content
    assert str(grade) == "F3"
    assert "carried by an outlet" in grade.rule


def test_the_explanation_names_each_source_with_its_ratings() -> None:
    grade = support(BRAND, rated("person:brand", "B")).content
    assert grade.letters == ("Ilse Brand: B, from B by the Reading Circle", "Harbour Post: F, nobody rated it")


def test_f_and_six_are_no_numbers() -> None:
    assert not support(BRAND).content.numbered
    assert not support(BRAND, rated("outlet:harbour", "B")).content.numbered
    assert support(BRAND, rated("person:brand", "B")).content.numbered


def test_a_copy_known_only_through_those_who_carry_it_has_the_letters_of_all_of_them() -> None:
    copied = descends("a1", "outlet:far"), rated("outlet:harbour", "B"), rated("outlet:far", "D")
    assert str(support(BRAND, *copied).said) == "D3"


def test_a_copy_of_a_text_at_hand_changes_no_letter() -> None:
    copied = said("S2", "person:brand", article="a2"), descends("a2", "a1"), rated("outlet:harbour", "B"), rated("outlet:valley", "E")
    assert str(support(BRAND, *copied).said) == "B2"


def graded(policy: str, *parts: Record | list[Record]) -> str:
    found: Report = track(ledger(*parts), policy=read_policy(f"claimtrack_policy = 1\n{policy}", "p.toml"))
    return str(found.claims[0].content)


def test_a_newsroom_may_take_an_agency_as_enough() -> None:
    wired = said("S1", "outlet:wire", "person:brand"), rated("outlet:wire", "C")
    assert graded("", *wired) == "C3"
    assert graded('[sources]\nagencies = ["Tidewire"]', *wired) == "C2"


NAMED = """
[[content]]
digit = 2
named_from = 1
rated_from = 1
letter = "B"
says = "one named source graded A or B"
[[content]]
digit = 4
says = "anything else"
"""


def test_a_newsroom_may_prefer_named_sources() -> None:
    survey = said("S1", "doc:survey"), rated("doc:survey", "A")
    assert graded(NAMED, BRAND, rated("person:brand", "B")) == "B2"
    assert graded(NAMED, *survey) == "A4"
