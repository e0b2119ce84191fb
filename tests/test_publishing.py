"""A report goes into a format by its name."""

import pytest

from claimtrack import UnknownNameError, track
from claimtrack.model import Ledger
from claimtrack.publishing import publish
from claimtrack.reports import FORMATS

EMPTY = track(Ledger())


@pytest.mark.parametrize("name", [row.name for row in FORMATS])
def test_every_format_renders_a_report_without_claims(name: str) -> None:
    assert isinstance(publish(EMPTY, name), str)


def test_a_slip_in_a_formats_name_is_told() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'markdown'"):
        publish(EMPTY, "markdwn")
