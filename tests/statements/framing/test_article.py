"""An article's sentences are framed with their cues, and never with an error."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.terms import Framing, Genre, Modality, Polarity
from claimtrack.model.values import Span
from claimtrack.statements.framing import Force, Framed, frame_article

COLUMN = (
    "The new tram is a shameful farce.",
    "What were these clowns thinking?",
    "We must never forget how recklessly they squandered our trust.",
    "The tram has four doors.",
)
REPORT = (
    "The tram company opened a line to Port Lune on Tuesday.",
    "The line has 14 stops and cost $3 million.",
    "A spokeswoman said the doors were tested last week.",
    "The tram has four doors.",
)


def frame(*sentences: str, genre: Genre = Genre.ARTICLE) -> tuple[Framed, ...]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    return frame_article(text, spans, genre=genre)


def test_a_column_is_opinion() -> None:
    assert [each.label for each in frame(*COLUMN)][:3] == [Framing.AUTHOR_OPINION, Framing.AUTHOR_OPINION, Framing.PRESCRIPTIVE]


def test_a_report_is_not() -> None:
    assert all(each.label is Framing.REPORTED_FACT for each in frame(*REPORT)[:2])


def test_the_same_sentence_leans_with_its_article() -> None:
    assert frame(*COLUMN)[-1].context_score > frame(*REPORT)[-1].context_score
    assert frame(*COLUMN)[-1].score == frame(*REPORT)[-1].score


def test_the_genre_gives_a_prior() -> None:
    assert frame(*REPORT, genre=Genre.OPINION)[-1].context_score > frame(*REPORT)[-1].context_score


def test_what_somebody_is_said_to_say_is_attributed() -> None:
    text = "The baker called it “a reckless, shameful farce” and left."
    start, end = text.index("“"), text.index("”") + 1
    said = Attribution(content=(Span(start, end),), source=Span(0, 9), cue=Span(10, 16))
    (framed,) = frame_article(text, [Span(0, len(text))], [Quotation(start=start, end=end, inner=Span(start + 1, end - 1))], [said])
    assert framed.label is Framing.ATTRIBUTED_OPINION
    assert framed.why == "somebody's opinion"


def test_what_is_quoted_gains_nothing_from_an_article_that_argues() -> None:
    text = f"{COLUMN[0]} “The tram has four doors.” {COLUMN[2]}"
    start, end = text.index("“"), text.index("”") + 1
    quoted = Quotation(start=start, end=end, inner=Span(start + 1, end - 1))
    spans = [Span(0, start - 1), Span(start, end), Span(end + 1, len(text))]
    framed = frame_article(text, spans, [quoted])[1]
    assert framed.context_score == framed.score


def test_a_forecast_and_a_hedge_are_no_opinion() -> None:
    (forecast,) = frame("The tram is expected to open on Tuesday at 10 a.m.")
    (hedged,) = frame("The tram reportedly opened on Tuesday at 10 a.m.")
    assert (forecast.label, forecast.axes.force, hedged.label) == (Framing.FORECAST, Force.FORECAST, Framing.HEDGED)
    assert Modality.FUTURE in forecast.modality
    assert Modality.HEDGED in hedged.modality


def test_polarity_is_read_off_the_negator() -> None:
    assert [each.polarity for each in frame("The tram stopped.", "The tram did not stop.")] == [Polarity.AFFIRM, Polarity.NEGATED]


def test_every_cue_says_where_it_stands() -> None:
    text = "The tram is a shameful farce."
    (framed,) = frame(text)
    assert {(text[sign.start : sign.end], sign.kind) for sign in framed.cues} >= {
        ("shameful", "negative-adjective"),
        ("farce", "negative-noun"),
    }


def test_the_zone_below_the_threshold_is_a_possible_opinion() -> None:
    framed = frame("The tram is dull.", *REPORT)
    assert all(each.possible_opinion == (-2 <= each.margin < 0) for each in framed)


def test_a_headline_lends_the_body_nothing() -> None:
    text = "A Shameful Farce of Reckless Lies! The tram has four doors. The tram has grey doors."
    spans = [Span(0, 34), Span(35, 59), Span(60, 84)]
    loud, quiet = frame_article(text, spans), frame_article(text, spans, headlines=[spans[0]])
    assert loud[1].context_score > quiet[1].context_score


def test_a_sentence_tells_of_speech_without_what_was_said() -> None:
    (briefed,) = frame("The baker briefed the mayor on Tuesday.")
    (opened,) = frame("The tram opened on Tuesday.")
    assert (briefed.tells_of_speech, briefed.axes.held, opened.tells_of_speech) == (True, False, False)


def test_no_sentences_no_framing() -> None:
    assert frame_article("", []) == ()


Pairs = list[tuple[int, int]]
TEXTS = st.text(alphabet=st.sampled_from("ab “”\"'.?!-—5US\n") | st.characters(), min_size=1, max_size=80)
PLACES = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=4)


@given(TEXTS, PLACES, PLACES, PLACES)
def test_no_text_and_no_spans_raise_an_error(text: str, cut: Pairs, quoted: Pairs, told: Pairs) -> None:
    sentences = sorted(Span(start, start + length) for start, length in cut)
    quotations = [Quotation(start=start, end=start + length, inner=Span(start, start + length)) for start, length in quoted]
    attributions = [Attribution(content=(Span(start, start + length),), cue=Span(start, start + 1)) for start, length in told]
    for each in frame_article(text, sentences, quotations, attributions):
        assert each.why
        assert isinstance(each.modality, tuple)
        assert all(sign.weight for sign in each.cues)
