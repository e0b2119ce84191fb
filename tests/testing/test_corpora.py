"""Synthetic corpora: the same from the same seed, made as asked for, and true to what they say of themselves."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from itertools import islice, pairwise

import pytest

from claimtrack.files import Raw
from claimtrack.intake import read
from claimtrack.testing import Corpus, Planted, PlantedClaim, Truth, aligned, corpus
from claimtrack.testing.corpora.truth import independent, unified
from claimtrack.testing.corpora.vocabulary import SLOT, topics, words

DIGEST = "b7e8687c9f9c32bb"
"""Of forty articles; another one is due when words or wordings change."""


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(120, seed=3)


@pytest.fixture(scope="module")
def texts(made: Corpus) -> dict[str, str]:
    return {f"article:{name.removesuffix('.txt')}": text for name, text in made.articles}


@pytest.fixture(scope="module")
def truth(made: Corpus) -> Truth:
    return made.truth


def digest(made: Corpus) -> str:
    return sha256("".join(name + text for name, text in made.articles).encode()).hexdigest()


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    assert digest(corpus(40, seed=7))[:16] == DIGEST


def test_another_seed_gives_other_articles() -> None:
    assert digest(corpus(10, seed=1)) != digest(corpus(10, seed=2))


def test_articles_are_made_as_they_are_asked_for() -> None:
    many = corpus(2_000)
    assert len(list(islice(many.articles, 3))) == 3


def test_there_are_as_many_articles_as_asked_for_each_with_a_name_of_its_own(made: Corpus, texts: dict[str, str]) -> None:
    assert len(texts) == made.size == 120


def test_fewer_than_one_article_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 article or more, found 0"):
        corpus(0)


def test_every_planted_statement_stands_in_its_text_and_is_no_part_of_another(texts: dict[str, str], truth: Truth) -> None:
    for each in truth.statements:
        said = texts[each.article][each.start : each.end]
        assert said
        assert said == said.strip(" .,“”\n")
    places = sorted((each.article, each.start, each.end) for each in truth.statements)
    assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(places))


def test_what_fills_a_claim_stands_in_each_of_its_statements(texts: dict[str, str], truth: Truth) -> None:
    """Numbers are never put in other words, so those of a claim's wording stand wherever it is made."""
    wording = {claim.key: claim.wording for claim in truth.claims}
    for each in truth.statements:
        numbers = Counter(word for word in wording[each.claim].split() if word.replace(",", "").isdigit())
        said = texts[each.article][each.start : each.end]
        assert all(number in said for number in numbers if int(number.replace(",", "")) > 31)


def test_every_claim_has_a_statement_and_every_statement_a_claim(truth: Truth) -> None:
    assert {claim.key for claim in truth.claims} == {statement.claim for statement in truth.statements}
    assert len({claim.key for claim in truth.claims}) == len(truth.claims)


def test_the_number_of_origins_is_that_of_disjoint_actors(truth: Truth) -> None:
    for claim in truth.claims:
        rests = {each.rests for each in truth.statements if each.claim == claim.key and not each.denies}
        assert claim.origins == independent(rests)


def test_no_two_claims_of_a_story_are_in_the_same_words() -> None:
    for each in corpus(400, seed=0).stories:
        claims = each.truth.claims
        assert len({claim.wording for claim in claims}) == len(claims)
        assert {claim.key for claim in claims} == {statement.claim for statement in each.truth.statements}


def test_claims_in_the_same_words_are_one_with_the_origins_of_both() -> None:
    claims = [PlantedClaim("1", "the mill burned", 1), PlantedClaim("2", "the mill burned", 1), PlantedClaim("3", "the inn burned", 0, "2")]
    said = [Planted(f"article:{key}", 0, 9, key, rests=frozenset({key})) for key in "12"]
    told = unified(Truth(tuple(said), (), tuple(claims)))
    assert [(each.key, each.origins, each.near) for each in told.claims] == [("1", 2, ""), ("3", 0, "1")]
    assert [each.claim for each in told.statements] == ["1", "1"]


def test_sets_of_actors_that_overlap_are_one_origin_at_a_time() -> None:
    state, envoy, both, other = (frozenset(actors) for actors in ({"state"}, {"envoy"}, {"state", "envoy"}, {"other"}))
    assert independent([both]) == 1
    assert independent([both, state]) == 1
    assert independent([state, envoy, both]) == 2
    assert independent([both, other]) == 2
    assert independent([]) == 0


def test_copies_are_published_no_earlier_than_their_sources(truth: Truth) -> None:
    assert truth.copies
    for copy in truth.copies:
        assert copy.source.split("-")[-2] <= copy.derived.split("-")[-2]


def test_sources_are_no_copies_themselves(truth: Truth) -> None:
    assert {copy.source for copy in truth.copies}.isdisjoint(copy.derived for copy in truth.copies)


def test_copies_that_say_so_are_told_apart(texts: dict[str, str], truth: Truth) -> None:
    says_so = {copy.derived for copy in truth.copies if copy.declared}
    shown = {key for key, text in texts.items() if "ublished by " in text or "Republished from" in text}
    assert says_so == shown


def test_the_corpus_has_near_misses_denials_reprints_and_excerpts(truth: Truth) -> None:
    assert any(claim.near for claim in truth.claims)
    assert any(statement.denies for statement in truth.statements)
    assert {(copy.declared, copy.whole) for copy in truth.copies} == {(True, True), (False, True), (False, False)}


def test_all_wordings_of_a_claim_name_its_figure_its_things_and_its_days() -> None:
    for row in (row for rows in topics().values() for row in rows):
        for slot in {"n", "item", "thing", "day", "goods", "cause", "person"} & set(row.slots):
            assert all(slot in SLOT.findall(wording) for wording in row.wordings), row.wordings


def test_no_word_is_listed_twice() -> None:
    for name in ("kinds", "places", "goods", "faults", "states", "bodies", "firms", "posts", "standing"):
        assert len(set(words(name))) == len(words(name)), name


def test_our_reader_finds_nearly_all_that_is_planted(made: Corpus, truth: Truth) -> None:
    told, faults = read([Raw(name, text.encode()) for name, text in islice(made.articles, 60)], made.case)
    known = set(told.view.articles)
    planted = [each for each in truth.statements if each.article in known]
    assert not faults
    assert len(aligned(told.view.statements.values(), planted)) >= 0.98 * len(planted)
