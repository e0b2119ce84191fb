"""The tables of precedence, row by row."""

import pytest

from claimtrack.model.terms import Framing
from claimtrack.statements.framing.axes import Commitment, Force
from claimtrack.statements.framing.labels import CONTENTS, SENTENCES, Axes, label, reason

WEAK = Commitment.WEAKENED


@pytest.mark.parametrize(
    ("axes", "expected"),
    [
        (Axes(author=True, force=Force.PRESCRIPTIVE, held=True, opinion=True), Framing.PRESCRIPTIVE),
        (Axes(author=True, force=Force.FORECAST, commitment=WEAK), Framing.AUTHOR_OPINION),
        (Axes(author=True, force=Force.QUESTION), Framing.AUTHOR_OPINION),
        (Axes(held=True, opinion=True, force=Force.FORECAST), Framing.ATTRIBUTED_OPINION),
        (Axes(held=True, commitment=WEAK), Framing.ATTRIBUTED_FACT),
        (Axes(force=Force.FORECAST, commitment=WEAK), Framing.FORECAST),
        (Axes(commitment=WEAK), Framing.HEDGED),
        (Axes(commitment=Commitment.VAGUE), Framing.REPORTED_FACT),
        (Axes(force=Force.PRESCRIPTIVE), Framing.REPORTED_FACT),
        (Axes(opinion=True), Framing.REPORTED_FACT),
        (Axes(), Framing.REPORTED_FACT),
    ],
)
def test_the_first_row_that_holds_labels_a_sentence(axes: Axes, expected: Framing) -> None:
    assert label(axes) is expected


@pytest.mark.parametrize(
    ("axes", "expected"),
    [
        (Axes(pledges=True, force=Force.FORECAST, opinion=True), Framing.COMMITMENT),
        (Axes(force=Force.PRESCRIPTIVE, opinion=True), Framing.PRESCRIPTIVE),
        (Axes(believes=True, force=Force.FORECAST, commitment=WEAK), Framing.ATTRIBUTED_OPINION),
        (Axes(force=Force.FORECAST, commitment=WEAK), Framing.FORECAST),
        (Axes(commitment=WEAK, opinion=True), Framing.HEDGED),
        (Axes(opinion=True), Framing.ATTRIBUTED_OPINION),
        (Axes(), Framing.ATTRIBUTED_FACT),
    ],
)
def test_the_first_row_that_holds_labels_a_content(axes: Axes, expected: Framing) -> None:
    assert label(axes, CONTENTS) is expected


def test_the_last_row_always_holds() -> None:
    assert SENTENCES[-1][2](Axes())
    assert CONTENTS[-1][2](Axes())


def test_a_label_comes_with_the_rule_that_gave_it() -> None:
    assert reason(Axes(author=True)) == "the author judges, interprets or asks in order to"
