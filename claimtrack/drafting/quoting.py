"""The quotations of a draft, each looked up in the texts of the sources: word for word, altered or nowhere, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.drafting.pile import Pile
from claimtrack.drafting.speakers import Holders
from claimtrack.errors import Place
from claimtrack.model import Statement
from claimtrack.model.drafts import Found, Point, PointKind, draft_rule
from claimtrack.model.reading import ArticleText, Quotation, QuotationKind
from claimtrack.provenance.copies import Quotes, Sought
from claimtrack.quotations import quotations

SHOWN = 3
"""Places of the sources that a point names."""


class Quoting:
    """Looks up the quotations of a draft.

    Args:
        draft: the draft, read.
        sources: the articles that it was written from.
        holders: who says what in either.
    """

    def __init__(self, draft: Pile, sources: Pile, holders: Holders) -> None:
        self._draft = draft
        self._sources = sources
        self._holders = holders
        self._quotes = Quotes([(each.article.key, each.text) for each in sources.articles])
        self.told: set[str] = set()

    def points(self) -> Iterator[Point]:
        """One point a quotation, in order; titles are none, and a word or two only where somebody is said to have said them."""
        for article in self._draft.articles:
            for block in article.blocks:
                for each in quotations(article.text, block.start, block.end):
                    said = self._said(self._draft, article.article.key, each.inner.start, each.inner.end)
                    if each.kind is QuotationKind.SPEECH or (each.kind is QuotationKind.WORD and any(by.chain for by in said)):
                        yield self._point(article, each, said)

    def _point(self, article: ArticleText, quotation: Quotation, said: Sequence[Statement]) -> Point:
        words = article.text[quotation.inner.start : quotation.inner.end]
        sought = self._quotes(words)
        places = tuple(self._sources.place(each.text, each.start) for each in sought)[:SHOWN]
        by = [statement for each in sought for statement in self._said(self._sources, each.text, each.start, each.end)]
        if sought and not sought[0].difference:
            self.told.update(each.key for each in by)
        return Point(
            kind=PointKind.QUOTATION,
            place=self._draft.place(article.article.key, quotation.start),
            words=words,
            told=self._told(sought, by),
            places=places,
            found=tuple(self._found(sought, said, by, places)),
        )

    def _told(self, sought: Sequence[Sought], by: Sequence[Statement]) -> str:
        if not sought:
            return "in no source"
        how = "nearly so in the sources" if sought[0].difference else "word for word in the sources"
        names = self._holders.names(by)
        return f"{how}, said by {names}" if names else how

    def _found(
        self, sought: Sequence[Sought], said: Sequence[Statement], by: Sequence[Statement], places: tuple[Place, ...]
    ) -> Iterator[Found]:
        """What to mind, in the order of the codes."""
        if not sought:
            yield Found(draft_rule("CT602"), "no source has these words")
            return
        if sought[0].difference:
            yield Found(draft_rule("CT601"), f"from the source to the draft: {sought[0].difference}", places)
        attributed = [each for each in said if each.chain]
        if attributed and by and all(self._holders.apart(ours, theirs) for ours in attributed for theirs in by):
            told = f"the draft gives it to {self._holders.names(attributed)}, the source to {self._holders.names(by)}"
            yield Found(draft_rule("CT603"), told, places)
        if attributed and not sought[0].difference and not sought[0].marked:
            yield Found(draft_rule("CT612"), "the source has these words without marks", places)

    def _said(self, pile: Pile, article: str, start: int, end: int) -> list[Statement]:
        """The statements in whose quotations a stretch stands; without any, those attributed to somebody that it stands in."""
        near = [each for each in pile.at(article) if each.anchor.start < end and start < each.anchor.end]
        quoting = [each for each in near if any(span.start < end and start < span.end for span in each.quotes)]
        return quoting or [each for each in near if each.chain]
