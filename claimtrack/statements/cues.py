"""What is known of an attributing verb before its content is looked for."""

from __future__ import annotations

import attrs

from claimtrack.statements.edges import Within
from claimtrack.statements.phrases import Stretch

QUESTIONS = frozenset(["whether", "if", "how", "why", "what", "who", "when", "where"])
"""Words that open a question told indirectly."""


@attrs.frozen
class VerbCue:
    """An attributing verb: where its group begins, where it stands, its lemma, its subject, and what it stands in."""

    group: int
    at: int
    lemma: str
    subject: Stretch | None
    within: Within
    infinitive: bool
    passive: bool
    gerund: bool

    @property
    def span(self) -> Stretch:
        """The places of the verb group."""
        return (self.group, self.at + 1)
