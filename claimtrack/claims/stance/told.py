"""What one statement tells, as far as its bearing on another is concerned."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from claimtrack.model.records import Statement
from claimtrack.model.terms import Framing, Modality, Polarity

_ME = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b(?!['’])")
MARKS = ' ,"“”'
_SAYING = "said|says|told|insisted|insists|argued|added|warned|demanded|found|records show|reported|wrote|claimed|stated"
_WHO = r"(?!but|and|or|which|who|while)(?P<who>(?:[\w'’.-]+ ){0,5}[\w'’.-]+(?:, [^,]{1,40},)?)"
_TAIL = re.compile(rf"[,”\"]\s*{_WHO}\s(?:{_SAYING})\b[^,”\"]{{0,60}}\Z|, according to (?P<by>[^,]{{1,70}}?)\Z")
_TURNED = re.compile(rf"[,”\"]\s*(?:{_SAYING})\s(?P<who>[^,.”\"]{{1,70}}?)\Z")


@attrs.frozen(kw_only=True)
class Told:
    """What is told, and how.

    Attributes:
        text: the proposition, or the whole sentence where nobody has read it yet.
        polarity: whether the speaker affirms, negates or denies it.
        cue: the words that attribute it, when they stand outside of the text.
        speaker: the name of whoever says it, as words; empty for the article's own voice.
        framing: as what it is put forward, where known.
    """

    text: str
    polarity: Polarity = Polarity.AFFIRM
    cue: str = ""
    speaker: str = ""
    framing: Framing | None = None
    modality: tuple[Modality, ...] = ()


def told(statement: Statement) -> Told:
    """What a statement tells; the speaker is the last holder of its chain, by the words of its key."""
    holder = statement.chain[-1].holders[0] if statement.chain else ""
    return Told(
        text=statement.proposition,
        polarity=statement.polarity,
        cue=statement.cue.text if statement.cue else "",
        speaker=holder.partition(":")[2].replace("-", " "),
        framing=statement.framing,
        modality=statement.modality,
    )


def said(sentence: str, speaker: str = "") -> Told:
    """What a plain sentence tells; denials in it are found by its words alone, and who says so is taken off its end."""
    bare = sentence.strip().rstrip(".!?")
    tail = next((found for shape in (_TURNED, _TAIL) if (found := shape.search(bare))), None)
    if tail is None:
        return Told(text=sentence, speaker=speaker)
    who = next((value for name, value in sorted(tail.groupdict().items()) if value and name in ("who", "by")), "")
    return Told(text=sentence[: tail.start() + 1].strip(MARKS), speaker=speaker or who.strip(MARKS))


def spoken(each: Told) -> str:
    """Its text with the speaker's name in place of I and we, so that `I never went` tells who did not go."""
    return _spoken(each.text, each.speaker) if each.speaker else each.text


@lru_cache(maxsize=1 << 14)
def _spoken(text: str, speaker: str) -> str:
    return _ME.sub(lambda match: speaker + ("'s" if match[0].lower() in ("my", "our") else ""), text)
