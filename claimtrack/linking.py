"""Statements and texts to links: which say the same, which deny each other, and which articles descend from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

import attrs

from claimtrack.claims import (
    Changes,
    Listener,
    Matter,
    Matters,
    Over,
    Weighing,
    answers,
    bearings,
    matched,
    propositions,
    told,
    weigh,
    weigh_matter,
)
from claimtrack.claims.ties import CLEAR, ONE_MATTER
from claimtrack.model import Claim, Judgement, Ledger, MakerKind, Record, Span, Stance, StanceKind, Statement, View
from claimtrack.model.matching import Proposition
from claimtrack.provenance.copies import Descent, Text, descents, settle
from claimtrack.provenance.copies.traces import Age
from claimtrack.seams import Blocker, Inference, Scorer
from claimtrack.workers import batches, in_batches

HELD = 2_000
"""Articles of which it is held at once what their statements say, and how."""
TOGETHER, STATED = 64, 2_000
"""Matters that a process judges at a time, and the bytes of a statement among them."""


def link(
    ledger: Ledger,
    texts: Iterable[Text] | Mapping[str, Text] = (),
    *,
    scorer: Scorer | None = None,
    blocker: Blocker | None = None,
    inference: Inference | None = None,
    jobs: int = 1,
) -> Ledger:
    """Judge which statements are one claim, how they bear on each other, and which articles descend from which.

    What people recorded they have judged themselves: two statements or claims of theirs are not compared.

    Args:
        ledger: the records, with their statements.
        texts: the texts of the articles, as far as at hand; without them no copies are looked for. Of a mapping, such as `intake.texts`
            gives, each is got when it is needed, and few are held.
        scorer: what weighs two propositions, in place of the packaged comparisons.
        blocker: what finds the pairs worth comparing, in place of shared rare words.
        inference: a model of natural language inference, to join the rules that find denials; with several jobs, something that can be
            pickled.
        jobs: processes to spread the matters over; the result is the same for any number.

    Returns:
        The new records alone: judgements, stances and derivations.
    """
    view = ledger.view
    return Ledger([*_judged(view, scorer, blocker, inference, jobs), *descended(view, texts)])


def _judged(view: View, scorer: Scorer | None, blocker: Blocker | None, inference: Inference | None, jobs: int = 1) -> Iterator[Record]:
    """The judgements and stances: matter by matter, unless a user's own scorer or blocker looks at everything at once."""
    if scorer is not None or blocker is not None:
        yield from _links(weigh(stated(view), scorer=scorer, blocker=blocker), view.statements, inference)
        return
    stances: list[Stance] = []
    changes = compared(view, stances.extend, inference, partial(in_batches, jobs=jobs))
    yield from stances
    for found in linked_each((matter for _, matter in changes), jobs):
        yield from found
    yield from answered(view, deniers(stances))


def compared(view: View, take: Callable[[Sequence[Stance]], None], inference: Inference | None = None, over: Over = map) -> Changes:
    """The matters that the statements and claims of a view make up.

    Args:
        view: the records.
        take: takes the stances of each two articles, before this returns.
        inference: a model of natural language inference, to join the rules that find denials.
        over: what has articles compared; by several processes, perhaps.
    """
    pile: Mapping[str, Collection[Statement | Claim]] = {**by_article(view), "": view.claims.values()}
    said = lru_cache(HELD)(lambda article: stated(view, pile.get(article, ())))
    heard = lru_cache(HELD)(lambda article: {each.key: told(each) for each in pile.get(article, ()) if isinstance(each, Statement)})
    listener = Listener(heard, lambda met: take(met.stances), inference)
    return Matters(lasting=False).update(pile, said, listener=listener, over=over)


def stated(view: View, records: Collection[Statement | Claim] | None = None) -> tuple[Proposition, ...]:
    """What the statements and claims of a view say, all or some; what people recorded is marked, since they judge it themselves."""
    chosen: Collection[Statement | Claim] = [*view.claims.values(), *view.statements.values()] if records is None else records
    by_hand = {each.key: _by_hand(each) for each in chosen}
    return tuple(attrs.evolve(each, by_hand=by_hand[each.key]) for each in propositions(view, chosen))


def linked_each(matters: Iterable[Matter], jobs: int = 1) -> Iterator[Sequence[Judgement]]:
    """The judgements of one matter after the other, in their order.

    Args:
        matters: what to judge.
        jobs: processes to spread the matters over.
    """
    for batch in in_batches(_all_linked, batches(matters, TOGETHER, size=_size), jobs):
        yield from batch


def _all_linked(matters: Iterable[Matter]) -> list[Sequence[Judgement]]:
    return list(map(linked, matters))


def linked(matter: Matter) -> Sequence[Judgement]:
    """The judgements of one matter, which depend on nothing else."""
    return matched(weigh_matter(matter))


def _size(matter: Matter) -> int:
    """The bytes of a matter, roughly."""
    return STATED * len(matter.propositions) + matter.tied.itemsize * len(matter.tied)


def deniers(links: Iterable[Record]) -> set[str]:
    """The statements that deny something, as far as some links say."""
    return {each.statement for each in links if isinstance(each, Stance) and each.kind is StanceKind.DENIES}


def answered(view: View, denying: Container[str]) -> Iterator[Stance]:
    """How bare denials bear on what they answer, in every article.

    Args:
        view: the statements.
        denying: the keys of those that are found to deny something else, by the words of both.
    """
    return (stance for statements in by_article(view).values() for stance in answers(statements, denying))


def by_article(view: View) -> Mapping[str, Sequence[Statement]]:
    """The statements of each article."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in view.statements.values():
        found[view.resolve(statement.article)].append(statement)
    return found


def descended(view: View, texts: Iterable[Text] | Mapping[str, Text]) -> Iterable[Record]:
    """Which articles descend from which, as far as their texts are at hand."""
    return descents(resolved(view, texts), view.judgements, _Quoting(view))


def settled(view: View, found: Iterable[Descent], ages: Mapping[str, Age]) -> Iterable[Record]:
    """The same from what was found by comparing: see `provenance.copies.settle`."""
    return settle(found, ages, view.judgements, _Quoting(view))


def resolved(view: View, texts: Iterable[Text] | Mapping[str, Text]) -> Iterable[Text] | Mapping[str, Text]:
    """Texts with the keys that records have for their outlets and for what they credit; of a mapping each is got when it is needed."""
    return _Resolved(texts, view) if isinstance(texts, Mapping) else [resolved_text(text, view) for text in texts]


def _links(weighed: Weighing, statements: Mapping[str, Statement], inference: Inference | None) -> Iterator[Record]:
    """The judgements and stances of pairs of which a program read at least one side."""
    by_hand = {each.key for pair in weighed for each in (pair.one, pair.other) if each.by_hand}

    def apart(one: str, other: str) -> int:
        return CLEAR if by_hand.issuperset((one, other)) else weighed.apart(one, other)

    open_ = [each for each in weighed if not by_hand.issuperset(each.keys)]
    yield from matched(Weighing(tuple(open_), apart))
    yield from bearings([(each.one, each.other) for each in open_ if each.bits >= ONE_MATTER], statements, inference)


def _by_hand(record: Statement | Claim) -> bool:
    """Whether a person recorded something."""
    return record.maker is None or record.maker.kind is not MakerKind.SOFTWARE


class _Resolved(Mapping[str, Text]):
    """Texts with the keys that records have, each got when it is needed."""

    def __init__(self, texts: Mapping[str, Text], view: View) -> None:
        self._texts = texts
        self._view = view

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, key: str) -> Text:
        return resolved_text(self._texts[key], self._view)


def resolved_text(text: Text, view: View) -> Text:
    """A text with the keys of its outlet and of what it credits, and the names that the outlet goes by."""
    outlet = view.resolve(text.outlet) if text.outlet else ""
    known = view.outlets.get(outlet)
    names = (*text.names, known.name, *known.aliases) if known else text.names
    return attrs.evolve(text, outlet=outlet, names=tuple(dict.fromkeys(names)), credits=tuple(sorted(map(view.resolve, text.credits))))


class _Quoting:
    """Finds the statements of an article that hold a stretch of its text."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_article = by_article(view)

    def __call__(self, article: str, span: Span) -> Sequence[str]:
        """The keys of those that overlap the stretch."""
        return overlapping(self._by_article.get(self._view.resolve(article), ()), span)


def overlapping(statements: Iterable[Statement], span: Span) -> list[str]:
    """The keys of those statements of an article that overlap a stretch of its text."""
    return [each.key for each in statements if each.anchor.start < span.end and span.start < each.anchor.end]
