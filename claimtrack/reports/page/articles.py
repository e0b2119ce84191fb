"""Articles as the page shows them, a card each, and the log of how they were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from claimtrack.model.case import counted, listing
from claimtrack.model.records import Article, Derivation, Statement
from claimtrack.model.reports import Report
from claimtrack.model.terms import Genre, NoticeKind
from claimtrack.model.values import Notice
from claimtrack.reports.page.brief import Line, line
from claimtrack.reports.page.places import Places, Ref
from claimtrack.reports.page.terms import STANCES, manner
from claimtrack.reports.page.times import Axis, Bar, dated
from claimtrack.reports.words import address, anchor_of, deep_link

GENRES: Mapping[Genre, str] = {
    Genre.ARTICLE: "article",
    Genre.NEWS: "news",
    Genre.REPORTAGE: "reportage",
    Genre.ANALYSIS: "analysis",
    Genre.BACKGROUND: "background",
    Genre.OPINION: "opinion",
    Genre.REVIEW: "review",
    Genre.ASK_PUBLIC: "call to the public",
    Genre.ADVERTISER: "advertiser content",
    Genre.SATIRE: "satire",
    Genre.REPORT: "report",
    Genre.BLOG: "blog post",
}
NOTICES: Mapping[NoticeKind, str] = {
    NoticeKind.REPUBLISHED: "says that it is republished",
    NoticeKind.CREDIT: "has a credit line",
    NoticeKind.AGENCY: "credits an agency",
    NoticeKind.PHOTO: "credits a picture",
}


@attrs.frozen(kw_only=True)
class Placed:
    """One statement in the card of its article, with the claims that it bears on."""

    key: str
    anchor: str
    words: str
    manner: str
    link: str
    bears: tuple[tuple[str, Ref], ...]


@attrs.frozen(kw_only=True)
class ArticleCard:
    """One article.

    Attributes:
        recorded: whether there is a record of it; statements may name an article without one.
        descents: notices of its own descent, and what it was found to derive from.
        alone: claims that one voice in it alone makes, told in a line each.
        bar: when it appeared, on the axis of the page.
    """

    anchor: str
    title: str
    outlet: Ref
    date: str
    order: str
    facts: tuple[str, ...]
    link: str
    recorded: bool
    descents: tuple[str, ...]
    statements: tuple[Placed, ...]
    alone: tuple[Line, ...]
    bar: Bar | None
    many: str


@attrs.frozen(kw_only=True)
class Log:
    """How the records came in: what could not be read, files passed over, conflicts, statements that bear on nothing."""

    faults: tuple[str, ...]
    skipped: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]
    unclaimed: str
    read: str


def articles(places: Places, scale: Axis | None) -> tuple[ArticleCard, ...]:
    """The articles in the order of time, undated ones last.

    Args:
        places: of the page.
        scale: the axis that all of them fit on.
    """
    derived: dict[str, list[Derivation]] = {}
    for each in places.report.view.derivations:
        derived.setdefault(places.report.view.resolve(each.derived), []).append(each)
    cards = [_card(key, derived.get(key, []), places, scale) for key in places.said_in]
    return tuple(sorted(cards, key=lambda card: (card.order, card.anchor)))


def log(report: Report) -> Log:
    """How the records came in."""
    many, view = len(report.unclaimed), report.view
    return Log(
        read=f"{counted(len(view.articles), 'article')} with {counted(len(view.statements), 'statement')}." if view.articles else "",
        faults=tuple(map(str, report.log.faults)),
        skipped=report.log.skipped,
        conflicts=tuple((each.about, each.detail) for each in report.conflicts),
        unclaimed=f"{counted(many, 'statement')} {'bears' if many == 1 else 'bear'} on no claim." if many else "",
    )


def _card(key: str, derived: list[Derivation], places: Places, scale: Axis | None) -> ArticleCard:
    view = places.report.view
    article, said = view.articles.get(key), places.said_in[key]
    when = article.published if article else None
    outlet = view.resolve(article.outlet) if article and article.outlet else ""
    return ArticleCard(
        anchor=anchor_of("a", key),
        title=places.of(key).text,
        outlet=places.of(outlet) if outlet else Ref("outlet not known"),
        date=dated(when),
        order=when.on.start.isoformat() if when else "~",
        facts=tuple(_facts(article)) if article else ("named by statements, without a record of its own",),
        link=address(article.url) if article else "",
        recorded=article is not None,
        descents=tuple(_descents(article, derived, places)),
        statements=tuple(_placed(statement, article, places) for statement in said if statement.key not in places.told_alone),
        alone=tuple(line(places.told_alone[each.key], places) for each in said if each.key in places.told_alone),
        bar=scale.bar(when.on) if scale and when else None,
        many=counted(sum(each.key not in places.told_alone for each in said), "statement"),
    )


def _facts(article: Article) -> Iterator[str]:
    yield GENRES[article.genre]
    if article.authors:
        yield f"by {listing(article.authors)}"
    if article.dateline:
        yield f"dateline {article.dateline}"
    if article.length:
        yield f"{article.length:,} characters"
    if article.note:
        yield article.note


def _descents(article: Article | None, derived: list[Derivation], places: Places) -> Iterator[str]:
    for notice in article.notices if article else ():
        yield _notice(notice, places)
    for each in sorted(derived, key=lambda each: each.order):
        how = "proposed, and not counted yet" if each.proposed else "declared" if each.declared else "not declared"
        partly = f", for {listing(places.of(claim).text for claim in each.claims)}" if each.claims else ""
        by = f", found by {each.maker.name}" if each.maker else ""
        yield f"{each.kind} of {places.brief(places.report.view.resolve(each.source)).text}{partly} ({how}{by})"


def _notice(notice: Notice, places: Places) -> str:
    cites = listing(places.of(places.report.view.resolve(name)).text for name in notice.cites)
    return NOTICES[notice.kind] + (f": {cites}" if cites else "") + (f" ({notice.note})" if notice.note else "")


def _placed(statement: Statement, article: Article | None, places: Places) -> Placed:
    bears = tuple((STANCES[kind], ref) for kind, ref in places.borne.get(statement.key, ()))
    return Placed(
        key=statement.key,
        anchor=anchor_of("s", statement.key),
        words=statement.proposition,
        manner=manner(statement),
        link=deep_link(statement, article),
        bears=bears,
    )
