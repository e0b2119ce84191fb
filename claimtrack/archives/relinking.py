"""What is in an archive linked anew as far as it changed since it was last linked: the outcome is that of linking all of it at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import lru_cache, partial
from hashlib import blake2b
from typing import Any, TypeVar

import attrs

from claimtrack.archives import shelves
from claimtrack.archives.shelves import Owned
from claimtrack.claims import Matter, Matters, answers, propositions
from claimtrack.claims.matters import Changes
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Stories
from claimtrack.linking import Stated, deniers, linked_each
from claimtrack.model import Article, Claim, ClaimKind, Outlet, Period, Record, Speaker, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.matching import Proposition
from claimtrack.model.values import period
from claimtrack.seams import Inference
from claimtrack.store import News, Store
from claimtrack.workers import in_batches

R = TypeVar("R", Article, Claim, Statement)
CLAIMS = ""
"""Stands for an article where claims are meant that stand in none."""
ANSWERS = "answers: "
"""Goes before the key of an article whose bare denials own some links; those of a matter are owned by the key of a statement."""
HELD = 2_000
"""Articles whose statements are held at once."""
Said = Callable[[str], Sequence[Proposition]]


def relink(store: Store, inference: Inference | None = None, jobs: int = 1) -> None:
    """Judge the statements of an archive as far as they changed, or what they are compared with.

    Everything happens in one transaction, so a run that breaks off leaves the links as they were.

    Args:
        store: the archive.
        inference: a model of natural language inference, to join the rules that find denials.
        jobs: processes to spread the work over.
    """
    with store.transaction():
        marks = shelves.plain(store.work("marks"))
        if marks.get("statements") != store.mark:
            _Relinking(store, inference, jobs).run(store.news(marks.get("statements", "")))
            marks["statements"] = store.mark


class _Relinking:
    """One run over what changed."""

    def __init__(self, store: Store, inference: Inference | None, jobs: int) -> None:
        self._store = store
        self._inference = inference
        self._jobs = jobs
        self._said = shelves.plain(store.work("said"))
        self._adrift = shelves.plain(store.work("adrift"))
        self._gone = store.retracted
        self._named: View | None = None

    def run(self, news: News) -> None:
        """Link what some news concern."""
        changed = dict(self._changed(sorted(self._touched(news))))
        said: Said = lru_cache(HELD)(lambda article: _opened(self._said.get(article, ()), article))
        with self._matters() as matters:
            over = partial(in_batches, jobs=self._jobs)
            changes = matters.update(changed, said, lambda article: _opened(changed.get(article, ()), article), over)
        with Owned(self._store) as owned:
            self._link(changes, frozenset(changed), owned)

    @contextmanager
    def _matters(self) -> Iterator[Matters]:
        """The matters as they were left, and kept at the end as they are then."""
        work = self._store.work
        stems, standings = shelves.Table(shelves.numbers(work("stems"))), shelves.Table(shelves.standings(work("standings")))
        rounds = [shelves.directions(work(f"directions {number}")) for number in range(3)]
        spread = Spread(shelves.numbers(work("texts")), stems)
        yield Matters(spread, Stories(standings, rounds), shelves.ties(work("ties")), shelves.names(work("matters")))
        stems.keep()
        standings.keep()

    def _touched(self, news: News) -> set[str]:
        """The articles, and `CLAIMS`, that may say something else than before."""
        found = {*news.articles, *map(self._place, sorted(news.references)), *([CLAIMS] if news.claims else ())}
        if news.names or news.articles:
            for reference, place in sorted(self._adrift.all()):
                found |= {place, self._place(reference)}
        return found

    def _place(self, reference: str) -> str:
        """The article that a reference means; one that leads to none, or to a name, is noted, since that may change."""
        if next(self._records(Article, [reference]), None) is not None:
            self._adrift.put(reference, None)
            return reference
        if self._named is None:
            self._named = View([each for kind in (Outlet, Speaker) for each in self._store.each(kind) if each.id not in self._gone])
        self._adrift[reference] = place = self._named.resolve(reference)
        return place

    def _changed(self, articles: Iterable[str]) -> Iterator[tuple[str, list[Any]]]:
        """The articles that say something else than before, with what they said then; what they say now is kept."""
        for article in articles:
            now, before = [_row(each) for each in self._pile(article)], self._said.get(article, [])
            if now != before:
                yield article, before
                self._said.put(article, now or None)

    def _pile(self, article: str) -> Sequence[Proposition]:
        """What the statements of an article say, in the order of their keys."""
        if article == CLAIMS:
            return propositions(View([each for each in self._store.each(Claim) if each.id not in self._gone]))
        told = propositions(View([*self._statements(article), *self._records(Article, [article])]))
        return tuple(attrs.evolve(each, article=article) for each in told)

    def _statements(self, article: str) -> list[Statement]:
        """The statements of an article, each as the view of all records has it."""
        references = {article, *(reference for reference, place in self._adrift.all() if place == article)}
        keys = {each.key for each in self._store.naming(Statement, "article", sorted(references))}
        return [each for each in View([*self._records(Statement, sorted(keys))]).statements.values() if each.article in references]

    def _records(self, kind: type[R], keys: Iterable[str]) -> Iterator[R]:
        """The standing records of some keys."""
        return (each for each in self._store.keyed(kind, keys) if each.id not in self._gone)

    def _link(self, changes: Changes, changed: Set[str], owned: Owned) -> None:
        """Put the links of matters, and those of bare denials, in place of the earlier ones."""
        asked = {article for article in changed if article}
        judged = shelves.plain(self._store.work("judged"))
        names: deque[str] = deque()
        gone = set(changes.gone)

        def stated() -> Iterator[Stated]:
            for name, matter in changes:
                gone.discard(name)
                records = self._of(matter)
                digest = _digest(matter, records)
                if judged.get(name) != digest:
                    judged[name] = digest
                    names.append(name)
                    asked.update(each.article for each in matter.propositions if each.denies)
                    yield matter, records

        for found in linked_each(stated(), self._inference, self._jobs):
            owned.put(names.popleft(), found, sorted(deniers(found)))
        for name in sorted(gone):
            judged.put(name, None)
            owned.drop(name)
        matters = shelves.names(self._store.work("matters"))
        for article in sorted(asked):
            denying = {key for name in {*matters.get(article, ())} - {""} for key in owned.told(name)}
            owned.put(f"{ANSWERS}{article}", list(answers(self._statements(article), denying)))

    def _of(self, matter: Matter) -> dict[str, Statement | Claim]:
        """The statements and claims of a matter."""
        keys = [each.key for each in matter.propositions]
        view = View([*self._records(Statement, keys), *self._records(Claim, keys)])
        return {key: record for key in keys if (record := view.statements.get(key) or view.claims.get(key))}


def _digest(matter: Matter, records: Mapping[str, Record]) -> str:
    """A digest of all that the links of a matter depend on."""
    told = [str(each) for each in (*matter.propositions, matter.near, sorted(matter.spread.items()), matter.tied.tobytes())]
    told += [record.id for record in records.values()]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def _row(each: Proposition) -> list[Any]:
    """What is kept of a proposition; where it stands is known."""
    return [each.key, each.text, str(each.kind.value), int(each.denies), str(each.published or "")]


def _opened(rows: Iterable[Sequence[Any]], article: str) -> tuple[Proposition, ...]:
    days: Mapping[str, Period] = {day: period(day) for *_, day in rows if day}
    return tuple(
        Proposition(key=key, text=text, article=article, kind=ClaimKind(kind), denies=bool(denies), published=days.get(day))
        for key, text, kind, denies, day in rows
    )
