"""What tests of reports share: the report on the founding articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import Report, track


@pytest.fixture(scope="session")
def seeds() -> Report:
    """The report on the founding articles."""
    return track(Path(__file__).parents[2] / "seeds")
