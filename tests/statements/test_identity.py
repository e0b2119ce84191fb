"""Speakers of different articles whose names fit are put before a person, and never made one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.files import Raw
from claimtrack.intake import read
from claimtrack.linking import link
from claimtrack.model import Claims, Judgement, Ledger, Speaker, Verdict
from claimtrack.model.terms import SpeakerKind
from claimtrack.statements.identity import MOST, listed, reaching, suggested
from claimtrack.statements.names import acronym_of, initials_of


def person(key: str, name: str) -> Speaker:
    return Speaker(key=f"person:{key}", name=name, kind=SpeakerKind.PERSON)


def body(key: str, name: str, *aliases: str) -> Speaker:
    return Speaker(key=f"org:{key}", name=name, kind=SpeakerKind.ORGANIZATION, aliases=aliases)


def pairs(*speakers: Speaker) -> set[tuple[str, str]]:
    found = suggested(speakers)
    assert all(each.verdict is Verdict.UNSURE and each.reasons and each.maker for each in found)
    return {(each.left, each.right) for each in found}


def test_spellings_initials_and_bare_last_names_are_suggested() -> None:
    brandts = person("sergei", "Sergei Brandt"), person("sergey", "Sergey Brandt"), person("s", "S. Brandt"), person("b", "Brandt")
    assert len(pairs(*brandts)) == 6
    assert pairs(person("ada", "Ada Quill"), person("tom", "Tom Quill")) == set()


def test_a_bare_last_name_that_fits_many_suggests_nothing() -> None:
    many = [person(str(number), f"{'ABCDEFGHIJ'[number]}da Quill") for number in range(MOST + 1)]
    assert pairs(*many, person("q", "Quill")) == set()


def test_an_acronym_is_suggested_for_the_body_whose_initials_it_has_unless_its_alias_says_so() -> None:
    assert pairs(body("hwu", "HWU"), body("union", "Harbour Workers Union")) == {("org:hwu", "org:union")}
    assert pairs(body("hwu", "HWU"), body("union", "Harbour Workers Union", "HWU")) == set()
    assert pairs(body("keepers", "Keepers"), body("tbk", "Tarn-e-Brava Keepers"), body("t", "TBK")) == {("org:t", "org:tbk")}


def test_a_body_is_not_suggested_for_itself_where_its_acronym_was_recorded_under_its_key() -> None:
    assert pairs(body("union", "HWU"), body("union", "Harbour Workers Union")) == set()


def test_reading_two_articles_suggests_and_joins_nothing() -> None:
    texts = "Envoy Sergei Brandt said that the toll is fair.", "Envoy Sergey Brandt said that the bridge will close."
    told, faults = read([Raw(f"{place}.txt", f"A day\n\n{text}\n".encode()) for place, text in enumerate(texts)], Ledger())
    assert not faults
    (suggestion,) = told.of(Judgement)
    assert (suggestion.left, suggestion.right, suggestion.verdict) == ("person:sergei-brandt", "person:sergey-brandt", Verdict.UNSURE)
    assert len(told.of(Speaker)) == 2
    joined = told | link(told)
    assert not any("person:" in member for claim in Claims(joined.view).all for member in claim.members)


def test_reading_again_suggests_the_same() -> None:
    raw = [Raw("a.txt", b"A day\n\nSergei Brandt said so himself."), Raw("b.txt", b"A day\n\nS. Brandt said so too, he did.")]
    assert read(raw, Ledger()) == read(raw[::-1], Ledger())


_WORDS = st.lists(st.sampled_from(["Harbour", "of", "Union", "Hill-top", "e", "d’Arno", "the", "Émile", "-", "X"]), min_size=2, max_size=5)


@given(st.text("HOUTXEDA", min_size=2, max_size=6), _WORDS)
def test_an_acronym_reaches_every_body_whose_initials_it_has(short: str, words: list[str]) -> None:
    if acronym_of(short, " ".join(words)):
        assert set(initials_of(" ".join(words))) & set(reaching(short))


def test_speakers_stand_on_the_lists_of_their_last_names_acronyms_and_initials() -> None:
    assert listed(person("s", "Sergey Brandt")) == listed(person("b", "Brandt")) == ("person brandt",)
    assert listed(body("u", "Union of Harbour Workers")) == ("long HW", "long UHW", "long W")
    assert (listed(body("u", "HWU")), reaching("HWU")) == (("short HWU",), ("H", "HU", "HW", "HWU"))
    assert listed(body("k", "Keepers")) == ()
