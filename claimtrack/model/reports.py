"""What comes out at the end: for each claim its sourcing, flags and grades, and for all of them what they rest on."""

from __future__ import annotations

import attrs

from claimtrack.model.claims import TrackedClaim
from claimtrack.model.lineage import Certificate, Lineage
from claimtrack.model.strength import Strength
from claimtrack.model.terms import Letter, Term
from claimtrack.model.view import Conflict, View


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


@attrs.frozen(kw_only=True)
class Sourcing:
    """Where a claim, or its denial, comes from, with the bounds on its independent origins.

    Attributes:
        bottlenecks: keys of the nodes and actors that every line on record passes.
        missing: what would raise the lower bound.
        utterances: for each origin, how well it is attested that it says so; this is not whether it is so.
        strength: how much evidence its lines on record bring, if that was asked for.
    """

    lineage: Lineage
    certificate: Certificate
    bottlenecks: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    strength: Strength | None = None


@attrs.frozen(kw_only=True)
class Flag:
    """Something to mind about a claim's sourcing.

    Attributes:
        reason: why it is raised, in words.
        evidence: keys of the statements or texts that it rests on.
        clears: what would clear it.
    """

    code: str
    name: str
    reason: str
    evidence: tuple[str, ...] = ()
    clears: str = ""


@attrs.frozen
class Grade:
    """A mark of the Admiralty code: letters for the source chain, best and worst, and a digit for the information.

    Attributes:
        rule: the rule that gave the digit, in words.
    """

    best: Letter
    worst: Letter
    digit: int
    rule: str

    def __str__(self) -> str:
        letters = str(self.best) if self.best is self.worst else f"{self.best}-{self.worst}"
        return f"{letters}{self.digit}"


@attrs.frozen(kw_only=True)
class SupportReport:
    """All that is known of the support of one claim.

    Attributes:
        support, denial: the sourcing of the claim and of its denial.
        summary: the sourcing in one sentence.
        said: the grade of whether it was said as reported.
        content: the grade of whether it is so, by sourcing alone.
    """

    claim: TrackedClaim
    support: Sourcing
    denial: Sourcing
    summary: str
    flags: tuple[Flag, ...]
    said: Grade
    content: Grade

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
class Report:
    """The report on all claims of a ledger, worst supported first.

    Attributes:
        rests: what claims rest on, the most claims first.
        helps: what would help most to find out.
        unclaimed: statements that bear on no claim.
        conflicts: what the records disagree on.
        digest: of the ledger reported on.
    """

    claims: tuple[SupportReport, ...]
    rests: tuple[Rest, ...] = ()
    helps: tuple[Help, ...] = ()
    unclaimed: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    digest: str = ""
    view: View = attrs.field(eq=False, repr=False)
