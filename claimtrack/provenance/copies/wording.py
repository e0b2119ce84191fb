"""What is told of two texts, in words that a reader can check and both outlets could accept."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.provenance.copies.evidence import PARAGRAPHS
from claimtrack.provenance.copies.overlap import RUN
from claimtrack.provenance.copies.relations import DESCENT, VERBATIM, Pair, Relation

NAMES = {
    Relation.COPY: "the two texts are largely the same",
    Relation.EXCERPT: "part of the one text stands in the other",
    Relation.COMMON_WIRE: "both texts have words of a third that both credit",
    Relation.REWRITE: "the two texts tell the same facts in the same order",
    Relation.SHARED_STATEMENT: "both texts pass on one statement",
    Relation.SHARED_QUOTES: "both texts quote the same words",
    Relation.BOILERPLATE: "the two texts share lines that many texts have",
    Relation.NONE: "nothing to speak of",
}
"""What each relation is called in a sentence."""


def explained(pair: Pair) -> str:
    """The finding in words: what is shared, how it is known which came first, what else speaks for it, and how firm it is."""
    return "; ".join(_parts(pair)) + "."


def _parts(pair: Pair) -> Iterator[str]:
    yield NAMES[pair.relation]
    yield from _words(pair)
    yield from _sentences(pair)
    for drift in pair.drifted:
        yield f"a quotation differs: {drift.difference}"
    if pair.carrier:
        yield f"{pair.carrier}, so they are one carrier and do not corroborate each other"
    if pair.relation in DESCENT:
        yield pair.order or "which of the two came first is not known"
    yield from (told for told in pair.evidence if told != pair.order)
    if pair.relation in VERBATIM and pair.automatic:
        yield "more than shared words speaks for it, so it stands until somebody judges otherwise"
    elif pair.relation in DESCENT:
        yield "a proposal that awaits a person's word"


def _words(pair: Pair) -> Iterator[str]:
    overlap = pair.overlap
    if overlap.identical:
        yield f"{overlap.identical} of {overlap.of} words are identical outside quotation marks"
    if overlap.longest >= RUN:
        yield f"longest run {overlap.longest} words"
    if overlap.longest_quoted:
        yield f"longest run inside quotation {overlap.longest_quoted} words"
    if overlap.paragraphs >= PARAGRAPHS and not pair.evidence:
        yield f"runs in {overlap.paragraphs} paragraphs"


def _sentences(pair: Pair) -> Iterator[str]:
    if pair.alignment is not None:
        found = pair.alignment
        yield f"{len(found.matches)} sentences tell the same as {found.of}, {found.in_order} of them in one order"
        if found.quotes:
            yield f"{found.quotes} quotation{'' if found.quotes == 1 else 's'} in nearly the same words"
