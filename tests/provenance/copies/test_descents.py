"""Tests of the derivations that are told of a set of texts."""

from collections.abc import Sequence
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Derivation, DerivationKind, Judgement, Ledger, Maker, Verdict
from claimtrack.model.values import Span, period
from claimtrack.provenance.copies import MAKER, Relation, Text, descents, explained, pairs
from tests.provenance.copies.building import FIRE, MARKET, QUOTE, prose, story, text
from tests.provenance.copies.test_rewrites import RETOLD

ADA = Maker(name="Ada Quill")
WIRE = text("wire", *FIRE, outlet="outlet:wire", published="2031-03-04")
PRINT = text("print", *FIRE[:3], outlet="outlet:print", published="2031-03-05")
LATE = text("late", *FIRE[1:], outlet="outlet:late", published="2031-03-06")


def told(*texts: Text, judgements: Sequence[Judgement] = ()) -> list[tuple[str, str, DerivationKind, bool]]:
    return [(each.derived, each.source, each.kind, each.proposed) for each in descents(texts, judgements)]


def test_a_copy_is_derived_from_what_came_first() -> None:
    (found,) = descents([PRINT, WIRE])
    assert (found.derived, found.source, found.kind) == ("print", "wire", DerivationKind.COPY)
    assert (found.proposed, found.declared, found.cited, found.maker) == (False, False, None, MAKER)
    assert "words are identical outside quotation marks" in found.note
    assert "print was published 1 day later" in found.note


def test_two_copies_of_one_source_are_not_told_as_copies_of_each_other() -> None:
    assert {(derived, source) for derived, source, _, _ in told(WIRE, PRINT, LATE)} == {("print", "wire"), ("late", "wire")}


def test_a_credit_is_declared_and_cited() -> None:
    (found,) = descents([WIRE, attrs.evolve(PRINT, credits=("outlet:wire",))])
    assert found.declared
    assert found.cited is not None


def test_common_wire_is_derived_from_whom_both_credit() -> None:
    both = [attrs.evolve(each, credits=("Tidewire",)) for each in (PRINT, LATE)]
    found = descents(both)
    assert {(each.derived, each.source, each.kind, each.declared) for each in found} == {
        ("print", "Tidewire", DerivationKind.SYNDICATION, True),
        ("late", "Tidewire", DerivationKind.SYNDICATION, True),
    }


def test_common_wire_of_many_texts_is_told_once_a_text() -> None:
    many = [attrs.evolve(each, credits=("Tidewire",)) for each in (WIRE, PRINT, LATE, text("more", *FIRE, outlet="outlet:more"))]
    found = sorted((each.derived, each.source) for each in descents(many))
    assert found == [(key, "Tidewire") for key in ("late", "more", "print", "wire")]


def test_texts_of_one_outlet_give_no_derivation() -> None:
    again = attrs.evolve(PRINT, outlet="outlet:wire")
    assert told(WIRE, again) == []
    (pair,) = pairs([WIRE, again])
    assert "one carrier and do not corroborate each other" in explained(pair)


def test_versions_of_one_address_without_an_outlet_are_derived() -> None:
    versions = [attrs.evolve(each, outlet="", url="https://tarn.example/fire") for each in (WIRE, PRINT)]
    assert told(*versions) == [("print", "wire", DerivationKind.COPY, False)]


def test_a_rewrite_is_proposed() -> None:
    assert told(WIRE, text("retold", *RETOLD, published="2031-03-05")) == [("retold", "wire", DerivationKind.REWRITE, True)]


def test_what_a_person_judged_different_is_left_out_and_a_programs_word_is_not_asked() -> None:
    apart = Judgement(left="wire", right="print", verdict=Verdict.DIFFERENT, maker=ADA)
    assert told(WIRE, PRINT, judgements=[apart]) == []
    assert told(WIRE, PRINT, judgements=[attrs.evolve(apart, maker=MAKER)]) != []


def test_statements_whose_quotations_differ_are_named() -> None:
    drifted = attrs.evolve(PRINT, text="\n\n".join([*FIRE, QUOTE.replace("paper hat", "straw hat")]))
    seen: list[tuple[str, str]] = []

    def statements(article: str, quotation: Span) -> list[str]:
        seen.append((article, drifted.text[quotation.start : quotation.end]))
        return ["S7"]

    (found,) = descents([attrs.evolve(WIRE, text="\n\n".join([*FIRE, QUOTE])), drifted], statements=statements)
    assert found.altered == ("S7",)
    assert "[-paper-] {+straw+}" in found.note
    assert seen == [("print", QUOTE.replace("paper hat", "straw hat")[1 : QUOTE.index("”")])]


def test_two_texts_of_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="'wire'"):
        pairs([WIRE, WIRE])


def test_the_records_make_a_ledger() -> None:
    assert len(Ledger(descents([WIRE, PRINT, LATE]))) == 2


TEXTS = st.lists(st.sampled_from([*FIRE, *MARKET, QUOTE]), min_size=1, max_size=5, unique=True)
SETS = st.lists(st.tuples(TEXTS, st.sampled_from(["", "outlet:a", "outlet:b"])), min_size=2, max_size=5)


def made(drawn: Sequence[tuple[Sequence[str], str]]) -> list[Text]:
    return [text(f"t{number}", *paragraphs, outlet=outlet) for number, (paragraphs, outlet) in enumerate(drawn)]


@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_makes_no_difference(drawn: list[tuple[list[str], str]], random: Random) -> None:
    texts = made(drawn)
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert descents(texts) == descents(shuffled)
    assert pairs(texts) == pairs(shuffled)


@given(SETS, prose("q"))
def test_a_text_that_shares_no_word_changes_nothing_about_the_others(drawn: list[tuple[list[str], str]], stranger: str) -> None:
    texts = made(drawn)
    assert pairs([*texts, text("stranger", stranger)]) == pairs(texts)


@given(story(), prose("q"), st.integers(1, 28))
def test_a_copy_finds_its_original(original: str, other: str, day: int) -> None:
    first = text("first", original, published="2031-03-01")
    copy = attrs.evolve(first, key="copy", published=period(f"2031-04-{day:02}"))
    (found,) = pairs([copy, text("other", other), first])
    assert (found.source, found.derived, found.relation) == ("first", "copy", Relation.COPY)


def test_derivations_are_sorted_and_repeated_calls_give_the_same() -> None:
    found: tuple[Derivation, ...] = descents([LATE, WIRE, PRINT])
    assert list(found) == sorted(found)
    assert found == descents([WIRE, PRINT, LATE])


def test_every_text_that_descends_keeps_a_source() -> None:
    circle = [attrs.evolve(WIRE, key=key, outlet=f"outlet:{key}", credits=(f"outlet:{of}",)) for key, of in ("ab", "bc", "ca", "da")]
    derived = {each.derived for each in descents([*circle, attrs.evolve(LATE, credits=("outlet:a", "outlet:b"))])}
    assert {"late", "a", "b", "c", "d"} - derived <= {"a", "b", "c"}
    assert "late" in derived
