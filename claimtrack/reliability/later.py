"""What happened to a claim after somebody put it forward: whether others denied it, and whether an independent origin bore it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum

from claimtrack.model.lineage import Lineage, Node
from claimtrack.model.values import Period
from claimtrack.model.walks import reached


class When(Enum):
    """When something happened, beside something else."""

    NEVER = "never"
    NOT_AFTER = "not-after"
    UNDATED = "undated"
    AFTER = "after"


def after(first: Iterable[Period | None], others: Sequence[Period | None]) -> When:
    """Whether one of the others appeared after the earliest of the first; a day is after another, no day after itself.

    Args:
        first: when somebody put a claim forward, None where a date is not known.
        others: when others answered it.
    """
    if not others:
        return When.NEVER
    ends = [on.end for on in first if on]
    dated = [on for on in others if on]
    if ends and any(on.start > min(ends) for on in dated):
        return When.AFTER
    return When.UNDATED if not ends or len(dated) < len(others) else When.NOT_AFTER


def independent(lineage: Lineage, own: Iterable[str]) -> tuple[tuple[Node, tuple[Node, ...]], ...]:
    """The origins on record that share nothing with some nodes: no actor, no document or outlet on the way.

    Args:
        lineage: of one claim.
        own: the keys of the nodes, origins or carriers; whatever leads to them or from them is theirs.

    Returns:
        Each origin from which the claim gets to a carrier past all that is theirs, with those carriers.
    """
    record = lineage.on_record
    mine = [key for key in own if key in record.node]
    theirs = _capped(record, reached(mine, record.backward) | reached(mine, record.onward)) | {*mine}
    actors = {actor for node in record.origins if node.key in theirs for actor in node.actors}
    rest = [node for node in record.origins if node.key not in theirs and actors.isdisjoint(node.actors)]
    found = ((node, record.carriers_of(node.key, past=theirs)) for node in rest)
    return tuple((node, carriers) for node, carriers in found if carriers)


def _capped(lineage: Lineage, keys: Collection[str]) -> set[str]:
    return {key for key in keys if lineage.node[key].capped}


def bearers(found: Iterable[tuple[Node, Iterable[Node]]]) -> tuple[str, ...]:
    """The articles that carry what some origins say."""
    return tuple(sorted({article for _, carriers in found for carrier in carriers for article in carrier.articles}))
