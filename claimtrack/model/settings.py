"""What a newsroom sets once for all runs: which findings count, and which files go with every run."""

from __future__ import annotations

import attrs

from claimtrack.model.base import named, text, whole
from claimtrack.model.reports import Level


@attrs.frozen(kw_only=True, field_transformer=named)
class Settings:
    """The keys of a settings file; in files they are spelled with `-` in place of `_`.

    Attributes:
        fail_on, select, ignore: codes of flags, their names, or beginnings of codes.
        fail_level: the least level that fails a run.
        min_origins: independent origins that every claim needs; 0 where nobody asks.
        exit_zero: whether findings leave the exit code at 0.
        baseline, policy, ratings: files, as they are to be opened.
    """

    fail_on: tuple[str, ...] = ()
    fail_level: Level | None = None
    min_origins: int = attrs.field(default=0, converter=whole)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str = attrs.field(default="", converter=text)
    exit_zero: bool = False
    policy: str = attrs.field(default="", converter=text)
    ratings: tuple[str, ...] = ()
