"""A proposition made ready for comparison: its words, names, figures, days and kinds of event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from claimtrack.claims.days import Day, days
from claimtrack.claims.quantities import Quantity, quantities
from claimtrack.lexicon import lexicon
from claimtrack.model.claims import kind_of
from claimtrack.model.matching import Proposition
from claimtrack.model.records import Claim, Statement
from claimtrack.model.terms import Polarity
from claimtrack.model.view import View
from claimtrack.quotations import MARKS, quotations
from claimtrack.words import SMALL, stem, words

NEGATIONS = frozenset(["not", "no", "n't", "never", "without", "nor", "none", "nobody", "nothing", "neither", "cannot"])
LEAST_WORDS = 4
"""Words; what says less is no claim by itself."""
QUOTED_RUN = 6
"""Words between quotation marks that two texts must share to be the same utterance."""
TITLED, FEWEST = 0.7, 5
"""Share of capitalised longer words, of five at least, from which a text is set like a headline, where capitals tell nothing."""
_NAME = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w’'-]*|[.!?:]\s+[\"“‘]?")
_CALENDAR_WORDS = """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr
"""
_CALENDAR = frozenset(_CALENDAR_WORDS.split())
_OPENING_WORDS = """
    although another around but despite even ever every former half how however instead last late many meanwhile most much nearly next
    nobody nothing officials once one people police since soon still ten then three today tomorrow twice two four five six seven eight
    nine unless what whatever yesterday yet
"""
_OPENING = frozenset(_OPENING_WORDS.split())
"""Words that often open a sentence, with a capital that makes no name of them."""
_ENDING_WORDS = "a n an ian ese i ish s r er rs ers e land istan ns ans ians"
_ENDINGS = frozenset(["", *_ENDING_WORDS.split()])


class Profile:
    """What is compared of a proposition, each part worked out when it is first asked for."""

    def __init__(self, proposition: Proposition) -> None:
        self.proposition = proposition
        self.key = proposition.key
        self.text = proposition.text
        self.article = proposition.article

    @cached_property
    def words(self) -> list[str]:
        """Its words in order, in small letters."""
        return words(self.text)

    @cached_property
    def stems(self) -> Counter[str]:
        """The stems of the words that say something, with how often each stands there."""
        return Counter(map(stem, [word for word in self.words if word not in SMALL]))

    @cached_property
    def events(self) -> frozenset[str]:
        """The kinds of event or act that its words name."""
        known, phrases = _events(), _openers()
        found = [known[word] for word in known.keys() & self.words if word not in SMALL]
        begun = [pair for word in phrases.keys() & self.words for pair in phrases[word]]
        return frozenset().union(*found, (name for phrase, name in begun if _holds(self.words, phrase)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in it, in small letters, in order; none for a text set in capitals like a headline."""
        return _names(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures."""
        return quantities(self.text)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days that it names."""
        return days(self.text)

    @cached_property
    def negated(self) -> bool:
        """Whether a negation stands in it."""
        return not NEGATIONS.isdisjoint(self.words)

    @cached_property
    def utterances(self) -> frozenset[tuple[str, ...]]:
        """The runs of words between quotation marks by which an utterance is known again."""
        if not any(mark in self.text for mark in MARKS):
            return frozenset()
        return frozenset(run for mark in quotations(self.text) for run in _runs(words(self.text[mark.inner.start : mark.inner.end])))


def propositions(view: View, records: Iterable[Statement | Claim] | None = None) -> tuple[Proposition, ...]:
    """What the statements and claims of a view say, so far as they say enough to be compared; all of them, or these alone."""
    chosen: Iterable[Statement | Claim] = [*view.statements.values(), *view.claims.values()] if records is None else records
    found = (_claimed(each) if isinstance(each, Claim) else _stated(each, view) for each in chosen)
    return tuple(sorted((each for each in found if len(words(each.text)) >= LEAST_WORDS), key=lambda each: each.key))


def _stated(statement: Statement, view: View) -> Proposition:
    """A statement's."""
    article = view.articles.get(view.resolve(statement.article))
    return Proposition(
        key=statement.key,
        text=statement.proposition,
        article=view.resolve(statement.article),
        published=article.published.on if article and article.published else None,
        denies=statement.polarity is Polarity.DENY,
        kind=kind_of(statement),
    )


def _claimed(claim: Claim) -> Proposition:
    return Proposition(key=claim.key, text=claim.wording, kind=claim.kinds[0])


def kind_of_event(mention: str) -> str:
    """What kind of event a mention names: the class of its phrase or of its first word with one, else the stem of its last telling word."""
    if phrase := next((name for phrase, name in _phrases() if _holds(words(mention), phrase)), ""):
        return f"class {phrase}"
    found = [stem(word) for word in words(mention) if word not in SMALL] or [stem(word) for word in words(mention)]
    named = (min(kinds_of(word)) for word in words(mention) if word not in SMALL and kinds_of(word))
    return next((f"class {name}" for name in named), found[-1] if found else "")


def akin(one: str, other: str) -> bool:
    """Whether two names may be one, or a country and its people: `pakistan` and `pakistani`, `china` and `chinese`."""
    if one == other or one[:4] != other[:4]:
        return one == other
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= 4 and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


def related(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name of the one side may be one of the other."""
    others = tuple(others)
    return any(akin(one, other) for one in ones for other in others)


def _runs(found: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(found[at : at + QUOTED_RUN]) for at in range(len(found) - QUOTED_RUN + 1))


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words, but for the first of a sentence where another small word follows, months, weekdays and titles."""
    tokens = [match[0] for match in _NAME.finditer(text)]
    large = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    plain = any(token[0].islower() and token not in SMALL for token in large)
    if not plain and sum(token[0].isupper() for token in large) > TITLED * max(len(large), FEWEST):
        return ()
    found = []
    for before, token, after in zip([". ", *tokens], tokens, [*tokens[1:], ""], strict=False):
        low = token.lower().removesuffix("'s").removesuffix("’s").rstrip(".'’")
        first = before[0] in ".!?:" and not after[:1].isupper() and not token.isupper()
        if token[0].isupper() and low not in SMALL and low not in _CALENDAR and not (first and _ordinary(low)):
            found.append(low)
    return tuple(dict.fromkeys(found))


def _ordinary(word: str) -> bool:
    """Whether a word at the head of a sentence is none of a name: our lists know it, or it ends like no name."""
    return word in _known() or word in _OPENING or word.endswith(("ing", "ed", "ly", "tion", "ers", "ists", "ents", "ies"))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for folder in ("matching", "framing") for each in lexicon(folder).classes for word in each.words)


def kinds_of(word: str) -> frozenset[str]:
    """The kinds of event that a word names, by its spelling."""
    return _events().get(word, frozenset())


@cache
def _events() -> Mapping[str, frozenset[str]]:
    """The classes of each word, by its spelling: `fare` and `far` have one stem, and so have `miss` and `mission`."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in lexicon("matching").classes:
        for word in each.words:
            found[word].add(each.name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((phrase, each.name) for each in lexicon("matching").classes for phrase in sorted(each.phrases))


@cache
def _openers() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases by their first words."""
    return {first: tuple(pair for pair in _phrases() if pair[0][0] == first) for first in {phrase[0] for phrase, _ in _phrases()}}


def _holds(found: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether a run of words stands in a text."""
    return phrase[0] in found and any(tuple(found[at : at + len(phrase)]) == phrase for at in range(len(found)))
