"""Where in a TOML text a path stands, which the standard library's parser does not tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?\Z")


class TomlLines:
    """The lines of tables and keys, found by their look beside the parser: they help a reader find a place and decide nothing."""

    def __init__(self, text: str) -> None:
        self._text = text.splitlines()
        self._tables: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self._text, 1):
            if match := _HEADER.match(line):
                self._tables[match[1]].append(number)
        self._starts = sorted(number for numbers in self._tables.values() for number in numbers)

    def of(self, path: str) -> int:
        """The line of a path such as `statement[3].anchor.end`, counted from 1; 0 where it cannot be told."""
        head, *rest = path.split(".")
        table, _, index = head.partition("[")
        numbers = self._tables.get(table)
        if not numbers:
            return self._key(1, len(self._text), table)
        start = numbers[min(int(index.rstrip("]") or 0), len(numbers) - 1)]
        following = bisect_right(self._starts, start)
        last = self._starts[following] - 1 if following < len(self._starts) else len(self._text)
        lines = (self._key(start + 1, last, part.partition("[")[0]) for part in reversed(rest))
        return next((line for line in lines if line), start)

    def _key(self, first: int, last: int, key: str) -> int:
        """The first line between two that sets a key or opens a table whose name ends with it, else 0."""
        pattern = re.compile(rf"\s*(?:[\"']?{re.escape(key)}[\"']?\s*=|\[\[?[\w.\s-]*\b{re.escape(key)}\s*\])")
        return next((number for number in range(first, last + 1) if pattern.match(self._text[number - 1])), 0) if key else 0
