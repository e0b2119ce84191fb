"""How a claim is said: by whom, before or after whose name, quoted or told, denied; and where in the sentence the claim stands."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import attrs

from claimtrack.testing.corpora.vocabulary import chosen
from claimtrack.testing.corpora.wordings import Told
from claimtrack.testing.corpora.world import Voice

_LEADING_WORDS = "at for from in near off on over under through without with since about last during because it"
_LEADING = frozenset(_LEADING_WORDS.split())
"""Words after which a claim needs a "that" before it: "said that on Monday ...", which could else be when it was said."""
OWN = "{C}"
AFFIRMING = (
    "{S} [said|stated] that {C}",
    "{S} said {C}",
    "{S} told [reporters|journalists] that {C}",
    "{S} [confirmed|explained] that {C}",
    "{C}, {S} said",
    "{C}, according to {S}",
    "according to {S}, {C}",
)
QUOTING = ("“{C},” {S} said", "“{C},” said {S}")
DENYING = ("{S} denied that {C}", "{S} has denied that {C}")


@attrs.frozen(eq=False)
class Sentence:
    """One sentence to be: a claim, its wording, the frame around it, and who says it.

    Attributes:
        spice: decides between words that mean the same; another spice makes an edited sentence.
        hidden: the actors whom the sentence, in the article's own voice, rests on without saying so; empty where it saw for itself.
    """

    told: Told
    wording: int
    frame: str
    voice: Voice | None
    spice: int
    hidden: frozenset[str] = frozenset()

    @property
    def denies(self) -> bool:
        """Whether the claim is denied."""
        return self.frame in DENYING

    def written(self, introduced: bool, stop: str = ".") -> tuple[str, int, int]:
        """The sentence, and where in it the claim begins and ends.

        Args:
            introduced: whether the speaker has been named before.
            stop: what ends it.
        """
        random = Random(self.spice)
        claim = self.told.worded(self.wording, random)
        frame = chosen(self.frame, random)
        if frame.endswith("said {C}") and claim.split()[0] in _LEADING:
            frame = frame.replace("{C}", "that {C}")
        before, _, after = frame.replace("{S}", self._named(introduced, random)).partition("{C}")
        quoted = before.endswith("“")
        claim = _raised(claim) if quoted or not before else claim
        before = _raised(before)
        whole = f"{before}{claim}{after}".replace(",,", ",").rstrip(",") + stop
        start = whole.index(claim)
        return whole, start, start + len(claim)

    def _named(self, introduced: bool, random: Random) -> str:
        if self.voice is None:
            return ""
        plain = self.frame.startswith("according")  # where what is set between commas is taken for the beginning of what is said
        first = [each for each in self.voice.first if not (plain and each.endswith(","))] or [self.voice.name]
        return self.voice.later if introduced else random.choice(first)


def _raised(words: str) -> str:
    """Words with their first letter a capital."""
    return words[:1].upper() + words[1:]


def saying(told: Told, wording: int, voice: Voice, random: Random) -> Sentence:
    """A sentence in which somebody says a claim; what is quoted is quoted in the same words wherever it stands."""
    if random.random() < 0.2:
        return Sentence(told, _fixed(told, voice, 3), random.choice(QUOTING), voice, _fixed(told, voice, 1 << 30))
    return Sentence(told, wording, random.choice(AFFIRMING), voice, random.getrandbits(30))


def _fixed(told: Told, voice: Voice, below: int) -> int:
    """A number that belongs to a claim and a speaker."""
    return Random(f"{told.key} {voice.key}").randrange(below)


def denying(told: Told, wording: int, voice: Voice, random: Random) -> Sentence:
    """A sentence in which somebody denies a claim."""
    return Sentence(told, wording, random.choice(DENYING), voice, random.getrandbits(30))


def own(told: Told, wording: int, hidden: frozenset[str], random: Random) -> Sentence:
    """A sentence in the article's own voice."""
    return Sentence(told, wording, OWN, None, random.getrandbits(30), hidden)


def edited(sentence: Sentence, random: Random) -> Sentence:
    """The sentence as an editor leaves it: a word or two are others, quoted words stay."""
    return sentence if sentence.frame in QUOTING else attrs.evolve(sentence, spice=random.getrandbits(30))


def paragraphs(sentences: Sequence[Sentence], random: Random) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences in paragraphs of one to three, the first of two at least."""
    done, at = [], 0
    while at < len(sentences):
        many = random.choice((1, 1, 2, 2, 3)) if at else random.choice((2, 3))
        done.append(tuple(sentences[at : at + many]))
        at += many
    return tuple(done)
