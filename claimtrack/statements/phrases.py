"""Noun phrases, verb groups and adjuncts around a place, found by walking over tags."""

from __future__ import annotations

from claimtrack.statements.grammar import Grammar
from claimtrack.statements.tokens import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    TO,
    VERB,
    Tokens,
)

Stretch = tuple[int, int]
"""Places of tokens, from the first up to the last, that one not included."""
NOMINAL = NOUN + NAME
INSIDE = NOMINAL + NUMBER + ADJECTIVE + POSSESSIVE + DETERMINER
_LINKS = frozenset(["of", "for", "from", "in", "at", "with", "on", "to", "against", "behind"])
_TO_RIGHT = frozenset(["of", "for", "at"])
_BEFORE_TO = frozenset(["going", "able", "willing", "quick", "way", "first", "set", "likely", "expected"])
_STANDALONE = frozenset(["many", "some", "all", "both", "several", "few", "most", "another", "this", "these", "those", "each", "any"])
_ASKED = frozenset(["polled", "surveyed", "interviewed", "questioned", "asked", "involved", "concerned"])
"""Participles that follow whom they describe: voters polled said."""
_REFLEXIVE = frozenset(["itself", "himself", "herself", "themselves"])
_LONGEST_ASIDE = 25


class Phrases:
    """The phrases of a text.

    Args:
        found: the tokens.
        words: the word classes.
    """

    def __init__(self, found: Tokens, words: Grammar) -> None:
        self.t = found
        self.tag = found.tag
        self.low = found.low
        self.words = words
        self._day = words.sets["day"]
        self._dates = words.calendar
        self._periods = words.periods
        self._abbreviation = words.sets["abbreviation"]
        self._time = words.sets["time_noun"]

    def verb_group(self, verb: int, first: int) -> int:
        """Where the group of a verb begins: its auxiliaries, adverbs and, with a verb before it, its `to`."""
        tag, low = self.tag, self.low
        at = verb
        while at > first:
            before = at - 1
            if (
                tag[before] in AUXILIARY + ADVERB
                or (tag[before] == POSSESSIVE and before > first and tag[before - 1] == PRONOUN)
                or (tag[before] == TO and before > first and (tag[before - 1] in VERB + GERUND or low[before - 1] in _BEFORE_TO))
            ):
                at = before
            else:
                break
        return at

    def subject(self, end: int, first: int) -> Stretch | None:
        """The noun phrase that ends before a place, stepped over brackets, dashes and appositions."""
        at = end - 1
        if at < first:
            return None
        if self.low[at] in (")", "]"):
            opening = self._opening(at, first)
            return self.subject(opening, first) if opening > first and at - opening < 12 else None
        if self.tag[at] == ",":
            return self._before_apposition(at, first)
        if self.tag[at] == DASH:
            opening = next((k for k in range(at - 1, first, -1) if self.tag[k] == DASH), -1)
            return self.left(opening, first) if opening > first else None
        if self.low[at] in ("who", "which", "that"):
            return (at, at + 1)
        found = self.left(end, first)
        if found is None and self.low[at] in _ASKED:
            found = self.left(at, first)
        elif found is None and self.tag[at] == VERB and self.tag[end : end + 1] != [","]:
            found = self._whose_relative(at, first)
        return self._before_relative(found, first) if found else None

    def _whose_relative(self, verb: int, first: int) -> Stretch | None:
        """The phrase whose relative clause ends in a verb: `the keeper of a lamp that did not burn said`."""
        for at in range(verb - 1, max(first, verb - 8), -1):
            if self.tag[at] in ",;—" + QUOTE:
                return None
            if self.low[at] in ("who", "which", "that") and self.tag[at - 1] in NOMINAL:
                return self.left(at, first)
        return None

    def _before_relative(self, found: Stretch, first: int) -> Stretch:
        """The phrase itself, or the one whose relative clause it ends: `envoys who were in Norvale`."""
        verb = False
        if found[0] - 3 >= first and self.tag[found[0] - 1] == PREPOSITION and self.tag[found[0] - 2] == GERUND:
            farther = self.left(found[0] - 2, first) if self.tag[found[0] - 3] in NOMINAL else None
            return farther or found
        for at in range(found[0] - 1, max(first, found[0] - 14), -1):
            if self.tag[at] in ",;—" + QUOTE:
                break
            verb = verb or self.tag[at] in FINITE
            if self.low[at] in ("who", "which", "that"):
                noun = verb and self.tag[at - 1] in NOMINAL
                return (self.left(at, first) or found) if noun else found
        return found

    def _opening(self, at: int, first: int) -> int:
        """Where the bracket that closes at a place opens."""
        while at > first and self.low[at] not in ("(", "["):
            at -= 1
        return at

    def _before_apposition(self, comma: int, first: int) -> Stretch | None:
        """The phrase that the apposition between two commas belongs to."""
        opening = comma - 1
        while opening > first and self.tag[opening] != "," and comma - opening <= _LONGEST_ASIDE:
            opening -= 1
        if opening <= first or self.tag[opening] != ",":
            alone = self.left(comma, first) if self.tag[comma - 1] != ")" else self.subject(comma, first)
            return alone if alone and alone[0] == first and self.tag[comma - 1] in NAME + ")." else None
        found = self.left(opening, first)
        if found is None:
            return None
        start = found[0]
        if start - 2 >= first and self.tag[start - 1] == PREPOSITION and self.tag[start - 2] == ",":
            return self._before_apposition(start - 2, first)
        aged = self.tag[start] == NUMBER and found[1] - start == 1
        if (self.tag[start] == DETERMINER or aged) and start - 1 > first and self.tag[start - 1] == ",":
            farther = self.left(start - 1, first)
            if farther and self.tag[farther[1] - 1] == NAME and self.low[farther[1] - 1] not in self._dates:
                return farther
        return found

    def left(self, end: int, first: int) -> Stretch | None:
        """The noun phrase that ends just before a place."""
        end = self._without_time(end, first)
        at = end - 1
        if at < first:
            return None
        tag, low = self.tag, self.low
        if low[at] in _REFLEXIVE and at > first and tag[at - 1] in NOMINAL + PRONOUN:
            at, end = at - 1, end - 1
        if tag[at] == PRONOUN or low[at] in ("them", "us"):
            several = at - 2 >= first and low[at - 1] == "of" and (tag[at - 2] in NUMBER + PRONOUN or low[at - 2] in _STANDALONE)
            return (at - 2 if several else at, end)
        if low[at] in ("both", "all", "each") and at > first and tag[at - 1] in NOMINAL + PRONOUN:
            at -= 1
        bare = tag[at] == DETERMINER
        headless = tag[at] not in INSIDE + QUOTE + GERUND and not (tag[at] == "." and at > first and tag[at - 1] in NOMINAL)
        if headless or (bare and low[at] not in _STANDALONE):
            return None
        start = self._walk_left(at, first, bare)
        while start < at and (tag[start] in CONJUNCTION + ".&" or tag[start] == PREPOSITION):
            start += 1
        return (start, end)

    def _without_time(self, end: int, first: int) -> int:
        """The end without a bracket and without a trailing day or `last week`."""
        for _ in range(3):
            at = end - 1
            if at < first:
                return end
            if self.low[at] == ")" and (opening := self._opening(at, first)) > first:
                end = opening
            elif (
                at - 1 > first
                and self.low[at] in self._time
                and (self.low[at - 1] in ("this", "last", "earlier") or self.low[at - 1] in self._day)
            ) or (at > first and self.low[at] in self._day and self.low[at - 1] in ("on", "late", "early")):
                end -= 2
            elif at > first and self.low[at] in self._day and self.tag[at - 1] in NOMINAL + PRONOUN + ")":
                end -= 1
            else:
                return end
        return end

    def _walk_left(self, at: int, first: int, determined: bool) -> int:
        """The start of the phrase whose last token is at a place."""
        tag, low = self.tag, self.low
        start, here = at, at - 1
        while here >= first:
            kind = tag[here]
            if kind in NOMINAL + NUMBER + ADJECTIVE:
                if determined or (low[here] in self._day and tag[start] in NAME + DETERMINER):
                    break
            elif kind == POSSESSIVE:
                determined = False
            elif (
                (kind == "." and here > first and (low[here - 1] in self._abbreviation or len(low[here - 1]) == 1))
                or (kind == QUOTE and self.t.words(here) <= 4 and self.t.closing(here) not in (",", ".", "?", "!"))
                or (
                    kind in VERB + GERUND + ADVERB
                    and here > first
                    and tag[here - 1] in DETERMINER + ADJECTIVE + POSSESSIVE
                    and not determined
                )
            ):
                pass
            elif (kind == DETERMINER or low[here] in ("one", "another")) and not determined:
                determined = True
            elif (
                (low[here] == "by" and here > first and low[here - 1] in self.words.nouns["document"])
                or (
                    low[here] in _LINKS
                    and here > first
                    and (tag[here - 1] in NOMINAL + ")" or (tag[here + 1] == NUMBER and low[here - 1] in ("one", "two", "three")))
                    and low[here - 1] not in self.words.sets["said_in"]
                )
                or (
                    kind == CONJUNCTION
                    and low[here] in ("and", "or")
                    and here > first
                    and tag[here - 1] in NOMINAL
                    and tag[start] in NOMINAL + DETERMINER + ADJECTIVE
                )
            ):
                determined = False
            elif kind != "&":
                break
            start = here
            here -= 1
        return start

    def right(self, start: int, last: int) -> int:
        """Where the noun phrase that begins at a place ends; the start itself where none begins there."""
        tag, low = self.tag, self.low
        if start < last and tag[start] == PRONOUN:
            return start + 1
        at, headed = start, False
        while at < last:
            kind = tag[at]
            if kind in INSIDE:
                if headed and (kind == DETERMINER or low[at] in self._day):
                    break
                headed = headed or kind in NOMINAL
            elif (
                (kind == "." and at > start and (low[at - 1] in self._abbreviation or len(low[at - 1]) == 1))
                or (kind == QUOTE and not headed)
                or (kind in VERB + GERUND + ADVERB and not headed and at + 1 < last and tag[at + 1] in NOMINAL + ADJECTIVE)
                or (kind == ADVERB and not headed and self._newly_built(start, at, last))
            ):
                pass
            elif (low[at] in _TO_RIGHT and headed and at + 1 < last and tag[at + 1] in INSIDE) or (
                low[at] == "and" and headed and at + 1 < last and tag[at + 1] == NAME
            ):
                headed = False
            elif kind == "(":
                at = self._closing(at, last) - 1
            else:
                break
            at += 1
        at = min(at, last)
        return at if headed or (at > start and tag[at - 1] in NOMINAL + NUMBER + DETERMINER) else start

    def _newly_built(self, start: int, at: int, last: int) -> bool:
        """Whether an adverb with its participle stands between a determiner and a noun: `a newly built bridge`."""
        tag = self.tag
        inside = at > start and tag[at - 1] in DETERMINER + POSSESSIVE and at + 2 < last
        return inside and tag[at + 1] in VERB + GERUND and tag[at + 2] in NOMINAL + ADJECTIVE + GERUND

    def _closing(self, at: int, last: int) -> int:
        """The place after the bracket that closes what opens at a place."""
        while at < last and self.low[at] not in (")", "]"):
            at += 1
        return min(at + 1, last)

    def adjuncts(self, start: int, last: int) -> int:
        """Past the times, places and channels after a verb: `on Tuesday`, `in a statement`, `last week`."""
        tag, low = self.tag, self.low
        at = start
        while at < last:
            word = low[at]
            if word in self._day or tag[at] == NUMBER or (tag[at] == ADVERB and (word.endswith("ly") or word in _WHEN)):
                at += 1
            elif word in ("last", "this", "earlier", "later", "next") and at + 1 < last and low[at + 1] in self._periods:
                at += 2
            elif (
                (word in ("late", "early") and at + 1 < last and (low[at + 1] in ("last", "this", "on", "in") or low[at + 1] in self._day))
                or (word in self._time and tag[at] in NOMINAL)
                or (word == "after" and at + 1 < last and low[at + 1] == "that" and at > start)
            ):
                at += 1
            elif word in _WHERE and at + 1 < last and (end := self._prepositional(at, last)) > at:
                at = end
            else:
                break
        return at

    def _prepositional(self, at: int, last: int) -> int:
        """Past a preposition with its phrase and those that hang on it; the place itself where no phrase follows."""
        end = self.right(at + 1, last)
        if end == at + 1:
            return at
        while end < last and self.low[end] in _HANGING:
            farther = self.right(end + 1, last)
            if farther == end + 1:
                break
            end = farther
        return end

    def addressee(self, start: int, last: int) -> int:
        """Where the one spoken to ends; the start itself where nobody is."""
        if start < last and self.low[start] in self.words.sets["object_pronoun"]:
            return start + 1
        return self.right(start, last)

    def finite(self, start: int, end: int) -> bool:
        """Whether a finite verb, or a quotation that may hold one, stands between two places."""
        return any(self.tag[at] in FINITE or (self.tag[at] == QUOTE and self.t.words(at) > 3) for at in range(start, end))

    def clause(self, start: int, last: int) -> bool:
        """Whether a new clause begins at a place: a verb, a pronoun, or a noun phrase with a verb after it."""
        at = start
        while at < last and self.tag[at] == ADVERB:
            at += 1
        if at >= last:
            return False
        if self.tag[at] in FINITE + PRONOUN:
            return True
        end = self.right(at, last)
        if end == at:
            return False
        for _ in range(2):
            if end < last and self.tag[end] == PREPOSITION and (farther := self.right(end + 1, last)) > end + 1:
                end = farther
        while end < last and self.tag[end] == ADVERB:
            end += 1
        return end < last and self.tag[end] in FINITE


_WHEN = frozenset(
    ["soon", "shortly", "today", "yesterday", "recently", "later", "earlier", "again", "then", "ago", "now", "tonight", "here", "there"]
)
_WHERE = frozenset(["on", "in", "at", "during", "to", "via", "through", "from", "after", "before"])
_HANGING = frozenset(["with", "on", "in", "at", "for", "to", "about", "of", "by", "from"])
