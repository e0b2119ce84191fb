"""One sentence while it is read for attributions, and what has been found so far."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.statements.edges import REACH, Edges, Mode, Within
from claimtrack.statements.grammar import Form, Grammar
from claimtrack.statements.phrases import NOMINAL, Phrases, Stretch
from claimtrack.statements.tokens import CONJUNCTION, DASH, FINITE, NAME, PRONOUN, QUOTE, Tokens

NOT_A_SPEAKER = frozenset(["it", "there", "what", "this", "that", "these", "those", "nobody", "none"])
_NOBODY = NOT_A_SPEAKER - {"it", "that"}
_EMPTY = Form()
_EDGE_MARKS = frozenset((",", ":", ";", DASH, "\n", "."))


@attrs.define
class Found:
    """An attribution in places of tokens."""

    source: Stretch | None
    cue: Stretch | None
    pieces: list[Stretch]
    frame: str
    lemma: str = ""
    quoted: bool = False


@attrs.define
class Scene:
    """A text with the sentence that is being read, from the token `first` up to `last`."""

    phrases: Phrases
    edges: Edges
    found: list[Found] = attrs.field(factory=list)
    used: set[int] = attrs.field(factory=set)
    first: int = 0
    last: int = 0

    t: Tokens = attrs.field(init=False)
    tag: list[str] = attrs.field(init=False)
    low: list[str] = attrs.field(init=False)
    words: Grammar = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.t, self.tag, self.low, self.words = self.phrases.t, self.phrases.tag, self.phrases.low, self.phrases.words

    def form(self, at: int) -> Form:
        """What the word at a place can be as a verb."""
        return self.words.forms.get(self.low[at], _EMPTY)

    def has(self, frame: str, lemma: str) -> bool:
        """Whether a verb has a frame."""
        return lemma in self.words.frames.get(frame, ())

    def emit(self, source: Stretch | None, cue: Stretch | None, pieces: Sequence[Stretch], frame: str, lemma: str = "") -> Found | None:
        """Note an attribution, its pieces trimmed of marks at their ends; None when nothing is left of them."""
        kept = [trimmed for piece in pieces if (trimmed := self._trimmed(*piece))]
        if not kept:
            return None
        quoted = any(self.tag[at] == QUOTE for piece in kept for at in range(*piece))
        source = source if source and source[0] < source[1] else None
        found = Found(source, cue, kept, frame, lemma, quoted)
        self.found.append(found)
        for piece in kept:
            self.used.update(range(*piece))
        return found

    def _trimmed(self, start: int, end: int) -> Stretch | None:
        while start < end and self.tag[start] in _EDGE_MARKS:
            start += 1
        while end > start and self.tag[end - 1] in _EDGE_MARKS and not self._abbreviated(end - 1):
            end -= 1
        return (start, end) if start < end else None

    def _abbreviated(self, at: int) -> bool:
        return self.tag[at] == "." and at > 0 and self.low[at - 1] in self.words.sets["abbreviation"]

    def content(self, source: Stretch | None, cue: Stretch | None, start: int, mode: Mode, frame: str, lemma: str, within: Within) -> int:
        """Note an attribution whose content begins at a place and runs to its right edge; that edge."""
        end = self.edges.end(start, self.last, mode, within)
        gloss = self._gloss(cue, start, end) if mode is Mode.CLAUSE else end
        self.emit(source, cue, [(start, gloss)], frame, lemma)
        if gloss < end:
            holder = (gloss + 1, self.phrases.right(gloss + 1, end))
            self.emit(holder, (holder[1], holder[1] + 1), [(holder[1] + 1, end)], "gloss", self.form(holder[1]).lemma)
        return max(end, start + 1)

    def _gloss(self, cue: Stretch | None, start: int, end: int) -> int:
        """Where a closing aside of the writer's begins, else the end: `warned of raids in the bay that Norvale regards as its own`.

        After `warned` a speaker's own words would stand in the past; what is told in the present is the writer's.
        """
        if cue is None or not self.form(cue[1] - 1).past:
            return end
        for at in range(start + 3, end - 3):
            if self.low[at] in ("that", "which", "whom") and self.tag[at - 1] in NOMINAL and NAME in self.tag[at + 1 : at + 3]:
                verb = self.phrases.right(at + 1, end)
                form = self.form(verb)
                if at + 1 < verb < end - 1 and self.has("view", form.third or form.base) and "," not in self.tag[verb:end]:
                    return at
        return end

    def clause_start(self, end: int) -> int:
        """Where the clause that ends at a place begins: after a semicolon or what is used already, conjunctions left out."""
        start = self.first
        for at in range(end - 1, self.first, -1):
            if self.tag[at] == ";" or at in self.used:
                start = at + 1
                break
        while start < end and self.tag[start] in ",C—":
            start += 1
        return start

    def may_speak(self, phrase: Stretch | None) -> bool:
        """Whether a noun phrase can be a speaker: not `this`, `there` and their like alone."""
        return phrase is not None and not (phrase[1] - phrase[0] == 1 and self.low[phrase[0]] in _NOBODY)

    def unused(self, phrase: Stretch) -> Stretch:
        """A phrase without what is said already before an `and` in it: `asked for a photo and Quill said`."""
        start = phrase[0]
        for at in range(*phrase):
            if at in self.used and at + 2 < phrase[1] and self.tag[at + 1] == CONJUNCTION:
                start = at + 2
        return (start, phrase[1])

    def main_subject(self, before: int) -> Stretch | None:
        """The subject that a participle or a second verb shares: that of the latest attribution here, or of the nearest finite verb."""
        for found in reversed(self.found[-REACH:]):
            if found.source and self.first <= found.source[0] < before:
                return found.source
        for at in range(before - 1, max(self.first, before - REACH), -1):
            if self.tag[at] in FINITE and at not in self.used:
                phrase = self.phrases.subject(self.phrases.verb_group(at, self.first), self.first)
                if phrase and self.tag[phrase[1] - 1] in NOMINAL + PRONOUN:
                    return phrase
        return None

    def first_subject(self, before: int) -> Stretch | None:
        """The subject of the first finite verb before a place, or the noun phrase that the sentence begins with."""
        for at in range(self.first, before):
            if self.tag[at] in FINITE:
                phrase = self.phrases.subject(self.phrases.verb_group(at, self.first), self.first)
                if phrase:
                    return phrase
        end = self.phrases.right(self.first, before)
        return (self.first, end) if end > self.first else None

    def name_before(self, at: int) -> Stretch | None:
        """The name that ends before a place, where nothing but a dash or `from` stands before it."""
        phrase = self.phrases.left(at, self.first)
        if phrase is None or self.tag[phrase[1] - 1] != NAME:
            return None
        alone = phrase[0] == self.first or self.tag[phrase[0] - 1] == DASH or self.low[phrase[0] - 1] == "from"
        return phrase if alone else None
