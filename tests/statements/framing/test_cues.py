"""Each class of cues is found where it stands, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.values import Span
from claimtrack.statements.framing.cues import hear, hear_alone


def kinds(text: str) -> set[str]:
    return {cue.kind.name for cue in hear(text, Span(0, len(text))).cues}


def words_of(text: str, kind: str) -> list[str]:
    return [text[cue.start : cue.end] for cue in hear(text, Span(0, len(text))).cues if cue.kind.name == kind]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("negative-adjective", "The regatta was recklessly planned.", "recklessly"),
        ("negative-noun", "The bakery's audit was a farce.", "farce"),
        ("negative-verb", "The lighthouse keepers were betrayed.", "betrayed"),
        ("positive-adjective", "The choir gave an admirable concert.", "admirable"),
        ("positive-noun", "The lamp was a beacon.", "beacon"),
        ("positive-verb", "The new ferry uplifted the town.", "uplifted"),
        ("assessing-adjective", "The ladder is necessary.", "necessary"),
        ("charged-noun", "The orchard faces a crisis.", "crisis"),
        ("value-noun", "It is a matter of fairness.", "fairness"),
        ("ideology", "The populists of the chess club won.", "populists"),
        ("hyperbole", "An endless queue of carts.", "endless"),
        ("colloquial", "The folks upstairs were out.", "folks"),
        ("figure", "The mayor turned a blind eye to the geese.", "turned a blind eye"),
        ("stance-adverb", "The bridge is clearly crooked.", "clearly"),
        ("stance-phrase", "The tram is late, of course.", "of course"),
        ("interpretation", "This proves the point.", "proves"),
        ("argument-noun", "The notion is old.", "notion"),
        ("deontic", "The town must repair the well.", "must"),
        ("first-person", "The tram brought us home.", "us"),
        ("negation", "The tram didn’t come.", "didn’t"),
        ("speech-event", "The baker briefed the mayor.", "briefed"),
        ("demonstrative", "He knew of these trams.", "these"),
        ("reason", "It closed because of rain.", "because"),
        ("dash", "The tram — it was late — stopped.", "—"),
        ("question", "Who needs a tram?", "?"),
        ("manner-adverb", "She hummed sweetly and tunelessly.", "tunelessly"),
        ("calendar", "The ferry left on Tuesday.", "Tuesday"),
        ("time", "The ferry left last week.", "last week"),
        ("number", "A dozen geese.", "dozen"),
        ("figure-digits", "It cost $3,000 to mend.", "$3,000"),
        ("year", "The mill burned in 1931.", "1931"),
        ("person-title", "A spokeswoman came.", "spokeswoman"),
        ("body", "The committee met.", "committee"),
        ("event", "A summit of bakers.", "summit"),
        ("speech-verb", "The bells are old, she said.", "said"),
        ("report-verb", "He disclosed a new bell.", "disclosed"),
        ("epistemic-adverb", "It was perhaps a heron.", "perhaps"),
        ("evidential", "It is believed to be a heron.", "is believed"),
        ("weasel", "It was seen by some.", "some"),
        ("shield", "To critics it is a heron.", "critics"),
        ("modal-hedge", "It may be a heron.", "may be"),
        ("judging-verb", "They condemned the heron.", "condemned"),
        ("private-state-noun", "There was outrage at the pond.", "outrage"),
        ("forecast", "The pond is expected to freeze.", "is expected to"),
        ("calling", "He called for calm.", "called for"),
        ("pledging", "She vowed to swim.", "vowed"),
        ("conditional", "It floats if it is dry.", "if"),
    ],
)
def test_a_class_finds_its_words(kind: str, text: str, found: str) -> None:
    assert found in words_of(text, kind)


def test_an_acronym_is_no_pronoun() -> None:
    assert "first-person" not in kinds("The US shipped it.")


def test_a_month_needs_its_capital() -> None:
    assert "calendar" not in kinds("They may march.")
    assert "calendar" in kinds("They came in March.")


def test_part_of_a_name_is_no_judgement() -> None:
    assert "value-noun" not in kinds("He joined the Liberty Bakery in spring.")


def test_what_may_tell_of_a_thing_judges_in_phrases_alone() -> None:
    for plain in ("Divers found a twisted rail in the hollow dam.", "A rotten rope and a crooked mast gave way.", "A warped door jammed."):
        assert kinds(plain).isdisjoint(("negative-adjective", "figure"))
    assert "figure" in kinds("It is the warped logic of crooked politicians.")
    assert kinds("The slate roof beside the saddle shop leaked.").isdisjoint(("judging-verb", "negative-verb"))
    assert "figure" in kinds("The town was saddled with the debt.")
    assert "figure" in kinds("His promise rang hollow.")
    assert "figure" in kinds("It is the twisted logic of the board.")


def test_what_a_court_tried_or_something_suffered_is_told_plainly() -> None:
    assert "suffered" in kinds("The badly damaged ferry lay at the quay.")
    assert "negative-adjective" not in kinds("The badly damaged ferry lay at the quay.")
    assert "negative-adjective" in kinds("The board behaved badly.")
    assert "negative-noun" not in kinds("Quill was convicted of fraud.")
    assert "negative-noun" in kinds("The scheme is a fraud.")
    assert "private-state-noun" not in kinds("Her conviction for theft was upheld.")
    assert "private-state-noun" in kinds("It is our firm conviction.")


def test_a_headline_in_title_case_has_no_names_to_spare() -> None:
    assert "negative-adjective" in kinds("Reckless Mayor Sells the Shameful Bridge")


def test_an_opening_word_counts_at_the_head_only() -> None:
    assert "opener" in kinds("But the tram came.")
    assert "opener" not in kinds("The tram came but late.")


def test_the_longest_phrase_is_taken_and_its_words_are_not_weighed_again() -> None:
    text = "No doubt the tram is late."
    cues = hear(text, Span(0, len(text))).cues
    assert [cue.kind.name for cue in cues if cue.kind.weight and cue.end <= 8] == ["stance-phrase", "opener"]


def test_a_word_on_two_lists_is_weighed_once() -> None:
    text = "A vast farce of a shameful propaganda."
    cues = [cue for cue in hear(text, Span(0, len(text))).cues if cue.kind.weight]
    assert len({cue.start for cue in cues}) == len(cues)


def test_cues_outside_the_sentence_are_not_heard() -> None:
    text = "The bell rang. What a reckless farce!"
    assert not any(cue.kind.weight > 0 for cue in hear(text, Span(0, 14)).cues)


def test_a_possessive_is_its_noun() -> None:
    assert "negative-noun" in kinds("The tyrant's hat fell.")


@given(st.text(min_size=1, max_size=200))
def test_hearing_never_raises_and_stays_inside(text: str) -> None:
    heard = hear(text, Span(0, len(text)))
    assert all(0 <= cue.start < cue.end <= len(text) for cue in heard.cues)


PARTS = st.sampled_from(
    ["no", " ", "-", "--", "’s", "n't", ".", "must", "Must", "far", " from ", "clear", "1.5", "$", "%", "\n", "said", "?", "farce", "x"]
)


@given(st.lists(PARTS, min_size=1, max_size=30).map("".join), st.data())
def test_a_stretch_has_the_same_cues_whether_or_not_its_text_was_divided_before(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert hear(text, span) == hear_alone(text, span)
