"""The stages in order, each replaceable: from records to the report on every claim."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from claimtrack import files
from claimtrack.articles import read_article
from claimtrack.claims import claims_by_wording
from claimtrack.errors import Fault, InputError
from claimtrack.model import Claims, Ledger, NoticeKind, Outlet, Record, Statement, View
from claimtrack.model.case import Case
from claimtrack.model.reading import ArticleText
from claimtrack.model.reports import Report
from claimtrack.provenance import Tracer
from claimtrack.provenance import source as summed
from claimtrack.reports import reading
from claimtrack.seams import Rule
from claimtrack.statements import extract
from claimtrack.statements.speakers import MAKER, slug
from claimtrack.support import FLAGS, Marks, assess, overview, worst_first


def track(source: Ledger | str | os.PathLike[str], *, rules: Iterable[Rule] = FLAGS) -> Report:
    """Trace and assess every claim of a ledger.

    Args:
        source: the records, or the file or folder to load them from.
        rules: the flags to try; leave some out or add your own.

    Raises:
        InputError: when something in the file or folder cannot be read; `files.load` reads the rest all the same.
    """
    ledger = source if isinstance(source, Ledger) else _loaded(source)
    view = ledger.view
    claims = Claims(view)
    tracer, marks, rules = Tracer(view), Marks(view), tuple(rules)
    reports = []
    for claim in claims.all:
        case = Case(claim, summed(tracer.support(claim), view), summed(tracer.denial(claim), view), view)
        reports.append(assess(case, marks, rules))
    ordered = worst_first(reports)
    rests, helps = overview(ordered, view)
    return Report(
        claims=ordered,
        rests=rests,
        helps=helps,
        unclaimed=claims.unclaimed,
        conflicts=tuple(sorted({*ledger.conflicts(), *claims.conflicts})),
        digest=ledger.digest,
        view=view,
    )


def read(raw: Iterable[files.Raw], known: Ledger) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read raw articles into records: the articles, their speakers and statements, and what their notices say of their descent.

    Args:
        raw: the inputs; what cannot be read costs that input alone.
        known: outlets and speakers to recognize; a text whose article is known already, by its digest, is not read again.

    Returns:
        The new records, and what could not be read.
    """
    view = known.view
    outlets = list(view.outlets.values())
    seen = {article.digest for article in view.articles.values()}
    records: list[Record] = []
    faults: list[Fault] = []
    for each in raw:
        try:
            articles = read_article(each.data, each.name, outlets)
        except InputError as error:
            faults += error.faults
            continue
        for article in articles:
            if article.article.digest not in seen:
                records += _records(article, view)
    return Ledger(records), tuple(faults)


def shown_articles(raw: Iterable[files.Raw], known: Ledger, width: int = 100, heading: Callable[[str], str] = str) -> Iterator[str]:
    """Each raw article as it is read, for checking by eye; an input that cannot be read is told in its place."""
    view = known.view
    for each in raw:
        try:
            for article in read_article(each.data, each.name, list(view.outlets.values())):
                extraction = extract(article, view)
                names = {speaker.key: speaker.name for speaker in extraction.speakers}
                yield reading(article, extraction.statements, names, width, heading)
        except InputError as error:
            yield f"{error}\n"


def _records(article: ArticleText, view: View) -> list[Record]:
    """All records that one article gives."""
    extraction = extract(article, view)
    return [article.article, *article.derivations, *_outlets(article, view), *extraction.speakers, *extraction.statements]


def _outlets(article: ArticleText, view: View) -> Iterator[Outlet]:
    """Records for the outlets that an article names and nobody has recorded yet."""
    cited = {name for each in article.derivations for name in (each.derived, each.source)}
    cited |= {name for notice in article.article.notices if notice.kind is not NoticeKind.PHOTO for name in notice.cites}
    for name in sorted({*cited, article.article.outlet} - {"", article.article.key}):
        if not view.known(name):
            yield Outlet(key=f"outlet:{slug(name.removeprefix('outlet:'))}", name=name.removeprefix("outlet:"), maker=MAKER)


def _loaded(path: str | os.PathLike[str]) -> Ledger:
    loaded = files.load([path])
    ledger, faults = with_articles(loaded)
    if loaded.faults or faults:
        raise InputError((*loaded.faults, *faults))
    return ledger


def with_articles(loaded: files.Loaded) -> tuple[Ledger, tuple[Fault, ...]]:
    """What was loaded, with its raw articles read and their statements joined to claims by their wording."""
    if not loaded.raw:
        return loaded.ledger, ()
    told, faults = read(loaded.raw, loaded.ledger)
    return loaded.ledger | told | Ledger(claims_by_wording(told.of(Statement))), faults
