"""The five founding articles, when their texts are at hand: CLAIMTRACK_TEXTS names the folder."""

import hashlib
import os
from pathlib import Path

import pytest

from claimtrack import load
from claimtrack.articles import read_article
from claimtrack.model import Article, Outlet
from claimtrack.model.reading import ArticleText

TEXTS = os.environ.get("CLAIMTRACK_TEXTS", "")
pytestmark = pytest.mark.skipif(not TEXTS, reason="the texts are third parties'; set CLAIMTRACK_TEXTS to a folder that has them")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def found() -> dict[str, ArticleText]:
    """Each founding article as read, by the digest of its text."""
    records = load([SEEDS], references=False).ledger
    outlets = [record for record in records if isinstance(record, Outlet)]
    texts = (path.read_bytes() for path in sorted(Path(TEXTS).glob("*.txt")))
    return {hashlib.sha256(data).hexdigest(): read_article(data, "x.txt", outlets)[0] for data in texts}


@pytest.fixture(scope="module")
def annotated() -> list[Article]:
    """The articles as annotated by hand."""
    return [record for record in load([SEEDS], references=False).ledger if isinstance(record, Article)]


def test_titles_authors_lengths_and_datelines_are_as_annotated(found: dict[str, ArticleText], annotated: list[Article]) -> None:
    for article in annotated:
        read = found[article.digest].article
        assert (read.title, read.authors, read.length, read.dateline) == (article.title, article.authors, article.length, article.dateline)


def test_stated_dates_are_found_and_others_left_unknown(found: dict[str, ArticleText], annotated: list[Article]) -> None:
    for article in annotated:
        read = found[article.digest].article.published
        stated = article.published is not None and str(article.published.basis) == "stated"
        assert (read.on if read else None) == (article.published.on if stated and article.published else None)


def test_outlets_are_right_or_unknown(found: dict[str, ArticleText], annotated: list[Article]) -> None:
    pairs = [(found[article.digest].article.outlet, article.outlet) for article in annotated]
    assert all(read in {"", outlet} for read, outlet in pairs)
    assert sum(bool(read) for read, _ in pairs) == 3


def test_the_republication_is_found_and_its_contradiction_flagged(found: dict[str, ArticleText]) -> None:
    (republished,) = [article for article in found.values() if any(str(item.kind) == "republication" for item in article.derivations)]
    assert [item.source for item in republished.derivations] == ["outlet:korybko-substack"]
    assert all("contradicts" in item.note for item in republished.article.notices)
