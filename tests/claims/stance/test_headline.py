from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.stance import HeadlineBearing, headline_bearing, read_body, weights
from claimtrack.model import StanceKind

HEADLINE = "Lighthouse at Cape Murr sold to hotel chain"
TOLD = "The lighthouse at Cape Murr was sold to a hotel chain on Monday.\nThe keys were handed over at noon."
HOAX = "A story that the lighthouse at Cape Murr was sold to a hotel chain is a hoax.\nThe council made no such deal."
HEARD = "The lighthouse at Cape Murr has reportedly been sold to a hotel chain.\nThe council has not commented."
OTHER = "Cows broke out of a field near Welk.\nThe farmer caught them all."
KNOWN = weights([TOLD, HOAX, HEARD, OTHER, HEADLINE])


def found(headline: str, body: str) -> HeadlineBearing:
    return headline_bearing(headline, read_body(body), KNOWN)


@pytest.mark.parametrize(
    ("headline", "body", "kind"),
    [
        (HEADLINE, TOLD, StanceKind.SUPPORTS),
        (HEADLINE, HOAX, StanceKind.CONTRADICTS),
        (HEADLINE, HEARD, StanceKind.RELATED),
        (HEADLINE, OTHER, None),
        ("Lighthouse at Cape Murr reportedly sold to hotel chain", TOLD, StanceKind.RELATED),
        ("No, the lighthouse at Cape Murr was not sold to a hotel chain", HOAX, StanceKind.SUPPORTS),
        ("No, the lighthouse at Cape Murr was not sold to a hotel chain", TOLD, StanceKind.RELATED),
        ("Was the lighthouse at Cape Murr sold to a hotel chain?", TOLD, StanceKind.RELATED),
    ],
)
def test_a_body_supports_contradicts_tells_about_or_is_of_another_matter(headline: str, body: str, kind: StanceKind | None) -> None:
    assert found(headline, body).kind is kind


def test_the_words_that_speak_against_a_headline_are_shown() -> None:
    assert found(HEADLINE, HOAX).words == ("hoax",)


def test_a_negation_of_the_headlines_own_words_speaks_against_it() -> None:
    assert found(HEADLINE, "The lighthouse at Cape Murr was not sold to a hotel chain or to anybody.").words == ("not sold",)


def test_a_body_without_words_is_of_another_matter() -> None:
    assert found(HEADLINE, "").kind is None
    assert found("", TOLD).kind is None


@given(st.text(), st.text())
def test_any_headline_and_body_have_one_bearing(headline: str, body: str) -> None:
    made = found(headline, body)
    assert 0 <= made.related <= 1
    assert made.against >= 0
    assert made == found(headline, body)
