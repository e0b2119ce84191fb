"""Tests of what taking a source out means: whose word is not heard, and which articles are not read."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claimtrack import AmbiguousNameError, Outlet, Record, UnknownNameError
from claimtrack.model import DerivationKind, Speaker, SpeakerKind
from claimtrack.model.whatif import Exclusion
from claimtrack.provenance import exclude
from tests.support.building import article, controlled, descends, ledger, said


def gone(names: str | Iterable[str], *records: Record) -> Exclusion:
    return exclude(ledger(records).view, [names] if isinstance(names, str) else names)


def test_an_outlet_goes_with_its_articles() -> None:
    found = gone("Harbour Post", article("a4"))
    assert found.sources == {"outlet:harbour"}
    assert found.articles == {"a1", "a4"}


def test_a_copy_of_its_article_goes_too_and_so_does_a_copy_of_that() -> None:
    found = gone("outlet:harbour", descends("a2", "a1"), descends("a3", "a2", DerivationKind.REWRITE))
    assert found.articles == {"a1", "a2", "a3"}


def test_what_is_copied_from_another_as_well_stays() -> None:
    assert gone("outlet:harbour", descends("a2", "a1"), descends("a2", "a3")).articles == {"a1"}


def test_what_merely_cites_it_stays() -> None:
    assert gone("outlet:harbour", descends("a2", "a1", DerivationKind.CITATION)).articles == {"a1"}


def test_a_proposed_copy_stays() -> None:
    assert gone("outlet:harbour", descends("a2", "a1", proposed=True)).articles == {"a1"}


def test_a_government_goes_with_whoever_speaks_for_it_alone() -> None:
    assert gone("the Dam Office").sources == {"gov:dam", "person:keeper"}


def test_a_minister_goes_alone() -> None:
    assert gone("Tam Keeper").sources == {"person:keeper"}


def test_a_group_goes_once_all_its_members_have() -> None:
    assert "group:offices" not in gone("gov:coast").sources
    assert "group:offices" in gone(["gov:coast", "gov:dam"]).sources


def test_an_author_goes_with_what_nobody_else_signed() -> None:
    quill = Speaker(key="person:quill", name="Ada Quill", kind=SpeakerKind.AUTHOR)
    found = gone("Ada Quill", quill, article("a1", authors=["Ada Quill"]), article("a2", authors=["Ada Quill", "Tam Keeper"]))
    assert found.articles == {"a1"}


def test_an_article_can_be_taken_out_by_its_key() -> None:
    found = gone("a1")
    assert found.taken[0].name == "On a1"
    assert found.articles == {"a1"}


def test_state_media_are_the_outlets_recorded_so() -> None:
    (taken,) = gone("State-Media", controlled("outlet:valley", "Valley Herald")).taken
    assert (taken.name, taken.keys) == ("state-media", ("outlet:valley",))


def test_a_word_that_fits_nothing_here_takes_nothing_out() -> None:
    found = gone("state-media")
    assert (found.taken[0].keys, bool(found)) == ((), False)


def test_anonymous_are_the_speakers_whom_nobody_names() -> None:
    assert gone("anonymous").sources == {"anon:worker"}


def test_names_for_one_thing_are_one() -> None:
    assert gone(["Harbour Post", "outlet:harbour", "harbour"]) == gone("harbour")
    assert gone("harbour") == exclude(ledger().view, "harbour")


def test_a_wrong_name_is_answered_with_near_ones_words_for_groups_among_them() -> None:
    with pytest.raises(UnknownNameError, match="'state-media'"):
        gone("state media")
    with pytest.raises(UnknownNameError, match="'Harbour Post'"):
        gone("Harbor Post")


def test_a_name_of_two_is_not_guessed() -> None:
    with pytest.raises(AmbiguousNameError):
        gone("Brand", Outlet(key="outlet:brand", name="Brand"))


def test_somebody_who_has_no_record_can_be_taken_out() -> None:
    assert exclude(ledger(said("S1", "a passer-by")).view, ["a passer-by"]).sources == {"a passer-by"}
