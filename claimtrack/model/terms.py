"""The closed sets of words that records are made of."""

from enum import Enum


class Term(Enum):
    """A word of a closed vocabulary; its value is its spelling in files."""

    __hash__ = object.__hash__  # each word is there once, and the hash of Enum, written in Python, is asked for all the time

    def __str__(self) -> str:
        return str(self._value_)


class MakerKind(Term):
    """What made a record (W3C PROV: an agent is a person or a software agent)."""

    PERSON = "person"
    SOFTWARE = "software"


class OutletKind(Term):
    """What kind of publisher an outlet is."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    SITE = "site"
    NEWSLETTER = "newsletter"


class FactKind(Term):
    """What a cited fact about an outlet is about."""

    OWNER = "owner"
    COUNTRY = "country"
    STATE_CONTROL = "state-control"
    PUBLISHER = "publisher"
    MEASURE = "measure"
    DESIGNATION = "designation"


class Genre(Term):
    """What kind of text an article is, in schema.org's types."""

    ARTICLE = "Article"
    NEWS = "NewsArticle"
    REPORTAGE = "ReportageNewsArticle"
    ANALYSIS = "AnalysisNewsArticle"
    BACKGROUND = "BackgroundNewsArticle"
    OPINION = "OpinionNewsArticle"
    REVIEW = "ReviewNewsArticle"
    ASK_PUBLIC = "AskPublicNewsArticle"
    ADVERTISER = "AdvertiserContentArticle"
    SATIRE = "SatiricalArticle"
    REPORT = "Report"
    BLOG = "BlogPosting"


class Basis(Term):
    """How a date is known."""

    STATED = "stated"
    URL = "url"
    INFERRED = "inferred"
    RELATIVE = "relative"


class NoticeKind(Term):
    """What an article's own note about its descent says."""

    REPUBLISHED = "republished"
    CREDIT = "credit"
    AGENCY = "agency"
    PHOTO = "photo"


class SpeakerKind(Term):
    """What kind of thing a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    OUTLET = "outlet"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    AUTHOR = "author"


class Certainty(Term):
    """How surely a link of a chain is resolved to its holder."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNRESOLVED = "unresolved"


class Role(Term):
    """Which part of the article a statement stands in."""

    HEADLINE = "headline"
    HEADLINE_DUPLICATE = "headline-duplicate"
    DECK = "deck"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class Voice(Term):
    """How the words are given: quoted, partly quoted, told, or the article's own."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    AUTHORIAL = "authorial"


class Framing(Term):
    """As what a statement is put forward."""

    REPORTED_FACT = "reported-fact"
    ATTRIBUTED_FACT = "attributed-fact"
    AUTHOR_OPINION = "author-opinion"
    ATTRIBUTED_OPINION = "attributed-opinion"
    FORECAST = "forecast"
    COMMITMENT = "commitment"
    PRESCRIPTIVE = "prescriptive"
    HEDGED = "hedged"


class Modality(Term):
    """A shade of how a statement is made, noted beside its framing."""

    ACCUSATION = "accusation"
    AGENTLESS = "agentless"
    ANONYMOUS = "anonymous"
    BOOSTER = "booster"
    CAUSAL = "causal"
    CONDITIONAL = "conditional"
    CONTESTED = "contested"
    EVALUATIVE = "evaluative"
    FACTIVE = "factive"
    FUTURE = "future"
    HEDGED = "hedged"
    INFERENCE = "inference"
    LOADED = "loaded"
    MENTAL_STATE = "mental-state"
    MOTIVE = "motive"
    NEGATED_CONTENT = "negated-content"
    NOMINALISED = "nominalised"
    PRESUPPOSITION = "presupposition"
    UNRESOLVED = "unresolved"


class Polarity(Term):
    """Whether a statement affirms, negates or denies its content."""

    AFFIRM = "affirm"
    NEGATED = "negated"
    DENY = "deny"


class ClaimKind(Term):
    """What sort of proposition a claim is; it decides which framings give it an origin."""

    FACT = "fact"
    OPINION = "opinion"
    FORECAST = "forecast"
    COMMITMENT = "commitment"
    CALL = "call"


class StanceKind(Term):
    """How a statement bears on a claim."""

    SUPPORTS = "supports"
    PARTIAL = "partial"
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    DISPUTES_SOURCE = "disputes-source"
    PRESUPPOSES = "presupposes"
    LIMITS = "limits"
    CHARACTERIZES = "characterizes"
    OVERREACHES = "overreaches"
    MOTIVE = "motive"
    RELATED = "related"


class Verdict(Term):
    """What a judgement says of two things."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class DerivationKind(Term):
    """How one text descends from another."""

    COPY = "copy"
    SYNDICATION = "syndication"
    REPUBLICATION = "republication"
    EXCERPT = "excerpt"
    TRANSLATION = "translation"
    REWRITE = "rewrite"
    CITATION = "citation"


COPIES = frozenset(DerivationKind) - {DerivationKind.CITATION}
"""Everything but a citation passes on the other text as a whole, so it adds no line of its own."""


class Letter(Term):
    """Reliability of a source, in the words of the Admiralty code (NATO STANAG 2511)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
