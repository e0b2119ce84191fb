"""What compared pairs tell of descent, and the derivations that come of it, family by family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from claimtrack.model.records import Derivation, Judgement
from claimtrack.model.terms import DerivationKind, MakerKind, Verdict
from claimtrack.model.values import Citation, Maker, Span
from claimtrack.provenance.copies.families import families
from claimtrack.provenance.copies.relations import DESCENT, Pair, Relation
from claimtrack.provenance.copies.traces import Age
from claimtrack.provenance.copies.wording import explained

MAKER = Maker(name="claimtrack copies", kind=MakerKind.SOFTWARE, version="1")
NOTICE = Citation(source="the article's own notice")
KINDS = {
    Relation.COPY: DerivationKind.COPY,
    Relation.EXCERPT: DerivationKind.EXCERPT,
    Relation.COMMON_WIRE: DerivationKind.SYNDICATION,
    Relation.REWRITE: DerivationKind.REWRITE,
}
NEARLY = 0.9
"""A text taken from a copy of a source is told as taken from the source, where that shares at least this much as much with it."""
Statements = Callable[[str, Span], Iterable[str]]
"""Finds the keys of the statements that have a quotation: an article's key and a stretch of its text in, keys out."""


@attrs.frozen(kw_only=True)
class Descent:
    """What a pair tells of descent: all that its records are made of, small enough to be kept.

    Attributes:
        source, derived: the keys of the texts.
        relation: what they are to each other.
        shared: shingles of their own words that both have.
        automatic: whether it stands without a person's word.
        declared: whether the derived text credits the source.
        third: whom both credit.
        drifted: where quotations of the derived text stand whose words differ.
        note: the finding in words.
    """

    source: str
    derived: str
    relation: Relation
    shared: int
    automatic: bool
    declared: bool
    third: tuple[str, ...]
    drifted: tuple[Span, ...]
    note: str

    @classmethod
    def of(cls, pair: Pair) -> Descent | None:
        """What a pair tells, None where neither text descends from the other."""
        if pair.relation not in DESCENT:
            return None
        return cls(
            source=pair.source,
            derived=pair.derived,
            relation=pair.relation,
            shared=pair.overlap.own.both,
            automatic=pair.automatic,
            declared=pair.declared,
            third=pair.third,
            drifted=tuple(drift.right for drift in pair.drifted),
            note=explained(pair),
        )

    def to_row(self) -> list[Any]:
        """The same as plain values that JSON has."""
        spans = [[span.start, span.end] for span in self.drifted]
        firm = [self.automatic, self.declared]
        return [self.source, self.derived, str(self.relation), self.shared, *firm, list(self.third), spans, self.note]

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Descent:
        """What `to_row` made a row of."""
        source, derived, relation, shared, automatic, declared, third, spans, note = row
        return cls(
            source=source,
            derived=derived,
            relation=Relation(relation),
            shared=shared,
            automatic=automatic,
            declared=declared,
            third=tuple(third),
            drifted=tuple(Span(*span) for span in spans),
            note=note,
        )


def settle(
    found: Iterable[Descent], ages: Mapping[str, Age], judgements: Iterable[Judgement] = (), statements: Statements | None = None
) -> tuple[Derivation, ...]:
    """The derivations that come of what pairs tell.

    What a person judged different is left out. A copy of a copy is told as a copy of the oldest text that explains it, and of one descent
    the evidence that shares most is told. What comes of a family depends on that family alone: `settle` of several is the union of
    `settle` of each, but where they name one third text as the source of one text, and a family has all such pairs.

    Args:
        found: what the pairs tell, whole families of them.
        ages: which of any two texts is older.
        judgements: what people said of two articles.
        statements: finds the statements that have a quotation, for those whose words differ.
    """
    apart = {(each.left, each.right) for each in judgements if each.verdict is Verdict.DIFFERENT and _person(each.maker)}
    found = sorted(found, key=lambda each: (each.shared, each.source, each.derived))
    kept = [each for each in _nearest(found, ages) if tuple(sorted((each.source, each.derived))) not in apart]
    best = {(record.derived, record.source): record for each in kept for record in _records(each, statements)}
    return tuple(sorted(best.values()))


def kin(found: Iterable[Descent]) -> dict[str, str]:
    """For each text that stands in a pair what stands for its family: the least key of those that pairs link."""
    return families(sorted((each.source, each.derived) for each in found))


def _person(maker: Maker | None) -> bool:
    return maker is not None and maker.kind is MakerKind.PERSON


def _nearest(found: Collection[Descent], ages: Mapping[str, Age]) -> list[Descent]:
    """The pairs without those that others explain: two copies of one source are not told as copies of each other."""
    sources: dict[str, dict[str, Descent]] = defaultdict(dict)
    for each in found:
        sources[each.derived][each.source] = each
    return [each for each in found if not any(_explain(each, sources[each.derived], sources[each.source], ages))]


def _explain(
    pair: Descent, for_derived: Mapping[str, Descent], for_source: Mapping[str, Descent], ages: Mapping[str, Age]
) -> Iterator[bool]:
    """For each common source of both texts that is older than the one at hand, whether it explains what they share.

    That it is older keeps texts from explaining each other in a circle, which would leave some without any source.
    """
    for key in sorted(key for key in for_derived.keys() & for_source.keys() if ages[key] < ages[pair.source]):
        deeper = for_derived[key]
        yield deeper.automatic >= pair.automatic and deeper.shared >= NEARLY * pair.shared


def _records(pair: Descent, statements: Statements | None) -> Iterator[Derivation]:
    """The records of one pair: both from whom they credit, or the one from the other."""
    if pair.relation is Relation.COMMON_WIRE:
        for derived in (pair.source, pair.derived):
            for third in pair.third:
                yield _record(pair, derived, third, declared=True, proposed=False)
        return
    altered = {key for span in pair.drifted for key in statements(pair.derived, span)} if statements else ()
    yield _record(pair, pair.derived, pair.source, declared=pair.declared, proposed=not pair.automatic, altered=altered)


def _record(pair: Descent, derived: str, source: str, *, declared: bool, proposed: bool, altered: Iterable[str] = ()) -> Derivation:
    return Derivation(
        derived=derived,
        source=source,
        kind=KINDS[pair.relation],
        declared=declared,
        proposed=proposed,
        altered=tuple(sorted(altered)),
        cited=NOTICE if declared else None,
        note=pair.note,
        maker=MAKER,
    )
