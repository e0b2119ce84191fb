"""What a set of records says: one value per key, names resolved, actors gathered, disagreements listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import groupby
from typing import Any, TypeVar, cast

import attrs

from claimtrack.model.base import Record, in_words, shape
from claimtrack.model.records import (
    Article,
    Claim,
    Derivation,
    Judgement,
    Outlet,
    Rating,
    Speaker,
    Stance,
    Statement,
)
from claimtrack.model.terms import DerivationKind, FactKind, MakerKind, NoticeKind
from claimtrack.model.walks import reached, turned

R = TypeVar("R", bound=Record)
WHOLE = frozenset({"statement"})
_SILENT = frozenset({"maker", "note"})


@attrs.frozen(order=True)
class Conflict:
    """A place where the records disagree, what was made of it, and the records concerned.

    Attributes:
        kind: `field`, `type`, `name`, `judgement` or `retraction`.
        about: the key or id that it is about.
        detail: what disagrees and what was chosen, in words.
        records: the ids of the records concerned.
    """

    kind: str
    about: str
    detail: str
    records: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: str, about: str, detail: str, records: Iterable[str]) -> Conflict:
        """A conflict with its records in order."""
        return cls(kind, about, detail, tuple(sorted(records)))


def rank(record: Any) -> tuple[int, int, str]:
    """Who is believed where records disagree: a person before a program before nobody, then the later, then the smaller id."""
    maker = record.maker
    if maker is None:
        return (2, 0, record.id)
    return (0 if maker.kind is MakerKind.PERSON else 1, -maker.on.end.toordinal() if maker.on else 0, record.id)


class View:
    """The records of a ledger as one reads them.

    Outlets, articles, speakers, statements and claims are mappings from key to record. Where several records share a key, the one
    that `rank` puts first is taken: a person's before a program's, then the latest, then the smallest id. Lists such as aliases and
    facts are united, and a field that the first leaves empty is filled from the next. Statements are taken whole.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._conflicts: list[Conflict] = []
        self._records: dict[type[Record], list[Any]] = defaultdict(list)
        for record in sorted(records, key=lambda record: record.order):
            self._records[record.__class__].append(record)
        self.outlets: Mapping[str, Outlet] = self._chosen(Outlet)
        self.articles: Mapping[str, Article] = self._chosen(Article)
        self.speakers: Mapping[str, Speaker] = self._chosen(Speaker)
        self.statements: Mapping[str, Statement] = self._chosen(Statement)
        self.claims: Mapping[str, Claim] = self._chosen(Claim)
        self.ratings: tuple[Rating, ...] = tuple(self._records.pop(Rating, ()))
        self.stances: tuple[Stance, ...] = tuple(self._records.pop(Stance, ()))
        self.judgements: tuple[Judgement, ...] = tuple(self._records.pop(Judgement, ()))
        self.derivations: tuple[Derivation, ...] = tuple(self._records.pop(Derivation, ()))
        self._conflicts += self._clashing_types()
        self._resolved: dict[str, str] = {}
        self._acting: dict[str, frozenset[str]] = {}

    def _chosen(self, kind: type[R]) -> dict[str, R]:
        chosen = {}
        for key, group in groupby(self._records[kind], key=lambda record: str(record.key)):
            rivals = list(group)
            chosen[key] = rivals[0] if len(rivals) == 1 else self._settled(kind, key, sorted(rivals, key=rank))
        return chosen

    def _settled(self, kind: type[R], key: str, rivals: list[R]) -> R:
        """One record for a key that several describe."""
        best, changes = rivals[0], {}
        united = {field.name for field in attrs.fields(cast(Any, kind)) if field.metadata.get("united")}
        for field, default in shape(cast(Any, kind)):
            values = [value for rival in rivals if (value := getattr(rival, field)) != default]
            if field in united and kind.type not in WHOLE:
                changes[field] = tuple({item: None for value in values for item in value})
            elif values and kind.type not in WHOLE:
                changes[field] = values[0]
            if field not in united and field not in _SILENT and any(value != values[0] for value in values):
                given = "; ".join(dict.fromkeys(map(in_words, values)))
                detail = f"{field}: {given} (the first is used)"
                self._conflicts.append(Conflict.of("field", key, detail, [rival.id for rival in rivals]))
        return attrs.evolve(best, **changes) if changes else best

    def _clashing_types(self) -> list[Conflict]:
        """Keys that name things of two types, so that a reference to them has two readings."""
        seen: dict[str, str] = {}
        clashes = []
        for mapping in (self.articles, self.outlets, self.speakers, self.statements, self.claims):
            for key, record in cast(Mapping[str, Record], mapping).items():
                if key in seen:
                    clashes.append(Conflict.of("type", key, f"names a {seen[key]} and a {record.type}", [record.id]))
                seen.setdefault(key, record.type)
        return clashes

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the records disagree on, and names that fit more than one thing."""
        shared = [Conflict.of("name", spelled, f"could be {', '.join(keys)}", ()) for spelled, keys in self._names.items() if len(keys) > 1]
        return tuple(sorted({*self._conflicts, *shared}))

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """Every name and alias, in lower case, with the keys it may stand for."""
        names: dict[str, set[str]] = defaultdict(set)
        for mapping in (self.speakers, self.outlets):
            for key, record in cast(Mapping[str, Speaker | Outlet], mapping).items():
                for spelled in (record.name, *record.aliases):
                    names[spelled.casefold()].add(key)
        return {spelled: tuple(sorted(keys)) for spelled, keys in names.items()}

    def narrowed(self, articles: Iterable[str], statements: Iterable[str]) -> View:
        """The same with these articles and statements alone, by key; names stay known."""
        less = copy(self)
        kept, said = frozenset(articles), frozenset(statements)
        less.articles = {key: article for key, article in self.articles.items() if key in kept}
        less.statements = {key: statement for key, statement in self.statements.items() if key in said}
        less._resolved, less._acting = {}, {}  # an article that is left out is resolved as a name
        for known in ("stated", "crediting"):
            less.__dict__.pop(known, None)
        return less

    @cached_property
    def stated(self) -> Mapping[str, tuple[Statement, ...]]:
        """For each article by its key, or as written where nothing goes by it, the statements that stand in it."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            found[self.resolve(statement.article)].append(statement)
        return {article: tuple(statements) for article, statements in found.items()}

    @cached_property
    def resting(self) -> Mapping[str, tuple[Derivation, ...]]:
        """For each claim or statement by its key, the citations that are recorded for it; those that are only proposed are left out."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in self.derivations:
            if derivation.kind is DerivationKind.CITATION and not derivation.proposed:
                for key in derivation.claims:
                    found[key].append(derivation)
        return {key: tuple(derivations) for key, derivations in found.items()}

    @cached_property
    def altered(self) -> Mapping[str, bool]:
        """The statements whose quoted words differ from those of the text taken from, each with whether that is more than a proposal."""
        firm: dict[str, bool] = {}
        for derivation in self.derivations:
            for key in derivation.altered:
                firm[key] = firm.get(key, False) or not derivation.proposed
        return firm

    @cached_property
    def crediting(self) -> frozenset[str]:
        """The keys of the articles with a notice that credits sources."""
        found = self.articles.items()
        return frozenset(key for key, article in found if any(notice.kind is NoticeKind.CREDIT for notice in article.notices))

    @cached_property
    def controlled(self) -> frozenset[str]:
        """The keys of the outlets with a recorded fact of state control."""
        found = self.outlets.items()
        return frozenset(key for key, outlet in found if any(fact.about is FactKind.STATE_CONTROL for fact in outlet.facts))

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of the records that describe what has this key: the one that is taken first, those that were united with it after it."""
        return self._ids.get(key, ())

    @cached_property
    def _ids(self) -> dict[str, tuple[str, ...]]:
        rivals: dict[str, list[Any]] = defaultdict(list)
        for kind in (Article, Claim, Outlet, Speaker, Statement):
            for record in self._records[kind]:
                rivals[record.key].append(record)
        return {key: tuple(record.id for record in sorted(records, key=rank)) for key, records in rivals.items()}

    def resolve(self, reference: str) -> str:
        """The key that a reference stands for: a key itself, or a name or alias that fits one thing only; else the reference."""
        found = self._resolved.get(reference)
        if found is None:
            found = self._resolved[reference] = self._resolve(reference)
        return found

    def _resolve(self, reference: str) -> str:
        if reference in self.speakers or reference in self.outlets or reference in self.articles:
            return reference
        fits = self._names.get(reference.casefold(), ())
        return fits[0] if len(fits) == 1 else reference

    def known(self, reference: str) -> bool:
        """Whether a reference to a speaker, outlet or article leads anywhere."""
        key = self.resolve(reference)
        return key in self.speakers or key in self.outlets or key in self.articles

    def name(self, key: str) -> str:
        """What readers call the thing with that key."""
        found = self.speakers.get(key) or self.outlets.get(key)
        if found:
            return found.name
        article = self.articles.get(key)
        if article and article.outlet:
            publisher = self.speakers.get(article.outlet) or self.outlets.get(article.outlet)
            return publisher.name if publisher else article.outlet
        return article.title or key if article else key

    def actors(self, key: str) -> frozenset[str]:
        """The actors that a speaker stands for: whom it acts for or consists of, followed to the end; itself without these.

        Speakers that act for each other in a circle are one actor, named by the smallest key.
        """
        key = self.resolve(key)
        found = self._acting.get(key)
        if found is None:
            found = self._acting[key] = self._actors(key)
        return found

    def _actors(self, key: str) -> frozenset[str]:
        onward = self._stands_for(key)
        found = {current for current, targets in onward.items() if not targets}
        for current in onward.keys() - reached(found, turned(onward)):
            circle = self._stands_for(current).keys()
            if all(len(self._stands_for(other)) == len(circle) for other in circle):
                found.add(min(circle))
        return frozenset(found)

    def _stands_for(self, key: str) -> dict[str, list[str]]:
        """For a key and whatever it leads to, whom each stands for at once."""
        onward: dict[str, list[str]] = {}
        todo = [key]
        while todo:
            current = todo.pop()
            if current not in onward:
                speaker = self.speakers.get(current)
                onward[current] = [self.resolve(other) for other in (speaker.acts_for or speaker.members)] if speaker else []
                todo += onward[current]
        return onward
