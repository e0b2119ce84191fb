"""Where the content of an attribution ends: the right edge of a clause, an object or an infinitive."""

from __future__ import annotations

from enum import Enum

from claimtrack.statements.phrases import Phrases
from claimtrack.statements.tokens import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DASH,
    FINITE,
    GERUND,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SUBORDINATOR,
    TO,
    VERB,
)


class Mode(Enum):
    """What kind of content a frame takes."""

    CLAUSE = "clause"
    OBJECT = "object"
    INFINITIVE = "infinitive"


class Within(Enum):
    """What the attributing verb itself stands in, which ends its content early."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    MODIFIER = "modifier"


REACH = 250
"""Tokens and attributions; what stands farther back in one sentence is neither its subject nor the opening of its clause, and looking
for it would take quadratic time."""
_DROPPED_AFTER_COMMA = frozenset(["after", "as", "when", "because", "before", "since", "if", "so", "with", "where", "in", "on", "at"])
_AFTER_OBJECT = frozenset(["when", "after", "before", "despite", "although"])
_CONCESSIVE = frozenset(["even", "despite", "though", "although"])
_CONSEQUENTLY = frozenset(["thus", "thereby", "hence"])
_WRITERS = frozenset(["until", "as", "while", "when", "before", "after"])
_PRONOUNS = frozenset(["him", "her", "it", "them", "us", "me", "you", "this", "that"])
_OPENERS = frozenset(
    ["while", "when", "if", "although", "though", "because", "since", "after", "as", "before", "once", "until", "unless", "whether"]
)
_STRONG_AUXILIARY = frozenset(["has", "is", "was", "have", "had", "did", "does", "would", "will"])
_ARTICLE = frozenset(["a", "an", "his", "her", "the", "their"])


class Edges:
    """Finds right edges.

    Args:
        phrases: the phrases of the text.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._p = phrases
        self._t = phrases.t
        self._tag = phrases.tag
        self._low = phrases.low
        self._words = phrases.words
        frames = self._words.frames
        self._speech = frames["trail"]
        self._dates = self._words.dates
        self._again = self._words.retold

    def within(self, verb: int, group: int, first: int) -> Within:
        """Whether a verb stands in an opening subordinate clause or in a relative clause."""
        tag, low = self._tag, self._low
        before = group - 1
        if before > first and low[before] in ("who", "which"):
            return Within.RELATIVE
        at = verb - 1
        while at >= max(first, verb - REACH) and tag[at] not in ",;—":
            at -= 1
        at += 1
        while at < verb and tag[at] in CONJUNCTION + ADVERB:
            at += 1
        if at < verb and low[at] in _OPENERS and (at <= first + 1 or tag[at - 1] in CONJUNCTION + ","):
            return Within.SUBORDINATE
        lead = first
        while lead < verb and tag[lead] in CONJUNCTION + ADVERB:
            lead += 1
        if low[lead] in _OPENERS and group - lead < REACH and not self._p.finite(lead + 1, group):
            return Within.SUBORDINATE
        opening = at == first and (tag[at] == GERUND or (tag[at] == PREPOSITION and tag[at + 1] == GERUND and at + 1 == verb))
        return Within.SUBORDINATE if opening else Within.MAIN

    def end(self, start: int, last: int, mode: Mode, within: Within = Within.MAIN) -> int:
        """Where content that starts at a place ends, its sentence ending at `last`."""
        at = start + 1
        if at < last and self._tag[start] == QUOTE:
            if mode is not Mode.OBJECT and self._whole_quote(start) and self._tag[at] != CONJUNCTION:
                return at
            if self._t.closing(start) == "," and self._tag[at] == GERUND and self._low[at] in self._words.gerunds:
                return at
            if mode is Mode.CLAUSE and self._quoted_apart(start, at, last):
                return at
        if (
            mode is Mode.OBJECT
            and at < last
            and self._low[start] in _PRONOUNS
            and self._tag[at] in SUBORDINATOR + ADVERB
            and self._low[at] != "as"
        ):
            return at
        while at < last:
            ended = self._ends(at, last, mode, within)
            if ended >= 0 and not (mode is Mode.CLAUSE and self._tag[at] == "," and self._in_a_list(start, at)):
                return ended
            at = self._past_aside(at, last, mode)
        return last

    def _quoted_apart(self, start: int, at: int, last: int) -> bool:
        """Whether what follows a quotation is the writer's: `"Halt!" until ...`, `"What now?" and went on`."""
        mark = self._t.closing(start)
        if mark == ",":
            return self._low[at] in _WRITERS
        return mark in ("?", "!") and self._low[at] == "and" and self._coordinated(at + 1, last)

    def _in_a_list(self, start: int, comma: int) -> bool:
        """Whether a comma before `and` stands in a list of nouns, since the clause has no verb yet."""
        listed = comma + 1 < len(self._tag) and self._low[comma + 1] in ("and", "or")
        return listed and "," in self._tag[start:comma] and not self._p.finite(start, comma)

    def _whole_quote(self, at: int) -> bool:
        return self._tag[at] == QUOTE and self._t.closing(at) in (".", "?", "!") and self._t.words(at) > 3

    def _past_aside(self, at: int, last: int, mode: Mode) -> int:
        """The next place to look at; an aside between dashes in a clause is stepped over."""
        if self._tag[at] == DASH and mode is Mode.CLAUSE:
            closing = next((k for k in range(at + 1, min(last, at + 26)) if self._tag[k] == DASH), -1)
            if 0 < closing < last - 1:
                return closing + 1
        return at + 1

    def _ends(self, at: int, last: int, mode: Mode, within: Within) -> int:
        """Where the content ends if it ends at this place, else -1."""
        kind, word = self._tag[at], self._low[at]
        if within is Within.MODIFIER and kind in FINITE and self._tag[at - 1] not in SUBORDINATOR + PRONOUN + TO + AUXILIARY:
            return self._before_adverbs(at)
        if kind == ";":
            return at
        if kind == DASH:
            return -1 if mode is Mode.CLAUSE else at
        if kind == ",":
            return at if self._early(at + 1, last, within) or self._ends_at_comma(at, last, mode) else -1
        if kind == QUOTE and self._t.closing(at) == ",":
            cue = at + 1 < last and self._tag[at + 1] == GERUND and self._low[at + 1] in self._words.gerunds
            return at + 1 if cue or self._early(at + 1, last, within) else -1
        if kind == "(":
            return at if self._p._closing(at, last) >= last else -1
        if kind == CONJUNCTION and word in ("and", "but"):
            again = self._coordinated(at + 1, last) if mode is not Mode.CLAUSE else self._cue_again(at + 1, last)
            return at if again else -1
        following = self._low[at + 1] if at + 1 < last else ""
        if word == "even" and following in ("as", "though", "while", "when", "after"):
            return at
        if word == "according" or (word == "in" and following in _ARTICLE and self._channel(at + 1, last)):
            return at
        return at if mode is Mode.OBJECT and self._ends_object(at, word, following, last) else -1

    def _before_adverbs(self, at: int) -> int:
        """The place, stepped back over the adverbs before it."""
        while self._tag[at - 1] == ADVERB:
            at -= 1
        return at

    def _early(self, after: int, last: int, within: Within) -> bool:
        """Whether a comma ends the clause that the verb itself stands in."""
        if after >= last or within is Within.MAIN:
            return False
        if within in (Within.SUBORDINATE, Within.MODIFIER):
            return within is Within.SUBORDINATE and self._p.clause(after, last)
        second = self._tag[after + 1] if after + 1 < last else ""
        return self._tag[after] in FINITE or (self._tag[after] == ADVERB and second in FINITE and second != "")

    def _ends_at_comma(self, at: int, last: int, mode: Mode) -> bool:
        if at + 1 >= last:
            return True
        tag, low = self._tag, self._low
        kind, word = tag[at + 1], low[at + 1]
        if word == "according" or self.tail(at + 1, last):
            return True
        if word in _CONSEQUENTLY and at + 2 < last and tag[at + 2] == GERUND:
            return True
        if word in _CONCESSIVE:
            return word == "despite" or self._p.finite(at + 2, self._comma(at + 2, last))
        if kind == GERUND:
            return mode is not Mode.CLAUSE or word in self._words.gerunds
        if kind == CONJUNCTION and word in ("and", "but", "or", "yet"):
            subordinate = at + 2 < last and tag[at + 2] == SUBORDINATOR
            return not subordinate and self._p.clause(at + 2, last)
        if mode is Mode.CLAUSE:
            return word in ("while", "as", "after", "when") and self._new_cue(at + 2, last)
        if kind == VERB or word in _DROPPED_AFTER_COMMA or word == "while":
            return True
        if mode is Mode.OBJECT:
            quoted = kind == QUOTE and self._t.words(at + 1) > 4
            return quoted or word in ("which", "who", "whose", "whom", "a", "an") or kind == PRONOUN
        return False

    def _comma(self, at: int, last: int) -> int:
        """The next comma, or the end."""
        return next((k for k in range(at, last) if self._tag[k] == ","), last)

    def _ends_object(self, at: int, word: str, following: str, last: int) -> bool:
        if word in _AFTER_OBJECT or self._time(at, last):
            return True
        if word in ("on", "in", "at", "during") and following in ("behalf", "twitter", "facebook", "instagram"):
            return True
        if word == "by" and at + 1 < last and self._tag[at + 1] == GERUND:
            return True
        return word == "just" and following in ("before", "after", "as", "hours", "days")

    def _time(self, at: int, last: int) -> bool:
        """Whether `in early June`, `on Tuesday`, `earlier this year` or the like follows."""
        if self._low[at] not in ("in", "on", "at", "during", "earlier", "late", "last", "this"):
            return False
        end = self._p.adjuncts(at, last)
        closes = end >= last or self._tag[end] in ",;—"
        return end > at and closes and any(self._low[k] in self._dates for k in range(at, end))

    def _channel(self, at: int, last: int) -> bool:
        """Whether `a statement`, `her weekly column` or the like follows."""
        said_in = self._words.sets["said_in"]
        return any(self._low[k] in said_in for k in range(at + 1, min(at + 3, last)))

    def _coordinated(self, at: int, last: int) -> bool:
        """Whether a second verb, or a pronoun with its verb, follows an `and` after an object."""
        while at < last and self._tag[at] == ADVERB:
            at += 1
        if at >= last:
            return False
        kind, word = self._tag[at], self._low[at]
        read = self._words.forms.get(word)
        if kind == VERB:
            return word.endswith("ed") or bool(read and (read.past or read.participle or read.third))
        if kind == AUXILIARY:
            return word in _STRONG_AUXILIARY
        if kind == GERUND:
            return word in self._words.gerunds
        return self._p.clause(at, last)

    def _cue_again(self, at: int, last: int) -> bool:
        """Whether a second attributing verb follows an `and` in a clause."""
        while at < last and self._tag[at] == ADVERB:
            at += 1
        if at >= last:
            return False
        read = self._words.forms.get(self._low[at])
        if self._tag[at] == GERUND:
            quoted = self._tag[at + 1 : at + 3] == [",", QUOTE] or self._tag[at + 1 : at + 2] == [QUOTE]
            return bool(read and quoted and read.gerund in self._again)
        return bool(read and self._tag[at] == VERB and (read.past or read.third) in self._again)

    def _new_cue(self, at: int, last: int) -> bool:
        """Whether a noun phrase with an attributing verb follows."""
        end = self._p.right(at, last)
        while at < end < last and self._tag[end] in AUXILIARY + ADVERB:
            end += 1
        read = self._words.forms.get(self._low[end]) if at < end < last and self._tag[end] == VERB else None
        return bool(read and (read.past or read.third) in self._again)

    def tail(self, at: int, last: int) -> bool:
        """Whether `, he said` or the like closes the sentence or the aside at a place."""
        verb = self._p.right(at, last)
        if verb == at:
            return False
        while verb < last and self._tag[verb] in AUXILIARY + ADVERB:
            verb += 1
        read = self._words.forms.get(self._low[verb]) if verb < last and self._tag[verb] == VERB else None
        if not read or read.finite not in self._speech:
            return False
        end = self._p.adjuncts(verb + 1, last)
        if end >= last or self._tag[end] in ",;—":
            return True
        if read.finite != "tell":
            return False
        end = self._p.adjuncts(self._p.addressee(verb + 1, last), last)
        return end >= last or self._tag[end] in ",;—"
