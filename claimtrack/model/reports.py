"""What comes out at the end: for each claim its sourcing, flags and grades, and for all of them what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from claimtrack.errors import Fault, Place
from claimtrack.model.asof import AsOf
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.finding import placed
from claimtrack.model.ledger import Ledger
from claimtrack.model.lineage import Certificate, Lineage
from claimtrack.model.marks import Marks
from claimtrack.model.opinions import Opinion
from claimtrack.model.showing import as_frame, as_html
from claimtrack.model.strength import Strength, Weighing
from claimtrack.model.terms import Letter, Term
from claimtrack.model.view import Conflict, View
from claimtrack.model.whatif import WhatIf

if TYPE_CHECKING:
    from pandas import DataFrame  # asked for by those who have it; nothing of ours needs it


class Call(Term):
    """What one could find out to learn of more origins."""

    ATTRIBUTE = "attribute"
    NAME = "name"
    MEMBER = "member"
    BYPASS = "bypass"


@attrs.frozen(order=True)
class Missing:
    """A fact that would raise the lower bound, if it turns out so.

    Attributes:
        call: what to find out.
        about: the key of the node that it is about.
        text: the same in words.
    """

    call: Call = attrs.field(order=str)
    about: str
    text: str


@attrs.frozen
class Utterance:
    """That an origin is on record with the claim, and how many carriers report so independently of each other."""

    origin: str
    carriers: int


@attrs.frozen(kw_only=True, cache_hash=True)
class Evidence:
    """What independent origins on record amount to, in observations, after discount along their lines.

    Attributes:
        least, middle, most: with all that is unknown of the sources taken at its least, in the middle, at its most.
    """

    least: Fraction = Fraction()
    middle: Fraction = Fraction()
    most: Fraction = Fraction()


@attrs.frozen(kw_only=True)
class Sourcing:
    """Where a claim, or its denial, comes from, with the bounds on its independent origins.

    Attributes:
        bottlenecks: keys of the nodes and actors that every line on record passes.
        missing: what would raise the lower bound.
        utterances: for each origin, how well it is attested that it says so; this is not whether it is so.
        evidence: what the origins amount to, discounted along their lines.
        strength: how the middle of that comes about, with its proof.
        weighing: the weights that it was worked out from, to check it by.
    """

    lineage: Lineage
    certificate: Certificate
    bottlenecks: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    evidence: Evidence = Evidence()
    strength: Strength | None = None
    weighing: Weighing | None = None


class Level(Term):
    """How much an editor should mind a flag, the most first; the words are those of SARIF (OASIS, version 2.1.0, section 3.27.10)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, floor: Level) -> bool:
        """Whether it is at least as grave as another."""
        ranked = list(Level)
        return ranked.index(self) <= ranked.index(floor)


@attrs.frozen(kw_only=True)
class Flag:
    """Something to mind about a claim's sourcing.

    Attributes:
        reason: why it is raised, in words.
        evidence: keys of the statements or texts that it rests on.
        clears: what would clear it.
        level: how much an editor should mind it.
        means: what the flag says of any claim that bears it.
    """

    code: str
    name: str
    reason: str
    evidence: tuple[str, ...] = ()
    clears: str = ""
    level: Level = Level.WARNING
    means: str = ""


class Confidence(Term):
    """How sure one can be of what is said of a claim; apart from how likely it is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@attrs.frozen(kw_only=True)
class Spread:
    """The opinion on a claim with all that is unknown of its sources taken at its least, in the middle, and at its most."""

    least: Opinion
    middle: Opinion
    most: Opinion


@attrs.frozen(kw_only=True)
class Assessment:
    """What the evidence for and against a claim amounts to.

    Attributes:
        spread: the opinion in subjective logic; none where the claim cannot be assessed.
        likelihood: a word of estimative probability (ICD 203), empty where there is not enough independent reporting.
        confidence: how sure one can be of it.
        sentence: the whole in one sentence.
        changes: what would change it.
    """

    spread: Spread | None = None
    likelihood: str = ""
    confidence: Confidence = Confidence.LOW
    sentence: str = ""
    changes: tuple[str, ...] = ()


NOT_TO_BE_JUDGED = 6


@attrs.frozen
class Grade:
    """A mark of the Admiralty code: letters for the source chain, best and worst, and a digit for the information.

    Attributes:
        rule: the rule that gave the digit, in words.
        letters: for each source that was looked at, its letters and who gave them, in words.
    """

    best: Letter
    worst: Letter
    digit: int
    rule: str
    letters: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether the grade may be turned into a number: neither F nor 6, which say that nothing can be judged."""
        return self.best is not Letter.F and self.digit < NOT_TO_BE_JUDGED

    def __str__(self) -> str:
        letters = str(self.best) if self.best is self.worst else f"{self.best}-{self.worst}"
        return f"{letters}{self.digit}"


@attrs.frozen(kw_only=True, repr=False)
class SupportReport:
    """All that is known of the support of one claim.

    Attributes:
        support, denial: the sourcing of the claim and of its denial.
        summary: the sourcing in one sentence.
        said: the grade of whether it was said as reported.
        content: the grade of whether it is so, by sourcing alone.
        assessment: how likely it is on its sourcing alone, where that can be said.
        view: the records, to look things up in.
    """

    claim: TrackedClaim
    support: Sourcing
    denial: Sourcing
    summary: str
    flags: tuple[Flag, ...]
    said: Grade
    content: Grade
    assessment: Assessment
    view: View = attrs.field(factory=lambda: View(()), eq=False)

    @property
    def name(self) -> str:
        """What tables call the claim: its label, else its key."""
        return self.claim.label or self.claim.key

    @property
    def lower(self) -> int:
        """The least number of independent origins."""
        return self.support.certificate.lower

    @property
    def upper(self) -> int:
        """The greatest number of independent origins."""
        return self.support.certificate.upper

    def flagged(self, name: str) -> Flag | None:
        """The flag of that name or code, if raised."""
        return next((flag for flag in self.flags if name in (flag.name, flag.code)), None)

    def __repr__(self) -> str:
        bounds = f"{self.lower}..{self.upper} origins"
        return f"<SupportReport {self.name!r}: {bounds}, said {self.said}, content {self.content}, {len(self.flags)} flags>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return as_html(self)


@attrs.frozen
class Rest:
    """That some claims rest on one node or actor."""

    key: str
    name: str
    claims: tuple[str, ...]


@attrs.frozen
class Help:
    """One thing to find out, and the claims that it could lift."""

    text: str
    claims: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Log:
    """How the records came in, as far as they came from files.

    Attributes:
        places: for each record's id, the first place it stands.
        faults: what could not be read or leads nowhere.
        skipped: files of a folder that are nothing of ours.
    """

    places: Mapping[str, Place] = MappingProxyType({})
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """The report on all claims of a ledger, worst supported first.

    Attributes:
        rests: what claims rest on, the most claims first.
        helps: what would help most to find out.
        unclaimed: statements that bear on no claim.
        conflicts: what the records disagree on.
        digest: of the ledger reported on.
        marks: the letters of sources that it was worked out with.
        without: what was taken out, and what became of each claim; None where nothing was.
        as_of: the day that it speaks of, and what is left out for that; None where it speaks of all that is recorded.
        log: how the records came in.
        ledger: the records reported on.
    """

    claims: tuple[SupportReport, ...]
    rests: tuple[Rest, ...] = ()
    helps: tuple[Help, ...] = ()
    unclaimed: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    digest: str = ""
    without: WhatIf | None = None
    as_of: AsOf | None = None
    view: View = attrs.field(eq=False)
    marks: Marks | None = attrs.field(default=None, eq=False)
    log: Log = attrs.field(default=Log(), eq=False)
    ledger: Ledger = attrs.field(default=Ledger(), eq=False)

    def claim(self, name: str) -> SupportReport:
        """The claim of that label or key, or the one that a statement of that key bears on.

        Raises:
            UnknownNameError: when there is none, with the nearest ones.
            AmbiguousNameError: when the name fits several claims equally well, with these.
        """
        what = f"claim as of {self.as_of.day} called" if self.as_of else "claim"
        return self.claims[placed([each.claim for each in self.claims], name, what)]

    def to_frame(self) -> DataFrame:
        """The claims as a data frame of pandas, one row a claim; lists are joined by `; `.

        Raises:
            MissingPackageError: when pandas is not installed.
        """
        return as_frame(self)

    def __repr__(self) -> str:
        counts = f"{len(self.claims)} claims, {len(self.view.statements)} statements, {len(self.view.articles)} articles"
        return f"<Report of {counts}, {self.digest[:12]}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return as_html(self)
