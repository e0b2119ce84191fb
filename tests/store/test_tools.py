"""sqlite-utils and Datasette show something that people understand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.model import Anchor, Article, Framing, Ledger, Outlet, Statement, Voice
from claimtrack.store import Store

LEDGER = Ledger(
    [
        Outlet(key="outlet:gull", name="The Brinemouth Gull", aliases=["The Gull", "Gull"]),
        Article(key="article:lamp", title="The lamp went out", outlet="outlet:gull"),
        Statement(
            key="lamp:1",
            article="article:lamp",
            anchor=Anchor(start=0, end=20),
            chain=["outlet:gull", ("person:keeper", "org:lights")],
            voice=Voice.INDIRECT,
            framing=Framing.ATTRIBUTED_FACT,
            proposition="The lamp went out.",
        ),
    ]
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with Store(tmp_path / "a.db") as store:
        store.add(LEDGER)
    return tmp_path / "a.db"


def told(*words: object) -> str:
    run = subprocess.run([sys.executable, "-W", "ignore", "-m", *map(str, words)], capture_output=True, text=True, check=True)
    return run.stdout


@pytest.mark.slow
def test_sqlite_utils_shows_who_said_what(archive: Path) -> None:
    (row,) = json.loads(told("sqlite_utils", "query", archive, "select article, speaker, proposition, framing, kept from statements"))
    assert list(row.values()) == ["article:lamp", "org:lights; person:keeper", "The lamp went out.", "attributed-fact", "records"]
    (outlet,) = json.loads(told("sqlite_utils", "rows", archive, "outlets"))
    assert (outlet["name"], outlet["aliases"], outlet["retracted"]) == ("The Brinemouth Gull", "Gull; The Gull", 0)


@pytest.mark.slow
def test_datasette_shows_the_views_as_pages(archive: Path) -> None:
    page = told("datasette", archive, "--get", "/a/statements")
    assert "org:lights; person:keeper" in page
    rows = json.loads(told("datasette", archive, "--get", "/a/articles.json?_shape=array"))
    assert [row["title"] for row in rows] == ["The lamp went out"]
