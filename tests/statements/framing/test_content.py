"""What somebody is said to say is judged by its cue and its content, not by the outlet's words around it."""

import pytest

from claimtrack.model.reading import Attribution, AttributionKind
from claimtrack.model.terms import Framing, Modality, Polarity
from claimtrack.model.values import Span
from claimtrack.statements.framing import FramedContent, frame_content


def content(text: str, cue: str, words: str, kind: AttributionKind = AttributionKind.SPEECH) -> FramedContent:
    start, at = text.index(words), text.index(cue)
    return frame_content(text, Attribution(content=(Span(start, start + len(words)),), cue=Span(at, at + len(cue)), kind=kind))


@pytest.mark.parametrize(
    ("text", "cue", "words", "expected"),
    [
        ("The baker said the tram left at noon.", "said", "the tram left at noon", Framing.ATTRIBUTED_FACT),
        ("The baker said the tram was a shameful farce.", "said", "the tram was a shameful farce", Framing.ATTRIBUTED_OPINION),
        ("The baker said the tram would be late.", "said", "the tram would be late", Framing.FORECAST),
        ("The baker predicted a dry spring.", "predicted", "a dry spring", Framing.FORECAST),
        ("The baker vowed to mend the tram.", "vowed", "to mend the tram", Framing.COMMITMENT),
        ("The baker said the town must mend the tram.", "said", "the town must mend the tram", Framing.PRESCRIPTIVE),
        ("The baker called for a new tram.", "called for", "a new tram", Framing.PRESCRIPTIVE),
        ("The baker urged the town to wait.", "urged", "the town to wait", Framing.PRESCRIPTIVE),
        ("The baker said the tram may be late.", "said", "the tram may be late", Framing.HEDGED),
        ("The baker believed the tram had left.", "believed", "the tram had left", Framing.ATTRIBUTED_OPINION),
        ("The baker feared the tram would stop.", "feared", "the tram would stop", Framing.ATTRIBUTED_OPINION),
    ],
)
def test_a_content_is_framed_by_cue_and_content(text: str, cue: str, words: str, expected: Framing) -> None:
    assert content(text, cue, words).label is expected


def test_the_words_around_it_do_not_count() -> None:
    text = "The shameful, reckless baker said the tram left at noon."
    assert content(text, "said", "the tram left at noon").label is Framing.ATTRIBUTED_FACT


def test_a_denial_is_a_matter_of_polarity() -> None:
    framed = content("The baker denied the tram was late.", "denied", "the tram was late")
    assert framed.polarity is Polarity.DENY
    assert Modality.CONTESTED in framed.modality


def test_what_a_holder_does_not_say_is_negated_and_a_negation_inside_is_a_shade() -> None:
    unsaid = content("The baker did not say the tram was late.", "say", "the tram was late")
    inside = content("The baker said the tram was not late.", "said", "the tram was not late")
    assert (unsaid.polarity, inside.polarity) == (Polarity.NEGATED, Polarity.AFFIRM)
    assert Modality.NEGATED_CONTENT in inside.modality


def test_asking_with_an_infinitive_calls_for_something() -> None:
    told = Attribution(content=(Span(24, 32),), cue=Span(10, 14), lemma="tell")
    assert frame_content("The baker told the boys to leave.", told).label is Framing.PRESCRIPTIVE


@pytest.mark.parametrize(
    ("text", "cue", "shade"),
    [
        ("The baker admitted the tram was late.", "admitted", Modality.FACTIVE),
        ("The baker boasted the tram was on time.", "boasted", Modality.LOADED),
        ("The baker alleged the tram was stolen.", "alleged", Modality.ACCUSATION),
        ("The baker feared the tram was stolen.", "feared", Modality.MENTAL_STATE),
    ],
)
def test_a_cue_adds_its_shade(text: str, cue: str, shade: Modality) -> None:
    assert shade in content(text, cue, text.split(cue)[1].strip(" .")).modality


def test_a_judgement_is_an_opinion_whatever_its_words() -> None:
    text = "The baker praised the tram."
    assert content(text, "praised", "the tram", AttributionKind.JUDGEMENT).label is Framing.ATTRIBUTED_OPINION


def test_a_floating_quotation_is_judged_by_its_content_alone() -> None:
    framed = frame_content("“We left at noon.”", Attribution(content=(Span(0, 18),)))
    assert framed.label is Framing.ATTRIBUTED_FACT
    assert framed.why == "the holder states it"
