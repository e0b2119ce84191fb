from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.stance import ROWS, Bearing, Told, bearing, said
from claimtrack.model import Framing, Polarity, StanceKind

CLAIM = "The mill at Osk sold rotten flour to bakers."


def found(one: str, other: str) -> Bearing:
    made = bearing(said(one), said(other))
    assert made is not None
    return made


def nothing(one: str, other: str) -> bool:
    return bearing(said(one), said(other)) is None


def test_an_explicit_denial_of_the_same_is_sure_and_shows_its_words() -> None:
    made = found(CLAIM, "The mill at Osk denied that it had sold rotten flour.")
    assert (made.kind, made.rule, made.sure) == (StanceKind.DENIES, "explicit-denial", True)
    assert made.wording == "denies this in so many words: “denied”"


def test_a_denial_that_a_reader_found_needs_no_words_of_its_own() -> None:
    other = Told(text="selling rotten flour to bakers", polarity=Polarity.DENY, cue="denied", speaker="osk mill")
    made = bearing(said(CLAIM), other)
    assert made is not None
    assert (made.kind, made.sure, made.speaker) == (StanceKind.DENIES, True, "osk mill")


def test_a_denial_of_ones_own_doing_is_none_of_anothers() -> None:
    other = Told(text="selling rotten flour to bakers", polarity=Polarity.DENY, cue="denied", speaker="velm brewery")
    assert bearing(said(CLAIM), other) is None


def test_two_denials_of_one_thing_agree_about_what_is_denied() -> None:
    made = found("The mill at Osk denied selling rotten flour.", "The miller rejected claims that the mill sold rotten flour.")
    assert made.kind is StanceKind.DENIES


def test_only_an_explicit_denial_is_ever_sure() -> None:
    others = [
        "The mill at Osk has denied the allegations.",
        "The mill at Osk did not sell rotten flour to bakers.",
        "The mill at Osk must stop selling rotten flour to bakers.",
    ]
    assert not any(found(CLAIM, other).sure for other in others)


def test_a_bare_denial_counts_more_when_the_accused_denies() -> None:
    own, other = found(CLAIM, "The mill denied the allegations."), found(CLAIM, "The ministry denied the allegations.")
    assert own.rule == other.rule == "bare-denial"
    assert own.score > other.score


def test_a_denial_of_the_source_is_no_denial_of_the_fact() -> None:
    made = found("A report by the bakers says that the mill sold rotten flour.", "The bakers' report is biased, the miller said.")
    assert made.kind is StanceKind.DISPUTES_SOURCE


def test_a_report_rejected_as_a_whole_is_a_source_disputed() -> None:
    made = found("A report by the bakers says that the mill sold rotten flour.", "The miller rejected the bakers' report.")
    assert (made.kind, made.words) == (StanceKind.DISPUTES_SOURCE, ("rejected", "report"))


def test_what_i_never_did_is_what_the_speaker_never_did() -> None:
    made = bearing(
        said("The bakers accuse Una Gorse of taking flour from the mill."), said("I never took flour from the mill.", "Una Gorse")
    )
    assert made is not None
    assert (made.rule, made.speaker) == ("negation", "Una Gorse")


def test_what_is_negated_on_both_sides_in_other_places_is_no_flip() -> None:
    assert nothing("No formal sale of the mill took place.", "The mill was not formally sold.")


def test_a_word_of_attack_before_a_noun_attacks_nobody() -> None:
    assert nothing("A film shows the mill at Osk.", "A propaganda film shows the mill at Osk at dawn.")


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("The bakers signed the pact.", "The bakers did not sign the pact.", "negation"),
        ("The bakers did not sign the pact.", "The bakers signed the pact.", "negation"),
        ("The bakers signed the pact.", "The bakers refused to sign the pact.", "negation"),
        ("The price of flour rose in Osk.", "The price of flour fell in Osk.", "opposites"),
        ("The fire killed 12 millers in Osk.", "The fire in Osk killed 21 millers.", "figures"),
        ("The mill at Osk burned down on 3 May 2019.", "The mill at Osk burned down on 7 June 2020.", "days"),
    ],
)
def test_contradictions_are_found_from_either_side(one: str, other: str, rule: str) -> None:
    there, back = found(one, other), found(other, one)
    assert there.rule == back.rule == rule
    assert there.kind is back.kind is StanceKind.CONTRADICTS


def test_a_flip_says_which_side_negates() -> None:
    assert found("The bakers signed the pact.", "The bakers never signed the pact.").wording.startswith("says that it is not so")
    assert found("The bakers never signed the pact.", "The bakers signed the pact.").wording.startswith("says that it is so")


def test_another_figure_is_told_as_written() -> None:
    assert found("The fire killed 12 millers in Osk.", "The fire in Osk killed 21 millers.").wording == "puts another figure: 12 against 21"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bakers did not sign the pact.", "The bakers never signed the pact."),
        ("The bakers signed the pact.", "The bakers not only signed the pact but framed it."),
        ("The court freed the miller.", "The court jailed the baker of the miller."),
        ("The price of flour rose.", "The price of salt fell."),
        ("The fire killed 12 millers.", "The fire killed at least 10 millers."),
        ("The fire killed 12 millers.", "The fire injured 30 millers."),
        ("He laid a 12-inch pipe in Osk.", "He laid an 11-inch pipe in Osk."),
        (CLAIM, "The brewery at Velm denied selling sour beer."),
        (CLAIM, "The mill at Osk did not rule out that it sold rotten flour."),
        (CLAIM, CLAIM),
    ],
)
def test_what_agrees_or_is_about_something_else_bears_nothing(one: str, other: str) -> None:
    assert nothing(one, other)


def test_a_forecast_is_not_contradicted_by_what_is_so() -> None:
    one = Told(text="The bakers will sign the pact.", framing=Framing.FORECAST)
    other = Told(text="The bakers have not signed the pact.", framing=Framing.REPORTED_FACT)
    assert bearing(one, other) is None
    assert bearing(said(one.text), said(other.text)) is not None


def test_what_leaves_it_open_limits_it() -> None:
    made = found("The bakers burned the mill.", "The mill burned, but there is no evidence that the bakers burned it.")
    assert (made.kind, made.words) == (StanceKind.LIMITS, ("no", "evidence", "that"))


def test_a_call_to_stop_takes_for_granted() -> None:
    made = found("The mill poisons the Brill.", "The mill must stop poisoning the Brill.")
    assert made.kind is StanceKind.PRESUPPOSES


WORDS = st.sampled_from(
    ["mill", "bakers", "denied", "not", "sold", "12", "flour", "rose", "fell", "claims", "only", "stop", "biased", "that", "is"]
)
TEXTS = st.lists(WORDS, max_size=10).map(" ".join) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_any_two_texts_have_one_bearing_at_most_and_always_the_same(one: str, other: str) -> None:
    made = bearing(said(one), said(other))
    assert made == bearing(said(one), said(other))
    if made is not None:
        assert 0.5 <= made.score <= 1
        assert made.wording
        assert made.rule in {row.name for row in ROWS}
        assert not made.sure or made.rule == "explicit-denial"


@given(TEXTS)
def test_no_text_contradicts_itself(text: str) -> None:
    made = bearing(said(text), said(text))
    assert made is None or made.kind is not StanceKind.CONTRADICTS


def test_every_row_has_a_name_of_its_own_and_says_what_it_looks_for() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert all(row.about for row in ROWS)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the fire in Osk killed 12 millers", "the fire in Osk killed 21 millers"), ("the mill burned on 3 May", "the mill burned on 7 May")],
)
def test_who_denies_a_figure_or_a_day_puts_no_other(one: str, other: str) -> None:
    denial = Told(text=other, polarity=Polarity.DENY, cue="denied")
    for rule in ("figures", "days"):
        (row,) = [each for each in ROWS if each.name == rule]
        assert row.rule(Told(text=one), denial) is None
        assert row.rule(denial, Told(text=one)) is None
