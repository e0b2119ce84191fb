"""What matching passes on: propositions to compare, and the bill that says why two are one claim or not."""

from __future__ import annotations

import attrs

from claimtrack.model.terms import ClaimKind
from claimtrack.model.values import Period


@attrs.frozen(kw_only=True)
class Proposition:
    """What a statement says, ready to be compared with others.

    Attributes:
        key: the statement's or claim's.
        text: what it says.
        article: where it stands, empty for a claim by itself; what stands in one article is about one matter.
        published: when the article appeared, as far as known.
        denies: whether the statement denies what the text says.
        kind: what sort of proposition it is put forward as.
        by_hand: whether a person recorded it; two of these are left to people to judge.
    """

    key: str
    text: str
    article: str = ""
    published: Period | None = None
    denies: bool = False
    kind: ClaimKind = ClaimKind.FACT
    by_hand: bool = False


@attrs.frozen
class Item:
    """One line of a bill: what was compared, what it weighs in bits, and the words that it was found in."""

    comparison: str
    bits: float
    told: str

    def __str__(self) -> str:
        return f"{self.bits:+.1f} {self.comparison}: {self.told}"


@attrs.frozen
class Bill:
    """Why two propositions are held to be one claim, or not: items in bits that add up.

    Attributes:
        gates: what makes them different whatever the sum.
        doubts: what forbids to join them without asking a person, whatever the sum.
    """

    items: tuple[Item, ...]
    gates: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def bits(self) -> float:
        """The sum of the items, to the hundredth, so that it is the same in whatever order they are added up."""
        return round(sum(item.bits for item in self.items), 2)

    @property
    def score(self) -> float:
        """The sum as a chance."""
        return chance(self.bits)

    def __str__(self) -> str:
        total = f"{self.bits:+.1f} bits in all, a chance of {self.score:.0%}"
        return "\n".join([*map(str, self.items), total, *self.objections])

    @property
    def objections(self) -> tuple[str, ...]:
        """What stands against a merge, in words."""
        return (*(f"forbidden: {gate}" for gate in self.gates), *(f"doubtful: {doubt}" for doubt in self.doubts))


def chance(bits: float) -> float:
    """Bits as a chance, 0 to 1: 1 / (1 + 2 ** -bits)."""
    return float(1 / (1 + 2.0 ** -max(-60.0, min(60.0, bits))))
