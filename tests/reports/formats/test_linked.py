"""Tests of all formats for linked data and intelligence at once, on generated reports and hostile text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import Article, Ledger, Report, track
from claimtrack.publishing import publish
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.reports.formats import test_annotations, test_jsonld, test_misp, test_provjson, test_stix
from tests.reports.formats.small import ADDRESS
from tests.reports.hostile import HOSTILE, SOME, controls, printable
from tests.support.building import article, claim, report, said

CHECKS: dict[str, Callable[[Report], object]] = {
    "jsonld": test_jsonld.check,
    "prov": test_provjson.check,
    "web-annotation": test_annotations.check,
    "stix": test_stix.check,
    "misp": test_misp.check,
}
CALM = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def check_all(ledger: Ledger) -> None:
    found = track(ledger)
    for check in CHECKS.values():
        check(found)


@settings(max_examples=30, suppress_health_check=CALM, deadline=None)
@given(coherent_ledgers() | adversarial_ledgers())
def test_every_format_is_valid_for_generated_ledgers(ledger: Ledger) -> None:
    check_all(ledger)


@pytest.mark.nightly
@settings(max_examples=500, suppress_health_check=CALM, deadline=None)
@given(coherent_ledgers() | adversarial_ledgers())
def test_every_format_is_valid_for_many_generated_ledgers(ledger: Ledger) -> None:
    check_all(ledger)


@pytest.mark.parametrize("text", SOME)
def test_hostile_text_is_inert_and_still_there(text: str) -> None:
    word = " ".join(printable(text).split()) or "x"
    place = article("a1", url=ADDRESS, language="en", authors=[word])
    found = report(place, said("S1", "person:brand", proposition=word), said("S2", word), about=claim(wording=word, label=word))
    for name in CHECKS:
        spelled = publish(found, name)
        assert not set("<>&") & set(spelled)
        assert controls(spelled) == set()
        assert name == "web-annotation" or json.dumps(found.claims[0].claim.wording) in json.dumps(json.loads(spelled))


@pytest.mark.parametrize("text", [HOSTILE[15], "<script>alert(1)</script>", "\\", '"', "{{ 7 * 7 }}"])
def test_a_report_with_hostile_text_is_valid(text: str) -> None:
    word = printable(text)
    found = report(article("a1", url=ADDRESS), said("S1", "person:brand"), said("S2", word), about=claim(wording=word, label=word))
    for check in CHECKS.values():
        check(found)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://harbour.example/ x", "file:///dam", "//harbour.example"]
)
def test_what_is_no_address_of_the_web_is_nowhere(url: str) -> None:
    found = report(Article(key="a1", outlet="outlet:harbour", url=url), said("S1", "person:brand"))
    for name, check in CHECKS.items():
        check(found)
        assert url not in publish(found, name)
