"""Tests of the faces: what a package says it exports is what is there, and each public name says what it is."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys

import pytest

import claimtrack

PACKAGES = (
    "claimtrack",
    "claimtrack.claims",
    "claimtrack.codec",
    "claimtrack.model",
    "claimtrack.provenance",
    "claimtrack.reliability",
    "claimtrack.reliability.discovery",
    "claimtrack.reports",
    "claimtrack.store",
    "claimtrack.support",
    "claimtrack.testing",
)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_exports_just_what_it_imports(package: str) -> None:
    module = importlib.import_module(package)
    imported = {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert sorted(module.__all__) == sorted(name for name in imported if not name.startswith("_"))


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_package_exports_is_listed_once_in_order_and_is_there(package: str) -> None:
    module = importlib.import_module(package)
    assert len(module.__all__) == len(set(module.__all__))
    assert all(hasattr(module, name) for name in module.__all__)


def test_a_public_name_that_is_opened_late_is_what_its_import_says() -> None:
    for node in ast.walk(ast.parse(inspect.getsource(claimtrack))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("claimtrack"):
            home = importlib.import_module(node.module)
            assert all(getattr(claimtrack, alias.name) is getattr(home, alias.name) for alias in node.names)


def test_importing_the_library_opens_nothing_before_it_is_needed() -> None:
    told = "import claimtrack, sys; print([name for name in sys.modules if name.startswith('claimtrack.')]); claimtrack.Ledger"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'ledgers'"):
        _ = getattr(claimtrack, "ledgers")  # noqa: B009 - the type checker would see it
    assert set(claimtrack.__all__) <= set(dir(claimtrack))


@pytest.mark.parametrize("name", claimtrack.__all__)
def test_every_public_name_has_a_docstring_of_its_own(name: str) -> None:
    documented = getattr(claimtrack, name)
    assert documented.__doc__
    first = documented.__doc__.strip().splitlines()[0]
    assert first.endswith((".", "?"))
    assert not first.startswith(f"{name}(")


def test_the_version_is_told() -> None:
    run = subprocess.run([sys.executable, "-m", "claimtrack", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"claimtrack, version {claimtrack.__version__}\n"
