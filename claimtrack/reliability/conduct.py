"""What a pile of articles itself shows of each outlet and each speaker, by two tables of rows."""

from __future__ import annotations

from claimtrack.model import naming
from claimtrack.model.conduct import Conduct
from claimtrack.model.reports import Report
from claimtrack.reliability import outlets, speakers
from claimtrack.reliability.corpus import Corpus


def outlet_conduct(report: Report) -> tuple[Conduct, ...]:
    """How each outlet sources what it carries, by key; an outlet without articles has counts of nought.

    Args:
        report: every claim with its sourcing and flags. It tells of sourcing alone: a claim denied later may be true all the same.
    """
    corpus = Corpus(report)
    publishers = [outlets.Publisher(key, corpus) for key in naming.outlets(report.view)]
    return tuple(
        Conduct(
            key=each.key,
            name=report.view.name(each.key),
            measures=tuple(row(each) for row in outlets.ROWS),
            shares=outlets.sharing(each),
        )
        for each in publishers
    )


def speaker_conduct(report: Report) -> tuple[Conduct, ...]:
    """How each speaker is quoted and what became of its claims, by key; an outlet that others cite is one of them.

    Args:
        report: every claim with its sourcing and flags.
    """
    corpus = Corpus(report)
    quoted = [speakers.Quoted(key, corpus) for key in sorted(corpus.quoted.union(naming.speakers(report.view)))]
    return tuple(
        Conduct(key=each.key, name=report.view.name(each.key), measures=tuple(row(each) for row in speakers.ROWS)) for each in quoted
    )
