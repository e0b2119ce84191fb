"""Tests of what is kept of compared pairs, and of the derivations that come of it family by family."""

import json

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.provenance.copies import Descent, Finder, Text, compare_texts, descents, kin, settle, traces
from claimtrack.provenance.copies.comparing import Comparing, batches, by_family
from claimtrack.provenance.copies.families import families
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, text
from tests.provenance.copies.test_rewrites import RETOLD

PARAGRAPHS = st.lists(st.sampled_from([*FIRE, *MARKET, *RETOLD, QUOTE]), min_size=1, max_size=5, unique=True)
FIELDS = st.tuples(
    st.sampled_from(["", "outlet:a", "outlet:b"]), st.sampled_from([(), ("Tidewire",)]), st.sampled_from(["2031-03-04", "2031-03-06"])
)
Drawn = list[tuple[list[str], tuple[str, tuple[str, ...], str]]]
SETS = st.lists(st.tuples(PARAGRAPHS, FIELDS), min_size=2, max_size=6)


def made(drawn: Drawn) -> dict[str, Text]:
    texts = (text(f"t{n}", *told, outlet=outlet, credits=named, published=day) for n, (told, (outlet, named, day)) in enumerate(drawn))
    return {each.key: each for each in texts}


def found(texts: dict[str, Text]) -> tuple[Finder, list[Descent]]:
    finder = Finder()
    changes = finder.update({key: traces(each) for key, each in texts.items()})
    return finder, [told for pair in compare_texts(texts.__getitem__, changes.compare, finder.common) if (told := Descent.of(pair))]


@given(SETS)
def test_families_settled_one_by_one_give_what_all_give_at_once(drawn: Drawn) -> None:
    texts = made(drawn)
    finder, told = found(texts)
    ages = {key: finder.traces(key).age for key in texts}
    families = kin(told)
    parts = [settle([each for each in told if families[each.source] == family], ages) for family in set(families.values())]
    assert sorted(record for part in parts for record in part) == list(descents(texts.values()))
    assert descents(texts) == descents(texts.values())


@given(SETS)
def test_what_is_kept_of_a_pair_comes_back_from_plain_values(drawn: Drawn) -> None:
    _, told = found(made(drawn))
    assert [Descent.from_row(json.loads(json.dumps(each.to_row()))) for each in told] == told


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_a_family_goes_by_its_least_member_in_whatever_order_pairs_come(pairs: list[tuple[int, int]]) -> None:
    found = families(pairs)
    assert found == families(pairs[::-1])
    assert all(found[left] == found[right] <= min(left, right) for left, right in pairs)
    assert all(found[each] == each for each in found.values())


def test_pairs_of_one_family_stand_together_and_come_in_batches() -> None:
    couples = [("a", "c"), ("b", "d"), ("c", "e"), ("d", "f")]
    assert by_family(couples) == [("a", "c"), ("c", "e"), ("b", "d"), ("d", "f")]
    assert list(batches(couples, 3)) == [(("a", "c"), ("c", "e"), ("b", "d")), (("d", "f"),)]


def test_batches_compared_apart_give_what_all_give_at_once() -> None:
    texts = {key: text(key, *FIRE[:3], MARKET[number]) for number, key in enumerate("abc")}
    couples = [("a", "b"), ("a", "c"), ("b", "c")]
    compare = Comparing(texts.__getitem__)
    apart = [pair for batch in batches(couples, 1) for pair in compare(batch)]
    assert apart == list(compare_texts(texts.__getitem__, couples)) == list(compare(couples))


def test_each_text_is_got_once_where_few_families_are_open_at_a_time() -> None:
    texts = {f"{family}{number}": text(f"{family}{number}", *FIRE) for family in "abcdef" for number in range(4)}
    asked: list[str] = []

    def fetch(key: str) -> Text:
        asked.append(key)
        return texts[key]

    couples = [(left, right) for left in texts for right in texts if left < right and left[0] == right[0]]
    assert len(list(compare_texts(fetch, couples[::-1], held=4))) == len(couples)
    assert sorted(asked) == sorted(texts)
