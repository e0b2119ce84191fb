"""The two grades of a claim by stated rules: a letter for the source chain, a digit for the information (Admiralty code)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimtrack.model.case import Case
from claimtrack.model.lineage import Lineage, Node
from claimtrack.model.reports import Grade, Utterance
from claimtrack.model.terms import ClaimKind, Letter
from claimtrack.model.view import View

SCALE = "admiralty"
GOOD = frozenset({Letter.A, Letter.B, Letter.C})
NO_FACT = frozenset({ClaimKind.OPINION, ClaimKind.FORECAST, ClaimKind.CALL})

DIGITS: Mapping[int, str] = {
    1: "two or more independent origins, two of them graded A to C, and no denial on record",
    2: "one origin graded A or B, or several of lower grade, and no denial on record",
    3: "one origin graded C or D, and no denial on record",
    4: "one origin graded E, or a denial on record with no more origins than the support has",
    5: "a denial on record with more origins than the support has",
    6: "not to be judged: no origin on record, none of them graded, or not a matter of fact",
}
"""What each digit says of the content; 6 is no place on the scale."""

SAID: Mapping[int, str] = {
    1: "two or more carriers report it independently, two of them graded A to C",
    2: "one carrier graded A or B, or several of lower grade",
    3: "one carrier graded C or D",
    4: "one carrier graded E",
}
"""The same for whether it was said, which carriers attest and no denial touches."""

Letters = tuple[Letter, Letter]
"""The best and the worst letter that apply."""
UNKNOWN: Letters = (Letter.F, Letter.F)


class Marks:
    """The letters that the ratings of a view give to sources; only ratings on the Admiralty scale count."""

    def __init__(self, view: View) -> None:
        self._view = view
        given: dict[str, set[Letter]] = defaultdict(set)
        for rating in view.ratings:
            if rating.scale.casefold() == SCALE and rating.value.upper() in Letter.__members__:
                given[view.resolve(rating.source)].add(Letter[rating.value.upper()])
        self._given = {source: (min(letters, key=str), max(letters, key=str)) for source, letters in given.items()}

    def of(self, key: str) -> Letters:
        """The letters of a source: best and worst where raters differ, F without a rating."""
        return self._given.get(key, UNKNOWN)

    def line(self, line: Iterable[str], lineage: Lineage) -> Letters:
        """The letters of a line of reporting: those of its weakest rated member, its carrier left aside; F if none is rated."""
        rated = [self.of(key) for key in line if lineage.node[key].capped and self.of(key) != UNKNOWN]
        return worst(rated)

    def carrier(self, node: Node) -> Letters:
        """The letters of a carrier: those of its articles' outlets."""
        outlets = [self._view.resolve(self._view.articles[key].outlet) for key in node.articles if key in self._view.articles]
        return worst([self.of(outlet) for outlet in outlets])


def worst(letters: Iterable[Letters]) -> Letters:
    """The worst of several sources' letters; F without any."""
    return max(letters, key=_weight, default=UNKNOWN)


def content(case: Case, marks: Marks) -> Grade:
    """Whether it is so, as far as sourcing can tell: by its independent origins, their letters and the denials on record."""
    letters = [marks.line(line, case.support.lineage) for line in case.support.certificate.lines]
    if NO_FACT.issuperset(case.claim.kinds):
        return _grade(letters, 6, "an opinion, a forecast or a call is not a matter of fact")
    return _grade(letters, digit(letters, case.denial.certificate.lower))


def said(case: Case, marks: Marks) -> Grade:
    """Whether it was said as reported: by the independent carriers of the best attested utterance, and their letters."""
    told = [_attesting(utterance, case.support.lineage, marks) for utterance in case.support.utterances]
    letters = min(told, key=lambda given: (-len(given), _weights(given)), default=[])
    return _grade(letters, digit(letters, 0), rules=SAID)


def _attesting(utterance: Utterance, lineage: Lineage, marks: Marks) -> list[Letters]:
    """The letters of the carriers that an utterance reaches, best first, as many as report it independently."""
    letters = [marks.carrier(node) for node in lineage.carriers_of(utterance.origin)]
    return sorted(letters, key=_weight)[: utterance.carriers]


def _weight(pair: Letters) -> tuple[str, str]:
    """Sorts letters from good to bad, by the worse of the two first."""
    return (str(pair[1]), str(pair[0]))


def _weights(letters: Iterable[Letters]) -> list[tuple[str, str]]:
    return [_weight(pair) for pair in letters]


def digit(letters: list[Letters], against: int) -> int:
    """The digit for independent sources with these letters and so many independent denials on record.

    The worst letter counts, and what is not graded neither helps nor harms; it does stand against a denial.
    """
    graded = [low for _, low in letters if low is not Letter.F]
    if not graded:
        return 6
    if against:
        return 5 if against > len(letters) else 4
    if len(graded) > 1:
        return 1 if sum(low in GOOD for low in graded) > 1 else 2
    return {Letter.A: 2, Letter.B: 2, Letter.C: 3, Letter.D: 3, Letter.E: 4}[graded[0]]


def _grade(letters: list[Letters], number: int, why: str = "", rules: Mapping[int, str] = DIGITS) -> Grade:
    """The grade with its rule; the letters are those of the graded sources, since F is no place on the scale."""
    graded = [pair for pair in letters if pair != UNKNOWN]
    best = min((high for high, _ in graded), key=str, default=Letter.F)
    low = max((low for _, low in graded), key=str, default=Letter.F)
    if number == 6 and not why:
        why = "no source is rated" if letters else "nobody is on record"
    return Grade(best, low, number, f"not to be judged: {why}" if why else rules[number])
