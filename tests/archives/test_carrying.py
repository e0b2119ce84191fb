"""The carriers that an archive tells are those of its whole view."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.archives import carrying
from claimtrack.archives.carrying import Carrying, carried, decides
from claimtrack.archives.lookups import PLAIN, VERSION, spelled
from claimtrack.model import Article, Derivation, Judgement, Ledger, Maker, MakerKind, Outlet, Record, Verdict
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


def in_portions(*portions: Iterable[Record]) -> list[int]:
    """Carriers taken in a portion at a time are those of all records; how many were worked out anew each time."""
    renewed = []
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        kept = Counted(store)
        kept.renew()
        for portion in portions:
            mark = store.mark
            store.changes.watch()
            store.add(each for each in portion if not isinstance(each, Derivation))
            store.replace_links([each for each in portion if isinstance(each, Derivation)])
            store.names.update(spelled, VERSION, PLAIN)
            changed = [each for some in (store.changes.records(mark), store.changes.links()) for each in chain(*some)]
            before = dict(store.work("carriers").items())
            moved = kept.update([each for each in changed if decides(each)])
            after = dict(store.work("carriers").items())
            assert after == carried(store)
            assert moved == sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
            renewed.append(kept.renewed)
    return renewed


class Counted(Carrying):
    """Counts how often everything is worked out anew."""

    renewed = -1

    def renew(self) -> list[str]:
        self.renewed += 1
        return super().renew()


@st.composite
def copied(draw: st.DrawFn) -> tuple[list[Record], list[Record], list[Record]]:
    """Portions of articles of two outlets, one of them without a record of its own, and of copies among them that come and go."""
    keys = [f"a{place}" for place in range(6)]
    outlets = st.sampled_from(["outlet:wire", "outlet:unheard", "Harbour Post", ""])
    articles = [article(key, draw(outlets)) for key in keys]
    pairs = st.lists(
        st.tuples(st.sampled_from(keys), st.sampled_from([*keys, "unread", "outlet:wire"])).filter(lambda pair: pair[0] != pair[1]),
        max_size=4,
    )
    first, second, third = ([descends(*pair) for pair in draw(pairs)] for _ in range(3))
    cut = draw(st.integers(0, 6))
    return [*TOWN, *articles[:cut], *first], [*articles[cut:], *second], [*third]


@given(copied())
@settings(max_examples=8)
def test_carriers_taken_in_by_and_by_are_those_of_all(portions: tuple[list[Record], list[Record], list[Record]]) -> None:
    in_portions(*portions)


@given(coherent_ledgers() | adversarial_ledgers(), st.integers(1, 5))
@settings(max_examples=8)
def test_whatever_comes_by_and_by(ledger: Ledger, every: int) -> None:
    records = sorted(ledger, key=lambda record: record.id)
    in_portions(records[::every], [each for place, each in enumerate(records) if place % every])


def test_an_article_and_a_copy_that_come_do_not_have_everything_worked_out_anew() -> None:
    town = [*TOWN, article("a1"), article("a2", "outlet:wire"), article("a3", "outlet:wire")]
    assert in_portions(town, [article("a4", "outlet:wire"), descends("a4", "a1")], [descends("a2", "a1")], []) == [0, 0, 0, 0]


def test_a_persons_word_and_a_name_that_leads_somewhere_now_have_everything_worked_out_anew() -> None:
    judged = Judgement(left="a1", right="a2", verdict=Verdict.SAME, maker=ADA)
    town = [*TOWN, article("a1"), article("a2", "Far Bulletin")]
    assert in_portions(town, [Outlet(key="outlet:far", name="Far Bulletin")]) == [0, 1]
    assert in_portions(town, [judged]) == [0, 1]


def test_a_copy_of_two_outlets_does_not_have_everything_worked_out_anew() -> None:
    town = [*TOWN, article("a1"), article("a2", "outlet:wire"), article("a3", "outlet:wire")]
    assert in_portions(town, [descends("a3", "a1"), descends("a3", "a2")], [article("a4", "outlet:wire")]) == [0, 0, 0]


def test_an_article_of_an_agency_that_many_take_over_concerns_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "MOST", 4)
    many = [article(f"a{place}") for place in range(9)]
    taken = [descends(each.key, "outlet:wire") for each in many]
    more = [*taken, descends("b1", "outlet:wire")]
    assert in_portions([*TOWN, *many, *taken], [article("b1"), *more], [article("b2"), *more, descends("b2", "b1")]) == [1, 1, 1]


def test_what_many_follow_and_comes_to_follow_something_has_everything_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "MOST", 4)
    many = [article(f"a{place}") for place in range(9)]
    taken = [descends(each.key, "a0") for each in many[1:]]
    more = [*taken, descends("b1", "a0")]
    assert in_portions([*TOWN, *many, *taken], [article("b1"), *more], [*more, descends("a0", "outlet:wire")]) == [1, 1, 2]
