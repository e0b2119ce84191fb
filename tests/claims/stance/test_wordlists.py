from __future__ import annotations

from claimtrack.claims.stance.wordlists import opposites, phrase_at
from claimtrack.lexicon import lexicon
from claimtrack.words import stem


def test_opposites_exclude_each_other_from_both_sides() -> None:
    for each, rows in opposites().items():
        for beside, against in rows:
            assert each in beside
            assert all(any(each in back for _, back in opposites()[other]) for other in against)


def test_no_word_is_its_own_opposite() -> None:
    assert not any(each in against for each, rows in opposites().items() for _, against in rows)


def test_every_row_of_opposites_has_two_sides() -> None:
    for row in lexicon("stance")["opposites"].phrases:
        assert row.count("/") == 1
        assert 0 < row.index("/") < len(row) - 1


def test_the_longest_phrase_at_a_place_is_taken() -> None:
    assert phrase_at("false", ["it", "is", "not", "true"], 2) == 2
    assert phrase_at("false", ["it", "is", "false"], 2) == 1
    assert phrase_at("false", ["it", "is", "true"], 2) == 0


def test_every_class_says_what_it_is_and_holds_something() -> None:
    for folder in ("stance", "figures"):
        for each in lexicon(folder).classes:
            assert each.about.endswith("."), each.name
            assert each.words or each.phrases, each.name
            assert all(word == word.lower() for word in each.words), each.name


def test_rise_and_fall_are_opposites_in_all_their_forms() -> None:
    ((_, against),) = opposites()[stem("rose")]
    assert stem("falling") in against
