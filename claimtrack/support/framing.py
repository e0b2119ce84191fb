"""The flags CT201 to CT207 and CT501: as what the claim is put forward, and of what time."""

from __future__ import annotations

from collections import Counter, defaultdict

from claimtrack.model.case import FOR, OPINIONS, Case, counted, keys, listing
from claimtrack.model.records import Statement
from claimtrack.model.terms import ClaimKind, Framing, Genre, Modality, Role, StanceKind

Raised = tuple[str, tuple[str, ...]] | None
NAMED = {Role.HEADLINE: "headline", Role.HEADLINE_DUPLICATE: "headline", Role.DECK: "deck"}
"""The parts on show above an article, as readers call them."""
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
    whose = Counter("of a source" if s.framing is Framing.ATTRIBUTED_OPINION else "of the author" for s in opinions)
    parts = listing(f"{many} {kind}" for kind, many in sorted(whose.items()))
    nature = "an opinion by nature; " if ClaimKind.OPINION in case.claim.kinds else ""
    columns = [article for article in case.articles if article.genre is Genre.OPINION]
    genre = f"; {counted(len(columns), 'opinion article')}" if columns else ""
    framed = f"{len(opinions)} of {counted(len(said), 'statement')} framed as opinion{f' ({parts})' if parts else ''}"
    return f"{nature}{framed}{genre}", keys(opinions or said)


def _opines(statement: Statement) -> bool:
    return statement.framing in OPINIONS or (statement.framing is Framing.FORECAST and not statement.chain)


def forecast(case: Case) -> Raised:
    """CT202: a claim of that kind, or statements so framed that make up half of its support."""
    return _of_kind(case, ClaimKind.FORECAST, Framing.FORECAST, "a forecast")


def prescriptive(case: Case) -> Raised:
    """CT203: a claim of that kind, or statements so framed that make up half of its support."""
    return _of_kind(case, ClaimKind.CALL, Framing.PRESCRIPTIVE, "a call")


def _of_kind(case: Case, kind: ClaimKind, framing: Framing, word: str) -> Raised:
    framed = [statement for statement in case.pro if statement.framing is framing]
    if kind not in case.claim.kinds and (not framed or 2 * len(framed) < len(case.pro)):
        return None
    beside = [str(other) for other in case.claim.kinds if other is not kind]
    what = f"{word} by nature" if not beside else f"{word} in part, beside {listing(beside)}"
    parts = [what] if kind in case.claim.kinds else []
    parts += [f"{len(framed)} of {counted(len(case.pro), 'statement')} framed as {word}"] if framed else []
    return "; ".join(parts), keys(framed or case.pro) or (case.claim.key,)


def hedged(case: Case) -> Raised:
    """CT204: a hedged statement among those for it."""
    doubtful = [statement for statement in case.pro if _hedges(statement)]
    return (f"{len(doubtful)} of {counted(len(case.pro), 'statement')} hedged", keys(doubtful)) if doubtful else None


def _hedges(statement: Statement) -> bool:
    return statement.framing is Framing.HEDGED or Modality.HEDGED in statement.modality


def framing_drift(case: Case) -> Raised:
    """CT205: hedged in one place, the article's own fact in another."""
    doubtful = [statement for statement in case.pro if _hedges(statement)]
    flat = [statement for statement in case.pro if statement.framing is Framing.REPORTED_FACT and not _hedges(statement)]
    if not doubtful or not flat:
        return None
    return f"hedged in {listing(keys(doubtful))}, not hedged in {listing(keys(flat))}", keys([*doubtful, *flat])


def headline_unsupported(case: Case) -> Raised:
    """CT206: on show in an article whose body does not say it."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in case.pro:
        by_article[statement.article].append(statement)
    alone = [s for told in by_article.values() if all(t.role in NAMED for t in told) for s in told]
    return (f"said in the {listing(dict.fromkeys(NAMED[s.role] for s in alone))} only", keys(alone)) if alone else None


def loaded_attribution(case: Case) -> Raised:
    """CT207: a factive or loaded cue in an attributed statement."""
    loaded = [statement for statement in case.pro if statement.chain and WEIGHTED.intersection(statement.modality)]
    cues = dict.fromkeys(f"“{statement.cue.text}”" for statement in loaded if statement.cue and statement.cue.text)
    return (f"attributed with {listing(cues) or 'words that take a side'}", keys(loaded)) if loaded else None


def time_bound(case: Case) -> Raised:
    """CT501: more than one time."""
    times = case.claim.times
    return (f"said about {listing(str(time) for time in times)}", keys(case.pro) or (case.claim.key,)) if len(times) > 1 else None


def conflicting_figures(case: Case) -> Raised:
    """CT502: figures for one thing of which some pair cannot both be right."""
    if not case.figures:
        return None
    told = [f"{spread.about}: {listing(value for value, _ in spread.given)}" for spread in case.figures]
    return "; ".join(told), tuple(sorted({key for spread in case.figures for _, statements in spread.given for key in statements}))
