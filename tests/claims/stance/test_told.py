from __future__ import annotations

import pytest

from claimtrack.claims.stance import said, told
from claimtrack.claims.stance.told import spoken
from claimtrack.model import Anchor, Cue, Framing, Polarity, Statement, Voice


def test_a_statement_tells_its_proposition_with_polarity_cue_and_holder() -> None:
    statement = Statement(
        key="bell:1",
        article="article:bell",
        anchor=Anchor(start=0, end=40),
        chain=("outlet:bell", "person:una-gorse"),
        voice=Voice.INDIRECT,
        framing=Framing.ATTRIBUTED_FACT,
        polarity=Polarity.DENY,
        cue=Cue(start=0, end=6, text="denied"),
        proposition="the tower fell",
    )
    found = told(statement)
    assert (found.text, found.polarity, found.cue, found.speaker) == ("the tower fell", Polarity.DENY, "denied", "una gorse")
    assert found.framing is Framing.ATTRIBUTED_FACT


@pytest.mark.parametrize(
    ("sentence", "text", "speaker"),
    [
        ("The tower fell, the keeper said.", "The tower fell", "the keeper"),
        ("“The tower fell,” said Una Gorse.", "The tower fell", "Una Gorse"),
        ('"The tower fell," the keeper, Una Gorse, said.', "The tower fell", "the keeper, Una Gorse"),
        ("The tower fell, according to the keeper.", "The tower fell", "the keeper"),
        ("The tower fell in Osk, but nobody was hurt.", "The tower fell in Osk, but nobody was hurt.", ""),
        ("The keeper said the tower fell.", "The keeper said the tower fell.", ""),
    ],
)
def test_who_says_so_is_taken_off_the_end_of_a_sentence(sentence: str, text: str, speaker: str) -> None:
    found = said(sentence)
    assert (found.text, found.speaker) == (text, speaker)


def test_a_speaker_that_is_given_is_kept() -> None:
    assert said("The tower fell, the keeper said.", "Una Gorse").speaker == "Una Gorse"


def test_i_and_we_are_the_speaker() -> None:
    assert spoken(said("I never sold our tower, and we never will.", "Una Gorse")) == (
        "Una Gorse never sold Una Gorse's tower, and Una Gorse never will."
    )
    assert spoken(said("I'm here.", "Una Gorse")) == "I'm here."
    assert spoken(said("I never sold it.")) == "I never sold it."
