"""Tests of joining by judgement: the weakest link gives way, and the order of judgements does not matter."""

from collections import defaultdict
from itertools import combinations, pairwise
from random import Random

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Joining, Judgement, Ledger, Maker, MakerKind, Verdict, join
from claimtrack.model.joining import MOST_TOLD
from claimtrack.testing import judgements

ADA = Maker(name="Ada")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE)
MAKERS = st.sampled_from((ADA, READER, None))
SEVERAL = st.lists(judgements(st.sampled_from("abcdef"), reasons=st.just(()), maker=MAKERS), max_size=12)


def same(left: str, right: str, score: float | None = None, maker: Maker | None = READER) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME, score=score, maker=maker)


def different(left: str, right: str, maker: Maker | None = ADA) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.DIFFERENT, maker=maker)


def by_people(judgement: Judgement) -> bool:
    return judgement.maker == ADA


def apart(joining: Joining, left: str, right: str) -> bool:
    return not any(left in group and right in group for group in joining.groups)


@given(SEVERAL, st.randoms(use_true_random=False))
def test_order_does_not_matter(found: list[Judgement], dice: Random) -> None:
    shuffled = found * 2
    dice.shuffle(shuffled)
    assert join(shuffled) == join(found)


@given(SEVERAL)
def test_a_standing_difference_is_respected(found: list[Judgement]) -> None:
    joining = join(found)
    firm = join([judgement for judgement in found if judgement.verdict is Verdict.SAME and by_people(judgement)])
    for judgement in found:
        if judgement.verdict is Verdict.DIFFERENT and (by_people(judgement) or apart(firm, judgement.left, judgement.right)):
            assert apart(joining, judgement.left, judgement.right)


@given(SEVERAL, judgements(st.sampled_from("abcdef"), verdict=st.just(Verdict.DIFFERENT)))
def test_one_more_difference_never_joins(found: list[Judgement], more: Judgement) -> None:
    before, after = join(found), join([*found, more])
    assert all(any(set(group) <= set(larger) for larger in before.groups) for group in after.groups)


@given(SEVERAL, SEVERAL)
def test_judgements_merge_by_union(found: list[Judgement], more: list[Judgement]) -> None:
    one, other = Ledger(found), Ledger(more)
    assert join((one | other).view.judgements) == join([*more, *found, *more])
    assert join((one | one).view.judgements) == join(one.view.judgements)


@given(SEVERAL)
def test_no_group_holds_a_pair_that_a_person_judged_different_whatever_programs_say(found: list[Judgement]) -> None:
    refused = {(j.left, j.right) for j in found if j.verdict is Verdict.DIFFERENT and by_people(j)}
    sure = [attrs.evolve(j, score=1.0) if not by_people(j) else j for j in found]
    for group in join(sure).groups:
        assert refused.isdisjoint(combinations(group, 2))


@given(SEVERAL)
def test_programs_never_part_what_people_joined_and_keep_joined(found: list[Judgement]) -> None:
    people = [judgement for judgement in found if by_people(judgement)]
    firm = join(people)
    after = join([*people, *(j for j in found if not by_people(j) and j.verdict is Verdict.DIFFERENT)])
    assert after.groups == firm.groups


@given(st.permutations("abcdef"), st.lists(st.floats(0, 1), min_size=6, max_size=6), st.integers(2, 5))
def test_a_chain_of_programs_over_a_refusal_is_cut_at_its_weakest(keys: list[str], scores: list[float], far: int) -> None:
    links = [same(left, right, score) for (left, right), score in zip(pairwise(keys), scores, strict=False)]
    joining = join([*links, different(keys[0], keys[far])])
    weakest = min(scores[:far])
    kept = [link for place, link in enumerate(links) if place >= far or scores[place] > weakest]
    assert joining.groups == join(kept).groups
    assert apart(joining, keys[0], keys[far])


@given(SEVERAL)
def test_without_differences_the_groups_are_the_components(found: list[Judgement]) -> None:
    positive = [judgement for judgement in found if judgement.verdict is not Verdict.DIFFERENT]
    graph: nx.Graph[str] = nx.Graph([(j.left, j.right) for j in positive if j.verdict is Verdict.SAME])
    assert set(join(positive).groups) == {tuple(sorted(part)) for part in nx.connected_components(graph)}
    assert join(positive).conflicts == ()


@given(SEVERAL)
def test_what_gives_way_is_the_weakest_on_some_simple_path(found: list[Judgement]) -> None:
    assert set(join(found).groups) == expected(found)


def expected(found: list[Judgement]) -> set[tuple[str, ...]]:
    """The groups by the rule as it is worded, going through all simple paths."""
    strength: dict[frozenset[str], tuple[bool, float]] = defaultdict(lambda: (False, -1.0))
    for j in found:
        if j.verdict is Verdict.SAME:
            pair = frozenset((j.left, j.right))
            strength[pair] = max(strength[pair], (by_people(j), 1.0 if j.score is None else j.score))
    graph: nx.Graph[str] = nx.Graph([(left, right) for left, right in map(sorted, strength)])
    firm: nx.Graph[str] = nx.Graph([(left, right) for left, right in map(sorted, (pair for pair in strength if strength[pair][0]))])
    cut = set()
    for j in found:
        if j.verdict is not Verdict.DIFFERENT or j.left not in graph or j.right not in graph:
            continue
        if not by_people(j) and j.left in firm and j.right in firm and nx.has_path(firm, j.left, j.right):
            continue
        for path in nx.all_simple_paths(graph, j.left, j.right):
            pairs = [frozenset(step) for step in pairwise(path)]
            weakest = min(strength[pair] for pair in pairs)
            cut |= {pair for pair in pairs if strength[pair] == weakest}
    graph = nx.Graph([(left, right) for left, right in map(sorted, strength.keys() - cut)])
    return {tuple(sorted(part)) for part in nx.connected_components(graph)}


def test_the_weaker_of_two_links_gives_way() -> None:
    joining = join([same("a", "b", 0.9), same("b", "c", 0.4), different("a", "c")])
    assert joining.groups == (("a", "b"),)
    assert "weakest links are set aside" in joining.conflicts[0].detail


def test_equally_weak_links_give_way_together() -> None:
    assert join([same("a", "b", 0.5), same("b", "c", 0.5), different("a", "c")]).groups == ()


def test_a_link_beside_the_path_is_kept() -> None:
    assert join([same("a", "b", 0.5), same("b", "c", 0.6), same("b", "d", 0.1), different("a", "c")]).groups == (("b", "c", "d"),)


def test_a_persons_word_is_stronger_than_any_score() -> None:
    assert join([same("a", "b", 0.1, ADA), same("b", "c", 1.0), different("a", "c")]).groups == (("a", "b"),)


def test_a_program_does_not_split_what_people_joined() -> None:
    joining = join([same("a", "b", maker=ADA), different("a", "b", READER)])
    assert joining.groups == (("a", "b"),)
    assert "people joined them" in joining.conflicts[0].detail


def test_a_person_splits_what_a_person_joined() -> None:
    assert join([same("a", "b", maker=ADA), different("a", "b", ADA)]).groups == ()


def test_unsure_joins_nothing_and_parts_nothing() -> None:
    unsure = Judgement(left="a", right="b", verdict=Verdict.UNSURE, maker=ADA)
    assert join([unsure]) == Joining((), ())
    assert join([unsure, same("a", "b")]).groups == (("a", "b"),)


def test_the_stronger_of_two_judgements_on_a_pair_counts() -> None:
    twice = [same("a", "b", 0.2), same("a", "b", 0.8)]
    assert join([*twice, same("b", "c", 0.5), different("a", "c")]).groups == (("a", "b"),)


def test_a_contradiction_is_told_as_one_of_judgements_with_its_records() -> None:
    refused = same("a", "b", maker=READER), different("a", "b", maker=ADA)
    kept = same("c", "d", maker=ADA), different("c", "d", maker=READER)
    told = {conflict.about: conflict for conflict in join([*refused, *kept]).conflicts}
    assert {conflict.kind for conflict in told.values()} == {"judgement"}
    assert set(told["a"].records) == {record.id for record in refused}
    assert set(told["c"].records) == {kept[1].id}


def test_a_conflict_names_a_thousand_links_at_most_and_all_of_them_give_way() -> None:
    ladder = [same(f"left{step}", end, 0.5) for step in range(MOST_TOLD) for end in ("above", "below")]
    joining = join([*ladder, different("above", "below")])
    assert joining.groups == ()
    assert [len(conflict.records) for conflict in joining.conflicts] == [1 + MOST_TOLD]


@pytest.mark.slow
@pytest.mark.parametrize("near", [8, 16_000], ids=["in small groups", "in one large group"])
def test_many_thousand_judgements_are_joined_with_every_refusal_kept(near: int) -> None:
    dice = Random(7)

    def pair() -> tuple[str, str]:
        start = dice.randrange(16_000 // near) * near
        left, right = dice.sample(range(start, start + near), 2)
        return f"S{left}", f"S{right}"

    found = [same(*pair(), score=dice.random()) for _ in range(25_000)] + [different(*pair()) for _ in range(100)]
    joining = join(found)
    assert all(apart(joining, j.left, j.right) for j in found[-20:])
