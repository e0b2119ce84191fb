"""What was published by some day: the records of a ledger as if later articles were not there, and what is left out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import attrs

from claimtrack.model.base import Record
from claimtrack.model.claims import Claims
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Article, Claim, Outlet, Rating, Statement
from claimtrack.model.values import Period
from claimtrack.model.view import View


@attrs.frozen(kw_only=True)
class AsOf:
    """The day that a report speaks of, and what it leaves out for that.

    Attributes:
        day: the day, month or year asked for; its end is meant.
        later: keys of articles published after it.
        unsure: keys of articles whose date allows a day by then and a later one; left out, since they cannot be shown to be that old.
        undated: keys of articles without a date.
        kept: whether undated articles count all the same.
        ratings: how many ratings were, or may have been, given later; left out too.
    """

    day: Period
    later: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    kept: bool = False
    ratings: int = 0

    @property
    def until(self) -> date:
        """The last day that counts."""
        return self.day.end

    @property
    def left_out(self) -> tuple[str, ...]:
        """The keys of all articles that do not count."""
        return tuple(sorted((*self.later, *self.unsure, *(() if self.kept else self.undated))))

    @property
    def changed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.left_out or self.ratings)


def as_of(ledger: Ledger, day: Period, keep_undated: bool = False) -> tuple[Ledger, AsOf]:
    """What was published by the end of a day, month or year.

    Articles count whose latest day is not after it, with the statements in them. Claims go when nobody had put them forward or denied
    them yet. Ratings go when they may have been given later, and facts of outlets when they begin later. All else is what is known
    today of what was published then: who speaks for whom, what is one claim, what copies what, which records were taken back.

    Args:
        ledger: all records.
        day: the end of which is meant.
        keep_undated: whether articles without a date count.

    Returns:
        The records that are left, and what was left out.
    """
    view, told = ledger.view, _told(ledger, day, keep_undated)
    gone = frozenset(told.left_out)
    left = Ledger(_of_then(record, ledger, told.until) for record in ledger if not _later(record, view, gone, told.until))
    unsaid = _unsaid(view, left.view)
    return Ledger(record for record in left if not (isinstance(record, Claim) and record.key in unsaid)), told


def _told(ledger: Ledger, day: Period, keep_undated: bool) -> AsOf:
    """What is left out, and why."""
    view, until = ledger.view, day.end
    dates = {key: article.published.on if article.published else None for key, article in view.articles.items()}
    dates |= {key: None for key in map(view.resolve, (each.article for each in view.statements.values())) if key not in dates}
    return AsOf(
        day=day,
        later=tuple(sorted(key for key, on in dates.items() if on and until < on.start)),
        unsure=tuple(sorted(key for key, on in dates.items() if on and on.start <= until < on.end)),
        undated=tuple(sorted(key for key, on in dates.items() if on is None)),
        kept=keep_undated,
        ratings=sum(_given_later(rating, until) for rating in view.ratings),
    )


def _given_later(rating: Rating, until: date) -> bool:
    return rating.on is not None and rating.on.end > until


def _later(record: Record, view: View, gone: Collection[str], until: date) -> bool:
    """Whether a record is of an article that is left out, or a later rating."""
    if isinstance(record, Article):
        return record.key in gone
    if isinstance(record, Statement):
        return view.resolve(record.article) in gone
    return isinstance(record, Rating) and _given_later(record, until)


def _of_then(record: Record, ledger: Ledger, until: date) -> Record:
    """An outlet without the facts that begin later; any other record as it is, and so one that was taken back, which goes by its id."""
    if not isinstance(record, Outlet) or record.id in ledger.retracted:
        return record
    facts = tuple(fact for fact in record.facts if fact.on is None or fact.on.start <= until)
    return record if facts == record.facts else attrs.evolve(record, facts=facts)


def _unsaid(before: View, left: View) -> frozenset[str]:
    """The members of claims on which statements bear, and none of those that are left."""
    borne = {key for claim in Claims(before).all if claim.bearings for key in claim.members}
    return frozenset(key for claim in Claims(left).all if not claim.bearings for key in claim.members if borne.intersection(claim.members))
