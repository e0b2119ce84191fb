"""A claim of one voice in one article, which nobody recorded, in a line: piles of raw articles have thousands of them."""

from __future__ import annotations

import attrs

from claimtrack.model.case import counted
from claimtrack.model.reports import SupportReport
from claimtrack.model.terms import StanceKind
from claimtrack.reports.page.blocks import origins
from claimtrack.reports.page.places import Places
from claimtrack.reports.page.terms import STANCES, striking
from claimtrack.reports.words import anchor_of, deep_link, range_of, steps

UNJUDGED = "F6 F6"
"""Two grades that say that nothing can be judged."""


@attrs.frozen(kw_only=True)
class Line:
    """One claim in short.

    Attributes:
        by: who says it, from the first that the article names inwards; empty where it says so itself.
        stance: how it bears on the claim, empty where it says so.
        manner: how it is put, empty where that is plain.
        more: how many statements say it, empty for one.
        marks: both grades, of whether it was said and of whether it is so; empty where neither can be judged.
        flags: their codes.
    """

    anchor: str
    name: str
    wording: str
    origins: str
    by: str
    stance: str
    manner: str
    more: str
    link: str
    marks: str
    flags: str


def line(claim: SupportReport, places: Places) -> Line:
    """The claim in a line.

    Args:
        claim: one that `Places.in_a_line` names.
        places: of the page.
    """
    view = places.report.view
    bearings = claim.claim.bearings
    statement, kind = view.statements[bearings[0].statement], bearings[0].kind
    return Line(
        anchor=anchor_of("c", claim.claim.key),
        name=claim.name,
        wording=claim.claim.wording,
        origins=origins(range_of(claim)),
        by=" › ".join(steps(statement, view)[1:]),
        stance="" if kind is StanceKind.SUPPORTS else STANCES[kind],
        manner=striking(statement),
        more=counted(len(bearings), "statement") if len(bearings) > 1 else "",
        link=deep_link(statement, view.articles.get(view.resolve(statement.article))),
        marks="" if (marks := f"{claim.said} {claim.content}") == UNJUDGED else marks,
        flags=" ".join(flag.code for flag in claim.flags),
    )
