"""From texts to derivations: which descend from which, each finding explained, what is doubtful only proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from claimtrack.model.records import Derivation, Judgement
from claimtrack.model.terms import DerivationKind, MakerKind, Verdict
from claimtrack.model.values import Citation, Maker, Span
from claimtrack.provenance.copies.candidates import candidates
from claimtrack.provenance.copies.relations import DESCENT, Pair, Relation, compare
from claimtrack.provenance.copies.texts import Reading, Text
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
Age = tuple[str, str]
Statements = Callable[[str, Span], Iterable[str]]
"""Finds the keys of the statements that have a quotation: an article's key and a stretch of its text in, keys out."""


def pairs(texts: Iterable[Text]) -> tuple[Pair, ...]:
    """Every two texts that have something to do with each other, with all by which a reader can check it, in the order of their keys.

    What two texts are to each other does not depend on the order in which texts are given, nor on texts that share no words with them.

    Raises:
        ValueError: when two texts have one key.
    """
    readings = [Reading(text) for text in sorted(texts, key=_age)]
    keys = [reading.text.key for reading in readings]
    if len(set(keys)) < len(keys):
        raise ValueError(f"several texts have the key {next(key for key in keys if keys.count(key) > 1)!r}; give each its own")
    found = candidates(readings)
    compared = (compare(readings[left], readings[right], found.common) for left, right in found.pairs)
    told = (pair for pair in compared if pair.relation is not Relation.NONE)
    return tuple(sorted(told, key=lambda pair: (pair.source, pair.derived)))


def _age(text: Text) -> Age:
    """Orders texts by the first day that they may have appeared on, those without a date last, then by their keys."""
    return (text.published.start.isoformat() if text.published else "~", text.key)


def descents(texts: Iterable[Text], judgements: Iterable[Judgement] = (), statements: Statements | None = None) -> tuple[Derivation, ...]:
    """What descends from what among some texts, as records.

    Texts of one outlet give no record, since they are one carrier anyway. What a person judged different is left out. A copy of a copy
    is told as a copy of the oldest text that explains it, and of one descent the evidence that shares most is told.

    Args:
        texts: the texts, in any order.
        judgements: what people said of two articles.
        statements: finds the statements that have a quotation, for those whose words differ.
    """
    apart = {(each.left, each.right) for each in judgements if each.verdict is Verdict.DIFFERENT and _person(each.maker)}
    texts = tuple(texts)
    outlets = {text.key: text.outlet for text in texts}
    ages = {text.key: _age(text) for text in texts}
    descended = [pair for pair in pairs(texts) if pair.relation in DESCENT and not _one_outlet(pair, outlets)]
    kept = [pair for pair in _nearest(descended, ages) if tuple(sorted((pair.source, pair.derived))) not in apart]
    best: dict[tuple[str, str], Derivation] = {}
    for pair in sorted(kept, key=lambda pair: (pair.overlap.own.both, pair.source, pair.derived)):
        best.update({(record.derived, record.source): record for record in _records(pair, statements)})
    return tuple(sorted(best.values()))


def _person(maker: Maker | None) -> bool:
    return maker is not None and maker.kind is MakerKind.PERSON


def _one_outlet(pair: Pair, outlets: dict[str, str]) -> bool:
    return bool(outlets[pair.source]) and outlets[pair.source] == outlets[pair.derived]


def _nearest(found: Sequence[Pair], ages: Mapping[str, Age]) -> list[Pair]:
    """The pairs without those that others explain: two copies of one source are not told as copies of each other."""
    sources: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in found:
        sources[pair.derived][pair.source] = pair
    return [pair for pair in found if not any(_explain(pair, sources[pair.derived], sources[pair.source], ages))]


def _explain(pair: Pair, for_derived: Mapping[str, Pair], for_source: Mapping[str, Pair], ages: Mapping[str, Age]) -> Iterator[bool]:
    """For each common source of both texts that is older than the one at hand, whether it explains what they share.

    That it is older keeps texts from explaining each other in a circle, which would leave some without any source.
    """
    for key in sorted(key for key in for_derived.keys() & for_source.keys() if ages[key] < ages[pair.source]):
        deeper = for_derived[key]
        as_firm = deeper.automatic >= pair.automatic and deeper.relation in DESCENT
        yield as_firm and deeper.overlap.own.both >= NEARLY * pair.overlap.own.both


def _records(pair: Pair, statements: Statements | None) -> Iterator[Derivation]:
    """The records of one pair: both from whom they credit, or the one from the other."""
    note = explained(pair)
    if pair.relation is Relation.COMMON_WIRE:
        for derived in (pair.source, pair.derived):
            for third in pair.third:
                yield Derivation(
                    derived=derived, source=third, kind=KINDS[pair.relation], declared=True, cited=NOTICE, note=note, maker=MAKER
                )
        return
    yield Derivation(
        derived=pair.derived,
        source=pair.source,
        kind=KINDS[pair.relation],
        declared=pair.declared,
        proposed=not pair.automatic,
        altered=_altered(pair, statements),
        cited=NOTICE if pair.declared else None,
        note=note,
        maker=MAKER,
    )


def _altered(pair: Pair, statements: Statements | None) -> tuple[str, ...]:
    """The statements of the derived text whose quoted words differ."""
    return tuple(sorted({key for drift in pair.drifted for key in statements(pair.derived, drift.right)})) if statements else ()
