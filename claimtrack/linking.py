"""Statements and texts to links: which say the same, which deny each other, and which articles descend from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial

import attrs

from claimtrack.claims import Matter, Weighing, all_matters, answers, bearings, borne, matched, propositions, weigh, weigh_matter
from claimtrack.model import Claim, Ledger, MakerKind, Record, Span, Stance, StanceKind, Statement, View
from claimtrack.provenance.copies import Descent, Text, descents, settle
from claimtrack.provenance.copies.traces import Age
from claimtrack.seams import Blocker, Inference, Scorer
from claimtrack.workers import batches, in_batches

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
        yield from _links(weigh(propositions(view), scorer=scorer, blocker=blocker), {**view.claims, **view.statements}, inference)
        return
    denying: set[str] = set()
    for found in linked_each(apart(view, jobs), inference, jobs):
        denying |= deniers(found)
        yield from found
    yield from answered(view, denying)


Stated = tuple[Matter, Mapping[str, Statement | Claim]]
"""A matter with its statements and claims, by their keys."""


def linked_each(matters: Iterable[Stated], inference: Inference | None = None, jobs: int = 1) -> Iterator[list[Record]]:
    """The judgements and stances of one matter after the other, in their order.

    Args:
        matters: each with its records.
        inference: a model of natural language inference, to join the rules that find denials.
        jobs: processes to spread the matters over.
    """
    for batch in in_batches(partial(_all_linked, inference=inference), batches(matters, TOGETHER, size=_size), jobs):
        yield from batch


def _all_linked(matters: Iterable[Stated], inference: Inference | None) -> list[list[Record]]:
    return [list(linked(matter, records, inference)) for matter, records in matters]


def _size(each: Stated) -> int:
    """The bytes of a matter, roughly."""
    matter, _ = each
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


def apart(view: View, jobs: int = 1) -> Iterator[Stated]:
    """The matters that the statements and claims of a view make up, each with the records that `linked` asks for."""
    for _, matter in all_matters(propositions(view), partial(in_batches, jobs=jobs)):
        keys = [each.key for each in matter.propositions]
        yield matter, {key: record for key in keys if (record := view.statements.get(key) or view.claims.get(key))}


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


def linked(matter: Matter, records: Mapping[str, Statement | Claim], inference: Inference | None = None) -> Iterator[Record]:
    """The judgements and stances of one matter, which depend on nothing else.

    Args:
        matter: the propositions with all that comparing them depends on.
        records: their statements and claims, by their keys.
        inference: a model of natural language inference, to join the rules that find denials.
    """
    weighed = _open(weigh_matter(matter), records)
    yield from matched(weighed)
    yield from borne(weighed, _statements(records), inference)


def _links(weighed: Weighing, records: Mapping[str, Statement | Claim], inference: Inference | None) -> Iterator[Record]:
    weighed = _open(weighed, records)
    yield from matched(weighed)
    yield from bearings(weighed, _statements(records), inference)


def _open(weighed: Weighing, records: Mapping[str, Statement | Claim]) -> Weighing:
    """The pairs of which a program read at least one side; what people recorded they have judged themselves."""

    def open_(*keys: str) -> bool:
        return any(_by_program(records.get(key)) for key in keys)

    def apart(one: str, other: str) -> bool:
        return open_(one, other) and weighed.apart(one, other)

    return Weighing(tuple(each for each in weighed if open_(*each.keys)), apart)


def _statements(records: Mapping[str, Statement | Claim]) -> dict[str, Statement]:
    return {key: record for key, record in records.items() if isinstance(record, Statement)}


def _by_program(record: Statement | Claim | None) -> bool:
    """Whether a program read a side of a pair."""
    return record is not None and record.maker is not None and record.maker.kind is MakerKind.SOFTWARE


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
