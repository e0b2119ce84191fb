"""Tests of settings files: what they give, and what is wrong in them with its line."""

from __future__ import annotations

import pytest

from claimtrack import InputError
from claimtrack.codec import read_settings
from claimtrack.model.reports import Level
from claimtrack.model.settings import Settings

FULL = """
fail-on = ["single-source", "CT3"]
fail-level = "warning"
min-origins = 2
select = ["CT1"]
ignore = ["CT102"]
baseline = "known.json"
exit-zero = true
policy = "policy.toml"
ratings = ["ours.csv"]
"""
SETTINGS = Settings(
    fail_on=("single-source", "CT3"),
    fail_level=Level.WARNING,
    min_origins=2,
    select=("CT1",),
    ignore=("CT102",),
    baseline="known.json",
    exit_zero=True,
    policy="policy.toml",
    ratings=("ours.csv",),
)


def read(text: str, name: str = "claimtrack.toml") -> Settings | None:
    found = read_settings(text, name)
    return found.settings if found else None


def refused(text: str, name: str = "claimtrack.toml") -> list[str]:
    with pytest.raises(InputError) as caught:
        read_settings(text, name)
    return [str(fault) for fault in caught.value.faults]


def test_every_key_is_read() -> None:
    assert read(FULL) == SETTINGS
    assert read("[tool.claimtrack]" + FULL, "pyproject.toml") == SETTINGS


def test_an_empty_file_sets_nothing() -> None:
    assert read("") == read("[tool.claimtrack]", "pyproject.toml") == Settings()


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[tool.other]\nselect = 3\n", "[tool]\n", "not toml at all ["])
def test_a_project_file_without_our_table_has_no_settings_whatever_else_it_holds(text: str) -> None:
    assert read(text, "pyproject.toml") is None


def test_everything_wrong_is_told_with_its_line_and_the_key_that_was_meant() -> None:
    text = '# ours\nfail-level = "grave"\nmin-orgins = 2\nselect = "CT1"\nignore = [\n  "CT1",\n  3,\n]\nexit-zero = 1\nmin-origins = -1\n'
    assert refused(text) == [
        "claimtrack.toml:2: fail-level: expected one of error, warning, note; found the text 'grave'",
        "claimtrack.toml:3: min-orgins: unknown setting; did you mean 'min-origins'?",
        "claimtrack.toml:4: select: expected a list, found the text 'CT1'; put it in brackets",
        "claimtrack.toml:7: ignore[1]: expected text, found the number 3",
        "claimtrack.toml:9: exit-zero: expected true or false, found the number 1",
        "claimtrack.toml:10: min-origins: -1 is below 0; expected 0 or more",
    ]


def test_in_a_project_file_the_path_and_the_line_are_those_of_the_table() -> None:
    assert refused('[project]\nname = "x"\n\n[tool.claimtrack]\nselct = []\n', "desk/pyproject.toml") == [
        "desk/pyproject.toml:5: tool.claimtrack.selct: unknown setting; did you mean 'select'?"
    ]


@pytest.mark.parametrize("spelled", ["fail_on = []", "zzz = 1", '"\\u001b[31m" = 1'])
def test_an_unknown_key_is_told(spelled: str) -> None:
    (told,) = refused(spelled)
    assert "unknown setting; " in told
    assert "\x1b" not in told


@pytest.mark.parametrize(
    "text", ["x", "select = [", "[tool]\nclaimtrack = 3\n[tool.claimtrack.x]\n", "a = " + "[" * 3000, "n = " + "9" * 9000]
)
def test_what_is_no_toml_is_told(text: str) -> None:
    assert refused(text)[0].startswith("claimtrack.toml")


def test_a_table_of_ours_that_is_none_is_told() -> None:
    assert refused("tool.claimtrack = 3\n", "pyproject.toml") == ["pyproject.toml:1: tool.claimtrack: expected a table, found the number 3"]


def test_the_place_of_an_element_can_be_asked_for() -> None:
    file = read_settings('select = [\n "CT1",\n "x",\n]\n', "claimtrack.toml")
    assert file is not None
    assert str(file.fault("select[1]", "no such flag")) == "claimtrack.toml:3: select[1]: no such flag"
