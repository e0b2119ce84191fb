from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack.claims.contrasts import negated
from claimtrack.claims.gates import GATES
from claimtrack.claims.profiles import Profile
from tests.claims.propositions import paired, said, sentences

NAMES = ("roles", "turns", "places", "editions", "contraries", "steps", "substitutes", "done", "conditions")
ROWS = {gate.name: gate for gate in GATES}


def told(one: str, other: str) -> set[str]:
    """The names of the contrasts found, the same from either side."""
    first, second = said(one, "one"), said(other, "other")
    forward, back = ({name for name in NAMES if ROWS[name].forbids(pair)} for pair in (paired(first, second), paired(second, first)))
    assert forward == back
    return forward


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("roles", "Skell Rovers beat Norvale United in the cup", "Norvale United beat Skell Rovers in the cup"),
        ("roles", "Skell Rovers gave Norvale United a cup", "Norvale United gave Skell Rovers a cup"),
        ("turns", "the union sued the ferry firm over pay", "the ferry firm sued the union over pay"),
        ("turns", "On Friday the bank warned the ministry", "the ministry warned the bank on Friday"),
        ("places", "the dam burst at Oskel", "the dam burst near Brava"),
        ("editions", "Gannet 4 was launched from the cape", "Gannet 5 was launched from the cape"),
        ("contraries", "the board accepted the plan", "the board rejected the plan"),
        ("steps", "Rusk was charged with theft", "Rusk was convicted of theft"),
        ("steps", "Norvale and Oskel negotiated over fish", "Norvale and Oskel signed a treaty over fish"),
        ("substitutes", "the auditor found a hole in the books", "the gardener found a hole in the books"),
        ("substitutes", "the council opened an inquiry into the old dove mill", "an inquiry into the paper inn was opened by the council"),
        ("substitutes", "In the clay hall 10 cooks were treated for smoke", "10 cooks were treated for smoke in the old lamp barn"),
        ("substitutes", "the council banned the export of almonds", "the export of barley was banned by the council"),
        ("substitutes", "divers found a gnawed cable in the harbour", "in the harbour divers discovered a brittle flue"),
        ("substitutes", "Over the mill Ada Quill was convicted by a court at Skell", "A court at Skell convicted Bram Oddly over the mill"),
        ("substitutes", "tests detected a bent strut in the mill", "In the mill a brittle flue was found by tests"),
        ("substitutes", "police took 64 tents from the mill", "police took 64 boats from the mill"),
        ("done", "the firm will scrap the ferry", "the firm scrapped the ferry"),
        ("done", "Norvale promised Oskel 40 boats", "Norvale sent Oskel 40 boats"),
        ("done", "the firm plans to sell the yard", "the firm sold the yard"),
        ("done", "Rusk to leave the firm", "Rusk left the firm"),
        ("conditions", "the yard will open in spring", "the yard will open in spring if the town pays"),
    ],
)
def test_what_is_apart_is_told(name: str, one: str, other: str) -> None:
    assert name in told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skell Rovers beat Norvale United in the cup", "Norvale United were beaten by Skell Rovers in the cup"),
        ("the union sued the ferry firm over pay", "the ferry firm was sued by the union over pay"),
        ("On Friday the bank warned the ministry", "the bank warned the ministry on Friday"),
        ("In Skell the mayor opened the bridge", "the mayor opened the bridge in Skell"),
        ("the dam burst at Oskel", "the dam burst on Sunday"),
        ("Gannet 4 was launched from the cape", "Gannet was launched from the cape"),
        ("Rusk was charged with theft", "Rusk was charged with theft and convicted"),
        ("the firm dismissed Rusk", "the firm sacked Rusk"),
        ("Rusk to leave the firm", "Rusk will leave the firm"),
        ("the yard closed in May", "the yard closed last spring"),
        ("the town gave Skell Rovers 40 crowns", "Skell Rovers got 40 crowns from the town"),
        ("Norvale Steel had employed Bo Rusk for 12 years", "Bo Rusk had worked for Norvale Steel for 12 years"),
        ("the purchase of the firm Oskel Gas was cleared by the Brava Board", "the purchase of Oskel Gas was cleared by the Brava Board"),
        ("Since January the alarm in the mill had been broken", "The mill had had an alarm broken since January"),
        ("the alarm of the mill was out of order", "out of order was the alarm of the mill since May"),
        ("the Brava Planning Office opened the dam", "Brava opened the dam"),
        ("Brava Gas was paid by the Planning Office of Oskel", "the Oskel Office paid Brava Gas"),
        ("the firm Oskel Gas burned in the town of Brava", "Oskel Gas burned at Brava"),
        ("23 homes lost power in the storm", "In the storm 23 houses lost power"),
        ("trucks were sent over the bridge", "lorries were directed over the old bridge"),
        ("the council opened an inquiry into the mill", "the council opened an inquiry into the old mill"),
        ("the judge sentenced Rusk to prison", "Rusk was sentenced to prison"),
        ("a fire broke out in the lamp mill", "a fire started in the lamp mill"),
        ("the trial over the mill went on for 12 days", "the trial over the mill lasted 12 days"),
        ("the alarm of the mill was out of order", "the alarm of the mill was out of service"),
        ("divers detected a hole in the hull", "divers found a hole in the hull"),
        ("police held 64 men at the mill", "police held 64 suspects at the mill"),
    ],
)
def test_what_is_one_is_left_alone(one: str, other: str) -> None:
    assert not told(one, other)


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Rusk did not resign", True),
        ("Rusk refused to resign", True),
        ("Rusk did not refuse to resign", False),
        ("Rusk refused the offer", False),
    ],
)
def test_who_refuses_to_act_does_not_act(text: str, negative: bool) -> None:
    assert negated(Profile(said(text))) is negative


@given(sentences())
def test_nothing_sets_a_sentence_apart_from_itself(text: str) -> None:
    assert not told(text, text)


@given(sentences(), sentences())
def test_a_contrast_is_the_same_from_either_side(one: str, other: str) -> None:
    told(one, other)
