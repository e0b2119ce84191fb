"""Tests of the option `--policy`: a newsroom's own file, and what is told of a faulty one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimtrack import InputError, load_policy, save
from claimtrack.cli import main
from tests.support.building import ledger, rated, said

STRICT = 'claimtrack_policy = 1\n[[content]]\ndigit = 6\nsays = "nothing is ever judged"\n'


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A ledger with one well rated origin."""
    place = tmp_path / "town.jsonl"
    save(ledger(said("S1", "person:brand"), rated("person:brand", "B")), place)
    return place


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def policy(tmp_path: Path, text: str) -> Path:
    place = tmp_path / "house.toml"
    place.write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize("verb", [("report", "--format", "jsonl"), ("explain", "claim:dam-leaks")])
def test_a_policy_gives_the_digits(verb: tuple[str, ...], town: Path, tmp_path: Path) -> None:
    assert "nothing is ever judged" not in run(*verb, town).stdout
    found = run(*verb, town, "--policy", policy(tmp_path, STRICT))
    assert found.exit_code == 0
    assert "nothing is ever judged" in found.stdout


def test_its_rules_are_listed(tmp_path: Path) -> None:
    assert "\n6  nothing is ever judged\n" in run("rule", "--policy", policy(tmp_path, STRICT)).stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", 'claimtrack_policy: a policy starts with "claimtrack_policy = 1"'),
        ("claimtrack_policy = 1\n[weight]\nA = 3\n", "house.toml:3: weight.A: 3 is above 1"),
        ("claimtrack_policy = 1\n[weight\n", "house.toml:2: not TOML"),
    ],
)
def test_a_faulty_policy_ends_the_run_with_its_faults(text: str, told: str, town: Path, tmp_path: Path) -> None:
    found = run("report", town, "--policy", policy(tmp_path, text))
    assert found.exit_code == 2
    assert told in found.stderr
    assert found.stdout == ""


def test_a_policy_that_is_not_there_is_told(town: Path, tmp_path: Path) -> None:
    found = run("report", town, "--policy", tmp_path / "none.toml")
    assert found.exit_code == 2
    assert "none.toml: cannot be read" in found.stderr


def test_a_policy_in_another_encoding_is_told(tmp_path: Path) -> None:
    place = tmp_path / "house.toml"
    place.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        load_policy(place)
