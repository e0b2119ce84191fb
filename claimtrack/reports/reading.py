"""An article as it was read: every statement with who says it, how and as what, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimtrack.model.reading import ArticleText
from claimtrack.model.records import Statement
from claimtrack.model.terms import Certainty
from claimtrack.reports.folding import fold
from claimtrack.reports.words import harmless

Paint = Callable[[str], str]


def reading(article: ArticleText, statements: Sequence[Statement], names: Mapping[str, str], width: int = 100, heading: Paint = str) -> str:
    """The statements of an article in order, each under its speaker, for checking by eye.

    Args:
        article: the article with its text.
        statements: what was read in it.
        names: what speakers are called, by key.
        width: of the window, in columns.
        heading: dresses a heading, for example in bold.
    """
    facts = article.article
    published = f", {facts.published.on} ({facts.published.basis})" if facts.published else ", date unknown"
    lines = [heading(harmless(facts.title or facts.key)), f"{harmless(facts.outlet) or 'outlet unknown'}{published}, {facts.genre}", ""]
    for statement in statements:
        place = f"{statement.anchor.start}-{statement.anchor.end}"
        lines.append(f"{place}  {_who(statement, names)}: {statement.role}, {statement.voice}, {statement.framing}")
        words = harmless(" ".join(article.text[statement.anchor.start : statement.anchor.end].split()))
        lines += [f"    {line}" for line in fold(words, max(width - 4, 20))]
    if article.dropped:
        lines += ["", heading("Not read")]
        lines += [f"{gone.start}-{gone.end}  {harmless(gone.why)}" for gone in article.dropped]
    return "\n".join(lines) + "\n\n"


def _who(statement: Statement, names: Mapping[str, str]) -> str:
    """The chain by names, with a mark on what is not sure; the article's own voice without one."""
    if not statement.chain:
        return "the article"
    steps = []
    for link in statement.chain:
        doubt = "" if link.certainty is Certainty.CERTAIN else f" ({link.certainty})"
        steps.append(" and ".join(harmless(names.get(key, key)) for key in link.holders) + doubt)
    return " > ".join(steps)
