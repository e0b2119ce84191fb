"""Quotations whose words differ between two texts: one utterance, quoted in two ways, shown as a short difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from claimtrack.model.reading import Quotation
from claimtrack.model.values import Span
from claimtrack.provenance.copies.texts import Reading

LEAST_WORDS = 4
"""Words of a quotation below which two that differ are two."""
ALIKE = 0.6
"""Share of words in common (twice the matches over both lengths) from which two quotations are one utterance."""
NEAR = 160
"""Characters around a quotation in which its speaker is named."""
PLACE = 0.25
"""How far apart two quotations may stand in their texts, as a share of these, when no name is near both."""
SHOWN = 6
"""Words that one shown difference has at most, those that changed and those beside them."""
CHANGES = 3
"""Differences shown of one quotation."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NAME = re.compile(r"\b[A-Z][a-z]+")
_EDITED = re.compile(r"\[|\.\.\.|…")
"""Signs by which a writer says that words were left out or put in."""


@attrs.frozen(order=True, kw_only=True)
class Drift:
    """A quotation of the derived text whose words differ from those of the source.

    Attributes:
        source, derived: the keys of the texts.
        left, right: where the quotation stands in each, without its marks.
        difference: the words that changed, as `the [-old-] {+new+} bridge`.
    """

    source: str
    derived: str
    left: Span
    right: Span
    difference: str


def drifted(source: Reading, derived: Reading) -> tuple[Drift, ...]:
    """The quotations of one text that are nearly, but not quite, those of another.

    A quotation that is part of the other, one that differs in capitals and marks only, and one that says by brackets or dots that it was
    edited are faithful.
    """
    ours = [each for each in source.quotation.marked if _long(source, each)]
    found = []
    for theirs in derived.quotation.marked:
        best = _best(source, ours, derived, theirs) if _long(derived, theirs) else None
        if best is not None and (told := difference(_quote(source, best), _quote(derived, theirs))):
            keys = source.text.key, derived.text.key
            found.append(Drift(source=keys[0], derived=keys[1], left=best.inner, right=theirs.inner, difference=told))
    return tuple(found)


def _quote(reading: Reading, each: Quotation) -> str:
    return reading.text.text[each.inner.start : each.inner.end]


def _long(reading: Reading, each: Quotation) -> bool:
    return len(_WORD.findall(_quote(reading, each))) >= LEAST_WORDS


def _best(source: Reading, ours: Sequence[Quotation], derived: Reading, theirs: Quotation) -> Quotation | None:
    """The quotation most like another, if it is the same utterance."""
    words = _plain(_quote(derived, theirs))
    rated = [(alike(_plain(_quote(source, each)), words), -each.start, each) for each in ours if _beside(source, each, derived, theirs)]
    share, _, best = max(rated, default=(0.0, 0, None))
    return best if share >= ALIKE else None


def _beside(source: Reading, ours: Quotation, derived: Reading, theirs: Quotation) -> bool:
    """Whether a name is near both, or both stand at one place of their texts."""
    near = _names(source.text.text, ours) & _names(derived.text.text, theirs)
    return bool(near) or abs(ours.start / len(source.text.text) - theirs.start / len(derived.text.text)) <= PLACE


def _names(text: str, each: Quotation) -> set[str]:
    return {*_NAME.findall(text[max(0, each.start - NEAR) : each.start]), *_NAME.findall(text[each.end : each.end + NEAR])}


def _plain(quote: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(quote)]


def alike(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of words that two quotations have in common in one order (Ratcliff and Metzener 1988); 1 where one is part of the other."""
    shorter, longer = sorted((list(left), list(right)), key=len)
    if len(shorter) >= LEAST_WORDS and any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1)):
        return 1.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def difference(ours: str, theirs: str) -> str:
    """The words by which two quotations differ, each change with a word beside it; empty where they do not differ."""
    left, right = _plain(ours), _plain(theirs)
    if alike(left, right) == 1.0 or _EDITED.search(ours) or _EDITED.search(theirs):
        return ""
    changes = list(_changes(left, right))
    return "; ".join([*changes[:CHANGES], *(["and more"] if len(changes) > CHANGES else [])])


def _changes(left: list[str], right: list[str]) -> Iterator[str]:
    """Each change between the first and the last words that agree; what one quotation goes on with, the other left out."""
    matched = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    if matched[-1][0] in ("insert", "delete"):
        matched.pop()
    if matched and matched[0][0] in ("insert", "delete"):
        matched.pop(0)
    for kind, start, end, first, last in matched:
        if kind != "equal":
            gone, come = _cut(left[start:end]), _cut(right[first:last])
            shown = [left[start - 1] if start else "", f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
            yield " ".join(part for part in [*shown, left[end] if end < len(left) else ""] if part)


def _cut(words: list[str]) -> str:
    """Some words, no more than leave room for what stands beside them."""
    most = (SHOWN - 2) // 2
    return " ".join(words if len(words) <= most else [*words[: most - 1], "…", words[-1]])
