"""What besides shared words speaks for descent, and what tells which text came first: rows, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import attrs

from claimtrack.provenance.copies.overlap import Overlap
from claimtrack.provenance.copies.texts import Text
from claimtrack.words import content

NEAR_DAYS = 3
"""Days between two dates that are close together."""
LARGE_SHARE = 0.3
"""Share of the shorter text that must be identical for dates, headlines and paragraphs to count: reports of one event are all of one day,
and have names, titles and the set phrases of the event in common."""
LONG = 24
"""Words of one run from which headlines and paragraphs count whatever the share: more than one sentence of chance."""
PARAGRAPHS = 2
TITLE_SHARE = 0.8
TITLE_WORDS = 4


@attrs.frozen
class Meeting:
    """Two texts side by side, and what they share."""

    one: Text
    other: Text
    overlap: Overlap

    @cached_property
    def turned(self) -> Meeting:
        """The same, seen from the other side."""
        return Meeting(self.other, self.one, self.overlap.turned)


@attrs.frozen
class EvidenceRow:
    """One kind of evidence besides shared words.

    Attributes:
        name: what it is called.
        told: the evidence in words, empty where there is none.
    """

    name: str
    told: Callable[[Meeting], str]


def credit(meeting: Meeting) -> str:
    """That one of them names the other's outlet as a source."""
    return _credited(meeting) or _credited(meeting.turned)


def _credited(meeting: Meeting) -> str:
    """That the other names the one's outlet as a source."""
    one, other = meeting.one, meeting.other
    return f"{other.key} credits {one.outlet or one.key}" if other.credited & one.called else ""


def shared_credit(meeting: Meeting) -> str:
    """That both name the same third text or outlet."""
    third = thirds(meeting.one, meeting.other)
    return f"both credit {', '.join(third)}" if third else ""


def thirds(one: Text, other: Text) -> tuple[str, ...]:
    """Whom both texts credit, as the first spells it, other than each other."""
    both = (one.credited & other.credited) - one.called - other.called
    return tuple(name for name in one.credits if name.casefold() in both)


def link(meeting: Meeting) -> str:
    """That one of them links to the other."""
    return _linked(meeting) or _linked(meeting.turned)


def _linked(meeting: Meeting) -> str:
    """That the other links to the one."""
    one, other = meeting.one, meeting.other
    return f"{other.key} links to {one.key}" if one.url and one.url in other.links else ""


def address(meeting: Meeting) -> str:
    """That both stood at one address."""
    return "both stood at one address" if meeting.one.url and meeting.one.url == meeting.other.url else ""


def title(meeting: Meeting) -> str:
    """Headlines that are nearly identical."""
    if not _substantial(meeting):
        return ""
    left, right = set(content(meeting.one.title)), set(content(meeting.other.title))
    alike = min(len(left), len(right)) >= TITLE_WORDS and len(left & right) >= TITLE_SHARE * len(left | right)
    return "their headlines are nearly identical" if alike else ""


def paragraphs(meeting: Meeting) -> str:
    """Runs of the articles' own words in several paragraphs, none of them a block in the first person."""
    found = meeting.overlap.paragraphs
    return f"identical words of their own in {found} paragraphs" if found >= PARAGRAPHS and _substantial(meeting) else ""


def _substantial(meeting: Meeting) -> bool:
    """Whether more is shared than names and set phrases."""
    return meeting.overlap.own.containment >= LARGE_SHARE or meeting.overlap.longest >= LONG


def dates(meeting: Meeting) -> str:
    """Dates close together, where much is shared."""
    days = apart(meeting.one, meeting.other)
    if days is None or days > NEAR_DAYS or meeting.overlap.own.containment < LARGE_SHARE:
        return ""
    return f"published within {NEAR_DAYS} days of each other"


def identical(meeting: Meeting) -> str:
    """That the two are one text, letter for letter, which nobody writes twice."""
    return "letter for letter the same text" if meeting.one.text == meeting.other.text else ""


def counted(days: int) -> str:
    """A number of days in words."""
    return f"{days} day{'' if days == 1 else 's'}"


def apart(one: Text, other: Text) -> int | None:
    """The days between two dates; None where one is missing or less exact than a day."""
    if not one.published or not other.published:
        return None
    exact = all(each.start == each.end for each in (one.published, other.published))
    return abs((one.published.start - other.published.start).days) if exact else None


EVIDENCE = (
    EvidenceRow("credit", credit),
    EvidenceRow("shared credit", shared_credit),
    EvidenceRow("link", link),
    EvidenceRow("address", address),
    EvidenceRow("headline", title),
    EvidenceRow("paragraphs", paragraphs),
    EvidenceRow("dates", dates),
    EvidenceRow("identical", identical),
)
"""The kinds of evidence that may stand second to shared words; one of them makes a finding automatic."""


@attrs.frozen
class OrderRow:
    """One way to tell which of two texts was made from the other.

    Attributes:
        name: what it goes by.
        told: why the second is derived from the first, empty where it says nothing of that.
    """

    name: str
    told: Callable[[Meeting], str]


def _earlier(meeting: Meeting) -> str:
    """That the other appeared later."""
    first, second = meeting.one.published, meeting.other.published
    if not first or not second or first.end >= second.start:
        return ""
    days = apart(meeting.one, meeting.other)
    return f"{meeting.other.key} was published {counted(days) if days else 'some time'} later"


def _longer(meeting: Meeting) -> str:
    """That nearly all of the other stands in the one, which is much longer."""
    own = meeting.overlap.own
    contained = own.containment >= WITHIN and own.left >= LONGER * own.right
    return f"nearly all of {meeting.other.key} stands in {meeting.one.key}, which is longer" if contained else ""


WITHIN, LONGER = 0.8, 1.5
"""Share of the shorter text within the longer, and how much longer, for length to tell the order."""
ORDER = (OrderRow("credit", _credited), OrderRow("link", _linked), OrderRow("date", _earlier), OrderRow("length", _longer))
"""What tells the order, surest first; the first row that speaks for one way only decides."""


@attrs.frozen
class Order:
    """Whether the one of a meeting is the source, and how that is known; empty where it is not."""

    forward: bool
    told: str


def order(meeting: Meeting) -> Order:
    """Which text came first; the one, where nothing tells."""
    for row in ORDER:
        forward, back = row.told(meeting), row.told(meeting.turned)
        if bool(forward) != bool(back):
            return Order(bool(forward), forward or back)
    return Order(True, "")
