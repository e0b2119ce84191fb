"""Tests of claims as a data frame."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

from claimtrack import ClaimtrackError, Dating, MissingPackageError, Period, Report
from claimtrack.model import Basis, StanceKind
from claimtrack.reports.frame import TYPES
from claimtrack.reports.rows import CLAIM_COLUMNS
from tests.support.building import article, claim, report, said

TOWN = report(
    claim(label="D1"),
    article("a1", published=Dating(on=Period.parse("2031-04-03"), basis=Basis.STATED), url="https://harbour.example/dam"),
    article(
        "a2", "outlet:valley", published=Dating(on=Period.parse("2031-04/2031-05"), basis=Basis.STATED), url="https://valley.example/dam"
    ),
    said("s1", "person:brand"),
    said("s2", "person:oro", article="a2"),
    said("s3", "person:keeper", stance=StanceKind.DENIES),
)


def row(found: Report = TOWN) -> dict[str, object]:
    import pandas

    (told,) = found.to_frame().to_dict("records")
    return {str(name): None if value is pandas.NaT else value for name, value in told.items()}


def test_one_row_tells_a_claim() -> None:
    told = row()
    assert (told["claim"], told["label"], told["wording"], told["kinds"]) == ("claim:dam-leaks", "D1", "The dam leaks.", "fact")
    assert (told["origins_lower"], told["origins_upper"], told["exhaustive"]) == (2, 2, True)
    assert (told["carriers"], told["statements"], told["denials"]) == (2, 2, 1)
    assert told["outlets"] == "Harbour Post; Valley Herald"
    assert "disputed" in str(told["flags"]).split("; ")


def test_it_tells_the_first_and_the_last_day_on_which_it_appeared() -> None:
    assert (row()["first_appearance"], row()["last_appearance"]) == (datetime(2031, 4, 1), datetime(2031, 5, 31))


def test_the_address_is_that_of_the_first_article_to_appear() -> None:
    assert str(row()["url"]).startswith("https://valley.example/dam")


def test_undated_claims_have_no_days_and_no_address() -> None:
    told = row(report(said("s1", "person:brand")))
    assert (told["first_appearance"], told["last_appearance"], told["url"]) == (None, None, "")


def test_the_frame_has_a_row_a_claim_and_sensible_types(seeds: Report) -> None:
    frame = seeds.to_frame()
    assert list(frame["label"]) == [claim.claim.label for claim in seeds.claims]
    assert {str(kind) for kind in frame.dtypes} == {"string", "int64", "bool", "datetime64[s]"}
    assert frame["first_appearance"].min() < datetime(2024, 1, 1)
    assert (frame["origins_lower"] <= frame["origins_upper"]).all()


def test_a_report_without_claims_has_all_columns() -> None:
    empty = Report(claims=(), view=TOWN.view).to_frame()
    assert [*empty.columns] == [column.name for column in CLAIM_COLUMNS]
    assert empty.empty
    assert [str(kind) for kind in empty.dtypes] == [TYPES.get(column.name, "string") for column in CLAIM_COLUMNS]


def test_without_pandas_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingPackageError, match="a data frame needs pandas; install it with: pip install pandas") as caught:
        TOWN.to_frame()
    assert isinstance(caught.value, ClaimtrackError)
    assert isinstance(caught.value, ImportError)
    assert caught.value.name == caught.value.package == "pandas"


@pytest.mark.slow
def test_claimtrack_itself_never_imports_pandas() -> None:
    code = "import sys, claimtrack; print('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
