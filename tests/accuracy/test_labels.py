"""The labelled articles load without faults, stand where they say, cover every hard case, and were made from their label files."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from claimtrack.files import load as load_files
from claimtrack.model import Article, Statement
from claimtrack.model.anchoring import AnchoredText, AnchorState
from claimtrack.model.terms import Polarity, Voice
from claimtrack.model.values import Span
from tests.accuracy.casefiles import case
from tests.accuracy.labels import FOLDER, Drop, Labelled, Row, load, names, world

LEAST_ARTICLES, LEAST_STATEMENTS, LEAST_EACH = 25, 400, 2

HARD_CASES = set(
    """
glued-sentences glued-subhead cut-sentence stray-markup hard-blank damaged-idiom
curly-marks straight-marks single-marks guillemets mixed-marks unclosed-quote apostrophes
quote-in-quote reopened-quote split-quote spliced-quote floating-quote orphan-quote brackets multi-sentence
scare-quotes title-in-quotes slogan-in-quotes headline-quote
according-initial according-middle according-final according-stacked
passive-by colon-cue noun-cue comparative-cue participle-cue coordinated-cues several-contents inverted-order statement-channel tag-before
pronoun-speaker descriptor-speaker apposition relative-speaker long-source collective document-speaker outlet-speaker media-descriptor
anonymous unresolved agentless place-metonym place-itself nested-chain two-speakers aside mind-reading name-variant acronym
negated-cue look-alike deontic-no-call idiom-forecast
denial-flat denial-rejection denial-source denial-counter denial-contentless presupposed-accusation
forecast pledge call hedge loaded-verb factive-verb booster doubting endorsement
currency relative-date near-miss told-twice
share-line related-stories teaser-twice biography disclaimer photo-credit party-photo star-footnote
duplicate-headline headline-after-mark date-prefix republication contradictory-notices
""".split()  # noqa: SIM905  a table reads better
)

LOOKS = {
    "guillemets": r"«.+»",
    "spliced-quote": r"…|\.\.\.",
    "brackets": r"\[.+\]",
    "cut-sentence": r"\w\n\n[a-z]",
    "unclosed-quote": r"[“\"]",
    "mixed-marks": r"“[^”]*\"|\"[^\"]*”",
    "single-marks": r"[‘']\w",
    "quote-in-quote": r"[‘'«]\w",
    "colon-cue": r":",
    "stray-markup": r"<\w+|&\w+;|##|em>",
    "currency": r"\d|crowns|marks",
    "acronym": r"\b[A-Za-z]{2,4}\b",
    "according-initial": r"(?i)(^|\W)according to",
    "according-middle": r", (?:according to|by its own account)[^,]*, ",
    "according-final": r"[^.], according to",
    "according-stacked": r"(?i)according to (?:which|[^,]*, according to)|, according to",
}
"""What a row's own words show where a hard case can be seen in them."""

every = pytest.mark.parametrize("name", names())


@pytest.fixture(scope="module")
def articles() -> list[Labelled]:
    return [load(name) for name in names()]


def words(labelled: Labelled, part: Row | Drop) -> str:
    return labelled.text[slice(*part.anchor)]


def uncovered(labelled: Labelled) -> list[str]:
    """The stretches of three words and more that no row and no drop covers."""
    held = [" "] * len(labelled.text)
    for start, end in (part.anchor for part in labelled.parts):
        held[start:end] = "x" * (end - start)
    free = [labelled.text[slice(*match.span())] for match in re.finditer(r" +", "".join(held))]
    return [words for words in free if len(re.findall(r"\w+", words)) > 2]


def test_all_case_files_load_without_faults_and_share_their_speakers() -> None:
    loaded = load_files([FOLDER])
    assert not loaded.faults
    assert not loaded.skipped
    assert not loaded.ledger.view.conflicts


@every
def test_a_case_file_is_what_its_labels_make(name: str) -> None:
    written = (FOLDER / f"{name}.toml").read_text()
    assert written == case(load(name)), "labels and case file differ; run python -m tests.accuracy.casefiles"


@every
def test_a_case_file_has_one_article_of_that_text(name: str) -> None:
    records = [record for record in load_files([FOLDER / f"{name}.toml"]).ledger if isinstance(record, Article)]
    assert [record.key for record in records] == [f"article:{name}"]
    assert records[0].length == len(load(name).text)


@every
def test_every_anchor_is_exact_and_its_fragment_fits_no_other_place(name: str) -> None:
    text = load(name).text
    page = AnchoredText(text)
    for record in load_files([FOLDER / f"{name}.toml"]).ledger:
        if isinstance(record, Statement):
            found = page.find(record.anchor)
            assert (found.state, found.unique) == (AnchorState.EXACT, True), record.key


@every
def test_cues_and_quotations_are_where_they_are_said_to_be(name: str) -> None:
    text = load(name).text
    for record in load_files([FOLDER / f"{name}.toml"]).ledger:
        if isinstance(record, Statement):
            assert not record.cue or record.cue.text in ("", " ".join(text[record.cue.start : record.cue.end].split()))
            assert all(text[quote.start - 1] in "“\"«‘'" or inner(record, quote) for quote in record.quotes), record.key


def inner(record: Statement, quote: Span) -> bool:
    """Whether a quotation is a sentence inside of a longer one that another row holds."""
    return (record.anchor.start, record.anchor.end) == (quote.start, quote.end)


@every
def test_nothing_but_scraps_is_left_without_a_label(name: str) -> None:
    labelled = load(name)
    assert all(len(re.findall(r"\w+", stretch)) <= 9 for stretch in uncovered(labelled))


@every
def test_no_statement_stands_where_there_is_none(name: str) -> None:
    labelled = load(name)
    for drop in labelled.drops:
        for row in labelled.rows:
            assert row.anchor[1] <= drop.anchor[0] or drop.anchor[1] <= row.anchor[0], (row.number, words(labelled, drop))


@every
def test_speech_is_authorial_exactly_when_nobody_else_holds_it(name: str) -> None:
    for row in load(name).rows:
        assert (row.voice is Voice.AUTHORIAL) == (not row.chain), row.number
        assert row.proposition.endswith("."), row.number
        assert not row.quotes or row.voice is not Voice.INDIRECT, row.number


def test_the_set_is_large_enough(articles: list[Labelled]) -> None:
    assert len(articles) >= LEAST_ARTICLES
    assert sum(len(labelled.rows) for labelled in articles) >= LEAST_STATEMENTS
    assert all(150 <= len(labelled.text.split()) <= 450 for labelled in articles)


def test_every_hard_case_occurs_in_two_articles_and_every_tag_is_a_hard_case_or_a_kind(articles: list[Labelled]) -> None:
    held = Counter(tag for labelled in articles for tag in labelled.tags)
    assert not [tag for tag in HARD_CASES if held[tag] < LEAST_EACH]
    assert not {tag for labelled in articles for part in labelled.parts for tag in part.tags} - set(HARD_CASES)


def test_a_hard_case_that_can_be_seen_is_seen(articles: list[Labelled]) -> None:
    for labelled in articles:
        for part in labelled.parts:
            for tag in set(part.tags) & LOOKS.keys():
                around = labelled.text[max(0, part.anchor[0] - 16) : part.anchor[1] + 4]
                assert re.search(LOOKS[tag], around), (labelled.name, tag, around)


def test_denials_deny_and_are_of_five_kinds(articles: list[Labelled]) -> None:
    held = Counter(tag for labelled in articles for row in labelled.rows if row.polarity is Polarity.DENY for tag in row.tags)
    assert {"denial-flat", "denial-rejection", "denial-source", "denial-contentless"} <= held.keys()
    assert "denial-counter" in {tag for labelled in articles for tag in labelled.tags}


def test_no_speaker_or_outlet_is_listed_in_vain(articles: list[Labelled]) -> None:
    told = "\n".join((FOLDER / f"{labelled.name}.toml").read_text() for labelled in articles)
    assert not [key for key in world() if f'"{key}"' not in told]
