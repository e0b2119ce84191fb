"""One label from the axes: the first row of a table that holds."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.model.terms import Framing
from claimtrack.statements.framing.axes import Commitment, Force

THRESHOLD = 4.5
"""The score in context from which a sentence is the author's opinion; one for every kind of text."""
ZONE = 2.0
"""So far below the threshold a sentence is shown as a possible opinion."""
ANYBODY = 4.5
"""The score from which a sentence holds somebody's opinion."""


@attrs.frozen(kw_only=True)
class Axes:
    """What is known of a sentence, or of what somebody is said to say, before it gets one label.

    Attributes:
        held: whether somebody other than the author is its holder.
        opinion: whether it is an opinion of its holder, or for one that nobody else holds, of the author.
        author: whether the author's own words in it are an opinion.
        mild: whether only the article around it makes them one.
        pledges: whether the words that attribute bind the holder.
        believes: whether they give what the holder feels, wants or believes.
    """

    held: bool = False
    opinion: bool = False
    author: bool = False
    mild: bool = False
    pledges: bool = False
    believes: bool = False
    force: Force = Force.REPORT
    commitment: Commitment = Commitment.ASSERTED


Row = tuple[str, Framing, Callable[[Axes], bool]]

SENTENCES: tuple[Row, ...] = (
    ("the author calls for something", Framing.PRESCRIPTIVE, lambda axes: axes.author and axes.force is Force.PRESCRIPTIVE),
    ("the author looks ahead, mildly", Framing.FORECAST, lambda axes: axes.mild and axes.force is Force.FORECAST),
    ("the author judges, interprets or asks in order to", Framing.AUTHOR_OPINION, lambda axes: axes.author),
    ("somebody's opinion", Framing.ATTRIBUTED_OPINION, lambda axes: axes.held and axes.opinion),
    ("somebody's statement", Framing.ATTRIBUTED_FACT, lambda axes: axes.held),
    ("the author looks ahead", Framing.FORECAST, lambda axes: axes.force is Force.FORECAST),
    ("the author weakens it", Framing.HEDGED, lambda axes: axes.commitment is Commitment.WEAKENED),
    ("the rest", Framing.REPORTED_FACT, lambda _: True),
)
"""For a sentence of the article. What somebody else holds is forecast or hedged by its holder: that is read inside the attribution."""

CONTENTS: tuple[Row, ...] = (
    ("the holder binds itself", Framing.COMMITMENT, lambda axes: axes.pledges),
    ("the holder calls for something", Framing.PRESCRIPTIVE, lambda axes: axes.force is Force.PRESCRIPTIVE),
    ("the holder feels or believes it", Framing.ATTRIBUTED_OPINION, lambda axes: axes.believes),
    ("the holder looks ahead", Framing.FORECAST, lambda axes: axes.force is Force.FORECAST),
    ("the holder weakens it", Framing.HEDGED, lambda axes: axes.commitment is Commitment.WEAKENED),
    ("the holder judges", Framing.ATTRIBUTED_OPINION, lambda axes: axes.opinion),
    ("the holder states it", Framing.ATTRIBUTED_FACT, lambda _: True),
)
"""For what somebody is said to say."""


def label(axes: Axes, table: tuple[Row, ...] = SENTENCES) -> Framing:
    """The label of the first row that holds."""
    return next(framing for _, framing, holds in table if holds(axes))


def reason(axes: Axes, table: tuple[Row, ...] = SENTENCES) -> str:
    """Why it has that label, in the words of the row."""
    return next(why for why, _, holds in table if holds(axes))
