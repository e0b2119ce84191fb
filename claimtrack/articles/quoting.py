"""Which stretches of a text stand between quotation marks, where nothing may be changed; generous where marks are in doubt."""

from __future__ import annotations

import re

from claimtrack.model.values import Span

_MARK = re.compile(r"[\"“”„«»‟‘‚'’]|\n[ \t\u00a0\r]*\n")
_BESIDE = frozenset(".,;:!?…)]")
_CLOSES = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«", "‟": '”"', "‘": "’'", "‚": "‘’", "'": "'’"}
_SINGLE = "‘‚'’"
SINGLE_LIMIT = 600
"""Characters that a quotation in single marks may have; beyond, its opening mark was an apostrophe."""


def quoted(text: str) -> tuple[Span, ...]:
    """The stretches between quotation marks, marks included; one that never closes ends with its paragraph.

    Straight and curly marks close each other, as they do in damaged text. Single marks count where they stand like quotation marks.
    """
    spans: list[Span] = []
    opened = -1
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if mark[0] == "\n":
            spans += _ended(text, opened, place)
            opened = -1
        elif opened < 0:
            opened = place if mark in _CLOSES and (mark not in _SINGLE or _turns(text, place, 1)) else -1
        elif mark in _CLOSES[text[opened]] and (mark not in _SINGLE or _turns(text, place, -1)):
            spans.append(Span(opened, match.end()))
            opened = -1
        elif text[opened] in _SINGLE and (place - opened > SINGLE_LIMIT or mark in '"“„«'):
            opened = place if mark in _CLOSES else -1
    return (*spans, *_ended(text, opened, len(text)))


def _turns(text: str, place: int, way: int) -> bool:
    """Whether a single mark leans on a word on one side only, as quotation marks do and apostrophes within words do not."""
    inside, outside = text[max(place + way, 0) : place + way + 1], text[max(place - way, 0) : place - way + 1]
    return (inside.isalnum() or (way < 0 and inside in _BESIDE)) and not outside.isalnum()


def _ended(text: str, opened: int, end: int) -> list[Span]:
    """A quotation that never closed, up to its paragraph's end; none for a lone single mark, which was an apostrophe."""
    return [Span(opened, end)] if 0 <= opened < end and text[opened] not in _SINGLE else []
