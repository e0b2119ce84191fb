"""Tests of who credits whom: sources that articles name, and when two of them mean one story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import (
    Article,
    Dating,
    Judgement,
    Ledger,
    Lineage,
    NodeKind,
    Notice,
    NoticeKind,
    Period,
    Record,
    Speaker,
    SpeakerKind,
    Verdict,
    View,
)
from claimtrack.model.claims import Claims
from claimtrack.provenance import Citing, Story, Tracer, certify, citings, stories
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import article, cites, ledger, said

LOCAL = Speaker(key="anon:local", name="local media", kind=SpeakerKind.ANONYMOUS)
DAYS = st.none() | st.integers(0, 400)


def view(*parts: Record | Sequence[Record]) -> View:
    return ledger(*parts).view


def on(key: str, day: str, outlet: str = "outlet:harbour", **fields: object) -> Article:
    return article(key, outlet, published=Dating(on=Period.parse(day)), **fields)


def cited(*parts: Record | Sequence[Record]) -> list[tuple[str, str, str]]:
    return [(each.article, each.source, each.how) for each in citings(view(*parts))]


class TestWhoCreditsWhom:
    @pytest.mark.parametrize("source", ["outlet:valley", "doc:survey", "anon:local"])
    def test_an_outlet_a_document_and_unnamed_media_are_credited_by_statements(self, source: str) -> None:
        (found,) = citings(view(LOCAL, on("a1", "2024-03-05"), said("S1", source, "person:brand"), said("S2", source)))
        assert found == Citing(article="a1", source=source, statements=("S1", "S2"), on=Period.parse("2024-03-05"))

    @pytest.mark.parametrize("source", ["person:brand", "gov:dam", "anon:worker", "outlet:harbour", "nobody known"])
    def test_people_offices_nameless_workers_and_the_outlet_itself_are_not(self, source: str) -> None:
        assert cited(said("S1", source)) == []

    @pytest.mark.parametrize(
        ("name", "found"), [("state media", 1), ("the Coastland press", 1), ("a pressman", 0), ("media adviser", 0), ("?", 0)]
    )
    def test_unnamed_media_are_told_by_the_last_word_of_their_name(self, name: str, found: int) -> None:
        assert len(cited(Speaker(key="anon:some", name=name, kind=SpeakerKind.GROUP), said("S1", "anon:some"))) == found

    @pytest.mark.parametrize(("kind", "found"), [(kind, kind is not NoticeKind.PHOTO) for kind in NoticeKind])
    def test_notices_credit_for_the_text_and_not_for_pictures(self, kind: NoticeKind, found: bool) -> None:
        noticed = article("a1", notices=[Notice(kind=kind, cites=["Tidewire", "Harbour Post"])])
        assert cited(noticed) == ([("a1", "outlet:wire", str(kind))] if found else [])

    def test_a_source_that_nothing_goes_by_is_named_as_written(self) -> None:
        assert cited(article("a1", notices=[Notice(kind=NoticeKind.CREDIT, cites=["the Northern Lantern"])])) == [
            ("a1", "the Northern Lantern", "credit")
        ]

    @given(coherent_ledgers() | adversarial_ledgers())
    def test_no_article_credits_itself_and_the_order_is_fixed(self, given: Ledger) -> None:
        found = citings(given.view)
        assert list(found) == sorted(set(found))
        for citing in found:
            outlet = given.view.articles[citing.article].outlet if citing.article in given.view.articles else ""
            assert citing.source not in (citing.article, given.view.resolve(outlet) if outlet else None)


def citing(key: str, day: int | None) -> Citing:
    when = None if day is None else date(2024, 1, 1) + timedelta(days=day)
    return Citing(article=key, source="outlet:wire", on=None if when is None else Period(when, when))


def told(days: Sequence[int | None], like: frozenset[int] = frozenset(), window: int = 14) -> list[tuple[str, ...]]:
    """The articles of each story; those of the places in `like` are of like content."""
    found = [citing(f"a{place}", day) for place, day in enumerate(days)]
    alike = {f"a{place}" for place in like}
    return [
        story.articles for story in stories(found, view(), alike=lambda one, other: {one.article, other.article} <= alike, window=window)
    ]


class TestStories:
    def test_within_a_fortnight_it_is_one_story_and_after_it_another(self) -> None:
        assert told([0, 14]) == [("a0", "a1")]
        assert told([0, 15]) == [("a0",), ("a1",)]
        assert told([0, 15], window=20) == [("a0", "a1")]

    def test_articles_in_between_hold_a_story_together(self) -> None:
        assert told([0, 24, 12]) == [("a0", "a1", "a2")]

    def test_a_month_is_as_near_as_its_nearest_day(self) -> None:
        month = Citing(article="m", source="outlet:wire", on=Period.parse("2024-01"))
        assert len(stories([month, citing("a", 40)], view())) == 1
        assert len(stories([month, citing("a", 50)], view())) == 2

    def test_without_a_date_like_content_decides(self) -> None:
        assert told([None, None]) == [("a0",), ("a1",)]
        assert told([None, None], frozenset({0, 1})) == [("a0", "a1")]
        assert told([0, 300, None], frozenset({1, 2})) == [("a0",), ("a1", "a2")]

    def test_an_undated_article_never_makes_one_story_of_two(self) -> None:
        assert told([0, 300, None], frozenset({0, 1, 2})) == [("a0", "a2"), ("a1",)]

    def test_dates_that_exclude_each_other_outweigh_like_content(self) -> None:
        assert told([0, 240], frozenset({0, 1})) == [("a0",), ("a1",)]

    def test_two_undated_articles_whose_statements_are_judged_the_same_mean_one_story(self) -> None:
        told_twice = [said("S1", "outlet:wire", stance=None), said("S2", "outlet:wire", article="a2", stance=None)]
        same = Judgement(left="S1", right="S2", verdict=Verdict.SAME)
        apart, together = (view(*told_twice, *more) for more in ((), (same,)))
        assert [len(stories(citings(each), each)) for each in (apart, together)] == [2, 1]

    def test_two_undated_articles_that_share_a_claim_mean_one_story(self) -> None:
        given = view(said("S1", "outlet:wire"), said("S2", "outlet:wire", article="a2"))
        assert stories(citings(given), given) == (Story(source="outlet:wire", articles=("a1", "a2")),)
        apart = view(said("S1", "outlet:wire"), said("S2", "outlet:wire", article="a2", stance=None))
        assert len(stories(citings(apart), apart)) == 2

    def test_a_story_spans_the_days_of_those_who_cite_it(self) -> None:
        (story,) = stories([citing("a", 0), citing("b", 4)], view())
        assert story.on == Period.parse("2024-01-01/2024-01-05")

    @given(st.lists(DAYS, max_size=8), st.frozensets(st.integers(0, 7)), st.randoms(use_true_random=False))
    def test_each_citing_is_in_one_story_whatever_the_order(self, days: list[int | None], like: frozenset[int], dice: Random) -> None:
        found = [citing(f"a{place}", day) for place, day in enumerate(days)]
        keys = {f"a{place}" for place in like}

        def told(given: Sequence[Citing]) -> tuple[Story, ...]:
            return stories(given, view(), alike=lambda one, other: {one.article, other.article} <= keys)

        assert told(dice.sample(found, len(found)) + found) == told(found)
        assert sorted(key for story in told(found) for key in story.articles) == sorted(each.article for each in found)

    @given(st.lists(st.integers(0, 400), max_size=8))
    def test_two_stories_of_a_source_are_further_apart_than_the_window(self, days: list[int]) -> None:
        spans = sorted(story.on for story in stories([citing(f"a{n}", day) for n, day in enumerate(days)], view()) if story.on)
        assert all((later.start - earlier.end).days > 14 for earlier, later in pairwise(spans))


def traced(*parts: Record | Sequence[Record]) -> Lineage:
    given = view(*parts)
    (claim,) = Claims(given).all
    return Tracer(given).support(claim)


def bounds(lineage: Lineage) -> tuple[int, int]:
    certificate = certify(lineage)
    assert certificate.verify(lineage)
    return certificate.lower, certificate.upper


class TestLines:
    QUOTING = (*said("S1", "outlet:wire", "person:brand"), *said("S2", "outlet:wire", "person:oro", article="a2"))

    def test_one_story_of_an_outlet_caps_what_comes_through_it(self) -> None:
        near = on("a1", "2024-03-05"), on("a2", "2024-03-09", "outlet:valley")
        assert bounds(traced(self.QUOTING, near)) == (1, 1)
        assert bounds(traced(self.QUOTING)) == (1, 1)

    def test_two_stories_eight_months_apart_are_two_ways(self) -> None:
        lineage = traced(self.QUOTING, on("a1", "2024-03-05"), on("a2", "2024-11-05", "outlet:valley"))
        assert bounds(lineage) == (2, 2)
        assert [node.name for node in lineage.nodes if node.kind is NodeKind.OUTLET] == ["Tidewire", "Tidewire, story of 2024-11-05"]

    def test_an_outlet_is_one_origin_however_many_stories_it_has(self) -> None:
        given = said("S1", "outlet:wire"), said("S2", "outlet:wire", article="a2")
        lineage = traced(*given, on("a1", "2024-03-05"), on("a2", "2024-11-05", "outlet:valley"))
        assert len(lineage.origins) == 2
        assert bounds(lineage) == (1, 1)

    def test_a_document_is_one_text_whenever_it_is_cited(self) -> None:
        given = said("S1", "doc:survey", "person:brand"), said("S2", "doc:survey", "person:oro", article="a2")
        assert bounds(traced(*given, on("a1", "2024-03-05"), on("a2", "2024-11-05", "outlet:valley"))) == (1, 1)

    def test_a_recorded_citation_counts_like_a_statements(self) -> None:
        given = [
            *said("S1", "person:brand"),
            *said("S2", "person:oro", article="a2"),
            cites("a1", "outlet:wire"),
            cites("a2", "outlet:wire"),
        ]
        assert bounds(traced(given)) == (1, 1)
        assert bounds(traced(given, on("a1", "2024-03-05"), on("a2", "2024-11-05", "outlet:valley"))) == (2, 2)

    def test_an_outlet_whose_own_article_is_at_hand_is_not_told_apart(self) -> None:
        own = on("a3", "2024-03-04", "outlet:wire"), said("S3", "person:brand", article="a3")
        lineage = traced(self.QUOTING, *own, on("a1", "2024-03-05"), on("a2", "2024-11-05", "outlet:valley"))
        assert [node.name for node in lineage.nodes if node.kind is NodeKind.OUTLET] == ["Tidewire"]

    def test_a_holder_called_like_a_story_is_not_taken_for_one(self) -> None:
        odd = Speaker(key="story:2024-11-05", name="Odd", kind=SpeakerKind.PERSON)
        assert "holder: story:2024-11-05" in traced(odd, said("S1", "story:2024-11-05")).node
