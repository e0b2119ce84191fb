"""The sites of a ledger's outlets, and which of them a mark for a site speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from claimtrack.domains import ladder, site
from claimtrack.model.records import Outlet


@attrs.frozen(order=True)
class Place:
    """A site that speaks for one that an outlet declares, and how many steps lie between: 0 when it is that site itself."""

    steps: int
    declared: str
    outlet: str


class Sites:
    """The sites that outlets declare, by their domains and by aliases that are domains."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._owners: dict[str, set[str]] = defaultdict(set)
        for outlet in outlets:
            for name in _declared(outlet):
                self._owners[name].add(outlet.key)
        self._places: dict[str, list[Place]] = defaultdict(list)
        for declared, keys in sorted(self._owners.items()):
            for steps, name in enumerate(self._rungs(declared)):
                self._places[name] += [Place(steps, declared, key) for key in sorted(keys)]

    def _rungs(self, declared: str) -> Iterator[str]:
        """The sites that speak for one, up to one that somebody else declares as his own."""
        for name in ladder(declared):
            if not self._owners.get(name, set()) <= self._owners[declared]:
                return
            yield name

    def places(self, name: str) -> tuple[Place, ...]:
        """What a mark for a site speaks of, the nearest first."""
        return tuple(sorted(self._places.get(name, ())))

    def rivals(self, name: str) -> tuple[str, ...]:
        """The keys of the outlets that declare one site, where there are several."""
        keys = self._owners.get(name, set())
        return tuple(sorted(keys)) if len(keys) > 1 else ()


def _declared(outlet: Outlet) -> Iterator[str]:
    """The sites of an outlet; an alias counts where it is a domain."""
    names = (*outlet.domains, *(alias for alias in outlet.aliases if " " not in alias and "." in alias.strip(".")))
    yield from filter(None, map(site, names))
