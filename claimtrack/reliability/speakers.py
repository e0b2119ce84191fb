"""What the articles show of a speaker: how often and through whom it is quoted, and what became of what it said."""

from __future__ import annotations

from functools import cached_property

import attrs

from claimtrack.model.records import Statement
from claimtrack.reliability.corpus import Corpus, Told
from claimtrack.reliability.counting import Row, Tally, claims, in_time, statements
from claimtrack.reliability.later import When, after, bearers, independent
from claimtrack.reliability.outlets import opinion


@attrs.frozen
class Quoted:
    """One speaker with the statements and claims that are its own."""

    key: str
    corpus: Corpus

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """The statements that go back to it."""
        return self.corpus.said_by.get(self.key, ())

    @cached_property
    def claimed(self) -> tuple[Told, ...]:
        """The claims that it is quoted in support of."""
        return self.corpus.claimed_by.get(self.key, ())

    @cached_property
    def actors(self) -> frozenset[str]:
        """Whom it speaks for."""
        return self.corpus.view.actors(self.key)

    def others_against(self, told: Told) -> list[Statement]:
        """The denials of a claim by whoever does not speak for the same."""
        return [each for each in self.corpus.against(told.report) if not self._same_side(each)]

    def _same_side(self, statement: Statement) -> bool:
        return any(not self.actors.isdisjoint(self.corpus.view.actors(key)) for key in self.corpus.speakers(statement))


def through(speaker: Quoted) -> Tally:
    """The outlets in whose articles it is quoted or passes something on."""
    said = (*speaker.said, *speaker.corpus.passed_by.get(speaker.key, ()))
    return Tally(tuple(sorted({speaker.corpus.outlet(each) for each in said} - {""})))


def sole(speaker: Quoted) -> Tally:
    """The claims of which it is the only origin on record."""
    found = [each for each in speaker.claimed if [node.key for node in each.report.support.lineage.on_record.arriving] == [speaker.key]]
    return claims(found, speaker.claimed)


def denied(speaker: Quoted) -> Tally:
    """The claims that somebody else denies or contradicts, at whatever time."""
    return claims([each for each in speaker.claimed if speaker.others_against(each)], speaker.claimed)


def interested(speaker: Quoted) -> Tally:
    """The claims that are about whom it speaks for."""
    return claims([each for each in speaker.claimed if speaker.actors <= _subjects(speaker, each)], speaker.claimed)


def _subjects(speaker: Quoted, told: Told) -> frozenset[str]:
    return frozenset(actor for subject in told.report.claim.subjects for actor in speaker.corpus.view.actors(subject))


def contradicted(speaker: Quoted) -> Tally:
    """The claims that somebody else denied or contradicted in an article of a later day."""
    return in_time(speaker.claimed, lambda told: _after(speaker, told, tuple(each.article for each in speaker.others_against(told))))


def confirmed(speaker: Quoted) -> Tally:
    """The claims that articles of a later day carry from an origin on record that shares nothing with it."""
    return in_time(speaker.claimed, lambda told: _after(speaker, told, bearers(independent(told.report.support.lineage, [speaker.key]))))


def _after(speaker: Quoted, told: Told, articles: tuple[str, ...]) -> When:
    appeared = speaker.corpus.appeared
    return after([appeared(each.article) for each in told.own], [appeared(article) for article in articles])


ROWS: tuple[Row[Quoted], ...] = (
    Row("statements", "statements", lambda speaker: statements(speaker.said)),
    Row("passed-on", "statements of others that it passes on", lambda s: statements(s.corpus.passed_by.get(s.key, ()))),
    Row("outlets", "outlets that quote it", through),
    Row("claims", "claims that it is quoted in support of", lambda speaker: claims(speaker.claimed)),
    Row("opinion", "statements framed as opinion", lambda s: statements([each for each in s.said if opinion(each)], s.said)),
    Row("sole-origin", "claims of which it is the only origin on record", sole),
    Row("own-side", "claims about itself or those it speaks for", interested),
    Row("denied", "claims that others deny or contradict", denied),
    Row("contradicted-later", "claims denied or contradicted later by others", contradicted),
    Row("confirmed-later", "claims that an independent origin put forward later too", confirmed),
)
"""What is counted of a speaker, in the order of a card."""
