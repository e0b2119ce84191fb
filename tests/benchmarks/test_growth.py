"""Tests of the measuring of growth itself, and of how each stage grows."""

from __future__ import annotations

import pytest

from tests.benchmarks.figures import Recorder
from tests.benchmarks.growth import STAGES, Measured, exponent, main, measure, table

STEEPEST = 1.6
"""The power of the size with which time may grow, outgrown caches and noise included; quadratic work would show as 2."""
SIZES = {"read": (10, 100), "link": (1_000, 10_000), "copies": (30, 300), "assess": (100, 1_000)}
"""Merging is left to the benchmark of unions: beside a dict, since what either takes is mostly memory that no cache holds any more."""


def grown(power: float) -> list[Measured]:
    return [Measured(size, 0.001 * size**power, 90, 80) for size in (10, 100, 1_000, 10_000)]


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    assert exponent(grown(power)) == pytest.approx(power)


def test_the_table_has_a_row_a_size_and_the_exponent_at_the_last() -> None:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table({"read": grown(1.0)}).splitlines()[2:]]
    assert [row[1] for row in rows] == ["10 articles", "100 articles", "1,000 articles", "10,000 articles"]
    assert [row[-1] for row in rows] == ["", "", "", "1.00"]
    assert rows[0][3] == "1,000"


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_is_measured_over_three_decades_and_does_its_work(name: str) -> None:
    sizes = STAGES[name].sizes
    assert sizes[-1] >= 1_000 * sizes[0]
    assert measure(STAGES[name], 4, least=0).size == 4


def test_an_unknown_stage_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["dance"])
    assert "no stage is called 'dance'; there are read, link, copies, merge, assess" in capsys.readouterr().err


@pytest.mark.benchmark
@pytest.mark.parametrize("name", SIZES)
def test_time_grows_with_the_size(name: str, record: Recorder) -> None:
    found = [measure(STAGES[name], size) for size in SIZES[name]]
    power = exponent(found)
    record(f"{name}: power of growth to {found[-1].size:,} {STAGES[name].of}", found[-1].seconds, "a straight line", power, STEEPEST)
    assert power <= STEEPEST
