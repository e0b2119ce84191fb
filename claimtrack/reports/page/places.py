"""Where things stand in the page: a stable place for each claim, statement, article and outlet, and links that lead somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from claimtrack.model.records import Stance, Statement
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.reports.page.lines import many
from claimtrack.reports.words import anchor_of, steps

IN_FULL = 12
"""So many of the worst supported claims are told in full in any case."""
FEW = 60
"""A page of no more claims tells all of them in full."""


MOST_DRAWN = 40
"""So many of the worst supported claims have their lines drawn; those of the rest are told in sentences alone."""


@attrs.frozen
class Ref:
    """A name, and the place in the page that it leads to; empty where the page has none."""

    text: str
    to: str = ""


@attrs.define(slots=False)
class Places:
    """What has a place in the page of one report."""

    report: Report

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each article at hand, and of each that statements name without a record of it, in the order of the text."""
        view = self.report.view
        found: dict[str, list[Statement]] = {key: [] for key in view.articles}
        for statement in view.statements.values():
            found.setdefault(view.resolve(statement.article), []).append(statement)
        return {key: tuple(sorted(said, key=lambda each: (each.anchor.start, each.key))) for key, said in sorted(found.items())}

    @cached_property
    def stances(self) -> Mapping[tuple[str, StanceKind], tuple[Stance, ...]]:
        """The stances by statement and kind."""
        found: dict[tuple[str, StanceKind], list[Stance]] = defaultdict(list)
        for stance in self.report.view.stances:
            found[stance.statement, stance.kind].append(stance)
        return {key: tuple(stances) for key, stances in found.items()}

    @cached_property
    def borne(self) -> Mapping[str, tuple[tuple[StanceKind, Ref], ...]]:
        """For each statement, how it bears on which claims."""
        found: dict[str, list[tuple[StanceKind, Ref]]] = defaultdict(list)
        for claim in self.report.claims:
            for bearing in claim.claim.bearings:
                found[bearing.statement].append((bearing.kind, self.claims[claim.claim.key]))
        return {key: tuple(sorted(bears, key=lambda each: (each[1].text, str(each[0])))) for key, bears in found.items()}

    @cached_property
    def claims(self) -> Mapping[str, Ref]:
        """The claims, by key."""
        return {each.claim.key: Ref(each.name, anchor_of("c", each.claim.key)) for each in self.report.claims}

    @cached_property
    def in_a_line(self) -> frozenset[str]:
        """The keys of claims that are told in a line: those of one voice that nobody recorded, the worst supported apart."""
        claims = self.report.claims
        return frozenset(each.claim.key for each in claims[IN_FULL:] if self._alone(each)) if len(claims) > FEW else frozenset()

    def _alone(self, claim: SupportReport) -> bool:
        """Whether nobody recorded a claim, and one voice in one article alone says or denies it."""
        view, bearings = self.report.view, claim.claim.bearings
        said = [view.statements[bearing.statement] for bearing in bearings]
        voices = {(bearing.kind, view.resolve(each.article), each.chain) for bearing, each in zip(bearings, said, strict=True)}
        return len(voices) == 1 and not any(key in view.claims for key in claim.claim.members)

    @cached_property
    def told_alone(self) -> Mapping[str, SupportReport]:
        """Such claims, by the first statement of each."""
        return {each.claim.bearings[0].statement: each for each in self.report.claims if each.claim.key in self.in_a_line}

    @cached_property
    def drawn(self) -> Mapping[str, str]:
        """The keys of the claims whose lines are drawn, each with a number of its own."""
        worth = [each.claim.key for each in self.in_full if many(each.support.lineage) or many(each.denial.lineage)]
        return {key: str(number) for number, key in enumerate(worth[:MOST_DRAWN], 1)}

    @cached_property
    def in_full(self) -> tuple[SupportReport, ...]:
        """The claims that are told in full."""
        return tuple(each for each in self.report.claims if each.claim.key not in self.in_a_line)

    @cached_property
    def _labels(self) -> Mapping[str, Ref]:
        return {ref.text: ref for ref in reversed(list(self.claims.values()))}

    def labelled(self, names: Iterable[str]) -> tuple[Ref, ...]:
        """Links to claims by what tables call them."""
        return tuple(self._labels.get(name, Ref(name)) for name in names)

    @cached_property
    def _known(self) -> Mapping[str, Ref]:
        view = self.report.view
        known = {key: Ref(view.name(key), anchor_of("o", key)) for key in view.outlets}
        known |= {key: Ref(_titled(key, self.report), anchor_of("a", key)) for key in self.said_in}
        known |= {key: Ref(key, anchor_of("s", key)) for key in view.statements}
        return known | {key: Ref(key, self.claims[each.claim.key].to) for key, each in self.told_alone.items()}

    def of(self, key: str) -> Ref:
        """A link to a statement, an article or an outlet; the name alone of anything else."""
        return self._known.get(key) or self.claims.get(key) or Ref(self.report.view.name(key))

    def brief(self, key: str) -> Ref:
        """The same, an article by the name of its outlet."""
        return Ref(self.report.view.name(key), self.of(key).to) if key in self.report.view.articles else self.of(key)

    def steps(self, statement: Statement) -> tuple[Ref, ...]:
        """Who says it, from the outlet inwards; the first step leads to the article."""
        first, *inner = steps(statement, self.report.view)
        article = self._known.get(self.report.view.resolve(statement.article), Ref(first))
        return (Ref(first, article.to), *map(Ref, inner))


def _titled(key: str, report: Report) -> str:
    article = report.view.articles.get(key)
    return article.title or key if article else key
