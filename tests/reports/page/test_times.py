"""When a claim appeared: bars on one axis, and the same in sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Article, Dating, Period
from claimtrack.model.claims import TrackedClaim
from claimtrack.model.terms import Basis, ClaimKind
from claimtrack.reports.page.times import LEAST_WIDTH, Appearance, appearance, axis, dated
from claimtrack.testing import periods


def article(key: str, on: str = "") -> Article:
    """An article of that date."""
    return Article(key=key, published=Dating(on=on) if on else None)


def appeared(*articles: Article, about: str = "") -> Appearance:
    """When a claim that these make appeared."""
    times = (Period.parse(about),) if about else ()
    claim = TrackedClaim(
        key="c", label="", wording="The dam leaks.", kinds=(ClaimKind.FACT,), times=times, subjects=(), members=("c",), bearings=()
    )
    return appearance(claim, articles, [f"Paper {each.key}" for each in articles], axis(articles))


@given(st.lists(periods(), min_size=1))
def test_every_bar_lies_on_the_axis_and_can_be_seen(days: list[Period]) -> None:
    scale = axis(Article(key="a", published=Dating(on=on)) for on in days)
    assert scale is not None
    for bar in map(scale.bar, days):
        assert bar.width >= LEAST_WIDTH
        assert 0 <= bar.x <= bar.x + bar.width <= 100.02


def test_nothing_dated_has_no_axis() -> None:
    assert axis([article("a")]) is None


def test_the_first_and_the_last_known_appearance_are_told_with_the_days_between() -> None:
    found = appeared(article("b", "2024-05-03"), article("a", "2024-05-01"))
    assert found.told == ("First known appearance 2024-05-01 (Paper a), last 2024-05-03 (Paper b): 2 days from the first to the last.",)
    assert len(found.ticks) == 2


def test_undated_articles_are_told_as_such() -> None:
    assert appeared(article("a"), article("b")).told == ("2 articles that say so are not dated.",)
    assert appeared(article("a", "2024-05-01"), article("b")).told[-1] == "One article that says so is not dated."


def test_how_long_after_the_matter_a_claim_appeared_is_told() -> None:
    assert appeared(article("a", "2024-05-11"), about="2024-05-01").told[1].endswith("the first known appearance came 10 days later.")
    assert appeared(article("a", "2024-05-11"), about="2025").told[1] == "It is about 2025."


def test_a_date_says_how_it_is_known_unless_the_article_states_it() -> None:
    assert dated(None) == "not dated"
    assert dated(Dating(on="2024-05-01/2024-05-09", basis=Basis.INFERRED)) == "2024-05-01 to 2024-05-09 (inferred)"
