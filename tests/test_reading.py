"""Tests of reading many articles at once: keys of their own, other extractors, several processes, nothing twice."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack import Article, Derivation, Fault, Framing, Ledger, Speaker, SpeakerKind, Statement, View, Voice
from claimtrack.cli import main
from claimtrack.errors import Place
from claimtrack.files import Raw, load
from claimtrack.intake import Read, places, read
from claimtrack.model.reading import ArticleText, Extraction
from claimtrack.model.values import Anchor, digest
from claimtrack.seams import Extractor
from claimtrack.workers import in_order

NONE = Ledger([])
TEXT = "{}\n\nMayor Ada Quill said that the Tarn Bridge would open on {}.\n\nThis article was originally published on the Fellgate Echo.\n"


def raw(name: str, day: str = "Monday") -> Raw:
    return Raw(name, TEXT.format("Bridge to open", day).encode())


def keys(ledger: Ledger) -> set[str]:
    return {article.key for article in ledger.of(Article)}


def first_words(article: ArticleText, view: View, /) -> Extraction:
    """An extractor of somebody else's: each article says its first ten letters."""
    anchor = Anchor(start=0, end=10, digest=digest(article.text[:10]), fragment="")
    name = article.article.key
    said = Statement(key=f"{name[8:]}:first", article=name, anchor=anchor, voice=Voice.AUTHORIAL, framing=Framing.REPORTED_FACT)
    return Extraction((said,), (Speaker(key="person:quill", name="Quill", kind=SpeakerKind.PERSON),))


def test_files_of_one_name_in_two_folders_stay_two_articles() -> None:
    told, faults = read([raw("may/bridge.txt", "Monday"), raw("june/bridge.txt", "Friday")], NONE)
    assert not faults
    assert len(keys(told)) == 2
    assert all(key.startswith("article:bridge-") for key in keys(told))
    assert not told.conflicts()
    assert {each.derived for each in told.of(Derivation)} == keys(told)
    assert {each.article for each in told.of(Statement)} == keys(told)
    assert {article.digest[:8] for article in told.of(Article)} == {key[-8:] for key in keys(told)}


def test_the_order_of_the_files_does_not_matter() -> None:
    both = [raw("may/bridge.txt", "Monday"), raw("june/bridge.txt", "Friday"), raw("ferry.txt")]
    assert read(both, NONE) == read(both[::-1], NONE)


def test_a_text_that_is_known_already_is_not_read_again_and_another_of_its_name_is_told_apart() -> None:
    known, _ = read([raw("bridge.txt", "Monday")], NONE)
    assert keys(known) == {"article:bridge"}
    again, _ = read([raw("elsewhere/bridge.txt", "Monday")], known)
    assert not list(again)
    other, _ = read([raw("bridge.txt", "Friday")], known)
    assert len(keys(other)) == 1
    assert not (known | other).conflicts()


def test_what_a_case_file_says_of_an_article_joins_what_is_read() -> None:
    told, _ = read([raw("bridge.txt")], Ledger([Article(key="article:bridge", title="Bridge to open")]))
    assert keys(told) == {"article:bridge"}


def test_a_plain_function_is_an_extractor() -> None:
    fits: Extractor = first_words
    told, _ = read([raw("bridge.txt")], NONE, extractor=fits)
    assert [each.key for each in told.of(Statement)] == ["bridge:first"]
    assert [each.key for each in told.of(Speaker)] == ["person:quill"]


def test_any_number_of_processes_gives_the_same() -> None:
    inputs = [raw(f"{number}/bridge.txt", f"day {number}") for number in range(20)] + [Raw("broken.txt", b"\x00\x01\x02" * 50)]
    alone, faults = read(inputs, NONE, extractor=first_words)
    assert faults
    assert len(keys(alone)) == 20
    assert read(inputs, NONE, extractor=first_words, jobs=2) == (alone, faults)


def test_the_reading_can_be_watched_input_by_input() -> None:
    seen: list[tuple[int, tuple[Fault, ...]]] = []

    def watched(parts: Iterator[Read]) -> Iterator[Read]:
        for records, faults in parts:
            seen.append((len(records), faults))
            yield records, faults

    told, _ = read([raw("bridge.txt"), raw("ferry.txt")], NONE, watched=watched)
    assert len(seen) == 2
    assert sum(many for many, _ in seen) >= len(told)


def test_workers_keep_the_order_and_pass_on_errors() -> None:
    assert list(in_order(math.sqrt, range(40), 2)) == [math.sqrt(number) for number in range(40)]
    with pytest.raises(ValueError, match="math domain error"):
        list(in_order(math.sqrt, [4, -1], 2))


def test_the_command_reads_with_several_processes(tmp_path: Path) -> None:
    for folder in ("may", "june"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bridge.txt").write_bytes(raw("", folder).data)
    found = CliRunner().invoke(main, ["read", str(tmp_path), "--jobs", "2", "-o", str(tmp_path / "out.jsonl")])
    assert found.exit_code == 0, found.output
    assert found.stderr.startswith("2 articles read")
    assert len(load([tmp_path / "out.jsonl"]).ledger.view.articles) == 2


GERMAN = "Die Brücke wird am Montag geschlossen, sagte die Ministerin. Der Rat war nicht dafür, und das ist auch gut so, sagte er. " * 2
ARABIC = "قال الوزير إن الجسر سيفتح يوم الاثنين بعد أن أغلق لمدة عامين كاملين. " * 3


@pytest.mark.parametrize(
    ("text", "why"),
    [(GERMAN, "not English by its words"), (ARABIC, "not written in Latin letters"), ("部长说，这座桥将于星期一开放。" * 4, "Latin")],
)
def test_a_text_in_another_language_is_told_and_not_read(text: str, why: str) -> None:
    told, (fault,) = read([Raw("bridge.txt", text.encode()), raw("ferry.txt")], NONE)
    assert why in str(fault)
    assert "bridge.txt" in str(fault)
    assert keys(told) == {"article:bridge", "article:ferry"}
    assert {statement.article for statement in told.of(Statement)} == {"article:ferry"}
    assert read([Raw("bridge.txt", text.encode())], told) == (Ledger(), ())


@pytest.mark.parametrize(
    "text", ["Bridge open. Ferry gone.", "Ada Quill: No.", "Ada Quill said that the bridge is open for everybody on the island."]
)
def test_short_and_english_texts_are_read(text: str) -> None:
    assert not read([Raw("bridge.txt", text.encode())], NONE)[1]


def test_an_extractor_of_ones_own_may_read_other_languages() -> None:
    told, faults = read([Raw("bridge.txt", GERMAN.encode())], NONE, extractor=first_words)
    assert not faults
    assert told.of(Statement)


def test_the_command_says_what_it_does_not_read(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(GERMAN, "utf-8")
    found = CliRunner().invoke(main, ["read", "--show", str(tmp_path / "bridge.txt")])
    assert "only English is read" in found.output
    assert CliRunner().invoke(main, ["read", str(tmp_path / "bridge.txt")]).exit_code == 2


class TestPlaces:
    def test_articles_and_statements_are_found_in_their_files_by_line_and_column(self) -> None:
        told, _ = read([raw("may/bridge.txt")], NONE)
        at = places([raw("may/bridge.txt")], told)
        (article,) = told.of(Article)
        assert at[article.id] == Place("may/bridge.txt", 1)
        assert {at[each.id] for each in told.of(Statement)} >= {Place("may/bridge.txt", 3, 1)}

    def test_one_text_under_two_names_has_a_place_in_each_file(self) -> None:
        both = [raw("bridge.txt"), raw("tarn.txt")]
        told, _ = read(both, NONE)
        at = places(both, told)
        assert {article.key: at[article.id].file for article in told.of(Article)} == {
            "article:bridge": "bridge.txt",
            "article:tarn": "tarn.txt",
        }

    def test_an_article_that_was_recorded_before_is_found_by_its_text(self) -> None:
        known, _ = read([raw("bridge.txt")], NONE)
        assert set(places([raw("elsewhere/other.txt")], known).values()) >= {Place("elsewhere/other.txt", 1)}

    def test_what_cannot_be_read_is_passed_over(self) -> None:
        assert places([Raw("empty.txt", b""), Raw("gone.txt", path="gone.txt")], NONE) == {}
