"""Every frame finds who said what by which words; look-alikes attribute nothing; no text is too strange or too long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.reading import Attribution, AttributionKind
from claimtrack.statements import attributions, quotations
from tests.statements.work import calls

Row = tuple[str, str | None, str | None, list[str]]
"""A sentence, the words of its source, of its cue, and of the pieces of what is said."""

TRAILING: list[Row] = [
    ("The bridge will open on Monday, Ada Quill said.", "Ada Quill", "said", ["The bridge will open on Monday"]),
    ("The toll is fair, Minister Ada Quill told the Harbour Gazette.", "Minister Ada Quill", "told", ["The toll is fair"]),
    ("“The bridge is safe,” Quill said.", "Quill", "said", ["“The bridge is safe,”"]),
    ("The bridge is safe, the engineers believe.", "the engineers", "believe", ["The bridge is safe"]),
    ("“The bridge is safe,” Sen. Ada Quill (D-N.V.) said.", "Sen. Ada Quill", "said", ["“The bridge is safe,”"]),
    ("“We close it now,” the harbour master thundered back.", "the harbour master", "thundered", ["“We close it now,”"]),
    ("“The toll is too high,” Will wrote.", "Will", "wrote", ["“The toll is too high,”"]),
    (
        "“The toll is too high,” Ada Quill, the mayor of Norvale, one of six towns on the bay, said.",
        "Ada Quill, the mayor of Norvale, one of six towns on the bay",
        "said",
        ["“The toll is too high,”"],
    ),
    ("“The toll is too high,” it further wrote.", "it", "further wrote", ["“The toll is too high,”"]),
    (
        "Because of a worn axle the lamp above the quay went out on Monday, Lune Insurance said.",
        "Lune Insurance",
        "said",
        ["Because of a worn axle the lamp above the quay went out on Monday"],
    ),
    (
        "At the lamp mill in Port Lune Quill Candles employs 40 people, the Water Board said.",
        "the Water Board",
        "said",
        ["At the lamp mill in Port Lune Quill Candles employs 40 people"],
    ),
    (
        "“The ferry sank off the reef,” the Norvale Planning Board said.",
        "the Norvale Planning Board",
        "said",
        ["“The ferry sank off the reef,”"],
    ),
]
INVERTED: list[Row] = [
    ("The bridge will open on Monday, said Ada Quill.", "Ada Quill", "said", ["The bridge will open on Monday"]),
    ("“The bridge is safe,” said Ada Quill, the transport minister.", "Ada Quill", "said", ["“The bridge is safe,”"]),
    (
        "“A ferry saved four of them off the reef,” said the Lune Land Office.",
        "the Lune Land Office",
        "said",
        ["“A ferry saved four of them off the reef,”"],
    ),
]
SPLIT: list[Row] = [
    ("“Each time,” Quill said, referring to the toll, “we lose a ferry.”", "Quill", "said", ["“Each time,”", "“we lose a ferry.”"]),
    ("“The bridge,” Quill said, “will open on Monday.”", "Quill", "said", ["“The bridge,”", "“will open on Monday.”"]),
    (
        "“The bridge is safe,” Quill said. “It will open on Monday.”",
        "Quill",
        "said",
        ["“The bridge is safe,”", "“It will open on Monday.”"],
    ),
    ("The plan, Quill said, would cost 3 million crowns.", "Quill", "said", ["The plan", "would cost 3 million crowns"]),
]
NEXT: list[Row] = [
    (
        "“The bridge will close on Monday,” Quill said.\n\n“Nobody will be left without a ferry.”",
        "Quill",
        "said",
        ["“The bridge will close on Monday,”", "“Nobody will be left without a ferry.”"],
    ),
    (
        "Quill spoke on Monday. “The bridge has never been safer than now,” she said.",
        "she",
        "said",
        ["“The bridge has never been safer than now,”"],
    ),
]
ACCORDING: list[Row] = [
    ("According to the Harbour Gazette, the bridge will open.", "the Harbour Gazette", "According to", ["the bridge will open"]),
    ("The bridge, according to the Harbour Gazette, will open.", "the Harbour Gazette", "according to", ["The bridge", "will open"]),
    ("The bridge will open, according to the Harbour Gazette.", "the Harbour Gazette", "according to", ["The bridge will open"]),
    (
        "The bridge will open, according to Ada Quill, the transport minister of Norvale.",
        "Ada Quill",
        "according to",
        ["The bridge will open"],
    ),
    ("According to Ada Quill, the transport minister, the bridge will open.", "Ada Quill", "According to", ["the bridge will open"]),
    (
        "Repairs cost the board 3 crowns, according to Ada Quill, who is a baker.",
        "Ada Quill",
        "according to",
        ["Repairs cost the board 3 crowns"],
    ),
    (
        "Repairs cost the board 3 crowns, according to Ada Quill, a baker on the quay.",
        "Ada Quill",
        "according to",
        ["Repairs cost the board 3 crowns"],
    ),
]
AS: list[Row] = [
    ("But by then, as Ada Quill put it, “the bridge was lost for good.”", "Ada Quill", "put", ["“the bridge was lost for good.”"]),
    ("The bridge was called, as Quill put it in a letter, “the last gate.”", "Quill", "put", ["“the last gate.”"]),
    ("As Quill noted, the bridge was never closed.", "Quill", "noted", ["the bridge was never closed"]),
    ("As reported by the Harbour Gazette, the bridge was closed.", "the Harbour Gazette", "As reported by", ["the bridge was closed"]),
    ("The bridge was closed, as reported by the Harbour Gazette.", "the Harbour Gazette", "as reported by", ["The bridge was closed"]),
]
THAT: list[Row] = [
    ("Quill said that the bridge would open on Monday.", "Quill", "said", ["that the bridge would open on Monday"]),
    ("Quill warned on Tuesday that the bridge would close.", "Quill", "warned", ["that the bridge would close"]),
    ("Quill denied that damage to the quay came to 3 crowns.", "Quill", "denied", ["that damage to the quay came to 3 crowns"]),
    ("Quill explained that talks with the union ended.", "Quill", "explained", ["that talks with the union ended"]),
    ("Quill confirmed that orders for lamps fell.", "Quill", "confirmed", ["that orders for lamps fell"]),
    ("Quill stated that last year the mill lost 3 crowns.", "Quill", "stated", ["that last year the mill lost 3 crowns"]),
]
CLAUSE: list[Row] = [
    ("The ministry said the bridge would open on Monday.", "The ministry", "said", ["the bridge would open on Monday"]),
    ("Quill thinks the bridge is safe.", "Quill", "thinks", ["the bridge is safe"]),
    ("Quill said talks with the union ended on Monday.", "Quill", "said", ["talks with the union ended on Monday"]),
    ("Ada Quill, who is a baker, said the repair of the quay was slow.", "Ada Quill", "said", ["the repair of the quay was slow"]),
]
QUOTED: list[Row] = [
    ("Quill thundered, “The bridge must never close.”", "Quill", "thundered", ["“The bridge must never close.”"]),
    ("The keepers on the quay chanted “Close it!” and went home.", "The keepers on the quay", "chanted", ["“Close it!”"]),
    ("Quill, who joked of the ferry, “It is older than I am.”", "who", "joked", ["“It is older than I am.”"]),
    ("Quill says, “Never again,” while the bell rings.", "Quill", "says", ["“Never again,”"]),
    ("Quill wrote that, “For now the bridge is safe.”", "Quill", "wrote", ["that, “For now the bridge is safe.”"]),
    ("Quill noted the “heavy damage to the northern arches.”", "Quill", "noted", ["the “heavy damage to the northern arches.”"]),
]
WHETHER: list[Row] = [
    ("Quill asked whether the bridge was safe.", "Quill", "asked", ["whether the bridge was safe"]),
    ("Quill would not say why the bridge was closed.", "Quill", "would not say", ["why the bridge was closed"]),
]
TELL: list[Row] = [
    ("Quill told reporters that the bridge would open.", "Quill", "told", ["that the bridge would open"]),
    ("Quill told the council the bridge was safe.", "Quill", "told", ["the bridge was safe"]),
]
INFINITIVE: list[Row] = [
    ("Quill vowed to reopen the bridge.", "Quill", "vowed", ["to reopen the bridge"]),
    ("Norvale has repeatedly refused to pay the toll.", "Norvale", "has repeatedly refused", ["to pay the toll"]),
]
URGE: list[Row] = [
    ("Quill urged the council to reopen the bridge.", "Quill", "urged", ["the council to reopen the bridge"]),
]
PREPOSITION: list[Row] = [
    ("Quill called for a new bridge.", "Quill", "called for", ["a new bridge"]),
]
OBJECT: list[Row] = [
    ("Quill criticized the new toll.", "Quill", "criticized", ["the new toll"]),
    ("Quill denied the allegations.", "Quill", "denied", ["the allegations"]),
    ("Quill accused the council of hiding the report.", "Quill", "accused", ["the council of hiding the report"]),
    ("Quill described the toll as a disgrace.", "Quill", "described", ["the toll as a disgrace"]),
]
EXPRESSED: list[Row] = [
    ("Quill expressed concern about the new toll.", "Quill", "expressed concern about", ["the new toll"]),
    ("Quill made the case that the toll was unfair.", "Quill", "made the case", ["that the toll was unfair"]),
]
EVIDENCE: list[Row] = [
    ("The survey shows that most residents oppose the toll.", "The survey", "shows", ["that most residents oppose the toll"]),
    ("The report found the bridge unsafe.", "The report", "found", ["the bridge unsafe"]),
]
PASSIVE: list[Row] = [
    ("The toll was criticized by the fishers.", "the fishers", "was criticized", ["The toll"]),
    ("Quill was accused of hiding the report.", None, "was accused", ["Quill", "of hiding the report"]),
    ("The bridge is said to be unsafe.", None, "is said", ["The bridge", "to be unsafe"]),
    ("It was reported that the bridge was unsafe.", None, "was reported", ["that the bridge was unsafe"]),
    ("The board seems to favour the toll.", None, "seems", ["The board", "to favour the toll"]),
]
PARTICIPLE: list[Row] = [
    ("Quill left the hall, saying that the toll was unfair.", "Quill", "saying", ["that the toll was unfair"]),
    ("Citing delays, the board closed the bridge.", "the board", "Citing", ["delays"]),
]
NOUN: list[Row] = [
    ("The council heard Quill's claim that the bridge was safe.", "Quill", "claim", ["that the bridge was safe"]),
    ("Quill's criticism of the toll angered the council.", "Quill", "criticism", ["the toll"]),
]
ADJECTIVE: list[Row] = [
    ("Quill is confident that the bridge will open.", "Quill", "is confident", ["that the bridge will open"]),
    ("Quill was critical of the toll.", "Quill", "was critical", ["the toll"]),
]
RELATIVE: list[Row] = [
    ("The toll, which she said was fair, is due in May.", "she", "said", ["which", "was fair"]),
    ("It was a ferry, a plan the board says would fail.", "the board", "says", ["a plan", "would fail"]),
]
ASKED: list[Row] = [
    ("Asked whether the bridge was safe, Quill went home.", None, "Asked", ["whether the bridge was safe"]),
    ("Asked by Oddly about the toll, Quill went home.", "Oddly", "Asked by Oddly about", ["the toll"]),
]
SHOWN: list[Row] = [
    ("Polls show that most islanders want a bridge.", "Polls", "show", ["that most islanders want a bridge"]),
    ("The bridge is failing, a survey by the guild shows.", "a survey by the guild", "shows", ["The bridge is failing"]),
    ("The bridge was closed too late, the inquiry heard.", "the inquiry", "heard", ["The bridge was closed too late"]),
    ("The bridge will close, the Courier has learned.", "the Courier", "has learned", ["The bridge will close"]),
    ("Analysts say that attacks like these make it worse.", "Analysts", "say", ["that attacks like these make it worse"]),
]
APPOSED: list[Row] = [
    ("Ada Quill, 22, of Port Lune, said she had waited.", "Ada Quill", "said", ["she had waited"]),
    ("Quill said, among other things, that it was late.", "Quill", "said", ["that it was late"]),
    ("Quill has since said she would open the bridge.", "Quill", "has since said", ["she would open the bridge"]),
    ("Quill made it clear to the board that it would close.", "Quill", "made it clear", ["that it would close"]),
    ("Port Lune committed 3 million crowns to the bridge.", "Port Lune", "committed", ["3 million crowns to the bridge"]),
]
COLON: list[Row] = [
    ("Said Quill: “The bridge will open on Monday.”", "Quill", "Said", ["“The bridge will open on Monday.”"]),
    ("Quill: “The bridge will open on Monday morning.”", "Quill", ":", ["“The bridge will open on Monday morning.”"]),
    ("Ada Quill was clear: “The bridge will open on Monday.”", "Ada Quill", ":", ["“The bridge will open on Monday.”"]),
    ("Quill: bridge to open on Monday", "Quill", ":", ["bridge to open on Monday"]),
    ("“The bridge will open on Monday.” — Ada Quill, minister", "Ada Quill", "—", ["“The bridge will open on Monday.”"]),
]
FRAMES = {
    "trailing": [*TRAILING, *INVERTED, *SPLIT, *NEXT],
    "according": ACCORDING,
    "as": AS,
    "that": THAT,
    "clause": CLAUSE,
    "quoted or that": QUOTED,
    "whether": WHETHER,
    "tell": TELL,
    "infinitive": INFINITIVE,
    "urge": URGE,
    "preposition": PREPOSITION,
    "object": OBJECT,
    "expressed": EXPRESSED,
    "evidence or that": EVIDENCE,
    "passive or seems": PASSIVE,
    "that or object": PARTICIPLE,
    "noun": NOUN,
    "adjective": ADJECTIVE,
    "colon or signed": COLON,
    "relative": RELATIVE,
    "asked": ASKED,
    "that or trailing": SHOWN,
    "clause or that or object": APPOSED,
}
LOOK_ALIKES = [
    "The said contract was signed in May.",
    "The harbour added five points on Monday.",
    "The price added to the pressure.",
    "Quill opened the bridge on Monday.",
    "The bridge will open on Monday.",
    "The boat was found in the harbour.",
    "A cracked hull was found by divers near the quay.",
    "A reward of 80 crowns was put up by the board.",
    "An inquiry into the fire was begun by the council.",
    "Twelve boxes were taken away by police from the mill.",
    "Six workers were dismissed by the mill at Port Lune.",
    "The mill dismissed four of the workers.",
    "The mill saw three workers dismissed by the board.",
    "The mill saw three workers sacked by the board.",
    "The mill saw orders for lamps fall by a third.",
    "The union had a wage claim that stood at 4 percent.",
    "Divers found a poorly welded pipe under the quay.",
    "Divers found a badly fitted mounting under the quay.",
    "Nobody should trust the board with the mill.",
    "Quill was named head of the mill on Monday.",
    "Quill was named as its new director.",
    "They went to the harbour to find the boat.",
    "The note was sent to Port Lune.",
    "It goes without saying that bridges need care.",
    "The film “The Silent Harbour” opened in Port Lune.",
]
WORDS = [
    "Quill",
    "said",
    "that",
    "the",
    "bridge",
    "is",
    "was",
    "it",
    "who",
    "which",
    "denied",
    "accused",
    "told",
    "reporters",
    "whether",
    "Her",
    "claim",
    "according",
    "to",
    "as",
    "by",
    "reported",
    "seems",
    "confident",
    "without",
    "saying",
    "“No,",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    ";",
    "—",
    "(",
    ")",
    "-",
    "n't",
    "'s",
    "U.S.",
    "$5",
    "…",
    "\n",
]
TEXTS = st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def read(text: str) -> list[Attribution]:
    return attributions(text, quotations(text))


def words(text: str, found: Attribution) -> tuple[str | None, str | None, list[str]]:
    """The words of source, cue and pieces."""
    source, cue = (text[span.start : span.end] if span else None for span in (found.source, found.cue))
    return source, cue, [text[piece.start : piece.end] for piece in found.content]


@pytest.mark.parametrize(
    ("frames", "row"),
    [(name, row) for name, rows in FRAMES.items() for row in rows],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_a_frame_finds_who_said_what_by_which_words(frames: str, row: Row) -> None:
    text, source, cue, content = row
    assert [words(text, found) for found in read(text)] == [(source, cue, content)]
    assert read(text)[0].frame in frames.split(" or ")


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_attributes_nothing(text: str) -> None:
    assert read(text) == []


def test_a_transcript_gives_each_paragraph_to_its_label() -> None:
    text = "QUILL: The bridge is safe.\nHOST: And the toll?\nQUILL: The toll will stay."
    assert [words(text, found)[0] for found in read(text)] == ["QUILL", "HOST", "QUILL"]
    assert {found.frame for found in read(text)} == {"transcript"}


def test_two_labels_are_no_transcript() -> None:
    assert "transcript" not in {found.frame for found in read("QUILL: The bridge is safe.\nHOST: And the toll?")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quill said the bridge was safe.", AttributionKind.SPEECH),
        ("Quill believes the bridge is safe.", AttributionKind.THOUGHT),
        ("The survey shows that most residents oppose the toll.", AttributionKind.EVIDENCE),
        ("Norvale refused to pay the toll.", AttributionKind.CALL),
        ("Quill criticized the toll.", AttributionKind.JUDGEMENT),
    ],
)
def test_speech_thought_evidence_calls_and_judgements_are_told_apart(text: str, kind: AttributionKind) -> None:
    assert [found.kind for found in read(text)] == [kind]


@given(TEXTS)
def test_pieces_of_any_text_are_in_order_apart_and_inside_it(text: str) -> None:
    found = read(text)
    for each in found:
        spans = [*each.content, *(span for span in (each.source, each.cue) if span)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(first.end <= second.start for first, second in pairwise(each.content))
    assert [each.start for each in found] == sorted(each.start for each in found)


@given(TEXTS)
def test_the_same_text_gives_the_same_attributions(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Quill said the bridge is safe. ",
        "Quill said the bridge is safe and ",
        '"The bridge is safe," Quill said, ',
        "said and ",
        ", saying ",
        "was said to ",
        "according to Quill, ",
        "Quill's claim that ",
        "( ",
        "— a ",
        "as ",
        "QUILL: a\n",
        "men who said ",
        '" ',
        "'a ",
    ],
)
def test_twice_the_text_takes_about_twice_the_work(unit: str) -> None:
    read(unit)
    assert calls(lambda: read(unit * 400)) < 2.6 * calls(lambda: read(unit * 200))


@pytest.mark.slow
@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", '" ', "'a ", "''"])
def test_a_hundred_thousand_quotation_marks_are_read(mark: str) -> None:
    assert len(read(mark * (100_000 // len(mark)))) < 100_000
