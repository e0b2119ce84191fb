from __future__ import annotations

import pytest

from claimtrack.claims.comparisons import quoted
from claimtrack.claims.profiles import Profile, akin, kind_of_event, propositions
from claimtrack.model import Dating, Polarity
from claimtrack.model.terms import ClaimKind, Framing
from claimtrack.model.values import Period
from tests.claims.propositions import paired, said
from tests.support.building import article, claim, ledger
from tests.support.building import said as stated


def profile(text: str) -> Profile:
    return Profile(said(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The union has rejected an offer by Skerry Ferries on Friday", ("skerry", "ferries")),
        ("Mayor Quill's office met Norvale", ("mayor", "quill", "norvale")),
        ("Ministers met in Oskel", ("oskel",)),
        ("Dockers Reject Latest Harbour Pay Offer", ()),
        ("it will rain", ()),
        ("Skell Rovers beat Port Norvale in the Harbour Cup", ("skell", "rovers", "port", "norvale", "harbour", "cup")),
        ("Two of the Keepers’ boats sank", ("keepers",)),
    ],
)
def test_names_are_capitalised_words_that_no_sentence_or_calendar_capitalises(text: str, names: tuple[str, ...]) -> None:
    assert profile(text).names == names


@pytest.mark.parametrize(("one", "other"), [("pakistan", "pakistani"), ("china", "chinese"), ("iran", "iranian"), ("oskel", "oskel")])
def test_a_country_and_its_people_are_akin(one: str, other: str) -> None:
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(("one", "other"), [("iran", "iraq"), ("austria", "australia"), ("niger", "nigeria"), ("mali", "malta")])
def test_countries_that_begin_alike_are_not(one: str, other: str) -> None:
    assert not akin(one, other)


def test_words_phrases_and_forms_name_one_kind_of_event() -> None:
    assert profile("the firm sacked 40 pilots").events & profile("40 pilots were laid off").events == {"dismissal"}
    assert kind_of_event("opened fire") != kind_of_event("opened")
    assert kind_of_event("killing") == kind_of_event("were killed")
    assert kind_of_event("the regatta") == "regatta"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("a blaze gutted the barn", "the barn burnt down in a fire", "fire"),
        ("the bank lowered its rate", "a cut in the rate", "drop"),
        ("the minister stepped down", "her resignation", "resignation"),
        ("nurses walked out", "the strike of the nurses", "strike"),
        ("he was extradited", "the deportation of three men", "expulsion"),
        ("the firm went bust", "its insolvency", "bankruptcy"),
        ("the vote was put off", "a delay of the vote", "delay"),
        ("she beat the champion", "her victory", "victory"),
        ("the cup was awarded to her", "a prize for her", "prize"),
        ("a contagion", "an epidemic of fever", "outbreak"),
    ],
)
def test_verbs_and_nouns_of_all_fields_of_news_meet_in_one_kind(one: str, other: str, kind: str) -> None:
    assert kind in profile(other).events
    assert kind in profile(one).events


@pytest.mark.parametrize(("text", "kind"), [("far away", "price"), ("the mission", "disappearance"), ("the rest", "resumption")])
def test_a_word_with_the_stem_of_another_is_not_of_its_kind(text: str, kind: str) -> None:
    assert kind not in profile(text).events


def test_money_crowns_nobody() -> None:
    assert "inauguration" not in profile("the prize was 40 crowns").events
    assert "inauguration" in profile("Ida Quill was crowned in May").events


def test_quoted_words_are_known_again_from_six_on() -> None:
    one = profile("He called it “a very long and very wet night at sea” on Friday")
    assert one.utterances & profile("“It was a very long and very wet night at sea”, he said").utterances
    assert not one.utterances & profile("a very long and very wet night at sea").utterances
    assert not profile("“very wet night”").utterances


def test_what_is_quoted_on_both_sides_is_one_utterance_where_the_better_part_is_shared() -> None:
    flood = said("“On Friday the river flooded the old cherry mill in the town of Skell”", "1")
    sale = said("“A third of the old cherry mill in the town of Skell belongs to Rusk”", "2")
    part = said("He said “the river flooded the old cherry mill” again", "3")
    assert quoted(paired(flood, sale)) is None
    assert quoted(paired(flood, part)) == 1


def test_statements_and_claims_that_say_enough_are_propositions() -> None:
    told = ledger(
        stated("S1", "person:keeper", proposition="the dam will hold this winter", framing=Framing.COMMITMENT, polarity=Polarity.DENY),
        stated("S2", proposition="too short"),
        about=claim(wording="The dam at Brava leaks."),
    )
    found = {each.key: each for each in propositions(told.view)}
    assert set(found) == {"S1", "claim:dam-leaks"}
    assert found["S1"].denies
    assert found["S1"].kind is ClaimKind.COMMITMENT
    assert found["claim:dam-leaks"].article == ""


def test_an_articles_date_goes_with_its_statements() -> None:
    dated = article("a9", published=Dating(on="2031-05-03"))
    told = ledger(dated, stated("S1", article="a9", proposition="the dam will hold this winter"))
    assert [each.published for each in propositions(told.view) if each.key == "S1"] == [Period.parse("2031-05-03")]
