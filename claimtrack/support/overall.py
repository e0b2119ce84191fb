"""Over all claims: what they rest on, what to find out first, and in which order to read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimtrack.model.entries import rank
from claimtrack.model.reports import Help, Rest, SupportReport
from claimtrack.model.view import View

CALLS = 3


def worst_first(reports: Iterable[SupportReport]) -> tuple[SupportReport, ...]:
    """The claims with the fewest origins first; then those disputed, those with the fewest possible origins, and by name."""
    return tuple(sorted(reports, key=rank))


def overview(reports: Sequence[SupportReport], view: View) -> tuple[tuple[Rest, ...], tuple[Help, ...]]:
    """What the claims rest on, most claims first, and the few things that would help most to find out.

    An actor is listed only where it holds other claims than the speakers and documents do.
    """
    return _rests(reports, view), _helps(reports)


def _rests(reports: Sequence[SupportReport], view: View) -> tuple[Rest, ...]:
    held: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for report in reports:
        for key in report.support.bottlenecks:
            held[key].append(report.name)
            node = report.support.lineage.node.get(key)
            names[key] = node.name if node else view.name(key)
    nodes = {key for report in reports for key in report.support.lineage.node}
    rests = [Rest(key, names[key], tuple(sorted(claims))) for key, claims in held.items()]
    seen = {rest.claims for rest in rests if rest.key in nodes}
    rests = [rest for rest in rests if rest.key in nodes or rest.claims not in seen]
    return tuple(sorted(rests, key=lambda rest: (-len(rest.claims), rest.key not in nodes, rest.name, rest.key)))


def _helps(reports: Sequence[SupportReport]) -> tuple[Help, ...]:
    """What is missing from the most claims of one origin or none; for each the claims that it could lift."""
    lifted: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.lower <= 1:
            for missing in report.support.missing:
                lifted[missing.text].append(report.name)
    ranked = sorted(lifted.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Help(text, tuple(sorted(claims))) for text, claims in ranked[:CALLS])
