"""Paths as they may leave the machine: relative to a folder, so that nobody learns where the files lay."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Relative = Callable[[str], str]
STANDARD_INPUT = "standard input"
"""What stands for the file of records that came through a pipe."""


def relative_to(folder: str, files: Iterable[str]) -> Relative:
    """What makes paths relative: those in a folder count from there, and other absolute ones from the folder that holds them all.

    Args:
        folder: an absolute path, or empty.
        files: the paths that it will be asked about.

    Returns:
        A function from a path to a relative one; empty for standard input, which has no path.
    """
    root = folder.rstrip("/") + "/"
    outside = [file for file in files if file.startswith("/") and not (folder and file.startswith(root))]
    shared = _shared(outside)

    def relative(file: str) -> str:
        if file == STANDARD_INPUT:
            return ""
        if not file.startswith("/"):
            return file.removeprefix("./")
        return file[len(root) :] if folder and file.startswith(root) else file[len(shared) :].lstrip("/")

    return relative


def _shared(files: Iterable[str]) -> str:
    """The path of the innermost folder that holds all files, with the slash at its end."""
    parts = [file.split("/")[:-1] for file in files]
    shared = []
    for steps in zip(*parts, strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return "/".join(shared) + "/" if shared else ""
