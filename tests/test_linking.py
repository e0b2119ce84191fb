"""Raw articles linked: one claim told twice, copies, denials, and the laws that linking keeps to."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack import Judgement, Ledger, Maker, Report, Stance, StanceKind, Statement, SupportReport, Verdict, linking, track
from claimtrack.files import Raw
from claimtrack.intake import read, texts
from claimtrack.linking import link
from claimtrack.model import DerivationKind
from claimtrack.testing import corpus

SLOW = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=10)
WHO = ("Mayor Quill of Skell", "the coast guard", "harbour master Ada Finch", "the Norvale ferry firm", "engineer Tam Oro")
SAYS = ("said that", "believes that", "told reporters that", "denied that", "warned that")
WHAT = (
    "the northern pier had cracked in three places during the long winter storm",
    "eleven fishing boats were badly damaged when the harbour wall gave way",
    "the last ferry left Skell with 212 people on board and no working radar",
    "the old lighthouse lamp will be repaired before the spring tides arrive",
    "Norvale pledged 40 new boats to the crews who had lost theirs",
    "the council rejected a plan to close the eastern docks for two years",
)
ELSEWHERE = ("Zinnia growers hum while quartz kilns cool.", "Velvet looms jingle; yodelling choirs applaud jasmine vendors.")


def raw(name: str, *paragraphs: str) -> Raw:
    return Raw(f"{name}.txt", ("\n\n".join([f"News of the day in {len(paragraphs)} parts", *paragraphs]) + "\n").encode())


def linked(*given: Raw) -> Ledger:
    told, faults = read(given, Ledger())
    assert not faults
    return told | link(told, texts(given, told))


def articles() -> SearchStrategy[list[str]]:
    """The paragraphs of an article: who says what, long enough to be known again."""
    paragraph = st.builds("{} {} {}, and that nobody in the town had seen the like of it.".format, *map(st.sampled_from, (WHO, SAYS, WHAT)))
    return st.lists(paragraph.map(lambda text: text[0].upper() + text[1:]), min_size=3, max_size=5, unique=True)


def bounds(report: Report) -> dict[tuple[str, ...], tuple[int, int, tuple[str, ...]]]:
    """For each claim, by its members, how many origins it has and what it is flagged for."""
    return {claim.claim.members: (claim.lower, claim.upper, tuple(flag.code for flag in claim.flags)) for claim in report.claims}


def holding(report: Report, member: str) -> SupportReport:
    (found,) = (claim for claim in report.claims if member in claim.claim.members)
    return found


@SLOW
@given(st.lists(articles(), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_links_do_not_depend_on_the_order_of_the_articles(given: list[list[str]], dice: random.Random) -> None:
    pile = [raw(name, *paragraphs) for name, paragraphs in zip("abc", given, strict=False)]
    shuffled = list(pile)
    dice.shuffle(shuffled)
    assert linked(*shuffled) == linked(*pile)


@SLOW
@given(st.lists(articles(), min_size=1, max_size=3))
def test_an_article_about_something_else_changes_no_claim(given: list[list[str]]) -> None:
    pile = [raw(name, *paragraphs) for name, paragraphs in zip("abc", given, strict=False)]
    before, after = (bounds(track(linked(*each))) for each in (pile, [*pile, raw("z", *ELSEWHERE)]))
    assert {members: after[members] for members in before} == before


@SLOW
@given(st.lists(articles(), min_size=1, max_size=2), st.integers(0, 1))
def test_a_copy_of_an_article_adds_no_origin_to_any_claim(given: list[list[str]], which: int) -> None:
    pile = [raw(name, *paragraphs) for name, paragraphs in zip("ab", given, strict=False)]
    copied = given[which % len(given)]
    before, after = track(linked(*pile)), track(linked(*pile, raw("copy", *copied)))
    for claim in before.claims:
        more = holding(after, claim.claim.members[0])
        assert (more.lower, more.upper) <= (claim.lower, claim.upper)


WIRE = raw("wire", "The Harbour Workers' Union has rejected a pay offer of four per cent, its leader Tam Oro said on Friday.")
LATER = raw("later", "Tam Oro said that the Harbour Workers' Union had rejected the pay offer of four per cent.")


def test_a_claim_told_by_two_articles_is_one() -> None:
    report = track(linked(WIRE, LATER))
    (both,) = (claim for claim in report.claims if "rejected" in claim.claim.wording)
    assert {member.partition(":")[0] for member in both.claim.members} == {"later", "wire"}
    assert both.lower == both.upper == 1
    assert both.claim.label.startswith("R")


def test_a_person_may_part_what_was_joined_and_join_what_was_not() -> None:
    ledger = linked(WIRE, LATER)
    same = next(each for each in ledger.of(Judgement) if {each.left[:4], each.right[:4]} == {"late", "wire"} and "0-26" not in each.left)
    assert same.verdict is Verdict.SAME
    refused = Judgement(left=same.left, right=same.right, verdict=Verdict.DIFFERENT, maker=Maker(name="Ada Finch"))
    parted = track(ledger | Ledger([refused]))
    assert holding(parted, same.left) != holding(parted, same.right)


def test_what_people_have_recorded_is_left_to_them() -> None:
    told, _ = read([WIRE, LATER], Ledger())
    ada = Maker(name="Ada Finch")
    by_hand = Ledger(attrs.evolve(record, maker=ada) if isinstance(record, Statement) else record for record in told)
    assert not link(by_hand).of(Judgement)


def test_a_denial_stands_beside_what_it_denies() -> None:
    ledger = linked(
        raw("report", "Inspectors said that the Norvale ferry firm had hidden the faulty radar from its crews for eleven weeks."),
        raw("reply", "The Norvale ferry firm denied that it had hidden the faulty radar from its crews."),
    )
    (stance,) = ledger.of(Stance)
    assert stance.kind is StanceKind.DENIES
    assert stance.note.startswith("denies this in so many words")
    assert [claim.flagged("disputed") is not None for claim in track(ledger).claims if stance.claim in claim.claim.members] == [True]


def test_a_copy_is_found_and_counted_with_what_it_copies() -> None:
    text = [f"{who} said that {what}, and that more would be told on Friday." for who, what in zip(WHO, WHAT, strict=False)]
    ledger = linked(raw("first", *text), raw("second", *text))
    (derivation,) = ledger.view.derivations
    assert (derivation.derived, derivation.source) == ("article:second", "article:first")
    assert derivation.kind is DerivationKind.COPY
    assert not derivation.proposed
    assert all(claim.lower <= 1 for claim in track(ledger).claims)


@pytest.mark.slow
def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "TOGETHER", 1)
    made = corpus(30)
    ledger = made.case | read([Raw(name, text.encode()) for name, text in made.articles], made.case)[0]
    assert link(ledger, jobs=2) == link(ledger)
