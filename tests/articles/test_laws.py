"""What holds for every input: nothing lost, nothing twice, no traceback, quotations as they were."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.articles import read_article
from claimtrack.articles.markup import for_reading
from claimtrack.articles.quoting import quoted
from claimtrack.errors import InputError
from claimtrack.model.reading import ArticleText

PIECES: st.SearchStrategy[str] = st.sampled_from(
    (
        "By Ada Quill",
        "LONDON (Reuters) -",
        "Photo: X/AFP",
        "* A note",
        "“",
        "”",
        '"',
        "'",
        "’",
        "**",
        "#",
        "\n",
        "\n\n",
        "<u>",
        "</u>",
        '<a href="x">',
        "&nbsp;",
        "&#8217;",
        "\\*",
        "[a](http://b.example)",
        "Related articles",
        "Sources: A with B and Reuters",
        "May 3, 2031",
        "...",
        "said it.Then",
        "This article was originally published on X.",
        "The mayor said it was over.",
        "\u2028",
        "\xa0",
        "\x00",
        "\u202e",
        "©",
        "- item",
        "---",
        "<p>",
        "</p>",
        "<div>",
        "<h1>",
        '<script type=\'application/ld+json\'>{"@type":"NewsArticle"',
        "</script>",
        "<blockquote cite='https://x.example/z'>",
        "<!--",
        "-->",
    )
)
TEXTS: st.SearchStrategy[str] = st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map(
    "".join
)


def lawful(article: ArticleText, given_text: str) -> None:
    """Blocks and dropped stretches share out the text, and runs tell the truth."""
    at = 0
    for start, end in sorted([(part.start, part.end) for part in article.blocks] + [(part.start, part.end) for part in article.dropped]):
        assert at <= start < end
        assert not article.reading[at:start].strip()
        at = end
    assert not article.reading[at:].strip()
    assert len(article.reading) == len(article.text)
    assert all(article.text[run.start : run.end] == given_text[run.origin : run.origin + run.end - run.start] for run in article.runs)


@pytest.mark.parametrize("kind", ["text", "html"])
@given(text=TEXTS)
def test_every_letter_is_read_or_dropped_once(kind: str, text: str) -> None:
    if kind == "html":
        pytest.importorskip("trafilatura")
    with suppress(InputError):
        for article in read_article(text, "x", kind=kind):
            lawful(article, text)


@given(text=TEXTS)
def test_no_character_inside_quotation_marks_is_changed(text: str) -> None:
    reading = for_reading(text)
    if "<" not in text:
        assert all(reading[span.start : span.end] == text[span.start : span.end] for span in quoted(text))


@given(data=st.binary(max_size=200), kind=st.sampled_from(["text", "ninjs", None]))
def test_bytes_are_read_or_refused(data: bytes, kind: str | None) -> None:
    with suppress(InputError):
        read_article(data, "x", kind=kind)


def test_a_name_of_any_shape_makes_a_key() -> None:
    for name in ("", "/", "a b.txt", "https://x.example/" + "y" * 500, "\x00\ud800", "..", "ä ö"):
        assert read_article("The mayor said it was over.", name)[0].article.key.startswith("article:")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["word " * 4_000_000, '"' * 500_000, "By Ada Quill " * 100_000, "views and and " * 40, "a\n" * 50_000, "(http://a " * 50_000]
)
def test_long_and_hostile_texts_end(text: str) -> None:
    lawful(read_article(text, "x.txt")[0], text)
