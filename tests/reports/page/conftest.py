"""What tests of the page share: pages made once."""

from __future__ import annotations

import pytest

from claimtrack import Outlet, Report
from claimtrack.model import Dating, StanceKind
from claimtrack.publishing import publish
from tests.reports.page.building import hostile
from tests.reports.page.pile import pile
from tests.support.building import article, rated, report, said


@pytest.fixture(scope="session")
def seeds_page(seeds: Report) -> str:
    """The page on the founding articles."""
    return publish(seeds, "html")


@pytest.fixture(scope="session")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on six invented articles that were read raw."""
    return pile(tmp_path_factory.mktemp("pile"), 6)


@pytest.fixture(scope="session")
def hostile_page() -> str:
    """The page on texts that mean harm."""
    return publish(hostile(), "html")


@pytest.fixture(scope="session")
def small_page() -> str:
    """The page on one claim with all that a claim can have: denials, limits, dates, links, ratings, a copy at hand."""
    paper = Outlet(key="outlet:harbour", name="Harbour Post", domains=["harbour.example"])
    dated = article("a1", published=Dating(on="2024-05-01"), url="https://harbour.example/dam", authors=["Ilse Brand"])
    told = report(
        paper,
        dated,
        article("a2", "outlet:valley", published=Dating(on="2024-05")),
        rated("outlet:harbour", "B"),
        said("S1", "person:brand", proposition="Water comes through the dam."),
        said("S2", "doc:survey", article="a2"),
        said("S3", "person:keeper", article="a3", stance=StanceKind.DENIES),
        said("S4", article="a2", stance=StanceKind.LIMITS, proposition="It leaks in spring alone."),
        said("S5", article="a2", stance=None, proposition="The dam is old."),
    )
    return publish(told, "html")
