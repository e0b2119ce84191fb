"""Statements and texts to links: which say the same, which deny each other, and which articles descend from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from claimtrack.claims import Weighed, bearings, matched, propositions, weigh
from claimtrack.model import Ledger, MakerKind, Record, Span, Statement, View
from claimtrack.provenance.copies import Text, descents
from claimtrack.seams import Blocker, Inference, Scorer


def link(
    ledger: Ledger,
    texts: Iterable[Text] = (),
    *,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
) -> Ledger:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    What people recorded they have judged themselves: two statements or claims of theirs are not compared.

    Args:
        ledger: the records, with their statements.
        texts: the texts of the articles, as far as at hand; without them no copies are looked for.
        scorer: what weighs two propositions, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.
        inference: a model of natural language inference, to join the rules that find denials.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    view = ledger.view
    weighed = [each for each in weigh(propositions(view), scorer=scorer, blocker=blocker) if _open(each, view)]
    found: list[Record] = [*matched(weighed), *bearings(weighed, view.statements, inference)]
    return Ledger([*found, *descents([_resolved(text, view) for text in texts], view.judgements, _Quoting(view))])


def _open(weighed: Weighed, view: View) -> bool:
    """Whether a program read at least one side of a pair."""
    return any(_by_program(view.statements.get(key) or view.claims.get(key)) for key in weighed.keys)


def _by_program(record: Record | None) -> bool:
    maker = getattr(record, "maker", None)
    return maker is not None and maker.kind is MakerKind.SOFTWARE


def _resolved(text: Text, view: View) -> Text:
    """A text with the keys of its outlet and of what it credits, and the names that the outlet goes by."""
    outlet = view.resolve(text.outlet) if text.outlet else ""
    known = view.outlets.get(outlet)
    names = (*text.names, known.name, *known.aliases) if known else text.names
    return attrs.evolve(text, outlet=outlet, names=tuple(dict.fromkeys(names)), credits=tuple(sorted(map(view.resolve, text.credits))))


class _Quoting:
    """Finds the statements of an article that hold a stretch of its text."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_article: dict[str, list[Statement]] = defaultdict(list)
        for statement in view.statements.values():
            self._by_article[view.resolve(statement.article)].append(statement)

    def __call__(self, article: str, span: Span) -> Sequence[str]:
        """The keys of those that overlap the stretch."""
        held = self._by_article.get(self._view.resolve(article), ())
        return [each.key for each in held if each.anchor.start < span.end and span.start < each.anchor.end]
