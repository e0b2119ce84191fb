"""What a user may put in our place: small protocols that a plain function satisfies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from claimtrack.model.case import Case
from claimtrack.model.matching import Bill, Proposition
from claimtrack.model.reading import ArticleText, Extraction
from claimtrack.model.records import Statement
from claimtrack.model.reports import Flag, Report
from claimtrack.model.view import View


class Extractor(Protocol):
    """Finds what an article says and who says it, in place of `claimtrack.statements.extract`."""

    def __call__(self, article: ArticleText, view: View, /) -> Extraction:
        """The statements of an article, anchored in its clean text, and their speakers; the view tells who is known already."""


class Framer(Protocol):
    """Says as what statements are put forward, in place of the packaged framing."""

    def __call__(self, article: ArticleText, statements: tuple[Statement, ...], /) -> tuple[Statement, ...]:
        """The same statements of an article, under the same keys, with framing, modality and polarity as it judges them."""


class Inference(Protocol):
    """Tells how one text bears on another, as a model of natural language inference does; there is none in the package."""

    def __call__(self, premise: str, hypothesis: str, /) -> tuple[float, float, float]:
        """The probabilities that the premise entails the hypothesis, leaves it open, and contradicts it."""


class Blocker(Protocol):
    """Finds the pairs of propositions worth comparing, in place of shared rare words."""

    def __call__(self, propositions: Sequence[Proposition], /) -> Iterable[tuple[Proposition, Proposition]]:
        """The pairs, each once; what is left out is never compared."""


class Score(Protocol):
    """Weighs two propositions."""

    def __call__(self, one: Proposition, other: Proposition, /) -> Bill:
        """The bill that says how surely the two are one claim; the same whichever comes first."""


class Scorer(Protocol):
    """Makes ready to weigh propositions against each other, in place of the packaged comparisons."""

    def __call__(self, propositions: Sequence[Proposition], /) -> Score:
        """What weighs any two of the propositions; all of them are given first, so that they can be prepared at once."""


class Rule(Protocol):
    """Looks at one claim and raises a flag, or not."""

    def __call__(self, case: Case, /) -> Flag | None:
        """The flag for a claim, or None."""


class Renderer(Protocol):
    """Puts a report into text of some format."""

    def __call__(self, report: Report, /) -> str:
        """The report as text."""
