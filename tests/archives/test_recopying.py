"""Looking for copies in an archive that grows comes to what looking for them among all its articles comes to."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from claimtrack import intake
from claimtrack.archives.keeping import link_into, read_into
from claimtrack.archives.recopying import recopy
from claimtrack.articles import read_article
from claimtrack.files import Raw
from claimtrack.linking import link
from claimtrack.model import Derivation, Ledger, Outlet
from claimtrack.store import Input, Store
from claimtrack.testing import corpus

MADE = corpus(16, seed=5)


def inputs(path: Path) -> list[Raw]:
    """The articles of the corpus as files."""
    folder = path / "articles"
    folder.mkdir()
    for name, text in MADE.articles:
        (folder / name).write_text(text, encoding="utf-8")
    return [Raw(str(path), path=str(path)) for path in sorted(folder.iterdir())]


def at_once(store: Store, raw: list[Raw]) -> Ledger:
    records = Ledger(store)
    return link(records, intake.texts(raw, records))


@pytest.mark.parametrize("portions", [pytest.param(1, marks=pytest.mark.slow), 4])
def test_an_archive_linked_as_it_grows_has_the_links_of_all_at_once(tmp_path: Path, portions: int) -> None:
    raw = inputs(tmp_path)
    shuffled = Random(portions).sample(raw, len(raw))
    with Store(tmp_path / "archive.db") as store:
        store.add(MADE.case)
        for start in range(portions):
            read_into(store, sorted(shuffled[start::portions], key=lambda each: each.name))
            link_into(store)
        whole = at_once(store, raw)
        derived = set(store.links.each(Derivation))
        assert derived == set(whole.of(Derivation)) != set()
        assert whole <= store.links.ledger


@pytest.mark.slow
def test_the_number_of_jobs_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.archives.sources.TOGETHER", 4)
    raw, found = inputs(tmp_path), []
    for jobs in (1, 2):
        with Store(tmp_path / f"{jobs}.db") as store:
            store.add(MADE.case)
            with store.transaction():
                for each in raw:
                    articles = [read.article for read in read_article(each.data, each.name, MADE.case.of(Outlet))]
                    store.add(articles)
                    store.inputs.note(Input(each.name, "ab", 9, 1, tuple(article.id for article in articles)))
            recopy(store, raw, jobs)
            found.append(([*store.links.lines], [*store.work("copies").values()], [*store.work("descents").values()]))
    assert found[0] == found[1]
    assert found[0][0]


@pytest.mark.slow
def test_another_name_of_an_outlet_has_the_texts_compared_again(tmp_path: Path) -> None:
    raw = inputs(tmp_path)
    outlet = MADE.case.of(Outlet)[0]
    with Store(tmp_path / "archive.db") as store:
        store.add(MADE.case)
        read_into(store, raw)
        link_into(store)
        store.add([Outlet(key=outlet.key, name=outlet.name, aliases=["Agency of the North"])])
        link_into(store)
        assert set(store.links.each(Derivation)) == set(at_once(store, raw).of(Derivation))


@pytest.mark.slow
def test_what_is_gone_from_the_disk_stays_as_it_was_compared(tmp_path: Path) -> None:
    raw = inputs(tmp_path)
    with Store(tmp_path / "archive.db") as store:
        store.add(MADE.case)
        read_into(store, raw)
        link_into(store)
        before = list(store.links.lines)
        for path in (tmp_path / "articles").iterdir():
            path.unlink()
        link_into(store)
        assert list(store.links.lines) == before


@pytest.mark.slow
def test_articles_that_were_known_before_their_texts_came_are_compared(tmp_path: Path) -> None:
    raw = inputs(tmp_path)
    with Store(tmp_path / "first.db") as first, Store(tmp_path / "archive.db") as store:
        first.add(MADE.case)
        read_into(first, raw)
        store.merge(first)
        read_into(store, raw)
        link_into(store)
        assert set(store.links.each(Derivation)) == set(at_once(store, raw).of(Derivation)) != set()
