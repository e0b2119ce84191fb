"""A scorer of a user's own: the documented sentence embeddings, on vectors that stand in for a model's."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy
import pytest

from claimtrack import Blocker, Judgement, Ledger, Proposition, Scorer, Verdict, link, track
from claimtrack.claims import Collection, WordScorer, weigh
from claimtrack.files import Raw
from claimtrack.intake import read

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "use-your-own-scorer.md"
SHUT = Proposition(key="a", text="The old lighthouse at Skell was shut on Friday.", article="a")
CLOSED = Proposition(key="b", text="Keepers locked up the beacon of Skell for good.", article="b")
OPEN = Proposition(key="c", text="The old lighthouse at Skell was not shut on Friday.", article="c")
MARKET = Proposition(key="d", text="Plums were dear at the autumn market.", article="d")
ALL = (SHUT, CLOSED, OPEN, MARKET)


class Model:
    """A model for which whatever is about a light is near to all of its kind."""

    def __init__(self, name: str) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str], *, normalize_embeddings: bool) -> Any:
        assert normalize_embeddings
        self.asked += texts
        return numpy.array([[1.0, 0.0] if re.search("lighthouse|beacon", text) else [0.0, 1.0] for text in texts])


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page defines, with a module that stands in for sentence_transformers."""
    module = ModuleType("sentence_transformers")
    vars(module)["SentenceTransformer"] = Model
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    (code,) = (block for block in re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL) if "class Embedding" in block)
    found: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), found)
    return found


@pytest.fixture
def embedding(names: dict[str, Any]) -> Any:
    return names["Embedding"]("stand-in")


def test_what_the_page_defines_fits_the_seams(embedding: Any) -> None:
    scorer: Scorer = embedding
    blocker: Blocker = embedding.nearest
    assert len(weigh(ALL, scorer=scorer, blocker=blocker)) == 6


def test_a_cosine_is_an_item_of_the_bill_in_place_of_the_words(embedding: Any) -> None:
    score = embedding(ALL)
    near, far = score(SHUT, CLOSED), score(SHUT, MARKET)
    assert str(near.items[-1]) == "+4.0 embedding: a cosine of 1.00 by stand-in"
    assert far.items[-1].bits == -3.0
    assert "words" not in {item.comparison for item in near.items}
    assert near == score(CLOSED, SHUT)


def test_a_paraphrase_is_likelier_than_by_words(embedding: Any) -> None:
    assert embedding(ALL)(SHUT, CLOSED).bits > WordScorer(Collection(ALL))(SHUT, CLOSED).bits


def test_the_packaged_doubts_still_hold(embedding: Any) -> None:
    assert "opposite polarity" in embedding(ALL)(SHUT, OPEN).doubts


def test_each_text_is_embedded_once(embedding: Any) -> None:
    weigh(ALL, scorer=embedding, blocker=embedding.nearest)
    assert embedding.model.asked == sorted(each.text for each in ALL)


def test_the_nearest_come_as_pairs_and_each_once(names: dict[str, Any], embedding: Any) -> None:
    names["NEAREST"] = 1
    pairs = [(one.key, other.key) for one, other in embedding.nearest(ALL)]
    assert pairs == [("a", "b"), ("a", "c"), ("a", "d")]


def test_points_say_what_a_cosine_is_worth(names: dict[str, Any]) -> None:
    assert [names["BITS"].bits(cosine) for cosine in (-1.0, 0.3, 0.6, 0.9, 1.0)] == pytest.approx([-3.0, -3.0, 0.5, 4.0, 4.0])


ARTICLES = {
    "gazette.txt": "Light out\n\nThe old lighthouse at Skell was shut by its owner on Friday, Ada Quill said.\n",
    "mercury.txt": "Dark coast\n\nThe old beacon at Skell has been locked up by its owner, Bo Marsh said on Friday.\n",
}


def test_a_ledger_is_linked_with_it(embedding: Any) -> None:
    ledger, _ = read([Raw(name, text.encode()) for name, text in ARTICLES.items()], Ledger())
    (by_words,) = link(ledger).of(Judgement)
    (joined,) = link(ledger, scorer=embedding, blocker=embedding.nearest).of(Judgement)
    assert (by_words.verdict, joined.verdict) == (Verdict.UNSURE, Verdict.SAME)
    assert "+4.0 embedding: a cosine of 1.00 by stand-in" in joined.reasons


def test_a_report_on_raw_articles_takes_it(embedding: Any, tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert len(track(tmp_path).claims) == 2
    (joined,) = track(tmp_path, scorer=embedding, blocker=embedding.nearest).claims
    assert joined.lower == 2
