"""What tests of the page share: pages made once."""

from __future__ import annotations

import pytest

from claimtrack import Report
from claimtrack.publishing import publish
from tests.reports.page.building import hostile


@pytest.fixture(scope="session")
def seeds_page(seeds: Report) -> str:
    """The page on the founding articles."""
    return publish(seeds, "html")


@pytest.fixture(scope="session")
def hostile_page() -> str:
    """The page on texts that mean harm."""
    return publish(hostile(), "html")
