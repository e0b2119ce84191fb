"""Silence told as news: `declined to comment`, `did not reply`, `has said nothing` state nothing that could be so or not."""

from __future__ import annotations

import re

from claimtrack.model.reading import Attribution
from claimtrack.model.values import Span
from claimtrack.words import in_small

_SPEAK = (
    "say|tell|comment|reply|respond|answer|explain|elaborate|discuss|disclose|specify|name|identify|confirm|clarify|mention|give|provide|detail"
    "|speak|return|dispute|react|address"
)
_SAID = _SPEAK + "|said|told|commented|replied|responded|answered|explained|elaborated|discussed|disclosed|specified|reacted"
_NOT = r"(?:not|never|n[o’']t)(?: (?:yet|immediately|so far|publicly|directly|even))?"
_SPELLED = (
    rf"\b(?:(?:declin|refus)(?:e|es|ed|ing) to (?:{_SPEAK})\b"
    rf"|(?:did|does|do|would|could|will|has|have|had) {_NOT} (?:{_SAID})\b"
    rf"|(?:didn|doesn|don|wouldn|couldn|won|hasn|haven|hadn)[’']t (?:yet |immediately )?(?:{_SAID})\b"
    r"|sa(?:id|ys?) nothing\b|(?:made|had) no comment\b|hung up\b|could not (?:immediately )?be reached\b"
    rf"|(?:nobody|no one|neither\b[^.;]{{0,60}}) has (?:{_SAID})\b)"
)
_SILENT, _SILENT_IN_ANY_CASE = re.compile(_SPELLED), re.compile(_SPELLED, re.IGNORECASE)
_ASKED = re.compile(r"asked\b", re.IGNORECASE)
_LIMIT = 220
"""Characters of a sentence that tells of a silence; in a longer one more is told."""


class Silences:
    """Where a text tells that somebody said nothing.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        small = in_small(text)
        found = _SILENT_IN_ANY_CASE.finditer(text) if small is None else _SILENT.finditer(small)
        self._found = [match.span() for match in found]

    def silent(self, each: Attribution) -> bool:
        """Whether an attribution tells of a silence, by its cue or by cue and content together."""
        if each.cue is None or not self._found:
            return False
        end = max(each.cue.end, min(each.start + len("to elaborate"), each.content[-1].end)) + len(" to elaborate")
        return any(start < each.cue.end and each.cue.start < stop <= end for start, stop in self._found)

    def within(self, span: Span) -> bool:
        """Whether a stretch of the article's own words does: all that is left of such a sentence, or the question before it."""
        if not self._found or span.end - span.start > _LIMIT:
            return False
        told = any(span.start <= start and stop <= span.end for start, stop in self._found)
        asked = _ASKED.match(self._text, span.start) is not None
        return told or (asked and any(span.start <= start < span.end + _LIMIT for start, _ in self._found))
