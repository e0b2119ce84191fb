"""Files beyond any sensible size are passed over with a word, and the file beside them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.codec import lines
from tests.broken.test_broken import CASE, HEAD, beside_good


@pytest.mark.slow
def test_a_line_of_50_million_bytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(HEAD + b'{"type":"claim","wording":"' + b"a" * 50_000_000 + b'"}\n')
    [fault] = beside_good(str(path), tmp_path).faults
    assert (fault.line, fault.message) == (2, "a line of 50,000,029 bytes, where a record has at most 8,000,000")


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_LIMIT", 100)
    path = tmp_path / "long.jsonl"
    path.write_bytes(HEAD + b'{"type":"claim","wording":"' + b"a" * 200 + b'"}\n')
    [fault] = beside_good(str(path), tmp_path).faults
    assert (fault.line, fault.message) == (2, "a line of 229 bytes, where a record has at most 100")


@pytest.mark.slow
def test_a_case_file_of_50_million_characters_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_bytes(CASE + b"#" * 50_000_000)
    [fault] = beside_good(str(path), tmp_path).faults
    assert fault.message == "50,000,015 characters, where a case file has at most 20,000,000"
