from __future__ import annotations

import pytest

from claimtrack.claims.gates import GATES
from claimtrack.model.matching import Proposition
from claimtrack.model.terms import ClaimKind
from claimtrack.model.values import Period
from tests.claims.propositions import paired, said

BY_NAME = {gate.name: gate for gate in GATES}


def objections(one: Proposition | str, other: Proposition | str) -> set[str]:
    first, second = (said(each, key=mark) if isinstance(each, str) else each for each, mark in ((one, "one"), (other, "other")))
    forward, back = ({gate.name for gate in GATES if gate.forbids(pair)} for pair in (paired(first, second), paired(second, first)))
    assert forward == back
    return forward


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("figures", "The quake in Oskel killed 12 people", "The quake in Oskel killed 21 people"),
        ("figures", "Norvale pledged 200 million marks for the harbour", "Norvale pledged 300 million marks for the harbour"),
        ("days", "The bridge at Skell closed on 3 May 2031", "The bridge at Skell closed on 9 June 2031"),
        ("actors", "Norvale pledged boats for the harbour", "Oskel pledged boats for the harbour"),
        ("bodies", "fighters of the Norvale Keepers crossed the Mire", "fighters of the Oskel Keepers crossed the Mire"),
        ("polarity", "the firm checked the radar in May", "the firm never checked the radar in May"),
        ("predicates", "Norvale accredited an envoy of the new council", "Norvale recognized the new council"),
    ],
)
def test_what_is_apart_forbids_a_merge(name: str, one: str, other: str) -> None:
    assert name in objections(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 12 people died in the quake in Oskel", "The quake in Oskel killed 14 people"),
        ("The bridge at Skell closed on 3 May", "The bridge at Skell was closed on 3 May 2031"),
        ("Norvale pledged boats for the harbour", "The Norvalers pledged 40 boats to the harbour"),
        ("The firm sacked Rusk", "Captain Rusk was dismissed by the firm"),
        ("the ferry sank near the reef", "a ferry has sunk off the reef"),
    ],
)
def test_what_may_be_one_is_not_forbidden(one: str, other: str) -> None:
    assert not objections(one, other)


def test_articles_months_apart_tell_one_event_only_by_a_day_or_words_that_both_have() -> None:
    early, late = Period.parse("2031-01-29"), Period.parse("2031-09-27")
    plain = "the four towns called on the Keepers to disarm"
    assert "days" in objections(said(plain, "one", published=early), said(plain, "other", published=late))
    dated = f"{plain} on 5 January 2031"
    assert not objections(said(dated, "one", published=early), said(dated, "other", published=late))
    quoted = "the four towns said “we call on the Keepers to disarm now”"
    assert not objections(said(quoted, "one", published=early), said(quoted, "other", published=late))


def test_a_forecast_is_not_the_fact_unless_it_is_the_same_words() -> None:
    fact, forecast = (
        said("the firm closed the old yard", "one"),
        said("the yard will be closed by the firm", "other", kind=ClaimKind.FORECAST),
    )
    assert "kinds" in objections(fact, forecast)
    assert not objections(fact, said("the firm closed the old yard", "other", kind=ClaimKind.FORECAST))


def test_an_opinion_and_a_fact_may_be_one_claim() -> None:
    assert not objections(said("the yard is old", "one"), said("this yard is old", "other", kind=ClaimKind.OPINION))


def test_the_firm_gates_are_those_that_a_reader_can_count() -> None:
    assert {gate.name for gate in GATES if gate.firm} == {"figures", "days", "bodies"}
    assert len(BY_NAME) == len(GATES)
