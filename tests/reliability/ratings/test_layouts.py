"""Layouts: packaged ones are recognised by their columns, and yours come before them."""

import pytest

from claimtrack.errors import InputError, UnknownNameError
from claimtrack.model.terms import FactKind
from claimtrack.reliability.ratings.layouts import layout, layouts, read_layouts, recognised
from claimtrack.reliability.ratings.scales import SCALES

MINE = """
[quay-panel]
columns = { domain = "Web Site", value = "Stars" }
scale = "percent"
rater = "Quay Panel"
on = "2025-03"
cited = { source = "Quay Panel, report of 2025", url = "https://panel.example/2025" }
"""


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ("domain score scale rater date url", "plain"),
        ("site label rater scale", "plain"),
        ("domain pc1", "lin-pc1"),
        ("domain pc1 afm fc mbfc", "lin-pc1"),
        ("domain name bias reporting credibility url questionable", "mbfc"),
        ("b d f t h m l p n r u", "mbfc-short"),
        ("id name status status_n wiki_url urls urls_n info", "wikipedia"),
    ],
)
def test_a_layout_is_recognised_by_its_columns(columns: str, name: str) -> None:
    found = recognised(frozenset(columns.split()))
    assert found
    assert found.name == name


def test_the_typology_of_state_media_gives_facts_and_no_mark() -> None:
    found = recognised(frozenset({"region", "country", "media company", "main assets", "url", "typology", "status"}))
    assert found
    assert (found.name, found.scale) == ("state-media", "")
    assert {row.about for row in found.facts} == {FactKind.DESIGNATION, FactKind.STATE_CONTROL, FactKind.PUBLISHER, FactKind.COUNTRY}


def test_columns_that_nobody_knows_fit_no_layout() -> None:
    assert recognised(frozenset({"name", "stars"})) is None


def test_every_packaged_layout_names_its_rater_and_a_scale_we_know_or_gives_facts() -> None:
    for each in layouts():
        assert each.about
        assert each.facts or each.name == "plain" or (each.rater and each.scale in SCALES and each.cited), each.name


def test_a_layout_of_your_own_comes_before_the_packaged_ones() -> None:
    (mine,) = read_layouts(MINE)
    assert recognised(frozenset({"web site", "stars", "domain", "value"}), [mine]) == mine
    assert layout("quay-panel", [mine]) == mine
    assert str(mine.on) == "2025-03"


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[a", "is no TOML"),
        ("a = 1", "mine.toml: a: is no layout"),
        ("[a]\nscale = 'score'", "is no layout"),
        ("[a]\ncolumns = {web = 'x'}", "no column is a web"),
        ("[a]\ncolumns = {domain = 'x'}\nfrom = 'y'", "unexpected keyword argument 'from'"),
        ("[a]\ncolumns = {domain = 'x'}\non = 'soon'", "is no date"),
        ("[a]\ncolumns = {domain = 'x'}\nfacts = [{about = 'weather', column = 'y'}]", "weather"),
        ("[a]\ncolumns = {domain = 1}", "is no layout"),
        ("[a]\ncolumns = 3", "is no layout"),
    ],
)
def test_a_file_that_holds_no_layout_is_told(toml: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_layouts(toml, "mine.toml")


def test_a_slip_in_the_name_of_a_layout_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'wikipedia'"):
        layout("wikpedia")
