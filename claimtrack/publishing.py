"""A report put into a format, with what that format asks for beside it."""

from __future__ import annotations

from typing import Any

from claimtrack.model.reports import Report
from claimtrack.reliability import outlet_conduct, speaker_conduct
from claimtrack.reports import find_format


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
