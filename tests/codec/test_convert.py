"""Records become plain tables and come back, and a table that is no record is refused with everything that is wrong with it."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import given

from claimtrack.codec import decode, encode
from claimtrack.errors import InputError
from claimtrack.model import (
    RECORDS,
    Anchor,
    Article,
    Citation,
    CitedFact,
    Claim,
    ClaimKind,
    Cue,
    Dating,
    Derivation,
    DerivationKind,
    FactKind,
    Framing,
    Judgement,
    Link,
    Maker,
    MakerKind,
    Modality,
    Notice,
    NoticeKind,
    Outlet,
    OutletKind,
    Period,
    Post,
    Rating,
    Record,
    Retraction,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Verdict,
    Voice,
)
from claimtrack.testing import assert_round_trip, records

READER = Maker(name="tide-reader", kind=MakerKind.SOFTWARE, version="3.1", on=Period.parse("2031-05"))
REGISTER = Citation(source="Register of Brinemouth", url="https://register.example/7", on=Period.parse("2030"))
EXAMPLES: tuple[Record, ...] = (
    Article(
        key="article:lamp",
        title="The lamp is out, the keeper says",
        outlet="outlet:gull",
        authors=("Ida Fennick",),
        published=Dating(on=Period.parse("2031-04-02")),
        length=900,
        notices=(Notice(kind=NoticeKind.CREDIT, cites=("outlet:foghorn",), span=Span(3, 9)),),
    ),
    Claim(key="claim:lamp-out", wording="The lamp went out.", kinds=(ClaimKind.FACT, ClaimKind.FORECAST), times=(Period.parse("2031-04"),)),
    Derivation(derived="article:lamp", source="outlet:foghorn", kind=DerivationKind.REWRITE, declared=True, cited=REGISTER),
    Judgement(left="claim:lamp-out", right="claim:dark-night", verdict=Verdict.SAME, score=0.5, reasons=("one night",), maker=READER),
    Outlet(
        key="outlet:gull",
        name="The Brinemouth Gull",
        kind=OutletKind.NEWSPAPER,
        domains=("gull.example",),
        facts=(CitedFact(about=FactKind.OWNER, value="Harbour Trust", cited=REGISTER),),
    ),
    Rating(source="outlet:gull", rater="Ida Fennick", scale="admiralty", value="B", on=Period.parse("2031"), imputed=True),
    Retraction(record="ab" * 16, reason="read twice"),
    Speaker(key="person:keeper", name="Odo Marsh", kind=SpeakerKind.PERSON, posts=(Post(title="keeper"),), acts_for=("org:lights",)),
    Stance(statement="S1", claim="claim:lamp-out", kind=StanceKind.DENIES),
    Statement(
        key="S1",
        article="article:lamp",
        anchor=Anchor(start=10, end=40, digest="0123456789abcdef", fragment="the%20lamp"),
        chain=(Link(holders=("outlet:foghorn",)), Link(holders=("person:keeper", "org:lights"))),
        voice=Voice.MIXED,
        framing=Framing.ATTRIBUTED_FACT,
        modality=(Modality.HEDGED,),
        quotes=(Span(12, 15), Span(20, 25)),
        cue=Cue(start=1, end=5, text="said"),
        proposition="The lamp failed at dusk – “for good”.",
    ),
)


def statement(**fields: Any) -> dict[str, Any]:
    """The table of a sound statement with some fields changed."""
    sound = {"key": "S1", "article": "article:lamp", "anchor": {"start": 1, "end": 9}, "voice": "authorial", "framing": "reported-fact"}
    return {"type": "statement", **sound, **fields}


def told(table: Any) -> list[str]:
    """What is said of a table that is no record."""
    with pytest.raises(InputError) as caught:
        decode(table)
    return [f"{fault.path}: {fault.message}" for fault in caught.value.faults]


def test_the_examples_have_every_type_of_record() -> None:
    assert {record.type for record in EXAMPLES} == set(RECORDS)


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: record.type)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert decode(encode(record)) == record


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: record.type)
def test_a_table_is_what_the_line_says_and_the_id_is_the_digest_of_the_line(record: Record) -> None:
    assert encode(record) == json.loads(record.line)
    assert record.id == blake2b(record.line.encode(), digest_size=16).hexdigest()


def test_every_drawn_record_comes_back_as_it_was() -> None:
    assert_round_trip(encode, decode, records())


@given(records())
def test_every_drawn_record_encodes_to_its_own_line(record: Record) -> None:
    assert encode(record) == json.loads(record.line)
    assert decode(json.loads(record.line)).id == record.id


def test_the_type_stands_first_and_defaults_are_left_out() -> None:
    assert list(encode(Stance(statement="S1", claim="C1", kind=StanceKind.LIMITS))) == ["type", "claim", "kind", "statement"]


def test_decoding_leaves_the_table_as_it_was() -> None:
    table = statement()
    decode(table)
    assert table == statement()


def test_a_link_may_be_written_short() -> None:
    chain = ["outlet:foghorn", ["person:keeper", "org:lights"], {"holders": ["x"], "certainty": "likely"}]
    record = decode(statement(chain=chain))
    assert isinstance(record, Statement)
    assert [link.holders for link in record.chain] == [("outlet:foghorn",), ("org:lights", "person:keeper"), ("x",)]


def test_a_whole_number_may_stand_for_a_score() -> None:
    record = decode({"type": "judgement", "left": "a", "right": "b", "verdict": "same", "score": 1})
    assert isinstance(record, Judgement)
    assert isinstance(record.score, float)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"voise": "direct"}, "voise: unknown field; did you mean 'voice'?"),
        ({"zzzzz": 1}, "zzzzz: unknown field; known are key, article,"),
        ({"voice": "drect"}, "voice: expected one of direct, mixed, indirect, authorial; found the text 'drect'; did you mean 'direct'"),
        ({"voice": 3}, "voice: expected one of direct, mixed, indirect, authorial; found the number 3"),
        ({"key": 7}, "key: expected text, found the number 7"),
        ({"key": None}, "key: expected text, found nothing (null)"),
        ({"key": "two words"}, "key: 'two words' cannot be a key; use letters"),
        ({"note": ["a"]}, "note: expected text, found a list"),
        ({"anchor": {"start": True, "end": 9}}, "anchor.start: expected a whole number, found true"),
        ({"anchor": {"start": 1.0, "end": 9}}, "anchor.start: expected a whole number, found the number 1.0"),
        ({"anchor": {"start": -1, "end": 9}}, "anchor.start: -1 is below 0; expected 0 or more"),
        ({"anchor": {"start": 9, "end": 1}}, "anchor.end: ends at 1, which is not after its start at 9"),
        ({"anchor": {"start": 1}}, "anchor.end: missing; every anchor needs 'end'"),
        ({"anchor": {"start": 1, "end": 9, "digest": 0}}, "anchor.digest: expected text, found the number 0"),
        ({"anchor": [1, 9]}, "anchor: expected a table, found a list"),
        ({"anchor": None}, "anchor: expected a table, found nothing (null)"),
        ({"modality": "hedged"}, "modality: expected a list, found the text 'hedged'; put it in brackets"),
        ({"modality": {"hedged": 1}}, "modality: expected a list, found a table"),
        ({"modality": ["hedged", "hegded"]}, "modality[1]: expected one of "),
        ({"chain": "person:keeper"}, "chain: expected a list, found the text 'person:keeper'; put it in brackets"),
        ({"chain": ["a", 5]}, "chain[1]: expected a name, a list of names or a table with holders, found the number 5"),
        ({"chain": ["a", []]}, "chain[1]: a link of a chain needs a holder"),
        ({"chain": ["a", [""]]}, "chain[1]: empty where a name is needed"),
        ({"chain": [{"holders": "a"}]}, "chain[0].holders: expected a list, found the text 'a'; put it in brackets"),
        ({"chain": [{"holders": ["a"], "certanty": "likely"}]}, "chain[0].certanty: unknown field; did you mean 'certainty'?"),
        ({"chain": ["a", "b", "a"]}, "chain: the chain comes back to 'a'; name each holder once"),
        ({"quotes": [{"start": 1, "end": 5}, {"start": 4, "end": 6}]}, "quotes: 1-5 and 4-6 overlap"),
        ({"framing": "attributed-fact"}, "framing: framing attributed-fact needs a holder in the chain"),
        ({"maker": {"name": "Ida", "on": "2031-02-30"}}, "maker.on: '2031-02-30' is no day of the calendar"),
        ({"maker": {"name": "Ida", "on": 2031}}, "maker.on: expected a date such as 2021-10-20, found the number 2031"),
        ({"cue": {"start": 1, "end": 9, "text": "one two three four five six seven"}}, "cue.text: 7 words where a cue has at most 6"),
        ({"\ud800": 1}, r"'\ud800': unknown field"),
        ({"k" * 500: 1}, f"{'k' * 60!r}: unknown field"),
    ],
)
def test_a_fault_is_told_with_its_path_and_what_to_do(fields: dict[str, Any], fault: str) -> None:
    [found] = told(statement(**fields))
    assert found.startswith(fault)
    assert found.isprintable()


def test_a_missing_word_of_a_vocabulary_is_asked_for_with_the_words() -> None:
    table = statement()
    del table["voice"]
    assert told(table) == ["voice: missing; every statement needs 'voice', one of direct, mixed, indirect, authorial"]


def test_all_that_is_wrong_with_a_table_is_told_at_once() -> None:
    table = statement(key="two words", note=4, anchor={"start": -1, "stop": 9}, voice="loud", quotes=[{"start": 1, "end": 5}, 3])
    paths = {fault.partition(": ")[0] for fault in told(table)}
    assert paths == {"key", "note", "anchor.start", "anchor.stop", "anchor.end", "voice", "quotes[1]"}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"type": "statment"}, "; found the text 'statment'; did you mean 'statement'?"),
        ({"type": ["statement"]}, "; found a list"),
        ({}, "type: expected one of article, claim, "),
        ([], ": expected a table, found a list"),
        ("claim", ": expected a table, found the text 'claim'"),
    ],
)
def test_a_table_of_no_known_type_is_refused(table: Any, fault: str) -> None:
    [found] = told(table)
    assert fault in found


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -0.1, 1.5, 2, 10**400, True, "0.5"], ids=repr)
def test_what_is_no_number_from_0_to_1_is_no_score(score: Any) -> None:
    [found] = told({"type": "judgement", "left": "a", "right": "b", "verdict": "same", "score": score})
    assert found.startswith("score: expected a number")


@pytest.mark.parametrize("length", [10**400, 16**6_000, -(16**6_000), 2**53], ids=["400 digits", "7,000 digits", "below zero", "one more"])
def test_a_number_beyond_what_readers_of_json_keep_is_refused(length: int) -> None:
    assert told({"type": "article", "key": "article:lamp", "length": length}) == [
        "length: a whole number of far too many digits; expected at most 9007199254740991"
    ]


def test_truth_values_are_true_or_false_and_nothing_else() -> None:
    table = {"type": "rating", "source": "s", "rater": "r", "scale": "s", "value": "A", "imputed": 1}
    assert told(table) == ["imputed: expected true or false, found the number 1"]


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\ud800", "\r"])
def test_control_characters_and_lone_surrogates_are_refused(character: str) -> None:
    assert told(statement(note=f"a{character}b")) == [f"note: the character U+{ord(character):04X} cannot stand in text; take it out"]


def test_a_text_that_grows_in_canonical_form_is_measured_as_it_is_kept() -> None:
    assert told(statement(note="\U0001d160" * 9_000))[0].startswith("note: 27,000 characters")


def test_a_table_nested_far_too_deeply_is_refused() -> None:
    nested: Any = {}
    for _ in range(10_000):
        nested = {"anchor": nested}
    assert "anchor.anchor: unknown field; known are start, end, digest, fragment" in told(statement(**nested))
