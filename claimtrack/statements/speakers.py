"""Who speaks: mentions of sources resolved to speakers, each with how surely."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from claimtrack.model.records import Speaker
from claimtrack.model.terms import Certainty, MakerKind, SpeakerKind
from claimtrack.model.values import Link, Maker, Span
from claimtrack.model.view import View
from claimtrack.statements.grammar import grammar

MAKER = Maker(name="claimtrack reader", kind=MakerKind.SOFTWARE, version="1")
_WORD = re.compile(r"\w+(?:[.’'&-]\w+)*\.?")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])\Z")
_NAMES = re.compile(r"(?:[Tt]he )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|de|al))*")
_NUMBERED = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "both", "all", "several", "many", "some"]
)
_FOR_A_STATE = frozenset(("official", "officials", "diplomat", "diplomats"))
_NAME_LIMIT = 90
_ONE = (SpeakerKind.PERSON,)
_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.ORGANIZATION)
_BODY = (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)
_AGREEING = {"he": _ONE, "she": _ONE, "they": _SEVERAL, "it": _BODY}
"""Which kinds of speakers a pronoun can stand for."""


@attrs.frozen
class Words:
    """The word classes that tell kinds of speakers apart, and the states with what stands for them."""

    sets: Mapping[str, frozenset[str]]
    states: Mapping[str, str]


@cache
def speaker_words() -> Words:
    """The packaged classes, read once."""
    text = files("claimtrack").joinpath("data", "attribution", "speakers.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    states = {name.casefold(): state for state, names in data["states"].items() for name in (state, *names.split())}
    return Words({name: frozenset(words.split()) for name, words in data.items() if isinstance(words, str)}, states)


@attrs.frozen
class Known:
    """A speaker that a mention was resolved to."""

    key: str
    name: str
    kind: SpeakerKind
    certainty: Certainty = Certainty.CERTAIN


def slug(words: str) -> str:
    """Words as they stand in a key: letters and digits with hyphens, accents left out."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:60] or "unnamed"


class Speakers:
    """Resolves the mentions of one article, in the order in which they stand.

    Args:
        text: the article's text.
        view: speakers and outlets that are known already.
    """

    def __init__(self, text: str, view: View | None = None) -> None:
        self._text = text
        self._view = view
        self._words = speaker_words()
        self._documents = grammar().nouns["document"]
        self._full: dict[str, str] = {}
        self._told: list[tuple[int, Known]] = []
        self._last: dict[SpeakerKind, Known] = {}
        self._titles: dict[str, Known] = {}
        self.found: dict[str, Known] = {}

    def learn(self, mentions: Sequence[Span]) -> None:
        """Note the full names among the mentions, so that a last name finds its person even before."""
        for mention in mentions:
            name = self._name(self._said(mention))[1]
            parts = name.split()
            if len(parts) > 1 and not self._organization(parts):
                last = parts[-1].casefold()
                if name.casefold().endswith(self._full.get(last, "").casefold()):
                    self._full[last] = name

    def look_around(self) -> None:
        """Note every name in the text with its place, so that descriptions can point back to names that did not speak."""
        for match in _NAMES.finditer(self._text):
            words = " ".join(match[0].split())
            name = self._name(words)[1]
            parts = name.split()
            if 1 < len(parts) <= 3 and not self._organization(parts):
                self._full.setdefault(parts[-1].casefold(), name)
                self._full.setdefault(parts[0].casefold(), name)
            if name:
                self._told.append((match.start(), self._named(name, "", words)))

    def _before(self, kind: SpeakerKind, place: int, words: str) -> Known:
        """The last name of a kind before a place, less surely than one that is said."""
        found = next((known for at, known in reversed(self._told) if at < place and known.kind is kind), None)
        return attrs.evolve(found, certainty=Certainty.LIKELY) if found else self._unresolved(words)

    def _said(self, mention: Span) -> str:
        return " ".join(self._text[mention.start : mention.end].split())

    def resolve(self, mention: Span) -> Link:
        """The link for a mention; one whose speaker cannot be told stays unresolved, by its own words."""
        words = _POSSESSIVE.sub("", self._said(mention).strip(" ,;:“”\"'"))
        known = self._resolve(words, mention)
        self.found[known.key] = known
        if known.certainty is not Certainty.UNRESOLVED:
            self._last[known.kind] = known
        return Link(holders=(known.key,), certainty=known.certainty)

    def may_tell(self, mention: Span, *, document: bool) -> bool:
        """Whether a mention can say something itself: a name, a pronoun or a word for people, and a text where `document` allows it."""
        words = self._said(mention)
        low = [word.casefold() for word in _WORD.findall(words)]
        pronouns = ("relative", "masculine_feminine", "plural", "first_person")
        if self._name(words)[1] or (len(low) == 1 and any(low[0] in self._words.sets[each] for each in pronouns)):
            return True
        kinds = ("anonymous_noun", "person_noun", "group_noun", "media", "organization", "title")
        if any(self._head(low) in self._words.sets[each] for each in kinds):
            return True
        told = self._documents | {"it"}
        return document and any(word in told for word in low[-3:])

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
        if not _WORD.search(words):
            return self._unresolved("")
        if low in sets["relative"]:
            return self._antecedent(mention)
        if low in sets["masculine_feminine"]:
            return self._again(SpeakerKind.PERSON, words)
        if low in sets["plural"]:
            return (
                self._again(SpeakerKind.GROUP, words) if SpeakerKind.GROUP in self._last else self._again(SpeakerKind.ORGANIZATION, words)
            )
        if low in sets["first_person"]:
            return self._unresolved(words)
        if low == "it":
            return self._latest((SpeakerKind.DOCUMENT, SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET), words)
        return self._recorded(words) or self._described(words, mention.start)

    def _again(self, kind: SpeakerKind, words: str) -> Known:
        """The last speaker of a kind once more, less surely."""
        last = self._last.get(kind)
        return attrs.evolve(last, certainty=Certainty.LIKELY) if last else self._unresolved(words)

    def _latest(self, kinds: Sequence[SpeakerKind], words: str) -> Known:
        """The last speaker of any of the kinds."""
        return next((self._again(kind, words) for kind in kinds if kind in self._last), self._unresolved(words))

    def _unresolved(self, words: str) -> Known:
        return Known(f"anon:{slug(words)}", words[:_NAME_LIMIT] or "unnamed", SpeakerKind.ANONYMOUS, Certainty.UNRESOLVED)

    def _antecedent(self, mention: Span) -> Known:
        """Whom `who` and `which` stand for: the words just before them."""
        before = self._text[max(0, mention.start - 80) : mention.start].rstrip(" ,")
        name = self._last_name(before)
        return self._described(name) if name else self._again(SpeakerKind.PERSON, self._said(mention))

    def _last_name(self, before: str) -> str:
        """The name that a stretch ends with."""
        parts = before.rpartition("\n")[2].split()
        taken: list[str] = []
        for part in reversed(parts):
            if not (part[:1].isupper() or (taken and part in self._words.sets["particle"])):
                break
            taken.append(part)
        return " ".join(reversed(taken)).strip(",.")

    def _recorded(self, words: str) -> Known | None:
        """A speaker or outlet that is known already, by a name or alias in the mention."""
        if self._view is None:
            return None
        candidates = (words, *words.split(", "), self._name(words)[1], words.removeprefix("the ").removeprefix("The "))
        for spelled in candidates:
            key = self._view.resolve(spelled) if spelled else ""
            if key in self._view.speakers:
                return Known(key, self._view.speakers[key].name, self._view.speakers[key].kind)
            if key in self._view.outlets:
                return Known(key, self._view.outlets[key].name, SpeakerKind.OUTLET)
        return None

    def _described(self, words: str, place: int = 0) -> Known:
        """A speaker told by the words of its mention."""
        title, name = self._name(words)
        sets, low = self._words.sets, [w.casefold().rstrip(".") for w in _WORD.findall(words)]
        head = self._head(low)
        if not name and any(w in self._documents for w in low[-3:]) and not {"sources", "officials"} & set(low):
            return self._document(words, low)
        if name and head in self._documents and name.split()[-1].casefold() != head:
            return self._document(words, low)
        residents = head in sets["anonymous_noun"] - _FOR_A_STATE and name.casefold() in self._words.states
        if name and not residents:
            return self._named(name, title, words)
        return self._unnamed(words, low, head, place)

    def _head(self, low: Sequence[str]) -> str:
        """The head of a mention: its last word before a preposition or a clause."""
        for at, word in enumerate(low):
            if at and word in ("of", "from", "in", "at", "for", "who", "which", "on", "with", "to", "familiar"):
                return low[at - 1]
        return low[-1] if low else ""

    def _document(self, words: str, low: Sequence[str]) -> Known:
        definite = low and low[0] in ("the", "this", "that", "its") and len(low) <= 2
        last = self._last.get(SpeakerKind.DOCUMENT)
        if definite and last:
            return attrs.evolve(last, certainty=Certainty.CERTAIN)
        name = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)[:_NAME_LIMIT]
        return Known(f"doc:{slug(name)}", name, SpeakerKind.DOCUMENT)

    def _name(self, words: str) -> tuple[str, str]:
        """The title and the name in a mention: the last run of capitals, less what is a title or a demonym before it."""
        runs = self._runs(words)
        if not runs:
            return "", ""
        run = next((r for r in runs if len(r) > 1), runs[0]) if "," in words else runs[-1]
        titles = self._words.sets["title"]
        cut = 0
        for at, part in enumerate(run):
            spelled = part.casefold().rstrip(".")
            if (spelled in titles or (spelled in self._words.states and at + 1 < len(run))) and not self._kept_whole(run):
                cut = at + 1
        title, name = " ".join(run[:cut]), " ".join(run[cut:])
        return (title, name) if name or not title else (title, "")

    def _runs(self, words: str) -> list[list[str]]:
        """The runs of capitalized words in a mention."""
        runs: list[list[str]] = []
        particles: list[str] | None = None
        for at, match in enumerate(_WORD.finditer(words)):
            part = _POSSESSIVE.sub("", match[0])
            if part[:1].isupper() and not (at == 0 and self._common(part)):
                if particles is not None and "," not in words[words.rfind(runs[-1][-1], 0, match.start()) : match.start()]:
                    runs[-1] += [*particles, part]
                else:
                    runs.append([part])
                particles = []
            elif particles is not None and part in self._words.sets["particle"] and part != "of":
                particles.append(part)
            else:
                particles = None
        return runs

    def _common(self, first: str) -> bool:
        """Whether a first word has its capital from beginning a sentence."""
        low = first.casefold()
        return low in grammar().sets["determiner"] | _NUMBERED | (self._words.sets["anonymous_noun"] - self._words.sets["title"])

    def _kept_whole(self, run: Sequence[str]) -> bool:
        """Whether a title or a state in a run belongs to the name: an organization's or an outlet's."""
        return self._organization(run) or run[-1].casefold() in self._words.sets["outlet"]

    def _organization(self, parts: Sequence[str]) -> bool:
        return any(part.casefold().rstrip(".") in self._words.sets["organization"] for part in parts)

    def _named(self, name: str, title: str, words: str) -> Known:
        """A speaker by name: a state, an organization, an outlet or a person."""
        parts = name.split()
        state = self._words.states.get(name.casefold().rstrip(".")) or self._words.states.get(
            parts[0].casefold() if len(parts) == 1 else ""
        )
        if state:
            union = state in ("European Union", "United Nations")
            return Known(f"gov:{slug(state)}", state, SpeakerKind.ORGANIZATION if union else SpeakerKind.GOVERNMENT)
        if parts[-1].casefold() in self._words.sets["outlet"]:
            return Known(f"outlet:{slug(name)}", name, SpeakerKind.OUTLET)
        acronym = len(parts) == 1 and name.isupper() and len(name) > 1
        if self._organization(parts) or acronym or (not title and self._definite(words) and len(parts) < 3):
            return Known(f"org:{slug(name)}", name, SpeakerKind.ORGANIZATION)
        full = self._full.get(parts[-1].casefold(), name)
        person = Known(f"person:{slug(full)}", full, SpeakerKind.PERSON)
        if title:
            self._titles[title.casefold()] = person
        return person

    def _definite(self, words: str) -> bool:
        """Whether `the` stands before a name, and no `the mayor` or the like that it belongs to."""
        people = self._words.sets["person_noun"] | self._words.sets["title"]
        return words.casefold().startswith("the ") and not any(word in people for word in words.split())

    def _unnamed(self, words: str, low: Sequence[str], head: str, place: int) -> Known:
        """A speaker by description: the last one that it fits, a nameless one, or a group."""
        sets = self._words.sets
        definite = bool(low) and low[0] in ("the", "this", "its", "his", "her", "their")
        if definite:
            fitting = next((known for title, known in self._titles.items() if title.split()[-1] == head), None)
            if fitting:
                return attrs.evolve(fitting, certainty=Certainty.LIKELY)
            if head in sets["person_noun"]:
                return self._again(SpeakerKind.PERSON, words)
            if head in sets["group_noun"]:
                return self._before(SpeakerKind.ORGANIZATION, place, words)
            if head in sets["media"] | sets["outlet"]:
                return self._again(SpeakerKind.OUTLET, words)
            if head in ("country", "state", "capital"):
                return self._before(SpeakerKind.GOVERNMENT, place, words)
        if low and low[0] in _NUMBERED and head not in sets["anonymous_noun"]:
            return Known(f"group:{slug(words)}", words[:_NAME_LIMIT], SpeakerKind.GROUP)
        return Known(f"anon:{slug(words)}", words[:_NAME_LIMIT], SpeakerKind.ANONYMOUS)

    def records(self) -> tuple[Speaker, ...]:
        """The speakers found, as records; those known before are left out."""
        known = frozenset(self._view.speakers) | frozenset(self._view.outlets) if self._view else frozenset()
        return tuple(
            Speaker(key=each.key, name=each.name, kind=each.kind, maker=MAKER)
            for key, each in sorted(self.found.items())
            if key not in known
        )
