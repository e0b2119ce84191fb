"""Which figures the sources of a ledger give for one thing: triples for truth discovery.

A thing is a slot (unit, noun and fate of a figure) of one matter. A matter is a claim, or several of which statements were judged
different for their figures alone or said to contradict each other. Only statements that affirm a fact count, and of them only plain
figures: a range or an open figure is no value. Nothing here knows of time: a toll that rose from one day to the next looks like a conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import isclose

import attrs

from claimtrack.claims.quantities import ABOUT, Quantity, numbered, quantities, slot
from claimtrack.model.case import Figures
from claimtrack.model.claims import Claims, kind_of
from claimtrack.model.records import Statement
from claimtrack.model.terms import Certainty, ClaimKind, Polarity, StanceKind, Verdict
from claimtrack.model.view import View
from claimtrack.model.walks import reached
from claimtrack.words import stem, words

FOR = (StanceKind.SUPPORTS, StanceKind.PARTIAL)
FORBIDDEN, APART = "forbidden: ", "forbidden: different figures"
"""How the reasons of gates begin in judgements, and that of the gate on figures."""


@attrs.frozen
class Given:
    """The figures that sources give.

    Attributes:
        rows: source, thing and figure, sorted; only things of which at least two sources say something.
        statements: how many statements they come from.
        left_out: figures that are ranges or open, or of which one statement gives several for one thing.
    """

    rows: tuple[tuple[str, str, str], ...]
    statements: int
    left_out: int


@attrs.frozen
class _Said:
    statement: Statement
    quantity: Quantity


def given(view: View) -> Given:
    """The figures of the statements of a view, by source and thing."""
    rows: set[tuple[str, str, str]] = set()
    used: set[str] = set()
    left_out = 0
    for name, statements in _matters(view):
        names: Counter[str] = Counter()
        for group in _slots(statements):
            kept, dropped = _plain(group)
            left_out += dropped
            thing = f"{name}: {_described(group)}"
            names[thing] += 1
            thing = thing if names[thing] == 1 else f"{thing} ({names[thing]})"
            told = {(source(each.statement, view), thing, _spelled(each.quantity)) for each in kept}
            if len({who for who, _, _ in told}) > 1:
                rows |= told
                used |= {each.statement.key for each in kept}
    return Given(tuple(sorted(rows)), len(used), left_out)


def conflicting(statements: Iterable[Statement]) -> tuple[Figures, ...]:
    """The things for which statements give plain figures of which some pair cannot both be right, in the order of their words.

    Only statements that affirm a fact count. Figures told as near ones conflict where not even their nearness lets them meet.
    """
    counted, told = list(filter(_counts, statements)), []
    texts = {statement.proposition for statement in counted}
    if len(texts) < 2 or sum(map(numbered, texts)) < 2:
        return ()  # the same words give the same figures
    for group in _slots(counted):
        kept, _ = _plain(group)
        if any(one.quantity.high < other.quantity.low for one in kept for other in kept):
            told.append(Figures(_described(group), _given(kept)))
    return tuple(sorted(told, key=lambda figures: (figures.about, figures.given)))


def _given(said: Iterable[_Said]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each figure with the statements that give it, the least figure first."""
    by_figure: dict[str, set[str]] = defaultdict(set)
    for each in said:
        by_figure[_spelled(each.quantity)].add(each.statement.key)
    return tuple((figure, tuple(sorted(by_figure[figure]))) for figure in sorted(by_figure, key=float))


def source(statement: Statement, view: View) -> str:
    """Who gives the figures of a statement: the innermost speaker on record, else the outlet or the article."""
    if statement.chain and statement.chain[-1].certainty is not Certainty.UNRESOLVED:
        return " and ".join(sorted(view.name(view.resolve(holder)) for holder in statement.chain[-1].holders))
    return view.name(view.resolve(statement.article))


def _matters(view: View) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """The name and the statements of each matter, in order."""
    claims = {claim.key: claim for claim in Claims(view).all}
    of = {key: claim.key for claim in claims.values() for key in (*claim.bearing(*FOR), *claim.members)}
    onward: dict[str, list[str]] = {key: [] for key in claims}
    for one, other in _apart(view):
        if one in of and other in of:
            onward[of[one]].append(of[other])
            onward[of[other]].append(of[one])
    seen: set[str] = set()
    for first in claims:
        if first in seen:
            continue
        seen |= (group := reached([first], onward))
        members = [claims[key] for key in sorted(group)]
        keys = sorted({key for claim in members for key in claim.bearing(*FOR)})
        yield " / ".join(claim.label or claim.key for claim in members), tuple(filter(_counts, (view.statements[key] for key in keys)))


def _apart(view: View) -> Iterator[tuple[str, str]]:
    """Pairs that tell of one matter with other figures."""
    for judgement in view.judgements:
        gates = [reason for reason in judgement.reasons if reason.startswith(FORBIDDEN)]
        if judgement.verdict is Verdict.DIFFERENT and gates and all(reason.startswith(APART) for reason in gates):
            yield judgement.left, judgement.right
    for stance in view.stances:
        if stance.kind is StanceKind.CONTRADICTS:
            yield stance.statement, stance.claim


def _counts(statement: Statement) -> bool:
    """Whether a statement affirms a fact."""
    return statement.polarity is Polarity.AFFIRM and kind_of(statement) is ClaimKind.FACT


def _slots(statements: Iterable[Statement]) -> list[list[_Said]]:
    """The figures of statements by slot: each fits all others of its group, those that tell most coming first."""
    said = [_Said(statement, quantity) for statement in statements for quantity in quantities(statement.proposition)]
    kinds: list[dict[tuple[str, str, str], Quantity]] = []
    groups: list[list[_Said]] = []
    for each in sorted(said, key=_rank):
        fitting = (at for at, kind in enumerate(kinds) if all(slot(each.quantity, other) for other in kind.values()))
        at = next(fitting, len(groups))
        if at == len(groups):
            groups.append([])
            kinds.append({})
        groups[at].append(each)
        kinds[at].setdefault((each.quantity.unit, each.quantity.noun, each.quantity.fate), each.quantity)
    return groups


def _rank(each: _Said) -> tuple[int, tuple[str, ...], str, int]:
    words = (each.quantity.unit, each.quantity.fate, each.quantity.noun)
    return -sum(map(bool, words)), words, each.statement.key, each.quantity.start


def _plain(group: Sequence[_Said]) -> tuple[list[_Said], int]:
    """The plain figures of a group, one a statement, and how many statements give none such."""
    by_statement: dict[str, list[_Said]] = defaultdict(list)
    for each in group:
        by_statement[each.statement.key].append(each)
    alone = [found[0] for found in by_statement.values() if len({_spelled(each.quantity) for each in found}) == 1]
    kept = [each for each in alone if _is_plain(each.quantity)]
    return kept, len(by_statement) - len(kept)


def _is_plain(quantity: Quantity) -> bool:
    """Whether a figure is one number, or near one as "about" makes it."""
    low, high = quantity.low, quantity.high
    return low == high or (quantity.approximate and isclose(low * (1 + ABOUT), high * (1 - ABOUT)))


def _spelled(quantity: Quantity) -> str:
    """The number, of an approximate figure the middle."""
    value = (quantity.low + quantity.high) / 2
    return str(int(value)) if value.is_integer() else f"{value:.6g}"


def _described(group: Sequence[_Said]) -> str:
    """What the figures count, in the words that most of them have."""
    told = (
        Counter(each.quantity.unit for each in group),
        Counter(_noun(each) for each in group),
        Counter(each.quantity.fate for each in group),
    )
    best = (min(counted, key=lambda word: (not word, -counted[word], word)) for counted in told)
    return " ".join(filter(None, best)) or "number"


def _noun(each: _Said) -> str:
    """The noun that a figure counts, as the statement has it."""
    said = words(each.statement.proposition)
    return next((word for word in said if each.quantity.noun and stem(word) == each.quantity.noun), "")
