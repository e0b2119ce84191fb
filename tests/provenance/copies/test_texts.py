"""Tests of texts as they are read."""

from claimtrack.articles import read_article
from claimtrack.model.values import Span
from claimtrack.provenance.copies import Reading, Text
from tests.provenance.copies.building import FIRE, reading, text


def test_every_word_has_its_place() -> None:
    found = reading("The wall fell.", "Nobody knew.")
    assert [found.text.text[start:end].lower() for start, end in zip(found.starts, found.ends, strict=True)] == found.words
    assert list(found.paragraph) == [0, 0, 0, 1, 1]
    assert found.span(1, 2) == Span(4, 13)


def test_blocks_say_what_is_compared() -> None:
    whole = text("a", "Subscribe now", FIRE[0])
    part = Text(key="a", text=whole.text, blocks=(Span(15, len(whole.text)),))
    assert Reading(part).words[:3] == ["a", "fire", "in"]
    assert Reading(part).starts[0] == 15


def test_an_article_that_was_read_becomes_a_text_of_its_body() -> None:
    data = "\n\n".join(["Chapel lost in fire", "By Ada Quill", *FIRE]).encode()
    (article,) = read_article(data, "fire.txt", [])
    found = Text.of(article, names=["Tarn Post"], links=["https://b.example", "https://a.example"])
    assert found.key == article.article.key
    assert [found.text[block.start : block.end] for block in found.paragraphs][-1] == FIRE[-1]
    assert found.links == ("https://a.example", "https://b.example")
    assert "tarn post" in found.called


def test_a_text_does_not_credit_itself() -> None:
    found = text("a", FIRE[0], outlet="outlet:post", names=("Tarn Post",), credits=("TARN POST", "Tidewire"))
    assert found.credited == {"tidewire"}


def test_names_within_sentences_and_numbers_mark_a_text() -> None:
    assert reading("Smoke rose over Tarn Quay in 1931. Nobody saw 7 boats.").marks == {"tarn", "quay", "1931"}


def test_sentences_that_are_mostly_quoted_tell_nothing_of_the_article() -> None:
    found = reading("“The old wall of the tannery fell on the best cart,” she said. The brigade came at dawn with ladders.")
    (told,) = found.sentences
    assert found.text.text[told.span.start : told.span.end].startswith("The brigade")
