"""What changed between two reports: claims, articles, records taken back; the values, to be rendered elsewhere."""

from __future__ import annotations

from fractions import Fraction

import attrs

from claimtrack.model.claims import Bearing
from claimtrack.model.reports import Flag, Report
from claimtrack.model.terms import Term
from claimtrack.model.view import Conflict
from claimtrack.model.whatif import Extent


class Change(Term):
    """What became of claims from the old report to the new one."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"
    SPLIT = "split"
    REGROUPED = "regrouped"
    CHANGED = "changed"


@attrs.frozen(kw_only=True)
class Seen:
    """A claim as one of the reports has it.

    Attributes:
        name: what tables of that report call it.
        kinds: what sort of proposition it is.
        extent: the bounds on its independent origins, its carriers, and its statements in support.
        denial: the same of its denial.
        said, content: its grades.
        likelihood: a word of estimative probability, empty where none is given.
        opinions, hedged, unattributed: of the statements in support, those framed as opinion, those with a hedge, and those that an
            article makes in its own voice.
    """

    key: str
    name: str
    wording: str
    kinds: tuple[str, ...] = ()
    extent: Extent
    denial: Extent
    said: str
    content: str
    likelihood: str
    confidence: str
    opinions: int = 0
    hedged: int = 0
    unattributed: int = 0


@attrs.frozen
class Step:
    """That something was one way and is another."""

    what: str
    old: str
    new: str


@attrs.frozen(order=True)
class Drift:
    """That a statement which was there before is recorded otherwise: its framing, its shades, who says it, its words."""

    statement: str
    what: str
    old: str
    new: str


@attrs.frozen(order=True)
class Loss:
    """That a statement does without what all statements of the other report have: a `hedge`, or an `attribution`."""

    what: str
    statement: str


@attrs.frozen(kw_only=True)
class ClaimChange:
    """What became of one claim, or of several that were joined, split or grouped anew; each claim is in one change at most.

    Attributes:
        old, new: the claims before and after; none before where it is new, none after where it is gone.
        gained, lost: names of origins on record that it has only after, and only before.
        raised, cleared: flags that it bears only after, and only before, with their reasons.
        said, unsaid: statements that bear on it only after, and only before, denials apart.
        denied, withdrawn: the denials and contradictions among them.
        drifts: statements that bear on it before and after, and are recorded otherwise.
        losses: new statements without a hedge or an attribution where every one had it before.
        returns: the same seen from the other side: statements that are gone, where every one has it now.
    """

    old: tuple[Seen, ...]
    new: tuple[Seen, ...]
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    raised: tuple[Flag, ...] = ()
    cleared: tuple[Flag, ...] = ()
    said: tuple[Bearing, ...] = ()
    unsaid: tuple[Bearing, ...] = ()
    denied: tuple[Bearing, ...] = ()
    withdrawn: tuple[Bearing, ...] = ()
    drifts: tuple[Drift, ...] = ()
    losses: tuple[Loss, ...] = ()
    returns: tuple[Loss, ...] = ()

    @property
    def change(self) -> Change:
        """What became of it."""
        old, new = len(self.old), len(self.new)
        if not old or not new:
            return Change.GONE if old else Change.NEW
        if old > 1:
            return Change.JOINED if new == 1 else Change.REGROUPED
        return Change.SPLIT if new > 1 else Change.CHANGED

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is otherwise about a claim that is one before and after: wording, bounds, grades, shares of its statements."""
        if self.change is not Change.CHANGED:
            return ()
        (old,), (new,) = self.old, self.new
        steps = [Step(what, getattr(old, field), getattr(new, field)) for what, field in _WORDS]
        steps += [Step("kinds", ", ".join(old.kinds), ", ".join(new.kinds))]
        steps += [Step("origins", str(old.extent), str(new.extent)), Step("origins of its denial", str(old.denial), str(new.denial))]
        steps += [Step("carriers", str(old.extent.carriers), str(new.extent.carriers))]
        found = [step for step in steps if step.old != step.new]
        return (*found, *(Step(what, *_shares(old, new, field)) for what, field in _SHARES if _share(old, field) != _share(new, field)))

    @property
    def changed(self) -> bool:
        """Whether anything is otherwise."""
        parts = (self.gained, self.lost, self.raised, self.cleared, self.said, self.unsaid, self.denied, self.withdrawn, self.drifts)
        return self.change is not Change.CHANGED or bool(self.steps) or any(parts)


_WORDS = (
    ("wording", "wording"),
    ("grade of said", "said"),
    ("grade of content", "content"),
    ("likelihood", "likelihood"),
    ("confidence", "confidence"),
)
_SHARES = (("framed as opinion", "opinions"), ("hedged", "hedged"), ("in an article's own voice", "unattributed"))


def _share(seen: Seen, field: str) -> Fraction:
    return Fraction(getattr(seen, field), max(seen.extent.statements, 1))


def _shares(old: Seen, new: Seen, field: str) -> tuple[str, str]:
    told = [f"{getattr(each, field)} of {each.extent.statements}" for each in (old, new)]
    return told[0], told[1]


@attrs.frozen(order=True)
class Edit:
    """That what is recorded of an article is otherwise: its title, outlet, day or text."""

    article: str
    what: str
    old: str
    new: str


@attrs.frozen(kw_only=True, order=True)
class TakenBack:
    """A record that one of two ledgers has, and that is taken back in the other.

    Attributes:
        record: its id.
        type: which kind of record it is.
        key: how others refer to it; empty where it has none.
        reasons: why it was taken back, each with whoever did.
    """

    record: str
    type: str
    key: str
    reasons: tuple[str, ...]


@attrs.frozen(order=True)
class Tally:
    """How many standing records of one type one has only after, and only before."""

    type: str
    added: int
    gone: int


@attrs.frozen(kw_only=True)
class Diff:
    """What changed from an old report to a new one; empty, and false, where nothing did.

    Attributes:
        old, new: the two reports.
        claims: every claim that changed, new ones first, then those gone, joined, split, grouped anew and changed.
        published, vanished: keys of articles that only the new report has, and only the old one.
        edits: articles of both that are recorded otherwise.
        retracted: records that stand in the old report and are taken back in the new one.
        restored: records that are taken back in the old report and stand in the new one.
        clashing, settled: what the records disagree on only after, and only before.
        records: how many records of each type are added and gone.
    """

    old: Report = attrs.field(eq=False, repr=False)
    new: Report = attrs.field(eq=False, repr=False)
    claims: tuple[ClaimChange, ...] = ()
    published: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    retracted: tuple[TakenBack, ...] = ()
    restored: tuple[TakenBack, ...] = ()
    clashing: tuple[Conflict, ...] = ()
    settled: tuple[Conflict, ...] = ()
    records: tuple[Tally, ...] = ()

    def __bool__(self) -> bool:
        articles = (self.published, self.vanished, self.edits)
        return any((self.claims, *articles, self.retracted, self.restored, self.clashing, self.settled, self.records))

    def of(self, change: Change) -> tuple[ClaimChange, ...]:
        """The claims of which that became."""
        return tuple(each for each in self.claims if each.change is change)
