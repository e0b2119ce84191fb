"""Which speakers of an archive may be one: whatever came when, the suggestions are those that all speakers give at once."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.archives.suggesting import is_suggestion, suggest
from claimtrack.model import Judgement, Maker, Record, Retraction, Speaker, Verdict
from claimtrack.model.terms import MakerKind, SpeakerKind
from claimtrack.statements import suggested
from claimtrack.statements.speakers import MAKER
from claimtrack.store import Store
from tests.store.archives import fresh

ADA = Maker(name="Ada Quill", kind=MakerKind.PERSON)
_PERSONS = ("Sergei Brandt", "Sergey Brandt", "S. Brandt", "Brandt", "Tom Brandt", "Mara Quill", "M Quill", "Quill", "Qill", "…")
_BODIES = (
    "HWU",
    "HU",
    "H.W.U.",
    "Harbour Workers Union",
    "Harbour Walls Union",
    "Union of Harbour Workers",
    "UHW",
    "UOHW",
    "Hill-top Unit",
)
_NAMES = st.sampled_from([(name, SpeakerKind.PERSON) for name in _PERSONS] + [(name, SpeakerKind.ORGANIZATION) for name in _BODIES])


@st.composite
def portions(draw: st.DrawFn) -> list[list[Record]]:
    """Speakers that come some at a time, are recorded by people, taken back, and put back again."""
    told: list[Record] = []
    for _ in range(draw(st.integers(1, 14))):
        if told and draw(st.integers(0, 3)) == 0:
            told.append(Retraction(record=draw(st.sampled_from(told)).id, reason="not so", maker=ADA))
        else:
            name, kind = draw(_NAMES)
            key, also = draw(st.sampled_from("abcdefgh")), draw(st.sampled_from([(), ("HWU",)]))
            told.append(Speaker(key=f"one:{key}", name=name, kind=kind, aliases=also, maker=draw(st.sampled_from([MAKER, ADA, None]))))
    ends = sorted(draw(st.lists(st.integers(0, len(told)), max_size=4)))
    return [told[start:end] for start, end in zip([0, *ends], [*ends, len(told)], strict=True)]


def found(store: Store) -> set[Judgement]:
    return {link for link in store.links.each(Judgement) if is_suggestion(link)}


def brandts(*names: str) -> list[Speaker]:
    return [Speaker(key=f"one:{place}", name=name, kind=SpeakerKind.PERSON, maker=MAKER) for place, name in enumerate(names)]


@given(portions())
def test_suggestions_come_to_those_of_all_speakers_whatever_came_when(parts: Sequence[Sequence[Record]]) -> None:
    with fresh() as store:
        for part in parts:
            store.add(part)
            suggest(store)
            assert found(store) == set(suggested(store.of(Speaker)))


def test_many_bodies_that_fit_an_acronym_suggest_nothing_until_one_is_taken_back() -> None:
    bodies = [Speaker(key=f"body:{each}", name=f"Harbour {each}ork Union", kind=SpeakerKind.GOVERNMENT) for each in ("W", "Wa", "We", "Wi")]
    bodies += [Speaker(key=f"body:{each}", name=f"Hill {each} Union", kind=SpeakerKind.ORGANIZATION) for each in ("Wall", "Well", "Will")]
    with fresh() as store:
        store.add([*bodies, Speaker(key="body:hwu", name="HWU", kind=SpeakerKind.ORGANIZATION)])
        suggest(store)
        assert not found(store)
        store.add([Retraction(record=bodies[2].id, reason="closed")])
        suggest(store)
        assert len(found(store)) == 6


def test_what_was_suggested_before_lists_were_kept_is_replaced() -> None:
    stale = Judgement(left="one:a", right="one:b", verdict=Verdict.UNSURE, score=0.5, reasons=("so it was",), maker=MAKER)
    other = Judgement(left="one:a", right="one:b", verdict=Verdict.UNSURE, score=0.5, reasons=("they fit",), maker=ADA)
    with fresh() as store:
        store.add(brandts("Sergei Brandt", "Sergey Brandt"))
        store.replace_links([stale, other])
        store.work("suggestions").put("all", store.digest_of(Speaker), b"")
        suggest(store)
        assert {*store.links} == {other, *suggested(store.of(Speaker))}


def test_lists_that_were_emptied_are_made_again() -> None:
    with fresh() as store:
        store.add(brandts("Sergei Brandt", "Sergey Brandt"))
        suggest(store)
        store.work("suggestions").drop()
        store.work("speakers").drop()
        store.add([Speaker(key="one:c", name="Brandt", kind=SpeakerKind.PERSON)])
        suggest(store)
        assert found(store) == set(suggested(store.of(Speaker)))
        assert len(found(store)) == 3


def test_nothing_is_written_where_nothing_came() -> None:
    with fresh() as store:
        store.add(brandts("Sergei Brandt", "Sergey Brandt"))
        suggest(store)
        changes = store._connection.sql.total_changes
        suggest(store)
        assert store._connection.sql.total_changes == changes
