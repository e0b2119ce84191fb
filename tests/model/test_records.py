"""Tests of the records: canonical on construction, known by their digest, and loud about contradictions."""

import json
import unicodedata
from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.codec import decode, encode
from claimtrack.errors import RecordError
from claimtrack.model import (
    RECORDS,
    Anchor,
    Article,
    Claim,
    Derivation,
    DerivationKind,
    Framing,
    Judgement,
    Outlet,
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

SAID: dict[str, Any] = {"key": "S", "article": "a", "anchor": Anchor(start=0, end=9), "voice": Voice.INDIRECT, "framing": Framing.HEDGED}


@given(records())
def test_the_id_is_the_digest_of_the_line(record: Record) -> None:
    assert record.id == blake2b(record.line.encode(), digest_size=16).hexdigest()
    assert json.loads(record.line) == encode(record)


@given(records(), records())
def test_records_are_equal_exactly_when_their_ids_are(a: Record, b: Record) -> None:
    assert (a == b) == (a.id == b.id)
    assert a != b or hash(a) == hash(b)


@given(records(), records(), records())
def test_the_order_is_total(a: Record, b: Record, c: Record) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    assert not (a < b and b < c) or a < c


def test_records_round_trip() -> None:
    assert_round_trip(encode, decode, records())


@given(records())
def test_making_a_record_of_its_own_values_changes_nothing(record: Record) -> None:
    assert decode({**encode(record)}).id == record.id


def test_lists_are_sets_in_canonical_order() -> None:
    one = Outlet(key="o", name="  Harbour   Post ", aliases=["b", "a", "b"])
    assert one == Outlet(key="o", name="Harbour Post", aliases=("a", "b"))
    assert one.aliases == ("a", "b")


def test_texts_are_composed() -> None:
    assert Outlet(key="o", name="e\u0301").name == "é"


@pytest.mark.parametrize("character", ["\u0958", "\ufb1d", "\U0001d160"])
def test_a_text_whose_composition_is_longer_is_measured_composed(character: str) -> None:
    assert len(unicodedata.normalize("NFC", character)) > 1
    with pytest.raises(RecordError):
        Outlet(key="o", name="o", note=character * 20_000)


def test_the_two_keys_of_a_judgement_have_one_order() -> None:
    assert Judgement(left="b", right="a", verdict=Verdict.SAME) == Judgement(left="a", right="b", verdict=Verdict.SAME)


def test_what_many_records_have_is_kept_once() -> None:
    reasons = (f"+{bits}.0 words: share kelp, quay" for bits in (4, 4))
    one, other = (
        Judgement(left="a", right=right, verdict=Verdict.SAME, reasons=[reason]) for right, reason in zip("bc", reasons, strict=True)
    )
    assert one.reasons[0] is other.reasons[0]
    first, second = (Span(start=int(start), end=int(end)) for start, end in (("700", "800"), ("800", "900")))
    assert first.end is second.start


def test_zero_has_one_sign() -> None:
    minus, plus = (Judgement(left="a", right="b", verdict=Verdict.SAME, score=score) for score in (-0.0, 0.0))
    assert minus.id == plus.id


def test_a_whole_score_is_the_same_as_its_decimal() -> None:
    whole, decimal = (Judgement(left="a", right="b", verdict=Verdict.SAME, score=score) for score in (1, 1.0))
    assert whole.id == decimal.id


@pytest.mark.parametrize(
    ("kind", "fields", "at"),
    [
        (Outlet, {"key": "two words", "name": "o"}, "key"),
        (Outlet, {"key": "-o", "name": "o"}, "key"),
        (Outlet, {"key": "k" * 201, "name": "o"}, "key"),
        (Outlet, {"key": "o", "name": " "}, "name"),
        (Outlet, {"key": "o", "name": 3}, "name"),
        (Outlet, {"key": "o", "name": "o", "aliases": "Post"}, "aliases"),
        (Outlet, {"key": "o", "name": "o", "note": "\ud800"}, "note"),
        (Article, {"key": "a", "length": -1}, "length"),
        (Article, {"key": "a", "length": True}, "length"),
        (Article, {"key": "a", "length": 1.5}, "length"),
        (Article, {"key": "a", "digest": "short"}, "digest"),
        (Rating, {"source": "o", "rater": "", "scale": "s", "value": "A"}, "rater"),
        (Speaker, {"key": "p", "name": "p", "kind": SpeakerKind.PERSON, "acts_for": ["p"]}, ""),
        (Speaker, {"key": "p", "name": "p", "kind": SpeakerKind.GROUP, "members": ["p"]}, ""),
        (Statement, {**SAID, "framing": Framing.ATTRIBUTED_FACT}, "framing"),
        (Statement, {**SAID, "voice": Voice.DIRECT}, "voice"),
        (Statement, {**SAID, "chain": "Ada"}, "chain"),
        (Statement, {**SAID, "chain": [[]]}, "chain.holders"),
        (Claim, {"key": "c", "wording": "c", "kinds": []}, "kinds"),
        (Claim, {"key": "c", "wording": "c", "times": ["later"]}, "times"),
        (Stance, {"statement": "", "claim": "c", "kind": StanceKind.SUPPORTS}, "statement"),
        (Judgement, {"left": "a", "right": "a", "verdict": Verdict.SAME}, "right"),
        (Judgement, {"left": "a", "right": "b", "verdict": Verdict.SAME, "score": 1.1}, "score"),
        (Judgement, {"left": "a", "right": "b", "verdict": Verdict.SAME, "score": float("nan")}, "score"),
        (Judgement, {"left": "a", "right": "b", "verdict": Verdict.SAME, "score": True}, "score"),
        (Judgement, {"left": "a", "right": "b", "verdict": Verdict.SAME, "score": 10**400}, "score"),
        (Derivation, {"derived": "a", "source": "a", "kind": DerivationKind.COPY}, "source"),
        (Retraction, {"record": "no digest", "reason": "slip"}, "record"),
    ],
)
def test_a_record_that_contradicts_itself_names_the_field(kind: Any, fields: dict[str, Any], at: str) -> None:
    with pytest.raises(RecordError) as caught:
        kind(**fields)
    assert caught.value.field == at


@pytest.mark.parametrize("field", ["content", "quotes"])
def test_pieces_of_one_statement_do_not_overlap(field: str) -> None:
    with pytest.raises(RecordError) as caught:
        Statement(**{**SAID, field: [Span(0, 5), Span(4, 9)]})
    assert caught.value.field == field
    assert Statement(**{**SAID, field: [Span(5, 9), Span(0, 5)]})


def test_lines_breaks_and_tabs_may_stand_in_notes_but_not_in_names() -> None:
    assert Outlet(key="o", name="a\nb", note="a\n\tb") == Outlet(key="o", name="a b", note="a\n\tb")


def test_every_type_is_known_by_its_name() -> None:
    assert all(kind.type == name for name, kind in RECORDS.items())


@given(st.lists(records(), max_size=5))
def test_sorting_does_not_depend_on_the_order_before(found: list[Record]) -> None:
    backwards = found[::-1]
    assert sorted(found) == sorted(backwards)


def test_a_key_may_be_written_in_a_script_with_combining_marks() -> None:
    assert Speaker(key="person:हिन्दी", name="हिन्दी", kind=SpeakerKind.PERSON).key == "person:हिन्दी"
