"""Headline, deck, byline, dates and datelines, and what each is worth."""

import pytest

from claimtrack.model import Basis
from tests.articles.paper import LAST, LEAD, MORE, dropped, read, roles

TITLE = "Brackwater Ferry to Be Repaired Before Winter"


def test_a_plain_article_has_its_headline_and_its_body() -> None:
    article = read(TITLE, LEAD, MORE)
    assert [role for role, _ in roles(article)] == ["headline", "body", "body"]
    assert article.article.title == TITLE


def test_nothing_stated_leaves_outlet_date_and_authors_unknown() -> None:
    article = read(TITLE, LEAD, MORE).article
    assert (article.outlet, article.published, article.authors) == ("", None, ())


def test_a_crawlers_date_and_address_are_metadata() -> None:
    article = read(f" date 2031-05-04 https://www.brackwatercourier.example/20310504/ferry.html {TITLE}.", LEAD, MORE)
    assert article.article.outlet == "outlet:brackwater-courier"
    assert str(article.article.published.on if article.article.published else "") == "2031-05-04"
    assert roles(article)[0] == ("headline", TITLE[:24])
    assert "crawler's prefix" in dropped(article)


def test_a_headline_in_other_quotation_marks_is_a_duplicate() -> None:
    article = read("Ferry ‘Will Sail’ Again, Says Mayor of Brackwater", "Ferry 'Will Sail' Again, Says Mayor of Brackwater", LEAD)
    assert [role for role, _ in roles(article)] == ["headline", "body"]
    assert "duplicate headline" in dropped(article)


def test_a_deck_that_is_cut_off_ends_with_its_last_clause() -> None:
    article = read(
        TITLE, "The ferry was laid up in the spring after a collision with the quay, of which nobody... 04.05.2031, The Courier", LEAD, MORE
    )
    assert roles(article)[1] == ("deck", "The ferry was laid up in")
    assert article.article.outlet == "outlet:brackwater-courier"
    assert dropped(article)["cut off"].startswith("of which nobody...")


def test_byline_date_line_and_taxonomy_are_not_read() -> None:
    article = read(TITLE, "By Ada Quill and Jon de Vries", "The Courier, May 04, 2031", "Topics: Ferries, Harbour", LEAD, MORE)
    assert article.article.authors == ("Ada Quill", "Jon de Vries")
    assert {"byline", "date line", "taxonomy"} <= set(dropped(article))


@pytest.mark.parametrize("place", ["BRACKWATER, MARSHLAND – ", "BRACKWATER, May 4 (Reuters) - ", "Brackwater (AFP) — "])
def test_a_dateline_is_cut_off_and_kept(place: str) -> None:
    article = read(TITLE, place + LEAD, MORE)
    assert article.article.dateline.casefold().startswith("brackwater")
    assert roles(article)[1][1].startswith("The harbour council")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 4 May 2031 10:15 GMT", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
        ("23/05/2031", "2031-05-23"),
    ],
)
def test_a_date_line_is_stated(line: str, day: str) -> None:
    published = read(TITLE, line, LEAD, MORE).article.published
    assert published is not None
    assert (str(published.on), published.basis) == (day, Basis.STATED)


def test_a_date_that_could_be_two_days_is_none() -> None:
    assert read(TITLE, "Published: 03/04/2031", LEAD, MORE).article.published is None


def test_a_date_in_the_body_or_in_teasers_is_no_date_of_publication() -> None:
    teasers = ("Related articles", "Bridge Toll Delayed Once More", "May 9, 2031", LAST)
    assert read(TITLE, LEAD + " It began on 3 May 2029.", MORE, LAST, *teasers).article.published is None


def test_the_month_of_an_address_is_known_by_the_address() -> None:
    published = read("https://tidewater.example/2031/05/ferry", TITLE, LEAD, MORE).article.published
    assert published is not None
    assert (str(published.on), published.basis) == ("2031-05", Basis.URL)


def test_genre_comes_from_the_address_or_the_kicker_never_from_the_outlet() -> None:
    assert str(read("https://tidewater.example/opinion/ferry", TITLE, LEAD, MORE).article.genre) == "OpinionNewsArticle"
    assert str(read("Analysis", TITLE, LEAD, MORE).article.genre) == "AnalysisNewsArticle"
    assert str(read("The Courier, May 4, 2031", TITLE, LEAD, MORE).article.genre) == "Article"


def test_a_byline_with_a_biography_is_opinion() -> None:
    article = read(TITLE, "By Ada Quill", LEAD, MORE, "Ada Quill is a columnist who writes about ferries and the people who miss them.")
    assert str(article.article.genre) == "OpinionNewsArticle"
    assert "biography" in dropped(article)
