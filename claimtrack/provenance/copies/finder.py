"""The pairs of texts worth comparing, kept as texts come, change and go: what is found does not depend on the portions they come in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from struct import Struct

import attrs

from claimtrack.provenance.copies.boilerplate import LIMITS, Limits
from claimtrack.provenance.copies.families import Couple
from claimtrack.provenance.copies.search import Found, Part, Touched, whole
from claimtrack.provenance.copies.shelf import Shelf
from claimtrack.provenance.copies.traces import Rows, Traces, packed, unpacked
from claimtrack.provenance.copies.worth import Worth, descent

Partners = Mapping[str, frozenset[str]]
"""For the younger text of each pair the older ones; nothing for those that have none."""
State = Mapping[str, bytes] | Iterable[tuple[str, bytes]]
"""Bytes that are kept, by their keys; as pairs they need not be held all at once."""
COMMON = ""
"""The key under which the state has the codes of boilerplate."""
FEW = 0.02
"""Share of the texts up to which only what changed is looked for again; beyond it, everything is."""
NONE: frozenset[str] = frozenset()
_LENGTH = Struct("<I")


@attrs.frozen(kw_only=True)
class Changes:
    """What an update of a `Finder` changed.

    Attributes:
        compare: the pairs to compare: those that are new, and those of which a text or the boilerplate in it changed.
        gone: the pairs that are none any more, also those that are compared the other way round since another text is the older now.
        state: for each key whose state changed the new bytes, None where it is to be deleted; to be
            read before the next update.
    """

    compare: tuple[Couple, ...]
    gone: tuple[Couple, ...]
    state: Mapping[str, bytes | None]


class _State(Mapping[str, bytes | None]):
    """Bytes to be kept, each made when it is asked for, since together they take as much room as everything that is kept."""

    def __init__(self, keys: Sequence[str], closed: Callable[[str], bytes | None]) -> None:
        self._keys = dict.fromkeys(keys)
        self._closed = closed

    def __getitem__(self, key: str) -> bytes | None:
        if key not in self._keys:
            raise KeyError(key)
        return self._closed(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Finder:
    """Finds the pairs of texts worth comparing.

    Pairs are those that share a fingerprint which is no boilerplate, one of the least hashes, or several names and numbers, as long as
    they pass a test of whether they are worth it. They are a function of the texts alone.

    Args:
        state: what the updates before told to keep, each with its key; nothing for a new one.
        worth: the test; the packaged one leaves out pairs of which no record could come.
        few: share of the texts up to which an update looks only for what changed; it makes a difference to the time alone.
        limits: how many texts are many.
    """

    def __init__(self, state: State = (), *, worth: Worth = descent, few: float = FEW, limits: Limits = LIMITS) -> None:
        self._worth = worth
        self._few = few
        self._limits = limits
        self._kept: dict[str, bytes] = {}
        self._alike: dict[str, frozenset[str]] = {}
        self._pairs: dict[str, frozenset[str]] = {}
        self.common: frozenset[int] = frozenset()
        """The codes of boilerplate."""
        for key, each in state.items() if isinstance(state, Mapping) else state:
            self._open(key, each)

    def _open(self, key: str, state: bytes) -> None:
        """Take in what was kept of one text, or of boilerplate."""
        if key == COMMON:
            self.common = frozenset(unpacked(state))
            return
        end = _LENGTH.size + _LENGTH.unpack_from(state)[0]
        self._kept[key] = state[_LENGTH.size : end]
        if end < len(state):
            alike, olders = json.loads(state[end:])
            self._alike |= {key: frozenset(alike)} if alike else {}
            self._pairs |= {key: frozenset(olders)} if olders else {}

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def pairs(self) -> tuple[Couple, ...]:
        """All pairs worth comparing, in order."""
        return tuple(sorted(_couples(self._pairs)))

    @property
    def state(self) -> dict[str, bytes]:
        """Everything to be kept, by the keys of the texts, and under `COMMON` the boilerplate."""
        return {key: state for key in (COMMON, *self._kept) if (state := self._closed(key)) is not None}

    def traces(self, key: str) -> Traces:
        """What is kept of one text."""
        return Traces.from_bytes(self._kept[key])

    def common_of(self, keys: Iterable[str]) -> frozenset[int]:
        """The codes of boilerplate that some texts have, which are all that matter where these are compared."""
        rows = (Rows(self._kept[key]) for key in keys)
        return frozenset(code for each in rows for code in chain(each.prints, each.rest) if code in self.common)

    def update(self, changed: Mapping[str, Traces | bytes | None]) -> Changes:
        """Take texts in, change them, or take them out.

        Args:
            changed: by their keys the traces of texts that are new or changed, as they are or in bytes, and None for those that are gone.

        Returns:
            The pairs to compare and those that are gone, and the state to be kept.
        """
        few = len(changed) <= self._few * len(self._kept)
        were = self._of(changed) if few else {}
        self._take(changed)
        shelf = Shelf.of(self._kept, self._limits)
        if few:
            found = Part(shelf, self._worth, Touched.by(changed, were, self._of(changed)), self._before()).found()
        else:
            found = self._with_shaken(whole(shelf, self._worth))
        return self._told(found, frozenset(changed))

    def _of(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept of some texts, as far as they are there."""
        return {key: self._kept[key] for key in keys if key in self._kept}

    def _before(self) -> Found:
        """What the updates until now found."""
        alike, pairs = frozenset(_couples(self._alike)), frozenset(_couples(self._pairs))
        return Found(pairs=pairs, alike=alike, common=self.common, anew=None)

    def _take(self, changed: Mapping[str, Traces | bytes | None]) -> None:
        for key, traces in changed.items():
            if traces is None:
                self._kept.pop(key, None)
            else:
                self._kept[key] = traces if isinstance(traces, bytes) else traces.to_bytes()

    def _with_shaken(self, found: Found) -> Found:
        """What was found among all, with the texts of pairs in which other codes than before are boilerplate."""
        differ = found.common ^ self.common
        paired = {key for couple in _couples(self._pairs) for key in couple if key in self._kept} if differ else ()
        rows = ((key, Rows(self._kept[key])) for key in paired)
        shaken = (key for key, each in rows if not (differ.isdisjoint(each.prints) and differ.isdisjoint(each.rest)))
        return attrs.evolve(found, shaken=frozenset(shaken))

    def _told(self, found: Found, changed: frozenset[str]) -> Changes:
        """What is to be done after a search; its findings are kept."""
        left = set(_couples(self._pairs))
        stale = set(left) if found.anew is None else {couple for couple in left if _has(couple, found.anew | changed)}
        again = changed | found.shaken
        compare = sorted(couple for couple in found.pairs if couple not in stale or _has(couple, again))
        gone = sorted(couple for couple in stale if couple not in found.pairs)
        before = self._alike, self._pairs, self.common
        self._alike, self._pairs, self.common = _partners(found.alike), _partners((left - stale) | found.pairs), found.common
        differ = changed | _differ(before[0], self._alike) | _differ(before[1], self._pairs)
        keys = [*sorted(differ), *([COMMON] if before[2] != self.common else [])]
        return Changes(compare=tuple(compare), gone=tuple(gone), state=_State(keys, self._closed))

    def _closed(self, key: str) -> bytes | None:
        """What is kept of one text, in bytes, or of boilerplate; nothing of a text that is not there."""
        if key == COMMON:
            return packed(self.common)
        kept = self._kept.get(key)
        if kept is None:
            return None
        partners = [sorted(self._alike.get(key, NONE)), sorted(self._pairs.get(key, NONE))]
        return b"".join((_LENGTH.pack(len(kept)), kept, json.dumps(partners).encode() if any(partners) else b""))


def _couples(partners: Partners) -> Iterable[Couple]:
    return ((older, key) for key, olders in partners.items() for older in olders)


def _partners(couples: Iterable[Couple]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for older, key in couples:
        found[key].add(older)
    return {key: frozenset(olders) for key, olders in found.items()}


def _differ(one: Partners, other: Partners) -> set[str]:
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


def _has(couple: Couple, keys: Collection[str]) -> bool:
    return couple[0] in keys or couple[1] in keys
