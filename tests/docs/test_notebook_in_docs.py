"""The notebook of the docs: its outputs are those that a run gives, and its bytes hold nothing of any machine."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.docs.examples import ROOT

NOTEBOOK = ROOT / "docs" / "how-to" / "notebook.ipynb"
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
nbformat: Any = import_module("nbformat")


def read() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)


def run(notebook: Any, folder: Path) -> Any:
    """The notebook run from the top, in a folder of its own, with nothing kept of when and on what."""
    client = import_module("nbclient").NotebookClient
    here = {**os.environ, "PYTHONPATH": str(ROOT)}  # what is tested is this code, wherever else claimtrack is installed
    client(notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(folder)}}).execute(env=here)
    notebook.metadata = METADATA
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def told(notebook: Any) -> list[str]:
    """What the cells show, as text and as HTML."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            shown += [output.get("text", ""), data.get("text/plain", ""), data.get("text/html", "")]
    return shown


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_its_outputs_are_those_of_a_run(tmp_path: Path) -> None:
    stored = read()
    fresh = run(read(), tmp_path)
    if os.environ.get("DOCS_REWRITE") and told(stored) != told(fresh):
        nbformat.write(fresh, NOTEBOOK)
    assert told(stored) == told(fresh)
    assert nbformat.writes(fresh) == nbformat.writes(stored)


def test_it_was_run_from_the_top_without_an_error() -> None:
    code = [cell for cell in read().cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [*range(1, len(code) + 1)]
    assert not any(output.output_type == "error" for cell in code for output in cell.outputs)
    assert any("<svg" in shown for shown in told(read()))


def test_it_is_written_as_the_format_asks() -> None:
    nbformat.validate(read())
    assert read().metadata == METADATA
    assert NOTEBOOK.read_text("utf-8") == nbformat.writes(read()) + "\n"


def test_it_holds_no_path_of_a_machine() -> None:
    assert re.findall(r"/(?:root|tmp|home|work|Users)\b", NOTEBOOK.read_text("utf-8")) == []
