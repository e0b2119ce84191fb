"""Our word lists, read once from the package: classes of words with a weight, and the inflections of English."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from claimtrack.errors import RecordError, UnknownNameError

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh")
FORMS = frozenset({"noun", "verb", "adjective", "adverb"})


@attrs.frozen(kw_only=True)
class WordClass:
    """A class of words that do the same work, with what one of them weighs in a score.

    Attributes:
        family: the file it stands in.
        about: what the class is, in a line.
        weight, anybody: what one counts for the author's opinion, and for that of anybody; the second is the first unless given.
        words: every form of every word, in small letters unless the class is of capitalised words.
        phrases: runs of words, each a tuple.
        suffixes: word endings that make a word of no other class one of this.
        opening: true when the words count at the head of a sentence only.
        capital: true when the words count with a capital letter only, as months do.
        decides: true when one of the words settles the question of its family.
    """

    name: str
    family: str
    about: str
    weight: int = 0
    anybody: int = attrs.field(default=attrs.Factory(lambda self: max(self.weight, 0), takes_self=True))
    words: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    suffixes: tuple[str, ...] = ()
    opening: bool = False
    capital: bool = False
    decides: bool = False


@attrs.frozen
class Lexicon:
    """The classes of one folder of word lists."""

    classes: tuple[WordClass, ...]

    def __getitem__(self, name: str) -> WordClass:
        for each in self.classes:
            if each.name == name:
                return each
        raise UnknownNameError("word class", name, (each.name for each in self.classes))

    def family(self, family: str) -> tuple[WordClass, ...]:
        """The classes of one file."""
        return tuple(each for each in self.classes if each.family == family)


@cache
def lexicon(folder: str) -> Lexicon:
    """The word lists of one folder under `claimtrack/data`, each file a family of classes.

    Raises:
        RecordError: when a class has a field that is not known.
    """
    root = files("claimtrack") / "data" / folder
    lists = sorted((entry for entry in root.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return Lexicon(tuple(each for entry in lists for each in read(entry.name.removesuffix(".toml"), entry.read_text("utf-8"))))


def read(family: str, toml: str) -> tuple[WordClass, ...]:
    """The classes of one file, from its text."""
    return tuple(_word_class(family, name, table) for name, table in tomllib.loads(toml).items())


def _word_class(family: str, name: str, table: dict[str, Any]) -> WordClass:
    rest = dict(table)
    forms = rest.pop("forms", [])
    if unknown := set(forms) - FORMS:
        raise RecordError(f"[{name}] of {family}: no forms are called {', '.join(sorted(unknown))}; there are {', '.join(sorted(FORMS))}")
    words = frozenset(form for word in rest.pop("words", "").split() for form in inflections(word, forms))
    phrases = frozenset(tuple(line.split()) for line in rest.pop("phrases", "").splitlines() if line)
    suffixes = tuple(rest.pop("suffixes", "").split())
    try:
        return WordClass(name=name, family=family, words=words, phrases=phrases, suffixes=suffixes, **rest)
    except TypeError as error:
        raise RecordError(f"[{name}] of {family}: {error}") from error


def inflections(word: str, forms: Iterable[str]) -> frozenset[str]:
    """A word with the forms that it takes as a noun, a verb, an adjective or the adverb of one."""
    made = {word}
    for form in forms:
        made.update(_INFLECT[form](word))
    return frozenset(made)


def plural(noun: str) -> str:
    """The regular plural of a noun, which is also the third person of a verb."""
    if noun.endswith(SIBILANTS):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def verb_forms(verb: str) -> tuple[str, ...]:
    """The third person, past, participle and -ing form of a verb."""
    stem = verb + verb[-1] if _doubles(verb) else verb
    soft = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else stem
    if verb.endswith("ie"):
        soft = f"{verb[:-2]}y"
    past = _IRREGULAR.get(verb) or (_regular_past(verb, stem),)
    return plural(verb), f"{soft}ing", *past


def _regular_past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ied"
    return f"{stem}ed"


def _doubles(word: str) -> bool:
    """Whether the last consonant is doubled: one stressed short syllable (slam), or a listed longer word (admit)."""
    if word in _DOUBLING:
        return True
    if len(word) < 3 or word[-1] in "aeiouwxy" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return len(word) > 3 and word[-3:-1] == "ui" and word[-4] == "q"
    return sum(letter in "aeiouy" for letter in word) == 1


def degrees(adjective: str) -> tuple[str, ...]:
    """The comparative and superlative of a short adjective; none for a long one, which takes more and most."""
    syllables = sum(here in "aeiouy" and before not in "aeiouy" for before, here in zip(f" {adjective}", adjective, strict=False))
    if syllables - adjective.endswith("e") > 2 or (syllables == 2 and not adjective.endswith(("y", "e", "ow"))):
        return ()
    if adjective.endswith("e"):
        return f"{adjective}r", f"{adjective}st"
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ier", f"{adjective[:-1]}iest"
    stem = adjective + adjective[-1] if _doubles(adjective) else adjective
    return f"{stem}er", f"{stem}est"


def adverb(adjective: str) -> str:
    """The adverb in -ly of an adjective."""
    if adjective.endswith("ly"):
        return adjective
    if adjective.endswith("ic"):
        return f"{adjective}ally"
    if adjective.endswith("le") and adjective[-3:-2] not in VOWELS:
        return f"{adjective[:-1]}y"
    if adjective.endswith("y") and adjective[-2:-1] not in VOWELS:
        return f"{adjective[:-1]}ily"
    return f"{adjective}y" if adjective.endswith("ll") else f"{adjective}ly"


_DOUBLED = """
    abet abhor admit befit commit compel concur confer control defer demur deter dispel expel incur infer omit permit prefer
    propel rebel rebut recur refer regret remit repel submit transfer transmit upset
"""
_DOUBLING = frozenset(_DOUBLED.split())
_PASTS = """
    become:became begin:began/begun bite:bit/bitten bleed:bled break:broke/broken bring:brought build:built buy:bought catch:caught
    choose:chose/chosen come:came cost:cost cut:cut deal:dealt draw:drew/drawn drive:drove/driven fall:fell/fallen feed:fed
    feel:felt fight:fought find:found flee:fled foresee:foresaw/foreseen foretell:foretold forget:forgot/forgotten
    forgive:forgave/forgiven get:got/gotten give:gave/given go:went/gone grow:grew/grown hear:heard hide:hid/hidden hit:hit hold:held
    hurt:hurt keep:kept know:knew/known lay:laid lead:led leave:left let:let lie:lied lose:lost make:made mean:meant meet:met
    mislead:misled outdo:outdid/outdone outshine:outshone overcome:overcame overrun:overran pay:paid plead:pleaded/pled
    prove:proved/proven put:put quit:quit read:read rise:rose/risen run:ran see:saw/seen seek:sought sell:sold send:sent set:set
    shine:shone shoot:shot show:showed/shown shrink:shrank/shrunk sink:sank/sunk speak:spoke/spoken spend:spent spin:spun
    stand:stood steal:stole/stolen strike:struck strive:strove/striven swear:swore/sworn sweep:swept take:took/taken teach:taught
    tear:tore/torn tell:told think:thought throw:threw/thrown undercut:undercut understand:understood undertake:undertook/undertaken
    uphold:upheld win:won withdraw:withdrew/withdrawn write:wrote/written
"""
_IRREGULAR = {verb: tuple(pasts.split("/")) for verb, _, pasts in (pair.partition(":") for pair in _PASTS.split())}
_VERB_OF = {past: verb for verb, pasts in _IRREGULAR.items() for past in pasts if past != verb}


def irregular(word: str) -> str:
    """The verb that a word is an irregular past of, else the word."""
    return _VERB_OF.get(word, word)


_INFLECT: dict[str, Callable[[str], tuple[str, ...]]] = {
    "noun": lambda noun: (plural(noun),),
    "verb": verb_forms,
    "adjective": degrees,
    "adverb": lambda adjective: (adverb(adjective),),
}
