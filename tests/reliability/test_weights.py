"""Tests of weights: what letters, hedges, nameless sources and second hands leave of an origin's evidence."""

from __future__ import annotations

from fractions import Fraction

from claimtrack import Ledger, Record
from claimtrack.codec import default_policy
from claimtrack.model import Claims, Framing, Letter
from claimtrack.model.case import FOR
from claimtrack.model.marks import Reach
from claimtrack.provenance import Tracer
from claimtrack.reliability import Weighings, marks, weighings
from tests.support.building import descends, ledger, rated, said

WEIGHT = default_policy().weight


def weighed(*parts: Record | list[Record]) -> Weighings:
    view = Ledger(ledger(*parts)).view
    claim = Claims(view).all[0]
    statements = [view.statements[key] for key in claim.bearing(*FOR)]
    return weighings(Tracer(view).support(claim), statements, marks(view, default_policy()), default_policy())


def factor(key: str, *parts: Record | list[Record]) -> tuple[Fraction, ...]:
    ends = weighed(*parts)
    return tuple(end.factors[key] for end in (ends.least, ends.middle, ends.most))


def evidence(key: str, *parts: Record | list[Record]) -> Fraction:
    return weighed(*parts).middle.evidence[key]


BRAND = said("S1", "person:brand")


def test_a_letter_weighs_the_same_at_both_ends() -> None:
    assert set(factor("person:brand", BRAND, rated("person:brand", "B"))) == {WEIGHT.B}


def test_a_range_spans_its_letters_with_the_mean_between() -> None:
    ends = factor("person:brand", BRAND, rated("person:brand", "B"), rated("person:brand", "D", rater="the Chess Club"))
    assert ends == (WEIGHT.D, (WEIGHT.B + WEIGHT.D) / 2, WEIGHT.B)


def test_what_nobody_rated_spans_nearly_all() -> None:
    assert factor("person:brand", BRAND) == (WEIGHT.F_least, WEIGHT.F, WEIGHT.F_most)


def test_the_carrier_weighs_as_its_outlet() -> None:
    assert set(factor("carrier:outlet:harbour", BRAND, rated("outlet:harbour", "D"))) == {WEIGHT.D}


def test_a_copy_never_raises_the_weight_of_its_carrier() -> None:
    alone = factor("carrier:outlet:far", BRAND, descends("a1", "outlet:far"))
    copied = said("S2", "person:brand", article="a2")
    more = factor(
        "carrier:outlet:far", BRAND, copied, descends("a1", "outlet:far"), descends("a2", "outlet:far"), rated("outlet:valley", "A")
    )
    assert all(after <= before for before, after in zip(alone, more, strict=True))


def test_a_story_of_an_outlet_weighs_as_the_outlet() -> None:
    assert set(factor("outlet:wire", said("S1", "outlet:wire", "person:brand"), rated("outlet:wire", "C"))) == {WEIGHT.C}


def test_a_plain_word_on_record_counts_in_full() -> None:
    assert evidence("person:brand", BRAND) == default_policy().evidence.origin


def test_a_hedge_on_all_that_is_said_halves_it() -> None:
    hedged = said("S2", "person:brand", framing=Framing.HEDGED)
    assert evidence("person:brand", said("S1", "person:brand", framing=Framing.HEDGED)) == 1
    assert evidence("person:brand", BRAND, hedged) == 2


def test_who_passes_on_a_nameless_source_counts_half() -> None:
    assert evidence("outlet:wire", said("S1", "outlet:wire", "anon:worker")) == 1


def test_who_is_heard_through_others_only_counts_half() -> None:
    through = said("S1", "outlet:wire", "person:brand")
    assert evidence("person:brand", through) == 1
    assert evidence("person:brand", through, said("S2", "person:brand", article="a2")) == 2


def test_only_origins_on_record_have_evidence() -> None:
    assert set(weighed(BRAND, said("S2", article="a2")).middle.evidence) == {"person:brand"}


def test_the_middle_of_a_known_range_lies_between_its_ends() -> None:
    wide = Reach(Letter.A, Letter.E)
    assert WEIGHT.least(wide) < WEIGHT.middle(wide) < WEIGHT.most(wide)
