"""What a sentence denies: a clause, an -ing form, a charge with its content, or a charge left bare."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import attrs

from claimtrack.claims.stance.sentence import CACHED, Sentence, sentence
from claimtrack.claims.stance.wordlists import listed, stems
from claimtrack.words import SMALL, stem

BEFORE = 4
"""Words before a denying verb among which a negation undoes it."""
PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "got"})
DETERMINERS = frozenset(
    {"the", "a", "an", "any", "all", "these", "those", "such", "this", "that", "both", "its", "his", "her", "their", "some"}
)
ANSWERING = frozenset({"we", "i", "he", "she", "they"})
POINTING = frozenset({"this", "it", "that", "them", "these", "everything", "so"})
FILLING = frozenset({"just", "simply", "completely", "totally", "absolutely", "entirely", "utterly", "quite", "patently", "plainly", "all"})
MADE = frozenset({"by", "from", "in", "made", "against", "on"})
MAKERS = 10
"""Words that may name who makes a charge, before what it says."""
SUBJECTS = frozenset({"as", "he", "she", "they", "it", "we", "i", "them", "him", "us"})
TURNS = frozenset(
    {"and", "but", "while", "saying", "telling", "adding", "after", "before", "when", "as", "who", "which", "because", "though"}
)
LEADS = frozenset({"that", "of", "about", "whether", "which"})
PART_LEADS = LEADS | {"in", "with", "to", "for"}


@attrs.frozen
class Denied:
    """Something denied.

    Attributes:
        cue: the words that deny.
        content: places of the words that are denied; empty when the denial is bare.
        holder: places of the words before the cue, where whoever denies is named.
        own: whether what is denied has whoever denies for its subject.
    """

    cue: tuple[str, ...]
    content: tuple[int, ...] = ()
    holder: tuple[int, ...] = ()
    own: bool = False


Frame = Callable[[Sentence], Iterable[Denied]]


@lru_cache(maxsize=CACHED)
def denials(text: str) -> tuple[Denied, ...]:
    """All that a text denies, by the frames below, those with content first."""
    looked = sentence(text)
    found = [each for frame in FRAMES for each in frame(looked)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (not each.content, -len(each.content))))


def _verbs(looked: Sentence, name: str) -> Iterator[tuple[int, int]]:
    """Verbs of a class that no negation or refusal undoes, and that are not what somebody is accused of."""
    for start, end in looked.find(name):
        before = looked.words[max(0, start - 1) : start]
        accused = looked.words[start].endswith("ing") and before in (("of",), ("for",), ("from",))
        if not accused and not _undoing(looked, start):
            yield start, end


def _undoing(looked: Sentence, start: int) -> bool:
    """Whether a negation or a refusal stands before a verb, with nothing between them that says something."""
    for at in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        word = looked.words[at]
        if word in listed("negator") or word in listed("refusing") or word == "nobody":
            return True
        if word not in SMALL and not word.endswith("ly") and word not in listed("adverb"):
            return False
    return False


def _passive(looked: Sentence, start: int) -> bool:
    """Whether a form of be stands right before a verb, but for adverbs: somebody was denied something."""
    before = [word for word in looked.words[max(0, start - 3) : start] if not word.endswith("ly") and word not in listed("adverb")]
    return bool(before) and before[-1] in PASSIVE


def clauses(looked: Sentence) -> Iterable[Denied]:
    """`X denied that ...`, `denied having ...`, `denied ... had`: all behind a verb that denies, unless a charge stands there."""
    for start, end in _verbs(looked, "denying-verb"):
        if _passive(looked, start) and looked.words[end : end + 1] != ("that",):
            continue
        at = _over(looked, end)
        if at >= len(looked.words) or _charge(looked, at) >= 0 or _withheld(looked, at) or _quarrel(looked, start, at):
            continue
        if looked.words[at] in POINTING and _last(looked, at):
            yield Denied((looked.words[start],), (), tuple(range(start)))
        else:
            yield _denied(looked, start, end, at)


def _withheld(looked: Sentence, at: int) -> bool:
    """Whether what stands behind a verb is something refused to somebody: `denied entry`, `denied the men their right`."""
    if looked.words[at - 1] == "that":
        return False
    return looked.words[at] in listed("withheld") or any(
        looked.words[place] in DETERMINERS and looked.words[place + 1] in listed("withheld")
        for place in range(at + 1, min(at + BEFORE + 1, len(looked.words) - 1))
    )


def _quarrel(looked: Sentence, start: int, at: int) -> bool:
    """Whether a word is the quarrel rather than the denial: `the dispute over`, `disputed waters`."""
    return looked.stems[start] == stem("dispute") and looked.words[at - 1] != "that" and looked.words[at] not in listed("own-subject")


def charges(looked: Sentence) -> Iterable[Denied]:
    """`rejected the claim that ...`, `denied reports of ...`, `dismissed the allegations`: a charge behind a verb."""
    for name in ("denying-verb", "rejecting-verb"):
        for start, end in _verbs(looked, name):
            at = _charge(looked, _over(looked, end))
            if at < 0 or _passive(looked, start):
                continue
            made = _behind(looked, start, end, at)
            if made.content or {"a", "an"}.isdisjoint(looked.words[end:at]):
                yield made


def called_false(looked: Sentence) -> Iterable[Denied]:
    """`reports that ... are false`, `said the rumour that ... was fabricated`, `called reports ... baseless`."""
    for at, word in enumerate(looked.words):
        if word not in listed("charge") or at + 1 >= len(looked.words):
            continue
        found = [place for place in looked.find("false", at + 1) if not _undone(looked, place[0])]
        made = (each for start, end in found if (each := _called(looked, at, start, end)))
        yield from itertools.islice(made, 1)


def _called(looked: Sentence, at: int, start: int, end: int) -> Denied | None:
    """What a charge at one place says that a word of falsehood at another calls false; None when that word is of something else."""
    content = _content(looked, at + 1, start)
    if content:
        own = _own(looked, at + 2)
        return Denied(looked.words[start:end], content, tuple(range(at)), own) if _false_here(looked, start, at) else None
    between = looked.words[at + 1 : start]
    called = looked.words[start] in ("not", "n't") or not PASSIVE.isdisjoint(between)
    if start - at > 2 * BEFORE or not called or not POINTING.isdisjoint(between):
        return None
    return Denied(looked.words[start:end], (), tuple(range(at)))


def it_is_false(looked: Sentence) -> Iterable[Denied]:
    """`it is not true that ...`, `it is a lie that ...`, `there is no truth in the story that ...`."""
    for start, end in looked.find("false"):
        opened = any(word in ("it", "there", "that", "this") for word in looked.words[max(0, start - BEFORE) : start])
        after = looked.words[end : end + 1]
        if not opened or _undone(looked, start):
            continue
        if after and after[0] in ("that", "in", "to", "of"):
            at = _over(looked, end + 1)
            charge = _charge(looked, at)
            if charge >= 0:
                yield _behind(looked, start, end, charge)
            else:
                yield Denied(looked.words[start:end], _content(looked, at, len(looked.words)), ())
        elif start <= 2 * BEFORE and listed("charge").isdisjoint(looked.words[:start]) and "there" not in looked.words[:start]:
            yield Denied(looked.words[start:end], (), tuple(range(end, len(looked.words))))


def nouns(looked: Sentence) -> Iterable[Denied]:
    """`the denial that ...`, `its denial of ...`."""
    for start, end in looked.find("denial-noun"):
        if looked.words[end : end + 1] in (("that",), ("of",)):
            yield _denied(looked, start, end, end + 1)


def exclaimed(looked: Sentence) -> Iterable[Denied]:
    """`No, ...` at the head of what is said, `pleaded not guilty`."""
    for at, word in enumerate(looked.words[:-1]):
        opens = at == 0 or looked.stems[at - 1] in stems("saying")
        if word == "no" and opens and looked.words[at + 1] in POINTING | ANSWERING:
            yield Denied(("no",), (), tuple(range(at)))
    for at in range(len(looked.words) - 2):
        if looked.stems[at] == "plead" and looked.words[at + 1 : at + 3] == ("not", "guilty"):
            yield Denied(looked.words[at : at + 3], (), tuple(range(at)))


def despite(looked: Sentence) -> Iterable[Denied]:
    """`despite claims ..., X insists ...`: what is claimed is denied by what follows, in other words."""
    for at, word in enumerate(looked.words[:-1]):
        if word == "despite" and any(each in listed("charge") for each in looked.words[at + 1 : at + 1 + BEFORE]):
            later = range(at + 2, len(looked.words))
            insists = next((place for place in later if looked.stems[place] in stems("insisting")), -1)
            if insists >= 0:
                yield Denied(("despite", looked.words[insists]), (), tuple(range(at, insists)))


FRAMES: tuple[Frame, ...] = (clauses, charges, called_false, it_is_false, nouns, exclaimed, despite)


def _over(looked: Sentence, at: int) -> int:
    """The place past adverbs, `as false`, `that` and the like."""
    while at < len(looked.words):
        word = looked.words[at]
        if word == "as" and at + 2 < len(looked.words):
            at += 2 + (looked.words[at + 1] in ("a", "an", "pure", "mere", "utter"))
        elif word.endswith("ly") or word in FILLING or word in listed("time") or (word == "on" and looked.words[at + 1 : at + 2]):
            at += 1
        else:
            return at + (word == "that" and at + 1 < len(looked.words) and looked.words[at + 1] not in listed("charge"))
    return at


def _charge(looked: Sentence, at: int) -> int:
    """The place of a charge or a part in one that a noun phrase begins with, else -1; a clause with that begins with none."""
    if looked.words[at - 1] == "that":
        return -1
    for place in range(at, min(at + BEFORE, len(looked.words))):
        if looked.words[place] in listed("charge") or looked.words[place] in listed("part"):
            return place
        if looked.words[place] in PART_LEADS - {"that"} | SUBJECTS or looked.words[place].endswith("ing"):
            return -1
    return -1


def _behind(looked: Sentence, start: int, end: int, charge: int) -> Denied:
    """What a charge says, or a bare denial when it says nothing."""
    cue = (*looked.words[start:end], looked.words[charge])
    at = _past_makers(looked, charge + 1)
    if at < len(looked.words) and looked.words[charge] in listed("charge") and _subject(looked, at):
        return attrs.evolve(_denied(looked, start, end, at), cue=cue)
    of_part = looked.words[charge] in listed("part")
    if at < len(looked.words) and looked.words[at] in (PART_LEADS if of_part else LEADS):
        content = _content(looked, at + 1, len(looked.words))
        return Denied(cue, content, tuple(range(start)), of_part or _own(looked, at + 1))
    return Denied(cue, (), tuple(range(start)))


def _past_makers(looked: Sentence, at: int) -> int:
    """The place past who makes a charge: `claims by the union that ...`, `a report in the Lantern that ...`."""
    if looked.words[at : at + 1] and looked.words[at] in MADE:
        return next((place for place in range(at + 1, min(at + MAKERS, len(looked.words))) if looked.words[place] == "that"), at)
    return at


def _subject(looked: Sentence, at: int) -> bool:
    """Whether a clause without `that` begins at a place: `claims its navy rammed a boat`."""
    return looked.words[at] in listed("own-subject") | {"the"}


def _denied(looked: Sentence, start: int, end: int, at: int) -> Denied:
    """What stands behind a verb or noun that denies."""
    holder = tuple(range(start))
    return Denied(looked.words[start:end], _content(looked, at, len(looked.words)), holder, _own(looked, at))


def _own(looked: Sentence, at: int) -> bool:
    """Whether what begins at a place has whoever denies for its subject."""
    word = looked.words[at] if at < len(looked.words) else ""
    return word in listed("own-subject") or word.endswith("ing")


def _content(looked: Sentence, start: int, end: int) -> tuple[int, ...]:
    """The places that say something between two, up to who says so."""
    inside = [at for at in looked.content if start <= at < end]
    while inside and (looked.stems[inside[-1]] in stems("saying") or looked.words[inside[-1]].endswith("ly")):
        inside.pop()
    return tuple(inside)


def first_part(looked: Sentence, content: tuple[int, ...]) -> tuple[int, ...]:
    """What is denied up to where another clause may begin; all of it where none does."""
    cut = next((at for at in range(content[0] + 2, content[-1]) if looked.words[at] in TURNS), len(looked.words)) if content else 0
    return tuple(at for at in content if at < cut)


def _false_here(looked: Sentence, start: int, charge: int) -> bool:
    """Whether a word of falsehood is said of the charge: behind a form of be, or as what somebody called it."""
    near = looked.words[max(0, start - 3) : start]
    return bool(PASSIVE.intersection(near)) or looked.words[start] in ("n't", "not") or "call" in looked.stems[:charge]


def _undone(looked: Sentence, start: int) -> bool:
    """Whether a word of falsehood is itself negated: `not false`."""
    own = looked.words[start] in ("not", "n't", "no", "far", "without")
    return not own and any(word in listed("negator") for word in looked.words[max(0, start - 2) : start])


def _last(looked: Sentence, at: int) -> bool:
    """Whether nothing that says something stands behind a place."""
    return not any(place > at and looked.stems[place] not in stems("time") for place in looked.content)
