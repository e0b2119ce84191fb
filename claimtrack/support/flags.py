"""The table of flags: one row a flag, each a small pure function that gives its reason and evidence, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claimtrack.errors import UnknownNameError
from claimtrack.model.reports import Flag
from claimtrack.support import derivation, dispute, framing, sourcing
from claimtrack.model.case import Case

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
        "At most one independent origin is on record, and either no second is possible or one carrier alone tells the claim.",
        "a second origin on record that shares no actor with the first and does not pass the same document or outlet",
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
        "Several carriers tell the claim, and all that is on record goes back to one origin.",
        "a carrier whose source is another",
        sourcing.common_source,
    ),
    FlagRule(
        "CT104",
        "circular",
        "Texts cite each other in a circle.",
        "the date and the source of whoever told it first",
        sourcing.circular,
    ),
    FlagRule(
        "CT105",
        "anonymous-only",
        "Every line begins with a source that is not named.",
        "one source by name, or a document",
        sourcing.anonymous_only,
    ),
    FlagRule(
        "CT106",
        "state-media-only",
        "Every carrier is recorded to be under the control of a state.",
        "a carrier that is not",
        sourcing.state_media_only,
    ),
    FlagRule(
        "CT107",
        "self-interested",
        "Everyone on record in support speaks about himself or his own side.",
        "an origin on record that is no party to the matter",
        sourcing.self_interested,
    ),
    FlagRule(
        "CT108",
        "unattributed",
        "Nobody is on record with the claim; articles tell it in their own voice.",
        "the name of the source, or the outlet's word that it saw for itself",
        sourcing.unattributed,
    ),
    FlagRule(
        "CT109",
        "hearsay",
        "Even the shortest line has three hands or more; a document counts as its issuer's own hand.",
        "the word of somebody nearer to the event",
        sourcing.hearsay,
    ),
    FlagRule(
        "CT110",
        "second-hand-document",
        "A document is told by others and is not itself among the texts.",
        "the document itself among the sources",
        sourcing.second_hand_document,
    ),
    FlagRule(
        "CT201",
        "opinion-framed",
        "The claim is an opinion, or more than half of what is said for it, or in its characterization, is framed as one.",
        "statements of fact on record that say the same",
        framing.opinion_framed,
    ),
    FlagRule(
        "CT202",
        "forecast",
        "The claim is about what will be, at least in part.",
        "the event itself",
        framing.forecast,
    ),
    FlagRule(
        "CT203",
        "prescriptive",
        "The claim is a call: it says what should be done, at least in part.",
        "nothing; a call is no fact, and its sourcing says only who makes it",
        framing.prescriptive,
    ),
    FlagRule(
        "CT204",
        "hedged",
        "Some of what is said for the claim is hedged.",
        "the same on record without the hedge",
        framing.hedged,
    ),
    FlagRule(
        "CT205",
        "framing-drift",
        "The claim is hedged in one place and told flat, in an article's own voice, in another.",
        "a source for the flat wording",
        framing.framing_drift,
    ),
    FlagRule(
        "CT206",
        "headline-unsupported",
        "A headline or a deck says it and the body of that article does not.",
        "a statement in the body that says the same",
        framing.headline_unsupported,
    ),
    FlagRule(
        "CT207",
        "loaded-attribution",
        "The verb of attribution lends the claim the author's own weight, as in revealed or confirmed.",
        "a neutral verb",
        framing.loaded_attribution,
    ),
    FlagRule(
        "CT301",
        "disputed",
        "Somebody denies the claim or says what cannot be true together with it.",
        "the denial withdrawn, or shown to be about something else",
        dispute.disputed,
    ),
    FlagRule(
        "CT302",
        "denied-by-subject",
        "Those whom the claim is about deny it.",
        "an origin that is no party to the matter, on either side",
        dispute.denied_by_subject,
    ),
    FlagRule(
        "CT303",
        "presupposed",
        "Somebody takes the claim for granted instead of stating it.",
        "the same stated outright, with its source",
        dispute.presupposed,
    ),
    FlagRule(
        "CT304",
        "contradicted-in-article",
        "One article both supports and denies or contradicts it.",
        "a correction by the article",
        dispute.contradicted_in_article,
    ),
    FlagRule(
        "CT305",
        "source-disputed",
        "Somebody attacks the source of the claim; that is no denial of the claim itself.",
        "an origin beside the one that is attacked",
        dispute.source_disputed,
    ),
    FlagRule(
        "CT401",
        "copy",
        "An article that carries the claim says that it is taken from another text, and does not count beside it.",
        "nothing; it tells why the article adds no origin",
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
        "Words inside quotation marks differ from those of the text that the article was taken from.",
        "the words as they were spoken",
        derivation.altered_quote,
    ),
    FlagRule(
        "CT404",
        "attribution-lost",
        "An article tells in its own voice what it, or the text it rests on, has from a source.",
        "the source named beside each such statement",
        derivation.attribution_lost,
    ),
    FlagRule(
        "CT405",
        "unresolved-credit",
        "A credit line names sources, and no statement says which part is theirs.",
        "the source named beside each statement",
        derivation.unresolved_credit,
    ),
    FlagRule(
        "CT501",
        "time-bound",
        "The claim is made of several times, and may hold for one and not for another.",
        "a wording with its date",
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
