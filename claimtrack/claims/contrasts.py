"""What sets two propositions apart that share nearly all their words: who did it to whom, where, how far it has come, or its contrary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import groupby, pairwise, permutations

from claimtrack.claims.comparisons import Pair, alike_words
from claimtrack.claims.profiles import Profile, kinds_of, related
from claimtrack.claims.quantities import agree
from claimtrack.claims.stance.wordlists import listed, opposites
from claimtrack.claims.things import thing, turns_of_phrase
from claimtrack.lexicon import irregular, lexicon
from claimtrack.words import SMALL, stem, words

_PLACING = "in at near off outside around inside"
_LEADING = "of from for on to with by after before during against over under through"
_BEING = "is are was were be been being"
_AT = frozenset(_PLACING.split())
_PREPOSITIONS = _AT | frozenset(_LEADING.split())
_WHEN = """
    today yesterday tomorrow tonight morning afternoon evening night noon midnight early late monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december spring summer autumn winter
"""
_TIMES = frozenset(_WHEN.split())
_ARTICLES = frozenset(["a", "an", "the"])
_LEADS = _PREPOSITIONS | {"into"}
_APPOSED = frozenset(["town", "city", "village", "firm", "company", "total"])
"""What stands beside a name or a number and tells nothing more."""
_LOOSE = frozenset(["old", "new", "former", "local", "big", "large", "small", "main"])
"""What tells nothing of a thing that the other side names without it."""
_PASSED = _LOOSE | _APPOSED | _ARTICLES | {"its", "his", "her", "their"}
_WHILE = frozenset(["since", "until", "last", "next", "month", "months"])
_BE = frozenset(_BEING.split())
_NO_FORCE = re.compile(r"\bMay\b|\b(?:out of|law and) order\b")
"""What is spelled as a word that tells what may or shall be, and does not."""
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_TO = re.compile(r"\b[A-Z][\w’'-]* [Tt]o ([^\W\d_]{3,})")
_CONVERSE = """
    give gives gave given grant granted award awarded pay paid hand handed / get gets got receive received obtain obtained accept accepted
    sell sells sold / buy buys bought purchase purchased acquire acquired
    lend lends lent / borrow borrowed
    employ employs employed / work works worked serve served
    cost costs / lose loses lost pay pays paid
    own owns owned / belong belongs belonged
    teach taught / learn learned learnt
    beat beaten defeat defeated / lose loses lost
    follow followed / precede preceded
"""
HELD = 1 << 11
"""Profiles of which is kept what was found in them, since each meets many others."""
NEARLY = 0.8
"""Likeness of words from which the order of two names may be all that differs."""
FEW = 3
"""Telling words by which each of two propositions may differ from the other and still be nearly the same."""
APART = 12
"""Stems of which only one side has each, from which two propositions are not looked at for one word put for another."""
ALIKE = 4
"""Letters from which words that begin alike may be forms of one."""
_EDITION = re.compile(r"\b(?P<name>[A-Z][\w’'-]*) (?P<number>\d+)\b(?!:?[.,–-]?\d|[ -]?%| per\b| (?!was\b|is\b|has\b)[a-z]+s\b)")


def roles(pair: Pair) -> str:
    """Each is told of the other: the one that acts here is acted upon there, and neither says so by a passive, or both do."""
    one, other = _subject(pair.one), _subject(pair.other)
    if not one or not other or related(one, other):
        return ""
    if not related(one, pair.other.names) or not related(other, pair.one.names) or alike_words(pair) < NEARLY or _turned(pair):
        return ""
    return f"roles exchanged: {' '.join(one)} and {' '.join(other)}"


def turns(pair: Pair) -> str:
    """The same words, but what stands first before the act on one side stands behind it on the other, without a passive."""
    act, same = (next((word for word in each.words if kinds_of(word) and word not in each.names), "") for each in (pair.one, pair.other))
    if act != same or not act:
        return ""
    (before, after), (ahead, behind) = (_parted(each, act) for each in (pair.one, pair.other))
    one, other = before[:1], ahead[:1]
    if not one or not other or {*one} & {*ahead} or {*other} & {*before} or not {*one} <= {*behind} or not {*other} <= {*after}:
        return ""
    if alike_words(pair) < NEARLY or _turned(pair):
        return ""
    return f"roles exchanged: {one[0]} and {other[0]}"


@lru_cache(HELD)
def _act(profile: Profile) -> str:
    """The first word that names a kind of event."""
    return next((word for word in profile.words if kinds_of(word)), "")


def _parted(profile: Profile, act: str) -> tuple[list[str], list[str]]:
    """The telling words before an act, those led by a preposition left out, and all words behind it."""
    at = profile.words.index(act)
    before, led = [], False
    for word in profile.words[:at]:
        if word in SMALL:
            led = word in _PREPOSITIONS or led
        elif word.isalpha() and word not in _TIMES | _WHILE | _units() and not led:
            before.append(word)
        else:
            led = False
    return before, profile.words[at + 1 :]


def _turned(pair: Pair) -> bool:
    """Whether one side tells from behind what the other tells from before: by a passive, or by the converse of a verb."""
    one, other = ({stem(word) for word in each.words} for each in (pair.one, pair.other))
    converse = any((one & mine and other & theirs) or (one & theirs and other & mine) for mine, theirs in _converses())
    return converse or _passive(pair.one) != _passive(pair.other)


@cache
def _converses() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Verbs by which one thing is told from either side: who gives and who gets, who employs and who works for him."""
    rows = ((row.partition("/")[0], row.partition("/")[2]) for row in _CONVERSE.strip().splitlines())
    return tuple((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))) for one, other in rows)


@lru_cache(HELD)
def _passive(profile: Profile) -> bool:
    """Whether somebody is told of to whom something is done, as far as "by" and forms such as "was sacked" tell."""
    pairs = pairwise(profile.words)
    return "by" in profile.words or any(word in _BE and (after.endswith("ed") or irregular(after) != after) for word, after in pairs)


@lru_cache(HELD)
def _subject(profile: Profile) -> tuple[str, ...]:
    """The first name, of one word or more, that no preposition leads."""
    before: tuple[str, ...] = ()
    for word, run in groupby(profile.words, key=profile.names.__contains__):
        found = tuple(run)
        if word and not _led(before):
            return found
        before = found
    return ()


def _led(before: tuple[str, ...]) -> bool:
    """Whether words that stand before a name end in a preposition, perhaps with an article and what the name is of: `by the firm`."""
    last = len(before) - 1
    last -= last > 1 and before[last] not in SMALL and before[last - 1] in _ARTICLES
    last -= last > 0 and before[last] in _ARTICLES
    return last >= 0 and before[last] in _PREPOSITIONS


def places(pair: Pair) -> str:
    """Both say where, by names of which none stands on the other side."""
    one, other = _places(pair.one), _places(pair.other)
    if not one or not other or related(one, pair.other.names) or related(other, pair.one.names):
        return ""
    return f"different places: {one[0]} and {other[0]}"


@lru_cache(HELD)
def _places(profile: Profile) -> tuple[str, ...]:
    """The names that follow a word of place."""
    pairs = pairwise(profile.words)
    return tuple(name for before, name in pairs if before in _AT and name in profile.names)


def editions(pair: Pair) -> str:
    """One name with different numbers, as two satellites of one series."""
    one, other = _editions(pair.one), _editions(pair.other)
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            return f"different numbers of {name}: {one[name]} and {other[name]}"
    return ""


@lru_cache(HELD)
def _editions(profile: Profile) -> dict[str, str]:
    if not any(letter.isdigit() for letter in profile.text):
        return {}
    found = ((each["name"].lower(), each["number"]) for each in _EDITION.finditer(profile.text))
    return {name: number for name, number in found if name in profile.names}


def contraries(pair: Pair) -> str:
    """A word of the one excludes a word of the other, and neither side has both."""
    one, other = pair.one.stems.keys(), pair.other.stems.keys()
    for word in sorted(one - other):
        for beside, against in opposites().get(word, ()):
            if (met := against & other) and not beside & other and not against & one:
                return f"contrary: {word} and {min(met)}"
    return ""


def steps(pair: Pair) -> str:
    """They name two steps of one course of things, such as a charge and a verdict, and neither names both."""
    one, other = pair.one.events - pair.other.events, pair.other.events - pair.one.events
    for mine, theirs in _steps() if one and other else ():
        if mine in one and theirs in other:
            return f"different steps: {mine} and {theirs}"
    return ""


@cache
def _steps() -> tuple[tuple[str, str], ...]:
    rows = lexicon("acts")["steps"].phrases
    return tuple(sorted({pair for row in rows for pair in permutations(row, 2)}))


def substitutes(pair: Pair) -> str:
    """All that differs is a telling word or few, in one place on both sides, or names, and these are not akin: one is put for the other."""
    if len(pair.one.stems.keys() ^ pair.other.stems.keys()) >= APART:
        return ""
    first, second = sorted((pair.one, pair.other), key=lambda each: each.words)
    one, other = _own(first, second), _own(second, first)
    if not one or not other:
        return ""
    one, other = _unlike(*_said_otherwise(first, second, one, other))
    if not 0 < len(one) <= FEW or not 0 < len(other) <= FEW:
        return ""
    if _put_for(first.words, second.words, one, other) or _led_alike(_leads(first.words, one), _leads(second.words, other)):
        return f"in one place: {' '.join(one)} and {' '.join(other)}"
    if {*one} <= {*first.names} and {*other} <= {*second.names}:
        return f"other names: {' '.join(one)} and {' '.join(other)}"
    if _one_phrase(first.words, one) and _one_phrase(second.words, other):
        return f"of one kind: {' '.join(one)} and {' '.join(other)}"
    return ""


def _one_phrase(found: list[str], own: list[str]) -> bool:
    """Whether some words stand together, led by an article: `a gnawed cable`."""
    first = found.index(own[0])
    start = first - (first > 0 and found[first - 1] in _LOOSE)
    return found[first : first + len(own)] == own and start > 0 and found[start - 1] in _ARTICLES


def _said_otherwise(first: Profile, second: Profile, one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of each side but for turns of phrase that the other has the like of, and the nouns of figures in which both agree.

    So `broke out` is not put for `started`, nor `64 men` for `64 suspects`.
    """
    mine, theirs = _phrases_in(first), _phrases_in(second)
    same = mine.keys() & theirs.keys()
    counted = {figure.noun for figures in agree(first.quantities, second.quantities) for figure in figures}

    def left(own: list[str], turns: Mapping[str, frozenset[str]]) -> list[str]:
        told = {word for name in same for word in turns[name]}
        return [word for word in own if word not in told and stem(word) not in counted]

    return left(one, mine), left(other, theirs)


@lru_cache(HELD)
def _phrases_in(profile: Profile) -> Mapping[str, frozenset[str]]:
    """The turns of phrase of a proposition, by what they say."""
    return turns_of_phrase(profile.words)


def _unlike(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of each side that are akin to none of the other; a qualifier that one side alone has tells nothing."""
    mine = [word for word in one if not any(_kin(word, theirs) for theirs in other)]
    theirs = [word for word in other if not any(_kin(word, mine) for mine in one)]
    if _LOOSE.isdisjoint(mine) or _LOOSE.isdisjoint(theirs):
        mine, theirs = ([word for word in side if word not in _LOOSE] for side in (mine, theirs))
    return mine, theirs


def _put_for(first: list[str], second: list[str], one: list[str], other: list[str]) -> bool:
    """Whether some words stand on one side where some of the other stand on that."""
    for tag, start, end, begin, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "replace" and not {*one}.isdisjoint(first[start:end]) and not {*other}.isdisjoint(second[begin:stop]):
            return True
    return False


def _leads(found: list[str], own: list[str]) -> frozenset[str]:
    """The words right before some words, articles and qualifiers passed over: prepositions, and what names an act."""
    leads: set[str] = set()
    for at, word in enumerate(found):
        if word in own:
            before = next((each for each in reversed(found[:at]) if each not in _PASSED and each not in own), "")
            leads.update({before} if before in _LEADS or kinds_of(before) else ())
    return frozenset(leads)


def _led_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word that leads on one side leads on the other, or names the same kind of event."""
    return any(mine == theirs or kinds_of(mine) & kinds_of(theirs) for mine in one for theirs in other)


def _own(one: Profile, other: Profile) -> list[str]:
    """The telling words of one side that the other has nowhere; figures with their units, and days, are compared elsewhere."""
    there = other.stems
    return [word for word, stemmed in _telling(one) if stemmed not in there]


@lru_cache(HELD)
def _telling(profile: Profile) -> list[tuple[str, str]]:
    """The words that can be put for others, each with its stem."""
    left_out = SMALL | _TIMES | _APPOSED | _units()
    return [(word, stem(word)) for word in profile.words if word.isalpha() and word not in left_out]


@cache
def _units() -> frozenset[str]:
    """The words that say what a figure is measured in."""
    return frozenset(word for each in lexicon("figures").family("units") for word in each.words)


def _kin(one: str, other: str) -> bool:
    """Whether two words are of one kind of event, name one thing, or begin alike."""
    return one[:ALIKE] == other[:ALIKE] or bool(kinds_of(one) & kinds_of(other)) or thing(one) == thing(other) != ""


def done(pair: Pair) -> str:
    """One tells what is planned, promised, feared or asked for, the other what is so."""
    one, other = _planned(pair.one), _planned(pair.other)
    if bool(one) == bool(other):
        return ""
    return f"not done on one side: {one or other}"


@lru_cache(HELD)
def _planned(profile: Profile) -> str:
    """The first word or phrase by which it is of what may or shall be, or nothing."""
    return _unrealized(_unnamed(profile))


def _unnamed(profile: Profile) -> str:
    """What it says without the words inside of names: the Planning Office plans nothing."""
    named = {*profile.names}
    inside = {word for both in pairwise(profile.words) if named.issuperset(both) for word in both}
    return _CAPITAL.sub(lambda found: " " if found[0].lower() in inside else found[0], profile.text)


def conditions(pair: Pair) -> str:
    """One holds under a condition that the other does not name."""
    one, other = _condition(pair.one.text), _condition(pair.other.text)
    if bool(one) == bool(other):
        return ""
    return f"a condition on one side: {one or other}"


@lru_cache(maxsize=1 << 14)
def _unrealized(text: str) -> str:
    """The first word or phrase by which a text is of what may or shall be, or nothing."""
    return _first(_NO_FORCE.sub(" ", text), FORCES) or _to_come(text)


@lru_cache(maxsize=1 << 14)
def _condition(text: str) -> str:
    """The first word or phrase by which a text is under a condition; "whether" opens a question as often."""
    return _first(text.replace("whether", ""), ("conditional",))


def _to_come(text: str) -> str:
    """A "to" right after the subject, by which a headline tells what will be, as in "Rusk to leave the firm"."""
    for found in _TO.finditer(text):
        if found[1] not in SMALL and all(word[0].isupper() or word in SMALL for word in _LETTERS.findall(text[: found.start()])):
            return f"to {found[1].lower()}"
    return ""


FORCES = ("forecast", "predicting", "pledging", "calling", "obliging", "modal-hedge", "planning")
"""Classes whose words tell what may or shall be, those of the framing lists and our own."""


def _first(text: str, classes: tuple[str, ...]) -> str:
    """The first word or phrase of some classes in a text, or nothing."""
    found, (known, phrases) = words(text), _marks(classes)
    for at, word in enumerate(found):
        if word in known:
            return word
        if met := next((each for each in phrases.get(word, ()) if tuple(found[at : at + len(each)]) == each), ()):
            return " ".join(met)
    return ""


@cache
def _marks(classes: tuple[str, ...]) -> tuple[frozenset[str], Mapping[str, tuple[tuple[str, ...], ...]]]:
    """The words of some classes, and their phrases by the first word of each."""
    named = [each for folder in ("framing", "acts") for each in lexicon(folder).classes if each.name in classes]
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrase for each in named for phrase in each.phrases):
        phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
    return frozenset(word for each in named for word in each.words), phrases


@lru_cache(HELD)
def negated(profile: Profile) -> bool:
    """Whether a proposition says that something is not so, by a negation or by a verb such as "refused to", but not by both."""
    withheld = any(after == "to" and word in listed("refusing") for word, after in pairwise(profile.words))
    return profile.negated != withheld
