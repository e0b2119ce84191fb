"""How likely a claim is on its sourcing alone, where that can be said at all, and how sure of that one can be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claimtrack.model.case import Case, listing
from claimtrack.model.marks import Marks
from claimtrack.model.opinions import Opinion
from claimtrack.model.policy import Denial, Likelihood, Policy
from claimtrack.model.reports import Assessment, Call, Confidence, Evidence, Spread
from claimtrack.model.terms import ClaimKind
from claimtrack.support.grades import denial

NO_FACT = frozenset({ClaimKind.OPINION, ClaimKind.FORECAST})
FIRM, SURE = 3, 0.3
"""Origins and uncertainty from which on confidence is high (judgement)."""
FEW = 2
"""How many sources are named one by one."""
NUMBERS = ("Nobody", "One source", "Two independent sources", "Three independent sources", "Four independent sources")


def outlook(case: Case, marks: Marks, policy: Policy) -> Assessment:
    """What the evidence for and against a claim amounts to, in subjective logic and in words.

    A claim that is no matter of fact, or with no evidence on record either way, is not assessable and gets no probability. A word of
    estimative probability (ICD 203) is used only where the uncertainty is small enough even if all that is unknown of the sources is
    taken at its least; where what is unknown moves the word, both ends are told.
    """
    factual = not NO_FACT.issuperset(case.claim.kinds)
    spread, word = _likely(case.support.evidence, case.denial.evidence, policy.likelihood) if factual else (None, "")
    return Assessment(
        spread=spread,
        likelihood=word,
        confidence=_confidence(case, spread) if spread and word else Confidence.LOW,
        sentence=_sentence(case, marks, word),
        changes=tuple(_changes(case, marks)),
    )


@lru_cache(maxsize=1 << 12)
def _likely(support: Evidence, against: Evidence, words: Likelihood) -> tuple[Spread | None, str]:
    """The opinion on a matter of fact at both ends and in the middle, with its word; none where there is no evidence either way."""
    if not (support.middle or against.middle):
        return None, ""
    spread = Spread(
        least=Opinion(positive=support.least, negative=against.most),
        middle=Opinion(positive=support.middle, negative=against.middle),
        most=Opinion(positive=support.most, negative=against.least),
    )
    return spread, _word(spread, words)


def _word(spread: Spread, words: Likelihood) -> str:
    """The word for the probability, or both words where what is unknown decides between them; empty where there is too little."""
    certain = Opinion(positive=spread.least.positive, negative=spread.most.negative)
    if certain.uncertainty >= words.uncertainty_below:
        return ""
    ends = [words.word(spread.least.projected), words.word(spread.most.projected)]
    return " to ".join(dict.fromkeys(ends))


def _confidence(case: Case, spread: Spread) -> Confidence:
    """How sure one can be of the likelihood, by the number of origins and the uncertainty."""
    if case.support.certificate.lower <= 1:
        return Confidence.LOW
    if case.support.certificate.lower >= FIRM and spread.middle.uncertainty < SURE:
        return Confidence.HIGH
    return Confidence.MODERATE


def _sentence(case: Case, marks: Marks, word: str) -> str:
    """The whole in one sentence that says likelihood or why there is none, and leaves confidence aside."""
    if NO_FACT.issuperset(case.claim.kinds):
        return f"This is {listing(_article(str(kind)) for kind in case.claim.kinds)}: sourcing tells who holds it, not whether it is so."
    told = _told(case, marks)
    if word:
        return f"{told}; on this sourcing alone: {word}."
    return f"{told}; there is not enough independent reporting to say how likely it is."


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _told(case: Case, marks: Marks) -> str:
    """Who is on record for it and against it, in numbers."""
    many = case.support.certificate.lower
    who = NUMBERS[many] if many < len(NUMBERS) else f"{many} independent sources"
    stand = "is on record with it" if many <= 1 else "are on record with it"
    return f"{who} {stand}{_denied(case, marks)}"


def _denied(case: Case, marks: Marks) -> str:
    match denial(case, marks):
        case Denial.NONE:
            return ""
        case Denial.SUBJECT:
            return ", and those whom it is about deny it"
        case _:
            many = case.denial.certificate.lower
            return ", and one source denies it" if many == 1 else f", and {many} independent sources deny it"


def _changes(case: Case, marks: Marks) -> Iterator[str]:
    """What would change the assessment, the nearest first."""
    if NO_FACT.issuperset(case.claim.kinds):
        return
    if not case.support.certificate.lower:
        yield "a source on record"
    elif case.support.certificate.lower == 1 and all(missing.call is not Call.BYPASS for missing in case.support.missing):
        yield "a second origin on record that is independent of the first"
    unrated = _unrated(case, marks)
    if unrated:
        few = len(unrated) <= FEW
        yield f"a rating of {listing(unrated)}, which nobody rated" if few else f"ratings of {len(unrated)} sources that nobody rated"
    if case.denial.certificate.lower:
        yield "what the denial rests on"
    yield from dict.fromkeys(missing.text for missing in case.support.missing)


def _unrated(case: Case, marks: Marks) -> list[str]:
    """The names of those on the lines of the proof who have no letter."""
    nodes = case.support.lineage.node
    steps = dict.fromkeys(key for line in case.support.certificate.lines for key in line)
    return list(dict.fromkeys(nodes[key].name for key in steps if not marks.node(nodes[key]).known))
