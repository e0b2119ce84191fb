"""What two texts are to each other: a table of relations, the first that fits being told with all that speaks for it."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.model.terms import Term
from claimtrack.provenance.copies.drift import Drift, drifted
from claimtrack.provenance.copies.evidence import EVIDENCE, Meeting, order, thirds
from claimtrack.provenance.copies.overlap import Overlap, measured
from claimtrack.provenance.copies.rewrites import Alignment, aligned
from claimtrack.provenance.copies.texts import Reading, Text

LEAST_SHARE = 0.12
"""Share of the shorter text's own shingles from which it may be a copy; picked on constructed and natural pairs, see docs."""
LEAST_SHINGLES = 8
"""Own shingles in common below which nothing is told, however short the text: twelve words in a row have as many."""
WHOLE = 0.4
"""Share of the longer text from which the relation is a copy, and below which it is an excerpt."""
STATEMENT_WORDS = 25
"""Words of one quoted run from which it is more of a document than of a remark."""


class Relation(Term):
    """What two texts are to each other."""

    COPY = "copy"
    EXCERPT = "excerpt"
    COMMON_WIRE = "common-wire"
    REWRITE = "rewrite"
    SHARED_STATEMENT = "shared-statement"
    SHARED_QUOTES = "shared-quotes"
    BOILERPLATE = "boilerplate"
    NONE = "none"


VERBATIM = frozenset({Relation.COPY, Relation.EXCERPT, Relation.COMMON_WIRE})
"""The relations in which one text has another's own words."""
DESCENT = VERBATIM | {Relation.REWRITE}
"""The relations in which one text descends from the other, or both from a third."""


@attrs.frozen(kw_only=True)
class Pair:
    """Two texts, what they are to each other, and everything by which a reader can check it.

    Attributes:
        source, derived: their keys, the one that came first before the other; alphabetical where that is not known.
        order: how it is known which came first; empty where it is not.
        overlap: what they share, the source on the left.
        evidence: what speaks for the relation besides shared words.
        automatic: whether it stands without a person's word.
        declared: whether the derived text credits the source.
        carrier: why the two are one carrier anyway, and so do not corroborate each other; empty where they are two.
        third: whom both credit.
        drifted: quotations that differ in their words.
        alignment: which sentences tell the same, for a rewrite.
    """

    source: str
    derived: str
    relation: Relation
    order: str
    overlap: Overlap
    evidence: tuple[str, ...] = ()
    automatic: bool = False
    declared: bool = False
    carrier: str = ""
    third: tuple[str, ...] = ()
    drifted: tuple[Drift, ...] = ()
    alignment: Alignment | None = None


@attrs.frozen
class RelationRow:
    """One relation, and when two texts stand in it."""

    relation: Relation
    holds: Callable[[Meeting], bool]


def _verbatim(meeting: Meeting) -> bool:
    overlap = meeting.overlap
    return overlap.own.both >= LEAST_SHINGLES and overlap.own.containment >= LEAST_SHARE


RELATIONS = (
    RelationRow(Relation.COMMON_WIRE, lambda meeting: _verbatim(meeting) and bool(thirds(meeting.one, meeting.other))),
    RelationRow(Relation.COPY, lambda meeting: _verbatim(meeting) and meeting.overlap.own.of_longer >= WHOLE),
    RelationRow(Relation.EXCERPT, _verbatim),
    RelationRow(Relation.SHARED_STATEMENT, lambda meeting: meeting.overlap.longest_quoted >= STATEMENT_WORDS),
    RelationRow(Relation.SHARED_QUOTES, lambda meeting: meeting.overlap.longest_quoted > 0),
    RelationRow(Relation.BOILERPLATE, lambda meeting: meeting.overlap.boilerplate > 0),
)
"""The relations, the closest first."""


def compare(left: Reading, right: Reading, common: frozenset[int] = frozenset()) -> Pair:
    """What two texts are to each other; a function of these two and of what is boilerplate, whatever other texts there are.

    Args:
        left: the one text as read.
        right: the other; which is which makes no difference.
        common: codes of boilerplate.
    """
    source, derived = sorted((left, right), key=lambda each: each.text.key)
    meeting = Meeting(source.text, derived.text, measured(source, derived, common))
    told = order(meeting)
    if not told.forward:
        source, derived, meeting = derived, source, meeting.turned
    relation = next((row.relation for row in RELATIONS if row.holds(meeting)), Relation.NONE)
    alignment = None if relation in VERBATIM else aligned(source, derived)
    if alignment is not None and alignment.rewrite:
        relation = Relation.REWRITE
    evidence = tuple(why for row in EVIDENCE if (why := row.told(meeting))) if relation in DESCENT else ()
    return Pair(
        source=source.text.key,
        derived=derived.text.key,
        relation=relation,
        order=told.told,
        overlap=meeting.overlap,
        evidence=evidence,
        automatic=relation in VERBATIM and bool(evidence),
        declared=bool(derived.text.credited & source.text.called),
        carrier=one_carrier(source.text, derived.text),
        third=thirds(source.text, derived.text),
        drifted=drifted(source, derived) if relation in DESCENT else (),
        alignment=alignment if relation is Relation.REWRITE else None,
    )


def one_carrier(one: Text, other: Text) -> str:
    """Why two texts are one carrier whatever they share; empty where they are two."""
    if one.url and one.url == other.url:
        return f"both are versions of the text at {one.url}"
    return f"both are of {one.outlet}" if one.outlet and one.outlet == other.outlet else ""
