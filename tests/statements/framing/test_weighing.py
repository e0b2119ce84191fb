"""Quoted words count nothing, attributed ones half, and length is divided out."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.reading import Attribution, Quotation
from claimtrack.model.values import Span
from claimtrack.statements.framing.cues import hear
from claimtrack.statements.framing.hidden import Cover, hidden
from claimtrack.statements.framing.weighing import Weighed, weigh

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6)


def score(text: str, quotations: tuple[Quotation, ...] = (), attributions: tuple[Attribution, ...] = ()) -> Weighed:
    span = Span(0, len(text))
    return weigh(text, hear(text, span), hidden(text, [span], quotations, attributions))


def quotation(text: str, words: str) -> Quotation:
    start = text.index(words)
    return Quotation(start=start, end=start + len(words), inner=Span(start + 1, start + len(words) - 1))


def attribution(text: str, words: str, cue: str = "") -> Attribution:
    start = text.index(words)
    held = Span(text.index(cue), text.index(cue) + len(cue)) if cue else None
    return Attribution(content=(Span(start, start + len(words)),), cue=held)


def test_quoted_words_count_nothing() -> None:
    text = "The baker called it “a reckless, shameful farce” on the pier."
    weighed = score(text, (quotation(text, "“a reckless, shameful farce”"),))
    assert all(sign.weight <= 0 for sign in weighed.signs)


def test_attributed_words_count_half() -> None:
    text = "The baker called the plan reckless."
    alone, told = score(text), score(text, (), (attribution(text, "the plan reckless", "called"),))
    assert {s.weight for s in alone.signs if s.kind == "negative-adjective"} == {5}
    assert {s.weight for s in told.signs if s.kind == "negative-adjective"} == {2.5}
    assert told.held
    assert not alone.held


def test_a_mark_that_closes_what_no_mark_opens_hides_what_stands_before_it() -> None:
    text = 'it was a reckless and shameful farce." The baker left.'
    assert all(sign.weight <= 0 for sign in score(text).signs)


def test_inches_hide_nothing() -> None:
    assert score('A reckless 20" plank.').quoted == []


def test_a_sentence_twice_as_long_with_twice_the_cues_scores_less_than_twice() -> None:
    one = "The grey plan was reckless and the small old quiet tram stood near the harbour wall there."
    assert score(one).score < score(f"{one} {one}").score < 2 * score(one).score


def test_one_word_is_not_scored_as_if_it_were_the_whole() -> None:
    assert score("Reckless.").score == score("Reckless tram near harbour.").score


def test_a_dateline_and_an_opening_mark_count_against() -> None:
    assert "dateline" in {sign.kind for sign in score("PORT LUNE (TNA) -- The tram stopped.").signs}
    assert "opening-mark" in {sign.kind for sign in score("“The tram stopped.").signs}


def test_the_signs_add_up_to_the_score() -> None:
    weighed = score("What a reckless and shameful farce the tram of our town is, on top of it all, a week after the flood!")
    scale = (weighed.heard.words / 20) ** 0.5
    assert abs(sum(sign.weight for sign in weighed.signs) / scale - weighed.score) < 1e-9


@given(SPANS, st.integers(0, 80), st.integers(1, 20))
def test_a_cover_holds_what_its_parts_hold(parts: list[tuple[int, int]], start: int, length: int) -> None:
    inside = {place for first, last in Cover(parts).within(start, start + length) for place in range(first, last)}
    assert inside == {place for first, last in parts for place in range(first, last)} & set(range(start, start + length))


@given(st.text(min_size=1, max_size=120))
def test_a_text_that_is_quoted_whole_never_counts_for_opinion(text: str) -> None:
    whole = Quotation(start=0, end=len(text), inner=Span(0, len(text)))
    assert score(text, (whole,)).score <= 0
