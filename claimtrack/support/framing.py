"""The flags CT201 to CT207 and CT501: as what the claim is put forward, and of what time."""

from __future__ import annotations

from collections import Counter, defaultdict

from claimtrack.model.records import Statement
from claimtrack.model.terms import ClaimKind, Framing, Genre, Modality, Role, StanceKind
from claimtrack.model.case import FOR, OPINIONS, Case, counted, keys, listing

Raised = tuple[str, tuple[str, ...]] | None
SHOWN = frozenset({Role.HEADLINE, Role.HEADLINE_DUPLICATE, Role.DECK})
WEIGHTED = frozenset({Modality.FACTIVE, Modality.LOADED})
ABOUT = (*FOR, StanceKind.CHARACTERIZES, StanceKind.OVERREACHES, StanceKind.PRESUPPOSES)


def opinion_framed(case: Case) -> Raised:
    """CT201: a claim of opinion, or more than half of the statements for it, or in its characterization, are opinion.

    An author's own forecast is an opinion too; that of a speaker on record is a forecast.
    """
    said = case.statements(ABOUT)
    opinions = [statement for statement in said if _opines(statement)]
    if not said or (2 * len(opinions) <= len(said) and ClaimKind.OPINION not in case.claim.kinds):
        return None
    whose = Counter("attributed" if s.framing is Framing.ATTRIBUTED_OPINION else "the author's" for s in opinions)
    parts = listing(f"{many} {kind}" for kind, many in sorted(whose.items()))
    columns = sorted({a.title for a in case.articles if a.genre is Genre.OPINION})
    genre = f"; {counted(len(columns), 'article')} of opinion" if columns else ""
    framed = f"{len(opinions)} of {counted(len(said), 'statement')} framed as opinion{f' ({parts})' if parts else ''}"
    return f"{framed}{genre}", keys(opinions)


def _opines(statement: Statement) -> bool:
    return statement.framing in OPINIONS or (statement.framing is Framing.FORECAST and not statement.chain)


def forecast(case: Case) -> Raised:
    """CT202: a claim of that kind, or statements so framed that make up half of its support."""
    return _of_kind(case, ClaimKind.FORECAST, Framing.FORECAST, "forecast")


def prescriptive(case: Case) -> Raised:
    """CT203: a claim of that kind, or statements so framed that make up half of its support."""
    return _of_kind(case, ClaimKind.CALL, Framing.PRESCRIPTIVE, "a call")


def _of_kind(case: Case, kind: ClaimKind, framing: Framing, word: str) -> Raised:
    framed = [statement for statement in case.pro if statement.framing is framing]
    if kind not in case.claim.kinds and (not framed or 2 * len(framed) < len(case.pro)):
        return None
    part = f", beside {listing(str(k) for k in case.claim.kinds if k is not kind)}" if len(case.claim.kinds) > 1 else ""
    return f"{word}{part}; {len(framed)} of {counted(len(case.pro), 'statement')} so framed", keys(framed)


def hedged(case: Case) -> Raised:
    """CT204: a hedged statement among those for it."""
    doubtful = [statement for statement in case.pro if _hedges(statement)]
    return (f"{len(doubtful)} of {counted(len(case.pro), 'statement')} hedge it", keys(doubtful)) if doubtful else None


def _hedges(statement: Statement) -> bool:
    return statement.framing is Framing.HEDGED or Modality.HEDGED in statement.modality


def framing_drift(case: Case) -> Raised:
    """CT205: hedged in one place, the article's own fact in another."""
    doubtful = [statement for statement in case.pro if _hedges(statement)]
    flat = [statement for statement in case.pro if statement.framing is Framing.REPORTED_FACT and not _hedges(statement)]
    if not doubtful or not flat:
        return None
    return f"hedged in {listing(keys(doubtful))}, flat in {listing(keys(flat))}", keys([*doubtful, *flat])


def headline_unsupported(case: Case) -> Raised:
    """CT206: on show in an article whose body does not say it."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in case.pro:
        by_article[statement.article].append(statement)
    alone = [s for told in by_article.values() if all(t.role in SHOWN for t in told) for s in told]
    return (f"only the {listing(dict.fromkeys(str(s.role) for s in alone))} says it", keys(alone)) if alone else None


def loaded_attribution(case: Case) -> Raised:
    """CT207: a factive or loaded cue in an attributed statement."""
    loaded = [statement for statement in case.pro if statement.chain and WEIGHTED.intersection(statement.modality)]
    cues = dict.fromkeys(f"“{statement.cue.text}”" for statement in loaded if statement.cue and statement.cue.text)
    return (f"attributed by {listing(cues) or 'a verb that vouches'}", keys(loaded)) if loaded else None


def time_bound(case: Case) -> Raised:
    """CT501: more than one time."""
    times = case.claim.times
    return (f"said of {listing(str(time) for time in times)}", keys(case.pro)) if len(times) > 1 else None
