"""Where an offset of a clean text stands in the file that it came from, by line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimtrack.articles.entrance import Kind, decoded, kind_of
from claimtrack.errors import Place
from claimtrack.model.reading import ArticleText

_LINE_END = re.compile(r"\r\n|\n|\r")
BOM = "\ufeff"
_TRACED = (Kind.TEXT, Kind.HTML)
"""Inputs whose clean text knows its way back; of all others the file alone is told."""


class Places:
    """The places of one article in its file; lines and columns count from 1, columns in code points."""

    def __init__(self, article: ArticleText, data: bytes | str, name: str) -> None:
        """Make ready to tell places.

        Args:
            article: as it was read.
            data: the input that it was read from.
            name: that input's file name.
        """
        self._name = name
        traced = kind_of(data, name) in _TRACED
        self._runs = sorted(article.runs) if traced else []
        self._starts = [run.start for run in self._runs]
        source = decoded(data, name) if traced else ""
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(source))]
        self._marked = source.startswith(BOM)

    def of(self, start: int, end: int) -> Place:
        """Where a stretch of the clean text starts, as far as it can be told: its first letter that stands in the file."""
        origin = self._origin(start, end)
        if origin is None:
            return Place(self._name, 0)
        line = bisect_right(self._lines, origin)
        column = origin - self._lines[line - 1] + 1
        return Place(self._name, line, column - (self._marked and line == 1 and column > 1))

    def _origin(self, start: int, end: int) -> int | None:
        """The place in the input of the first offset of a stretch that has one."""
        before = bisect_right(self._starts, start) - 1
        if before >= 0 and start < self._runs[before].end:
            return self._runs[before].origin + start - self._runs[before].start
        after = self._runs[before + 1 : before + 2]
        return after[0].origin if after and after[0].start < end else None
