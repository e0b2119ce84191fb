"""One claim with all that bears on it, as rules ask for it, and the words they put it in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import NodeKind
from claimtrack.model.records import Article, Statement
from claimtrack.model.reports import Sourcing
from claimtrack.model.terms import Framing, StanceKind
from claimtrack.model.view import View

FOR = (StanceKind.SUPPORTS, StanceKind.PARTIAL)
AGAINST = (StanceKind.DENIES, StanceKind.CONTRADICTS)
OPINIONS = frozenset({Framing.AUTHOR_OPINION, Framing.ATTRIBUTED_OPINION})


@attrs.frozen
class Figures:
    """Figures for one thing that cannot all be right.

    Attributes:
        about: what they count, in words.
        given: each figure as it is spelled, with the keys of the statements that give it, the least first.
    """

    about: str
    given: tuple[tuple[str, tuple[str, ...]], ...]


@attrs.frozen
class Case:
    """A claim, the sourcing of it and of its denial, and the view to look things up in.

    Attributes:
        figures: what statements in support differ on in numbers.
    """

    claim: TrackedClaim
    support: Sourcing
    denial: Sourcing
    view: View
    figures: tuple[Figures, ...] = ()

    def statements(self, kinds: Iterable[StanceKind]) -> tuple[Statement, ...]:
        """The statements that bear on the claim in one of these ways."""
        return tuple([self.view.statements[key] for key in self.claim.bearing(*kinds)])

    @cached_property
    def pro(self) -> tuple[Statement, ...]:
        """The statements in support, full or partial."""
        return self.statements(FOR)

    @cached_property
    def contra(self) -> tuple[Statement, ...]:
        """The statements that deny or contradict it."""
        return self.statements(AGAINST)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that carry the claim."""
        keys = dict.fromkeys(self.view.resolve(statement.article) for statement in self.pro)
        return tuple(self.view.articles[key] for key in sorted(keys) if key in self.view.articles)

    @cached_property
    def carriers(self) -> tuple[str, ...]:
        """The names of the carriers, copies contracted."""
        return tuple(node.name for node in self.support.lineage.carriers)

    def names(self, keys: Iterable[str]) -> str:
        """The names of nodes and actors, joined for a sentence."""
        nodes = self.support.lineage.node
        return listing(dict.fromkeys(nodes[key].name if key in nodes else self.view.name(key) for key in keys))

    @cached_property
    def origins(self) -> str:
        """The names of the origins that the lower bound counts."""
        return self.names(line[0] for line in self.support.certificate.lines)

    @cached_property
    def roots(self) -> tuple[NodeKind, ...]:
        """The kinds of the innermost sources, those that go back to nobody else."""
        lineage = self.support.lineage
        fed = {edge.target for edge in lineage.edges}
        return tuple(node.kind for node in lineage.origins if node.key not in fed)


def listing(names: Iterable[str]) -> str:
    """Names put together for a sentence: `a, b and c`."""
    listed = list(names)
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def keys(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The keys of statements, in order."""
    return tuple(sorted(statement.key for statement in statements))


def counted(many: int, thing: str) -> str:
    """A number with its noun: `1 article`, `3 articles`, `1,200 articles`."""
    return f"{many:,} {thing}" if many == 1 else f"{many:,} {thing}s"
