"""Words, numbers and marks of a text, each quotation one opaque token, with a coarse part of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from claimtrack.model.reading import Quotation
from claimtrack.model.values import Span
from claimtrack.statements.grammar import Form, Grammar, grammar

NOUN, NAME, ADJECTIVE, NUMBER, PRONOUN, POSSESSIVE = "N", "M", "A", "#", "P", "'"
VERB, GERUND, AUXILIARY, ADVERB, TO = "V", "G", "X", "R", "T"
DETERMINER, PREPOSITION, CONJUNCTION, SUBORDINATOR = "D", "I", "C", "S"
QUOTE, DASH, BREAK = "Q", "—", "\n"
FINITE = VERB + AUXILIARY

_TOKEN = re.compile(
    r"(?:[A-Z]-)?(?:[A-Z]\.){2,}|[$£€¥]?\d+(?:[.,]\d+)*(?:[\w-]*\w|%)?|[A-Za-z]\.[a-z]\.|\w+(?:[’'&/@-]\w+|\.(?=[a-z]{2,4}(?!\w))\w+)*"
    r"|\n+|--+|\.\.\.|[^\w\s]"
)
_WORD = re.compile(r"\w+")
_CLASSES = (
    ("not_adverb", ""),
    ("adverb", ADVERB),
    ("preposition", PREPOSITION),
    ("subordinator", SUBORDINATOR),
    ("conjunction", CONJUNCTION),
    ("pronoun", PRONOUN),
    ("determiner", DETERMINER),
    ("auxiliary", AUXILIARY),
    ("negation", ADVERB),
    ("number", NUMBER),
)
_DASHES = frozenset(("—", "–", "―", "‒", "-", "--", "---"))
_CLITIC = re.compile(r"(?:[’'](?:s|S|re|ve|d|ll|m)|n[’']t)\Z")
_AUXILIARY_BEFORE_S = frozenset(["that", "there", "here", "who", "what", "it", "he", "she"])
_AFTER_VERB = frozenset(["that", "the", "a", "an", "it", "they", "he", "she", "his", "her", "their", "how", "whether", "no"])
_AFTER_NOUN = (PREPOSITION, AUXILIARY)
_LONGEST_NOUN = 6
"""Words of a noun phrase that are looked back for its article."""
_MANY = frozenset(["majority", "minority", "number", "lot", "few", "couple", "third", "half", "quarter", "handful", "dozen", "percent"])
_FIGURES = frozenset(["poll", "polls", "survey", "surveys", "study", "studies", "email", "emails", "records"])
"""Names of texts and figures that look like verbs."""
_ORDINALS = frozenset(["first", "last", "second", "third", "only", "early", "late", "later", "earlier"])
_BARE_PLURAL = frozenset(["police", "people", "men", "women", "children"])
_ADVERBIALS = frozenset([("in", "fact"), ("of", "course"), ("for", "example"), ("for", "instance"), ("in", "turn"), ("in", "addition")])
_ADVERBIAL_ENDS = frozenset(last for _, last in _ADVERBIALS)
_SEVERAL_WAYS = frozenset(["since", "once", "one", "a"])
"""Words of closed classes, beside auxiliaries, that are not always what their class says."""
_PLURAL = frozenset(["all", "both", "many", "most", "several", "some", "few", "each", "others", "themselves"])


@attrs.define
class Tokens:
    """The tokens of a text as columns of equal length: where each starts and ends, its word, the same in lower case, its tag."""

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    low: list[str]
    tag: list[str]
    quotations: dict[int, Quotation]

    def __len__(self) -> int:
        return len(self.start)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one token up to another, that one not included."""
        return Span(self.start[first], self.end[last - 1])

    def words(self, place: int) -> int:
        """How many words a quotation token has."""
        return self.text.count(" ", self.start[place], self.end[place]) + 1

    def closing(self, place: int) -> str:
        """The last mark inside a quotation token, empty without one."""
        return self.text[self.start[place] : self.end[place]].rstrip("”\"’'» \u00a0")[-1:]


def tokens(text: str, found: Sequence[Quotation], words: Grammar) -> Tokens:
    """Cut a text into tokens and tag them."""
    result = Tokens(text, [], [], [], [], [], {})
    place = 0
    for quotation in found:
        _cut(result, place, quotation.start)
        result.quotations[len(result.start)] = quotation
        _append(result, quotation.start, quotation.end, "")
        place = quotation.end
    _cut(result, place, len(text))
    result.low = list(map(str.lower, result.word))
    Tagger(result, words).run()
    return result


def _cut(result: Tokens, start: int, end: int) -> None:
    """Add the tokens between two quotations; clitics such as 's and n't stand for themselves."""
    starts, ends, words = result.start, result.end, result.word
    for match in _TOKEN.finditer(result.text, start, end):
        word = match[0]
        first, last = match.span()
        if ("’" in word or "'" in word) and len(word) > 2 and (clitic := _CLITIC.search(word)) and clitic.start():
            split = first + clitic.start()
            _append(result, first, split, word[: clitic.start()])
            _append(result, split, last, clitic[0])
        else:
            starts.append(first)
            ends.append(last)
            words.append(word)


def _append(result: Tokens, start: int, end: int, word: str) -> None:
    result.start.append(start)
    result.end.append(end)
    result.word.append(word)


@cache
def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """The tags of closed classes, and the past and base forms of verbs that take a clause."""
    words = grammar()
    closed: dict[str, str] = {}
    for name, tag in _CLASSES:
        closed.update(dict.fromkeys(words.sets[name], tag))
    closed |= {"to": TO, "since": PREPOSITION}
    clause = words.frames["clause"]
    past = frozenset(form for form, read in words.forms.items() if read.past in clause)
    return closed, past, frozenset(form for form, read in words.forms.items() if read.base in clause)


class Tagger:
    """Tags by closed lists and by form, nouns and verbs told apart by their neighbours."""

    def __init__(self, found: Tokens, words: Grammar) -> None:
        self._t = found
        self._sets = words.sets
        self._forms = words.forms
        self._closed, self._says, self._base = _tables()
        self._clause, self._evidence = words.frames["clause"], words.frames["evidence"]
        self._documents = words.nouns["document"]

    def run(self) -> None:
        """Tag every token, left to right."""
        titled, tags, lows = self._titled(), self._t.tag, self._t.low
        for place, low in enumerate(lows):
            tags.append(self._tag(place, place in titled))
            if low in _ADVERBIAL_ENDS and place and (lows[place - 1], low) in _ADVERBIALS:
                tags[place - 1 :] = [ADVERB, ADVERB]

    def _titled(self) -> set[int]:
        """The places in lines where most words are capitals, so that a capital tells nothing; what is quoted there counts too."""
        found: set[int] = set()
        first = 0
        for place in range(len(self._t) + 1):
            if place == len(self._t) or self._t.word[place][:1] == "\n":
                quoted = [word for at in range(first, place) if at in self._t.quotations for word in self._quoted(at)]
                words = [word for word in (*self._t.word[first:place], *quoted) if word[:1].isalpha()]
                large = [word for word in words if len(word) > 3]
                if 3 <= len(words) <= 22 and large and sum(w[0].isupper() for w in large) >= 0.75 * len(large):
                    found.update(range(first, place))
                first = place + 1
        return found

    def _quoted(self, place: int) -> list[str]:
        """The words of a quotation."""
        return _WORD.findall(self._t.text, self._t.start[place], self._t.end[place])

    def _tag(self, place: int, titled: bool) -> str:
        t = self._t
        if place in t.quotations:
            return QUOTE
        word, low = t.word[place], t.low[place]
        before = t.tag[place - 1] if place else "."
        if word[0] == "\n":
            return BREAK
        if low in ("'s", "’s"):
            return AUXILIARY if before == PRONOUN or (place and t.low[place - 1] in _AUXILIARY_BEFORE_S) else POSSESSIVE
        closed = self._closed.get(low)
        if closed:
            return self._closed_class(place, closed, before, titled)
        if low in ("'", "’") and before in NOUN + NAME and t.low[place - 1].endswith("s"):
            return POSSESSIVE
        if not word[0].isalnum():
            return NUMBER if word[0] in "$£€¥" and len(word) > 1 else DASH if word in _DASHES else word[0]
        if word[0].isdigit():
            return NUMBER
        read = self._forms.get(low)
        if read and not self._capital(place, before, titled):
            return self._verb_or_noun(place, low, read, before)
        return self._by_look(word, low, before, titled)

    def _capital(self, place: int, before: str, titled: bool) -> bool:
        """Whether a word has a capital that shows a name: it opens no sentence, and its line is not all capitals."""
        inside = before not in ".\nQ?!:" or (before == QUOTE and self._t.closing(place - 1) == ",")
        return self._t.word[place][0].isupper() and not titled and inside

    def _closed_class(self, place: int, closed: str, before: str, titled: bool) -> str:
        """The tag of a word of a closed class, unless it is a name such as Will, or `once` in `who once said`."""
        t = self._t
        if closed != AUXILIARY and t.low[place] not in _SEVERAL_WAYS:
            return closed
        if t.low[place] == "since" and before == AUXILIARY:
            return ADVERB
        if t.low[place] == "once":
            after = t.low[place + 1] if place + 1 < len(t) else ""
            return ADVERB if after in ("again", "more") or after in self._says else closed
        if t.low[place] == "one" and place + 1 < len(t) and self._closed.get(t.low[place + 1]) == NUMBER:
            return NUMBER
        if t.word[place] == "A" and before == NAME and place + 1 < len(t) and t.word[place + 1] == ".":
            return NAME
        if closed == AUXILIARY and self._capital(place, before, titled) and not t.word[place].isupper():
            return NAME
        return closed

    def _by_look(self, word: str, low: str, before: str, titled: bool) -> str:
        """The tag of a word of no list, by its capital and its ending."""
        if word[0].isupper() and not (titled and low in self._forms):
            return NAME
        if low.endswith("ly") and low not in self._sets["not_adverb"]:
            return ADVERB
        if low.endswith("ing") and len(low) > 5:
            return GERUND
        if low.endswith("ed") and len(low) > 4 and before not in (DETERMINER, ADJECTIVE, POSSESSIVE):
            return VERB
        endings = ("ous", "ful", "ive", "ical", "able", "ible", "less", "ian", "al", "ic", "ish")
        return ADJECTIVE if low.endswith(endings) else NOUN

    def _verb_or_noun(self, place: int, low: str, read: Form, before: str) -> str:
        """The tag of a form that a verb has."""
        t = self._t
        prior = t.low[place - 1] if place else ""
        after = t.low[place + 1] if place + 1 < len(t) else "."
        quantity = prior in _PLURAL
        counted = before == ADVERB and prior in _ORDINALS and place > 1 and t.tag[place - 2] in (DETERMINER, POSSESSIVE)
        if before == PREPOSITION and read.third and not (read.past or read.base):
            return NOUN
        if low in _FIGURES and before not in (TO, PRONOUN, AUXILIARY):
            return NOUN
        shown = t.low[place - 2] if place > 1 and before == ADVERB else prior
        if shown in self._documents and (read.third or read.base) in self._evidence:
            return VERB
        if after in ("'s", "’s") or counted or (low == "think" and after in ("tank", "tanks")) or self._opens_clause(place, low, read):
            return NOUN
        if before == VERB and read.third and low in self._sets["noun_first"]:
            return NOUN
        if low in self._says and (before not in (DETERMINER, POSSESSIVE) or quantity):
            return VERB
        if low in self._base and self._base_verb(place, before, prior, after):
            return VERB
        if (before == DETERMINER and not quantity) or before in (POSSESSIVE, NUMBER, ADJECTIVE):
            return ADJECTIVE if (read.past or read.participle) and not read.base else NOUN
        if (read.past or read.participle) and not (read.base and low in self._sets["noun_first"]):
            return VERB
        if read.gerund:
            return GERUND
        if before in (NOUN, NAME) and after in _AFTER_VERB and (read.third or (read.base and prior.endswith("s"))):
            return VERB
        if read.third:
            return self._third(low, before, prior)
        return self._base_form(low, before, prior)

    def _opens_clause(self, place: int, low: str, read: Form) -> bool:
        """Whether a noun that looks like a verb opens a clause: `said that attacks like these`, `denied that damage`, `said talks with`."""
        t = self._t
        led = place > 1 and t.low[place - 1] == "that"
        before = place - 1 - led
        if before < 0 or t.tag[before] != VERB or read.past or self._forms.get(t.low[before], Form()).finite not in self._clause:
            return False
        after = t.low[place + 1] if place + 1 < len(t) else "."
        if (low, after) == ("works", "for"):
            return False
        return bool(read.base) or low in self._sets["noun_first"] or (bool(read.third) and self._closed.get(after) in _AFTER_NOUN)

    def _of_one(self, place: int) -> bool:
        """Whether a noun closes a phrase that `a` opens, so that no verb in the plural follows: `a wage claim`, but `a majority think`."""
        t = self._t
        if t.low[place] in _MANY:
            return False
        before = (at for at in range(place, max(-1, place - _LONGEST_NOUN), -1) if t.tag[at] not in NOUN + ADJECTIVE)
        first = next(before, place)
        return t.low[first] in ("a", "an")

    def _base_verb(self, place: int, before: str, prior: str, after: str) -> bool:
        """Whether the base form of a verb of saying or thinking is a verb here."""
        if prior in _BARE_PLURAL and after != "of":
            return True
        if before == NOUN and self._of_one(place - 1):
            return False
        if before in (NOUN, NAME) and after in ("of", "for", "to", ".", ","):
            return False
        return before in (NAME, NOUN, PRONOUN, ",", CONJUNCTION, ")", ADVERB, QUOTE, AUXILIARY, TO) or prior in _PLURAL

    def _third(self, low: str, before: str, prior: str) -> str:
        """A form in -s: a verb unless it is a noun at least as often and nothing before it asks for a verb."""
        if low not in self._sets["noun_first"] and before not in (DETERMINER, ADJECTIVE, POSSESSIVE, NUMBER):
            return VERB
        if before in (NAME, PRONOUN, ADVERB, ")", ",", QUOTE, CONJUNCTION) or prior in ("which", "that", "who", "what", "each"):
            return VERB
        return VERB if before == NOUN and not prior.endswith("s") and low not in self._sets["noun_first"] else NOUN

    def _base_form(self, low: str, before: str, prior: str) -> str:
        """A base form: a verb after to, an auxiliary, an adverb or a subject in the plural."""
        if before in (TO, ADVERB, AUXILIARY, CONJUNCTION) or prior in ("who", "they", "we", "i", "you", "that"):
            return VERB
        plural = prior.endswith("s") and before in (NOUN, NAME)
        return VERB if plural and (before == NOUN or low not in self._sets["noun_first"]) else NOUN
