"""The letters that sources bear: a range where raters differ, with the ratings that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claimtrack.model.lineage import Lineage, Node, NodeKind
from claimtrack.model.records import Rating
from claimtrack.model.terms import Letter
from claimtrack.model.view import View

CARRIER = "carrier:"
KEPT = 1 << 12
"""Nodes whose letters are kept to be given again."""


@attrs.frozen
class Reach:
    """The best and the worst letter that apply to a source (Admiralty code); the same twice where raters agree."""

    best: Letter
    worst: Letter

    def __str__(self) -> str:
        return str(self.best) if self.best is self.worst else f"{self.best}-{self.worst}"

    @property
    def known(self) -> bool:
        """Whether any letter but F applies; F is no place on the scale."""
        return self.best is not Letter.F


UNRATED = Reach(Letter.F, Letter.F)


@attrs.frozen
class Mark:
    """What a source bears, and the ratings that gave it."""

    reach: Reach
    ratings: tuple[Rating, ...] = ()


_Place = tuple[str, NodeKind, tuple[str, ...]]
_Borne = tuple[tuple[str, ...], Reach, tuple[Reach, ...]]
"""The sources whose letters count somewhere, the worst of their letters, and the letters of each."""


@attrs.frozen
class Marks:
    """The letters of all sources of a view.

    Attributes:
        given: for each source that is rated, its mark.
        view: to find the outlets of articles.
    """

    given: Mapping[str, Mark]
    view: View
    _borne: dict[_Place, _Borne] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    _outlets: dict[str, str] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def of(self, key: str) -> Reach:
        """The letters of a source; F without a rating that can be read as one."""
        mark = self.given.get(key)
        return mark.reach if mark else UNRATED

    def node(self, node: Node) -> Reach:
        """The letters of a place that a claim passes."""
        return self._bear(node)[1]

    def bearers(self, node: Node) -> tuple[str, ...]:
        """The sources whose letters count for a node: itself; for a story, the outlet; for a carrier, the outlet it stands for.

        Where the text that a carrier stands for is not among the articles, it is known through those who copied it, and the outlets of
        these count as well.
        """
        return self._bear(node)[0]

    def reaches(self, node: Node) -> tuple[Reach, ...]:
        """The letters of each of these sources."""
        return self._bear(node)[2]

    def _bear(self, node: Node) -> _Borne:
        """The sources whose letters count for a node, and their letters; asked for many times while a claim is assessed."""
        place = (node.key, node.kind, node.articles)
        found = self._borne.get(place)
        if found is None:
            if len(self._borne) >= KEPT:
                self._borne.clear()
            sources = self._bearers(node)
            reaches = tuple([self.of(key) for key in sources])
            found = self._borne[place] = (sources, worst(reaches), reaches)
        return found

    def _bearers(self, node: Node) -> tuple[str, ...]:
        if node.capped:
            return (source_of(node.key),)
        stands_for = node.key.removeprefix(CARRIER)
        outlets = set(map(self.outlet, node.articles))
        own = self.outlet(stands_for)
        return (own,) if own in outlets else tuple(sorted({own, *outlets}))

    def outlet(self, key: str) -> str:
        """The outlet of an article; the key itself where it is none, or has none."""
        found = self._outlets.get(key)
        if found is None:
            article = self.view.articles.get(key)
            found = self._outlets[key] = self.view.resolve(article.outlet) if article and article.outlet else key
        return found

    def line(self, line: Iterable[str], lineage: Lineage) -> Reach:
        """The letters of a line of reporting: those of its weakest rated member, its carrier left aside; F if none is rated."""
        return worst(self.node(lineage.node[key]) for key in line if lineage.node[key].capped)


def source_of(key: str) -> str:
    """The key of the source that a node stands for, without the marks that keep holders and stories apart from other nodes."""
    return key.split(" ", 2)[2] if key.startswith("story: ") else key.removeprefix("holder: ")


def worst(reaches: Iterable[Reach]) -> Reach:
    """The worst of several sources' letters, those that nobody rated left aside; F without any."""
    known = [reach for reach in reaches if reach.known]
    if len(known) < 2:
        return known[0] if known else UNRATED
    return max(known, key=weakness)


def weakness(reach: Reach) -> tuple[str, str]:
    """Sorts letters from good to bad, by the worse of the two first."""
    return (str(reach.worst), str(reach.best))
