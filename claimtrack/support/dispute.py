"""The flags CT301 to CT305: who denies it, who takes it for granted, who disputes its source."""

from __future__ import annotations

from claimtrack.model.case import Case, keys, listing
from claimtrack.model.records import Statement
from claimtrack.model.terms import Modality, StanceKind

Raised = tuple[str, tuple[str, ...]] | None


def disputed(case: Case) -> Raised:
    """CT301: a denial or a contradiction."""
    if not case.contra:
        return None
    return f"denied or contradicted by {listing(dict.fromkeys(holder(case, s) for s in case.contra))}", keys(case.contra)


def holder(case: Case, statement: Statement) -> str:
    """Who makes a statement: the innermost holders by name, else the article's own voice."""
    if statement.chain:
        return listing(case.view.name(case.view.resolve(name)) for name in statement.chain[-1].holders)
    return f"{case.view.name(case.view.resolve(statement.article))} in its own voice"


def denied_by_subject(case: Case) -> Raised:
    """CT302: a denial by an actor whom the claim is about."""
    subjects = {actor for subject in case.claim.subjects for actor in case.view.actors(subject)}
    denials = [s for s in case.statements([StanceKind.DENIES]) if s.chain and not subjects.isdisjoint(_actors(case, s))]
    if not denials:
        return None
    return f"denied by {listing(dict.fromkeys(holder(case, s) for s in denials))}, whom it is about", keys(denials)


def _actors(case: Case, statement: Statement) -> set[str]:
    return {actor for name in statement.chain[-1].holders for actor in case.view.actors(name)}


def presupposed(case: Case) -> Raised:
    """CT303: a presupposition, as a stance or as the modality of a supporting statement."""
    taken = [*case.statements([StanceKind.PRESUPPOSES]), *(s for s in case.pro if Modality.PRESUPPOSITION in s.modality)]
    if not taken:
        return None
    return f"taken for granted by {listing(dict.fromkeys(holder(case, statement) for statement in taken))}", keys(taken)


def contradicted_in_article(case: Case) -> Raised:
    """CT304: support and denial in one article, the second in the article's own voice."""
    told = {statement.article for statement in case.pro}
    against = [s for s in case.contra if s.article in told and not s.chain]
    if not against:
        return None
    names = listing(sorted({case.view.name(case.view.resolve(statement.article)) for statement in against}))
    return f"support and contradiction both stand in {names}", keys(against)


def source_disputed(case: Case) -> Raised:
    """CT305: somebody disputes the source."""
    doubts = case.statements([StanceKind.DISPUTES_SOURCE])
    if not doubts:
        return None
    return f"the source, not the claim, is disputed by {listing(dict.fromkeys(holder(case, s) for s in doubts))}", keys(doubts)
