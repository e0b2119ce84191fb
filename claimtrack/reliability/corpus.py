"""A report looked up by outlet and by speaker: who says what where, and what else bears on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import attrs

from claimtrack.model.case import AGAINST, FOR
from claimtrack.model.lineage import Contraction
from claimtrack.model.naming import carried_for
from claimtrack.model.records import Statement
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import Certainty
from claimtrack.model.values import Link, Period
from claimtrack.model.view import View

T = TypeVar("T")


def _gathered(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Things by key, in the order given, each once."""
    found: dict[str, dict[T, None]] = defaultdict(dict)
    for key, thing in pairs:
        found[key][thing] = None
    return {key: tuple(things) for key, things in found.items()}


@attrs.frozen
class Told:
    """One claim with the statements of one outlet or speaker that support it."""

    report: SupportReport
    own: tuple[Statement, ...]


class Corpus:
    """The claims of a report by who carries them and who is quoted with them.

    Args:
        report: every claim with its sourcing and flags.
    """

    def __init__(self, report: Report) -> None:
        self.view: View = report.view
        self.reports = sorted(report.claims, key=lambda each: (each.name, each.claim.key))

    @cached_property
    def articles(self) -> Mapping[str, tuple[str, ...]]:
        """The articles of each outlet."""
        return carried_for(self.view)

    def outlet(self, statement: Statement) -> str:
        """Who publishes a statement's article; empty where nobody knows."""
        return self.publisher(self.view.resolve(statement.article))

    def publisher(self, article: str) -> str:
        """Who publishes an article; empty where nobody knows."""
        known = self.view.articles.get(article)
        return self.view.resolve(known.outlet) if known and known.outlet else ""

    def appeared(self, article: str) -> Period | None:
        """When an article appeared, where that is known."""
        known = self.view.articles.get(self.view.resolve(article))
        return known.published.on if known and known.published else None

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements in the articles of each outlet."""
        return _gathered((self.outlet(statement), statement) for statement in self._statements)

    @cached_property
    def said_by(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each speaker: those whose chain ends there."""
        return _gathered((key, statement) for statement in self._statements for key in self.speakers(statement))

    @cached_property
    def passed_by(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that each speaker passes on from another."""
        return _gathered((key, each) for each in self._statements for link in each.chain[:-1] for key in self._holders(link))

    @cached_property
    def quoted(self) -> frozenset[str]:
        """Whoever is named in a chain, outlets among them."""
        return frozenset({*self.said_by, *self.passed_by})

    def speakers(self, statement: Statement) -> tuple[str, ...]:
        """Who makes a statement: the innermost holders; nobody where it is the article's own word."""
        return self._holders(statement.chain[-1]) if statement.chain else ()

    def _holders(self, link: Link) -> tuple[str, ...]:
        return () if link.certainty is Certainty.UNRESOLVED else tuple(map(self.view.resolve, link.holders))

    @property
    def _statements(self) -> Sequence[Statement]:
        return [self.view.statements[key] for key in sorted(self.view.statements)]

    def in_support(self, report: SupportReport) -> list[Statement]:
        """The statements for a claim."""
        return [self.view.statements[key] for key in report.claim.bearing(*FOR)]

    def against(self, report: SupportReport) -> list[Statement]:
        """The statements that deny or contradict a claim."""
        return [self.view.statements[key] for key in report.claim.bearing(*AGAINST)]

    @cached_property
    def carried_by(self) -> Mapping[str, tuple[Told, ...]]:
        """The claims that each outlet carries."""
        return self._told(lambda statement: (self.outlet(statement),))

    @cached_property
    def claimed_by(self) -> Mapping[str, tuple[Told, ...]]:
        """The claims that each speaker is quoted in support of."""
        return self._told(self.speakers)

    def _told(self, whose: Callable[[Statement], Iterable[str]]) -> Mapping[str, tuple[Told, ...]]:
        found: dict[str, list[Told]] = defaultdict(list)
        for report in self.reports:
            own = _gathered((key, statement) for statement in self.in_support(report) for key in whose(statement))
            for key, statements in own.items():
                found[key].append(Told(report, statements))
        return {key: tuple(told) for key, told in found.items()}

    @cached_property
    def copies(self) -> Mapping[str, tuple[Contraction, ...]]:
        """For each article, from what text of another outlet it is copied, as far as tracing a claim showed."""
        sides = [side.lineage for report in self.reports for side in (report.support, report.denial)]
        found = {contraction for lineage in sides for contraction in lineage.contractions}
        ordered = sorted(found, key=lambda each: (each.article, each.into, str(each.kind), each.declared))
        return _gathered((each.article, each) for each in ordered if self._foreign(each))

    def _foreign(self, copy: Contraction) -> bool:
        outlet = self.publisher(copy.article)
        return not outlet or outlet not in (copy.into, self.publisher(copy.into))

    @cached_property
    def flagged(self) -> Mapping[str, frozenset[str]]:
        """For each flag by its code, the evidence over all claims."""
        found: dict[str, set[str]] = defaultdict(set)
        for report in self.reports:
            for flag in report.flags:
                found[flag.code].update(flag.evidence)
        return {code: frozenset(keys) for code, keys in found.items()}

    @cached_property
    def altered(self) -> frozenset[str]:
        """The statements whose quoted words are recorded to differ from those of the text that they were taken from."""
        return frozenset(key for each in self.view.derivations if not each.proposed for key in each.altered)
