"""Looking up the anchors of a ledger in the articles' texts."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimtrack.model import AnchoredText, AnchorState, View


@attrs.frozen(kw_only=True)
class Anchored:
    """How one statement's anchor was found.

    Attributes:
        record: the statement's id.
        state: None where the article's text is not at hand.
        unique: whether its fragment fits one place only.
    """

    statement: str
    record: str
    article: str
    state: AnchorState | None
    start: int = 0
    end: int = 0
    unique: bool = False

    @property
    def worth_telling(self) -> bool:
        """Whether a reader should look at it."""
        return self.state not in (AnchorState.EXACT, None) or (self.state is not None and not self.unique)

    @property
    def told(self) -> str:
        """What was found, in words."""
        if self.state is None:
            return "the text of its article is not at hand"
        place = f" to {self.start}-{self.end}" if self.state is AnchorState.MOVED else ""
        return f"{self.state}{place}{'' if self.unique else '; its fragment is missing, or fits no place or more than one'}"


def anchored(view: View, texts: Mapping[str, str]) -> tuple[Anchored, ...]:
    """Look up every statement's anchor.

    Args:
        view: the statements and articles.
        texts: the articles' texts by SHA-256.
    """
    prepared: dict[str, AnchoredText] = {}
    results = []
    for statement in view.statements.values():
        key = view.resolve(statement.article)
        article = view.articles.get(key)
        text = texts.get(article.digest) if article else None
        if text is None:
            results.append(Anchored(statement=statement.key, record=statement.id, article=key, state=None))
            continue
        if key not in prepared:
            prepared[key] = AnchoredText(text)
        found = prepared[key].find(statement.anchor)
        unique = found.unique and bool(statement.anchor.fragment)
        results.append(
            Anchored(
                statement=statement.key,
                record=statement.id,
                article=key,
                state=found.state,
                start=found.start,
                end=found.end,
                unique=unique,
            )
        )
    return tuple(results)
