"""Articles are found with their inputs, and what is made of their texts does not depend on how they are spread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimtrack.archives.sources import Reader, Source, Sources, Telling, Tracing, opened, packed, together
from claimtrack.articles import read_article
from claimtrack.errors import InputError
from claimtrack.files import Raw
from claimtrack.model import View
from claimtrack.provenance.copies import Relation, Text, compare_texts, traces
from claimtrack.store import Input
from tests.store.archives import fresh

FIRE = (
    "The old rope works on Herring Street burned to the ground on Tuesday night, and nobody was hurt, the harbour office said.\n\n"
    "Crews from three towns pumped water out of the dock for six hours while the tide went out under them.\n\n"
    "The roof had been mended in spring for the first time since the works were closed.\n"
)
READER = Reader(View([]))


def raw(name: str, text: str = FIRE) -> Raw:
    return Raw(name, f"Rope works burn\n\n{text}".encode())


def source(given: Raw) -> Source:
    return Source(read_article(given.data, given.name)[0].article, given)


def text_of(given: Source) -> Text:
    ((_, found),) = READER.texts([given])
    assert found
    return found


def test_a_text_comes_back_from_its_bytes() -> None:
    told = text_of(source(raw("rope.txt")))
    assert opened(packed(told)) == told


def test_traces_of_a_batch_are_those_of_each_text_and_what_cannot_be_read_is_left_out() -> None:
    one, gone = source(raw("rope.txt")), source(raw("burnt.txt"))
    changed = Source(gone.article, raw("burnt.txt", "Nothing of it is left."))
    missing = Source(gone.article, Raw("lost.txt", path="/nowhere/lost.txt"))
    ((key, kept, text),) = Tracing(READER)([one, changed, missing])
    assert (key, kept, opened(text)) == (one.article.key, traces(text_of(one)).to_bytes(), text_of(one))


def test_pairs_are_compared_whether_their_texts_are_given_or_read_again() -> None:
    one, other = source(raw("gull-post.txt")), source(raw("tern-times.txt", FIRE + "\nThe mayor came in the morning."))
    couple = (one.article.key, other.article.key)
    texts = {each.article.key: text_of(each) for each in (one, other)}
    (pair,) = compare_texts(texts.__getitem__, [couple])
    told = Telling(READER, frozenset())(([couple], {couple[0]: one, couple[1]: other}))
    assert told == Telling(READER, frozenset())(([couple], {couple[0]: one, couple[1]: packed(texts[couple[1]])}))
    assert [each.relation for each in told] == [pair.relation] == [Relation.COPY]


def test_a_text_that_changed_behind_our_back_is_told() -> None:
    one, other = source(raw("gull-post.txt")), source(raw("tern-times.txt"))
    changed = Source(other.article, raw("tern-times.txt", "Nothing of it is left."))
    with pytest.raises(InputError, match="has changed since it was first read"):
        Telling(READER, frozenset())(([(one.article.key, other.article.key)], {"a": one, "b": changed}))


def test_articles_of_one_input_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.archives.sources.TOGETHER", 2)
    first, second, third = (source(raw(name)) for name in ("a.txt", "b.txt", "c.txt"))
    assert list(together([first, second, second, second, third])) == [[first, second, second, second], [third]]
    assert list(together([])) == []


@contextmanager
def sources(tmp_path: Path, came: bool) -> Iterator[tuple[Sources, Source]]:
    """An archive with one article, whose input is a file; noted as what it came of, or not."""
    path = tmp_path / "rope.txt"
    path.write_text(f"Rope works burn\n\n{FIRE}")
    given = source(Raw(str(path), path=str(path)))
    with fresh() as store, store.transaction(), store.scratch("places") as places:
        store.add([given.article])
        store.inputs.note(Input(str(path), "ab", 9, 1, (given.article.id,) if came else ()))
        yield Sources(store, {}, frozenset(), READER, places), given


@pytest.mark.parametrize("came", [True, False])
def test_an_article_is_found_in_its_input_as_long_as_that_is_at_hand(tmp_path: Path, came: bool) -> None:
    with sources(tmp_path, came) as (found, given):
        key = given.article.key
        assert found.articles(found.records([key, "article:none"])) == {key: given.article}
        assert list(found.sources([key, "article:none"])) == [given]
        Path(given.raw.path).unlink()
        assert list(found.sources([key])) == []
