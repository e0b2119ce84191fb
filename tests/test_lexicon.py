"""The packaged word lists hold what they say, and inflect as English does."""

import pytest

from claimtrack.errors import RecordError, UnknownNameError
from claimtrack.lexicon import inflections, lexicon, read


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("farce", "noun", {"farce", "farces"}),
        ("bully", "noun", {"bully", "bullies"}),
        ("clash", "noun", {"clash", "clashes"}),
        ("betray", "verb", {"betray", "betrays", "betrayed", "betraying"}),
        ("botch", "verb", {"botch", "botches", "botched", "botching"}),
        ("deceive", "verb", {"deceive", "deceives", "deceived", "deceiving"}),
        ("slam", "verb", {"slam", "slams", "slammed", "slamming"}),
        ("admit", "verb", {"admit", "admits", "admitted", "admitting"}),
        ("defy", "verb", {"defy", "defies", "defied", "defying"}),
        ("lie", "verb", {"lie", "lies", "lied", "lying"}),
        ("foresee", "verb", {"foresee", "foresees", "foresaw", "foreseen", "foreseeing"}),
        ("tear", "verb", {"tear", "tears", "tore", "torn", "tearing"}),
        ("ugly", "adjective", {"ugly", "uglier", "ugliest"}),
        ("sad", "adjective", {"sad", "sadder", "saddest"}),
        ("brave", "adjective", {"brave", "braver", "bravest"}),
        ("reckless", "adjective", {"reckless"}),
        ("responsible", "adjective", {"responsible"}),
        ("reckless", "adverb", {"reckless", "recklessly"}),
        ("terrible", "adverb", {"terrible", "terribly"}),
        ("tragic", "adverb", {"tragic", "tragically"}),
        ("shady", "adverb", {"shady", "shadily"}),
        ("dull", "adverb", {"dull", "dully"}),
    ],
)
def test_a_word_takes_the_forms_of_its_kind(word: str, form: str, expected: set[str]) -> None:
    assert inflections(word, [form]) == expected


def test_every_class_says_what_it_is_and_holds_something() -> None:
    shapes = {"year", "figure-digits", "dateline", "opening-mark"}
    for each in lexicon("framing").classes:
        assert each.about.endswith("."), each.name
        assert each.words or each.phrases or each.suffixes or each.name in shapes, each.name


def test_no_class_name_is_used_twice() -> None:
    names = [each.name for each in lexicon("framing").classes]
    assert len(names) == len(set(names))


def test_words_are_in_small_letters_and_phrases_have_no_empty_word() -> None:
    for each in lexicon("framing").classes:
        assert all(word == word.lower() for word in each.words), each.name
        assert all(phrase and all(phrase) for phrase in each.phrases), each.name


def test_weights_are_small_whole_numbers() -> None:
    for each in lexicon("framing").classes:
        assert isinstance(each.weight, int)
        assert -6 <= each.weight <= 6
        assert -6 <= each.anybody <= 6


def test_words_of_report_never_count_for_opinion_and_words_of_judgement_never_against() -> None:
    words = lexicon("framing")
    assert all(each.weight < 0 for each in words.family("narration"))
    assert all(each.weight > 0 for each in words.family("evaluation"))
    assert all(each.weight == 0 for family in ("hedges", "holders", "force") for each in words.family(family))


def test_a_class_is_found_by_name() -> None:
    assert "reckless" in lexicon("framing")["negative-adjective"].words


def test_an_unknown_class_is_refused_with_its_neighbours() -> None:
    with pytest.raises(UnknownNameError, match="negative-adjective"):
        lexicon("framing")["negative-adjectiv"]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(RecordError, match=r"\[shouting\] of loud"):
        read("loud", '[shouting]\nabout = "Loud."\nvolume = 11\n')


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(RecordError, match="no forms are called gerundive"):
        read("loud", '[shouting]\nabout = "Loud."\nforms = ["gerundive"]\nwords = "shout"\n')


def test_a_class_counts_for_anybody_what_it_counts_for_the_author_unless_it_says_otherwise() -> None:
    toml = '[a]\nabout = "A."\nweight = 3\n[b]\nabout = "B."\nweight = 3\nanybody = 1\n[c]\nabout = "C."\nweight = -2\n'
    same, other, against = read("letters", toml)
    assert (same.anybody, other.anybody, against.anybody) == (3, 1, 0)
