"""An article becomes statements: who says it through whom, in which voice, where it stands, and what is left to the article itself."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Article, Ledger, Speaker, Statement, View
from claimtrack.model.anchoring import AnchoredText, AnchorState
from claimtrack.model.reading import ArticleText, Block, Dropped
from claimtrack.model.terms import Certainty, Role, SpeakerKind, Voice
from claimtrack.statements import Extraction, extract
from claimtrack.statements.extract import laid_out
from tests.statements.work import calls

PARAGRAPHS = (
    "Quill: bridge to open on Monday",
    "The Tarn Bridge was closed for two years. Minister Ada Quill said that it would open on Monday.",
    "“The bridge has never been safer,” Quill said. She called the toll “a fair price” for dry feet.",
    "Quill said that the harbour engineers had warned that the old deck would fail within a year.",
    "The toll is 40 crowns, while Bram Oddly, an opposition lawmaker, called for a free crossing.",
    "The bridge is safe, according to an inspection report.",
)
CREDIT = "Share this story: Quill said that all readers should share it."
WORDS = (
    "Quill",
    "said",
    "that",
    "the",
    "bridge",
    "is",
    "safe",
    "according",
    "to",
    "was",
    "accused",
    "it",
    "who",
    ",",
    ".",
    "“",
    "”",
    '"',
    "'",
    ":",
    "—",
    "(",
    ")",
    "\n",
)
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def article(*paragraphs: str, drop: str = "", roles: tuple[Role, ...] = ()) -> ArticleText:
    """An article of paragraphs, the one in `drop` left out of what is read."""
    text, blocks, dropped = "\n\n".join(paragraphs), [], []
    place = 0
    for paragraph, role in itertools.zip_longest(paragraphs, roles, fillvalue=Role.BODY):
        assert isinstance(paragraph, str)
        end = place + len(paragraph)
        if paragraph == drop:
            dropped.append(Dropped(place, end, "boilerplate"))
        elif paragraph:
            blocks.append(Block(place, end, Role(role)))
        place = end + 2
    known = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    described = Article(key="article:bridge", digest=known, length=len(text))
    return ArticleText(article=described, text=text, reading=text, blocks=tuple(blocks), dropped=tuple(dropped))


BRIDGE = article(*PARAGRAPHS, roles=(Role.HEADLINE,))


def read(*paragraphs: str, view: View | None = None) -> tuple[Statement, ...]:
    return extract(article(*paragraphs), view).statements


def words(statement: Statement, text: str) -> str:
    return text[statement.anchor.start : statement.anchor.end]


def holders(statement: Statement) -> list[tuple[str, ...]]:
    return [link.holders for link in statement.chain]


@pytest.mark.parametrize(
    ("sentence", "voice", "quotes"),
    [
        ("“The bridge has never been safer,” Ada Quill said.", Voice.DIRECT, ["The bridge has never been safer,"]),
        ("Ada Quill said the toll was “a fair price” for dry feet.", Voice.MIXED, ["a fair price"]),
        ("Ada Quill said that the bridge would open.", Voice.INDIRECT, []),
        ("The Tarn Bridge was closed for two years.", Voice.AUTHORIAL, []),
    ],
)
def test_the_voice_is_told_by_the_share_of_quoted_words(sentence: str, voice: Voice, quotes: list[str]) -> None:
    (statement,) = read(sentence)
    assert statement.voice is voice
    assert [sentence[quote.start : quote.end] for quote in statement.quotes] == quotes


def test_a_statement_says_where_its_source_cue_and_content_stand() -> None:
    text = "Minister Ada Quill said that the bridge would open."
    (statement,) = read(text)
    assert statement.source is not None
    assert statement.cue is not None
    assert text[statement.source.start : statement.source.end] == "Minister Ada Quill"
    assert (text[statement.cue.start : statement.cue.end], statement.cue.text) == ("said", "said")
    assert [text[piece.start : piece.end] for piece in statement.content] == ["that the bridge would open"]
    assert statement.proposition == "the bridge would open"
    assert words(statement, text) == text.rstrip(".")


def test_who_speaks_through_whom_is_a_chain() -> None:
    found = read("Ada Quill said that the Harbour Union had warned that the old deck would fail within a year.")
    assert [holders(statement) for statement in found] == [[("person:ada-quill",)], [("person:ada-quill",), ("org:harbour-union",)]]


def test_a_nested_holder_who_is_the_outer_one_again_makes_no_longer_chain() -> None:
    found = read("Ada Quill said that she had warned that the old deck would fail within a year.")
    assert {tuple(holders(statement)) for statement in found} == {(("person:ada-quill",),)}


def test_an_agentless_statement_has_a_holder_who_is_not_resolved() -> None:
    (statement,) = read("It was reported that the bridge was unsafe.")
    assert [link.certainty for link in statement.chain] == [Certainty.UNRESOLVED]


def test_what_is_left_of_a_sentence_is_the_article_s_own() -> None:
    text = PARAGRAPHS[4]
    own = [words(statement, text) for statement in read(text) if statement.voice is Voice.AUTHORIAL]
    assert own == ["The toll is 40 crowns"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open on Monday, according to Ada Quill, a keeper of lamps in Port Lune.",
        "“The bridge will open on Monday,” said Ada Quill, a keeper of lamps in Port Lune.",
        "“The bridge will open on Monday,” said Ada Quill, who is a keeper of lamps.",
        "“The bridge will open on Monday,” Ada Quill, a keeper of lamps in Port Lune, said.",
    ],
)
def test_who_a_speaker_is_states_nothing(text: str) -> None:
    (statement,) = read(text)
    assert (statement.proposition.strip("“”,"), holders(statement)) == ("The bridge will open on Monday", [("person:ada-quill",)])


def test_what_else_is_told_of_a_speaker_is_kept() -> None:
    told = [each.proposition for each in read("“The bridge will open on Monday,” said Ada Quill, who resigned from the board in May.")]
    assert told == ["“The bridge will open on Monday,”", "who resigned from the board in May"]


def test_what_something_came_of_is_told_whole() -> None:
    assert [each.proposition for each in read("Because of a worn axle the tram stood still.")] == [
        "Because of a worn axle the tram stood still"
    ]
    assert [each.proposition for each in read("But because it rained the tram stood still.")] == ["it rained the tram stood still"]


def test_a_remainder_of_a_few_words_says_nothing() -> None:
    assert [statement.voice for statement in read("Later, Ada Quill said that the bridge would open.")] == [Voice.INDIRECT]


def test_a_statement_has_the_role_of_its_block() -> None:
    assert [statement.role for statement in extract(BRIDGE).statements][:2] == [Role.HEADLINE, Role.BODY]


def test_nothing_is_said_inside_of_what_is_dropped() -> None:
    told = article(*PARAGRAPHS[:3], CREDIT, *PARAGRAPHS[3:], drop=CREDIT)
    (gone,) = told.dropped
    found = extract(told).statements
    assert found
    assert all(statement.anchor.end <= gone.start or gone.end <= statement.anchor.start for statement in found)
    assert [statement.proposition for statement in found] == [statement.proposition for statement in extract(BRIDGE).statements]


def test_every_anchor_is_exact_and_every_key_its_own() -> None:
    found = extract(BRIDGE).statements
    page = AnchoredText(BRIDGE.text)
    assert {page.find(statement.anchor).state for statement in found} == {AnchorState.EXACT}
    assert len({statement.key for statement in found}) == len(found) > len(PARAGRAPHS)


def test_statements_stand_in_the_order_of_their_places() -> None:
    starts = [statement.anchor.start for statement in extract(BRIDGE).statements]
    assert starts == sorted(starts)


def test_the_same_article_gives_the_same_statements() -> None:
    assert extract(BRIDGE) == extract(article(*PARAGRAPHS, roles=(Role.HEADLINE,)))


def test_every_holder_is_recorded_or_known() -> None:
    extraction = extract(BRIDGE)
    named = {holder for statement in extraction.statements for link in statement.chain for holder in link.holders}
    assert named - {"anon:unnamed"} <= {speaker.key for speaker in extraction.speakers}


def test_a_speaker_known_before_holds_by_its_key_and_is_not_recorded_again() -> None:
    ada = Speaker(key="person:ada", name="Ada Quill", kind=SpeakerKind.PERSON)
    extraction = extract(BRIDGE, Ledger([ada]).view)
    assert ("person:ada",) in [chain for statement in extraction.statements for chain in holders(statement)]
    assert "person:ada" not in {speaker.key for speaker in extraction.speakers}


def test_records_of_an_article_can_be_put_into_a_ledger() -> None:
    extraction = extract(BRIDGE)
    assert len(list(Ledger([BRIDGE.article, *extraction.statements, *extraction.speakers]))) == 1 + sum(
        map(len, (extraction.statements, extraction.speakers))
    )


def test_an_empty_article_says_nothing() -> None:
    assert extract(article("")) == Extraction((), ())


def test_a_control_character_hurts_nothing() -> None:
    (statement,) = read("Ada Qu\x1bill said that the bri\x07dge would open.")
    assert statement.proposition == "the bri dge would open"


def test_laying_out_keeps_every_character_of_the_blocks_at_its_place() -> None:
    told = article("One line\nand another", CREDIT, "The end.", drop=CREDIT)
    laid = laid_out(told)
    assert len(laid) == len(told.text)
    assert [line for line in laid.split("\n") if line.strip()] == ["One line and another", "The end."]
    assert laid.index("The end.") == told.text.index("The end.")


@given(TEXTS)
def test_any_text_is_read_with_exact_anchors_and_keys_of_their_own(text: str) -> None:
    told = article(*text.split("\n\n"))
    found = extract(told).statements
    page = AnchoredText(told.text)
    assert {page.find(statement.anchor).state for statement in found} <= {AnchorState.EXACT}
    assert len({statement.key for statement in found}) == len(found)


@given(TEXTS, TEXTS)
def test_nothing_of_any_dropped_text_is_read(kept: str, dropped: str) -> None:
    told = article(kept.replace("\n\n", " "), dropped, drop=dropped)
    for statement in extract(told).statements:
        assert all(statement.anchor.end <= gone.start or gone.end <= statement.anchor.start for gone in told.dropped)


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, PARAGRAPHS[2:3], ("Quill said it, and said it, and said “it”.",)])
def test_an_article_of_the_same_paragraphs_twice_as_often_takes_about_twice_the_work(paragraphs: tuple[str, ...]) -> None:
    read(*paragraphs)
    once, twice = article(*paragraphs * 8), article(*paragraphs * 16)
    assert calls(lambda: extract(twice)) < 2.4 * calls(lambda: extract(once))


def told(text: str) -> list[tuple[str, str, str]]:
    """Each statement of a text: its last holder, its voice, its words."""
    found = extract(article(text))
    names = {speaker.key: speaker.name for speaker in found.speakers}
    return [
        (names[each.chain[-1].holders[0]] if each.chain else "", str(each.voice), text[each.anchor.start : each.anchor.end])
        for each in found.statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill declined to say when the bridge would open.",
        "Ada Quill did not immediately reply to a request for comment.",
        "Asked whether the bridge was safe, the ministry would not comment.",
        "Neither the ministry nor the council has said what the deck would cost.",
        "Who would want such a bridge in the first place?",
    ],
)
def test_silence_and_questions_state_nothing(text: str) -> None:
    assert told(text) == []


def test_what_is_said_beside_a_silence_is_kept() -> None:
    text = "Ada Quill, who declined to comment on the deck, said that the bridge would open on Monday."
    assert [(who, voice) for who, voice, _ in told(text)] == [("Ada Quill", "indirect")]


@pytest.mark.parametrize(
    "text",
    [
        "I believe that the bridge will never open at all.",
        "By closing the bridge they are clearly signalling that the island counts for little.",
        "The silence of the council reveals that nobody wants a bridge.",
        "The rest of the document hints that the toll will rise again.",
    ],
)
def test_what_the_author_believes_or_reads_into_things_is_the_articles_own(text: str) -> None:
    assert [(who, voice) for who, voice, _ in told(text)] == [("", "authorial")]


@pytest.mark.parametrize("who", ["The report", "Ada Quill", "The council", "Engineers"])
def test_texts_and_people_do_show_and_suggest(who: str) -> None:
    ((holder, voice, _),) = told(f"{who} suggests that the old deck will fail within a year.")
    assert (bool(holder), voice) == (True, "indirect")


def test_a_consequence_drawn_in_passing_is_the_writers() -> None:
    found = told("The statement said that the deck should be closed, thus implying that nobody had looked at it for years.")
    assert [(bool(who), voice) for who, voice, _ in found] == [(True, "indirect"), (False, "authorial")]


def test_an_aside_in_the_present_is_the_writers_and_its_holders() -> None:
    found = told("Ada Quill warned that smugglers were crossing in the bay that Velmora regards as its own.")
    assert [who for who, _, _ in found] == ["Ada Quill", "Velmora"]
    assert found[0][2].endswith("in the bay")


def test_a_quotation_after_that_is_partly_told() -> None:
    assert [voice for _, voice, _ in told("Ada Quill said that “the bridge is safe and will stay open.”")] == ["mixed"]
    assert [voice for _, voice, _ in told("Ada Quill said, “The bridge is safe and will stay open.”")] == ["direct"]


def test_they_who_open_what_a_group_says_are_the_group() -> None:
    found = told("Two engineers said that they believed that the old deck would fail.")
    assert {who for who, _, _ in found} == {"Two engineers"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The bridge closed in May, and the ferry has carried all traffic since.", 2),
        ("While the bridge was closed for repairs, the ferry carried all traffic.", 2),
        ("The bridge closed in May; the ferry has carried all traffic since.", 2),
        ("The bridge, the ferry and the tunnel closed in May after the storm.", 1),
        ("The bridge closed in May, June and most of the following winter.", 1),
    ],
)
def test_clauses_that_stand_for_themselves_are_statements_of_their_own(text: str, parts: int) -> None:
    assert len(told(text)) == parts


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The council has wasted another year on the bridge.", "possibly an opinion"),
        ("The new toll is really quite a burden.", ""),
        ("The bridge closed on Monday at noon.", ""),
    ],
)
def test_what_falls_a_little_short_of_opinion_is_noted(text: str, note: str) -> None:
    assert [statement.note for statement in read(text)] == [note]
