"""Tests of texts that are read again from their files when they are asked for."""

from pathlib import Path

import pytest

from claimtrack import Ledger
from claimtrack.errors import InputError
from claimtrack.files import Raw
from claimtrack.intake import Texts, read, texts
from claimtrack.linking import link
from claimtrack.model import Derivation

STORY = (
    "The brigade said that a fire in the old ropeworks of Tarn Quay destroyed four workshops and a chapel on Friday night.",
    "The owner said that ninety firefighters had been on the quay until dawn, since the nearest hydrant of all was frozen.",
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Two articles that print one story, in files."""
    written = {name: tmp_path / f"{name}.txt" for name in ("first", "second")}
    for name, path in written.items():
        path.write_text("\n\n".join([f"Fire on the quay, as the {name} of the papers has it", *STORY, ""]), "utf-8")
    return written


def raw(files: dict[str, Path]) -> list[Raw]:
    return [Raw(f"{name}.txt", path=str(path)) for name, path in files.items()]


def known(files: dict[str, Path]) -> Ledger:
    told, faults = read(raw(files), Ledger())
    assert not faults
    return told


def test_texts_go_by_the_keys_of_their_articles(files: dict[str, Path]) -> None:
    again = texts(raw(files), known(files))
    assert list(again) == ["article:first", "article:second"]
    assert len(again) == 2
    assert {key: text.key for key, text in again.items()} == {key: key for key in again}
    assert STORY[0] in again["article:first"].text


def test_a_text_can_be_asked_for_before_all_have_been_gone_through(files: dict[str, Path]) -> None:
    again = Texts(raw(files), known(files))
    assert again["article:first"] == texts(raw(files), known(files))["article:first"]
    with pytest.raises(KeyError):
        again["article:third"]


def test_copies_are_found_among_texts_that_are_read_again(files: dict[str, Path]) -> None:
    ledger = known(files)
    again = texts(raw(files), ledger)
    assert link(ledger, again) == link(ledger, list(again.values()))
    (found,) = link(ledger, again).of(Derivation)
    assert {found.derived, found.source} == set(again)


def test_a_file_that_changed_meanwhile_is_named(files: dict[str, Path]) -> None:
    again = texts(raw(files), known(files))
    assert list(again)
    files["first"].write_text("Something else altogether, said the mayor of Tarn Quay.\n", "utf-8")
    with pytest.raises(InputError, match=r"first\.txt.*has changed since it was first read"):
        again["article:first"]
