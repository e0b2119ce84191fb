"""Reports that an archive keeps, told again."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import track
from claimtrack.archives.keeping import track_into
from claimtrack.archives.retelling import reports, retold
from claimtrack.errors import UnknownNameError
from claimtrack.files import Raw
from claimtrack.model import Claim
from claimtrack.store import Store
from claimtrack.testing import corpus

MADE = corpus(4, seed=2)


def test_an_archive_that_was_read_linked_and_assessed_tells_the_report_on_it(tmp_path: Path) -> None:
    raw = [Raw(name, text.encode()) for name, text in MADE.articles]
    with Store(tmp_path / "a.db") as store:
        store.add(MADE.case)
        store.add([Claim(key="claim:a", wording="A lamp is out.", label="R1"), Claim(key="claim:b", wording="A lamp is on.")])
        told, _, assessed = track_into(store, raw)
        whole = track(store.ledger)
        assert told.articles == 4
        assert assessed.made == len(whole.claims)
        assert [(each.name, each.lower, each.summary) for each in reports(store)] == [
            (each.name, each.lower, each.summary) for each in whole.claims
        ]


def test_a_format_that_needs_all_claims_at_once_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store, pytest.raises(UnknownNameError, match="line by line"):
        retold(store, "html")
