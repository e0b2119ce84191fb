"""The flag CT903: evidence that cannot be looked up again."""

from __future__ import annotations

from claimtrack.model.case import Case, counted, keys
from claimtrack.model.records import Statement

Raised = tuple[str, tuple[str, ...]] | None


def unanchored_evidence(case: Case) -> Raised:
    """CT903: a statement in support without the digest of its words, or of an article without that of its text."""
    loose = [statement for statement in case.pro if _unanchored(case, statement)]
    if not loose:
        return None
    return f"{len(loose)} of {counted(len(case.pro), 'statement')} cannot be checked against a text", keys(loose)


def _unanchored(case: Case, statement: Statement) -> bool:
    article = case.view.articles.get(case.view.resolve(statement.article))
    return not statement.anchor.digest or article is None or not article.digest
