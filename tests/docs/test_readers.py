"""The page on the readers shows what the rules give and what the readers marked, claim by claim."""

import tomllib
from collections.abc import Iterable

from claimtrack import track
from tests.docs.examples import ROOT

PAGE = (ROOT / "docs" / "explanation" / "readers.md").read_text("utf-8")
READERS = tomllib.loads((ROOT / "tests" / "seeds" / "readers.toml").read_text("utf-8"))
MARKS = {"single-source": "S", "opinion-framed": "O", "disputed": "D"}
REPORT = track(ROOT / "seeds")


def marked(flags: Iterable[str]) -> str:
    """The three flags as letters."""
    raised = set(flags)
    return "".join(letter for name, letter in MARKS.items() if name in raised) or "none"


def test_bounds_and_flags_are_as_shown() -> None:
    for claim in REPORT.claims:
        marks = READERS[claim.name]
        bounds = str(claim.lower) if claim.lower == claim.upper else f"{claim.lower}..{claim.upper}"
        ours = marked(flag.name for flag in claim.flags)
        first, second = map(marked, marks["flags"])
        origins = ", ".join(map(str, marks["origins"]))
        assert f"\n| {claim.name} | {bounds} | {origins} | {ours} | {first} | {second} |\n" in PAGE


def test_grades_are_as_shown() -> None:
    for claim in REPORT.claims:
        marks = READERS[claim.name]
        assert f"\n| {claim.name} | {claim.said} | {', '.join(marks['said'])} | {claim.content} | {', '.join(marks['content'])} |\n" in PAGE


def test_every_difference_in_a_flag_is_argued() -> None:
    for claim in REPORT.claims:
        ours = {flag.name for flag in claim.flags}
        for flag in MARKS:
            argued = f"\n| {claim.name} | " in PAGE.partition(f"### {flag}")[2].partition("\n## ")[0].partition("\n### ")[0]
            assert argued == any((flag in ours) != (flag in marks) for marks in READERS[claim.name]["flags"]), (claim.name, flag)


def test_readers_counts_lie_within_the_bounds_as_often_as_said() -> None:
    counts = [claim.lower <= many <= claim.upper for claim in REPORT.claims for many in READERS[claim.name]["origins"]]
    assert f"Of the {len(counts)} numbers, {sum(counts)} lie within it." in PAGE


def digits() -> dict[str, tuple[int, int]]:
    """Our digit for content and the first reader's, by claim."""
    return {claim.name: (claim.content.digit, int(READERS[claim.name]["content"][0][-1])) for claim in REPORT.claims}


def test_every_difference_in_a_digit_for_content_is_argued() -> None:
    argued = PAGE.partition("### Digits for content")[2].partition("\n### ")[0]
    for name, (ours, theirs) in digits().items():
        assert (f"\n| {name} | {ours} | {theirs} | " in argued) == (ours != theirs), name
        assert (f"\n| {name} | " in argued) == (ours != theirs), name


def test_the_digits_agree_as_often_as_said() -> None:
    apart = [abs(ours - theirs) for ours, theirs in digits().values()]
    assert f"the first reader's own on {apart.count(0)} claims and within one of it on {sum(gap <= 1 for gap in apart)}." in PAGE
    assert sum(gap <= 1 for gap in apart) >= 20
