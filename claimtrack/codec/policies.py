"""Policy files: a newsroom's own figures and rows in TOML, put over the packaged ones."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimtrack.codec.cases import SIZE_LIMIT, syntax_fault
from claimtrack.codec.convert import UnfitError, structured
from claimtrack.codec.toml_lines import TomlLines
from claimtrack.errors import Fault, InputError, VersionError
from claimtrack.model.policy import Policy

VERSION = 1
_LAID_OVER = ("weight", "evidence", "ratings", "sources", "acts", "likelihood")
"""Tables of which a policy may give some keys only; all else it gives whole."""


@cache
def default_policy() -> Policy:
    """The packaged policy: judgement, not calibration."""
    return structured(_packaged(), Policy)


def _packaged() -> dict[str, Any]:
    return tomllib.loads((files("claimtrack") / "data" / "reliability" / "policy.toml").read_text("utf-8"))


def read_policy(text: str, name: str) -> Policy:
    """The policy that a file gives, with the packaged one where it is silent.

    The file begins with `claimtrack_policy = 1`. Of tables such as `[weight]` single keys will do; a `[[scale]]` stands in for the
    packaged one of its name; `[[content]]` and `[[said]]` are given with all their rows.

    Args:
        text: the file's text.
        name: the file's name, for faults.

    Raises:
        InputError: with everything that is wrong, each fault with its line.
    """
    try:
        given = _parsed(text, name)
        return structured(_over(_packaged(), given), Policy)
    except UnfitError as unfit:
        lines = TomlLines(text)
        raise InputError([Fault(name, lines.of(path), path, message) for path, message in unfit.told]) from unfit


def _parsed(text: str, name: str) -> dict[str, Any]:
    if len(text) > SIZE_LIMIT:
        raise InputError([Fault(name, 0, "", "far too long to be a policy")])
    try:
        given = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise InputError([syntax_fault(str(error), text, name)]) from error
    except (RecursionError, ValueError) as error:
        raise InputError([Fault(name, 0, "", "nested too deeply, or a number of far too many digits")]) from error
    version = given.get("claimtrack_policy")
    if isinstance(version, int) and version > VERSION:
        raise VersionError([Fault(name, 0, "claimtrack_policy", f"version {version}, which a newer claimtrack wrote; update claimtrack")])
    if version != VERSION or isinstance(version, bool):
        raise InputError([Fault(name, 1, "claimtrack_policy", 'a policy starts with "claimtrack_policy = 1"')])
    return given


def _over(packaged: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The packaged tables with the given ones laid over them."""
    laid = {**packaged, **given}
    for table in _LAID_OVER:
        if isinstance(given.get(table), dict):
            laid[table] = {**packaged[table], **given[table]}
    scales = given.get("scale")
    if isinstance(scales, list):
        named = {each.get("name") for each in scales if isinstance(each, dict)}
        laid["scale"] = [*scales, *(each for each in packaged["scale"] if each["name"] not in named)]
    return laid
