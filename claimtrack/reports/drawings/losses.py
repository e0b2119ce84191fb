"""Where on its way a claim lost a hedge or its source, as far as its flags found that out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.model.records import Statement
from claimtrack.model.reports import SupportReport
from claimtrack.model.terms import Framing, Modality
from claimtrack.model.view import View
from claimtrack.model.walks import reached

SOURCE_LOST = "attribution lost here"
HEDGE_LOST = "hedge lost here"
HEDGE_KEPT = "hedged here"
NO_HEDGE = "no hedge here, one elsewhere"


def losses(claim: SupportReport, view: View) -> Mapping[str, tuple[str, ...]]:
    """What became of hedges and sources, by the key of the carrier where it did.

    A hedge is lost where the flag framing-drift found the claim told flatly by an article that what was hedged leads to: the same
    text, or one that cites the text or the source that hedged. Where nothing leads from one to the other, only the difference is told.

    Args:
        claim: whose flags `framing-drift` and `attribution-lost` are looked at; without these nothing is found.
        view: for the statements that the flags rest on.
    """
    drifted, lost = (_evidence(claim, flag, view) for flag in ("framing-drift", "attribution-lost"))
    if not drifted and not lost:
        return {}
    lineage = claim.support.lineage
    carrier = {article: node.key for node in lineage.carriers for article in node.articles}
    hedged, flat = _parted(drifted)
    doubtful = frozenset(_at(hedged, carrier, view))
    led = reached([*doubtful, *_from(hedged, view)], lineage.onward)
    told: dict[str, set[str]] = defaultdict(set)
    for key in _at(lost, carrier, view):
        told[key].add(SOURCE_LOST)
    plain = frozenset(_at(flat, carrier, view))
    for key in plain:
        told[key].add(HEDGE_LOST if key in led else NO_HEDGE)
    for key in doubtful - plain:
        told[key].add(HEDGE_KEPT)
    return {key: tuple(sorted(words)) for key, words in sorted(told.items())}


def _evidence(claim: SupportReport, flag: str, view: View) -> list[Statement]:
    found = claim.flagged(flag)
    return [view.statements[key] for key in found.evidence if key in view.statements] if found else []


def _parted(statements: Iterable[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Those that hedge and those that do not."""
    listed = list(statements)
    hedged = [each for each in listed if each.framing is Framing.HEDGED or Modality.HEDGED in each.modality]
    return hedged, [each for each in listed if each not in hedged]


def _at(statements: Iterable[Statement], carrier: Mapping[str, str], view: View) -> Iterator[str]:
    """The carriers of the articles that statements stand in."""
    for statement in statements:
        article = view.resolve(statement.article)
        if article in carrier:
            yield carrier[article]


def _from(statements: Iterable[Statement], view: View) -> Iterator[str]:
    """The outlets that statements appeared in, and whoever they go back to."""
    for statement in statements:
        article = view.articles.get(view.resolve(statement.article))
        if article and article.outlet:
            yield view.resolve(article.outlet)
        yield from (view.resolve(holder) for link in statement.chain for holder in link.holders)
