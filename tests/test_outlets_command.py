"""Tests of the verb `outlets`, and of `report --without`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from claimtrack import Outlet, save
from claimtrack.cli import main
from claimtrack.reports import sources_schema
from tests.support.building import claim, ledger, said

TOWN = ledger(
    said("S1", "person:brand"),
    said("S2", "person:oro", article="a2"),
    Outlet(key="outlet:harbour", name="Harbour Post", domains=["harbour.example"]),
    about=claim(label="C1"),
)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in a folder with a town's ledger."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    save(TOWN, "town.jsonl")


def run(*args: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, args)


class TestOutlets:
    def test_without_a_name_all_are_shown(self) -> None:
        found = run("outlets", "town.jsonl")
        assert found.exit_code == 0
        assert found.stdout.startswith("Outlets\noutlet ")
        assert "Ilse Brand" in found.stdout

    @pytest.mark.parametrize("name", ["outlet:harbour", "harbour post", "harbour.example", "https://www.harbour.example/dam"])
    def test_an_outlet_is_found_by_what_it_is_called(self, name: str) -> None:
        args = ["outlets", name, "town.jsonl"] if "/" not in name else ["outlets", "www.harbour.example", "town.jsonl"]
        assert run(*args).stdout.startswith("Harbour Post\noutlet:harbour\n")

    def test_ratings_from_a_file_show_on_the_card_and_as_letters_of_the_policy(self) -> None:
        Path("r.csv").write_text("domain,value,scale,rater\nharbour.example,0.75,score,the Index\n")
        assert "the Index: 0.75" in run("outlets", "harbour.example", "town.jsonl", "--ratings", "r.csv").stdout
        outlets = json.loads(run("outlets", "town.jsonl", "--ratings", "r.csv", "--format", "json").stdout)["outlets"]
        assert [each["letters"] for each in outlets if each["id"] == "outlet:harbour"] == ["B"]
        Path("house.toml").write_text('claimtrack_policy = 1\n[[scale]]\nname = "score"\nat_least = {A = 0.7}\n')
        args = ("outlets", "town.jsonl", "--ratings", "r.csv", "--policy", "house.toml", "--format", "json")
        assert [each["letters"] for each in json.loads(run(*args).stdout)["outlets"] if each["id"] == "outlet:harbour"] == ["A"]

    def test_a_speaker_is_found_by_the_same_verb(self) -> None:
        assert run("outlets", "Ilse Brand", "town.jsonl").stdout.startswith("Ilse Brand\nperson:brand (person)\n")

    @pytest.mark.parametrize("args", [["town.jsonl"], ["Ilse Brand", "town.jsonl"], ["Harbour Post", "town.jsonl"]])
    def test_the_json_keeps_to_its_schema_which_is_printed(self, args: list[str]) -> None:
        assert json.loads(run("schema", "outlets").stdout) == sources_schema()
        jsonschema.validate(json.loads(run("outlets", *args, "--format", "json").stdout), sources_schema())

    def test_json_of_one_has_that_one_alone(self) -> None:
        told = json.loads(run("outlets", "Ilse Brand", "town.jsonl", "--format", "json").stdout)
        assert (len(told["outlets"]), len(told["speakers"])) == (0, 1)

    def test_markdown_goes_to_a_file(self) -> None:
        assert run("outlets", "Harbour Post", "town.jsonl", "--format", "markdown", "-o", "card.md").stdout == ""
        assert Path("card.md").read_text("utf-8").startswith("# Harbour Post\n")

    def test_a_wrong_name_is_answered_with_near_ones(self) -> None:
        found = run("outlets", "Harbor Post", "town.jsonl")
        assert (found.exit_code, found.stdout) == (2, "")
        assert "there is no outlet or speaker 'Harbor Post'; did you mean 'Harbour Post'" in found.stderr

    def test_a_missing_file_is_told_as_one(self) -> None:
        assert "town/dam.jsonl: cannot be read" in run("outlets", "town/dam.jsonl").stderr

    def test_without_a_path_the_seeds_are_read_if_they_are_there(self) -> None:
        assert "name the files or folders to read" in run("outlets").stderr
        Path("seeds").mkdir()
        save(TOWN, "seeds/town.jsonl")
        assert run("outlets").stdout == run("outlets", "town.jsonl").stdout
        assert run("outlets", "Harbour Post").stdout == run("outlets", "Harbour Post", "town.jsonl").stdout

    def test_no_hostile_name_reaches_the_terminal(self) -> None:
        found = run("outlets", "\x1b[31mHarbour\u202e", "town.jsonl")
        assert "\x1b" not in found.stderr
        assert "\u202e" not in found.stderr


class TestWithout:
    def test_what_is_left_is_reported_after_what_became_of_the_claims(self) -> None:
        found = run("report", "town.jsonl", "--without", "Vesna Oro")
        assert found.exit_code == 0
        assert found.stdout.startswith("Without Vesna Oro\n")

    def test_it_may_be_given_several_times_in_any_order(self) -> None:
        one = run("report", "town.jsonl", "--without", "Vesna Oro", "--without", "Harbour Post")
        other = run("report", "--without", "Harbour Post", "town.jsonl", "--without", "Vesna Oro")
        assert one.stdout == other.stdout
        assert "No claim is left." in one.stdout

    def test_flags_of_what_is_left_count_for_fail_on(self) -> None:
        assert run("report", "town.jsonl", "--fail-on", "single-source").exit_code == 0
        assert run("report", "town.jsonl", "--fail-on", "single-source", "--without", "Vesna Oro").exit_code == 1

    def test_a_wrong_name_is_answered_with_near_ones_and_no_data(self) -> None:
        found = run("report", "town.jsonl", "--without", "Vesna Ora")
        assert (found.exit_code, found.stdout) == (2, "")
        assert "did you mean 'Vesna Oro'" in found.stderr
