"""Tests of the way back from a clean text into its file, by line and column."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.articles import Places, read_article
from claimtrack.errors import Place
from tests.articles.paper import LAST, LEAD, MORE

PAGE = f"""<!doctype html>
<html lang="en"><head><title>Ferry to be repaired</title></head>
<body><article>
<h1>Ferry to be repaired</h1>
<p>{LEAD}</p>

<p>Fishermen were &ldquo;less sure&rdquo;. {MORE}</p>
<p>{LAST}</p>
</article></body></html>
"""


def place(data: str | bytes, name: str, words: str, length: int | None = None) -> Place:
    """Where words of the clean text stand in the file."""
    (article,) = read_article(data, name)
    start = article.text.index(words)
    return Places(article, data, name).of(start, start + (length or len(words)))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_in_plain_text_lines_and_columns_are_those_of_the_file(end: str, name: str) -> None:
    text = f"Ferry{end}{end}{LEAD}{end}{end}{MORE}"
    assert place(text.encode(), name, "The harbour") == Place(name, 3, 1)
    assert place(text.encode(), name, "Their guild") == Place(name, 5, MORE.index("Their guild") + 1)


def test_a_mark_at_the_start_of_a_file_is_no_column() -> None:
    assert place("\ufeff" + LEAD, "a.txt", "The harbour").column == 1


def test_a_column_counts_code_points() -> None:
    assert place(f"𝔉erry ö: {LEAD}", "a.txt", "The harbour").column == len("𝔉erry ö: ") + 1


def test_in_a_page_it_is_the_place_in_the_markup() -> None:
    pytest.importorskip("trafilatura")
    lines = PAGE.split("\n")
    assert place(PAGE, "a.html", "Their guild") == Place("a.html", 7, lines[6].index("Their guild") + 1)
    assert place(PAGE, "a.html", "The bridge commission meets") == Place("a.html", 8, 4)


def test_what_starts_with_an_entity_is_found_at_its_first_letter() -> None:
    pytest.importorskip("trafilatura")
    found = place(PAGE, "a.html", "“less sure”")
    assert (found.line, found.column) == (7, PAGE.split("\n")[6].index("less sure") + 1)


def test_of_what_has_no_way_back_the_file_alone_is_told() -> None:
    item = json.dumps({"headline": "Ferry", "body_text": LEAD})
    (article,) = read_article(item, "a.ninjs")
    assert Places(article, item, "a.ninjs").of(0, 5) == Place("a.ninjs", 0)


@given(st.lists(st.sampled_from(["Ferry", LEAD, MORE, "", "ö"]), min_size=1, max_size=6).filter(any), st.data())
def test_the_letter_at_the_place_is_the_letter_of_the_text(parts: list[str], data: st.DataObject) -> None:
    text = "\n".join(parts)
    (article,) = read_article(text, "a.txt")
    start = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != "\n"]))
    found = Places(article, text, "a.txt").of(start, start + 1)
    assert text.split("\n")[found.line - 1][found.column - 1] == text[start]
