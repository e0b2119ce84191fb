"""Tests of which claims of two reports are one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given

from claimtrack import Claims, Judgement, Ledger, Record, StanceKind, Verdict
from claimtrack.support.pairing import Group, pair
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import CLAIM, claim, ledger, said

LEDGERS = coherent_ledgers() | adversarial_ledgers()
OTHER = claim("claim:drips", "The dam drips.")
Parts = list[Record]
ABOUT_THE_DAM, ABOUT_THE_DRIP = said("S1"), said("S2", of="claim:drips")
SAME = Judgement(left=CLAIM, right="claim:drips", verdict=Verdict.SAME)


def groups(old: Iterable[Record], new: Iterable[Record]) -> tuple[Group, ...]:
    return pair(*(Claims(Ledger(records).view).all for records in (old, new)))


def records(*parts: Record | Iterable[Record]) -> Parts:
    return list(ledger(*parts))


def without(parts: Parts, *gone: str) -> Parts:
    return [record for record in parts if getattr(record, "key", "") not in gone]


def test_a_claim_is_found_again_by_its_record() -> None:
    assert groups(records(ABOUT_THE_DAM), records(claim(wording="The dam leaks badly."))) == (((CLAIM,), (CLAIM,)),)


def test_claims_that_are_judged_the_same_are_joined_and_the_other_way_round_split() -> None:
    apart, joined = records(OTHER), records(OTHER, SAME)
    assert groups(apart, joined) == (((CLAIM, "claim:drips"), ("claim:drips",)),) or groups(apart, joined)[0][0] == (CLAIM, "claim:drips")
    assert len(groups(apart, joined)) == len(groups(joined, apart)) == 1
    assert groups(joined, apart)[0][1] == (CLAIM, "claim:drips")


def test_a_claim_of_statements_alone_is_found_again_though_its_key_changed() -> None:
    both = [Judgement(left="S1", right="S2", verdict=Verdict.SAME), *said("S1", stance=None), *said("S2", stance=None)]
    old = without(records(both), CLAIM)
    new = [*without(old, "S1"), Judgement(left="S2", right="S0", verdict=Verdict.SAME), *said("S0", stance=None)]
    ((before, after),) = groups(old, new)
    assert (before, after) == (("S1",), ("S0",))


def test_a_claim_whose_record_got_another_key_is_found_by_its_statements() -> None:
    renamed = without(records(said("S1", of="claim:new"), claim("claim:new")), CLAIM)
    assert groups(records(ABOUT_THE_DAM), renamed) == (((CLAIM,), ("claim:new",)),)


def test_a_statement_that_bore_on_a_claim_all_along_joins_nothing_new_to_it() -> None:
    old = records(ABOUT_THE_DAM)
    new = [*old, OTHER, said("S1", of="claim:drips")[1]]
    assert groups(old, new) == (((CLAIM,), (CLAIM,)), ((), ("claim:drips",)))


def test_a_statement_that_moved_between_two_claims_that_stay_joins_neither() -> None:
    old = records(OTHER, ABOUT_THE_DAM, ABOUT_THE_DRIP, said("S3"))
    new = records(OTHER, ABOUT_THE_DAM, ABOUT_THE_DRIP, said("S3", of="claim:drips"))
    assert len(groups(old, new)) == 2


def test_denials_join_nothing() -> None:
    moved = without(records(said("S1", of="claim:new", stance=StanceKind.DENIES), claim("claim:new")), CLAIM)
    assert len(groups(records(said("S1", stance=StanceKind.DENIES)), moved)) == 2


@pytest.mark.slow
@given(LEDGERS, LEDGERS)
def test_every_claim_is_in_one_group(a: Ledger, b: Ledger) -> None:
    found = groups(a, b)
    for side, view in enumerate((a.view, b.view)):
        assert sorted(key for group in found for key in group[side]) == sorted(each.key for each in Claims(view).all)


@given(LEDGERS)
def test_with_itself_every_claim_is_paired_alone(a: Ledger) -> None:
    assert all(old == new and len(old) == 1 for old, new in groups(a, a))


@pytest.mark.slow
@given(LEDGERS, LEDGERS)
def test_the_other_way_round_the_groups_are_mirrored(a: Ledger, b: Ledger) -> None:
    assert {(new, old) for old, new in groups(a, b)} == set(groups(b, a))
