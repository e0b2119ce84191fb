"""Tests of cards and tables of outlets and speakers: facts, ratings and conduct kept apart, in every form, harmless."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import Citation, CitedFact, Ledger, Outlet, Rating, Record, Report, Speaker, track
from claimtrack.model import FactKind, SpeakerKind, StanceKind
from claimtrack.model.conduct import Interval, Measure
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports import card, card_markdown, card_table, sources_json, sources_markdown, sources_schema, sources_table
from claimtrack.reports.cards import told
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.reports.hostile import SOME, controls, printable
from tests.support.building import article, claim, rated, report, said

BRAND = said("S1", "person:brand")
GULL = Outlet(
    key="outlet:gull",
    name="The Grey Gull",
    aliases=["Gull"],
    domains=["gull.example"],
    facts=[
        CitedFact(
            about=FactKind.OWNER, value="gov:coast", cited=Citation(source="Coast Register", url="https://register.example/7", on="2024-03")
        )
    ],
)


def data(found: Report) -> Any:
    """The JSON of all outlets and speakers, checked against its schema."""
    told = json.loads(sources_json(outlet_conduct(found), speaker_conduct(found), found))
    jsonschema.Draft202012Validator(sources_schema()).validate(told)
    return told


def shown(key: str, *records: Record, width: int = 100, form: str = "table") -> str:
    """One card."""
    found = report(BRAND, *records, about=claim(label="C1"))
    one = card(key, outlet_conduct(found), speaker_conduct(found), found)
    return card_table(one, width) if form == "table" else card_markdown(one)


class TestCards:
    def test_a_fact_stands_with_its_citation_and_the_day(self) -> None:
        told = shown("outlet:gull", GULL)
        assert "owner: the Coast Office\n    Coast Register, 2024-03\n    https://register.example/7\n" in told

    def test_a_long_address_stays_on_one_line(self) -> None:
        address = "https://register.example/" + "-".join(["coast"] * 30)
        fact = CitedFact(about=FactKind.OWNER, value="nobody", cited=Citation(source="Coast Register", url=address))
        assert f"    {address}\n" in shown("outlet:gull", Outlet(key="outlet:gull", name="Gull", facts=[fact]), width=50)

    def test_ratings_stand_with_rater_scale_and_day_and_a_word_on_those_filled_in(self) -> None:
        mark = Rating(source="outlet:harbour", rater="the Lighthouse", scale="stars", value="4", on="2024-02", imputed=True)
        assert "the Lighthouse: 4 (stars, 2024-02, imputed)" in shown("outlet:harbour", mark)

    def test_raters_who_differ_are_all_listed_and_it_is_said_that_they_do(self) -> None:
        told = shown("outlet:harbour", rated("outlet:harbour", "B"), rated("outlet:harbour", "D", rater="the Lighthouse"))
        assert "Ratings by others (not agreed on the scale “admiralty”)" in told
        assert "the Reading Circle: B" in told
        assert "the Lighthouse: D" in told

    def test_raters_on_scales_of_their_own_do_not_differ(self) -> None:
        told = shown("outlet:harbour", rated("outlet:harbour", "B"), rated("outlet:harbour", "4", scale="stars"))
        assert "not agreed" not in told

    def test_a_rating_by_name_is_found(self) -> None:
        assert "the Reading Circle: B" in shown("outlet:harbour", rated("Harbour Post", "B"))

    def test_what_it_is_the_only_carrier_of_stands_in_full(self) -> None:
        assert "Carries alone\nC1  The dam leaks.\n" in shown("outlet:harbour")

    def test_a_speaker_has_posts_and_whom_it_speaks_for(self) -> None:
        told = shown("person:keeper")
        assert "person:keeper (person)\nspeaks for: the Dam Office\n" in told
        assert "Facts" not in told

    def test_a_group_tells_its_members(self) -> None:
        assert "consists of: the Coast Office, the Dam Office" in shown("group:offices")

    def test_an_outlet_that_is_only_cited_has_no_conduct_of_its_own_but_is_a_source(self) -> None:
        told = shown("outlet:wire", *said("S2", "outlet:wire"))
        assert "As a source in the 3 articles at hand" in told
        assert "Conduct in the" in told  # an article of it is at hand
        assert "Conduct in the" not in shown("outlet:gull", GULL, *said("S2", "outlet:gull"))

    def test_of_what_nothing_is_at_hand_that_is_said(self) -> None:
        assert "neither an article nor a statement of it is at hand" in shown("outlet:gull", GULL)

    @pytest.mark.parametrize("width", [10, 40, 60, 100, 300])
    def test_no_line_but_an_address_is_wider_than_the_window(self, width: int) -> None:
        told = shown("outlet:gull", GULL, *said("S2", "outlet:gull"), width=width)
        assert all(len(line) <= max(width, 40) for line in told.splitlines() if "https://" not in line)

    def test_markdown_has_the_same_sections(self) -> None:
        sections = [line for line in shown("outlet:harbour", form="markdown").splitlines() if line.startswith("## ")]
        assert sections == [
            *("## Facts", "## Ratings by others", "## Conduct in the 3 articles at hand"),
            *("## Carries alone", "## Shares origins with"),
        ]


class TestMeasures:
    @pytest.mark.parametrize(
        ("measure", "words"),
        [
            ({"found": ("a", "b")}, "2"),
            ({"found": ("a", "b"), "out_of": 7}, "2 of 7"),
            ({"found": (), "out_of": 0}, "none to count"),
            ({"found": (), "out_of": 0, "undecided": 2}, "none to count; 2 more could not be told"),
            ({"found": ("a",), "out_of": 3, "undecided": 1}, "1 of 3; 1 more could not be told"),
            ({"found": ("a",), "out_of": 10, "interval": Interval(0.0179, 0.4042)}, "1 of 10 (10 %; 95 % interval 2 to 40 %)"),
        ],
    )
    def test_a_count_stands_with_what_it_is_counted_out_of(self, measure: dict[str, Any], words: str) -> None:
        assert told(Measure(name="n", label="l", **measure)) == words


class TestTables:
    def test_outlets_without_an_article_are_told_apart(self) -> None:
        found = report(BRAND, GULL)
        text = sources_table(outlet_conduct(found), speaker_conduct(found), found)
        assert "No article at hand of The Grey Gull." in text

    def test_articles_of_unknown_outlets_are_told(self) -> None:
        found = report(article("a1", ""), BRAND)
        text = sources_table(outlet_conduct(found), speaker_conduct(found), found)
        assert "1 article of unknown outlets counts for none." in text

    def test_letters_are_those_given_best_and_worst(self) -> None:
        found = report(BRAND, rated("outlet:harbour", "D"), rated("outlet:harbour", "b", rater="the Lighthouse"))
        text = sources_table(outlet_conduct(found), speaker_conduct(found), found)
        assert re.search(r"^Harbour Post .* B-D$", text, re.MULTILINE)

    def test_only_some_speakers_are_shown_and_the_rest_are_counted(self) -> None:
        many = [record for number in range(25) for record in said(f"S{number:02}", f"speaker {number:02}")]
        found = report(many)
        assert "... and 5 more" in sources_table(outlet_conduct(found), speaker_conduct(found), found)
        assert len(data(found)["speakers"]) >= 25

    @pytest.mark.parametrize("width", [10, 40, 60, 96, 97, 200])
    def test_no_line_is_wider_than_the_window(self, width: int, seeds: Report) -> None:
        text = sources_table(outlet_conduct(seeds), speaker_conduct(seeds), seeds, width)
        assert max(map(len, text.splitlines())) <= max(width, 40)

    def test_nothing_has_an_empty_table(self) -> None:
        found = track(Ledger())
        assert sources_table((), (), found).startswith("Outlets\nnone\n")


class TestData:
    def test_the_schema_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(sources_schema())

    def test_outlets_and_speakers_of_the_seeds_keep_to_it(self, seeds: Report) -> None:
        sputnik = next(each for each in data(seeds)["outlets"] if each["id"] == "outlet:sputnik")
        alone = next(each for each in sputnik["conduct"] if each["name"] == "alone")
        assert (alone["count"], alone["out_of"], alone["found"], alone["share"]) == (
            2,
            7,
            ["claim:china-200m-yuan", "claim:uk-accuses-moscow-denies"],
            None,
        )

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(coherent_ledgers() | adversarial_ledgers())
    def test_every_ledger_keeps_to_it(self, ledger: Ledger) -> None:
        data(track(ledger))


@pytest.mark.parametrize("text", SOME)
def test_hostile_names_do_nothing(text: str) -> None:
    word = printable(text).strip() or "x"
    fact = CitedFact(about=FactKind.OWNER, value=word, cited=Citation(source=word, url=word))
    hostile = [
        Outlet(key="outlet:harbour", name=word, aliases=[word], facts=[fact], note=word),
        Speaker(key="person:brand", name=word, kind=SpeakerKind.PERSON, aliases=[word]),
        Rating(source="outlet:harbour", rater=word, scale=word, value=word, note=word),
    ]
    found = report(BRAND, said("S2", "person:oro", stance=StanceKind.DENIES), hostile, about=claim(label=word, wording=word))
    outlets, speakers = outlet_conduct(found), speaker_conduct(found)
    cards = [card(key, outlets, speakers, found) for key in ("outlet:harbour", "person:brand")]
    pages = [sources_markdown(outlets, speakers, found), *map(card_markdown, cards)]
    plain = [sources_table(outlets, speakers, found), *map(card_table, cards), sources_json(outlets, speakers, found)]
    assert not any(controls(page) for page in (*pages, *plain))
    for page in pages:
        assert "<" not in page
        assert {len(re.split(r"(?<!\\)\|", line)) for line in page.splitlines() if line.startswith("|")} <= {9, 11}
