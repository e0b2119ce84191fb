"""Tests of what articles show of outlets and speakers: a town with two papers, an agency and their sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack import Ledger, Record, Report, track
from claimtrack.model import (
    Anchor,
    Article,
    Dating,
    DerivationKind,
    Framing,
    Maker,
    MakerKind,
    Role,
    Speaker,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    Voice,
)
from claimtrack.model.conduct import Conduct, Measure
from claimtrack.reliability import outlet_conduct, speaker_conduct, wilson
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import CLAIM, article, claim, descends, report, said

Parts = Record | Iterable[Record]
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
HARBOUR, VALLEY = "outlet:harbour", "outlet:valley"


def outlet(key: str, *parts: Parts) -> Conduct:
    return next(each for each in outlet_conduct(report(*parts)) if each.key == key)


def speaker(key: str, *parts: Parts, **fields: Any) -> Conduct:
    found: Report = report(*parts, about=claim(**fields))
    return next(each for each in speaker_conduct(found) if each.key == key)


def seen(measure: Measure) -> tuple[tuple[str, ...], int | None, int]:
    return measure.found, measure.out_of, measure.undecided


def dated(key: str, day: str, outlet: str = HARBOUR) -> Article:
    return article(key, outlet, published=Dating(on=day))


BRAND, ORO = said("S1", "person:brand"), said("S2", "person:oro", article="a2")
DENIAL = said("S3", "person:oro", article="a2", stance=StanceKind.DENIES)
DATES = (dated("a1", "2024-05-01"), dated("a2", "2024-05-03", VALLEY))


class TestWhoseStatements:
    def test_a_statement_is_the_outlets_own_attributed_or_copied_and_never_two_of_these(self) -> None:
        found = outlet(HARBOUR, BRAND, said("S2"), article("a4"), said("S3", article="a4"), descends("a4", "outlet:wire"))
        assert seen(found.measure("own")) == (("S2",), 3, 0)
        assert seen(found.measure("attributed")) == (("S1",), 3, 0)
        assert seen(found.measure("copied")) == (("S3",), 3, 0)

    def test_what_goes_back_to_the_outlet_or_its_author_is_its_own(self) -> None:
        author = Speaker(key="person:quill", name="Ada Quill", kind=SpeakerKind.AUTHOR)
        found = outlet(HARBOUR, said("S1", HARBOUR), said("S2", "person:quill"), author)
        assert found.measure("own").found == ("S1", "S2")

    def test_an_author_who_did_not_write_the_article_is_quoted_like_anybody(self) -> None:
        author = Speaker(key="person:quill", name="Ada Quill", kind=SpeakerKind.AUTHOR)
        found = outlet(HARBOUR, said("S1", "person:quill"), author, article("a1", authors=["Tam Reed"]))
        assert found.measure("attributed").found == ("S1",)
        found = outlet(HARBOUR, said("S1", "person:quill"), author, article("a1", authors=["Ada Quill"]))
        assert found.measure("own").found == ("S1",)

    def test_a_text_taken_from_the_outlet_itself_is_no_copy(self) -> None:
        found = outlet(HARBOUR, article("a4"), said("S1", article="a4"), descends("a4", "a1"))
        assert found.measure("copied").found == ()

    def test_opinion_is_an_opinion_of_anybodys_and_an_authors_forecast(self) -> None:
        parts = [said("S1", "person:brand", framing=Framing.ATTRIBUTED_OPINION), said("S2", framing=Framing.FORECAST)]
        found = outlet(HARBOUR, *parts, said("S3", "person:oro", framing=Framing.FORECAST))
        assert found.measure("opinion").found == ("S1", "S2")

    def test_an_outlet_that_no_record_describes_counts_under_its_name(self) -> None:
        assert outlet("The Gull", article("a1", "The Gull"), BRAND).measure("statements").count == 1


class TestCarrying:
    def test_a_claim_that_no_other_outlet_carries_is_carried_alone(self) -> None:
        assert outlet(HARBOUR, BRAND).measure("alone").found == (CLAIM,)

    def test_a_claim_that_another_carries_too_is_not(self) -> None:
        assert seen(outlet(HARBOUR, BRAND, ORO).measure("alone")) == ((), 1, 0)

    def test_a_copy_in_another_outlet_is_another_outlet(self) -> None:
        copied = said("S2", "person:brand", article="a2")
        assert outlet(HARBOUR, BRAND, copied, descends("a2", "a1")).measure("alone").found == ()

    def test_a_denial_carries_nothing(self) -> None:
        assert outlet(VALLEY, BRAND, DENIAL).measure("claims").found == ()

    def test_outlets_that_carry_one_speaker_share_an_origin(self) -> None:
        (shared,) = outlet(HARBOUR, BRAND, said("S2", "person:brand", article="a2")).shares
        assert (shared.key, shared.name, shared.origins, shared.claims) == (VALLEY, "Valley Herald", ("Ilse Brand",), (CLAIM,))

    def test_outlets_with_speakers_of_their_own_share_none(self) -> None:
        assert outlet(HARBOUR, BRAND, ORO).shares == ()


def quoted(*keys: str) -> list[Statement]:
    """Statements in direct speech."""
    fact, place = Framing.ATTRIBUTED_FACT, Anchor(start=0, end=9)
    return [Statement(key=key, article="a1", anchor=place, chain=["person:brand"], voice=Voice.DIRECT, framing=fact) for key in keys]


class TestCare:
    def test_an_undeclared_copy_is_counted_and_a_declared_one_is_not(self) -> None:
        silent = descends("a1", "outlet:wire")
        told = descends("a1", "outlet:wire", declared=True)
        assert outlet(HARBOUR, BRAND, silent).measure("undeclared-copies").found == ("a1",)
        assert outlet(HARBOUR, BRAND, told).measure("undeclared-copies").found == ()

    def test_altered_quotes_are_counted_out_of_what_is_quoted(self) -> None:
        altered = descends("a1", "outlet:wire", DerivationKind.EXCERPT, altered=["Q1"])
        assert seen(outlet(HARBOUR, *quoted("Q1", "Q2"), said("S1"), altered).measure("altered-quotes")) == (("Q1",), 2, 0)

    def test_an_alteration_that_is_only_proposed_is_not_counted(self) -> None:
        proposed = descends("a1", "outlet:wire", altered=["Q1"], proposed=True)
        assert seen(outlet(HARBOUR, *quoted("Q1"), proposed).measure("altered-quotes")) == ((), 1, 0)

    def test_a_source_that_stands_elsewhere_in_the_article_is_lost_where_the_same_is_told_without(self) -> None:
        assert seen(outlet(HARBOUR, BRAND, said("S2")).measure("attribution-lost")) == (("S2",), 1, 0)


class TestHeadlines:
    HEAD = said("H1", role=Role.HEADLINE)

    def test_a_headline_that_the_body_repeats_is_borne_out(self) -> None:
        assert seen(outlet(HARBOUR, self.HEAD, BRAND).measure("headlines")) == ((), 1, 0)

    def test_a_headline_that_the_body_does_not_repeat_is_not(self) -> None:
        assert outlet(HARBOUR, self.HEAD).measure("headlines").found == ("H1",)

    def test_the_body_of_another_article_does_not_bear_it_out(self) -> None:
        assert outlet(HARBOUR, self.HEAD, ORO).measure("headlines").found == ("H1",)

    def test_a_deck_is_no_body(self) -> None:
        assert outlet(HARBOUR, self.HEAD, said("D1", role=Role.DECK)).measure("headlines").found == ("H1",)

    def test_a_headline_that_the_article_contradicts_itself_is_not_borne_out(self) -> None:
        against = said("S4", stance=StanceKind.CONTRADICTS)
        assert outlet(HARBOUR, self.HEAD, BRAND, against).measure("headlines").found == ("H1",)

    def test_a_denial_that_the_article_quotes_does_not_count_against_it(self) -> None:
        against = said("S4", "person:oro", stance=StanceKind.DENIES)
        assert outlet(HARBOUR, self.HEAD, BRAND, against).measure("headlines").found == ()

    def test_a_headline_that_bears_on_no_claim_is_not_counted(self) -> None:
        assert seen(outlet(HARBOUR, said("H1", role=Role.HEADLINE, stance=None)).measure("headlines")) == ((), 0, 0)

    def test_a_headline_that_a_program_joined_with_nothing_is_undecided(self) -> None:
        reader = Maker(name="a reader", kind=MakerKind.SOFTWARE)
        head = said("H1", role=Role.HEADLINE, stance=None, maker=reader, proposition="The dam leaks a lot.")
        assert seen(outlet(HARBOUR, head).measure("headlines")) == ((), 0, 1)


class TestLater:
    def test_a_denial_by_another_on_a_later_day_is_counted(self) -> None:
        assert seen(outlet(HARBOUR, BRAND, DENIAL, *DATES).measure("contradicted-later")) == ((CLAIM,), 1, 0)

    def test_a_denial_of_an_earlier_day_is_not(self) -> None:
        earlier = dated("a2", "2024-04-01", VALLEY)
        assert seen(outlet(HARBOUR, BRAND, DENIAL, DATES[0], earlier).measure("contradicted-later")) == ((), 1, 0)

    def test_a_denial_in_its_own_articles_is_not_by_another(self) -> None:
        own = said("S4", "person:oro", article="a4", stance=StanceKind.DENIES)
        assert outlet(HARBOUR, BRAND, own, dated("a1", "2024-05-01"), dated("a4", "2024-05-09")).measure("contradicted-later").found == ()

    def test_a_denial_without_a_date_leaves_it_open(self) -> None:
        assert seen(outlet(HARBOUR, BRAND, DENIAL).measure("contradicted-later")) == ((), 0, 1)

    def test_another_origin_on_a_later_day_bears_a_claim_out(self) -> None:
        assert seen(outlet(HARBOUR, BRAND, ORO, *DATES).measure("confirmed-later")) == ((CLAIM,), 1, 0)

    def test_whoever_came_first_was_not_borne_out_by_what_came_before(self) -> None:
        assert seen(outlet(VALLEY, BRAND, ORO, *DATES).measure("confirmed-later")) == ((), 1, 0)

    def test_the_same_origin_once_more_bears_nothing_out(self) -> None:
        again = said("S2", "person:brand", article="a2")
        assert seen(outlet(HARBOUR, BRAND, again, *DATES).measure("confirmed-later")) == ((), 1, 0)


class TestSpeakers:
    def test_what_a_speaker_says_is_told_from_what_it_passes_on(self) -> None:
        found = speaker("doc:survey", said("S1", "doc:survey"), said("S2", "doc:survey", "person:oro", article="a2"))
        assert found.measure("statements").found == ("S1",)
        assert found.measure("passed-on").found == ("S2",)
        assert found.measure("outlets").found == (HARBOUR, VALLEY)

    def test_the_only_origin_on_record_is_counted(self) -> None:
        assert speaker("person:brand", BRAND).measure("sole-origin").found == (CLAIM,)
        assert speaker("person:brand", BRAND, ORO).measure("sole-origin").found == ()

    def test_a_denial_by_ones_own_side_is_not_by_others(self) -> None:
        office = said("S2", "gov:dam", article="a2", stance=StanceKind.DENIES)
        assert speaker("person:keeper", said("S1", "person:keeper"), office).measure("denied").found == ()
        assert speaker("person:brand", BRAND, office).measure("denied").found == (CLAIM,)

    def test_a_claim_about_those_one_speaks_for_is_on_ones_own_side(self) -> None:
        about = {"subjects": ["gov:dam"]}
        assert speaker("person:keeper", said("S1", "person:keeper"), **about).measure("own-side").found == (CLAIM,)
        assert speaker("person:brand", BRAND, **about).measure("own-side").found == ()

    def test_a_later_denial_and_a_later_origin_are_counted(self) -> None:
        found = speaker("person:brand", BRAND, DENIAL, *DATES)
        assert seen(found.measure("contradicted-later")) == ((CLAIM,), 1, 0)
        assert seen(speaker("person:brand", BRAND, ORO, *DATES).measure("confirmed-later")) == ((CLAIM,), 1, 0)

    def test_an_outlet_that_others_cite_is_a_source_too(self) -> None:
        assert speaker("outlet:wire", said("S1", "outlet:wire")).measure("statements").found == ("S1",)


class TestShares:
    def parts(self, many: int) -> list[list[Record]]:
        return [said(f"S{number:02}", *(["person:brand"] if number % 2 else [])) for number in range(many)]

    def test_below_ten_there_is_no_share_and_no_interval(self) -> None:
        measure = outlet(HARBOUR, *self.parts(9)).measure("own")
        assert (measure.count, measure.out_of, measure.share, measure.interval) == (5, 9, None, None)

    def test_from_ten_on_there_is_a_share_with_its_interval(self) -> None:
        measure = outlet(HARBOUR, *self.parts(10)).measure("own")
        assert (measure.share, measure.interval) == (0.5, wilson(5, 10))

    def test_an_unknown_measure_is_an_error(self) -> None:
        with pytest.raises(KeyError, match="charm"):
            outlet(HARBOUR).measure("charm")


@SLOW
@given(coherent_ledgers() | adversarial_ledgers())
def test_no_count_is_above_what_it_is_counted_out_of(a: Ledger) -> None:
    found = track(a)
    for conduct in (*outlet_conduct(found), *speaker_conduct(found)):
        for measure in conduct.measures:
            assert measure.out_of is None or measure.count <= measure.out_of
            assert (measure.interval is not None) == (measure.out_of is not None and measure.out_of >= 10)


@SLOW
@given(coherent_ledgers() | adversarial_ledgers())
def test_statements_are_own_attributed_or_copied(a: Ledger) -> None:
    for conduct in outlet_conduct(track(a)):
        parts = [key for name in ("own", "attributed", "copied") for key in conduct.measure(name).found]
        assert sorted(parts) == list(conduct.measure("statements").found)


@SLOW
@given(coherent_ledgers())
def test_sharing_an_origin_is_mutual(a: Ledger) -> None:
    shares = {(each.key, shared.key, shared.claims, shared.origins) for each in outlet_conduct(track(a)) for shared in each.shares}
    assert shares == {(other, one, claims, origins) for one, other, claims, origins in shares}


def test_a_stance_without_a_statement_moves_nothing() -> None:
    stray = Stance(statement="S9", claim=CLAIM, kind=StanceKind.DENIES)
    assert outlet(HARBOUR, BRAND, stray) == outlet(HARBOUR, BRAND)
