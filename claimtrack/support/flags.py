"""The table of flags: one row a flag, each a small pure function that gives its reason and evidence, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import attrs

from claimtrack.errors import UnknownNameError
from claimtrack.model.case import Case
from claimtrack.model.reports import Flag, Level
from claimtrack.support import derivation, dispute, framing, inputs, sourcing
from claimtrack.support.signs import Sign

ERROR, WARNING, NOTE = Level
Raised = tuple[str, Sequence[str]] | None
"""A reason in words with the keys of its evidence; None where there is nothing to mind."""


def _signs(given: Iterable[Sign]) -> frozenset[Sign]:
    return frozenset(given)


@attrs.frozen
class FlagRule:
    """One row: what the flag is called, when it is raised and what would clear it.

    Attributes:
        test: gives the reason with its evidence, or nothing.
        needs: signs without all of which it cannot be raised, so that the test need not be asked.
    """

    code: str
    name: str
    means: str
    clears: str
    test: Callable[[Case], Raised]
    level: Level = WARNING
    needs: frozenset[Sign] = attrs.field(default=frozenset(), converter=_signs)

    def __call__(self, case: Case) -> Flag | None:
        """The flag for a claim, or None."""
        if not (found := self.test(case)):
            return None
        reason, evidence = found
        return Flag(
            code=self.code,
            name=self.name,
            reason=reason,
            evidence=tuple(evidence),
            clears=self.clears,
            level=self.level,
            means=self.means,
        )


FLAGS: tuple[FlagRule, ...] = (
    FlagRule(
        "CT101",
        "single-source",
        "At most one independent origin is on record, and either no second is possible or one outlet alone carries the claim.",
        "a second origin on record that shares no actor with the first and does not come through the same document or outlet",
        sourcing.single_source,
        WARNING,
    ),
    FlagRule(
        "CT102",
        "single-carrier",
        "One outlet alone carries the claim; copies and several articles of one outlet count once.",
        "another outlet that reports it from a source of its own",
        sourcing.single_carrier,
        NOTE,
    ),
    FlagRule(
        "CT103",
        "common-source",
        "Several outlets carry the claim, and all that is on record goes back to one origin.",
        "an outlet whose report goes back to another source",
        sourcing.common_source,
        WARNING,
        [Sign.SEVERAL],
    ),
    FlagRule(
        "CT104",
        "circular",
        "Texts that carry the claim cite each other in a circle.",
        "the date and the source of whoever reported it first",
        sourcing.circular,
        ERROR,
        [Sign.CIRCLE],
    ),
    FlagRule(
        "CT105",
        "anonymous-only",
        "Every line begins with a source that is not named.",
        "one source named, or a document",
        sourcing.anonymous_only,
        WARNING,
        [Sign.NAMELESS],
    ),
    FlagRule(
        "CT106",
        "state-media-only",
        "Every outlet that carries the claim is recorded as controlled by a state.",
        "an outlet among the carriers that no state is recorded to control",
        sourcing.state_media_only,
        WARNING,
        [Sign.STATE],
    ),
    FlagRule(
        "CT107",
        "self-interested",
        "Everyone on record in support speaks about themselves or their own side.",
        "an origin on record that is not a party to the matter",
        sourcing.self_interested,
        WARNING,
        [Sign.SUBJECTS],
    ),
    FlagRule(
        "CT108",
        "unattributed",
        "Nobody is on record with the claim; articles tell it in their own voice.",
        "the name of the source, or the outlet's word that its own reporter was there",
        sourcing.unattributed,
        WARNING,
        [Sign.VOICE],
    ),
    FlagRule(
        "CT109",
        "hearsay",
        "Even the shortest way from a source to the reader passes three hands or more; a document counts as its issuer's own hand.",
        "the word of somebody closer to the event",
        sourcing.hearsay,
        WARNING,
        [Sign.LONG],
    ),
    FlagRule(
        "CT110",
        "second-hand-document",
        "The claim rests on a document that is reported by others and is not itself among the articles.",
        "the document itself among the articles",
        sourcing.second_hand_document,
        NOTE,
        [Sign.DOCUMENT],
    ),
    FlagRule(
        "CT201",
        "opinion-framed",
        "The claim is an opinion, or more than half of the statements that make, presuppose or characterize it are framed as opinion.",
        "statements of fact on record that say the same",
        framing.opinion_framed,
        NOTE,
        [Sign.OPINION],
    ),
    FlagRule(
        "CT202",
        "forecast",
        "The claim, or at least half of what is said for it, is about what will happen.",
        "the event itself",
        framing.forecast,
        NOTE,
        [Sign.FORECAST],
    ),
    FlagRule(
        "CT203",
        "prescriptive",
        "The claim, or at least half of what is said for it, is a call: it says what should be done.",
        "nothing: a call is not a fact, and its sourcing shows only who makes it",
        framing.prescriptive,
        NOTE,
        [Sign.CALL],
    ),
    FlagRule(
        "CT204",
        "hedged",
        "Some of what is said for the claim comes with a hedge, such as may or reportedly.",
        "the same on record without the hedge",
        framing.hedged,
        NOTE,
        [Sign.HEDGED],
    ),
    FlagRule(
        "CT205",
        "framing-drift",
        "The claim is hedged in one place and stated without a hedge, in an article's own voice, in another.",
        "a source for the wording without the hedge",
        framing.framing_drift,
        WARNING,
        [Sign.HEDGED],
    ),
    FlagRule(
        "CT206",
        "headline-unsupported",
        "The headline or the deck of an article says it, and its body does not.",
        "a statement in the body that says the same",
        framing.headline_unsupported,
        WARNING,
        [Sign.SHOWN],
    ),
    FlagRule(
        "CT207",
        "loaded-attribution",
        "The words of attribution take a side, as in revealed, admitted or confirmed.",
        "neutral words of attribution, such as said",
        framing.loaded_attribution,
        NOTE,
        [Sign.LOADED],
    ),
    FlagRule(
        "CT301",
        "disputed",
        "Somebody denies the claim, or says something that cannot be true together with it.",
        "the denial withdrawn, or found to be about something else",
        dispute.disputed,
        WARNING,
        [Sign.DENIED],
    ),
    FlagRule(
        "CT302",
        "denied-by-subject",
        "Those whom the claim is about deny it.",
        "an origin that is not a party to the matter, for the claim or against it",
        dispute.denied_by_subject,
        WARNING,
        [Sign.DENIED, Sign.SUBJECTS],
    ),
    FlagRule(
        "CT303",
        "presupposed",
        "Somebody takes the claim for granted instead of stating it.",
        "the same stated outright, with a source",
        dispute.presupposed,
        NOTE,
        [Sign.PRESUPPOSED],
    ),
    FlagRule(
        "CT304",
        "contradicted-in-article",
        "One article supports the claim and, in its own voice, denies or contradicts it.",
        "a correction or a clarification in the article",
        dispute.contradicted_in_article,
        ERROR,
        [Sign.DENIED],
    ),
    FlagRule(
        "CT305",
        "source-disputed",
        "Somebody disputes the source of the claim, which is not the same as denying the claim.",
        "a further origin, beside the one disputed",
        dispute.source_disputed,
        NOTE,
        [Sign.DOUBTED],
    ),
    FlagRule(
        "CT401",
        "copy",
        "An article that carries the claim says that it is taken from another text, and does not count beside it.",
        "nothing: it shows why the article adds no origin",
        derivation.declared_copy,
        NOTE,
        [Sign.COPIED],
    ),
    FlagRule(
        "CT402",
        "undeclared-copy",
        "An article that carries the claim was found to be taken from another text that it does not name.",
        "a credit in the article, or a finding that it was written independently",
        derivation.undeclared_copy,
        WARNING,
        [Sign.COPIED],
    ),
    FlagRule(
        "CT403",
        "altered-quote",
        "Words inside quotation marks differ from those in the text that the article was taken from.",
        "the words as they were spoken",
        derivation.altered_quote,
        ERROR,
        [Sign.ALTERED],
    ),
    FlagRule(
        "CT404",
        "attribution-lost",
        "An article states in its own voice what it attributes to a source elsewhere, or what it has from another text.",
        "the source named beside each such statement",
        derivation.attribution_lost,
        WARNING,
        [Sign.FLAT],
    ),
    FlagRule(
        "CT405",
        "unresolved-credit",
        "A credit line names sources without saying which parts are theirs.",
        "the source named beside each statement",
        derivation.unresolved_credit,
        NOTE,
        [Sign.CREDITED],
    ),
    FlagRule(
        "CT501",
        "time-bound",
        "The claim is made about several times, and may hold for one and not for another.",
        "a wording that gives the date",
        framing.time_bound,
        NOTE,
        [Sign.TIMES],
    ),
    FlagRule(
        "CT502",
        "conflicting-figures",
        "Statements in support give figures for one thing that cannot all be right, or are of different times.",
        "a wording that says which figure, of what day, or a figure withdrawn",
        framing.conflicting_figures,
        WARNING,
        [Sign.FIGURES],
    ),
    FlagRule(
        "CT903",
        "unanchored-evidence",
        "A statement in support cannot be checked: its words or its article have no digest.",
        "the digest of the words and of the article's text, as claimtrack read writes them",
        inputs.unanchored_evidence,
        NOTE,
    ),
)
"""Every flag there is, in the order of the codes."""


LEAST = 2
"""Origins; what a newsroom asks for that wants more than one."""


def few_origins(least: int = LEAST) -> FlagRule:
    """The row of a house's own floor, CT111, which is tried where somebody asks for it.

    Args:
        least: independent origins on record that a claim needs so as not to bear the flag.
    """
    return FlagRule(
        "CT111",
        "few-origins",
        "Fewer independent origins are on record than were asked for.",
        "as many origins on record, of which no two share an actor, a document or an outlet that all passes through",
        partial(sourcing.few_origins, least=least),
        ERROR,
    )


NAMED = tuple(sorted((*FLAGS, few_origins()), key=lambda row: row.code))
"""Every row that goes by a name, those included that are tried on request alone."""


def rule(name: str) -> FlagRule:
    """The row of a flag, by code or name.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    for row in NAMED:
        if name.casefold() in (row.code.casefold(), row.name):
            return row
    raise UnknownNameError("flag", name, [word for row in NAMED for word in (row.code, row.name)])
