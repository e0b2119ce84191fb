"""Tests of what counts as quoted."""

from claimtrack.provenance.copies.quoted import within
from claimtrack.provenance.copies.texts import Reading
from tests.provenance.copies.building import FIRE, reading


def masked(found: Reading) -> list[str]:
    return [found.text.text[span.start : span.end] for span in found.quotation.masked]


def quoted_words(found: Reading) -> str:
    return " ".join(word for word, flag in zip(found.words, found.within, strict=True) if flag)


def test_a_quotation_of_five_words_is_left_out_and_a_word_in_marks_is_not() -> None:
    found = reading("The “old” wall, said Bram Oddly, “fell on my best cart” at noon.")
    assert masked(found) == ["“fell on my best cart”"]
    assert quoted_words(found) == "fell on my best cart"


def test_a_quotation_goes_on_over_paragraphs_that_each_open_with_a_mark() -> None:
    paragraphs = ("“The rope was dry and the wind was strong.", "“Nobody could have stopped it by then,” she said.", "It rained later.")
    assert quoted_words(reading(*paragraphs)).startswith("the rope was dry")
    assert quoted_words(reading(*paragraphs)).endswith("stopped it by then")


def test_single_marks_quote_in_the_british_way() -> None:
    assert quoted_words(reading("‘The rope was dry and the wind strong,’ said Ada Quill.")) == "the rope was dry and the wind strong"


def test_single_marks_over_paragraphs_quote_each_of_them() -> None:
    found = reading("‘The rope was dry.", "‘The wind was strong that night’, she said.", "It rained later.")
    assert quoted_words(found) == "the rope was dry the wind was strong that night"


def test_an_apostrophe_opens_no_quotation() -> None:
    assert masked(reading("'Tis the season when ropemakers' sons don't sleep.", "The wall fell.")) == []


def test_sentences_of_i_and_we_after_an_attribution_are_somebodys_own_words() -> None:
    found = reading("In a letter the owner wrote to the council.", "I moved the machines. We had no choice.", "The council met on Monday.")
    assert masked(found) == ["I moved the machines. We had no choice."]


def test_a_block_in_the_first_person_goes_on_until_somebody_else_speaks() -> None:
    block = ("I moved the machines. We had no choice.", "Our last rope was sold in May.")
    found = reading("This is what the owner said.", *block, "He said no more.")
    assert quoted_words(found).endswith("our last rope was sold in may")


def test_one_sentence_in_the_first_person_makes_no_block() -> None:
    assert masked(reading("The owner said little.", "I went to look. The wall was gone.")) == []


def test_a_column_in_the_first_person_is_its_authors_own() -> None:
    assert masked(reading("The market was full.", "I like plums. We all do.", "My aunt does not.")) == []


def test_what_a_colon_announces_is_passed_on_as_it_stands() -> None:
    found = reading("The council's statement reads:", "The wall will be taken down by Friday.", "Shops stay open.")
    assert masked(found) == ["The wall will be taken down by Friday."]


def test_the_country_is_no_pronoun() -> None:
    assert masked(reading("The envoy said so.", "US ships left. US planes stayed.")) == []


def test_paragraphs_without_marks_are_all_the_articles_own() -> None:
    found = reading(*FIRE)
    assert found.quotation.masked == ()
    assert set(found.within) == {0}
    assert within(found.paragraphs[0], found.quotation.masked) == 0
