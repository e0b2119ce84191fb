"""What stages keep in an archive is read again as it was left."""

from __future__ import annotations

from pathlib import Path

from claimtrack.archives import shelves
from claimtrack.claims.standings import Placed
from claimtrack.store import Store


def test_a_table_of_standings_is_read_again_as_it_was_kept_and_those_that_went_are_gone(tmp_path: Path) -> None:
    with Store(tmp_path / "kelp.db") as store:
        table = shelves.Table(shelves.standings(store.work("standings")))
        for article in ("heron-post", "kelp-times", "quill-echo"):
            table[article] = Placed([7, 9], [9], near=(("heron-post", 0.83),))
        table.keep()
        again = shelves.Table(shelves.standings(store.work("standings")))
        del again["quill-echo"]
        again["kelp-times"] = Placed([7], [7], ("heron-post",))
        again.keep()
        last = shelves.Table(shelves.standings(store.work("standings")))
        assert sorted(last) == ["heron-post", "kelp-times"]
        assert last["heron-post"].near == (("heron-post", 0.83),)
        assert (list(last["kelp-times"].stems), last["kelp-times"].neighbours) == ([7], ("heron-post",))
