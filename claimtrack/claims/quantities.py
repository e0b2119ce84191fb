"""The figures of a text with their units and what they count, as intervals that can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import inf, isclose

import attrs

from claimtrack.claims.days import days
from claimtrack.claims.things import one_thing
from claimtrack.lexicon import lexicon
from claimtrack.words import SMALL, stem

ABOUT = 0.1
"""Share of a figure by which "about" and "nearly" are taken to be out."""
ROUND = 0.05
"""Share by which a round figure of a thousand or more may be out of another without a clash."""
NEAR_NOUN = 3
"""Words behind a figure among which the noun that it counts is looked for."""
LENGTHS = frozenset(["cm", "m", "foot", "inch"])
"""Units of what something can lie under."""
NEAR_FATE = 5
"""Words on either side of a figure that tell what befell those whom it counts."""
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = {word: value for value, word in enumerate(_ONES.split())} | {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "lakh": 10**5}
_POWERS |= {"crore": 10**7, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1000}
_MANY = {"dozens": (20, 100), "scores": (40, 100), "hundreds": (100, 1000), "thousands": (1000, 10**5), "millions": (10**6, 10**9)}
_MANY |= {"billions": (10**9, 10**12), "tens of thousands": (10**4, 10**5), "hundreds of thousands": (10**5, 10**6)}
_MANY |= {"tens of millions": (10**7, 10**9), "hundreds of millions": (10**8, 10**9)}
_SIGN = r"(?:US|A|C)?\$|[€£¥₹]|(?:USD|EUR|GBP|CNY|RMB|JPY|INR|PKR|RUB|CHF|AUD|CAD|AFN|Rs\.?)(?= ?\d)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDED = rf"(?:{'|'.join([*_TENS.split(), *reversed(_ONES.split())])})"
_POWER = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_GROUP = rf"(?:{_WORDED}(?:[- ]{_WORDED})?|\ban?(?= (?:{_POWER})\b))(?:(?: |-)(?:{_POWER})(?: and)?(?: {_WORDED}(?:[- ]{_WORDED})?)?)*"
_MANY_SHAPE = "|".join(sorted(_MANY, key=len, reverse=True))


def _shape(place: int) -> str:
    """One number, with its groups named after its place."""
    digits = rf"(?P<digits{place}>{_DIGITS})(?:[ -]?(?P<power{place}>(?i:{_POWER})|mn|bn|tn|m|k)\b)?"
    return rf"(?P<sign{place}>{_SIGN})? ?(?:{digits}|(?P<words{place}>\b(?i:{_GROUP})\b))"


_NUMBER = re.compile(rf"(?<![\w.,:/-]){_shape(1)}(?:(?: to |-|–| and ){_shape(2)})?(?![\d:/]|[A-Za-z]|[.,-]\d)")
_LOOSE = re.compile(rf"\b(?i:{_MANY_SHAPE})\b(?= of\b| [a-z])")
_WORD = re.compile(r"%|°[CF]?|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_LEAD = re.compile(r"(?:[\w'’]+ ){0,3}\Z")
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[- ]years?[- ]old\b|[- ]month[s]?[- ]old\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age of|turned|turns) \Z", re.IGNORECASE)
_PARTS = re.compile(r" (?:(percentage) points?|per cent)\b")
_OF = re.compile(r" of(?: the)?(?= )")
_BREAK = re.compile(r"[.;:!?]\s|\n")


@attrs.frozen(order=True)
class Quantity:
    """A figure as the interval that it allows, with its unit and what it counts.

    Attributes:
        low, high: the least and the most it may be; the same where the figure is plain, and infinite where it is open.
        unit: "" for a bare count, else "%", a currency such as "usd", or a measure such as "km" or "age".
        noun: the stem of the noun that is counted, where one follows.
        approximate: whether the text says that the figure is near only.
        fate: what befell those counted: "dead", "hurt", "held" and the like, where words near the figure tell.
    """

    low: float
    high: float
    unit: str
    noun: str
    start: int
    end: int
    approximate: bool
    fate: str = ""


def numbered(text: str) -> bool:
    """Whether a text has a number in it at all, without which it has no figures."""
    return _NUMBER.search(text) is not None or _LOOSE.search(text) is not None


@lru_cache(maxsize=1 << 14)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text, in its order; dates, times of day, ordinals and numbers that are names are none."""
    numbers = list(_NUMBER.finditer(text))
    dates = [(day.start, day.end) for day in days(text)] if numbers else []
    found = [made for match in numbers if _free(match, dates) and (made := _quantity(text, match))]
    loose = [_made(text, match.start(), match.end(), *_MANY[match[0].lower()], "", near=True) for match in _LOOSE.finditer(text)]
    return tuple(sorted((*found, *loose), key=lambda each: (each.start, each.end)))


def _free(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    return all(match.end() <= start or end <= match.start() for start, end in taken)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """The figure of one match, or None when it is a time of day, a score, a name or no more than "one of"."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    values = [value for place in (1, 2) if (value := _value(match, place)) is not None]
    if len(values) == 2 and match["power2"] and not match["power1"] and values[0] < values[1] / 1000:
        values[0] *= _POWERS[match["power2"].lower()]
    joined_by_and = len(values) == 2 and " and " in match[0] and not text[:start].lower().endswith("between ")
    if joined_by_and or _CLOCK.match(text, match.end()) or not _counts(text, match, start):
        return _quantity_of_first(text, match, start, values) if joined_by_and else None
    if values[-1] < values[0]:
        return None
    return _made(text, start, match.end(), values[0], values[-1], _sign(match))


def _quantity_of_first(text: str, match: re.Match[str], start: int, values: Sequence[float]) -> Quantity | None:
    """Of two figures that "and" joins without "between", the second, which has the noun beside it."""
    second = match.start("words2") if match["words2"] else match.start("digits2")
    return _made(text, second, match.end(), values[1], values[1], _unit(match["sign2"])) if second > start else None


def _value(match: re.Match[str], place: int) -> float | None:
    digits, spelled = match[f"digits{place}"], match[f"words{place}"]
    if digits:
        return float(digits.replace(",", "")) * _POWERS.get((match[f"power{place}"] or "").lower(), 1)
    return _spelled(spelled) if spelled else None


def _spelled(words: str) -> float:
    """The value of a number in words, such as "two hundred and ten thousand"."""
    total, part = 0.0, 0.0
    for word in re.split(r"[ -]", words.lower()):
        if word in ("a", "an"):
            part += 1
        elif word in _SPELLED:
            part += _SPELLED[word]
        elif _POWERS.get(word, 0) >= 1000:
            total, part = total + (part or 1) * _POWERS[word], 0
        elif word in _POWERS:
            part = (part or 1) * _POWERS[word]
    return total + part


def _counts(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a number counts or measures, and does not name something or stand for "a"."""
    before = text[:start].rstrip().rpartition(" ")[2]
    after = _WORD.match(text, match.end() + 1)
    if (match["words1"] or "").lower() == "one":
        follows = after is not None and text[match.end()] == " " and after[0].lower() not in SMALL
        return follows and before.lower() not in ("no", "any", "every", "each", "the", "this", "that", "some", "which", "last", "day")
    named = before.rstrip(".").lower() in _class("label") or (before[:1].isupper() and bool(text[:start].rstrip().rpartition(" ")[0]))
    return bool(match["sign1"]) or not (named and before.lower() not in _leads() and not _plural(after))


def _plural(word: re.Match[str] | None) -> bool:
    """Whether a word is a noun in the plural, as far as its ending tells."""
    low = word[0].lower() if word else ""
    return low in _class("plural") or low == "%" or low in _units() or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


def _sign(match: re.Match[str]) -> str:
    return _unit(match["sign1"]) or _unit(match["sign2"])


def _unit(sign: str | None) -> str:
    return _units().get((sign or "").lower().rstrip("."), "")


def _made(text: str, start: int, end: int, low: float, high: float, unit: str, *, near: bool = False) -> Quantity:
    """The figure with what stands around it."""
    lead = "" if _beneath(text, start, end) else _lead(text, start)
    if lead == "near" and low == high:
        low, high = low * (1 - ABOUT), high * (1 + ABOUT)
    elif lead == "from-up":
        high = inf
    elif lead == "up-to":
        low = 0
    if near and (of := _OF.match(text, end)):
        end = of.end()
    unit, end = (unit, end) if unit else _measure(text, start, end)
    noun = "" if unit == "age" else _noun(text, end, measured=bool(unit))
    return Quantity(float(low), float(high), unit, noun, start, end, near or lead == "near", _fate(text, start, end))


def _beneath(text: str, start: int, end: int) -> bool:
    """Whether something lies under so much of something else: `under 6 centimetres of water`."""
    if not text.endswith(("under ", "Under "), 0, start):
        return False
    unit, after = _measure(text, start, end)
    return unit in LENGTHS and _OF.match(text, after) is not None


def _lead(text: str, start: int) -> str:
    """What the words before a figure make of it: "from-up", "up-to", "near" or nothing."""
    found = _LEAD.search(text, max(0, start - 60), start)
    before = f" {found[0].lower()}" if found else ""
    return next((name for phrase, name in _phrases() if before.endswith(f" {phrase} ")), "")


def _measure(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit behind a figure, and where it ends."""
    if age := _AGE_AFTER.match(text, end):
        return "age", age.end()
    if _AGE_BEFORE.search(text, max(0, start - 12), start):
        return "age", end
    if parts := _PARTS.match(text, end):
        return "point" if parts[1] else "%", parts.end()
    word = _WORD.match(text, end + (text[end : end + 1] in (" ", "-", "\u00a0")))
    unit = _units().get(word[0].lower(), "") if word else ""
    return (unit, word.end()) if unit and word else ("", end)


def _noun(text: str, end: int, *, measured: bool) -> str:
    """The stem of the noun behind a figure: the first plural of the next few words, else the first of them."""
    stop = _BREAK.search(text, end)
    run: list[str] = []
    place = end
    for word in _WORD.finditer(text, end, stop.start() if stop else len(text)):
        if "," in text[place : word.start()] or word[0].lower() in SMALL or word[0][0].isdigit() or len(run) == NEAR_NOUN:
            break
        run.append(word[0].lower())
        place = word.end()
    if measured:
        run = run[:1]
    plural = next((each for each in run if _plural(_WORD.match(each)) and not _fate_of(each)), "")
    first = next((each for each in run[:1] if not _fate_of(each)), "")
    return stem(plural or first)


def _fate(text: str, start: int, end: int) -> str:
    """What befell those counted: the nearest word that tells, behind the figure first."""
    stop = _BREAK.search(text, end)
    after = _WORD.findall(text[end : stop.start() if stop else None])[:NEAR_FATE]
    comma = next((at for at, word in enumerate(after) if word.lower() in ("and", "while", "but")), len(after))
    before = _WORD.findall(text[:start].rpartition(". ")[2])[-NEAR_FATE:]
    near = [*after[:comma], *reversed(before)]
    return next((fate for word in near if (fate := _fate_of(word.lower()))), "")


FATES = ("dead", "hurt", "held", "missing", "fled", "freed", "for", "against")


@cache
def _fates() -> Mapping[str, str]:
    return {word: name for name in FATES for word in lexicon("figures")[name].words}


def _fate_of(word: str) -> str:
    return _fates().get(word, "")


@cache
def _units() -> Mapping[str, str]:
    return {word: each.name for each in lexicon("figures").family("units") for word in each.words}


@cache
def _class(name: str) -> frozenset[str]:
    return lexicon("figures")[name].words


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Phrases before a figure and what they make of it, the longest first."""
    pairs = [(" ".join(phrase), name) for name in ("from-up", "up-to", "near") for phrase in lexicon("figures")[name].phrases]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _leads() -> frozenset[str]:
    return frozenset(word for phrase, _ in _phrases() for word in phrase.split()) | SMALL


def slot(one: Quantity, other: Quantity) -> bool:
    """Whether two figures fill one slot: the same unit, the same noun and the same fate, so far as both tell."""
    if one.unit != other.unit or (one.fate and other.fate and one.fate != other.fate):
        return False
    if one.unit or (one.fate and other.fate):
        return one_thing(one.noun, other.noun) or any(not each.noun or each.noun in _people() for each in (one, other))
    return one.noun != "" and one_thing(one.noun, other.noun)


@cache
def _people() -> frozenset[str]:
    return frozenset(stem(word) for word in _class("person"))


def clash(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[tuple[Quantity, Quantity], ...]:
    """Figures of one slot that exclude each other, where no two of that slot agree; else the rest may count something else."""
    slots = _slots(one, other)
    met = [pair for pair in slots if _meet(*pair)]
    return tuple((mine, theirs) for mine, theirs in slots if not any(slot(mine, shared) and slot(theirs, same) for shared, same in met))


def agree(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[tuple[Quantity, Quantity], ...]:
    """Figures of one slot that can be the same."""
    return tuple(pair for pair in _slots(one, other) if _meet(*pair))


def _slots(one: Sequence[Quantity], other: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The pairs of figures that fill one slot."""
    return [(mine, theirs) for mine in one for theirs in other if slot(mine, theirs)]


def _meet(one: Quantity, other: Quantity) -> bool:
    """Whether the intervals of two figures touch, a round figure being a little out."""
    slack = max(_slack(one), _slack(other))
    return one.low - slack <= other.high and other.low - slack <= one.high


def _slack(each: Quantity) -> float:
    """How far a plain round figure of a thousand or more may be out: no farther than rounding to its last digit before zeros takes it."""
    if each.low != each.high or each.low < 1000:
        return 0
    places = len(str(int(each.low)))
    rounded = next((scale for scale in (10.0 ** (places - 1), 10.0 ** (places - 2)) if _divides(scale, each.low)), 0)
    return min(each.low * ROUND, rounded / 2)


def _divides(scale: float, figure: float) -> bool:
    rest = figure % scale
    return isclose(min(rest, scale - rest), 0, abs_tol=scale / 1e6)
