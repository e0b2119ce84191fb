"""The day that a report speaks of, in words and as data: what counts, what is left out, and which."""

from __future__ import annotations

from typing import Any

from claimtrack.model.asof import AsOf
from claimtrack.model.case import counted

MOST_NAMED = 25
"""Articles left out for one reason that are named in words; the data has all."""


def as_of_title(then: AsOf) -> str:
    """The day in words: `As of 2024-03-31`, or `As of 2024 (until 2024-12-31)` where more than a day is named."""
    return f"As of {then.day}" + ("" if str(then.day) == str(then.until) else f" (until {then.until})")


def as_of_short(then: AsOf) -> str:
    """The same with how much is left out, in one line."""
    out = [counted(len(then.left_out), "article")] if then.left_out else []
    out += [counted(then.ratings, "rating")] if then.ratings else []
    return f"{as_of_title(then)}: {' and '.join(out) or 'nothing'} left out."


def as_of_lines(then: AsOf) -> list[str]:
    """What is left out and why, and the undated that count all the same, each a point of a list."""
    rows = (
        ("published later", then.later),
        ("published then or later, which the date leaves open", then.unsure),
        ("without a date", () if then.kept else then.undated),
    )
    lines = [f"- left out, {why}: {_named(keys)}" for why, keys in rows if keys]
    lines += [f"- counted, though without a date: {_named(then.undated)}"] if then.kept and then.undated else []
    lines += [f"- left out: {counted(then.ratings, 'rating')} given later, or perhaps later"] if then.ratings else []
    return lines or ["- nothing is left out"]


def _named(keys: tuple[str, ...]) -> str:
    more = f" and {len(keys) - MOST_NAMED:,} more" if len(keys) > MOST_NAMED else ""
    return f"{counted(len(keys), 'article')} ({', '.join(keys[:MOST_NAMED])}{more})"


def as_of_data(then: AsOf) -> dict[str, Any]:
    """The day and all that is left out, in JSON's own types."""
    return {
        "day": str(then.day),
        "until": str(then.until),
        "later": list(then.later),
        "unsure": list(then.unsure),
        "undated": list(then.undated),
        "undated_kept": then.kept,
        "ratings": then.ratings,
    }
