"""Credit lines and notices of descent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimtrack
from claimtrack.articles.credits import ROWS
from claimtrack.articles.maker import VERSION
from claimtrack.words import in_small
from tests.articles.paper import LAST, LEAD, MORE, dropped, read

TITLE = "Brackwater Ferry to Be Repaired Before Winter"
OWN = "The Courier, May 4, 2031"


@pytest.mark.parametrize(
    ("notice", "source", "kind"),
    [
        ("This piece was originally published on the Tidewater Gazette.", "outlet:tidewater-gazette", "republication"),
        ("This piece was originally published on the author's blog, Quill's Letters.", "Quill's Letters", "republication"),
        ("Republished with permission from the Tidewater Gazette under a free licence.", "outlet:tidewater-gazette", "republication"),
        ("Translated from the Marshlandic by Ada Quill for Duin Weekblad.", "Duin Weekblad", "translation"),
        ("© 2031 The Associated Press. All rights reserved.", "Associated Press", "syndication"),
        ("Additional reporting by Reuters", "outlet:reuters", "citation"),
        ("AFP", "Agence France-Presse", "syndication"),
    ],
)
def test_a_notice_tells_the_origin(notice: str, source: str, kind: str) -> None:
    article = read(TITLE, LEAD, MORE, notice)
    assert [(item.source, str(item.kind), item.declared) for item in article.derivations] == [(source, kind, True)]
    assert notice in dropped(article).values()


def test_a_list_of_sources_cites_others_and_names_its_own_outlet() -> None:
    article = read(TITLE, LEAD, MORE, "Sources: The Courier with Tidewater Gazette (Tide), Reuters (London), and other media agencies")
    assert article.article.outlet == "outlet:brackwater-courier"
    assert article.article.notices[0].cites == ("outlet:reuters", "outlet:tidewater-gazette")
    assert {str(item.kind) for item in article.derivations} == {"citation"}


def test_an_agency_in_the_dateline_is_wire_copy() -> None:
    article = read(TITLE, "BRACKWATER, May 4 (Reuters) - " + LEAD, MORE)
    assert [(item.source, str(item.kind)) for item in article.derivations] == [("outlet:reuters", "syndication")]


def test_with_agencies_names_nobody() -> None:
    article = read(TITLE, LEAD, MORE, "(with agencies)")
    assert [(str(item.kind), item.cites) for item in article.article.notices] == [("agency", ())]
    assert article.derivations == ()


def test_an_outlets_own_name_is_no_foreign_source() -> None:
    assert read(TITLE, OWN, LEAD, MORE, "Sources: The Courier").derivations == ()


def test_notices_that_name_different_origins_are_flagged() -> None:
    first = "This article was originally published in the Tidewater Gazette."
    article = read(TITLE, OWN, LEAD, MORE, first, "The original source of this piece is The Courier")
    assert [item.source for item in article.derivations] == ["outlet:tidewater-gazette"]
    assert all("contradicts" in item.note for item in article.article.notices)


def test_a_photo_credit_is_no_credit_for_the_text() -> None:
    article = read(
        "Photo: Jon Doe via Flickr", TITLE, LEAD, "Picture: The mayor at the quay with two guests from the guild. (Reuters/Ada Quill)", MORE
    )
    assert {str(item.kind) for item in article.article.notices} == {"photo"}
    assert article.derivations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor told reporters that AA batteries and PA systems were bought by the agencies.",
        "Sources: there were many, and the guild would not say who had spoken to the council first, or why it mattered at all.",
        "The report was first published in a journal that nobody reads, and the council has never commented on it since.",
    ],
)
def test_a_sentence_of_the_article_is_no_credit(sentence: str) -> None:
    article = read(TITLE, LEAD, sentence, MORE, LAST)
    assert article.derivations == ()
    assert sentence not in dropped(article).values()


def test_the_maker_has_the_packages_version() -> None:
    assert claimtrack.__version__ == VERSION


WORDS = (
    *("Ada Quill ", "also ", "contributed ", "CONTRIBUTED ", "to ", "this ", "report", "The ", "story was first broken by "),
    *("first reported by ", "First Published By ", "Tarn Post", "was first to report ", "Copyright 2031 ", "All rights reserved. "),
    "This material may not be published",
)


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_no_line_is_passed_over_that_answers_to_a_row(line: str) -> None:
    assert all(row.may_fit(in_small(line)) for row in ROWS if row.pattern.match(line))


def test_rows_are_passed_over_for_lines_without_their_words() -> None:
    assert sum(row.may_fit("the bridge was closed on monday.") for row in ROWS) == len(ROWS) - 3
