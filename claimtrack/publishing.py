"""A report put into a format, with what that format asks for beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.errors import UnknownNameError
from claimtrack.model.reports import Report, SupportReport
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports import FORMATS, find_format


def publish(report: Report, name: str, **options: Any) -> str:
    """The report in the format of that name; the same report gives the same text.

    Args:
        report: what to put into it.
        name: of the format, such as `json`.
        options: what that format lets one set; `claimtrack.reports.FORMATS` lists it.

    Raises:
        UnknownNameError: when there is no such format, with the nearest ones.
        TypeError: when the format has no such option.
    """
    row = find_format(name)
    if row.conduct:
        options |= {"outlets": outlet_conduct(report), "speakers": speaker_conduct(report)}
    return row.render(report, **options)


def publish_each(claims: Iterable[SupportReport], name: str, **options: Any) -> Iterator[str]:
    """Reports on claims that come one after another in the format of that name, a line at a time; none is kept.

    Args:
        claims: the reports, in the order in which they are to stand.
        name: of a format that goes line by line, such as `jsonl` or `csv`.
        options: what that format lets one set; `claimtrack.reports.FORMATS` lists it.

    Raises:
        UnknownNameError: when there is no such format, with those that go line by line.
        TypeError: when the format has no such option.
    """
    row = find_format(name)
    if row.stream is None:
        raise UnknownNameError("format that goes line by line", name, [each.name for each in FORMATS if each.stream])
    return row.stream(((claim, claim.view) for claim in claims), **options)
