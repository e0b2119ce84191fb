"""A pile of raw articles, all invented, with names and things that exist nowhere, so that hardly two of them tell the same."""

from __future__ import annotations

import random
from pathlib import Path

from claimtrack import Report, load, track
from claimtrack.pipeline import with_articles

SYLLABLES = (
    "ba",
    "bre",
    "cor",
    "dun",
    "esk",
    "fal",
    "grim",
    "hol",
    "iv",
    "jar",
    "kes",
    "lun",
    "mar",
    "nor",
    "ox",
    "pel",
    "quil",
    "ros",
    "sund",
    "tor",
    "ul",
    "ves",
    "wim",
    "yar",
    "zel",
)
POSTS = ("harbour master", "mayor", "head teacher", "chief engineer", "curator", "surveyor", "treasurer", "warden")
VERBS = (
    "closed",
    "bought",
    "painted",
    "lost",
    "found",
    "moved",
    "counted",
    "sold",
    "mended",
    "flooded",
    "insured",
    "photographed",
    "praised",
    "dug",
    "planted",
)
TIMES = ("on Monday", "in the spring", "last winter", "at dawn", "before the fair", "after the storm", "in March", "at the weekend")
FORMS = (
    "The {a} of {place} {verb} {figure} {b} {time}",
    "{name}, the {post} of {place}, said that {a} had {verb} {figure} {b}",
    "“We {verb} {figure} {a} and not one {b},” said {name}",
    "According to {name}, {figure} {a} {verb} the {b} {time}",
    "{time}, {place} {verb} its {a} near the {b}",
    "A report by the {place} Office found {figure} {a} in the {b}",
    "{name} added that {a} never {verb} a {b}",
    "{name} {verb} the {a} with {figure} {b}",
    "Officials in {place} said {a} would need {figure} {b}",
    "{name} told the {place} Herald that the {b} {verb} {a} {time}",
)
MANY_SENTENCES = 20


def written(folder: Path, many: int) -> Path:
    """The folder, with so many articles of twenty sentences each, every one a text file with a headline."""
    dice = random.Random(1)
    for number in range(many):
        told = [_sentence(dice, FORMS[each % len(FORMS)]) for each in range(MANY_SENTENCES)]
        paragraphs = [". ".join(told[start : start + 4]) + "." for start in range(0, len(told), 4)]
        head = f"{_word(dice).title()} {_word(dice)} {dice.choice(VERBS)} {_word(dice)}"
        (folder / f"notes-{number:03}.txt").write_text("\n\n".join([head, *paragraphs]) + "\n", "utf-8")
    return folder


def pile(folder: Path, many: int) -> Report:
    """The report on so many articles, read raw."""
    loaded = load([written(folder, many)])
    ledger, _ = with_articles(loaded)
    return track(ledger, log=loaded.log)


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=3))


def _sentence(dice: random.Random, form: str) -> str:
    told = form.format(
        place=_word(dice).title(),
        name=f"{_word(dice).title()} {_word(dice).title()}",
        post=dice.choice(POSTS),
        a=f"{_word(dice)} {_word(dice)}",
        b=_word(dice),
        verb=dice.choice(VERBS),
        time=dice.choice(TIMES),
        figure=dice.randrange(12, 9_000),
    )
    return told[0].upper() + told[1:]
