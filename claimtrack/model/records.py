"""The records of a ledger: who publishes, who speaks, what is said where, and how it all bears on what."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, ClassVar

import attrs

from claimtrack.errors import RecordError
from claimtrack.model.base import (
    NUMBER_LIMIT,
    Record,
    distinct,
    hexadecimal,
    key,
    keys,
    maybe_digest,
    maybe_reference,
    name,
    named,
    reference,
    terms,
    text,
    texts,
    whole,
)
from claimtrack.model.terms import (
    ClaimKind,
    DerivationKind,
    Framing,
    Genre,
    Modality,
    OutletKind,
    Polarity,
    Role,
    SpeakerKind,
    StanceKind,
    Verdict,
    Voice,
)
from claimtrack.model.values import (
    Anchor,
    Citation,
    CitedFact,
    Cue,
    Dating,
    Link,
    Maker,
    Notice,
    Period,
    Post,
    Span,
    chain,
    period,
    periods,
)

NEEDS_HOLDER = frozenset({Framing.ATTRIBUTED_FACT, Framing.ATTRIBUTED_OPINION})


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Outlet(Record):
    """A publisher: newspaper, agency, site (schema.org NewsMediaOrganization).

    Attributes:
        key: how other records refer to it, such as `outlet:sputnik`.
        domains: registrable domains it publishes on, without scheme or path.
        facts: ownership, country and the like, each with its citation.
    """

    type: ClassVar[str] = "outlet"
    key: str = attrs.field(converter=key)
    name: str = attrs.field(converter=name)
    kind: OutletKind | None = None
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata={"united": True})
    domains: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata={"united": True})
    facts: tuple[CitedFact, ...] = attrs.field(default=(), converter=distinct, metadata={"united": True})
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Rating(Record):
    """What somebody said of a source's reliability: who, on what scale, when, published where.

    Attributes:
        source: the outlet or speaker rated.
        rater: who rates.
        scale: the rater's scale; only `admiralty` is read as a letter A to F.
        value: the mark on that scale.
        imputed: true when the mark was filled in rather than given.
    """

    type: ClassVar[str] = "rating"
    source: str = attrs.field(converter=reference)
    rater: str = attrs.field(converter=name)
    scale: str = attrs.field(converter=name)
    value: str = attrs.field(converter=name)
    on: Period | None = attrs.field(default=None, converter=attrs.converters.optional(period))
    cited: Citation | None = None
    imputed: bool = False
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Article(Record):
    """One published text of one outlet; the text itself is not kept, only its digest and length.

    Attributes:
        outlet: the publisher's key, empty when unknown.
        digest: SHA-256 of the UTF-8 bytes of the text that offsets count in.
        length: that text's length in code points.
        genre: the schema.org type.
        notices: what the article says of its own descent.
    """

    type: ClassVar[str] = "article"
    key: str = attrs.field(converter=key)
    title: str = attrs.field(default="", converter=text)
    outlet: str = attrs.field(default="", converter=maybe_reference)
    authors: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata={"united": True})
    published: Dating | None = None
    url: str = attrs.field(default="", converter=text)
    genre: Genre = Genre.ARTICLE
    dateline: str = attrs.field(default="", converter=text)
    language: str = attrs.field(default="", converter=text)
    digest: str = attrs.field(default="", converter=maybe_digest)
    length: int = attrs.field(default=0, converter=whole)
    notices: tuple[Notice, ...] = attrs.field(default=(), converter=distinct, metadata={"united": True})
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Speaker(Record):
    """Whoever a statement can be attributed to.

    Attributes:
        acts_for: the actors that the speaker stands for, such as a minister's government; empty when it stands for itself.
        members: for a group, the actors that it is made of; any one of them may speak through it.
    """

    type: ClassVar[str] = "speaker"
    key: str = attrs.field(converter=key)
    name: str = attrs.field(converter=name)
    kind: SpeakerKind
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata={"united": True})
    posts: tuple[Post, ...] = attrs.field(default=(), converter=distinct, metadata={"united": True})
    acts_for: tuple[str, ...] = attrs.field(default=(), converter=keys, metadata={"united": True})
    members: tuple[str, ...] = attrs.field(default=(), converter=keys, metadata={"united": True})
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None

    def __attrs_post_init__(self) -> None:
        if self.key in self.acts_for or self.key in self.members:
            raise RecordError(f"{self.key!r} stands for itself already; leave it out of acts_for and members")


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Statement(Record):
    """One place in one article where something is said: where, by whom, how, and as what.

    Attributes:
        chain: the links from the article inwards, the last being the holder; empty for the article's own voice.
        content: the pieces of what is said, where they are not the whole anchor.
        source, cue: where the holder is named and the words that attribute, inside or outside the anchor.
        proposition: what is said, in our words.
    """

    type: ClassVar[str] = "statement"
    key: str = attrs.field(converter=key)
    article: str = attrs.field(converter=reference)
    anchor: Anchor
    role: Role = Role.BODY
    chain: tuple[Link, ...] = attrs.field(default=(), converter=chain)
    voice: Voice
    framing: Framing
    modality: tuple[Modality, ...] = attrs.field(default=(), converter=terms)
    polarity: Polarity = Polarity.AFFIRM
    content: tuple[Span, ...] = attrs.field(default=(), converter=distinct)
    quotes: tuple[Span, ...] = attrs.field(default=(), converter=distinct)
    source: Span | None = None
    cue: Cue | None = None
    proposition: str = attrs.field(default="", converter=text)
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None

    def __attrs_post_init__(self) -> None:
        if not self.chain and self.framing in NEEDS_HOLDER:
            raise RecordError(f"framing {self.framing} needs a holder in the chain; give one, or frame it as the author's", "framing")
        if not self.chain and self.voice is Voice.DIRECT:
            raise RecordError("direct speech needs a speaker in the chain; an unresolved one will do", "voice")
        for field in ("content", "quotes"):
            apart(getattr(self, field), field)


def apart(spans: tuple[Span, ...], field: str) -> None:
    """Refuse spans of one list that overlap, since each is a piece of its own."""
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise RecordError(f"{before.start}-{before.end} and {after.start}-{after.end} overlap", field)


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Claim(Record):
    """A proposition that statements make, deny or presuppose (schema.org Claim).

    Attributes:
        label: a short name for tables, such as C07.
        kinds: what sort of proposition it is; a claim can be part fact, part forecast.
        times: when what it says is said to hold.
    """

    type: ClassVar[str] = "claim"
    key: str = attrs.field(converter=key)
    wording: str = attrs.field(converter=name)
    label: str = attrs.field(default="", converter=text)
    kinds: tuple[ClaimKind, ...] = attrs.field(default=(ClaimKind.FACT,), converter=terms)
    times: tuple[Period, ...] = attrs.field(default=(), converter=periods, metadata={"united": True})
    subjects: tuple[str, ...] = attrs.field(default=(), converter=keys, metadata={"united": True})
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None

    def __attrs_post_init__(self) -> None:
        if not self.kinds:
            raise RecordError("a claim needs a kind; leave the field out for a plain fact", "kinds")


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Stance(Record):
    """How one statement bears on one claim, which is named by its key or by that of a statement that makes it."""

    type: ClassVar[str] = "stance"
    statement: str = attrs.field(converter=reference)
    claim: str = attrs.field(converter=reference)
    kind: StanceKind
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None


def score(value: float) -> float:
    """A score between 0 and 1.

    Raises:
        RecordError: for NaN, the infinities and what lies outside.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RecordError(f"expected a number, found {value!r}")
    if not 0 <= value <= 1:  # which NaN is not either
        found = value if isinstance(value, float) or abs(value) <= NUMBER_LIMIT else "far more"
        raise RecordError(f"expected a number from 0 to 1, found {found}")
    return float(value) + 0.0  # which makes -0.0 the 0.0 that it equals


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Judgement(Record):
    """Whether two claims, statements, speakers or articles are the same, different, or nobody can say.

    On speakers it is advice that joins nothing. On articles a person's word decides whether they are one carrier.

    Attributes:
        left, right: the two keys; their order carries no meaning and is made alphabetical.
        score: how sure the maker is, 0 to 1; None for a person's plain word.
    """

    type: ClassVar[str] = "judgement"
    left: str = attrs.field(converter=reference)
    right: str = attrs.field(converter=reference)
    verdict: Verdict
    score: float | None = attrs.field(default=None, converter=attrs.converters.optional(score))
    reasons: tuple[str, ...] = attrs.field(default=(), converter=keys)
    maker: Maker | None = None

    def __attrs_post_init__(self) -> None:
        if self.left == self.right:
            raise RecordError(f"{self.left!r} is judged against itself", "right")
        if self.right < self.left:
            left: Any = self.left
            object.__setattr__(self, "left", self.right)
            object.__setattr__(self, "right", left)


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Derivation(Record):
    """That one text descends from another (prov:wasDerivedFrom), with the maker and the evidence of that finding.

    Attributes:
        derived: the article, outlet or document that was made from the other.
        source: what it was made from: an article, outlet, document or speaker.
        claims: the claims it holds for; empty for the text as a whole.
        declared: whether the derived text says so itself.
        proposed: whether it awaits a person's word; until then it contracts nothing.
        altered: the statements whose quoted words differ from those of the source.
    """

    type: ClassVar[str] = "derivation"
    derived: str = attrs.field(converter=reference)
    source: str = attrs.field(converter=reference)
    kind: DerivationKind
    claims: tuple[str, ...] = attrs.field(default=(), converter=keys)
    declared: bool = False
    proposed: bool = False
    altered: tuple[str, ...] = attrs.field(default=(), converter=keys)
    cited: Citation | None = None
    note: str = attrs.field(default="", converter=text)
    maker: Maker | None = None

    def __attrs_post_init__(self) -> None:
        if self.derived == self.source:
            raise RecordError(f"{self.derived!r} is derived from itself", "source")


@attrs.frozen(kw_only=True, field_transformer=named, order=False)
class Retraction(Record):
    """That a record is taken back, and why; it names the record by its id and can be retracted itself."""

    type: ClassVar[str] = "retraction"
    record: str = attrs.field(converter=hexadecimal)
    reason: str = attrs.field(converter=name)
    maker: Maker | None = None


RECORDS: dict[str, type[Record]] = {
    kind.type: kind for kind in (Article, Claim, Derivation, Judgement, Outlet, Rating, Retraction, Speaker, Stance, Statement)
}
