"""A report as rows of plain values, one a claim or one a statement of a claim, for tables of any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import attrs

from claimtrack.model.case import AGAINST, FOR
from claimtrack.model.claims import Bearing
from claimtrack.model.records import Article, Statement
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.model.values import Period
from claimtrack.model.view import View
from claimtrack.reports.words import breadcrumbs, deep_link, narrows

Cell = str | int | bool | tuple[str, ...]
"""What a row holds: a text, a count, yes or no, or a list of names."""
Row = dict[str, Cell]
Seen = tuple[SupportReport, View]
"""A claim's report with the view to look things up in, which knows its statements and those they name."""
P = TypeVar("P")


@attrs.frozen
class Said:
    """One statement of one claim, as a row tells it."""

    claim: SupportReport
    bearing: Bearing
    view: View

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.view.statements[self.bearing.statement]

    @property
    def article(self) -> Article | None:
        """The article that it stands in, where that is on record."""
        return _article(self.statement, self.view)


@attrs.frozen
class Told:
    """One claim, as a row tells it."""

    claim: SupportReport
    view: View

    def statements(self, kinds: Iterable[StanceKind]) -> tuple[Statement, ...]:
        """Its statements that bear on it in one of these ways."""
        return tuple(self.view.statements[key] for key in self.claim.claim.bearing(*kinds))

    def articles(self) -> tuple[Article, ...]:
        """The articles that say it, by date and key; those without a date last."""
        found = [article for said in self.statements(FOR) if (article := _article(said, self.view))]
        return tuple(sorted({article.key: article for article in found}.values(), key=_when))

    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets whose articles say it."""
        name, resolve = self.view.name, self.view.resolve
        return tuple(sorted({name(resolve(said.article)) for said in self.statements(FOR)}))

    def place(self) -> str:
        """A link to where it was said first that can be opened."""
        dated = {article.key: place for place, article in enumerate(self.articles())}
        said = sorted(self.statements(FOR), key=lambda one: (dated.get(self.view.resolve(one.article), len(dated)), one.key))
        return next(filter(None, (deep_link(one, _article(one, self.view)) for one in said)), "")


def _article(statement: Statement, view: View) -> Article | None:
    return view.articles.get(view.resolve(statement.article))


def _when(article: Article) -> tuple[str, str]:
    return (article.published.on.start.isoformat() if article.published else "9999-99", article.key)


def _dates(told: Told) -> list[Period]:
    """The dates of the articles that say it."""
    return [article.published.on for article in told.articles() if article.published]


def _first(told: Told) -> str:
    return str(min(_dates(told), key=lambda on: (on.start, on.end), default=""))


def _last(told: Told) -> str:
    return str(max(_dates(told), key=lambda on: (on.end, on.start), default=""))


def _holders(said: Said) -> tuple[str, ...]:
    """The names of whoever is quoted innermost."""
    chain, view = said.statement.chain, said.view
    return tuple(view.name(view.resolve(holder)) for holder in chain[-1].holders) if chain else ()


@attrs.frozen
class Column(Generic[P]):
    """One column: its name, what it means, and what a row has in it."""

    name: str
    means: str
    cell: Callable[[P], Cell]


CLAIM_COLUMNS: tuple[Column[Told], ...] = (
    Column("claim", "the claim's key", lambda told: told.claim.claim.key),
    Column("label", "its short name", lambda told: told.claim.name),
    Column("wording", "what it says", lambda told: told.claim.claim.wording),
    Column("kinds", "what sort of proposition it is", lambda told: tuple(map(str, told.claim.claim.kinds))),
    Column("times", "when what it says is said to hold", lambda told: tuple(map(str, told.claim.claim.times))),
    Column("origins_lower", "the least number of independent origins", lambda told: told.claim.lower),
    Column("origins_upper", "the greatest number of independent origins", lambda told: told.claim.upper),
    Column("exhaustive", "whether the search for more origins came to its end", lambda told: told.claim.support.certificate.exhaustive),
    Column("denial_lower", "the least number of independent origins of its denial", lambda told: told.claim.denial.certificate.lower),
    Column("denial_upper", "the greatest number of these", lambda told: told.claim.denial.certificate.upper),
    Column("carriers", "how many carry it, copies counted with what they copy", lambda told: len(told.claim.support.lineage.carriers)),
    Column("statements", "how many statements support it, in full or in part", lambda told: len(told.statements(FOR))),
    Column("denials", "how many statements deny or contradict it", lambda told: len(told.statements(AGAINST))),
    Column("outlets", "whose articles say it", lambda told: told.outlets()),
    Column("first_appearance", "date of the earliest article at hand that says it", _first),
    Column("last_appearance", "date of the latest", _last),
    Column("said", "grade of whether it was said as reported", lambda told: str(told.claim.said)),
    Column("content", "grade of whether it is so, by sourcing alone", lambda told: str(told.claim.content)),
    Column("likelihood", "a word for how likely it is, empty where that cannot be said", lambda told: told.claim.assessment.likelihood),
    Column("confidence", "how sure one can be of it", lambda told: str(told.claim.assessment.confidence)),
    Column("flags", "what to mind about its sourcing", lambda told: tuple(flag.name for flag in told.claim.flags)),
    Column("bottlenecks", "what everything on record rests on", lambda told: tuple(narrows(told.claim, told.view))),
    Column("url", "a link to the first place at hand where it is said", lambda told: told.place()),
    Column("summary", "its sourcing in one sentence", lambda told: told.claim.summary),
)
"""What is told of a claim, in order; columns are added at the end and never renamed."""

STATEMENT_COLUMNS: tuple[Column[Said], ...] = (
    Column("claim", "the claim's key", lambda said: said.claim.claim.key),
    Column("label", "its short name", lambda said: said.claim.name),
    Column("statement", "the statement's key", lambda said: said.statement.key),
    Column("stance", "how it bears on the claim", lambda said: str(said.bearing.kind)),
    Column("article", "the key of its article", lambda said: said.view.resolve(said.statement.article)),
    Column("title", "the article's title", lambda said: said.article.title if said.article else ""),
    Column("outlet", "who published it", lambda said: said.view.name(said.view.resolve(said.statement.article))),
    Column("published", "when", lambda said: str(said.article.published.on) if said.article and said.article.published else ""),
    Column("speakers", "whoever is quoted innermost; empty for the article's own voice", _holders),
    Column("chain", "who says it, from the outlet inwards", lambda said: breadcrumbs(said.statement, said.view)),
    Column("voice", "how the words are given", lambda said: str(said.statement.voice)),
    Column("framing", "as what it is put forward", lambda said: str(said.statement.framing)),
    Column("modality", "shades of how it is said", lambda said: tuple(map(str, said.statement.modality))),
    Column("polarity", "whether it affirms, negates or denies", lambda said: str(said.statement.polarity)),
    Column("role", "the part of the article that it stands in", lambda said: str(said.statement.role)),
    Column("proposition", "what is said, in an analyst's words", lambda said: said.statement.proposition),
    Column("start", "where it starts in the clean text, in characters", lambda said: said.statement.anchor.start),
    Column("end", "where it ends, not included", lambda said: said.statement.anchor.end),
    Column("url", "a link to the place", lambda said: deep_link(said.statement, said.article)),
)
"""What is told of a statement of a claim, in order; columns are added at the end and never renamed."""


def claim_rows(report: Report) -> list[Row]:
    """One row a claim, worst supported first, with a cell for each of `CLAIM_COLUMNS`; texts are as the records have them."""
    return list(rows_of_claims((claim, report.view) for claim in report.claims))


def statement_rows(report: Report) -> list[Row]:
    """One row a statement of a claim, with a cell for each of `STATEMENT_COLUMNS`; a statement of two claims has two rows."""
    return list(rows_of_statements((claim, report.view) for claim in report.claims))


def rows_of_claims(claims: Iterable[Seen]) -> Iterator[Row]:
    """One row a claim, each with the view to look things up in, in their order; none is kept."""
    for claim, view in claims:
        told = Told(claim, view)
        yield {column.name: column.cell(told) for column in CLAIM_COLUMNS}


def rows_of_statements(claims: Iterable[Seen]) -> Iterator[Row]:
    """One row a statement of each claim, as `rows_of_claims`."""
    for claim, view in claims:
        for bearing in claim.claim.bearings:
            said = Said(claim, bearing, view)
            yield {column.name: column.cell(said) for column in STATEMENT_COLUMNS}
