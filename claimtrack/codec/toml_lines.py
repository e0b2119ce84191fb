"""Where in a TOML text a path stands, which the standard library's parser does not tell."""

from __future__ import annotations

import re
from collections import Counter

from claimtrack.codec.hooks import step

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
_KEY = re.compile(r"\s*([^\s=\[\]{},#][^=\[\]{},#]*?)\s*=")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
_PLAIN = re.compile(r"[\"'][\w:-]+[\"']\Z")
_TURN = re.compile(r"[\[\]{},]")


class TomlLines:
    """The lines of tables, keys and the elements of lists, found by their look beside the parser, for a reader to find the place.

    The text is known to be TOML, and nothing is decided by it: what cannot be told is told of what holds it.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._sizes: Counter[str] = Counter()
        self._table = self._key = ""
        self._depth = self._element = 0
        for number, line in enumerate(_STRING.sub(_blank, text).split("\n"), 1):
            self._mark(number, line)
            self._follow(number, line)

    def of(self, path: str) -> int:
        """The line of a path such as `statement[3].anchor.end`, counted from 1, or of the nearest thing around it; 0 without any."""
        while path and path not in self._lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self._lines.get(path, 0)

    def _mark(self, number: int, line: str) -> None:
        """Note the table, key or element that starts with this line."""
        if self._depth == 1 and line.strip()[:1] not in ("", "]", "}", ","):
            self._lines[f"{self._key}[{self._element}]"] = number
        if self._depth:
            return
        if header := _HEADER.match(line):
            self._table = self._key = self._opened(_parts(header[2]), number, listed=header[1] == "[[")
        elif key := _KEY.match(line):
            self._key = self._table
            for part in _parts(key[1]):
                self._key = f"{self._key}.{part}".lstrip(".")
                self._lines.setdefault(self._key, number)

    def _opened(self, parts: list[str], number: int, *, listed: bool) -> str:
        """The path of the table that a header opens; a part that names a list means its last table so far."""
        path = ""
        for place, part in enumerate(parts, 1):
            path = f"{path}.{part}".lstrip(".")
            self._lines.setdefault(path, number)
            self._sizes[path] += listed and place == len(parts)
            if self._sizes[path]:
                path = f"{path}[{self._sizes[path] - 1}]"
                self._lines.setdefault(path, number)
        return path

    def _follow(self, number: int, line: str) -> None:
        """Keep count of the brackets that are open, and of the elements of the outermost list."""
        if _HEADER.match(line) and not self._depth:
            return
        for turn in _TURN.findall(line):
            self._depth += (turn in "[{") - (turn in "]}")
            if self._depth == 1 and turn in "[,":
                self._element = 0 if turn == "[" else self._element + 1
                self._lines[f"{self._key}[{self._element}]"] = number


def _blank(match: re.Match[str]) -> str:
    """A text or a comment without what it says, so that nothing in it looks like TOML; a plain name may be a quoted key and stays."""
    return match[0] if _PLAIN.match(match[0]) else "\n" * match[0].count("\n") or '""'


def _parts(dotted: str) -> list[str]:
    """The names in a dotted key, spelled as in the paths of faults."""
    return [step(part.strip().strip("\"'")) for part in dotted.split(".")]
