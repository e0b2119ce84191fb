"""Tests of the neighbourhood of a claim: the report on it follows from its own few records, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimtrack import assessing, files
from claimtrack.codec import default_policy
from claimtrack.errors import UnknownNameError
from claimtrack.model import (
    Article,
    Citation,
    CitedFact,
    Claims,
    FactKind,
    Judgement,
    Ledger,
    Maker,
    MakerKind,
    Notice,
    NoticeKind,
    Outlet,
    Rating,
    Record,
    Speaker,
    SpeakerKind,
    Verdict,
)
from claimtrack.model.neighbourhood import Neighbourhood, catalogue, handles, joined
from claimtrack.model.reports import SupportReport
from claimtrack.model.whatif import NOTHING
from claimtrack.reports.formats.data import claim_data
from claimtrack.support import FLAGS
from claimtrack.support.flags import few_origins
from claimtrack.testing import adversarial_ledgers, articles, coherent_ledgers, outlets, records, speakers, statements
from claimtrack.testing.ledgers import ARTICLES, HOLDERS, OUTLETS, SPEAKERS, STRANGE, STRANGE_KEYS
from tests.support.building import TOWN, article, claim, descends, said

POLICY = default_policy()
POLICY = attrs.evolve(POLICY, sources=attrs.evolve(POLICY.sources, agencies=("Harbour", "Wire", "STRASSE", "é", "outlet:echo")))
READER = Maker(name="reader", kind=MakerKind.SOFTWARE, version="1.0")
PLACES = st.sampled_from((*ARTICLES, *HOLDERS, *STRANGE_KEYS, *STRANGE, "Wire", "Minister"))
PUBLISHERS = st.sampled_from((*(outlet.key for outlet in OUTLETS), "Harbour", "Straße", ""))
KEYS = st.sampled_from((*SPEAKERS, *(outlet.key for outlet in OUTLETS), *STRANGE_KEYS, "voice:outlet:harbour"))
NAMES = st.sampled_from(("Harbour", "Wire", "Minister", "gov:state", *STRANGE))


def _notices() -> SearchStrategy[list[Notice]]:
    cites = st.lists(PLACES, max_size=2)
    return st.lists(st.builds(Notice, kind=st.just(NoticeKind.CREDIT) | st.sampled_from(NoticeKind), cites=cites), max_size=2)


def _facts() -> SearchStrategy[list[CitedFact]]:
    return st.lists(st.builds(CitedFact, about=st.just(FactKind.STATE_CONTROL), value=PLACES, cited=st.just(Citation(source="a book"))))


def _more() -> SearchStrategy[Record]:
    """Records that meddle with what a claim rests on: ratings, rivals of one name, credits, control by a state."""
    return st.one_of(
        st.builds(Rating, source=PLACES, rater=st.just("Rater"), scale=st.just("admiralty"), value=st.sampled_from("ABCDE")),
        outlets(key=KEYS, name=NAMES, aliases=st.lists(NAMES, max_size=2), facts=_facts()),
        speakers(key=KEYS, name=NAMES, aliases=st.lists(NAMES, max_size=2), acts_for=st.lists(PLACES, max_size=1), members=st.just(())),
        articles(key=st.sampled_from(ARTICLES), outlet=PUBLISHERS, notices=_notices()),
        statements(article=st.sampled_from(ARTICLES) | PLACES, maker=st.just(READER)),
    )


@st.composite
def tangled(draw: DrawFn) -> Ledger:
    """A coherent ledger or one that means harm, with more that meddles."""
    whole = draw(coherent_ledgers() | adversarial_ledgers())
    return whole | Ledger(draw(st.lists(_more(), max_size=6)))


def part(ledger: Ledger, ids: Iterable[str]) -> Ledger:
    found = (ledger.get(each) for each in ids)
    return Ledger(each for each in found if each is not None)


def told(report: SupportReport) -> dict[str, Any]:
    """All that a report holds, and all that its JSON says."""
    values = {field.name: getattr(report, field.name) for field in attrs.fields(SupportReport) if field.name != "view"}
    return {**values, "json": claim_data(report, report.view)}


def alike(ledger: Ledger, more: int = 0) -> None:
    """Every claim has the same report in its neighbourhood alone, and with the first so many other records beside it."""
    near = assessing.neighbourhoods(ledger, POLICY)
    others = [each.id for each in ledger if each.id not in ledger.retracted][:more]
    for whole in assessing.each(ledger, Claims(ledger.view), FLAGS, POLICY):
        found = near.of(whole.claim)
        alone = assessing.alone(part(ledger, (*found.records, *others)), found, FLAGS, POLICY)
        assert told(alone) == told(whole)


@given(tangled(), st.just(0) | st.integers(1, 9))
def test_every_claim_has_the_same_report_in_its_neighbourhood_alone_or_with_other_records(ledger: Ledger, more: int) -> None:
    alike(ledger, more)


def test_every_claim_of_the_founding_articles_has_the_same_report_in_its_neighbourhood_alone() -> None:
    alike(files.load(["seeds"]).ledger)


@given(tangled(), records() | _more())
def test_a_record_that_was_not_asked_for_leaves_a_neighbourhood_as_it_is(ledger: Ledger, record: Record) -> None:
    after = ledger | Ledger([record])
    if ledger.retracted != after.retracted:
        return  # a retraction counts as the coming or going of what it takes back
    before = _by_claim(ledger)
    for key, found in _by_claim(after).items():
        if key in before and before[key].asked.isdisjoint(handles(record)):
            same = attrs.evolve(found, label=before[key].label, carriers=before[key].carriers)
            assert same == before[key]


def _by_claim(ledger: Ledger) -> dict[str, Neighbourhood]:
    near = assessing.neighbourhoods(ledger, POLICY)
    return {each.key: near.of(each) for each in Claims(ledger.view).all}


def test_a_neighbourhood_leaves_out_what_other_claims_rest_on() -> None:
    ledger = Ledger(
        [
            *TOWN,
            *(article("a1"), article("a2", "outlet:valley"), claim(), claim("claim:gate-open", "The gate is open.")),
            *said("S1", "person:brand"),
            *said("S2", "person:oro", article="a2", of="claim:gate-open"),
        ]
    )
    found = _by_claim(ledger)["claim:dam-leaks"]
    kept = {getattr(each, "key", each.type) for each in part(ledger, found.records)}
    assert kept == {"a1", "outlet:harbour", "claim:dam-leaks", "S1", "person:brand", "stance"}
    assert found.carriers == (("a1", "outlet:harbour"),)


def test_a_name_that_fits_two_stays_open_in_a_neighbourhood() -> None:
    rivals = [Speaker(key=f"person:{key}", name="Ren Ash", kind=SpeakerKind.PERSON) for key in ("ash-b", "ash-a", "ash-c")]
    ledger = Ledger([*TOWN, *rivals, article("a1"), claim(), *said("S1", "Ren Ash")])
    found = _by_claim(ledger)["claim:dam-leaks"]
    assert {each.key for each in part(ledger, found.records) if isinstance(each, Speaker)} == {"person:ash-a", "person:ash-b"}
    alike(ledger)


def test_a_copy_brings_in_the_text_that_it_was_copied_from() -> None:
    ledger = Ledger([*TOWN, article("a1"), article("a2", "outlet:wire"), claim(), *said("S1"), descends("a1", "a2")])
    found = _by_claim(ledger)["claim:dam-leaks"]
    assert found.carriers == (("a1", "outlet:wire"),)
    assert {"a2", "outlet:wire"} <= {getattr(each, "key", "") for each in part(ledger, found.records)}


def test_a_digest_tells_neighbourhoods_labels_carriers_and_methods_apart() -> None:
    one = Neighbourhood(claim="S1", label="R1", carriers=(("a1", "a1"),), records=("0" * 32,), asked=frozenset())
    others = [
        attrs.evolve(one, label="R2"),
        attrs.evolve(one, carriers=(("a1", "outlet:wire"),)),
        attrs.evolve(one, records=()),
        attrs.evolve(one, claim="S2"),
    ]
    assert len({one.digest(), one.digest("other"), *(each.digest() for each in others)}) == 6
    assert attrs.evolve(one, asked=frozenset({"key:a1"})).digest() == one.digest()


def test_records_that_make_no_such_claim_are_refused_with_a_name() -> None:
    of = Neighbourhood(claim="claim:dam-leak", label="", carriers=(), records=(), asked=frozenset())
    with pytest.raises(UnknownNameError, match="claim:dam-leaks"):
        assessing.alone(Ledger([claim()]), of, FLAGS, POLICY)


def test_keys_are_joined_along_paths_of_same_alone() -> None:
    same = [Judgement(left=left, right=right, verdict=Verdict.SAME) for left, right in (("S1", "S2"), ("S2", "S3"))]
    different = [Judgement(left="S3", right="S4", verdict=Verdict.DIFFERENT)]
    assert joined(catalogue(Ledger([*same, *different])), ["S1"]) == {"S1", "S2", "S3"}


def test_records_are_looked_up_by_key_and_by_what_they_are_about() -> None:
    outlet = Outlet(key="outlet:echo", name="Echo", aliases=["The ECHO"])
    assert handles(outlet) == ("key:outlet:echo", "name:echo", "name:the echo")
    assert handles(Article(key="a1", outlet="outlet:echo")) == ("key:a1",)
    assert handles(Rating(source="The Echo", rater="Ada", scale="admiralty", value="B")) == ("rated:the echo",)


def test_a_method_is_told_by_policy_and_rules() -> None:
    policies = [POLICY, attrs.evolve(POLICY, about="another")]
    rules = [FLAGS, FLAGS[1:], (*FLAGS, few_origins(2)), (*FLAGS, few_origins(3))]
    assert len({assessing.method(each, policy) for each in rules for policy in policies}) == 8
    assert assessing.method(FLAGS, POLICY) == assessing.method(tuple(FLAGS), default_policy_again())


def default_policy_again() -> Any:
    again = default_policy()
    return attrs.evolve(again, sources=attrs.evolve(again.sources, agencies=POLICY.sources.agencies))


@given(coherent_ledgers())
def test_claims_assessed_one_by_one_come_in_the_order_of_their_keys_with_the_same_reports(ledger: Ledger) -> None:
    claims = Claims(ledger.view)
    one_by_one = list(assessing.each(ledger, claims, FLAGS, POLICY))
    together = assessing.report(ledger, claims, FLAGS, POLICY, NOTHING).claims
    assert one_by_one == sorted(together, key=lambda each: each.claim.key)
