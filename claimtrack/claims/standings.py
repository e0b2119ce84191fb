"""Where articles stand among others, packed: a hundred thousand of them take less than a hundred megabytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import Protocol

import attrs

Near = tuple[tuple[str, float], ...]
_HEAD = 6
"""Numbers that a row begins with: that of its article, how many stems, signs and neighbours follow, its week, and what is the least."""


class Standing(Protocol):
    """Where an article stands among the others."""

    @property
    def stems(self) -> Sequence[int]:
        """The codes of the stems of its words."""

    @property
    def signs(self) -> Sequence[int]:
        """The codes of those by which its neighbours are found."""

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The articles that share most of these."""

    @property
    def near(self) -> Near:
        """Those among them that tell of the same matter, with their nearness, 0 to 1 in hundredths."""

    @property
    def week(self) -> int:
        """The week in which it appeared, 0 where that is not known."""

    @property
    def least(self) -> int:
        """What another must share with it, at the least, to take the place of a neighbour; 0 where there is room for more."""


@attrs.frozen
class Placed:
    """Where an article stands, as it is put into `Standings`."""

    stems: Sequence[int]
    signs: Sequence[int]
    neighbours: tuple[str, ...] = ()
    near: Near = ()
    week: int = 0
    least: int = 0


class _Packed:
    """A standing in one row of numbers; each part is taken out of it when it is asked for."""

    __slots__ = ("_keys", "row")

    def __init__(self, row: array[int], keys: Sequence[str]) -> None:
        self.row = row
        self._keys = keys

    @property
    def stems(self) -> array[int]:
        return self.row[_HEAD : _HEAD + self.row[1]]

    @property
    def signs(self) -> array[int]:
        start = _HEAD + self.row[1]
        return self.row[start : start + self.row[2]]

    @property
    def neighbours(self) -> tuple[str, ...]:
        start = _HEAD + self.row[1] + self.row[2]
        return tuple(map(self._keys.__getitem__, self.row[start : start + self.row[3]]))

    @property
    def near(self) -> Near:
        told = iter(self.row[_HEAD + sum(self.row[1:4]) :])
        return tuple([(self._keys[number], hundredths / 100) for number, hundredths in zip(told, told, strict=True)])

    @property
    def week(self) -> int:
        return self.row[4]

    @property
    def least(self) -> int:
        return self.row[5]


class Standings(MutableMapping[str, Standing]):
    """The standings of articles by their keys.

    Articles are numbered as they come. What is put in names as neighbours, and as near, articles that were put in before.

    Args:
        rows: the articles with what `row` gave for them.
    """

    def __init__(self, rows: Iterable[tuple[str, bytes]] = ()) -> None:
        self._rows: dict[str, array[int]] = {article: array("I", data) for article, data in rows}
        self._gone: dict[str, int] = {}
        self._keys = [""] * (1 + max((row[0] for row in self._rows.values()), default=-1))
        for article, row in self._rows.items():
            self._keys[row[0]] = article

    def __getitem__(self, article: str) -> Standing:
        return _Packed(self._rows[article], self._keys)

    def __setitem__(self, article: str, standing: Standing) -> None:
        number = self._number(article)
        if number is None:
            number = len(self._keys)
            self._keys.append(article)
        head = (number, len(standing.stems), len(standing.signs), len(standing.neighbours), standing.week, standing.least)
        self._rows[article] = array("I", (*head, *standing.stems, *standing.signs, *self._numbers(standing.neighbours)))
        self._gone.pop(article, None)
        for other, nearness in standing.near:
            self._rows[article].extend((*self._numbers([other]), round(100 * nearness)))

    def __delitem__(self, article: str) -> None:
        self._gone[article] = self._rows.pop(article)[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, article: object) -> bool:
        return article in self._rows

    def row(self, article: str) -> bytes:
        """A standing as bytes, which can be read beside those of all articles that it names.

        Raises:
            KeyError: when there is no such article.
        """
        return self._rows[article].tobytes()

    def _numbers(self, articles: Iterable[str]) -> list[int]:
        """The numbers of articles.

        Raises:
            KeyError: for an article that was never put in.
        """
        return [self._rows[each][0] if each in self._rows else self._gone[each] for each in articles]

    def _number(self, article: str) -> int | None:
        """The number of an article, if it was put in before."""
        return self._rows[article][0] if article in self._rows else self._gone.get(article)
