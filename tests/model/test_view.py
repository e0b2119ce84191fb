"""Tests of the view: which record is taken, how names are resolved, who acts for whom."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import (
    Anchor,
    Article,
    Claim,
    ClaimKind,
    Framing,
    Ledger,
    Maker,
    MakerKind,
    Outlet,
    OutletKind,
    Period,
    Speaker,
    SpeakerKind,
    Statement,
    View,
    Voice,
)
from claimtrack.model.view import rank
from claimtrack.testing import adversarial_ledgers, coherent_ledgers

ADA = Maker(name="Ada")
LATE = Maker(name="Ada", on=Period.parse("2024"))
EARLY = Maker(name="Ada", on=Period.parse("2020"))
READER = Maker(name="reader", kind=MakerKind.SOFTWARE)


def view(*records: Any) -> View:
    return Ledger(records).view


def person(key: str, **fields: Any) -> Speaker:
    return Speaker(key=key, name=fields.pop("name", key), kind=SpeakerKind.PERSON, **fields)


def test_a_person_is_believed_before_a_program_before_nobody() -> None:
    names = {maker: Outlet(key="o", name=str(maker and maker.name), maker=maker) for maker in (None, READER, ADA)}
    assert [record.maker for record in sorted(names.values(), key=rank)] == [ADA, READER, None]
    assert view(*names.values()).outlets["o"].name == "Ada"


def test_the_later_word_is_taken_before_the_earlier() -> None:
    assert view(Outlet(key="o", name="Old", maker=EARLY), Outlet(key="o", name="New", maker=LATE)).outlets["o"].name == "New"
    assert view(Outlet(key="o", name="Undated", maker=ADA), Outlet(key="o", name="Dated", maker=EARLY)).outlets["o"].name == "Dated"


def test_equal_ranks_are_settled_by_the_smaller_id() -> None:
    rivals = [Outlet(key="o", name="One"), Outlet(key="o", name="Two")]
    assert view(*rivals).outlets["o"] == min(rivals, key=lambda record: record.id)


def test_lists_are_united_and_empty_fields_filled() -> None:
    one = Outlet(key="o", name="Post", aliases=["P"], maker=ADA)
    other = Outlet(key="o", name="Post", aliases=["The Post"], kind=OutletKind.AGENCY, maker=READER)
    found = view(one, other)
    assert found.outlets["o"].aliases == ("P", "The Post")
    assert found.outlets["o"].kind is OutletKind.AGENCY
    assert found.conflicts == ()


def test_fields_that_disagree_are_a_conflict_with_all_its_records() -> None:
    rivals = [Outlet(key="o", name="One", maker=ADA), Outlet(key="o", name="Two", maker=READER)]
    (conflict,) = view(*rivals).conflicts
    assert conflict.detail == "name: One; Two (the first is used)"
    assert conflict.records == tuple(sorted(record.id for record in rivals))


def test_statements_are_taken_whole() -> None:
    how: dict[str, Any] = {"key": "S", "article": "a", "voice": Voice.AUTHORIAL, "framing": Framing.HEDGED}
    both = [
        Statement(**how, anchor=Anchor(start=0, end=3), maker=ADA),
        Statement(**how, anchor=Anchor(start=0, end=4), maker=READER, note="kept apart"),
    ]
    found = view(*both)
    assert found.statements["S"] == both[0]
    assert [conflict.detail for conflict in found.conflicts] == ["anchor: end 3, start 0; end 4, start 0 (the first is used)"]


def test_a_key_of_two_types_is_a_conflict() -> None:
    assert [conflict.kind for conflict in view(Outlet(key="x", name="X"), Claim(key="x", wording="X")).conflicts] == ["type"]


def test_a_name_is_resolved_whatever_its_case() -> None:
    found = view(Outlet(key="o", name="Harbour Post", aliases=["HP"]))
    assert [found.resolve(name) for name in ("o", "HARBOUR post", "hp", "else")] == ["o", "o", "o", "else"]
    assert [found.known(name) for name in ("o", "hp", "else")] == [True, True, False]


def test_an_ambiguous_name_is_left_as_it_is_and_told() -> None:
    found = view(Outlet(key="o1", name="Post"), Outlet(key="o2", name="post"))
    assert found.resolve("Post") == "Post"
    assert [(conflict.kind, conflict.detail) for conflict in found.conflicts] == [("name", "could be o1, o2")]


def test_a_key_goes_before_a_name() -> None:
    found = view(person("brand"), person("other", name="brand"), Article(key="a", title="t"))
    assert found.resolve("brand") == "brand"
    assert found.resolve("a") == "a"


def test_what_readers_call_a_thing() -> None:
    found = view(
        Outlet(key="o", name="Post"), person("p", name="Ilse"), Article(key="a1", outlet="o"), Article(key="a2", title="Dam"),
        Article(key="a3"), Article(key="a4", outlet="missing"),
    )  # fmt: skip
    names = {key: found.name(key) for key in ("o", "p", "a1", "a2", "a3", "a4", "else")}
    assert names == {"o": "Post", "p": "Ilse", "a1": "Post", "a2": "Dam", "a3": "a3", "a4": "missing", "else": "else"}


def test_articles_that_name_each_other_as_outlet_still_have_names() -> None:
    found = view(Article(key="a", outlet="b"), Article(key="b", outlet="a"), Article(key="c", outlet="c"))
    assert [found.name(key) for key in "abc"] == ["b", "a", "c"]


def test_a_speaker_without_more_stands_for_itself() -> None:
    assert view(person("p")).actors("p") == {"p"}
    assert view().actors("unknown") == {"unknown"}


def test_a_minister_stands_for_the_state_behind_the_ministry() -> None:
    ministry = person("ministry", name="The Ministry", acts_for=["state"])
    found = view(person("minister", acts_for=["The Ministry"]), ministry, person("state"))
    assert found.actors("minister") == {"state"}


def test_a_group_stands_for_its_members() -> None:
    group = Speaker(key="four", name="Four", kind=SpeakerKind.GROUP, members=["a", "b"])
    assert view(group, person("a"), person("b", acts_for=["c"])).actors("four") == {"a", "c"}


def test_a_circle_is_one_actor_whoever_is_asked() -> None:
    found = view(person("b", acts_for=["c"]), person("c", acts_for=["b"]), person("a", acts_for=["b"]))
    assert [found.actors(key) for key in "abc"] == [{"b"}] * 3


def test_a_circle_beside_another_actor_is_not_lost() -> None:
    found = view(person("b", acts_for=["c"]), person("c", acts_for=["b"]), person("a", acts_for=["b", "d"]))
    assert found.actors("a") == {"b", "d"}


def test_a_circle_with_a_way_out_stands_for_what_is_outside() -> None:
    found = view(person("a", acts_for=["b"]), person("b", acts_for=["a", "d"]))
    assert found.actors("a") == found.actors("b") == {"d"}


@given(st.one_of(coherent_ledgers(), adversarial_ledgers()))
def test_whoever_acts_for_others_stands_for_all_that_they_stand_for(ledger: Ledger) -> None:
    found = ledger.view
    for key, speaker in found.speakers.items():
        assert found.actors(key)
        onward = speaker.acts_for or speaker.members
        if onward:
            assert found.actors(key) == frozenset().union(*(found.actors(other) for other in onward))


@given(adversarial_ledgers())
def test_every_reference_has_a_name(ledger: Ledger) -> None:
    found = ledger.view
    assert all(found.name(key) for key in (*found.articles, *found.speakers, *found.outlets))


class TestDeliberateNonIdentities:
    def test_overlap_of_actors_is_not_transitive(self) -> None:
        group = Speaker(key="both", name="Both", kind=SpeakerKind.GROUP, members=["a", "b"])
        found = view(group, person("a"), person("b"))
        assert found.actors("a") & found.actors("both")
        assert found.actors("both") & found.actors("b")
        assert not found.actors("a") & found.actors("b")

    def test_the_kind_that_is_the_default_yields_to_one_that_is_given(self) -> None:
        plain, given_ = Claim(key="c", wording="C", maker=ADA), Claim(key="c", wording="C", kinds=[ClaimKind.OPINION], maker=READER)
        assert view(plain, given_).claims["c"].kinds == (ClaimKind.OPINION,)


def test_the_ids_of_all_records_on_a_key_are_told_the_one_taken_first() -> None:
    nobodys = Speaker(key="person:quill", name="Quill", kind=SpeakerKind.PERSON)
    adas = Speaker(key="person:quill", name="Ada Quill", kind=SpeakerKind.PERSON, maker=ADA)
    view = Ledger([nobodys, adas]).view
    assert view.ids("person:quill") == (adas.id, nobodys.id)
    assert view.ids("person:nobody") == ()
