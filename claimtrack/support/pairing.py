"""Which claims of two reports are one: those that share a member, and those between which statements moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.model.case import FOR
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.walks import reached

Side = tuple[str, str]
"""`old` or `new`, and the key of a claim there."""
Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of claims of the old report and of the new one that belong together; one of both may be empty."""


def pair(old: Sequence[TrackedClaim], new: Sequence[TrackedClaim]) -> tuple[Group, ...]:
    """Which claims belong together, every claim in one group.

    Claims that share a member (a claim record, or a statement that is the claim) are one. A claim that shares none with any is one with
    those whose statements in support it had or has, as far as these moved: a statement that bears on the other claim before and after
    joins nothing.
    """
    links = _by_members(old, new)
    links |= _by_statements(old, new, links)
    onward: dict[Side, set[Side]] = defaultdict(set)
    for before, after in links:
        onward["old", before].add(("new", after))
        onward["new", after].add(("old", before))
    return tuple(_groups([("old", each.key) for each in old] + [("new", each.key) for each in new], onward))


def _by_members(old: Iterable[TrackedClaim], new: Iterable[TrackedClaim]) -> set[tuple[str, str]]:
    home = {member: claim.key for claim in new for member in claim.members}
    return {(claim.key, home[member]) for claim in old for member in claim.members if member in home}


def _by_statements(old: Iterable[TrackedClaim], new: Iterable[TrackedClaim], links: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Links along statements that left one claim and came to another, where one of both has no link yet."""
    left = _moved(old, {claim.key: claim for claim in new}, links)
    came = _moved(new, {claim.key: claim for claim in old}, {(after, before) for before, after in links})
    linked_old, linked_new = {before for before, _ in links}, {after for _, after in links}
    pairs = {(before, after) for statement in left.keys() & came.keys() for before in left[statement] for after in came[statement]}
    return {(before, after) for before, after in pairs if before not in linked_old or after not in linked_new}


def _moved(
    claims: Iterable[TrackedClaim], others: Mapping[str, TrackedClaim], links: Iterable[tuple[str, str]]
) -> Mapping[str, Sequence[str]]:
    """For each statement, the claims that it supports here, and that it does not support in what they are linked to."""
    beside: dict[str, set[str]] = defaultdict(set)
    for here, there in links:
        beside[here].update(others[there].bearing(*FOR))
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for statement in claim.bearing(*FOR):
            if statement not in beside[claim.key]:
                found[statement].append(claim.key)
    return found


def _groups(sides: Iterable[Side], onward: Mapping[Side, Iterable[Side]]) -> Iterator[Group]:
    """What hangs together, in the order of the claims."""
    seen: set[Side] = set()
    for side in sides:
        if side not in seen:
            together = reached([side], onward)
            seen |= together
            yield _keys("old", together), _keys("new", together)


def _keys(which: str, sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(sorted(key for side, key in sides if side == which))
