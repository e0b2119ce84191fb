"""The claims of a report as a data frame of pandas, one row a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

from claimtrack.errors import MissingPackageError
from claimtrack.model.case import AGAINST, FOR
from claimtrack.model.records import Article
from claimtrack.model.reports import Report, SupportReport
from claimtrack.model.showing import as_frame
from claimtrack.model.values import Period
from claimtrack.model.view import View
from claimtrack.reports.words import deep_link, narrows

if TYPE_CHECKING:
    from pandas import DataFrame

TEXT, NUMBER, TRUTH, DAY = "string", "int64", "bool", "datetime64[s]"
"""The types of columns, as pandas calls them."""
Value = str | int | bool | None


@attrs.frozen
class Column:
    """One column: how it is called, its type, and what it holds of a claim."""

    name: str
    dtype: str
    value: Callable[[SupportReport, View], Value]


def claim_rows(report: Report) -> list[tuple[Value, ...]]:
    """For each claim the values of `COLUMNS`; days as `2031-04-02`, None where there is none."""
    return [tuple(column.value(claim, report.view) for column in COLUMNS) for claim in report.claims]


@as_frame.register(Report)
def frame(report: Report) -> DataFrame:
    """The claims as a data frame, in the report's order.

    Raises:
        MissingPackageError: when pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise MissingPackageError("a data frame", "pandas") from error
    rows = claim_rows(report)
    series = {column.name: pandas.Series([row[place] for row in rows], dtype=column.dtype) for place, column in enumerate(COLUMNS)}
    made: DataFrame = pandas.DataFrame(series)
    return made


def _joined(values: Iterable[Any]) -> str:
    return "; ".join(map(str, values))


def _appearances(claim: SupportReport, view: View) -> list[tuple[Period, Article]]:
    """The dated articles that carry the claim, the first to appear first."""
    articles = _articles(claim, view)
    return sorted(((a.published.on, a) for a in articles if a.published), key=lambda pair: (pair[0], pair[1].key))


def _articles(claim: SupportReport, view: View) -> list[Article]:
    """The articles that carry the claim, by key."""
    keys = {view.resolve(view.statements[key].article) for key in claim.claim.bearing(*FOR) if key in view.statements}
    return [view.articles[key] for key in sorted(keys) if key in view.articles]


def _first(claim: SupportReport, view: View) -> str | None:
    return next((on.start.isoformat() for on, _ in _appearances(claim, view)), None)


def _last(claim: SupportReport, view: View) -> str | None:
    return max((on.end.isoformat() for on, _ in _appearances(claim, view)), default=None)


def _outlets(claim: SupportReport, view: View) -> str:
    return _joined(sorted({view.name(view.resolve(article.outlet)) for article in _articles(claim, view) if article.outlet}))


def _url(claim: SupportReport, view: View) -> str:
    """Where a statement in support can be read, in the first article to appear before all others."""
    first = [article.key for _, article in _appearances(claim, view)][:1]
    said = [view.statements[key] for key in claim.claim.bearing(*FOR) if key in view.statements]
    said.sort(key=lambda statement: view.resolve(statement.article) not in first)
    links = (deep_link(statement, view.articles.get(view.resolve(statement.article))) for statement in said)
    return next(filter(None, links), "")


COLUMNS: Sequence[Column] = (
    Column("claim", TEXT, lambda claim, _: claim.claim.key),
    Column("label", TEXT, lambda claim, _: claim.claim.label),
    Column("wording", TEXT, lambda claim, _: claim.claim.wording),
    Column("kinds", TEXT, lambda claim, _: _joined(claim.claim.kinds)),
    Column("origins_lower", NUMBER, lambda claim, _: claim.lower),
    Column("origins_upper", NUMBER, lambda claim, _: claim.upper),
    Column("exhaustive", TRUTH, lambda claim, _: claim.support.certificate.exhaustive),
    Column("carriers", NUMBER, lambda claim, _: len(claim.support.lineage.carriers)),
    Column("statements", NUMBER, lambda claim, _: len(claim.claim.bearing(*FOR))),
    Column("denials", NUMBER, lambda claim, _: len(claim.claim.bearing(*AGAINST))),
    Column("outlets", TEXT, _outlets),
    Column("first_appearance", DAY, _first),
    Column("last_appearance", DAY, _last),
    Column("said", TEXT, lambda claim, _: str(claim.said)),
    Column("content", TEXT, lambda claim, _: str(claim.content)),
    Column("likelihood", TEXT, lambda claim, _: claim.assessment.likelihood),
    Column("confidence", TEXT, lambda claim, _: str(claim.assessment.confidence)),
    Column("flags", TEXT, lambda claim, _: _joined(flag.name for flag in claim.flags)),
    Column("bottlenecks", TEXT, lambda claim, view: _joined(narrows(claim, view))),
    Column("url", TEXT, _url),
)
"""The columns in their order."""
