"""Tests of making words harmless for a terminal and for Markdown."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Article
from claimtrack.model import Anchor, Certainty, Framing, Statement, Voice
from claimtrack.reports.words import breadcrumbs, deep_link, escaped, harmless, marked, range_of
from tests.reports.hostile import HOSTILE, controls
from tests.support.building import report, said, support

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x1b\u202e\u200b<|`*[\n"))


def test_there_are_sixty_hostile_strings_and_more() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_string_keeps_a_control_direction_or_invisible_character(text: str) -> None:
    assert controls(harmless(text)) == set()
    assert "\n" not in harmless(text)


@given(TEXTS)
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize("text", ["می\u200cخواهم", "\U0001f469\u200d\U0001f692", "Émile Ngô", "ميناء", "plain"])
def test_the_joiners_that_scripts_need_and_all_letters_stay(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_marked_text_is_one_line_without_a_raw_bracket(text: str) -> None:
    found = marked(text)
    assert "<" not in found
    assert ">" not in found
    assert "\n" not in found
    assert controls(found) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("[a](b)", r"\[a\]\(b\)"),
        ("# one\n\n# two", r"\# one \# two"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("https://harbour.example", r"https\://harbour.example"),
        ("WWW.harbour.example", r"WWW\.harbour.example"),
        ("single-source", "single-source"),
        ("- item", r"\- item"),
        ("a--b", r"a\-\-b"),
        ("It is so: yes.", "It is so: yes."),
    ],
)
def test_what_means_something_in_markdown_is_escaped_and_no_more(text: str, found: str) -> None:
    assert marked(text) == found


@given(TEXTS)
def test_escaping_json_changes_no_value(text: str) -> None:
    spelled = escaped(json.dumps([text], ensure_ascii=False))
    assert json.loads(spelled) == [text]
    assert controls(spelled) == set()


def statement(fragment: str) -> Statement:
    """A statement with that fragment."""
    anchor = Anchor(start=0, end=9, fragment=fragment)
    return Statement(key="S1", article="a1", anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)


def test_a_deep_link_opens_the_page_at_the_words() -> None:
    article = Article(key="a1", url="https://harbour.example/dam#top")
    assert deep_link(statement("the%20dam"), article) == "https://harbour.example/dam#:~:text=the%20dam"
    assert deep_link(statement(""), article) == "https://harbour.example/dam#top"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "ftp://harbour.example",
        "https://harbour.example/\u202e",
        "https://harbour.example/a b",
        "https://h.example/<b>",
    ],
)
def test_an_address_that_a_browser_should_not_open_is_no_link(url: str) -> None:
    assert deep_link(statement("dam"), Article(key="a1", url=url)) == ""


@pytest.mark.parametrize("fragment", ["dam>", "dam\u202e", "dam\\)", 'dam"'])
def test_a_fragment_that_could_break_out_is_no_link(fragment: str) -> None:
    assert deep_link(statement(fragment), Article(key="a1", url="https://harbour.example")) == ""


def test_a_statement_of_an_unknown_article_has_no_link() -> None:
    assert deep_link(statement("dam"), None) == ""


def test_breadcrumbs_go_from_the_outlet_inwards_and_tell_doubt() -> None:
    found = report(said("S1", "outlet:wire", "person:brand", certainty=Certainty.LIKELY))
    assert breadcrumbs(found.view.statements["S1"], found.view) == "Harbour Post > Tidewire (likely) > Ilse Brand (likely)"


def test_bounds_are_one_number_or_two() -> None:
    assert range_of(support(said("S1", "person:brand"))) == "1"
    assert range_of(support(said("S1", "person:brand"), said("S2"))) == "1..2"
