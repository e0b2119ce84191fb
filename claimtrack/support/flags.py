"""The table of flags: one row a flag, each a small pure function that gives its reason and evidence, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claimtrack.errors import UnknownNameError
from claimtrack.model.case import Case
from claimtrack.model.reports import Flag
from claimtrack.support import derivation, dispute, framing, sourcing

Raised = tuple[str, Sequence[str]] | None
"""A reason in words with the keys of its evidence; None where there is nothing to mind."""


@attrs.frozen
class FlagRule:
    """One row: what the flag is called, when it is raised and what would clear it."""

    code: str
    name: str
    means: str
    clears: str
    test: Callable[[Case], Raised]

    def __call__(self, case: Case) -> Flag | None:
        """The flag for a claim, or None."""
        found = self.test(case)
        if found is None:
            return None
        reason, evidence = found
        return Flag(code=self.code, name=self.name, reason=reason, evidence=tuple(evidence), clears=self.clears)


FLAGS: tuple[FlagRule, ...] = (
    FlagRule(
        "CT101",
        "single-source",
        "At most one independent origin is on record, and either no second is possible or one outlet alone carries the claim.",
        "a second origin on record that shares no actor with the first and does not come through the same document or outlet",
        sourcing.single_source,
    ),
    FlagRule(
        "CT102",
        "single-carrier",
        "One outlet alone carries the claim; copies and several articles of one outlet count once.",
        "another outlet that reports it from a source of its own",
        sourcing.single_carrier,
    ),
    FlagRule(
        "CT103",
        "common-source",
        "Several outlets carry the claim, and all that is on record goes back to one origin.",
        "an outlet whose report goes back to another source",
        sourcing.common_source,
    ),
    FlagRule(
        "CT104",
        "circular",
        "Texts that carry the claim cite each other in a circle.",
        "the date and the source of whoever reported it first",
        sourcing.circular,
    ),
    FlagRule(
        "CT105",
        "anonymous-only",
        "Every line begins with a source that is not named.",
        "one source named, or a document",
        sourcing.anonymous_only,
    ),
    FlagRule(
        "CT106",
        "state-media-only",
        "Every outlet that carries the claim is recorded as controlled by a state.",
        "an outlet among the carriers that no state is recorded to control",
        sourcing.state_media_only,
    ),
    FlagRule(
        "CT107",
        "self-interested",
        "Everyone on record in support speaks about themselves or their own side.",
        "an origin on record that is not a party to the matter",
        sourcing.self_interested,
    ),
    FlagRule(
        "CT108",
        "unattributed",
        "Nobody is on record with the claim; articles tell it in their own voice.",
        "the name of the source, or the outlet's word that its own reporter was there",
        sourcing.unattributed,
    ),
    FlagRule(
        "CT109",
        "hearsay",
        "Even the shortest way from a source to the reader passes three hands or more; a document counts as its issuer's own hand.",
        "the word of somebody closer to the event",
        sourcing.hearsay,
    ),
    FlagRule(
        "CT110",
        "second-hand-document",
        "The claim rests on a document that is reported by others and is not itself among the articles.",
        "the document itself among the articles",
        sourcing.second_hand_document,
    ),
    FlagRule(
        "CT201",
        "opinion-framed",
        "The claim is an opinion, or more than half of the statements that make, presuppose or characterize it are framed as opinion.",
        "statements of fact on record that say the same",
        framing.opinion_framed,
    ),
    FlagRule(
        "CT202",
        "forecast",
        "The claim, or at least half of what is said for it, is about what will happen.",
        "the event itself",
        framing.forecast,
    ),
    FlagRule(
        "CT203",
        "prescriptive",
        "The claim, or at least half of what is said for it, is a call: it says what should be done.",
        "nothing: a call is not a fact, and its sourcing shows only who makes it",
        framing.prescriptive,
    ),
    FlagRule(
        "CT204",
        "hedged",
        "Some of what is said for the claim comes with a hedge, such as may or reportedly.",
        "the same on record without the hedge",
        framing.hedged,
    ),
    FlagRule(
        "CT205",
        "framing-drift",
        "The claim is hedged in one place and stated without a hedge, in an article's own voice, in another.",
        "a source for the wording without the hedge",
        framing.framing_drift,
    ),
    FlagRule(
        "CT206",
        "headline-unsupported",
        "The headline or the deck of an article says it, and its body does not.",
        "a statement in the body that says the same",
        framing.headline_unsupported,
    ),
    FlagRule(
        "CT207",
        "loaded-attribution",
        "The words of attribution take a side, as in revealed, admitted or confirmed.",
        "neutral words of attribution, such as said",
        framing.loaded_attribution,
    ),
    FlagRule(
        "CT301",
        "disputed",
        "Somebody denies the claim, or says something that cannot be true together with it.",
        "the denial withdrawn, or found to be about something else",
        dispute.disputed,
    ),
    FlagRule(
        "CT302",
        "denied-by-subject",
        "Those whom the claim is about deny it.",
        "an origin that is not a party to the matter, for the claim or against it",
        dispute.denied_by_subject,
    ),
    FlagRule(
        "CT303",
        "presupposed",
        "Somebody takes the claim for granted instead of stating it.",
        "the same stated outright, with a source",
        dispute.presupposed,
    ),
    FlagRule(
        "CT304",
        "contradicted-in-article",
        "One article supports the claim and, in its own voice, denies or contradicts it.",
        "a correction or a clarification in the article",
        dispute.contradicted_in_article,
    ),
    FlagRule(
        "CT305",
        "source-disputed",
        "Somebody disputes the source of the claim, which is not the same as denying the claim.",
        "a further origin, beside the one disputed",
        dispute.source_disputed,
    ),
    FlagRule(
        "CT401",
        "copy",
        "An article that carries the claim says that it is taken from another text, and does not count beside it.",
        "nothing: it shows why the article adds no origin",
        derivation.declared_copy,
    ),
    FlagRule(
        "CT402",
        "undeclared-copy",
        "An article that carries the claim was found to be taken from another text that it does not name.",
        "a credit in the article, or a finding that it was written independently",
        derivation.undeclared_copy,
    ),
    FlagRule(
        "CT403",
        "altered-quote",
        "Words inside quotation marks differ from those in the text that the article was taken from.",
        "the words as they were spoken",
        derivation.altered_quote,
    ),
    FlagRule(
        "CT404",
        "attribution-lost",
        "An article states in its own voice what it attributes to a source elsewhere, or what it has from another text.",
        "the source named beside each such statement",
        derivation.attribution_lost,
    ),
    FlagRule(
        "CT405",
        "unresolved-credit",
        "A credit line names sources without saying which parts are theirs.",
        "the source named beside each statement",
        derivation.unresolved_credit,
    ),
    FlagRule(
        "CT501",
        "time-bound",
        "The claim is made about several times, and may hold for one and not for another.",
        "a wording that gives the date",
        framing.time_bound,
    ),
)
"""Every flag there is, in the order of the codes."""


def rule(name: str) -> FlagRule:
    """The row of a flag, by code or name.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    for row in FLAGS:
        if name.casefold() in (row.code.casefold(), row.name):
            return row
    raise UnknownNameError("flag", name, [word for row in FLAGS for word in (row.code, row.name)])
