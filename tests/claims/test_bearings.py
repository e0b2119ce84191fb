"""Which statements are told to deny, contradict or limit others, end to end from raw articles."""

from __future__ import annotations

import pytest

from claimtrack import Ledger, Stance, StanceKind
from claimtrack.claims import bearings, propositions, weigh
from claimtrack.files import Raw
from claimtrack.intake import read


def stances(*articles: str) -> list[tuple[str, StanceKind, str, str]]:
    """What is found: who bears, how, on what, with which note."""
    given = [Raw(f"{name}.txt", f"A day in Skell\n\n{text}\n".encode()) for name, text in zip("abc", articles, strict=False)]
    told, faults = read(given, Ledger())
    assert not faults
    known = told.view.statements
    found: tuple[Stance, ...] = bearings([(each.one, each.other) for each in weigh(propositions(told.view))], known)
    return [(known[each.statement].proposition, each.kind, known[each.claim].proposition, each.note) for each in found]


HIDDEN = "Inspectors said that the ferry firm had hidden the faulty radar from its crews."
TWELVE = "The coast guard said that twelve sailors died when the ferry sank off Skell."


def test_an_explicit_denial_denies_the_same_proposition_of_another_article() -> None:
    (found,) = stances(HIDDEN, "The ferry firm denied that it had hidden the faulty radar from its crews.")
    assert found[1] is StanceKind.DENIES
    assert found[3] == "denies this in so many words: “denied”"


def test_another_figure_contradicts_and_says_so_with_care() -> None:
    (found,) = stances(TWELVE, "The firm said that nine sailors died when the ferry sank off Skell.")
    assert found[1] is StanceKind.CONTRADICTS
    assert found[3].startswith("possibly: puts another figure")


def test_a_bare_denial_answers_what_somebody_else_said_just_before() -> None:
    (found,) = stances(f"{TWELVE} {HIDDEN} The firm denied it.")
    assert found[1] is StanceKind.DENIES
    assert "hidden the faulty radar" in found[2]
    assert found[3].startswith("possibly: denies it without saying what")


@pytest.mark.parametrize(
    "other",
    [
        "The ferry firm denied that it had closed the harbour office in Oskel.",
        "The ferry firm said that the radar is new.",
        "Crews were denied entry to the harbour.",
        "The mayor of Oskel denied it.",
    ],
)
def test_a_denial_of_something_else_or_in_another_article_denies_nothing(other: str) -> None:
    assert not [found for found in stances(HIDDEN, other) if found[1] is StanceKind.DENIES]


def test_what_two_say_alike_bears_nothing() -> None:
    assert stances(HIDDEN, "The ferry firm hid the faulty radar from its crews, inspectors said.") == []
