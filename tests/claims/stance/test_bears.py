from __future__ import annotations

import pytest

from claimtrack.claims.stance import ROWS, Row, Told, bearing, said
from claimtrack.model import Polarity, StanceKind
from claimtrack.seams import Inference

ONE, FLIPPED, OTHER = "The bakers signed the pact.", "The bakers did not sign the pact.", "The bakers walked out of the talks."


def model(entails: float, neutral: float, contradicts: float) -> Inference:
    """A stand-in for a model, of one mind about everything."""

    def infer(premise: str, hypothesis: str, /) -> tuple[float, float, float]:
        return entails, neutral, contradicts

    return infer


SURE_AGAINST, SURE_FOR = model(0.02, 0.05, 0.93), model(0.9, 0.08, 0.02)


def test_a_model_may_find_a_contradiction_where_no_row_does() -> None:
    assert bearing(said(ONE), said(OTHER)) is None
    found = bearing(said(ONE), said(OTHER, "the clerk"), inference=SURE_AGAINST)
    assert found is not None
    assert (found.kind, found.rule, found.score, found.sure) == (StanceKind.CONTRADICTS, "inference", 0.93, False)
    assert (found.wording, found.speaker) == ("contradicts it, by a model of inference (0.93)", "the clerk")


def test_a_model_may_take_a_contradiction_of_the_table_away() -> None:
    assert bearing(said(ONE), said(FLIPPED)) is not None
    assert bearing(said(ONE), said(FLIPPED), inference=SURE_FOR) is None


def test_a_model_that_agrees_with_the_table_leaves_its_words() -> None:
    found = bearing(said(ONE), said(FLIPPED), inference=SURE_AGAINST)
    assert found is not None
    assert (found.rule, found.score, found.words) == ("negation", 0.93, ("not", "sign"))


@pytest.mark.parametrize("other", ["The bakers denied that they had signed the pact.", "The bakers must stop signing the pact."])
def test_a_model_is_not_asked_about_what_is_in_the_words(other: str) -> None:
    def asked(premise: str, hypothesis: str, /) -> tuple[float, float, float]:
        raise AssertionError("the model was asked")

    assert bearing(said(ONE), said(other), inference=asked) == bearing(said(ONE), said(other))


def test_a_text_whose_denial_stands_outside_of_it_is_not_given_to_a_model() -> None:
    other = Told(text="the cows were fed", polarity=Polarity.DENY, cue="denied")
    assert bearing(said(ONE), other, inference=SURE_AGAINST) is None


def test_the_premise_is_the_second_text() -> None:
    heard: list[tuple[str, str]] = []

    def listening(premise: str, hypothesis: str, /) -> tuple[float, float, float]:
        heard.append((premise, hypothesis))
        return 0, 1, 0

    bearing(said(ONE), said(OTHER), inference=listening)
    assert heard == [(OTHER, ONE)]


def test_without_rows_a_model_decides_alone_and_without_a_model_nobody_does() -> None:
    assert bearing(said(ONE), said(FLIPPED), rows=()) is None
    found = bearing(said(ONE), said(FLIPPED), rows=(), inference=SURE_AGAINST)
    assert found is not None
    assert found.rule == "inference"


def test_a_row_of_a_users_own_may_stand_in_the_table() -> None:
    flips = Row("flips", "negations alone", next(row for row in ROWS if row.name == "negation").rule)
    assert bearing(said(ONE), said(FLIPPED), rows=(flips,)) == bearing(said(ONE), said(FLIPPED))


def test_rows_below_the_least_score_do_not_count() -> None:
    assert bearing(said(ONE), said(FLIPPED), least=0.7) is None
