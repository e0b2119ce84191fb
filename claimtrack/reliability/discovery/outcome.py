"""What truth discovery answers: a value for each object, how far each source is trusted, and who seems to copy whom."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(order=True)
class Truth:
    """The value that a method chooses for an object.

    Args:
        object: the name of the object.
        value: the chosen one of its values; where several tie, the one whose spelling sorts first.
        confidence: 0 to 1, as the method has it; it is not calibrated.
        tied: all values that tie for the top, sorted, the chosen one among them; empty when only one is at the top.
    """

    object: str
    value: str
    confidence: float
    tied: tuple[str, ...] = ()


@attrs.frozen(order=True)
class Copying:
    """Two sources seem to share where they have it from, one from the other or both from a third.

    Args:
        copier: the one likelier to have taken it; where both ways are as likely, the one that asserts less, else the later name.
        source: the other one.
        probability: 0 to 1 that they are not independent, either way round, as the method has it.
    """

    copier: str
    source: str
    probability: float


@attrs.frozen
class Discovery:
    """The outcome of a method for all objects and sources.

    Args:
        method: the name of the method.
        truths: one for each object, sorted by object.
        reliabilities: for each source how far it is trusted, on the method's own scale; the table of methods tells which.
        copying: the likely copiers, sorted; empty for methods that do not look for them.
        iterations: how many rounds were run.
        converged: whether trust had settled when the rounds ended.
    """

    method: str
    truths: tuple[Truth, ...]
    reliabilities: Mapping[str, float]
    copying: tuple[Copying, ...]
    iterations: int
    converged: bool
