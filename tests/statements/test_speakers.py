"""Mentions of sources are resolved to speakers: by name, by what they are called later, by place, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Ledger, Outlet, Span, Speaker, View
from claimtrack.model.terms import Certainty, SpeakerKind
from claimtrack.statements.mentions import slug
from claimtrack.statements.speakers import Known, Speakers

ADA = Speaker(key="person:ada", name="Ada Quill", kind=SpeakerKind.PERSON, aliases=("Iron Ada", "Transport Minister Ada Quill"))
GAZETTE = Outlet(key="outlet:gazette", name="Harbour Gazette", aliases=("HG",))
CERTAIN, LIKELY, UNRESOLVED = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNRESOLVED

WORDS = ["The", "Ada", "Quill", "Oslo", "of", "van", ",", "who", "she", "'s", "report", "Dr.", "officials", "\n"]
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1) | st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)
"""Texts of any characters but those that reading blanks, and texts of words that resolving knows."""


def resolve(text: str, *mentions: str, view: View | None = None) -> list[Known]:
    """Whom the mentions of a text stand for; each is looked for after the one before."""
    speakers = Speakers(text, view)
    speakers.look_around()
    spans, place = [], 0
    for mention in mentions:
        place = text.index(mention, place)
        spans.append(Span(place, place + len(mention)))
        place += len(mention)
    speakers.learn(spans)
    links = [speakers.resolve(span) for span in spans]
    return [Known(known.key, known.name, known.kind, link.certainty) for link in links for known in [speakers.found[link.holders[0]]]]


def keys(text: str, *mentions: str, view: View | None = None) -> list[tuple[str, Certainty]]:
    return [(known.key, known.certainty) for known in resolve(text, *mentions, view=view)]


@pytest.mark.parametrize(
    ("mention", "key", "kind"),
    [
        ("Ada Quill", "person:ada-quill", SpeakerKind.PERSON),
        ("Minister Ada Quill", "person:ada-quill", SpeakerKind.PERSON),
        ("British Prime Minister Tom Ash", "person:tom-ash", SpeakerKind.PERSON),
        ("Norway's prime minister, Kari Holm", "person:kari-holm", SpeakerKind.PERSON),
        ("the mayor of Paris, Lea Roux", "person:lea-roux", SpeakerKind.PERSON),
        ("the opposition leader Bram Oddly", "person:bram-oddly", SpeakerKind.PERSON),
        ("Dr. Lena van Moor", "person:lena-van-moor", SpeakerKind.PERSON),
        ("Anna Müller", "person:anna-muller", SpeakerKind.PERSON),
        ("Quill's", "person:quill", SpeakerKind.PERSON),
        ("The Harbour Union", "org:harbour-union", SpeakerKind.ORGANIZATION),
        ("the Foreign Ministry", "org:foreign-ministry", SpeakerKind.ORGANIZATION),
        ("NFA", "org:nfa", SpeakerKind.ORGANIZATION),
        ("The European Union", "gov:european-union", SpeakerKind.ORGANIZATION),
        ("the UN", "gov:united-nations", SpeakerKind.ORGANIZATION),
        ("The Harbour Gazette", "outlet:harbour-gazette", SpeakerKind.OUTLET),
        ("Washington Post", "outlet:washington-post", SpeakerKind.OUTLET),
        ("A Harbour Board survey", "doc:harbour-board-survey", SpeakerKind.DOCUMENT),
        ("an inspection report", "doc:inspection-report", SpeakerKind.DOCUMENT),
        ("Two fishers", "group:two-fishers", SpeakerKind.GROUP),
        ("Residents", "anon:residents", SpeakerKind.ANONYMOUS),
        ("Officials", "anon:officials", SpeakerKind.ANONYMOUS),
        ("A person familiar with the talks", "anon:a-person-familiar-with-the-talks", SpeakerKind.ANONYMOUS),
    ],
)
def test_a_mention_tells_who_and_of_what_kind(mention: str, key: str, kind: SpeakerKind) -> None:
    (known,) = resolve(f"{mention} said so.", mention)
    assert (known.key, known.kind, known.certainty) == (key, kind, CERTAIN)


@pytest.mark.parametrize("mention", ["Oslo", "Norway", "Norwegian officials", "The Norwegian government"])
def test_a_state_speaks_by_its_name_capital_and_demonym(mention: str) -> None:
    assert resolve(f"{mention} denied it.", mention) == [Known("gov:norway", "Norway", SpeakerKind.GOVERNMENT, CERTAIN)]


@pytest.mark.parametrize("mention", ["Oslo residents", "Witnesses in Oslo", "Critics in Norway"])
def test_people_of_a_place_do_not_speak_for_its_state(mention: str) -> None:
    (known,) = resolve(f"{mention} denied it.", mention)
    assert known.kind is SpeakerKind.ANONYMOUS


def test_a_last_name_finds_its_full_name_before_and_after() -> None:
    text = "Quill spoke first. Ada Quill spoke again. Quill went."
    assert keys(text, "Quill", "Ada Quill", "Quill") == [("person:ada-quill", CERTAIN)] * 3


def test_two_of_one_last_name_stay_two_and_the_bare_name_is_the_nearer() -> None:
    text = "Ada Quill spoke. Tom Quill objected. Quill went."
    assert keys(text, "Ada Quill", "Tom Quill", "Quill") == [
        ("person:ada-quill", CERTAIN),
        ("person:tom-quill", CERTAIN),
        ("person:tom-quill", LIKELY),
    ]


def test_an_acronym_is_the_body_that_introduced_it_and_its_alias() -> None:
    text = "The Tarn Keepers Front (TKF) spoke. The Keepers left. TKF stayed."
    assert keys(text, "The Tarn Keepers Front", "TKF stayed"[:3]) == [("org:tarn-keepers-front", CERTAIN)] * 2
    speakers = Speakers(text)
    speakers.resolve(Span(0, 22))
    assert [(each.name, each.aliases) for each in speakers.records()] == [("Tarn Keepers Front", ("TKF",))]


@pytest.mark.parametrize(
    ("text", "mentions", "key"),
    [
        ("Its director, Alma Reck, spoke.", ["Its director"], "person:alma-reck"),
        ("The Harbour Party's Dov Larkin spoke.", ["The Harbour Party's Dov Larkin"], "person:dov-larkin"),
        (
            "Professor Osgood Pell of the University of Skell spoke.",
            ["Professor Osgood Pell of the University of Skell"],
            "person:osgood-pell",
        ),
        ("Parties to the Oslo summit spoke.", ["Parties to the Oslo summit"], "anon:parties-to-the-oslo-summit"),
        ("The UN sanctions team spoke.", ["The UN sanctions team"], "org:un-sanctions-team"),
        ("Norwegian media, The Bay Tribune, spoke.", ["Norwegian media, The Bay Tribune"], "outlet:bay-tribune"),
        ("The Ministry of Tides and Quays spoke.", ["The Ministry of Tides and Quays"], "org:ministry-of-tides-and-quays"),
        ("Dockers spoke.", ["Dockers"], "anon:dockers"),
        ("Central Asia spoke.", ["Central Asia"], "group:central-asia"),
        ("The Harbour Workers' Union spoke.", ["The Harbour Workers' Union"], "org:harbour-workers-union"),
    ],
)
def test_the_head_of_a_mention_tells_who_is_meant(text: str, mentions: list[str], key: str) -> None:
    assert keys(text, *mentions)[0][0] == key


def test_she_is_the_nearest_woman_that_a_sentence_began_with() -> None:
    text = "Spokeswoman Ada Quill met the press. Chairman Bram Oddly, her rival, met nobody. She left. He stayed."
    assert keys(text, "Spokeswoman Ada Quill", "Chairman Bram Oddly", "She", "He")[2:] == [
        ("person:ada-quill", LIKELY),
        ("person:bram-oddly", LIKELY),
    ]


def test_his_lawyer_is_not_he() -> None:
    assert keys("Ada Quill spoke. Her lawyer spoke.", "Ada Quill", "Her lawyer")[1] == ("anon:her-lawyer", CERTAIN)


def test_a_last_name_with_its_particle_finds_its_full_name() -> None:
    assert keys("Dr. Lena van Moor said so. Van Moor went.", "Dr. Lena van Moor", "Van Moor") == [("person:lena-van-moor", CERTAIN)] * 2


@pytest.mark.parametrize(
    ("text", "first", "later"),
    [
        ("Ada Quill spoke. She added more.", "Ada Quill", "She"),
        ("Minister Ada Quill spoke. The minister added more.", "Minister Ada Quill", "The minister"),
        ("Bram Oddly spoke. The farmer added more.", "Bram Oddly", "The farmer"),
        ("The Harbour Union spoke. It added more.", "The Harbour Union", "It"),
        ("The Harbour Union spoke. They added more.", "The Harbour Union", "They"),
        ("The Harbour Union spoke. The group added more.", "The Harbour Union", "The group"),
        ("The Harbour Gazette spoke. The newspaper added more.", "The Harbour Gazette", "The newspaper"),
        ("Norway spoke. The country added more.", "Norway", "The country"),
        ("Two fishers spoke. They added more.", "Two fishers", "They"),
    ],
)
def test_pronouns_and_descriptions_take_up_the_last_that_fits_less_surely(text: str, first: str, later: str) -> None:
    (named, _), again = keys(text, first, later)
    assert again == (named, LIKELY)


def test_a_document_said_again_is_the_same_document() -> None:
    assert (
        keys("A harbour report found it. The report adds more.", "A harbour report", "The report") == [("doc:harbour-report", CERTAIN)] * 2
    )


def test_who_stands_for_the_name_before_it() -> None:
    assert keys("The crowd cheered Bram Oddly, who refused.", "who") == [("person:bram-oddly", CERTAIN)]


def test_a_name_that_did_not_speak_is_found_by_its_description() -> None:
    assert keys("The Port Union left. The group refused.", "The group") == [("org:port-union", LIKELY)]


@pytest.mark.parametrize("mention", ["She", "He", "They", "It", "I", "We", "The minister", "The country", "The group"])
def test_a_mention_that_nobody_fits_stays_unresolved_by_its_own_words(mention: str) -> None:
    (known,) = resolve(f"{mention} said so.", mention)
    assert known == Known(f"anon:{slug(mention)}", mention, SpeakerKind.ANONYMOUS, UNRESOLVED)


@pytest.mark.parametrize("mention", ["Ada Quill", "Iron Ada", "Transport Minister Ada Quill", "Minister Ada Quill"])
def test_a_speaker_known_before_keeps_its_key_by_name_and_alias(mention: str) -> None:
    view = Ledger([ADA]).view
    assert keys(f"{mention} said so. She went.", mention, "She", view=view) == [("person:ada", CERTAIN), ("person:ada", LIKELY)]


def test_an_outlet_known_before_keeps_its_key_and_is_an_outlet() -> None:
    view = Ledger([GAZETTE]).view
    found = resolve("The Harbour Gazette wrote it. HG wrote more.", "The Harbour Gazette", "HG", view=view)
    assert [(known.key, known.kind) for known in found] == [("outlet:gazette", SpeakerKind.OUTLET)] * 2


def test_records_are_those_of_new_speakers_only() -> None:
    speakers = Speakers("Ada Quill met Bram Oddly.", Ledger([ADA]).view)
    speakers.resolve(Span(0, 9))
    speakers.resolve(Span(14, 24))
    assert [(record.key, record.name) for record in speakers.records()] == [("person:bram-oddly", "Bram Oddly")]


@given(st.data(), TEXTS)
def test_any_mention_of_any_text_is_resolved_to_one_record(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    mention = Span(start, data.draw(st.integers(start + 1, len(text))))
    speakers = Speakers(text)
    speakers.look_around()
    speakers.learn([mention])
    (holder,) = speakers.resolve(mention).holders
    assert [record.key for record in speakers.records()] == [holder]


@given(st.text())
def test_a_slug_is_short_and_never_empty(words: str) -> None:
    made = slug(words)
    assert 0 < len(made) <= 60 or made == "unnamed"
    assert not any(letter.isspace() for letter in made)
