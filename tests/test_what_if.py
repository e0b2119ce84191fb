"""Tests of reports without some sources: the laws of taking out, and what each way of naming takes out."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Ledger, Report, track
from claimtrack.model.naming import outlets, speakers
from claimtrack.testing import adversarial_ledgers, coherent_ledgers

LEDGERS = coherent_ledgers() | adversarial_ledgers()
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])


def names(ledger: Ledger) -> list[str]:
    """Whatever can be taken out of a ledger."""
    view = ledger.view
    return ["state-media", "anonymous", *outlets(view), *speakers(view), *view.articles]


def bounds(report: Report) -> dict[str, tuple[int, int, int, int]]:
    """For each claim with a statement the bounds of its support and of its denial."""
    return {
        each.claim.key: (each.lower, each.upper, each.denial.certificate.lower, each.denial.certificate.upper) for each in report.claims
    }


@SLOW
@given(LEDGERS)
def test_taking_out_nothing_changes_nothing(a: Ledger) -> None:
    assert track(a, without=()) == track(a)
    assert track(a, without=()).without is None


@SLOW
@given(LEDGERS, st.data())
def test_taking_out_more_never_raises_a_bound(a: Ledger, data: st.DataObject) -> None:
    few = data.draw(st.lists(st.sampled_from(names(a)), max_size=2))
    more = data.draw(st.lists(st.sampled_from(names(a)), max_size=2))
    before, after = bounds(track(a, without=few)), bounds(track(a, without=few + more))
    assert after.keys() <= before.keys()
    assert all(now <= then for key in after for now, then in zip(after[key], before[key], strict=True))


@SLOW
@given(LEDGERS, st.data())
def test_the_order_of_names_does_not_matter(a: Ledger, data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(names(a)), max_size=3))
    again = data.draw(st.permutations([*gone, *gone[:1]]))
    assert track(a, without=gone) == track(a, without=again)


@SLOW
@given(LEDGERS, st.data())
def test_every_certificate_of_what_is_left_verifies(a: Ledger, data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(names(a)), max_size=3))
    for claim in track(a, without=gone).claims:
        for side in (claim.support, claim.denial):
            assert side.certificate.objections(side.lineage) == ()
