"""Tests of paths that leave the machine: relative, whatever they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.reports.paths import relative_to

STEPS = st.lists(st.sampled_from(["desk", "news", "a.toml", "b c.txt"]), min_size=1, max_size=4).map("/".join)
PATHS = st.builds(str.__add__, st.sampled_from(["", "/", "/home/", "./", "../"]), STEPS)


@pytest.mark.parametrize(
    ("folder", "file", "shown"),
    [
        ("/desk", "/desk/cases/a.toml", "cases/a.toml"),
        ("/desk", "cases/a.toml", "cases/a.toml"),
        ("/desk", "./a.toml", "a.toml"),
        ("/desk", "../a.toml", "../a.toml"),
        ("/desk", "/other/a.toml", "a.toml"),
        ("/", "/other/a.toml", "other/a.toml"),
        ("/de", "/desk/a.toml", "a.toml"),
        ("", "/desk/a.toml", "a.toml"),
        ("/desk", "standard input", ""),
    ],
)
def test_a_path_counts_from_the_folder_or_shows_its_name_alone(folder: str, file: str, shown: str) -> None:
    assert relative_to(folder, [file])(file) == shown


def test_of_absolute_paths_elsewhere_the_part_that_all_share_is_left_out() -> None:
    files = ["/home/ida/desk/a.toml", "/home/ida/desk/old/b.toml"]
    assert [relative_to("/srv", files)(file) for file in files] == ["a.toml", "old/b.toml"]


@given(st.lists(PATHS, min_size=1, max_size=5), st.sampled_from(["", "/", "/home", "/home/desk"]))
def test_no_path_is_absolute_any_more(files: list[str], folder: str) -> None:
    relative = relative_to(folder, files)
    assert not any(relative(file).startswith("/") for file in files)
