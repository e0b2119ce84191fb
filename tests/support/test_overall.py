"""Tests of the overview: the order of claims, what they rest on, and what to find out first."""

from __future__ import annotations

from claimtrack import Claim, Record, Report
from claimtrack.model import StanceKind
from tests.support.building import CLAIM, claim, report, said

BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")


def order(found: Report) -> list[str]:
    return [one.name for one in found.claims]


def labelled(letter: str) -> Claim:
    return claim(f"claim:{letter}", f"Proposition {letter}.", label=letter)


def test_claims_with_fewer_origins_come_first() -> None:
    one, two = labelled("A"), labelled("B")
    found = report(
        one, two, said("S1", "person:brand", of="claim:A"), said("S2", "person:oro", of="claim:A"), said("S3", "gov:dam", of="claim:B")
    )
    assert order(found) == [CLAIM, "B", "A"]


def test_of_claims_with_as_many_origins_the_disputed_come_first() -> None:
    found = report(
        *(labelled(letter) for letter in "AB"),
        *(said(f"S{letter}", "person:brand", of=f"claim:{letter}") for letter in "AB"),
        said("S3", "person:oro", of="claim:B", stance=StanceKind.DENIES),
    )
    assert order(found)[1:] == ["B", "A"]


def test_then_those_that_cannot_have_more_come_first() -> None:
    found = report(
        *(labelled(letter) for letter in "AB"),
        *(said(f"S{letter}", "person:brand", of=f"claim:{letter}") for letter in "AB"),
        said("S3", article="a2", of="claim:A"),
    )
    assert order(found)[1:] == ["B", "A"]


def test_and_claims_alike_stand_in_the_order_of_their_names() -> None:
    found = report(*(labelled(letter) for letter in "BCA"))
    assert order(found)[:3] == ["A", "B", "C"]


def test_a_source_that_more_claims_rest_on_comes_first() -> None:
    found = report(
        *(labelled(letter) for letter in "ABC"),
        *(said(f"S{letter}", "doc:survey", of=f"claim:{letter}") for letter in "AB"),
        said("SC", "person:brand", of="claim:C"),
    )
    assert [(rest.name, rest.claims) for rest in found.rests] == [("the dam survey", ("A", "B")), ("Ilse Brand", ("C",))]


def test_an_actor_is_listed_where_it_holds_more_than_one_of_its_speakers_does() -> None:
    found = report(
        *(labelled(letter) for letter in "AB"),
        said("SA", "person:keeper", of="claim:A"),
        said("SB", "gov:dam", of="claim:B"),
    )
    assert [(rest.name, rest.claims) for rest in found.rests] == [("the Dam Office", ("A", "B")), ("Tam Keeper", ("A",))]


def test_an_actor_who_holds_just_what_a_speaker_does_is_not_repeated() -> None:
    assert [rest.name for rest in report(said("S1", "person:keeper")).rests] == ["Tam Keeper"]


def test_claims_of_two_origins_rest_on_nobody() -> None:
    assert report(BRAND, ORO).rests == ()


def test_at_most_three_calls_are_named_those_that_could_lift_most_claims_first() -> None:
    parts: list[Record | list[Record]] = [labelled(letter) for letter in "ABCDE"]
    parts += [
        said(f"S{letter}", holder, of=f"claim:{letter}")
        for letter, holder in zip("ABCD", ["person:brand", "person:oro", "gov:dam", "gov:coast"], strict=True)
    ]
    parts += [said("SE", "person:oro", of="claim:E")]
    found = report(*parts)
    assert len(found.helps) == 3
    assert found.helps[0].claims == ("B", "E")
    assert "Vesna Oro" in found.helps[0].text


def test_claims_of_two_origins_need_no_call() -> None:
    assert report(BRAND, ORO, said("S3", article="a3")).helps == ()
