"""Articles that were read for a check: their statements, their texts, and where in the files each place is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate

import attrs

from claimtrack import assessing, files
from claimtrack.articles.entrance import decoded
from claimtrack.codec import default_policy
from claimtrack.errors import Fault, Place
from claimtrack.intake import read, read_again, texts
from claimtrack.linking import link
from claimtrack.model import Claims, Ledger, Statement, View
from claimtrack.model.case import FOR
from claimtrack.model.reading import ArticleText
from claimtrack.model.reports import SupportReport
from claimtrack.model.whatif import NOTHING
from claimtrack.support import FLAGS


@attrs.frozen(slots=False)
class _Paper:
    """An article with the file that it stands in."""

    name: str
    given: str
    article: ArticleText

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the file begins."""
        return [0, *accumulate(len(line) for line in self.given.splitlines(keepends=True))]

    def place(self, offset: int) -> Place:
        """The place in the file of an offset of the clean text; the file alone where it cannot be told."""
        origin = self.article.origin(offset)
        if origin is None:
            return Place(self.name, 0)
        line = bisect_right(self._starts, origin)
        return Place(self.name, line, origin - self._starts[line - 1] + 1)


class Pile:
    """Some articles, read.

    Args:
        loaded: raw articles, with the case files and ledgers beside them.
        known: what is known already, such as the speakers of other articles.
    """

    def __init__(self, loaded: files.Loaded, known: Ledger | None = None) -> None:
        before = loaded.ledger | (known or Ledger())
        told, missed = read(loaded.raw, before)
        self.ledger = loaded.ledger | told
        self.faults: tuple[Fault, ...] = (*loaded.still_faulty(before | told), *missed)
        self._loaded = loaded
        self._papers = {
            article.article.key: _Paper(raw.name, decoded(raw.data, raw.name), article)
            for raw, article in read_again(loaded.raw, self.ledger)
        }

    @cached_property
    def view(self) -> View:
        """What the records say."""
        return self.ledger.view

    @property
    def articles(self) -> Iterator[ArticleText]:
        """The articles whose texts are at hand."""
        return (paper.article for paper in self._papers.values())

    def at(self, article: str) -> list[Statement]:
        """The statements of an article, in the order of their places."""
        return self._by_article.get(article, [])

    @cached_property
    def _by_article(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in sorted(self.view.statements.values(), key=lambda each: (each.anchor.start, each.anchor.end, each.key)):
            found[self.view.resolve(statement.article)].append(statement)
        return found

    def place(self, article: str, offset: int) -> Place:
        """The place in the files of an offset in the text of an article."""
        paper = self._papers.get(article)
        return paper.place(offset) if paper else Place(article, 0)

    def of(self, statement: Statement) -> Place:
        """Where a statement stands: in its article's file, else where it was recorded."""
        article = self.view.resolve(statement.article)
        if article in self._papers:
            return self.place(article, statement.anchor.start)
        return self._loaded.places.get(statement.id, Place(article, 0))

    @cached_property
    def claims(self) -> Mapping[str, SupportReport]:
        """For each statement the report on a claim that it supports, that with most origins."""
        ledger = self.ledger | link(self.ledger, texts(self._loaded.raw, self.ledger))
        report = assessing.report(ledger, Claims(ledger.view), FLAGS, default_policy(), NOTHING)
        rows = [(claim.lower, claim.upper, claim.claim.key, claim) for claim in report.claims]
        ordered = [row[-1] for row in sorted(rows, key=lambda row: row[:3])]
        return {key: claim for claim in ordered for key in claim.claim.bearing(*FOR)}
