"""Which articles are one carrier: copies contracted into what they copy, articles of one outlet taken together, a person's word first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

from claimtrack.model.lineage import Contraction
from claimtrack.model.records import Article, Derivation
from claimtrack.model.terms import COPIES, DerivationKind, MakerKind, Verdict
from claimtrack.model.values import Maker
from claimtrack.model.view import View

Pair = tuple[str, str]
"""Two keys in alphabetical order."""
CAMPAIGN = ("utm_", "fbclid=", "gclid=")
"""How the parts of an address begin that tell where a reader came from."""
_SCHEME = re.compile(r"\A[a-z][a-z0-9+.-]*://(?:www\.)?", re.IGNORECASE)


class Carriers:
    """The carriers of a view: for each article, the key of the outlet or text that stands for it.

    Args:
        view: the records.
        given: for articles, what stands for them, where that is known already; needed where the view is a part of a larger one.
    """

    def __init__(self, view: View, given: Mapping[str, str] | None = None) -> None:
        self._view = view
        self._given = given
        self._apart = self._judged(Verdict.DIFFERENT)
        self._same = self._judged(Verdict.SAME) - self._apart
        self._copied: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in view.derivations:
            if derivation.kind in COPIES and self.stands(derivation):
                self._copied[view.resolve(derivation.derived)].append(derivation)

    def _judged(self, verdict: Verdict) -> frozenset[Pair]:
        """The pairs of articles that people judged so."""
        pairs = (
            self._pair(judgement.left, judgement.right)
            for judgement in self._view.judgements
            if judgement.verdict is verdict and _person(judgement.maker)
        )
        return frozenset(pair for pair in pairs if all(key in self._view.articles for key in pair))

    def _pair(self, left: str, right: str) -> Pair:
        left, right = sorted((self._view.resolve(left), self._view.resolve(right)))
        return left, right

    def stands(self, derivation: Derivation) -> bool:
        """Whether a derivation holds: no proposal, or one that a person took up, and none that a person refused to a program."""
        pair = self._pair(derivation.derived, derivation.source)
        if pair in self._apart and derivation.kind in COPIES and not _person(derivation.maker):
            return False
        return not derivation.proposed or pair in self._same

    @cached_property
    def _stands(self) -> Mapping[str, str]:
        """For each key, the key that stands for its group."""
        if self._given is not None:
            return self._given
        links = [(derived, self._followed(derivations)) for derived, derivations in self._copied.items()]
        links += self._joined()
        links += self._versions({key for key, _ in links})
        led = {key for key, _ in links}
        links += [(key, a.outlet) for key, a in self._view.articles.items() if a.outlet and key not in led]
        return grouped((self._view.resolve(a), self._view.resolve(b)) for a, b in links)

    def _followed(self, derivations: Iterable[Derivation]) -> str:
        """The text that a copy follows: one of those it was made of, so that a copy of two outlets does not make them one carrier.

        What it took as a whole goes before what it took a part of, what it says itself before what was found.
        """
        first = min(derivations, key=lambda each: (each.kind is DerivationKind.EXCERPT, not each.declared, self._view.resolve(each.source)))
        return self._view.resolve(first.source)

    def _joined(self) -> list[tuple[str, str]]:
        """Links for articles that people judged the same and no derivation joins; what is no copy yet follows the other, not its outlet."""
        copied = self._copied
        drawn = {self._pair(d.derived, d.source) for derivations in copied.values() for d in derivations}
        return [(a, b) if b in copied and a not in copied else (b, a) for a, b in sorted(self._same - drawn)]

    def _versions(self, led: Container[str]) -> list[tuple[str, str]]:
        """Links among articles that stood at one address, which are versions of one text; one whose outlet is known comes first."""
        versions: dict[str, list[Article]] = defaultdict(list)
        for article in self._view.articles.values():
            if article.url:
                versions[_address(article.url)].append(article)
        links = []
        for group in versions.values():
            first, *others = sorted(group, key=lambda each: (not each.outlet, each.key))
            links += [(each.key, first.key) for each in others if not each.outlet and self._together(each.key, first.key, led)]
        return links

    def _together(self, key: str, first: str, led: Container[str]) -> bool:
        """Whether nothing else leads a version elsewhere, and nobody judged it another text."""
        return key not in led and self._pair(key, first) not in self._apart

    def of(self, article: str) -> str:
        """The key that stands for an article's carrier: what it copies, else its outlet, else itself."""
        return self._stands.get(article, article)

    def contractions(self, articles: Iterable[str]) -> tuple[Contraction, ...]:
        """Which of the articles are copies, and of what."""
        return tuple(
            Contraction(article, self._view.resolve(derivation.source), derivation.kind, derivation.declared)
            for article in sorted(articles)
            for derivation in self._copied.get(article, ())
        )


def _address(url: str) -> str:
    """An address without what does not tell texts apart: scheme, www, fragment, last slash, and marks of campaigns."""
    bare = _SCHEME.sub("", url.partition("#")[0])
    host, slash, path = bare.partition("/")
    path, _, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.lower().startswith(CAMPAIGN))
    return f"{host.lower()}{slash}{path}".rstrip("/") + (f"?{kept}" if kept else "")


def _person(maker: Maker | None) -> bool:
    return maker is not None and maker.kind is MakerKind.PERSON


def grouped(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Union-find over copy links: each key with the end that its links lead to, the smallest key where they lead in a circle or apart."""
    parent: dict[str, str] = {}
    leads = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for derived, source in links:
        leads[derived] = source
        parent[root(derived)] = root(source)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in list(parent):
        groups[root(key)].append(key)
    names = {at: min([key for key in keys if key not in leads] or keys) for at, keys in groups.items()}
    return {key: names[root(key)] for key in parent}
