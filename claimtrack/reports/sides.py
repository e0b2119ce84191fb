"""Two things side by side, for a person to say whether they are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest
from typing import Any

from claimtrack.model.records import Article, Claim, Speaker, Statement
from claimtrack.model.terms import Polarity
from claimtrack.model.view import View
from claimtrack.reports.folding import columns, fold
from claimtrack.reports.words import address, breadcrumbs, deep_link, harmless

NARROW = 60
"""Columns below which one side stands under the other."""
LEAST = 10
GAP = " | "
MOST_SHOWN = 3
"""Statements that speak for a claim, a speaker or an article."""


def side_by_side(left: str, right: str, view: View, width: int = 80) -> str:
    """Two statements, claims, speakers or articles, each with what a person needs to know of it.

    Args:
        left: the key of one.
        right: the key of the other.
        view: where they and what they refer to are found.
        width: of the window, in columns; below `NARROW` one stands under the other.
    """
    sides = [list(_side(key, view)) for key in (left, right)]
    links = [link for key in (left, right) if (link := _link(key, view))]
    lines = _stacked(sides, width) if width < NARROW else _beside(sides, (width - len(GAP)) // 2)
    return "\n".join([*lines, *(["", *links] if links else [])]) + "\n"


def bill(score: float | None, reasons: tuple[str, ...], width: int = 80) -> str:
    """Why two things may be the same: the score, and each reason on a line of its own."""
    head = "score not given" if score is None else f"score {score:.2f}"
    lines = [head]
    for reason in reasons:
        first, *rest = fold(harmless(reason), max(width - 4, LEAST))
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _stacked(sides: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """One side under the other, each under its name."""
    for name, side in zip(("left:", "right:"), sides, strict=True):
        yield name
        for paragraph in side:
            yield from (f"  {line}".rstrip() for line in fold(paragraph, max(width - 2, LEAST)))


def _beside(sides: Sequence[Sequence[str]], half: int) -> Iterator[str]:
    """Two columns, paragraph beside paragraph, the left one filled up as a terminal counts."""
    for pair in zip_longest(*sides, fillvalue=""):
        for one, other in zip_longest(*(fold(paragraph, half) for paragraph in pair), fillvalue=""):
            yield f"{one}{' ' * (half - columns(one))}{GAP}{other}".rstrip()


def _side(key: str, view: View) -> Iterator[str]:
    """The paragraphs on one thing, harmless: its key, what it is, and what it says."""
    for things, told in _KINDS:
        record = things(view).get(key)
        if record is not None:
            return (harmless(" ".join(line.split())) for line in chain([key], told(record, view)))
    return iter([harmless(key), "not among the records"])


def _statement(statement: Statement, view: View) -> Iterator[str]:
    article = view.articles.get(view.resolve(statement.article))
    yield _published(article, view) if article else statement.article
    yield f"says: {breadcrumbs(statement, view)}"
    negative = "" if statement.polarity is Polarity.AFFIRM else f", {statement.polarity}"
    yield f"{statement.role}, {statement.voice}, {statement.framing}{negative}"
    yield ""
    yield statement.proposition or "(no proposition recorded)"


def _claim(claim: Claim, view: View) -> Iterator[str]:
    times = "".join(f", {time}" for time in claim.times)
    yield f"claim{f' {claim.label}' if claim.label else ''}: {', '.join(map(str, claim.kinds))}{times}"
    yield ""
    yield claim.wording
    stances = (stance for stance in view.stances if stance.claim == claim.key and stance.statement in view.statements)
    for stance in islice(stances, MOST_SHOWN):
        yield f"- {stance.kind}: {breadcrumbs(view.statements[stance.statement], view)}"


def _speaker(speaker: Speaker, view: View) -> Iterator[str]:
    yield speaker.name
    yield f"speaker: {speaker.kind}"
    yield from (f"also: {alias}" for alias in speaker.aliases)
    yield from (f"{post.title}{f', {post.organization}' if post.organization else ''}" for post in speaker.posts)
    yield from (f"acts for {view.name(view.resolve(actor))}" for actor in speaker.acts_for)
    said = (each for each in view.statements.values() if any(speaker.key in map(view.resolve, link.holders) for link in each.chain))
    yield from _said(said, view)


def _article(article: Article, view: View) -> Iterator[str]:
    yield article.title or "(no title recorded)"
    yield _published(article, view)
    if article.authors:
        yield f"by {', '.join(article.authors)}"
    yield from (f"{notice.kind}: {', '.join(view.name(view.resolve(name)) for name in notice.cites)}" for notice in article.notices)
    yield from [f"{article.length:,} characters"] if article.length else []
    yield from _said((each for each in view.statements.values() if view.resolve(each.article) == article.key), view)


def _said(statements: Iterator[Statement], view: View) -> Iterator[str]:
    """A few statements that show what somebody says."""
    for statement in islice(statements, MOST_SHOWN):
        yield f"- {view.name(view.resolve(statement.article))}: {statement.proposition or statement.key}"


def _published(article: Article, view: View) -> str:
    """Whose an article is and of what day."""
    outlet = view.name(view.resolve(article.outlet)) if article.outlet else "outlet unknown"
    return f"{outlet}, {article.published.on if article.published else 'date unknown'}"


def _link(key: str, view: View) -> str:
    """The address of a statement's place or of an article."""
    statement = view.statements.get(key)
    if statement is not None:
        return deep_link(statement, view.articles.get(view.resolve(statement.article)))
    article = view.articles.get(key)
    return address(article.url) if article else ""


_KINDS: tuple[tuple[Callable[[View], Mapping[str, Any]], Callable[[Any, View], Iterator[str]]], ...] = (
    (lambda view: view.statements, _statement),
    (lambda view: view.claims, _claim),
    (lambda view: view.speakers, _speaker),
    (lambda view: view.articles, _article),
)
"""Where a key is looked up, and what is told of what it leads to."""
