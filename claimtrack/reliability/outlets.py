"""What the articles show of an outlet: how it sources what it carries, and what became of that."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

import attrs

from claimtrack.model.case import OPINIONS
from claimtrack.model.conduct import Sharing
from claimtrack.model.records import Statement
from claimtrack.model.terms import Framing, Role, SpeakerKind, Voice
from claimtrack.reliability.corpus import Corpus, Told
from claimtrack.reliability.counting import Row, Tally, claims, in_time, statements
from claimtrack.reliability.later import When, after, bearers, independent

ON_SHOW = frozenset({Role.HEADLINE, Role.HEADLINE_DUPLICATE, Role.DECK})
"""The parts above an article, which its body is to bear out."""
QUOTED = frozenset({Voice.DIRECT, Voice.MIXED})


@attrs.frozen
class Publisher:
    """One outlet with the articles, statements and claims that are its own."""

    key: str
    corpus: Corpus

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The keys of its articles."""
        return self.corpus.articles.get(self.key, ())

    @cached_property
    def pages(self) -> frozenset[str]:
        """The same keys, to look up in."""
        return frozenset(self.articles)

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """The statements in its articles."""
        return self.corpus.said_in.get(self.key, ())

    @cached_property
    def carried(self) -> tuple[Told, ...]:
        """The claims that its articles put forward."""
        return self.corpus.carried_by.get(self.key, ())

    def copied(self, statement: Statement) -> bool:
        """Whether a statement stands in a text taken from somebody else."""
        return self.corpus.view.resolve(statement.article) in self.corpus.copies

    def own(self, statement: Statement) -> bool:
        """Whether the outlet says something itself, or its author does; whoever is an author is taken for it where none is named."""
        view = self.corpus.view
        authors = {*map(view.resolve, view.articles[view.resolve(statement.article)].authors)}
        speakers = self.corpus.speakers(statement)
        return all(key == self.key or key in authors or (not authors and self._author(key)) for key in speakers)

    def _author(self, key: str) -> bool:
        speaker = self.corpus.view.speakers.get(key)
        return speaker is not None and speaker.kind is SpeakerKind.AUTHOR

    def carriers(self, told: Told) -> list[str]:
        """The keys of the carriers of a claim that hold an article of the outlet."""
        return [node.key for node in told.report.support.lineage.carriers if not self.pages.isdisjoint(node.articles)]


def alone(outlet: Publisher) -> Tally:
    """The claims that no other outlet carries."""
    return claims([each for each in outlet.carried if outlet.pages.issuperset(_articles(each))], outlet.carried)


def _articles(told: Told) -> set[str]:
    return {article for node in told.report.support.lineage.carriers for article in node.articles}


def altered(outlet: Publisher) -> Tally:
    """The statements with quoted words that are recorded to differ from those of their source."""
    quoted = [each for each in outlet.said if each.voice in QUOTED or each.quotes]
    return statements([each for each in quoted if each.key in outlet.corpus.altered], quoted)


def headlines(outlet: Publisher) -> Tally:
    """The headlines that put a claim forward which their article's body does not, or which it contradicts in its own voice.

    A headline that nothing was compared with, since a program read it and joined it with no other statement, is undecided.
    """
    shown = [each for each in outlet.said if each.role is Role.HEADLINE]
    bare: set[str] = set()
    judged: set[str] = set()
    loose: set[str] = set()
    for told in outlet.carried:
        for headline in (each for each in told.own if each.role is Role.HEADLINE):
            if told.report.claim.key == headline.key and len(told.report.claim.bearings) == 1:
                loose.add(headline.key)
                continue
            judged.add(headline.key)
            if not _borne_out(headline, told, outlet.corpus):
                bare.add(headline.key)
    return Tally(tuple(each.key for each in shown if each.key in bare), len(judged), len(loose - judged))


def _borne_out(headline: Statement, told: Told, corpus: Corpus) -> bool:
    body = [each for each in told.own if each.article == headline.article and each.role not in ON_SHOW]
    against = [each for each in corpus.against(told.report) if each.article == headline.article and not each.chain]
    return bool(body) and not against


def lost(outlet: Publisher) -> Tally:
    """The statements told as fact in its own voice where the article attributes the same elsewhere or rests on another text (CT404)."""
    flat = {each.key: each for told in outlet.carried for each in told.own if not each.chain and each.framing is Framing.REPORTED_FACT}
    evidence = outlet.corpus.flagged.get("CT404", frozenset())
    return statements([each for key, each in flat.items() if key in evidence], [*flat.values()])


def undeclared(outlet: Publisher) -> Tally:
    """The articles that copy another outlet's text and do not say so."""
    silent = [key for key in outlet.articles if any(not copy.declared for copy in outlet.corpus.copies.get(key, ()))]
    return Tally(tuple(silent), len(outlet.articles))


def opinion(statement: Statement) -> bool:
    """Whether a statement is framed as opinion; an author's own forecast is one too."""
    return statement.framing in OPINIONS or (statement.framing is Framing.FORECAST and not statement.chain)


def contradicted(outlet: Publisher) -> Tally:
    """The claims that articles of others denied or contradicted after it put them forward."""
    return in_time(outlet.carried, lambda told: _answered(outlet, told))


def _answered(outlet: Publisher, told: Told) -> When:
    corpus = outlet.corpus
    others = [each for each in corpus.against(told.report) if corpus.outlet(each) != outlet.key]
    return after([corpus.appeared(each.article) for each in told.own], [corpus.appeared(each.article) for each in others])


def confirmed(outlet: Publisher) -> Tally:
    """The claims that later articles of others carry from an origin on record that shares nothing with those it carries them from."""
    return in_time(outlet.carried, lambda told: _borne(outlet, told))


def _borne(outlet: Publisher, told: Told) -> When:
    corpus = outlet.corpus
    others = bearers(independent(told.report.support.lineage, outlet.carriers(told)))
    return after([corpus.appeared(each.article) for each in told.own], [corpus.appeared(article) for article in others])


ROWS: tuple[Row[Publisher], ...] = (
    Row("articles", "articles", lambda outlet: Tally(outlet.articles)),
    Row("statements", "statements", lambda outlet: statements(outlet.said)),
    Row("claims", "claims carried", lambda outlet: claims(outlet.carried)),
    Row("own", "statements in its own voice", lambda o: statements([s for s in o.said if not o.copied(s) and o.own(s)], o.said)),
    Row("attributed", "statements attributed", lambda o: statements([s for s in o.said if not o.copied(s) and not o.own(s)], o.said)),
    Row("copied", "statements in texts taken from others", lambda o: statements([s for s in o.said if o.copied(s)], o.said)),
    Row("opinion", "statements framed as opinion", lambda o: statements([s for s in o.said if opinion(s)], o.said)),
    Row("alone", "claims that no other outlet carries", alone),
    Row("undeclared-copies", "articles with text of another outlet that is not named", undeclared),
    Row("altered-quotes", "quotations whose words differ from those of their source", altered),
    Row("headlines", "headlines not borne out by the body", headlines),
    Row("attribution-lost", "facts in its own voice whose source stands elsewhere", lost),
    Row("contradicted-later", "claims denied or contradicted later by others", contradicted),
    Row("confirmed-later", "claims that an independent origin put forward later too", confirmed),
)
"""What is counted of an outlet, in the order of a card."""


def sharing(outlet: Publisher) -> tuple[Sharing, ...]:
    """The other outlets that carry claims from the same origins on record; most claims first."""
    corpus = outlet.corpus
    origins: dict[str, set[str]] = defaultdict(set)
    shared: dict[str, dict[str, None]] = defaultdict(dict)
    for told in outlet.carried:
        record = told.report.support.lineage.on_record
        for origin in record.arriving:
            reached = {corpus.publisher(article) for carrier in record.carriers_of(origin.key) for article in carrier.articles}
            for other in reached - {outlet.key, ""} if outlet.key in reached else ():
                origins[other].add(origin.name)
                shared[other][told.report.claim.key] = None
    found = [Sharing(key=key, name=corpus.view.name(key), origins=tuple(sorted(origins[key])), claims=tuple(shared[key])) for key in shared]
    return tuple(sorted(found, key=lambda each: (-len(each.claims), each.name, each.key)))
