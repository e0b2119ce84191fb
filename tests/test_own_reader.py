"""Readers of a user's own: the documented spaCy extractor on a pipeline annotated by hand, and framers."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from claimtrack import Framing, Ledger, Speaker, Statement, Voice, track
from claimtrack.files import Raw
from claimtrack.intake import read
from claimtrack.model.reading import ArticleText

if TYPE_CHECKING:  # the one fixture that needs it imports it, which takes a second
    from spacy.tokens import Doc

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "use-your-own-reader.md"
TEXT = "Ferry to stop\n\nMinister Quill said that the ferry will stop on Monday.\n"
HEADS = {"Minister": ("Quill", "compound"), "Quill": ("said", "nsubj"), "that": ("stop", "mark"), "the": ("ferry", "det")}
HEADS |= {"ferry": ("stop", "nsubj"), "will": ("stop", "aux"), "stop": ("said", "ccomp"), "on": ("stop", "prep"), "Monday": ("on", "pobj")}


def annotated_by_hand(doc: Doc) -> Doc:
    """The tree of the one sentence, as a parser would give it."""
    places = {token.text: token.i for token in doc if token.i >= 4}
    for token in doc:
        head, label = HEADS.get(token.text, ("", "ROOT")) if token.i >= 4 else ("", "ROOT")
        token.head = doc[places[head]] if head else token
        token.dep_ = label
        token.lemma_ = {"said": "say"}.get(token.text, token.text.lower())
    return doc


@pytest.fixture
def extractor(tmp_path: Path) -> Any:
    """The extractor as the page shows it, with a pipeline that is loaded from a folder."""
    import spacy
    from spacy.language import Language

    Language.component("annotated_by_hand", func=annotated_by_hand)
    nlp = spacy.blank("en")
    nlp.add_pipe("annotated_by_hand")
    nlp.to_disk(tmp_path / "pipeline")
    (code,) = [block for block in re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL) if "class WithSpacy" in block]
    names: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), names)
    return names["WithSpacy"](tmp_path / "pipeline")


def test_the_documented_extractor_reads_who_says_what(extractor: Any) -> None:
    told, faults = read([Raw("ferry.txt", TEXT.encode())], Ledger(), extractor=extractor)
    assert not faults
    (statement,) = told.of(Statement)
    assert TEXT[statement.anchor.start : statement.anchor.end] == "Minister Quill said that the ferry will stop on Monday"
    assert (statement.voice, statement.proposition) == (Voice.INDIRECT, "the ferry will stop on Monday")
    assert statement.cue is not None
    assert statement.cue.text == "said"
    (speaker,) = told.of(Speaker)
    assert (speaker.name, statement.chain[0].holders) == ("Minister Quill", (speaker.key,))
    assert statement.maker is not None
    assert statement.maker.name.startswith("spaCy")


def test_a_report_stands_on_what_the_documented_extractor_read(extractor: Any, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ferry.txt").write_text(TEXT, "utf-8")
    report = track(tmp_path / "articles", extractor=extractor)
    assert [claim.claim.wording for claim in report.claims] == ["the ferry will stop on Monday"]


def opinion(article: ArticleText, statements: tuple[Statement, ...], /) -> tuple[Statement, ...]:
    assert all(each.article == article.article.key for each in statements)
    return tuple(attrs.evolve(each, framing=Framing.AUTHOR_OPINION) for each in statements)


def fewer(article: ArticleText, statements: tuple[Statement, ...], /) -> tuple[Statement, ...]:
    return statements[1:]


def test_a_framer_reframes_what_was_read() -> None:
    raw = [Raw("ferry.txt", TEXT.encode())]
    plain, framed = read(raw, Ledger())[0], read(raw, Ledger(), framer=opinion)[0]
    assert {each.key for each in plain.of(Statement)} == {each.key for each in framed.of(Statement)}
    assert {each.framing for each in framed.of(Statement)} == {Framing.AUTHOR_OPINION} != {each.framing for each in plain.of(Statement)}


def test_a_framer_works_in_other_processes_too() -> None:
    raw = [Raw(f"{number}.txt", TEXT.encode()) for number in range(3)]
    assert pickle.loads(pickle.dumps(opinion)) is opinion
    assert read(raw, Ledger(), framer=opinion, jobs=2) == read(raw, Ledger(), framer=opinion)


def test_a_framer_that_loses_statements_is_refused() -> None:
    with pytest.raises(ValueError, match="it may only reframe"):
        read([Raw("ferry.txt", TEXT.encode())], Ledger(), framer=fewer)


def test_an_anchor_made_for_a_plug_in_finds_its_words() -> None:
    told, _ = read([Raw("ferry.txt", TEXT.encode())], Ledger())
    for each in told.of(Statement):
        assert each.anchor.digest
        assert each.anchor.fragment
