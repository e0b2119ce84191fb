"""What is in an archive linked anew as far as it changed since it was last linked: the outcome is that of linking all of it at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from hashlib import blake2b
from typing import Any, TypeVar

from claimtrack.archives import shelves
from claimtrack.archives.journal import resuming
from claimtrack.archives.recopying import COPIES
from claimtrack.archives.shelves import Owned
from claimtrack.claims import Changes, Listener, Matter, Matters, Met, Over, Told, answers, told
from claimtrack.claims.loose import UNPLACED
from claimtrack.claims.spread import Spread
from claimtrack.claims.stories import Stories
from claimtrack.claims.ties import Said
from claimtrack.linking import deniers, linked_each, stated
from claimtrack.model import Article, Claim, ClaimKind, Outlet, Period, Record, Speaker, Statement, View
from claimtrack.model.base import ID_BYTES
from claimtrack.model.matching import Proposition
from claimtrack.model.terms import Framing, Modality, Polarity
from claimtrack.model.values import period
from claimtrack.seams import Inference
from claimtrack.store import News, Store
from claimtrack.workers import in_batches

R = TypeVar("R", Article, Claim, Statement)
CLAIMS = ""
"""Stands for an article where claims are meant that stand in none."""
ANSWERS, STANCES = "answers: ", "stances:"
"""Goes before the key of an article whose bare denials own some links, and before those of two of which one's statements bear on the
other's; judgements are owned by the name of their matter."""
METHOD = "5"
"""How statements are compared and what is kept of that; what was kept by another method is worked out anew."""
STAGES = ("said", "adrift", "texts", "stems", "standings", "directions 0", "directions 1", "directions 2", "ties", "matters", "judged")
"""What is kept of the work."""
HELD = 2_000
"""Articles whose statements are held at once."""
OPEN = 200
"""Articles of which what is kept of their statements is held at once as it is kept."""
Row = list[Any]
"""What is kept of a statement or claim."""


def relink(store: Store, inference: Inference | None = None, jobs: int = 1) -> None:
    """Judge the statements of an archive as far as they changed, or what they are compared with.

    Everything happens in one transaction, so a run that breaks off leaves the links as they were. What it had compared is noted in a
    journal beside the archive, so that the next run need not, unless a model joins in.

    Args:
        store: the archive.
        inference: a model of natural language inference, to join the rules that find denials.
        jobs: processes to spread the work over.
    """
    with store.transaction():
        marks = shelves.plain(store.work("marks"))
        last = marks.get("statements")
        if not isinstance(last, list) or last[1] != METHOD:
            _forget(store)
            last = ["", METHOD]
        if last[0] != store.mark:
            _Relinking(store, inference, jobs).run(store.news(last[0]))
            marks["statements"] = [store.mark, METHOD]


def _forget(store: Store) -> None:
    """Let go what was kept of the work, and the links that came of it."""
    with Owned(store) as owned:
        for owner in [each for each in owned if not each.startswith(COPIES)]:
            owned.drop(owner)
    for stage in STAGES:
        store.work(stage).drop()


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
        rows: Callable[[str], Sequence[Row]] = lru_cache(OPEN)(lambda article: self._said.get(article, ()))
        said: Said = lru_cache(HELD)(lambda article: _opened(rows(article), article))
        with Owned(self._store) as owned:
            stances = _Stances(owned, {article for article in changed if article})
            listener = Listener(lambda article: _heard(rows(article)), stances.take, self._inference)
            self._link(self._compared(changed, said, listener), owned)
            self._answer(stances, said, owned)

    def _compared(self, changed: Mapping[str, Sequence[Row]], said: Said, listener: Listener) -> Changes:
        """Which matters are new, changed or gone."""
        with self._matters() as matters, self._over() as over:
            before: Said = lambda article: _opened(changed.get(article, ()), article)  # noqa: E731
            return matters.update(changed, said, before, listener=listener, over=over)

    @contextmanager
    def _over(self) -> Iterator[Over]:
        """What has articles compared; what a model thinks of them is never noted, since nobody knows when it thinks otherwise."""
        over = partial(in_batches, jobs=self._jobs)
        if self._inference is not None:
            yield over
            return
        with resuming(self._store.path, f"{self._store.mark} {METHOD}", over) as noted:
            yield noted

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
            now, before = self._rows(article), self._said.get(article, [])
            if now != before:
                yield article, before
                self._said.put(article, now or None)

    def _rows(self, article: str) -> list[Row]:
        """What the statements of an article say, or claims that stand in none, in the order of their keys."""
        if article == CLAIMS:
            claims = View([each for each in self._store.each(Claim) if each.id not in self._gone])
            return [_row(each, None) for each in stated(claims)]
        view = View([*self._statements(article), *self._records(Article, [article])])
        return [_row(each, told(view.statements[each.key])) for each in stated(view)]

    def _statements(self, article: str) -> list[Statement]:
        """The statements of an article, each as the view of all records has it."""
        references = {article, *(reference for reference, place in self._adrift.all() if place == article)}
        keys = self._store.keys_naming(Statement, "article", sorted(references))
        return [each for each in View([*self._records(Statement, sorted(keys))]).statements.values() if each.article in references]

    def _records(self, kind: type[R], keys: Iterable[str]) -> Iterator[R]:
        """The standing records of some keys."""
        return (each for each in self._store.keyed(kind, keys) if each.id not in self._gone)

    def _link(self, changes: Changes, owned: Owned) -> None:
        """Put the judgements of matters in place of the earlier ones."""
        judged = shelves.plain(self._store.work("judged"))
        names: deque[str] = deque()
        gone = set(changes.gone)

        def changed() -> Iterator[Matter]:
            for name, matter in changes:
                gone.discard(name)
                digest = _digest(matter)
                if judged.get(name) != digest:
                    judged[name] = digest
                    names.append(name)
                    yield matter

        for found in linked_each(changed(), self._jobs):
            owned.put(names.popleft(), found)
        for name in sorted(gone):
            judged.put(name, None)
            owned.drop(name)

    def _answer(self, stances: _Stances, said: Said, owned: Owned) -> None:
        """Put what bare denials answer in place of what they answered before, in articles where it may be something else."""
        ties = shelves.ties(self._store.work("ties"))
        for article in sorted(stances.articles):
            answered: Sequence[Record] = ()
            if any(each.denies for each in said(article)):
                partners = ties[article].partners if article in ties else ()
                denying = {key for other in partners for key in owned.told(_owner(article, other))}
                answered = list(answers(self._statements(article), denying))
            owned.put(f"{ANSWERS}{article}", answered)


class _Stances:
    """Keeps how statements bear on each other, by the two articles that they stand in.

    Attributes:
        articles: those in which bare denials may answer something else than before.
    """

    def __init__(self, owned: Owned, articles: set[str]) -> None:
        self.articles = articles
        self._owned = owned

    def take(self, met: Met) -> None:
        """Put the stances between two articles, or within one, in place of the earlier ones."""
        owner, denying = _owner(met.one, met.other), sorted(deniers(met.stances))
        if denying or self._owned.told(owner):
            self.articles.update(each for each in (met.one, met.other) if not each.startswith(UNPLACED))
        self._owned.put(owner, met.stances, denying)


def _owner(one: str, other: str) -> str:
    """Who owns the stances between the statements of two articles."""
    return "\n".join((STANCES, *sorted((one, other))))


def _digest(matter: Matter) -> str:
    """A digest of all that the judgements of a matter depend on."""
    told = [str(each) for each in (*matter.propositions, matter.near, sorted(matter.spread.items()), matter.tied.tobytes())]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def _row(each: Proposition, heard: Told | None) -> Row:
    """What is kept of a proposition, and of how it is said; where it stands is known."""
    return [each.key, each.text, each.kind.value, int(each.denies), str(each.published or ""), int(each.by_hand), _heard_row(heard)]


def _heard_row(heard: Told | None) -> Row:
    if heard is None:
        return []
    framing = heard.framing.value if heard.framing else ""
    return [heard.polarity.value, heard.cue, heard.speaker, framing, *(each.value for each in heard.modality)]


def _opened(rows: Iterable[Row], article: str) -> tuple[Proposition, ...]:
    days: Mapping[str, Period] = {day: period(day) for _, _, _, _, day, *_ in rows if day}
    return tuple(
        Proposition(
            key=key,
            text=text,
            article=article,
            kind=ClaimKind(kind),
            denies=bool(denies),
            published=days.get(day),
            by_hand=bool(by_hand),
        )
        for key, text, kind, denies, day, by_hand, _ in rows
    )


def _heard(rows: Iterable[Row]) -> dict[str, Told]:
    """What the statements tell of how they are said, by their keys."""
    return {key: _told(text, *told) for key, text, *_, told in rows if told}


def _told(text: str, polarity: str, cue: str, speaker: str, framing: str, *modality: str) -> Told:
    return Told(
        text=text,
        polarity=Polarity(polarity),
        cue=cue,
        speaker=speaker,
        framing=Framing(framing) if framing else None,
        modality=tuple(map(Modality, modality)),
    )
