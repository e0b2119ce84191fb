from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.stance.frames import denials, first_part
from claimtrack.claims.stance.sentence import sentence


def denied(text: str) -> list[str]:
    """What a text denies, each as words; a bare denial as nothing."""
    looked = sentence(text)
    return [" ".join(looked.words[at] for at in each.content) for each in denials(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mill denied that it sold rotten flour.", "sold rotten flour"),
        ("The mill denies selling rotten flour.", "selling rotten flour"),
        ("The mill firmly denied it had sold rotten flour.", "sold rotten flour"),
        ("The mill rejected the claim that it sold rotten flour.", "sold rotten flour"),
        ("The mill dismissed as nonsense reports that it sold rotten flour.", "sold rotten flour"),
        ("The mill has denied claims by the bakers that it sold rotten flour.", "sold rotten flour"),
        ("The miller, who asked not to be named, denied the mill sold rotten flour.", "mill sold rotten flour"),
        ("The mill dismissed as a fantasy the report that it sold rotten flour.", "sold rotten flour"),
        ("Rumours that the mill lives under a false name are nonsense.", "mill lives false name"),
        ("The mill denied that any decision on charges had been made.", "decision charges made"),
        ("The mill denied any part in the fire at Osk.", "fire osk"),
        ("It is not true that the mill sold rotten flour.", "mill sold rotten flour"),
        ("There is no truth in the rumour that the mill sold rotten flour.", "mill sold rotten flour"),
        ("Claims that the mill sold rotten flour are false.", "mill sold rotten flour"),
        ("The miller called reports that it sold rotten flour baseless.", "sold rotten flour"),
        ("The mill's denial that it sold rotten flour came late.", "sold rotten flour came late"),
    ],
)
def test_what_is_denied_is_found_in_each_frame(text: str, content: str) -> None:
    assert content in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill denied the allegations.",
        "The mill denied this.",
        "No, we did nothing of the kind.",
        "The miller laughed and said: no, it never happened.",
        "The mill rejects the allegations in the strongest terms.",
        "That is simply not true.",
        "The claim is entirely false.",
        "The miller pleaded not guilty.",
        "The miller dismissed the accusation on Monday.",
    ],
)
def test_a_denial_without_content_is_bare(text: str) -> None:
    assert denied(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The mill does not deny that it sold rotten flour.",
        "Nobody can deny that the flour was rotten.",
        "The mill refused to deny that it sold rotten flour.",
        "Bakers were denied entry to the mill.",
        "The mill denied the bakers their right to a share.",
        "The mill rejected the inspector's advice.",
        "Bakers accuse the mill of denying workers breaks.",
        "The dispute over the mill goes on in disputed waters.",
        "The report is not false.",
        "There is a claim that it is a hoax.",
        "The site spreads tales and rumours and false claims.",
        "The miller rejected a penalty claim in the last minutes.",
        "The flour was fine.",
    ],
)
def test_refusals_quarrels_and_denials_undone_are_no_denials(text: str) -> None:
    assert denied(text) == []


def test_a_denial_with_an_implied_subject_is_its_holders_own() -> None:
    (own,) = denials("The mill denied selling flour.")
    (other,) = denials("The mill denied that bakers sold flour.")
    assert own.own
    assert not other.own
    assert [sentence("The mill denied selling flour.").words[at] for at in own.holder] == ["the", "mill"]


def test_what_is_denied_may_end_where_another_clause_begins() -> None:
    text = "The mill denied that it sold flour and the bakers went home."
    (each,) = denials(text)
    looked = sentence(text)
    assert [looked.words[at] for at in first_part(looked, each.content)] == ["sold", "flour"]


WORDS = [
    "denied",
    "that",
    "claims",
    "false",
    "not",
    "the",
    "mill",
    "no",
    "rejected",
    "it",
    "is",
    "despite",
    "insists",
    "as",
    "of",
    "denial",
    "yet",
    "to",
]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_denials_of_any_text_stand_in_it(text: str) -> None:
    many = len(sentence(text).words)
    for each in denials(text):
        assert each.cue
        assert all(0 <= at < many for at in (*each.content, *each.holder))
        assert set(first_part(sentence(text), each.content)) <= set(each.content)
