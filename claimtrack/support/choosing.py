"""Which flags somebody asks for: by code, by name, or by the beginning of a code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.support.flags import FLAGS, NAMED, FlagRule, few_origins, rule

_FAMILY = re.compile(r"CT(\d{0,2})X*\Z", re.IGNORECASE)
"""The beginning of codes, such as `CT2`, also spelled `CT2xx`."""


def codes(words: Iterable[str]) -> frozenset[str]:
    """The codes that words mean.

    Args:
        words: codes (`CT101`), names (`single-source`) or beginnings of codes (`CT1`, `CT1xx`, `CT`).

    Raises:
        UnknownNameError: when nothing goes by a word, with the nearest names.
    """
    return frozenset(row.code for word in words for row in _rows(word))


def _rows(word: str) -> tuple[FlagRule, ...]:
    family = _FAMILY.match(word)
    found = tuple(row for row in NAMED if family and row.code.startswith(f"CT{family[1]}"))
    return found or (rule(word),)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = (), least: int = 0) -> tuple[FlagRule, ...]:
    """The rules to try, in the order of their codes.

    Args:
        select: words as for `codes`; with none, every flag.
        ignore: those to leave out, whatever is selected.
        least: independent origins that every claim needs; from 1 on, CT111 few-origins is among the rules.

    Raises:
        UnknownNameError: when nothing goes by a word, with the nearest names.
    """
    picked, left_out = codes(select), codes(ignore)
    rows = (*FLAGS, few_origins(least)) if least > 0 else FLAGS
    kept = (row for row in rows if (row.code in picked or not picked) and row.code not in left_out)
    return tuple(sorted(kept, key=lambda row: row.code))
