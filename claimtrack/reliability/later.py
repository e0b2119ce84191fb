"""What happened to a claim after somebody put it forward: whether others denied it, and whether an independent origin bore it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum

from claimtrack.model.lineage import Lineage, Node
from claimtrack.model.values import Period
from claimtrack.model.walks import reached, turned


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


def independent(lineage: Lineage, own: Iterable[str]) -> tuple[tuple[Node, Lineage], ...]:
    """The origins on record that share nothing with some nodes: no actor, no document or outlet on the way.

    Args:
        lineage: of one claim.
        own: the keys of the nodes, origins or carriers; whatever leads to them or from them is theirs.

    Returns:
        Each origin with the lineage that is left once all that is theirs is taken out.
    """
    record = lineage.on_record
    mine = [key for key in own if key in record.node]
    theirs = _capped(record, reached(mine, turned(record.onward)) | reached(mine, record.onward)) | {*mine}
    actors = {actor for node in record.origins if node.key in theirs for actor in node.actors}
    rest = record.without(theirs)
    return tuple((node, rest) for node in rest.arriving if actors.isdisjoint(node.actors))


def _capped(lineage: Lineage, keys: Collection[str]) -> set[str]:
    return {key for key in keys if lineage.node[key].capped}


def bearers(found: Iterable[tuple[Node, Lineage]]) -> tuple[str, ...]:
    """The articles that carry what some origins say."""
    return tuple(sorted({article for node, rest in found for carrier in rest.carriers_of(node.key) for article in carrier.articles}))
