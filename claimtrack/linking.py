"""Statements and texts to links: which say the same, which deny each other, and which articles descend from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from claimtrack.claims import Matter, Weighed, all_matters, bearings, matched, propositions, weigh, weigh_matter
from claimtrack.model import Claim, Ledger, MakerKind, Record, Span, Statement, View
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
    return Ledger([*_judged(view, scorer, blocker, inference), *descended(view, texts)])


def _judged(view: View, scorer: Scorer | None, blocker: Blocker | None, inference: Inference | None) -> Iterator[Record]:
    """The judgements and stances: matter by matter, unless a user's own scorer or blocker looks at everything at once."""
    if scorer is not None or blocker is not None:
        yield from _links(weigh(propositions(view), scorer=scorer, blocker=blocker), {**view.claims, **view.statements}, inference)
        return
    for matter, records in apart(view):
        yield from linked(matter, records, inference)


def apart(view: View) -> Iterator[tuple[Matter, Mapping[str, Statement | Claim]]]:
    """The matters that the statements and claims of a view make up, each with the records that `linked` asks for."""
    stated = _Stated(view)
    return ((matter, stated.of(matter)) for _, matter in all_matters(propositions(view)))


def descended(view: View, texts: Iterable[Text]) -> Iterable[Record]:
    """Which articles descend from which, as far as their texts are at hand."""
    return descents([_resolved(text, view) for text in texts], view.judgements, _Quoting(view))


def linked(matter: Matter, records: Mapping[str, Statement | Claim], inference: Inference | None = None) -> Iterator[Record]:
    """The judgements and stances of one matter, which depend on nothing else.

    Args:
        matter: the propositions with all that comparing them depends on.
        records: every statement of its articles, and its claims, by their keys.
        inference: a model of natural language inference, to join the rules that find denials.
    """
    return _links(weigh_matter(matter), records, inference)


def _links(weighed: Iterable[Weighed], records: Mapping[str, Statement | Claim], inference: Inference | None) -> Iterator[Record]:
    open_ = [each for each in weighed if any(_by_program(records.get(key)) for key in each.keys)]
    yield from matched(open_)
    yield from bearings(open_, {key: record for key, record in records.items() if isinstance(record, Statement)}, inference)


def _by_program(record: Statement | Claim | None) -> bool:
    """Whether a program read a side of a pair; what people recorded they have judged themselves."""
    return record is not None and record.maker is not None and record.maker.kind is MakerKind.SOFTWARE


class _Stated:
    """Finds the statements and claims of a matter."""

    def __init__(self, view: View) -> None:
        self._claims = view.claims
        self._by_article: dict[str, list[Statement]] = defaultdict(list)
        for statement in view.statements.values():
            self._by_article[view.resolve(statement.article)].append(statement)

    def of(self, matter: Matter) -> dict[str, Statement | Claim]:
        """By their keys."""
        articles = sorted({each.article for each in matter.propositions if each.article})
        claims = {each.key: self._claims[each.key] for each in matter.propositions if not each.article}
        return claims | {each.key: each for article in articles for each in self._by_article[article]}


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
