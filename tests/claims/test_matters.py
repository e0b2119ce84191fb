"""What makes up a matter depends on the articles and claims, not on the order or the portions in which they came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.claims import Matter, Matters, matched, meeting, portraits, weigh, weigh_matter
from claimtrack.claims.ties import Said
from claimtrack.model.matching import Proposition
from claimtrack.model.values import Period
from tests.claims.propositions import all_matters, piles, said, sentences

Pile = Mapping[str, Sequence[Proposition]]
ARTICLES = "abcdefgh"
DAYS = st.sampled_from([None, *map(Period.parse, ("2031-03-05", "2031-03-13", "2031-03-27", "2031"))])


@pytest.fixture(scope="module", autouse=True)
def crowded() -> Iterator[None]:
    """A few articles make a crowd here, so that limits are met that only large collections meet."""
    with pytest.MonkeyPatch.context() as patched:
        for place, limit, value in ((meeting, "FEW", 2), (meeting, "CROWD", 4), (meeting, "MET", 2)):
            patched.setattr(place, limit, value)
        for limit, value in (("NEAREST", 1), ("SIGNS", 6)):
            patched.setattr(portraits, limit, value)
        yield


@st.composite
def stages(draw: st.DrawFn) -> list[Pile]:
    """A collection as it stands after each of some updates, in which articles and claims come, change and go."""
    pile: dict[str, list[Proposition]] = {}
    found: list[Pile] = []
    for _ in range(draw(st.integers(1, 4))):
        for article in draw(st.lists(st.sampled_from(["", *ARTICLES]), min_size=1, max_size=6, unique=True)):
            told, day = draw(st.lists(sentences(), max_size=3)), draw(DAYS)
            pile[article] = [
                said(text, key=f"{article or 'claim'}:{place}", article=article, published=day) for place, text in enumerate(told)
            ]
        found.append({article: tuple(told) for article, told in pile.items() if told})
    return found


def saying(pile: Pile) -> Said:
    return lambda article: pile.get(article, ())


def held(found: Mapping[str, Matter]) -> dict[str, Matter]:
    return dict(sorted(found.items()))


@pytest.mark.parametrize("whole", [0, 1_000])
@given(piles=stages())
@settings(max_examples=12)
def test_updates_come_to_what_all_at_once_comes_to(whole: int, piles: list[Pile]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("claimtrack.claims.matters.WHOLE", whole)  # in one pass over all ties, or from statement to statement
        kept = in_portions(piles)
    assert held(kept) == held(dict(Matters().update(piles[-1], saying(piles[-1]))))


def in_portions(piles: list[Pile]) -> dict[str, Matter]:
    """The matters as each update leaves them."""
    kept: dict[str, Matter] = {}
    updated = Matters()
    before: Pile = {}
    for pile in piles:
        changed = [article for article in {*before, *pile} if before.get(article) != pile.get(article)]
        changes = updated.update(changed, saying(pile), saying(before))
        kept = {name: matter for name, matter in kept.items() if name not in changes.gone} | dict(changes)
        before = pile
    return kept


@given(stages())
@settings(max_examples=12)
def test_the_order_of_articles_means_nothing(piles: list[Pile]) -> None:
    told = [each for group in piles[-1].values() for each in group]
    assert held(dict(all_matters(told))) == held(dict(all_matters(told[::-1])))


def test_an_article_about_something_else_leaves_every_matter_alone() -> None:
    ferry = {
        "a": [said("The ferry struck a reef near Skell", article="a")],
        "b": [said("A reef near Skell was struck by the ferry", article="b")],
    }
    updated = Matters()
    (first,) = updated.update(ferry, saying(ferry)).groups
    more = {**ferry, "z": [said("Quartz kilns of Zell are fired with peat", article="z")]}
    changes = updated.update(["z"], saying(more), saying(ferry))
    assert (first, changes.gone, changes.groups, changes.askers) == ((("a", 0), ("b", 0)), frozenset(), (), ())


def test_a_claim_of_a_person_is_compared_with_statements_that_share_its_rare_words() -> None:
    pile = [
        said("Tarnhelm bonds are worthless paper", "claim"),
        said("The Tarnhelm bonds are nothing but worthless paper", "1", "a"),
        said("Kilns", "2", "b"),
    ]
    assert {frozenset(each.keys) for each in weigh(pile)} == {frozenset(("claim", "1"))}
    ((_, matter),) = all_matters(pile)
    assert [(one, other) for one, other, *_ in matter.pairs] == [(0, 1)]


def test_matters_alone_are_judged_as_they_are_among_others() -> None:
    pile = [
        said(text, article=article)
        for article, text in (
            ("a", "The ferry struck a reef"),
            ("b", "A ferry struck the reef"),
            ("b", "The old ferry never went near any reef"),
            ("z", "Kilns of Zell burn"),
        )
    ]
    alone = sorted(each.line for _, matter in all_matters(pile) for each in matched(weigh_matter(matter)))
    assert alone == sorted(each.line for each in matched(weigh(pile)))
    assert alone


@given(piles())
@settings(max_examples=20)
def test_judging_matter_by_matter_comes_to_what_judging_all_at_once_comes_to(pile: list[Proposition]) -> None:
    found = [each for _, matter in all_matters(pile) for each in matched(weigh_matter(matter))]
    assert len(found) == len(set(found))
    assert {each.line for each in found} == {each.line for each in matched(weigh(pile))}
