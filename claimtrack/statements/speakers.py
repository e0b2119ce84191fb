"""Who speaks: mentions of sources resolved to speakers, each with how surely."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence

import attrs

from claimtrack.model.records import Speaker
from claimtrack.model.terms import Certainty, MakerKind, SpeakerKind
from claimtrack.model.values import Link, Maker, Span
from claimtrack.model.view import View
from claimtrack.statements.grammar import grammar
from claimtrack.statements.mentions import NUMBERED, POSSESSIVE, WORD, Mention, is_organization, slug, speaker_words, taken_apart
from claimtrack.statements.names import acronym_of, same_person

MAKER = Maker(name="claimtrack reader", kind=MakerKind.SOFTWARE, version="1")
NEAR = 800
"""Characters back in which whom a pronoun stands for is looked for."""
_NAME_LIMIT = 90
_LARGE = r"(?:(?:[A-Z]\.)+[A-Z]?\b|[A-Z][\w’'-]{0,3}\.|[A-Z][\w’'-]*)"
"""A word with a capital; a full stop belongs to initials and short titles only, else it ends the sentence and the name."""
_NAMES = re.compile(rf"(?:[Tt]he )?{_LARGE}(?: (?:{_LARGE}|of|de|al))*")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]+")
_SMALL = re.compile(r"(?<!\w)[a-z][\w’'-]*")
_OPENS = re.compile(r"(?:\A|[.?!:\n”\"])\W*\Z")
_BESIDE = re.compile(r", ((?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin)){1,4}),")
"""A name put beside a description: `Its director, Ada Quill, said`."""
_ACRONYM = re.compile(
    r"((?:[A-Z][\w’'-]*|of|the|and|for|de|on|in)(?: (?:[A-Z][\w’'-]*|of|the|and|for|de|on|in)){1,9}|[A-Z][\w’'-]*-[\w’'-]+) ?"
    r"\([\"“‘']?([A-Z][A-Za-z]{1,7})[\"”’']?\)"
)
LONGEST_NAME = 3
_ONE = (SpeakerKind.PERSON,)
_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.ORGANIZATION)
_BODY = (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)
_AGREEING = {"he": _ONE, "she": _ONE, "they": _SEVERAL, "it": _BODY}
"""Which kinds of speakers a pronoun can stand for."""
_FEMININE = frozenset(["she", "her", "hers"])
_GENDER = {
    **dict.fromkeys(["mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman"], "he"),
    **dict.fromkeys(["mrs", "ms", "miss", "lady", "dame", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman"], "she"),
}


@attrs.frozen
class Known:
    """A speaker that a mention was resolved to."""

    key: str
    name: str
    kind: SpeakerKind
    certainty: Certainty = Certainty.CERTAIN


class Speakers:
    """Resolves the mentions of one article, in the order in which they stand.

    Args:
        text: the article's text.
        view: speakers and outlets that are known already.
    """

    def __init__(self, text: str, view: View | None = None) -> None:
        self._text = text
        self._view = view if view is not None and (view.speakers or view.outlets) else None
        self._words = speaker_words()
        self._documents = grammar().nouns["document"]
        self._full: dict[str, list[str]] = {}
        self._given: dict[str, str] = {}
        self._acronyms = _introduced(text)
        self._told: list[tuple[int, bool, Known]] = []
        self._last: dict[SpeakerKind, Known] = {}
        self._titles: dict[str, Known] = {}
        self._gender: dict[str, str] = {}
        self._small = frozenset(_SMALL.findall(text))
        self._inside = frozenset(map(str.casefold, _INSIDE.findall(text)))
        self.found: dict[str, Known] = {}

    def learn(self, mentions: Sequence[Span]) -> None:
        """Note the full names among the mentions, so that a last name finds its person even before."""
        for mention in mentions:
            self._note(self._taken_apart(self._said(mention), mention.start).name)

    def look_around(self) -> None:
        """Note every name in the text with its place, so that pronouns and descriptions can point back to names that did not speak."""
        noted = []
        for match in _NAMES.finditer(self._text):
            words = " ".join(match[0].split())
            mention = self._taken_apart(words, match.start())
            if len(mention.name.split()) <= LONGEST_NAME:
                self._note(mention.name)
            if mention.name:
                noted.append((match.start(), mention))
        for start, mention in noted:
            if not self._surely_named(mention.name):
                continue
            known = self._recorded(mention) or self._named(mention, start)
            self._told.append((start, self._opens(start), known))

    def _note(self, name: str) -> None:
        """Keep a full name, the longest form of those that are one person's."""
        parts = name.split()
        if len(parts) < 2 or is_organization(parts):
            return
        held = self._full.setdefault(parts[-1].casefold(), [])
        place = next((at for at, other in enumerate(held) if same_person(name, other)), -1)
        if place < 0:
            held.append(name)
        elif len(parts) > len(held[place].split()):
            held[place] = name
        self._given.setdefault(parts[0].casefold(), name)

    def _whole(self, name: str, place: int) -> tuple[str, Certainty]:
        """The full name that a name stands for; a last name that several have is that of whom the text named last."""
        parts = name.split()
        held = self._full.get(parts[-1].casefold(), [])
        if len(parts) > 1:
            return next((other for other in held if same_person(name, other)), name), Certainty.CERTAIN
        if len(held) > 1:
            return max(held, key=lambda full: self._text.rfind(full, 0, max(place, 1))), Certainty.LIKELY
        return held[0] if held else self._given.get(name.casefold(), name), Certainty.CERTAIN

    def _part_of_name(self, word: str) -> bool:
        return word in self._full or word in self._given

    def _surely_named(self, name: str) -> bool:
        """Whether a name has several words, or its one word is part of a longer name or has its capital amid a sentence too."""
        low = name.casefold()
        return " " in name or self._part_of_name(low) or (low in self._inside and len(low) > 1)

    def _opens(self, start: int) -> bool:
        """Whether a sentence or a line begins at a place."""
        return _OPENS.search(self._text, max(0, start - 4), start) is not None

    def _taken_apart(self, words: str, start: int) -> Mention:
        """The parts of a mention at a place; a plural that is written large only where a sentence begins is no name."""
        first = words.split(" ", 1)[0].casefold().strip(".,")
        common = first if not self._part_of_name(first) and self._written_small(first) and self._opens(start) else ""
        return taken_apart(words, (common,) if common else ())

    def _written_small(self, first: str) -> bool:
        """Whether a word occurs in small letters, or is a plural that never has its capital amid a sentence."""
        return first in self._small or (first.endswith("s") and not first.endswith("ss") and first not in self._inside)

    def _said(self, mention: Span) -> str:
        return " ".join(self._text[mention.start : mention.end].split())

    def resolve(self, mention: Span) -> Link:
        """The link for a mention; one whose speaker cannot be told stays unresolved, by its own words."""
        words = POSSESSIVE.sub("", self._said(mention).strip(" ,;:“”\"'"))
        known = self._resolve(words, mention)
        self.found[known.key] = known
        if known.certainty is not Certainty.UNRESOLVED:
            self._last[known.kind] = known
            insort(self._told, (mention.start, True, known), key=lambda told: told[0])
        return Link(holders=(known.key,), certainty=known.certainty)

    def may_tell(self, mention: Span, *, document: bool) -> bool:
        """Whether a mention can say something itself: no act or state, and a text only where `document` allows it."""
        words = self._said(mention)
        if taken_apart(words).name:
            return True
        low = [word.casefold() for word in WORD.findall(words)]
        if any(word == "it" or word in self._documents for word in low[-3:]):
            return document
        head = taken_apart(words).head
        return head not in self._words.sets["act"] and not head.endswith(("tion", "ment", "ness", "ity"))

    def goes_on(self, mention: Span, place: int, holder: Link) -> bool:
        """Whether a pronoun that opens what a holder is told to say is that holder: `the parties said that they ...`."""
        pronoun = self._said(mention).casefold()
        opens = self._text[place : mention.start].casefold().strip() in ("", "that")
        known = self.found.get(holder.holders[0]) if len(holder.holders) == 1 else None
        return bool(opens and known and known.kind in _AGREEING.get(pronoun, ()))

    def nobody(self) -> Link:
        """The link for an attribution that names nobody."""
        known = self._unresolved("unnamed")
        self.found[known.key] = known
        return Link(holders=(known.key,), certainty=known.certainty)

    def _resolve(self, words: str, mention: Span) -> Known:
        low = words.casefold()
        sets = self._words.sets
        if not WORD.search(words):
            return self._unresolved("")
        if low in sets["relative"]:
            return self._antecedent(mention)
        if low in sets["masculine_feminine"]:
            return self._person(low, words, mention.start)
        if low in sets["plural"]:
            kind = SpeakerKind.GROUP if SpeakerKind.GROUP in self._last else SpeakerKind.ORGANIZATION
            return self._again(kind, words)
        if low in sets["first_person"]:
            return self._unresolved(words)
        if low == "it":
            return self._latest((SpeakerKind.DOCUMENT, SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET), words)
        parts = self._taken_apart(words, mention.start)
        return self._recorded(parts) or self._described(parts, mention)

    def _person(self, pronoun: str, words: str, place: int) -> Known:
        """Whom he or she stands for: the nearest person that a sentence began with or that spoke, else the nearest named."""
        gender = "she" if pronoun in _FEMININE else "he"
        near = self._told[bisect_left(self._told, place - NEAR, key=_at) : bisect_left(self._told, place, key=_at)]
        fitting = [(first, known) for _, first, known in reversed(near) if self._fits(known, gender)]
        found = next((known for first, known in fitting if first), fitting[0][1] if fitting else self._last.get(SpeakerKind.PERSON))
        if found is None or not self._fits(found, gender):
            return self._unresolved(words)
        self._gender.setdefault(found.key, gender)
        return attrs.evolve(found, certainty=Certainty.LIKELY)

    def _fits(self, known: Known, gender: str) -> bool:
        return known.kind is SpeakerKind.PERSON and self._gender.get(known.key, gender) == gender

    def _again(self, kind: SpeakerKind, words: str) -> Known:
        """The last speaker of a kind once more, less surely."""
        last = self._last.get(kind)
        return attrs.evolve(last, certainty=Certainty.LIKELY) if last else self._unresolved(words)

    def _latest(self, kinds: Sequence[SpeakerKind], words: str) -> Known:
        """The last speaker of any of the kinds."""
        return next((self._again(kind, words) for kind in kinds if kind in self._last), self._unresolved(words))

    def _before(self, kind: SpeakerKind, place: int, words: str, noun: str = "") -> Known:
        """The last name of a kind before a place that has a noun in it, less surely than one that is said."""
        until = bisect_left(self._told, place, key=_at)
        fitting = (known for _, _, known in reversed(self._told[:until]) if known.kind is kind and noun in known.name.casefold())
        found = next(fitting, None)
        return attrs.evolve(found, certainty=Certainty.LIKELY) if found else self._unresolved(words)

    def _unresolved(self, words: str) -> Known:
        return Known(f"anon:{slug(words)}", words[:_NAME_LIMIT] or "unnamed", SpeakerKind.ANONYMOUS, Certainty.UNRESOLVED)

    def _antecedent(self, mention: Span) -> Known:
        """Whom `who` and `which` stand for: the words just before them."""
        before = self._text[max(0, mention.start - 80) : mention.start].rstrip(" ,")
        name = self._last_name(before)
        if name:
            parts = taken_apart(name)
            return self._recorded(parts) or self._described(parts, mention)
        return self._again(SpeakerKind.PERSON, self._said(mention))

    def _last_name(self, before: str) -> str:
        """The name that a stretch ends with."""
        parts = before.rpartition("\n")[2].split()
        taken: list[str] = []
        for part in reversed(parts):
            if not (part[:1].isupper() or (taken and part in self._words.sets["particle"])):
                break
            taken.append(part)
        return " ".join(reversed(taken)).strip(",.")

    def _recorded(self, mention: Mention) -> Known | None:
        """A speaker or outlet that is known already, by a name or alias in the mention."""
        if self._view is None:
            return None
        words = mention.words
        candidates = (words, *words.split(", "), mention.name, words.removeprefix("the ").removeprefix("The "))
        for spelled in candidates:
            key = self._view.resolve(spelled) if spelled else ""
            if key in self._view.speakers:
                return self._titled(mention, Known(key, self._view.speakers[key].name, self._view.speakers[key].kind))
            if key in self._view.outlets:
                return Known(key, self._view.outlets[key].name, SpeakerKind.OUTLET)
        return None

    def _titled(self, mention: Mention, known: Known) -> Known:
        """The same, its title noted, by which it is called later, and what the title tells of he or she."""
        if known.kind is SpeakerKind.PERSON:
            if mention.title:
                self._titles[mention.title.casefold()] = known
            for word in mention.low:
                if word in _GENDER:
                    self._gender.setdefault(known.key, _GENDER[word])
        return known

    def _described(self, mention: Mention, place: Span) -> Known:
        """A speaker told by the words of its mention."""
        low, words = mention.low, mention.words
        if not mention.name and any(w in self._documents for w in low[-3:]) and not {"sources", "officials"} & set(low):
            return self._document(words, low)
        if mention.name:
            return self._named(mention, place.start)
        if beside := _BESIDE.match(self._text, place.end):
            named = taken_apart(beside[1])
            return self._recorded(named) or self._named(attrs.evolve(named, title=mention.head, low=low), place.end)
        return self._unnamed(mention, place.start)

    def _document(self, words: str, low: Sequence[str]) -> Known:
        definite = low and low[0] in ("the", "this", "that", "its") and len(low) <= 2
        last = self._last.get(SpeakerKind.DOCUMENT)
        if definite and last:
            return attrs.evolve(last, certainty=Certainty.CERTAIN)
        name = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)[:_NAME_LIMIT]
        return Known(f"doc:{slug(name)}", name, SpeakerKind.DOCUMENT)

    def _named(self, mention: Mention, place: int) -> Known:
        """A speaker by name: a state, an organization, an outlet or a person."""
        name, title = self._acronyms.get(mention.name, mention.name), mention.title
        parts = name.split()
        state = self._words.states.get(name.casefold().rstrip("."))
        if state:
            union = state in ("European Union", "United Nations")
            return Known(f"gov:{slug(state)}", state, SpeakerKind.ORGANIZATION if union else SpeakerKind.GOVERNMENT)
        if parts[-1].casefold() in self._words.sets["outlet"]:
            return Known(f"outlet:{slug(name)}", name, SpeakerKind.OUTLET)
        if len(parts) > 1 and parts[-1].casefold() in self._words.sets["region"]:
            return Known(f"group:{slug(name)}", name, SpeakerKind.GROUP)
        acronym = (len(parts) == 1 and name.isupper() and len(name) > 1) or name in self._acronyms.values()
        if mention.body or is_organization(parts) or acronym or (not title and self._with_article(mention) and len(parts) < 3):
            return Known(f"org:{slug(name)}", name, SpeakerKind.ORGANIZATION)
        full, certainty = self._whole(name, place)
        known = self._recorded(Mention(full, (), "", name=full)) if full != name else None
        return self._titled(mention, attrs.evolve(known or Known(f"person:{slug(full)}", full, SpeakerKind.PERSON), certainty=certainty))

    def _with_article(self, mention: Mention) -> bool:
        """Whether `the` stands right before a name, and no `the mayor` or the like that it belongs to."""
        first = mention.name.split()[0].casefold().rstrip(".")
        return mention.low[:2] == ("the", first) and self._words.people.isdisjoint(mention.low)

    def _unnamed(self, mention: Mention, place: int) -> Known:
        """A speaker by description: the last one that it fits, a nameless one, or a group."""
        sets, words, low, head = self._words.sets, mention.words, mention.low, mention.head
        if mention.definite:
            fitting = next((known for title, known in reversed(self._titles.items()) if title.split()[-1] == head), None)
            if fitting:
                return attrs.evolve(fitting, certainty=Certainty.LIKELY)
            if head in sets["person_noun"]:
                return self._again(SpeakerKind.PERSON, words)
            if head in sets["group_noun"]:
                return self._before(SpeakerKind.ORGANIZATION, place, words, "" if head in sets["generic"] else head)
            if head in self._words.reported:
                return self._again(SpeakerKind.OUTLET, words)
            if head in ("country", "state", "capital"):
                return self._before(SpeakerKind.GOVERNMENT, place, words)
        if low and low[0] in NUMBERED and head not in sets["anonymous_noun"]:
            return Known(f"group:{slug(words)}", words[:_NAME_LIMIT], SpeakerKind.GROUP)
        return Known(f"anon:{slug(words)}", words[:_NAME_LIMIT], SpeakerKind.ANONYMOUS)

    def _short(self, name: str) -> tuple[str, ...]:
        """The acronyms that the text gives a name."""
        return tuple(short for short, long in self._acronyms.items() if long == name)

    def records(self) -> tuple[Speaker, ...]:
        """The speakers found, as records; those known before are left out."""
        known = frozenset(self._view.speakers) | frozenset(self._view.outlets) if self._view else frozenset()
        return tuple(
            Speaker(key=each.key, name=each.name, kind=each.kind, aliases=self._short(each.name), maker=MAKER)
            for key, each in sorted(self.found.items())
            if key not in known
        )


def _introduced(text: str) -> dict[str, str]:
    """The acronyms that a text introduces behind the names they stand for: Harbour Workers' Union (HWU)."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text) if "(" in text else ():
        if match[2] not in found and (long := acronym_of(match[2], " ".join(match[1].split()))):
            found[match[2]] = long
    return found


def _at(told: tuple[int, bool, Known]) -> int:
    return told[0]
