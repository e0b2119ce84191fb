"""Reading into an archive: what it costs does not grow with what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest

from claimtrack.archives.keeping import link_into, read_into
from claimtrack.archives.suggesting import SUGGESTED
from claimtrack.files import Raw
from claimtrack.model import Article, Judgement, Maker, Retraction, Speaker
from claimtrack.model.terms import MakerKind, SpeakerKind
from claimtrack.statements.speakers import MAKER
from claimtrack.store.connection import Connection
from tests.store.archives import fresh

ADA = Maker(name="Ada Quill", kind=MakerKind.PERSON)
TEXT = b"Bridge to open\n\nMayor Mara Quill said that the Tarn Bridge would open on day 3. The HWU said that it would not.\n"


def raw(name: str, text: bytes = TEXT) -> Raw:
    return Raw(name, text)


class Given:
    """Counts the rows that an archive gives out."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.rows = 0
        all_at_once, some_at_a_time = Connection.rows, Connection.chunks

        def rows(connection: Connection, question: str, values: Sequence[Any] = ()) -> list[Any]:
            return list(self._counted(all_at_once(connection, question, values)))

        def chunks(connection: Connection, question: str, values: Sequence[Any] = (), size: int | None = None) -> Iterator[list[Any]]:
            return (list(self._counted(part)) for part in some_at_a_time(connection, question, values, size))

        patch.setattr(Connection, "rows", rows)
        patch.setattr(Connection, "chunks", chunks)

    def _counted(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            self.rows += 1
            yield row


def rows_for_one_more(patch: pytest.MonkeyPatch, many: int) -> int:
    """The rows that are looked at to read one article where so many others are, with as many speakers that they named."""
    with fresh() as store, patch.context() as patched:
        store.add(Article(key=f"article:a{number}", digest=f"{number:032x}") for number in range(many))
        store.add(
            Speaker(key=f"person:p{number}", name=f"Tom W{'ab' * number}e", kind=SpeakerKind.PERSON, maker=MAKER) for number in range(many)
        )
        read_into(store, [raw("first.txt", b"A day\n\nA fine day it was.\n")])
        given = Given(patched)
        assert read_into(store, [raw("one.txt")]).articles == 1
        return given.rows


def test_reading_one_article_looks_at_no_more_where_many_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (rows_for_one_more(monkeypatch, number) for number in (5, 60))
    assert 0 < few == many < 40


def test_a_text_that_came_from_elsewhere_is_not_read_again_until_it_is_taken_back() -> None:
    with fresh() as store, fresh() as other:
        read_into(other, [raw("one.txt")])
        store.merge(other)
        assert read_into(store, [raw("two.txt")]).articles == 0
        (article,) = store.each(Article)
        store.add([Retraction(record=article.id, reason="twice", maker=ADA)])
        assert read_into(store, [raw("three.txt", TEXT.replace(b"\n", b"\r\n"))]).articles == 1


def test_a_name_that_is_taken_is_told_apart() -> None:
    with fresh() as store, fresh() as other:
        read_into(other, [raw("may/one.txt")])
        store.merge(other)
        read_into(store, [raw("june/one.txt", b"Ferry\n\nThe ferry sails.\n")])
        (first,) = other.keys(Article)
        assert {key[: len(first)] for key in store.keys(Article)} == {first}
        assert len(store.keys(Article)) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_that_come_together_are_read_each_and_those_that_were_there_not_whatever_the_jobs(jobs: int) -> None:
    same = [raw(f"{number}.txt", b"Ferry\n\nThe ferry sank, Tom Wade said.\n") for number in range(10)]
    with fresh() as store, fresh() as other:
        read_into(other, [raw("one.txt")])
        store.merge(other)
        told = read_into(store, [*(raw(f"a{each.name}") for each in same), *same], jobs=jobs)
        assert (told.articles, len(store.keys(Article))) == (10, 11)


def test_speakers_that_people_recorded_are_recognized() -> None:
    with fresh() as store:
        store.add([Speaker(key="person:mayor", name="Mara Quill", kind=SpeakerKind.PERSON, maker=ADA)])
        read_into(store, [raw("one.txt")])
        assert not {key for key in store.keys(Speaker) if key.startswith("person:")} - {"person:mayor"}


def test_suggestions_on_speakers_are_no_proposals_on_statements() -> None:
    with fresh() as store:
        texts = b"Envoy Sergei Brandt said that the toll is fair.", b"Envoy Sergey Brandt said that the bridge will close."
        read_into(store, [raw(f"{place}.txt", b"A day\n\n" + text + b"\n") for place, text in enumerate(texts)])
        assert store.links.tally(Judgement, "verdict", "maker.name") == {SUGGESTED: 1}
        assert link_into(store).proposals == 0
