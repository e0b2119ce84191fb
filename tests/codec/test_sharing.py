"""Tests that what many records have is in memory once."""

from claimtrack.codec import decode
from claimtrack.model import Judgement, Stance, Statement

SAID = {
    "type": "statement",
    "key": "S1",
    "article": "article:tide",
    "anchor": {"start": 0, "end": 9},
    "chain": [{"holders": ["person:tam-keeper"]}],
    "voice": "indirect",
    "framing": "attributed-fact",
    "maker": {"kind": "software", "name": "reader", "version": "1.0"},
}


def apart(*letters: str) -> str:
    """A text put together anew, so that nothing is shared by chance."""
    return "".join(letters)


def statement(key: str) -> Statement:
    """A statement read apart from all others."""
    chain = [{"holders": [apart("person:", "tam-keeper")]}]
    read = decode({**SAID, "key": key, "article": apart("article", ":tide"), "chain": chain})
    assert isinstance(read, Statement)
    return read


def test_articles_chains_and_makers_of_statements_are_kept_once() -> None:
    one, other = statement("S1"), statement("S2")
    assert one.article is other.article
    assert one.chain is other.chain
    assert one.maker is other.maker


def test_keys_are_the_same_text_in_all_records_that_name_them() -> None:
    one = statement("S1")
    stance = decode({"type": "stance", "statement": apart("S", "1"), "claim": "claim:tide", "kind": "supports"})
    judgement = decode({"type": "judgement", "left": apart("S", "1"), "right": "S2", "verdict": "same"})
    assert isinstance(stance, Stance)
    assert isinstance(judgement, Judgement)
    assert stance.statement is one.key
    assert judgement.left is one.key


def test_a_maker_with_a_fault_is_told_all_the_same_after_one_without() -> None:
    statement("S1")
    assert decode({**SAID, "maker": {"name": "Ada", "on": "2024-05-01"}}) != statement("S1")
