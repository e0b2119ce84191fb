"""From texts to derivations: which descend from which, each finding explained, what is doubtful only proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.model.records import Derivation, Judgement
from claimtrack.provenance.copies.comparing import compare_texts
from claimtrack.provenance.copies.finder import Finder
from claimtrack.provenance.copies.relations import Pair, Relation
from claimtrack.provenance.copies.settling import Descent, Statements, settle
from claimtrack.provenance.copies.texts import Text
from claimtrack.provenance.copies.traces import traces
from claimtrack.provenance.copies.worth import any_relation

Texts = Iterable[Text] | Mapping[str, Text]
"""Texts in any order, or by their keys, to be got again where they are needed."""


def pairs(texts: Texts) -> tuple[Pair, ...]:
    """Every two texts that have something to do with each other, with all by which a reader can check it, in the order of their keys.

    What two texts are to each other does not depend on the order in which texts are given, nor on texts that share no words with them.

    Raises:
        ValueError: when two texts have one key.
    """
    held = by_key(texts)
    finder = Finder(worth=any_relation)
    found = finder.update(_traced(held))
    told = (pair for pair in compare_texts(held.__getitem__, found.compare, finder.common) if pair.relation is not Relation.NONE)
    return tuple(sorted(told, key=lambda pair: (pair.source, pair.derived)))


def by_key(texts: Texts) -> Mapping[str, Text]:
    """Texts by their keys: as they are where they can be got by these, else all held.

    Raises:
        ValueError: when two texts have one key.
    """
    if isinstance(texts, Mapping):
        return texts
    held: dict[str, Text] = {}
    for text in texts:
        if text.key in held:
            raise ValueError(f"several texts have the key {text.key!r}; give each its own")
        held[text.key] = text
    return held


def descents(texts: Texts, judgements: Iterable[Judgement] = (), statements: Statements | None = None) -> tuple[Derivation, ...]:
    """What descends from what among some texts, as records.

    Texts of one outlet give no record, since they are one carrier anyway. What a person judged different is left out. A copy of a copy
    is told as a copy of the oldest text that explains it, and of one descent the evidence that shares most is told.

    Args:
        texts: the texts, in any order; of a mapping, each is got once, and those that are compared once more or a few times.
        judgements: what people said of two articles.
        statements: finds the statements that have a quotation, for those whose words differ.

    Raises:
        ValueError: when two texts have one key.
    """
    held = by_key(texts)
    finder = Finder()
    found = finder.update(_traced(held))
    told = filter(None, map(Descent.of, compare_texts(held.__getitem__, found.compare, finder.common)))
    ages = {key: finder.traces(key).age for couple in found.compare for key in couple}
    return settle(told, ages, judgements, statements)


def _traced(texts: Mapping[str, Text]) -> dict[str, bytes]:
    return {key: traces(texts[key]).to_bytes() for key in texts}
