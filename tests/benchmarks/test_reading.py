"""How long reading takes: beside spaCy's blank tokenizer on the same text, and on inputs of doubling size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from claimtrack.articles import read_article
from claimtrack.errors import InputError
from claimtrack.model import Ledger
from claimtrack.statements import extract
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio

ARTICLES = Path(__file__).parents[1] / "accuracy" / "articles"
MOST = 32.0
"""Times the tokenizer's time: measured 20 with its cache warm as here, 9 on 67,000 words of fresh news. It cuts words only, in C."""
STEEPEST = 11.0
"""What the time may grow by when the input doubles twice: measured 3 to 5, 8 on a busy machine; quadratic work would show as 16."""
SIZES = (6_000, 12_000, 24_000)
"""Characters."""
SENTENCES = "Mayor Ada Quill said on Monday that the Tarn Bridge, which closed in May, would open “by noon or never.” The council balked. "
INPUTS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: f"{SENTENCES}\n\n" * (size // len(SENTENCES)),
    "one line": lambda size: SENTENCES * (size // len(SENTENCES)),
    "one long sentence": lambda size: "the envoy said that the bridge and " * (size // 35),
    "one word": lambda size: "a" * size,
    "quotation marks": lambda size: '"' * size,
    "curly quotation marks": lambda size: "“a” " * (size // 4),
    "open quotation marks": lambda size: "“he said ‘no " * (size // 13),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "commas": lambda size: "said, " * (size // 6),
    "names": lambda size: "Ada Quill met Bram Oddly. " * (size // 26),
    "blanks of every kind": lambda size: "said\u2003Ada\u00a0Quill\u2009that\u3000it\u202fis\u200bso. " * (size // 32),
    "from right to left": lambda size: "قال الوزير إن الجسر سيفتح. " * (size // 27),
    "line ends": lambda size: "said\n" * (size // 5),
    "acronyms": lambda size: "The Tarn Keepers Front (TKF) " * (size // 29),
    "nested pages": lambda size: "<html><body>" + "<div><p>The envoy said so.</p>" * (size // 30) + "</body></html>",
}


@pytest.mark.benchmark
def test_whole_reading_beside_the_blank_tokenizer(record: Recorder) -> None:
    import spacy  # here, since it takes a second, and every test run collects this file

    read = [read_article(path.read_bytes(), path.name, [])[0] for path in sorted(ARTICLES.glob("*.txt"))]
    view, tokenizer = Ledger().view, spacy.blank("en")
    words = sum(len(article.text.split()) for article in read)
    found = ratio(lambda: [extract(article, view) for article in read], lambda: [tokenizer(article.text) for article in read], rounds=9)
    print(f"\n{words:,} words: {found}; {words / found.ours:,.0f} words a second")
    record("reading articles whole", f"{words / found.ours:,.0f} words/s", "spaCy's blank tokenizer", found.value, MOST)
    assert found.value <= MOST


@pytest.mark.benchmark
@pytest.mark.parametrize("kind", INPUTS)
def test_the_time_of_reading_grows_with_the_input(kind: str, record: Recorder) -> None:
    times = [min(_seconds(INPUTS[kind](size), ".html" if kind == "nested pages" else ".txt") for _ in range(3)) for size in SIZES]
    print(f"\n{kind}: " + ", ".join(f"{size:,} {time:.2f} s" for size, time in zip(SIZES, times, strict=True)))
    record(f"reading four times as much: {kind}", times[-1], "once as much", times[-1] / max(times[0], 0.02), STEEPEST)
    assert times[-1] <= max(times[0], 0.02) * STEEPEST


def _seconds(text: str, suffix: str) -> float:
    data, view, start = text.encode(), Ledger().view, process_time()
    try:
        for article in read_article(data, f"long{suffix}", []):
            extract(article, view)
    except InputError:
        pass  # refused for a reason that is told; that takes its time too
    return process_time() - start
