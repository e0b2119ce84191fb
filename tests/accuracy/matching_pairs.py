"""Our own pairs of statements, written for this: one claim in other words, and near misses that only look like one.

A file under `matching/` is one event with two articles, each with a day and a few statements that fill it. A pair puts one more statement
into each article; a near miss says what sets its two apart, and may move the second article to another day. All of it is invented.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from claimtrack.claims import matched, weigh
from claimtrack.model import Verdict
from claimtrack.model.matching import Bill, Proposition
from claimtrack.model.values import period

FOLDER = Path(__file__).parent / "matching"
SAME = "same claim"


@attrs.frozen
class Labelled:
    """Two statements in their articles, and what they are to each other: the same claim, or what sets them apart."""

    event: str
    kind: str
    one: Proposition
    other: Proposition
    filler: tuple[Proposition, ...]

    @property
    def same(self) -> bool:
        """Whether the two are one claim."""
        return self.kind == SAME


@attrs.frozen
class Judged:
    """A labelled pair with its bill and the verdict on it."""

    pair: Labelled
    bill: Bill | None
    verdict: Verdict | None


def pairs() -> Iterator[Labelled]:
    """Every labelled pair, event by event."""
    for path in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        for row in told["same"]:
            yield _labelled(path.stem, told, row | {"kind": SAME})
        for row in told["near"]:
            yield _labelled(path.stem, told, row)


def judged(pair: Labelled) -> Judged:
    """What the packaged matching makes of a pair, in a pile of its two articles."""
    weighed = weigh([pair.one, pair.other, *pair.filler])
    keys = {pair.one.key, pair.other.key}
    bill = next((each.bill for each in weighed if set(each.keys) == keys), None)
    verdict = next((each.verdict for each in matched(weighed) if {each.left, each.right} == keys), None)
    return Judged(pair, bill, verdict)


def _labelled(event: str, told: dict[str, Any], row: dict[str, str]) -> Labelled:
    """A pair with the articles around it."""
    days = {"one": told["one"]["published"], "other": row.get("published", told["other"]["published"])}

    def put(side: str, place: str, text: str) -> Proposition:
        return Proposition(key=f"{side}:{place}", text=text, article=f"article:{event}-{side}", published=period(days[side]))

    filler = [put(side, str(place), text) for side in days for place, text in enumerate(told[side]["filler"])]
    return Labelled(event, row["kind"], put("one", "pair", row["one"]), put("other", "pair", row["other"]), tuple(filler))
