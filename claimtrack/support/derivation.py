"""The flags CT401 to CT405: copies, altered quotes, sources lost on the way."""

from __future__ import annotations

from claimtrack.model.case import Case, keys, listing
from claimtrack.model.lineage import Contraction
from claimtrack.model.records import Statement
from claimtrack.model.terms import Framing, NoticeKind

Raised = tuple[str, tuple[str, ...]] | None


def declared_copy(case: Case) -> Raised:
    """CT401: a contracted article that names what it is taken from."""
    return _copied(case, True)


def undeclared_copy(case: Case) -> Raised:
    """CT402: a contracted article that does not."""
    return _copied(case, False)


def _copied(case: Case, declared: bool) -> Raised:
    found = [contraction for contraction in case.support.lineage.contractions if contraction.declared is declared]
    return ("; ".join(_descent(case, contraction) for contraction in found), tuple(c.article for c in found)) if found else None


def _descent(case: Case, contraction: Contraction) -> str:
    return f"{case.view.name(contraction.article)}: {contraction.kind} of {case.view.name(contraction.into)}"


def altered_quote(case: Case) -> Raised:
    """CT403: a statement whose quoted words a derivation records as altered, told with care where the derivation is only proposed."""
    firm = case.view.altered
    found = [statement for statement in case.pro if statement.key in firm]
    if not found:
        return None
    settled = [statement for statement in found if firm[statement.key]]
    open_ = [statement for statement in found if not firm[statement.key]]
    told = [f"quoted words differ from those of the text it was taken from, in {listing(keys(settled))}"] if settled else []
    told += [f"quoted words differ from those of a text that it may be taken from, in {listing(keys(open_))}"] if open_ else []
    return "; ".join(told), keys(found)


def attribution_lost(case: Case) -> Raised:
    """CT404: told in the article's own voice as fact, where the article attributes it elsewhere or rests on a text for it."""
    flat = [statement for statement in case.pro if not statement.chain and statement.framing is Framing.REPORTED_FACT]
    attributed = {s.article for s in case.pro if s.chain and s.framing in (Framing.ATTRIBUTED_FACT, Framing.HEDGED)}
    lost = [statement for statement in flat if statement.article in attributed or _rests(case, statement)]
    return (f"stated without its source in {listing(keys(lost))}", keys(lost)) if lost else None


def _rests(case: Case, statement: Statement) -> bool:
    """Whether the statement's article is recorded to rest on another text for this claim."""
    resolve, resting = case.view.resolve, case.view.resting
    found = (derivation for key in case.claim.members for derivation in resting.get(key, ()))
    return any(resolve(derivation.derived) == resolve(statement.article) for derivation in found)


def unresolved_credit(case: Case) -> Raised:
    """CT405: an article's credit names sources that no statement of it names, while some are told without any."""
    unmapped = []
    for article in case.articles:
        credited = [n for notice in article.notices if notice.kind is NoticeKind.CREDIT for n in notice.cites]
        if not credited:
            continue  # before every statement is looked at
        said = case.view.stated.get(article.key, ())
        named = {case.view.resolve(name) for s in said for link in s.chain for name in link.holders}
        loose = [name for name in credited if case.view.resolve(name) not in named]
        if loose and any(not s.chain and case.view.resolve(s.article) == article.key for s in case.pro):
            names = listing(case.view.name(case.view.resolve(name)) for name in loose)
            unmapped.append((f"{case.view.name(article.key)} credits {names} without saying for what", article.key))
    return ("; ".join(text for text, _ in unmapped), tuple(key for _, key in unmapped)) if unmapped else None
