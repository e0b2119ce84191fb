"""Tests of findings: places, fingerprints that stay the same, and how findings stand to those of an earlier run."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from claimtrack import Ledger, Report, track
from claimtrack.errors import Place
from claimtrack.model import Anchor, Article, Judgement, Maker, MakerKind, Statement, Verdict, Voice
from claimtrack.model.findings import Finding, State
from claimtrack.model.reports import Level, Log
from claimtrack.model.terms import Framing
from claimtrack.reports import compared, findings
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import claim, ledger, said

TOWN = ledger(said("S1", "person:brand"), about=claim(label="C1"))
PROGRAM = Maker(name="reader", kind=MakerKind.SOFTWARE)


def told(source: Ledger, places: dict[str, Place] | None = None) -> Report:
    """The report on a ledger whose records stand at these places, by their keys."""
    at = {record.id: place for record in source if (place := (places or {}).get(getattr(record, "key", "")))}
    return track(source, log=Log(places=at))


def by_name(report: Report) -> dict[str, Finding]:
    return {each.name: each for each in findings(report)}


def prints(report: Report) -> set[str]:
    return {each.fingerprint for each in findings(report)}


def read_alone(key: str = "S7", words: str = "0123456789abcdef", start: int = 0) -> Statement:
    """A statement that a program read, which is a claim by itself."""
    return Statement(
        key=key,
        article="a1",
        anchor=Anchor(start=start, end=start + 9, digest=words),
        voice=Voice.AUTHORIAL,
        framing=Framing.REPORTED_FACT,
        proposition="The old ferry sank off the mole",
        maker=PROGRAM,
    )


class TestFindings:
    def test_every_flag_of_every_claim_is_one_finding(self, seeds: Report) -> None:
        found = sorted((each.claim, each.code, each.message) for each in findings(seeds))
        assert found == sorted((claim.claim.key, flag.code, flag.reason) for claim in seeds.claims for flag in claim.flags)

    def test_they_stand_in_the_order_of_their_places(self, seeds: Report) -> None:
        places = [each.place for each in findings(seeds) if each.place]
        assert places == sorted(places)
        assert len(places) == len(findings(seeds))

    def test_a_claim_with_a_record_is_told_at_its_record_and_its_evidence_is_related(self) -> None:
        found = by_name(told(TOWN, {"claim:dam-leaks": Place("c.toml", 7), "S1": Place("s.toml", 3)}))["single-source"]
        assert (found.place, [(each.key, each.place) for each in found.related]) == (Place("c.toml", 7), [("S1", Place("s.toml", 3))])
        assert (found.about, found.level) == ("C1", Level.WARNING)

    def test_a_claim_without_a_record_is_told_at_the_evidence_of_the_flag_and_called_by_its_words(self) -> None:
        alone = ledger(read_alone())
        found = [each for each in findings(told(alone, {"S7": Place("a.txt", 4, 9)})) if each.claim == "S7"]
        assert {(each.place, each.related, each.about) for each in found} == {
            (Place("a.txt", 4, 9), (), "“The old ferry sank off the mole”")
        }

    def test_a_flag_that_rests_on_an_article_is_told_at_the_claims_statement_and_one_that_rests_on_another_statement_there(self) -> None:
        places = {"S7": Place("a.txt", 4, 9), "S8": Place("a.txt", 8), "a1": Place("a.txt", 1)}
        hedged = attrs.evolve(read_alone("S8"), framing=Framing.HEDGED)
        same = Judgement(left="S7", right="S8", verdict=Verdict.SAME, maker=PROGRAM)
        found = {each.name: each for each in findings(told(ledger(read_alone(), hedged, same), places)) if each.claim == "S7"}
        assert (found["single-carrier"].place, found["single-carrier"].related[0].key) == (places["S7"], "a1")
        assert found["hedged"].place == places["S8"]

    def test_words_that_hold_quotation_marks_are_put_between_others(self) -> None:
        quoted = attrs.evolve(read_alone(), proposition="The ferry is “as good as new”, he says")
        assert {each.about for each in findings(track(ledger(quoted)))} >= {"‘The ferry is “as good as new”, he says’"}

    def test_a_record_that_several_files_describe_is_found_at_the_first_of_them(self) -> None:
        twice = TOWN | Ledger([claim(label="C1", note="seen again")])
        places = {record.id: Place("b.toml", 2) for record in twice if getattr(record, "key", "") == "claim:dam-leaks"}
        found = findings(track(twice, log=Log(places=places)))
        assert {each.place for each in found} == {Place("b.toml", 2)}

    def test_without_files_there_are_no_places(self) -> None:
        assert {each.place for each in findings(track(TOWN))} == {None}


class TestFingerprints:
    def test_it_is_the_one_that_it_was(self) -> None:
        assert {each.name: each.fingerprint for each in findings(track(TOWN))} == {
            "single-carrier": "4faeaf24b76df05c",
            "single-source": "f199954bd00bcb5b",
        }

    @pytest.mark.parametrize(
        "changed",
        [
            ledger(said("S1", "person:brand"), about=claim(label="Z9", note="renamed")),
            ledger(said("S1", "person:brand"), about=claim(wording="Water seeps through the dam.")),
            ledger(said("S1", "person:brand"), claim("claim:other"), said("S8", "person:oro", of="claim:other"), about=claim(label="C1")),
            ledger(said("S2", "person:oro"), about=claim(label="C1")),
        ],
        ids=["label", "wording", "another claim", "another witness"],
    )
    def test_labels_wordings_evidence_and_other_claims_do_not_change_it(self, changed: Ledger) -> None:
        assert prints(track(TOWN)) <= prints(track(changed))

    def test_places_do_not_change_it(self) -> None:
        assert prints(told(TOWN, {"S1": Place("x", 1)})) == prints(told(TOWN, {"S1": Place("y", 99)}))

    def test_that_of_a_claim_without_a_record_follows_its_words_wherever_they_move(self) -> None:
        here, there = ledger(read_alone()), ledger(read_alone("S8", start=300))
        other = ledger(read_alone(words="fedcba9876543210"))
        assert prints(track(here)) == prints(track(there))
        assert prints(track(here)).isdisjoint(prints(track(other)) - prints(track(ledger())))

    def test_two_claims_in_the_same_words_of_one_article_are_told_apart(self) -> None:
        found = findings(track(ledger(read_alone(), read_alone("S8", start=300))))
        assert len({each.fingerprint for each in found}) == len(found) > 2

    @given(coherent_ledgers() | adversarial_ledgers())
    def test_no_two_findings_share_one_and_the_order_of_records_does_not_matter(self, drawn: Ledger) -> None:
        found = findings(track(drawn))
        assert len({each.fingerprint for each in found}) == len(found)
        assert found == findings(track(Ledger(reversed(list(drawn)))))

    @pytest.mark.slow
    @given(coherent_ledgers())
    def test_an_article_that_nothing_refers_to_changes_nothing(self, drawn: Ledger) -> None:
        assert prints(track(drawn)) == prints(track(drawn | Ledger([Article(key="article:quay-mercury-of-next-week")])))


class TestCompared:
    def finding(self, fingerprint: str, message: str = "one origin on record") -> Finding:
        return Finding(
            code="CT101", name="single-source", level=Level.WARNING, claim="claim:dam-leaks", message=message, fingerprint=fingerprint
        )

    def test_each_is_new_unchanged_updated_or_absent(self) -> None:
        before = [self.finding("a"), self.finding("b"), self.finding("c")]
        now = [self.finding("d"), self.finding("a"), self.finding("b", message="other")]
        states = [(each.fingerprint, state) for each, state in compared(now, before)]
        assert states == [("d", State.NEW), ("a", State.UNCHANGED), ("b", State.UPDATED), ("c", State.ABSENT)]

    def test_a_place_that_moved_is_no_change(self) -> None:
        one = self.finding("a")
        ((_, state),) = compared([attrs.evolve(one, place=Place("x", 9))], [attrs.evolve(one, place=Place("x", 2))])
        assert state is State.UNCHANGED

    @pytest.mark.slow
    @given(coherent_ledgers(), coherent_ledgers())
    def test_none_is_lost_and_what_is_new_one_way_is_absent_the_other(self, one: Ledger, other: Ledger) -> None:
        old, new = findings(track(one)), findings(track(other))
        there, back = dict(rows(new, old)), dict(rows(old, new))
        assert there.keys() == back.keys() == {each.fingerprint for each in (*old, *new)}
        assert {key for key, state in there.items() if state is State.NEW} == {k for k, s in back.items() if s is State.ABSENT}


def rows(now: tuple[Finding, ...], before: tuple[Finding, ...]) -> list[tuple[str, State]]:
    return [(each.fingerprint, state) for each, state in compared(now, before)]
