"""Tests of what a report says of the day that it speaks of: in every form, harmless, and to the schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from claimtrack import Dating, Report, UnknownNameError, track
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports import (
    card,
    card_table,
    explain,
    explain_flag,
    find_claim,
    markdown,
    report_json,
    report_jsonl,
    report_schema,
    sources_json,
    sources_markdown,
    sources_schema,
    sources_table,
    table,
)
from claimtrack.reports.asof import MOST_NAMED
from tests.reports.hostile import HOSTILE, controls, printable
from tests.support.building import article, claim, ledger, said

DAY = "As of 2024 (until 2024-12-31)"


def then(day: str = "2024", *more: Any, keep: bool = False) -> Report:
    articles = [
        article("a1", published=Dating(on="2024-03-10")),
        article("a2", "outlet:valley", published=Dating(on="2025-04-02")),
        article("a4", published=Dating(on="2024/2025")),
        article("a3", "outlet:wire"),
    ]
    parts = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
    return track(ledger(*articles, *parts, *more, about=claim(label="C1")), as_of=day, keep_undated=keep)


def data(found: Report) -> Any:
    told = json.loads(report_json(found))
    jsonschema.Draft202012Validator(report_schema()).validate(told)
    return told


def test_the_table_says_first_what_day_it_speaks_of_and_what_is_left_out_and_why() -> None:
    told = table(then())
    assert told.startswith(f"{DAY}\n- left out, published later: 1 article (a2)\n")
    assert "- left out, published then or later, which the date leaves open: 1 article (a4)\n" in told
    assert "- left out, without a date: 1 article (a3)\n" in told
    assert "\n\n1 claim in 1 statement of 1 article from 1 outlet;" in told


def test_undated_articles_that_count_are_told_too() -> None:
    assert "- counted, though without a date: 1 article (a3)\n" in table(then(keep=True))


def test_of_a_day_the_end_is_not_told_twice() -> None:
    assert table(then("2024-03-10")).startswith("As of 2024-03-10\n")


def test_where_nobody_had_made_a_claim_the_table_says_so() -> None:
    assert table(then("2020")).endswith("No claim had been made by then here.\n")


def test_what_is_taken_out_is_told_after_the_day() -> None:
    both = track(ledger(said("S1", "person:brand"), article("a1", published=Dating(on="2024"))), as_of="2024", without=["Ilse Brand"])
    assert table(both).startswith("As of 2024")
    assert "\n\nWithout Ilse Brand\n" in table(both)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_of_the_head_is_wider_than_the_window(width: int) -> None:
    assert max(map(len, table(then("2019"), width).splitlines())) <= width


def test_of_many_articles_left_out_some_are_named_and_all_are_counted() -> None:
    many = [article(f"b{number:02}") for number in range(40)]
    assert "41 articles (a3, b00," in table(then("2024", many)).replace("\n", " ")
    assert " and 16 more)" in table(then("2024", many)).replace("\n", " ")


def test_markdown_and_json_and_each_line_of_json_lines_say_so() -> None:
    found = then()
    assert markdown(found).startswith(f"# Support report, a{DAY[1:]}\n")
    assert data(found)["as_of"] == {
        "day": "2024",
        "until": "2024-12-31",
        "later": ["a2"],
        "unsure": ["a4"],
        "undated": ["a3"],
        "undated_kept": False,
        "ratings": 0,
    }
    assert [json.loads(line)["as_of"] for line in report_jsonl(found).splitlines()] == ["2024"]


def test_one_claim_and_one_flag_in_full_say_so() -> None:
    found = then()
    (about,) = found.claims
    first = f"{DAY}: 3 articles left out.\n"
    assert explain(about, found).startswith(first)
    assert explain_flag(about, about.flags[0].name, found).startswith(first)


def test_a_claim_that_came_later_is_not_known_and_the_answer_names_the_day() -> None:
    later = claim("claim:late", "The dam was rebuilt.", label="C9"), said("S9", "person:oro", article="a2", of="claim:late")
    with pytest.raises(UnknownNameError, match="no claim as of 2024 called 'C9'"):
        find_claim(then("2024", later[0], *later[1]), "C9")


def test_outlets_and_cards_say_so() -> None:
    found = then()
    outlets, speakers = outlet_conduct(found), speaker_conduct(found)
    assert sources_table(outlets, speakers, found).startswith(f"{DAY}: 3 articles left out.\n")
    assert sources_markdown(outlets, speakers, found).startswith(f"# Outlets and speakers, a{DAY[1:]}\n")
    assert f"\n{DAY}: 3 articles left out.\n" in card_table(card("outlet:harbour", outlets, speakers, found))
    told = json.loads(sources_json(outlets, speakers, found))
    jsonschema.Draft202012Validator(sources_schema()).validate(told)
    assert told["as_of"]["later"] == ["a2"]


def test_a_report_on_everything_says_nothing_of_it() -> None:
    whole = track(ledger(said("S1", "person:brand")))
    outlets, speakers = outlet_conduct(whole), speaker_conduct(whole)
    assert "as_of" not in data(whole)
    for told in (table(whole), markdown(whole), explain(whole.claims[0], whole), sources_table(outlets, speakers, whole)):
        assert "As of" not in told


def test_appearances_stand_first_known_first() -> None:
    undated = said("S3", "person:oro", article="a3")
    told = explain(*(lambda found: (found.claims[0], found))(then("2026", undated, keep=True)), 200)
    section = told.partition("Appearances, first known first\n")[2].partition("\n\n")[0]
    assert section.splitlines() == [
        "  2024-03-10  Harbour Post (a1): supports, S1",
        "  2025-04-02  Valley Herald (a2): supports, S2",
        "  no date  Tidewire (a3): supports, S3",
    ]


def test_appearances_that_may_be_the_first_are_marked() -> None:
    vague = said("S4", "person:oro", article="a4")
    found = then("2026", vague)
    assert "(perhaps the first)" in explain(found.claims[0], found, 200)
    sure = then("2026")
    assert "(perhaps the first)" not in explain(sure.claims[0], sure, 200)


@pytest.mark.parametrize("words", [HOSTILE[start : start + MOST_NAMED] for start in range(0, len(HOSTILE), MOST_NAMED)])
def test_hostile_names_of_articles_left_out_do_nothing(words: tuple[str, ...]) -> None:
    named = [said(f"S9{number}", article=printable(text).strip() or "x") for number, text in enumerate(words[1:])]
    found = then("2024", *named)
    assert not any(controls(page) for page in (table(found), markdown(found), report_json(found), report_jsonl(found)))
    assert "<" not in markdown(found).partition("| claim")[0]
