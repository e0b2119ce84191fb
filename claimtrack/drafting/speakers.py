"""Who says it in the draft and who in the sources: whether they may be one, and whether they have a name."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model import Certainty, SpeakerKind, Statement, View
from claimtrack.model.case import listing
from claimtrack.words import SMALL, words

_ONE = """
    source official diplomat aide insider witness analyst expert observer person someone somebody resident adviser employee officer
    engineer lawyer member watchman guard worker neighbour neighbor nurse teacher student soldier fisherman man woman passer-by colleague
    friend
"""
ONE = frozenset(_ONE.split())
"""Nouns for people whom nobody names."""
MANY = frozenset(f"{noun}s" for noun in ONE) | frozenset(
    ["witnesses", "people", "watchmen", "men", "women", "lawmakers", "some", "several", "many"]
)
NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET})


class Holders:
    """On whose word some statements go.

    Args:
        view: the speakers of the draft and of the sources.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def name(self, statement: Statement) -> str:
        """Who says it, for a sentence; empty for the article's own voice."""
        holders = statement.chain[-1].holders if statement.chain else ()
        return listing(_begun(self._view.name(self._view.resolve(key))) for key in holders)

    def names(self, statements: Iterable[Statement]) -> str:
        """Who says some things, once each."""
        return listing({name.casefold(): name for each in statements if (name := self.name(each))}.values())

    def nameless(self, statement: Statement) -> bool:
        """Whether somebody says it whom nobody names: a person by trade, not a body such as a fire service."""
        return self._kinds(statement) == {SpeakerKind.ANONYMOUS} and not (ONE | MANY).isdisjoint(self._words(statement))

    def several(self, statement: Statement) -> bool:
        """Whether those nameless people are several."""
        return not MANY.isdisjoint(self._words(statement))

    def apart(self, one: Statement, other: Statement) -> bool:
        """Whether two statements are surely of different speakers: two names without a word in common, or a name and no name.

        A person and a body may be one voice, so that nothing is said of them.
        """
        kinds, others = self._kinds(one), self._kinds(other)
        if not (_sure(one) and _sure(other) and kinds <= NAMED and kinds) or self._words(one) <= MANY:
            return False
        if self.nameless(other):
            return kinds == {SpeakerKind.PERSON}
        return kinds == others and self._words(one).isdisjoint(self._words(other)) and self._actors(one).isdisjoint(self._actors(other))

    def _kinds(self, statement: Statement) -> set[SpeakerKind]:
        keys = statement.chain[-1].holders if statement.chain else ()
        return {found.kind for key in keys if (found := self._view.speakers.get(self._view.resolve(key)))}

    def _words(self, statement: Statement) -> set[str]:
        """The words of all names of whoever says it."""
        keys = statement.chain[-1].holders if statement.chain else ()
        found = [self._view.speakers.get(self._view.resolve(key)) for key in keys]
        spelled = [name for each in found if each for name in (each.name, *each.aliases)]
        return {word for name in spelled for word in words(name)} - (SMALL - MANY)

    def _actors(self, statement: Statement) -> frozenset[str]:
        keys = statement.chain[-1].holders if statement.chain else ()
        return frozenset(actor for key in keys for actor in self._view.actors(key))


def _begun(name: str) -> str:
    """A name as it stands within a sentence: `A board official` began one."""
    head, _, rest = name.partition(" ")
    return f"{head.lower()} {rest}" if head in ("A", "An", "The", "One") and rest else name


def _sure(statement: Statement) -> bool:
    return bool(statement.chain) and all(link.certainty is not Certainty.UNRESOLVED for link in statement.chain)
