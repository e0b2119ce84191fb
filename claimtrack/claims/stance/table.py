"""How a statement bears on what another tells: the table of rules, most telling first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import attrs

from claimtrack.claims import days as calendar
from claimtrack.claims.quantities import Quantity, clash, quantities
from claimtrack.claims.stance.frames import Denied, denials, first_part
from claimtrack.claims.stance.sentence import CACHED, Sentence, covered, kin, sentence, shared
from claimtrack.claims.stance.told import Told, spoken
from claimtrack.claims.stance.wordlists import listed, opposites, stems
from claimtrack.model.terms import Framing, Polarity, StanceKind
from claimtrack.words import stem, words

SAME = 0.6
"""Share of what is denied that the other must tell as well, for the denial to be of it."""
BACK = 0.25
"""Share of what the other tells that must come back, so that a word in common does not make a denial."""
SURE = 0.75
"""Share from which an explicit denial is sure."""
ALIKE = 0.6
"""Share of the shorter statement's words that two must have in common to differ in one thing only."""
CLOSE = 0.75
"""The same where one of the two tells much more than the other."""
REACH = 8
"""Words from a predicate within which the object of the other's predicate must stand."""
WELL, FAIRLY, LOOSELY = 1.0, 0.7, 0.55
"""How well two statements agree but for one predicate; a factor of the score."""
SAID_ALIKE = 0.85
"""Share from which two statements say the same but for the day."""
MATTER = 0.5
"""The same for figures and limits, where wording differs more."""
ATTACKED, NEXT, FOLLOWING = 8, 4, 3
"""Words before an attack, behind a verb of going on, and behind a word that limits, that are looked at."""
BEING = frozenset({"is", "are", "was", "were", "be", "been", "as", "'re", "'s"})
_COMPOUND = re.compile(r"\d-[a-z]")
"""A measure that tells which of several is meant: a 12-inch pipe beside an 11-inch pipe."""
STOPPING = frozenset(stem(word) for word in ("stop", "cease", "end", "halt", "quit"))
NO_FACT = frozenset({Framing.FORECAST, Framing.PRESCRIPTIVE, Framing.COMMITMENT})
"""What is to come or to be done; beside it a report of what is so is no contradiction."""


@attrs.frozen(kw_only=True)
class Bearing:
    """How one statement bears on what another tells.

    Attributes:
        rule: the row of the table that found it.
        score: how good the row's evidence is, 0 to 1; not a probability.
        sure: true for an explicit denial of the same proposition alone; all else is a suggestion.
        words: the words that are evidence.
        wording: what a reader is told.
        speaker: who denies or contradicts, as the statement names them.
    """

    kind: StanceKind
    rule: str
    score: float
    sure: bool = False
    words: tuple[str, ...] = ()
    wording: str = ""
    speaker: str = ""


@attrs.frozen
class Row:
    """One rule, with what it looks for."""

    name: str
    about: str
    rule: Callable[[Told, Told], Bearing | None]


def proposition(one: Told) -> frozenset[str]:
    """The stems of what a statement is about: of what it denies, when it denies, else of all it says."""
    looked = sentence(one.text)
    denied = next((each for each in denials(one.text) if each.content), None)
    if denied is None:
        return looked.matter - stems("saying")
    return looked.of(denied.content) | (looked.of(denied.holder) if denied.own else frozenset())


def explicit(one: Told, other: Told) -> Bearing | None:
    """A denial whose content is what the other tells."""
    looked = sentence(other.text)
    whole = (Denied((other.cue or "denies",), looked.content, (), _headless(looked)),) if denied_outside(other) else ()
    denied = [each for each in (*whole, *denials(other.text)) if each.content]
    if not denied:
        return None
    matter = proposition(one)
    found = [(share, each) for each in denied if (share := _same(matter, looked, each, other))]
    if not found:
        return None
    share, best = max(found, key=lambda pair: pair[0])
    wording = f"denies this in so many words: “{' '.join(best.cue)}”"
    return _made(StanceKind.DENIES, "explicit-denial", 0.5 + share / 2, best.cue, wording, sure=share >= SURE)


def denied_outside(other: Told) -> bool:
    """Whether a reader found that all of a text is denied: the words that deny stand outside of it."""
    return other.polarity is Polarity.DENY and not any(cue in words(other.text) for cue in words(other.cue)[:1])


def _headless(looked: Sentence) -> bool:
    head = looked.words[0] if looked.words else ""
    return head in listed("own-subject") or head.endswith("ing")


def _same(matter: frozenset[str], looked: Sentence, denied: Denied, other: Told) -> float:
    """The share of what is denied that a matter has; 0 when too little of either, or somebody else is spoken of."""
    holder = looked.of(denied.holder) | frozenset(stem(word) for word in words(other.speaker))
    if denied.own and holder and not shared(holder, matter):
        return 0
    parts = {looked.of(part) - stems("saying") for part in (denied.content, first_part(looked, denied.content))}
    return max(_agreed(matter, content, holder) for content in parts)


def _agreed(matter: frozenset[str], content: frozenset[str], holder: frozenset[str]) -> float:
    """The share of what is denied that a matter has, when enough of the matter comes back as well."""
    share = covered(content, matter)
    enough = share >= SAME and len(shared(content, matter)) > 1 and covered(matter, content | holder) >= BACK
    return share if enough else 0.0


def attack(one: Told, other: Told) -> Bearing | None:
    """Words against the source, which leave open whether what it says is so; a report rejected as a whole is one."""
    looked = sentence(other.text)
    found = _attacks(other.text)
    matter = sentence(one.text).matter | frozenset(stem(word) for word in words(one.speaker)) if found else frozenset()
    if not shared(looked.matter, matter):
        return None
    return _made(
        StanceKind.DISPUTES_SOURCE, "attack-on-source", 0.6, found[0], f"disputes the source, not the claim: “{' '.join(found[0])}”"
    )


@lru_cache(maxsize=CACHED)
def _attacks(text: str) -> tuple[tuple[str, ...], ...]:
    """The words against a source in a text."""
    looked = sentence(text)
    found = [looked.words[start:end] for start, end in looked.find("source-attack") if _said_of(looked, start, end)]
    return (*found, *(each.cue for each in denials(text) if _of_a_document(each)))


def _of_a_document(denied: Denied) -> bool:
    """Whether a bare denial is of a text as a whole: `rejected the report`."""
    return not denied.content and denied.cue[-1] in listed("document")


def bare(one: Told, other: Told) -> Bearing | None:
    """A denial that leaves its content to what it answers."""
    found = next((each for each in denials(other.text) if not each.content and not _of_a_document(each)), None)
    if found is None:
        return None
    looked = sentence(other.text)
    holder = looked.of(found.holder) | frozenset(stem(word) for word in words(other.speaker))
    named = bool(shared(holder, sentence(one.text).matter))
    wording = f"denies it without saying what: “{' '.join(found.cue)}”"
    return _made(StanceKind.DENIES, "bare-denial", 0.7 if named else 0.5, found.cue, wording)


def _said_of(looked: Sentence, start: int, end: int) -> bool:
    """Whether a word of attack is said of something, and does not merely stand before a noun: `a propaganda video`."""
    if end - start > 1:
        return True
    before = looked.words[max(0, start - ATTACKED) : start]
    inside = not {"in", "for", "by", "with", "through"}.isdisjoint(before[-2:])
    return not inside and (not BEING.isdisjoint(before[-4:]) or any(word in listed("attacking") for word in before))


def flip(one: Told, other: Told) -> Bearing | None:
    """The same predicate, negated on one side only."""
    if _apart_in_force(one, other):
        return None
    left, right = sentence(spoken(one)), sentence(spoken(other))
    found = [(level, negated, at) for negated, plain in ((left, right), (right, left)) for level, at in _flipped(negated, plain)]
    if not found:
        return None
    level, negated, at = max(found, key=lambda each: each[0])
    cue = tuple(negated.words[max(0, at - 1) : at + 1])
    told = "says that it is not so" if negated is right else "says that it is so"
    return _made(StanceKind.CONTRADICTS, "negation", 0.6 * level, cue, f"{told}, in nearly the same words: “{' '.join(cue)}”")


def _flipped(negated: Sentence, plain: Sentence) -> Iterator[tuple[float, int]]:
    """The predicates that one sentence negates and the other does not, with how well the rest agrees."""
    for at in sorted(negated.negated):
        places = [place for place in plain.content if kin(plain.stems[place], negated.stems[at])]
        if not places or any(place in plain.negated | plain.near or _stopped(plain, place) for place in places):
            continue
        if level := _differ_there(negated, at, plain, places[0]):
            yield level, at


def _stopped(looked: Sentence, at: int) -> bool:
    """Whether a verb of stopping stands just before a place."""
    return any(looked.stems[place] in STOPPING for place in range(max(0, at - 2), at))


def _differ_there(left: Sentence, at: int, right: Sentence, place: int) -> float:
    """How well two sentences say the same but for a predicate, 0 for not at all.

    Most words of the shorter come back in the longer. It is well when each sentence knows the words next to the other's predicate;
    it is fairly well when nearly all of the shorter comes back, its object near the longer's predicate, since the longer tells more,
    and loosely when the object is elsewhere.
    """
    sides = [(left, at, left.matter - {left.stems[at]}), (right, place, right.matter - {right.stems[place]})]
    (few, here, fewer), (many, there, more) = sorted(sides, key=lambda side: (len(side[2]), sorted(side[2])))
    share = covered(fewer, more) if fewer else 0.0
    if share >= ALIKE and _known(few, here, more) and _known(many, there, fewer):
        return WELL
    near = frozenset(many.stems[each] for each in many.content if abs(each - there) <= REACH)
    close = all(shared(frozenset({each}), near) for each in _behind(few, here))
    return 0.0 if share < CLOSE or len(fewer) < 2 else FAIRLY if close else LOOSELY


def _behind(looked: Sentence, at: int) -> list[str]:
    """The stem of the word that says something behind a place, which is its object more often than not."""
    return [looked.stems[place] for place in looked.content if place > at and looked.stems[place] not in stems("time")][:1]


def _known(looked: Sentence, at: int, matter: frozenset[str]) -> bool:
    """Whether the words next to a predicate are among those of another sentence."""
    return all(shared(frozenset({near}), matter) for near in _neighbours(looked, at))


def _neighbours(looked: Sentence, at: int) -> Iterator[str]:
    """The stems of the words that say something next to a place, before and behind it, adverbs and times left out."""
    left_out = stems("time") | stems("refusing") | stems("adverb")
    telling = [place for place in looked.content if not looked.words[place].endswith("ly") and looked.stems[place] not in left_out]
    before = [place for place in telling if place < at]
    after = [place for place in telling if place > at]
    yield from (looked.stems[place] for place in (*before[-1:], *after[:1]))


def _apart_in_force(one: Told, other: Told) -> bool:
    return (one.framing in NO_FACT) != (other.framing in NO_FACT) and one.framing is not None and other.framing is not None


def antonym(one: Told, other: Told) -> Bearing | None:
    """Predicates that exclude each other, of the same things."""
    if _apart_in_force(one, other):
        return None
    left, right = sentence(spoken(one)), sentence(spoken(other))
    found = [(level, at, place) for at, place in _opposed(left, right) if (level := _differ_there(left, at, right, place))]
    if not found:
        return None
    level, at, place = max(found, key=lambda each: each[0])
    cue = (left.words[at], right.words[place])
    return _made(StanceKind.CONTRADICTS, "opposites", 0.55 * level, cue, f"says the opposite: “{cue[1]}” against “{cue[0]}”")


def _opposed(left: Sentence, right: Sentence) -> Iterator[tuple[int, int]]:
    """Places of words that exclude each other, both negated or neither, where the other does not say both."""
    for at in left.content:
        for beside, against in opposites().get(left.stems[at], ()):
            if beside.isdisjoint(right.matter):
                found = [place for place in right.content if right.stems[place] in against]
                yield from ((at, place) for place in found if (at in left.negated) == (place in right.negated))


def figures(one: Told, other: Told) -> Bearing | None:
    """Figures in one slot that exclude each other."""
    if denied_outside(one) or denied_outside(other):
        return None  # who denies one figure puts no other
    mine, theirs = quantities(one.text), quantities(other.text)
    apart = clash(mine, theirs) if mine and theirs else ()
    if not apart or calendar.clash(calendar.days(one.text), calendar.days(other.text)) or _common(one, other) < MATTER:
        return None
    first, second = (_as_written(each, text) for each, text in zip(apart[0], (one.text, other.text), strict=True))
    if _COMPOUND.search(first) or _COMPOUND.search(second):
        return None
    return _made(StanceKind.CONTRADICTS, "figures", 0.6, (first, second), f"puts another figure: {first} against {second}")


def dates(one: Told, other: Told) -> Bearing | None:
    """Days that exclude each other, of what else is told alike."""
    if denied_outside(one) or denied_outside(other):
        return None
    mine, theirs = calendar.days(one.text), calendar.days(other.text)
    if len(mine) != 1 or len(theirs) != 1 or not calendar.clash(mine, theirs) or _common(one, other) < SAID_ALIKE:
        return None
    first, second = (text[each[0].start : each[0].end] for each, text in ((mine, one.text), (theirs, other.text)))
    return _made(StanceKind.CONTRADICTS, "days", 0.55, (first, second), f"puts another day: {first} against {second}")


def _common(one: Told, other: Told) -> float:
    """The share of the shorter statement's words, numbers left out, that the longer has; 0 below two words."""
    mine, theirs = _numberless(one.text), _numberless(other.text)
    fewer, more = sorted((mine, theirs), key=lambda each: (len(each), sorted(each)))
    return covered(fewer, more) if len(shared(fewer, more)) > 1 else 0.0


@lru_cache(maxsize=CACHED)
def _numberless(text: str) -> frozenset[str]:
    return frozenset(word for word in sentence(text).matter if not word[0].isdigit())


def _as_written(each: Quantity, text: str) -> str:
    return text[each.start : each.end]


def limits(one: Told, other: Told) -> Bearing | None:
    """Words that let only part of it be so, or leave it open."""
    left, right = sentence(one.text), sentence(other.text)
    if not any(_holds(right, name) for name in ("limiting", "narrowing")) or _holds(left, "limiting"):
        return None
    if len(shared(left.matter, right.matter)) < 2 or _common(one, other) < MATTER:
        return None
    found = [place for place in right.find("limiting") if covered(_following(right, place[1]), left.matter) >= MATTER]
    if covered(left.matter, right.matter) >= CLOSE and not _holds(left, "narrowing"):
        found += [place for place in right.find("narrowing") if right.words[place[0] - 1 : place[1] + 1][-1:] != ("to",)]
    for start, end in found:
        if "not" not in right.words[max(0, start - 1) : start]:
            cue = right.words[start:end]
            return _made(StanceKind.LIMITS, "limits", 0.5, cue, f"limits it or leaves it open: “{' '.join(cue)}”")
    return None


def _holds(looked: Sentence, name: str) -> bool:
    """Whether a word or phrase of a class stands in a sentence."""
    return bool(looked.find(name))


def _following(looked: Sentence, start: int) -> frozenset[str]:
    """The stems of the next few words that say something, words of saying left out."""
    after = [at for at in looked.content if at >= start and looked.stems[at] not in stems("saying")]
    return looked.of(after[:FOLLOWING])


def presupposes(one: Told, other: Told) -> Bearing | None:
    """It is called to stop, judged or told to go on, and so taken to be so."""
    left, right = sentence(one.text), sentence(other.text)
    told = [name for name in ("taking-for-granted", "again", "judging") if _holds(right, name) and not _holds(left, name)]
    if not told or len(shared(left.matter, right.matter)) < 2 or covered(left.matter, right.matter) < ALIKE:
        return None
    for name in told:
        for start, end in right.find(name):
            cue = right.words[start:end]
            if _goes_on(right, left, start, end):
                return _made(StanceKind.PRESUPPOSES, "presupposes", 0.5, cue, f"takes it for granted: “{' '.join(cue)}”")
    return None


def _goes_on(looked: Sentence, told: Sentence, start: int, end: int) -> bool:
    """Whether what goes on, stops or is judged is what the other tells: the word behind a verb, or before "must end"."""
    near = [at for at in looked.content if at < start][-1:] if end - start > 2 or looked.words[start] in ("must", "should") else []
    near = near or [at for at in looked.content if end <= at < end + NEXT][:1]
    return bool(near) and bool(shared(looked.of(near), told.matter))


def _made(kind: StanceKind, rule: str, score: float, cue: tuple[str, ...], wording: str, *, sure: bool = False) -> Bearing:
    return Bearing(kind=kind, rule=rule, score=round(score, 3), sure=sure, words=cue, wording=wording)


ROWS: tuple[Row, ...] = (
    Row("explicit-denial", "a denial whose content is what the other tells", explicit),
    Row("attack-on-source", "words against whoever says it", attack),
    Row("bare-denial", "a denial that leaves its content to what it answers", bare),
    Row("negation", "the same predicate, negated on one side only", flip),
    Row("opposites", "predicates that exclude each other", antonym),
    Row("figures", "figures in one slot that exclude each other", figures),
    Row("days", "days that exclude each other, of what else is told alike", dates),
    Row("limits", "words that let only part of it be so", limits),
    Row("presupposes", "it is called to stop, judged, or told to go on", presupposes),
)
