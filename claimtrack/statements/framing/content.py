"""The framing of what somebody is said to say, judged inside the attribution by its cue and its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from claimtrack.model.reading import Attribution, AttributionKind
from claimtrack.model.terms import Framing, Modality, Polarity
from claimtrack.model.values import Span
from claimtrack.statements.framing.axes import Commitment, Force, commitment, force, modality, names, polarity
from claimtrack.statements.framing.cues import Found, hear, hear_alone
from claimtrack.statements.framing.labels import CONTENTS, Axes, label, reason
from claimtrack.statements.framing.weighing import Sign, content_score

JUDGED = 6.5
"""The score from which a content is its holder's opinion."""
BELIEVING = frozenset({"doxastic", "private-state-adjective", "private-state-noun", "private-state-verb"})
"""Classes of cues that give what a holder feels, wants or believes, which is opinion whatever its content."""
ASKING = frozenset({"ask", "tell", "order", "want", "warn"})
"""Cues that call for something when what is said is an infinitive: told them to leave."""
LIKENING = frozenset({"describe", "characterize", "characterise", "portray", "see", "view", "regard", "present"})
"""Verbs that judge when they say as what: described the clause as a victory."""
RUMOURED = frozenset({"report", "say", "believe", "think", "rumor", "suppose", "allege", "know"})
"""Verbs that in the passive, with nobody named, weaken what is said: is reported to be ill."""
_CHARGES = re.compile(r"\b(?:accusation|allegation|assertion|charge|claim|report|rumou?r|suggestion)s?\b")
_BACKSHIFTED = re.compile(r"\bwould(?: (?:only|not|also|never|soon|still))? (?!have\b|like\b|appear\b|seem\b|prefer\b|rather\b)[a-z]+")
_WISH = re.compile(r"would (?:also )?(?:like|prefer|rather)\b")
_MARKS = "\"“‘'«„"
BEFORE, NEAR = 40, 3
"""How many characters before a cue, and how many words with it, are looked at for a negation: did not say."""
CUE_SHADES: tuple[tuple[Modality, str], ...] = (
    (Modality.ACCUSATION, "accusing"),
    (Modality.CONTESTED, "denying"),
    (Modality.FACTIVE, "factive"),
    (Modality.HEDGED, "doxastic"),
    (Modality.INFERENCE, "inferring"),
    (Modality.LOADED, "loaded-cue"),
    (Modality.MENTAL_STATE, "private-state-verb"),
)
"""What the words that attribute add to the shades of the content, and the class that shows it."""


@attrs.frozen(kw_only=True)
class FramedContent:
    """How an attributed content is put forward by its holder.

    Attributes:
        spans: the pieces of the content.
        score: what its cues come to, and those of the words that attribute.
        why: the rule that gave the label.
    """

    spans: tuple[Span, ...]
    score: float
    label: Framing
    why: str
    force: Force
    commitment: Commitment
    polarity: Polarity
    modality: tuple[Modality, ...]
    cues: tuple[Sign, ...]


def frame_content(text: str, attribution: Attribution) -> FramedContent:
    """The framing of what an attribution attributes; the outlet's own words around it do not count."""
    heard = [hear(text, piece) for piece in attribution.content]
    inside = tuple(cue for piece in heard for cue in piece.cues)
    outside = hear(text, attribution.cue).cues if attribution.cue is not None else ()
    score, signs = content_score((*outside, *inside), sum(piece.words for piece in heard))
    kinds, cues = names(cue for cue in inside if not _WISH.match(text, cue.start)), names(outside)
    words = [text[piece.start : piece.end].casefold() for piece in attribution.content]
    denies = "denying" in cues and any(_CHARGES.search(each) for each in words)
    axes = Axes(
        held=True,
        opinion=not denies and (score >= JUDGED or _judges(attribution, words)),
        pledges="pledging" in cues,
        believes=not BELIEVING.isdisjoint(cues),
        force=Force.PRESCRIPTIVE if _calls(text, attribution, cues) else _force(cues, kinds, words),
        commitment=Commitment.WEAKENED if _hearsay(attribution) else commitment(kinds),
    )
    return FramedContent(
        spans=attribution.content,
        score=score,
        label=label(axes, CONTENTS),
        why=reason(axes, CONTENTS),
        force=axes.force,
        commitment=axes.commitment,
        polarity=Polarity.DENY if "denying" in cues else _polarity(text, attribution),
        modality=_shades(inside, cues),
        cues=signs,
    )


def _force(cues: frozenset[str], kinds: frozenset[str], words: Sequence[str]) -> Force:
    """The force that the cue gives, else that of the content; `would` told at second hand is a `will`."""
    if "predicting" in cues or any(_BACKSHIFTED.search(each) for each in words if each[0] not in _MARKS):
        return Force.FORECAST
    return force(kinds)


def _judges(attribution: Attribution, words: Sequence[str]) -> bool:
    """Whether the words that attribute give a judgement: `praised the plan`, `described it as a victory`."""
    return attribution.kind is AttributionKind.JUDGEMENT or (attribution.lemma in LIKENING and any(" as " in each for each in words))


def _hearsay(attribution: Attribution) -> bool:
    """Whether nobody is named for what `is said` or `is reported to` be so."""
    return attribution.source is None and attribution.frame == "passive" and attribution.lemma in RUMOURED


def _calls(text: str, attribution: Attribution, cues: frozenset[str]) -> bool:
    """Whether the holder asks others to act."""
    asked = attribution.frame == "urge" or text.startswith("to ", attribution.start)
    return "calling" in cues or (attribution.lemma in ASKING and asked)


def _polarity(text: str, attribution: Attribution) -> Polarity:
    """Negated when the holder is said not to say it; a negation in what is said is a shade of the content."""
    if attribution.cue is None:
        return Polarity.AFFIRM
    before = text[max(0, attribution.cue.start - BEFORE) : attribution.cue.end].split()[-NEAR:]
    return _said(" ".join(before))


@lru_cache(maxsize=4_096)
def _said(words: str) -> Polarity:
    """Whether the last words of a cue negate that anything is said."""
    return polarity(names(hear_alone(words, Span(0, max(1, len(words)))).cues))


def _shades(inside: tuple[Found, ...], cues: frozenset[str]) -> tuple[Modality, ...]:
    added = {shade for shade, kind in CUE_SHADES if kind in cues}
    return tuple(sorted({*modality(names(inside)), *added}, key=str))
