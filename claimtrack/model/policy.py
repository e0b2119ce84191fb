"""A newsroom's policy as a value: what letters weigh, how ratings are read as letters, and by which rows digits are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.base import name, named, text, texts
from claimtrack.model.marks import Reach
from claimtrack.model.opinions import amount, share
from claimtrack.model.terms import ClaimKind, Letter, Term


class Denial(Term):
    """How a claim is denied, from not at all to by more than supports it."""

    NONE = "none"
    SUBJECT = "subject"
    SOME = "some"
    MORE = "more"


def reach(spelling: str) -> Reach:
    """A letter such as `B`, or a range such as `B-C`.

    Raises:
        RecordError: for anything else.
    """
    first, _, last = name(spelling).partition("-")
    if {first, last or first} <= Letter.__members__.keys() and first <= (last or first) and (first == "F") == ((last or first) == "F"):
        return Reach(Letter[first], Letter[last or first])
    raise RecordError(f"expected a letter A to F or a range such as B-C, found {spelling!r}")


def _thresholds(given: Mapping[str, Any]) -> dict[str, Fraction]:
    """The least number that earns each letter, the best letter first."""
    least = {letter: amount(number) for letter, number in sorted(given.items())}
    if unknown := sorted(least.keys() - set("ABCDE")):
        raise RecordError(f"expected letters A to E, found {', '.join(unknown)}; F is for what nobody rated")
    if list(least.values()) != sorted(set(least.values()), reverse=True):
        raise RecordError("each letter from A to E needs less than the one before it")
    return least


def _words(given: Mapping[str, str]) -> dict[str, str]:
    """The letters that each word of a scale stands for, the words in small letters."""
    return {name(word).casefold(): str(reach(letters)) for word, letters in sorted(given.items())}


def _small(value: str) -> str:
    return name(value).casefold()


@attrs.frozen(kw_only=True, field_transformer=named)
class Scale:
    """How the marks of one scale are read as letters.

    Attributes:
        at_least: for marks that are numbers, the least that earns each letter.
        words: for marks that are words, the letter or range of each.
    """

    name: str = attrs.field(converter=_small)
    at_least: dict[str, Fraction] = attrs.field(factory=dict, converter=_thresholds)
    words: dict[str, str] = attrs.field(factory=dict, converter=_words)

    def read(self, value: str) -> Reach | None:
        """The letters that a mark stands for; None where the scale does not know it."""
        if found := self.words.get(value.casefold()):
            return reach(found)
        try:
            number = amount(float(value)) if self.at_least else None
        except (ValueError, RecordError):
            return None
        letter = next((letter for letter, least in self.at_least.items() if number is not None and number >= least), "")
        return reach(letter) if letter else None


@attrs.frozen(kw_only=True, field_transformer=named)
class Weight:
    """Which part of a source's evidence is believed, by its letter, from 0 to 1; for F the middle and both ends."""

    A: Fraction = attrs.field(converter=share)
    B: Fraction = attrs.field(converter=share)
    C: Fraction = attrs.field(converter=share)
    D: Fraction = attrs.field(converter=share)
    E: Fraction = attrs.field(converter=share)
    F: Fraction = attrs.field(converter=share)
    F_least: Fraction = attrs.field(converter=share)
    F_most: Fraction = attrs.field(converter=share)

    def __attrs_post_init__(self) -> None:
        if not self.A >= self.B >= self.C >= self.D >= self.E or not self.F_least <= self.F <= self.F_most:
            raise RecordError("a better letter must not weigh less than a worse one, and F must lie between its ends")

    def least(self, reach: Reach) -> Fraction:
        """The weight of the worst letter that applies."""
        return self.F_least if not reach.known else self._of(reach.worst)

    def most(self, reach: Reach) -> Fraction:
        """The weight of the best letter that applies."""
        return self.F_most if not reach.known else self._of(reach.best)

    def middle(self, reach: Reach) -> Fraction:
        """The mean of the two; for F the weight that stands for not knowing."""
        if reach.best is reach.worst:
            return self._of(reach.best)
        return self.F if not reach.known else (self._of(reach.best) + self._of(reach.worst)) / 2

    def _of(self, letter: Letter) -> Fraction:
        found: Fraction = getattr(self, letter._value_)
        return found


@attrs.frozen(kw_only=True, field_transformer=named)
class Evidence:
    """What an independent origin counts, in observations, and the part that each shortcoming leaves of it.

    Attributes:
        hedged: where everything that it says of the claim is hedged.
        nameless: where it passes on a source that is not named.
        second_hand: where it reaches every carrier through somebody else.
    """

    origin: Fraction = attrs.field(converter=amount)
    hedged: Fraction = attrs.field(converter=share)
    nameless: Fraction = attrs.field(converter=share)
    second_hand: Fraction = attrs.field(converter=share)


@attrs.frozen(kw_only=True, field_transformer=named)
class Raters:
    """Whose ratings count: raters whose word goes before all others, and whether marks that were filled in do."""

    own: tuple[str, ...] = attrs.field(default=(), converter=texts)
    imputed: bool = False


@attrs.frozen(kw_only=True, field_transformer=named)
class Sources:
    """Sources that rows of the policy name."""

    agencies: tuple[str, ...] = attrs.field(default=(), converter=texts)


def _digit(value: int) -> int:
    if value not in range(1, 7):
        raise RecordError(f"expected a digit from 1 to 6, found {value}")
    return value


@attrs.frozen(kw_only=True, field_transformer=named)
class Row:
    """One row of a grading table: the digit, the conditions that must all hold, and the rule in words.

    Attributes:
        kinds: the claim's kinds are all among these; any will do where none is named.
        origins_from, origins_to: least and greatest number of independent origins on record.
        weighed_from, weighed_to: of those with a letter, of their own or of an outlet that carries them, as good as `letter` or better.
        rated_from: least number of those with such a letter of their own.
        named_from: least number of those who are persons or bodies with a name.
        agencies_from: least number of those on whose line stands an agency that the policy lists.
        denied: the ways of denial that will do.
        source_disputed: whether somebody must, or must not, dispute the source.
    """

    digit: int = attrs.field(converter=_digit)
    says: str = attrs.field(converter=name)
    kinds: tuple[ClaimKind, ...] = ()
    letter: Letter = Letter.E
    origins_from: int = 0
    origins_to: int | None = None
    weighed_from: int = 0
    weighed_to: int | None = None
    rated_from: int = 0
    named_from: int = 0
    agencies_from: int = 0
    denied: tuple[Denial, ...] = ()
    source_disputed: bool | None = None


@attrs.frozen(kw_only=True, field_transformer=named)
class About:
    """What a content grade is about where the claim is made by being said."""

    commitment: str = attrs.field(default="", converter=text)
    call: str = attrs.field(default="", converter=text)


@attrs.frozen(kw_only=True, field_transformer=named)
class Band:
    """A word for all probabilities from one on, up to the next band."""

    least: Fraction = attrs.field(converter=share)
    says: str = attrs.field(converter=name)


def _bands(values: Iterable[Band]) -> tuple[Band, ...]:
    bands = tuple(sorted(values, key=lambda band: band.least))
    if not bands or bands[0].least:
        raise RecordError("the first band must begin at 0")
    return bands


@attrs.frozen(kw_only=True, field_transformer=named, cache_hash=True)
class Likelihood:
    """Words of estimative probability, and the uncertainty below which they are used."""

    uncertainty_below: Fraction = attrs.field(converter=share)
    bands: tuple[Band, ...] = attrs.field(converter=_bands)

    def word(self, probability: Fraction) -> str:
        """The word for a probability from 0 to 1."""
        return next(band.says for band in reversed(self.bands) if probability >= band.least)


def _rows(values: Iterable[Row]) -> tuple[Row, ...]:
    rows = tuple(values)
    if not rows or rows[-1] != Row(digit=rows[-1].digit, says=rows[-1].says):
        raise RecordError("the last row needs a digit and a rule alone, so that every claim finds a row")
    return rows


@attrs.frozen(kw_only=True, field_transformer=named)
class Policy:
    """How sources are weighed and claims graded; `codec.default_policy` gives the packaged one.

    Attributes:
        about: what the policy is, for reports.
        content, said: the rows of the two grading tables; the first that fits gives the digit.
    """

    claimtrack_policy: int = 1
    about: str = attrs.field(default="", converter=text)
    weight: Weight
    evidence: Evidence
    ratings: Raters = Raters()
    scale: tuple[Scale, ...] = ()
    sources: Sources = Sources()
    content: tuple[Row, ...] = attrs.field(converter=_rows)
    said: tuple[Row, ...] = attrs.field(converter=_rows)
    acts: About = About()
    likelihood: Likelihood

    def read(self, scale: str, value: str) -> Reach | None:
        """The letters that a mark on some scale stands for; None where the policy does not know them."""
        found = next((each for each in self.scale if each.name == scale.casefold()), None)
        return found.read(value) if found else None
