"""The carriers that an archive tells are those of its whole view."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.archives.carrying import carried
from claimtrack.model import Article, Judgement, Ledger, Maker, MakerKind, Verdict
from claimtrack.provenance import Carriers
from claimtrack.store import Store
from claimtrack.testing import adversarial_ledgers, coherent_ledgers
from tests.support.building import TOWN, article, descends

ADA = Maker(name="Ada", kind=MakerKind.PERSON)


def alike(ledger: Ledger) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        store.add(ledger)
        told = carried(store)
    view = ledger.view
    whole = Carriers(view)
    for key, each in view.articles.items():
        assert told.get(key, each.outlet or key) == whole.of(key)
    for key in view.outlets.keys() - view.articles.keys():
        assert told.get(key, key) == whole.of(key)


@given(coherent_ledgers() | adversarial_ledgers())
@settings(max_examples=8)
def test_carriers_from_few_columns_are_those_of_the_whole(ledger: Ledger) -> None:
    alike(ledger)


@given(st.sampled_from(Verdict), st.booleans())
@settings(max_examples=6)
def test_a_persons_word_on_two_articles_counts(verdict: Verdict, copied: bool) -> None:
    judged = Judgement(left="a1", right="a2", verdict=verdict, maker=ADA)
    alike(Ledger([*TOWN, article("a1"), article("a2", "outlet:wire"), judged, *([descends("a1", "a2")] if copied else [])]))


def test_an_article_that_two_records_describe_is_read_in_full() -> None:
    one = Article(key="a1", url="https://echo.example/a")
    other = Article(key="a1", outlet="outlet:wire", maker=ADA)
    alike(Ledger([*TOWN, one, other, attrs.evolve(one, key="a2", outlet="outlet:harbour")]))
