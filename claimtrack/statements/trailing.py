"""Attributions after or inside what is said: `"...," she said`, `..., the board said, ...`, `"...," said Quill`, `according to`."""

from __future__ import annotations

import attrs

from claimtrack.model.reading import QuotationKind
from claimtrack.statements.edges import Mode
from claimtrack.statements.phrases import Stretch
from claimtrack.statements.scene import Scene
from claimtrack.statements.tokens import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SUBORDINATOR,
    VERB,
)

_OPENERS = frozenset(["after", "before", "when", "while", "since", "as", "asked", "if", "although", "though"])
_CONNECTIVES = frozenset(
    [
        "still",
        "meanwhile",
        "instead",
        "but",
        "and",
        "yet",
        "so",
        "however",
        "also",
        "then",
        "now",
        "plus",
        "first",
        "second",
        "third",
        "finally",
    ]
)
_RELATIVES = frozenset(["who", "which", "that", "what"])
_AFTER_QUOTE = frozenset(["when", "as", "while", "after", "before", "in", "with", "because", "about", "if"])
_CLAUSE_FIRST = frozenset(["what", "how", "whether", "why", "that", "where", "if"])
_LONG_QUOTE = 3
_LONG_CLAUSE = 9
_HEARINGS = frozenset(["court", "inquiry", "jury", "tribunal", "committee", "hearing", "panel", "inquest", "commission", "trial"])
_LONGEST_ASIDE = 40
TITLE = QuotationKind.TITLE


@attrs.frozen
class _Said:
    """A speaker and a cue beside what is said: where that ends, and where the cue with its adjuncts ends."""

    source: Stretch | None
    cue: Stretch
    said_to: int
    end: int
    lemma: str
    inverted: bool


def trailing(scene: Scene) -> int | None:
    """Read a sentence for a trailing or inserted cue; where its attribution ends, None without one."""
    for at in range(scene.first, scene.last):
        if scene.tag[at] not in VERB + NOUN:
            continue
        lemma = scene.form(at).finite
        if not (
            _reported(scene, at, lemma)
            or scene.has("trail", lemma)
            or (scene.tag[at] == VERB and lemma and _quote_with_comma(scene, at - 1))
        ):
            if said := _uttered(scene, at, lemma):
                return _note(scene, said)
            continue
        verb = scene.tag[at] == VERB or _closes_as_verb(scene, at) or _reported(scene, at, lemma)
        said = _subject_first(scene, at, lemma) if verb else None
        said = said or _verb_first(scene, at, lemma)
        if said:
            return _note(scene, said)
    return None


def _reported(scene: Scene, at: int, lemma: str) -> bool:
    """Whether a verb trails with such a subject only: `a study finds`, `the court heard`, `the Courier has learned`."""
    before = scene.low[at - 1] if at > scene.first else ""
    verb = scene.tag[at] == VERB or at + 1 >= scene.last
    shown = scene.has("evidence", lemma) and verb and _texts(scene, at)
    closes = lemma == "find" and at + 1 >= scene.last and at > scene.first and scene.tag[at - 1] == NAME
    return shown or closes or (lemma == "hear" and before in _HEARINGS) or (lemma == "learn" and before in ("has", "have"))


def _texts(scene: Scene, at: int) -> bool:
    """Whether the subject of a verb is a text or figures."""
    source = scene.phrases.subject(scene.phrases.verb_group(at, scene.first), scene.first)
    return source is not None and not scene.words.nouns["document"].isdisjoint(scene.low[source[0] : source[1]])


def _uttered(scene: Scene, at: int, lemma: str) -> _Said | None:
    """Any verb right after a quoted sentence that ends in a comma and its speaker: `"...," the envoy shot back`."""
    if scene.tag[at] != VERB:
        return None
    group = scene.phrases.verb_group(at, scene.first)
    source = scene.phrases.subject(group, scene.first)
    if source is None or scene.low[source[0]] in _RELATIVES or not scene.may_speak(source):
        return None
    quoted = source[0] - 1
    if not _quote_with_comma(scene, quoted) or scene.t.words(quoted) <= _LONG_QUOTE or scene.t.quotations[quoted].kind is TITLE:
        return None
    return _Said(source, (group, at + 1), quoted + 1, _after_cue(scene, at, lemma), lemma, inverted=False)


def _closes_as_verb(scene: Scene, at: int) -> bool:
    """Whether what looks like a noun in -s closes the sentence as a verb: `"...," a notice on the door states`."""
    ended = at + 1 >= scene.last or scene.tag[at + 1] in ",;—"
    return ended and bool(scene.form(at).third) and any(_quote_with_comma(scene, k) for k in range(scene.first, at))


def _quote_with_comma(scene: Scene, at: int) -> bool:
    return at >= scene.first and scene.tag[at] == QUOTE and scene.t.closing(at) == ","


def _subject_first(scene: Scene, at: int, lemma: str) -> _Said | None:
    """`..., she said`: a comma or a quotation, the subject, the verb, and then an end or another mark."""
    tag, low = scene.tag, scene.low
    group = scene.phrases.verb_group(at, scene.first)
    source = scene.phrases.subject(group, scene.first)
    if scene.tag[group - 1] == "," and (named := _named_after_quotation(scene, group - 1)):
        source = named
    if source is None or not scene.may_speak(source) or low[source[0]] in _RELATIVES:
        return None
    passive = any(low[k] in ("is", "was", "are", "were", "been") for k in range(group, at)) and bool(scene.form(at).participle)
    nobody = passive and low[source[0]] == "it"
    if passive and not nobody:
        return None
    before = source[0] - 1
    if before < scene.first or tag[before] not in ",?!—" + QUOTE:
        return None
    quoted = tag[before] == QUOTE or (tag[before] == "," and before > scene.first and tag[before - 1] == QUOTE)
    end = _after_cue(scene, at, lemma)
    if not _closed(scene, before, end, quoted, lemma):
        return None
    inserted = tag[before] == "," and before > scene.first and end < scene.last and tag[end] == "," and _may_insert(scene, end)
    if not (quoted or clausal(scene, scene.first, before) or inserted or _all_said(scene, before, end)):
        return None
    return _Said(None if nobody else source, (group, at + 1), before + 1 if tag[before] == QUOTE else before, end, lemma, inverted=False)


def _named_after_quotation(scene: Scene, comma: int) -> Stretch | None:
    """The name right after a quotation with all that is put beside it up to a comma: `"...," Ada Quill, of Norvale, the mayor,`."""
    for at in range(comma - 1, max(scene.first, comma - _LONGEST_ASIDE) - 1, -1):
        if scene.tag[at] == QUOTE:
            end = scene.phrases.right(at + 1, comma) if _quote_with_comma(scene, at) else at + 1
            named = scene.tag[at + 1 : end].count(NAME) > 0 and end <= comma and scene.tag[end] == ","
            return (at + 1, comma) if named else None
        if scene.tag[at] == ";" or scene.low[at] in scene.words.frames["trail"]:
            return None
    return None


def _all_said(scene: Scene, before: int, end: int) -> bool:
    """Whether the cue ends a sentence that begins like a clause, though its verb was not told from a noun."""
    opens = scene.tag[scene.first] in DETERMINER + PRONOUN + NAME and scene.low[scene.first] not in ("this", "that", "each", "every")
    return end >= scene.last and before - scene.first >= (_LONG_QUOTE if opens else _LONG_CLAUSE)


def _after_cue(scene: Scene, at: int, lemma: str) -> int:
    """Past the adjuncts of a cue, the one spoken to and `of` with its phrase."""
    end = at + 1
    if scene.has("tell", lemma):
        end = scene.phrases.addressee(end, scene.last)
    end = scene.phrases.adjuncts(end, scene.last)
    if end < scene.last and scene.low[end] in ("of", "about"):
        farther = scene.phrases.right(end + 1, scene.last)
        end = scene.phrases.adjuncts(farther, scene.last) if farther > end + 1 else end
    return end


def _closed(scene: Scene, before: int, end: int, quoted: bool, lemma: str) -> bool:
    """Whether the cue is closed off: the sentence ends, or a mark, a quotation or a participle follows that it may have."""
    tag, low = scene.tag, scene.low
    if tag[before] == QUOTE and scene.t.closing(before) in (",", "?", "!", "—") and lemma != "ask":
        return True
    if end >= scene.last:
        return True
    after = tag[end]
    if not quoted:
        if after in QUOTE + ":":
            return False
        followed = after == "," and end + 1 < scene.last and tag[end + 1] == QUOTE
        asked = followed and low[scene.first] in ("asked", "when")
        if asked or ((followed or after == GERUND) and not clausal(scene, scene.first, before)):
            return False
    return after in ",;—:" + QUOTE + GERUND or low[end] in _AFTER_QUOTE or (low[end] == "and" and tag[before] == QUOTE)


def clausal(scene: Scene, first: int, end: int) -> bool:
    """Whether a stretch looks like a whole clause and not like an introductory phrase alone."""
    tag, low = scene.tag, scene.low
    if end - first < _LONG_QUOTE:
        return False
    at = first
    while at < end and tag[at] in CONJUNCTION + ADVERB + ",":
        at += 1
    if at < end and (tag[at] in SUBORDINATOR + PREPOSITION + GERUND or low[at] in ("as", "asked", "when", "after")):
        comma = next((k for k in range(at, end) if tag[k] == ","), end)
        if comma < end - 2:
            return clausal(scene, comma + 1, end)
        nominal = tag[at] in GERUND + PREPOSITION or low[at] in _CLAUSE_FIRST or low[at : at + 2] == ["because", "of"]
        return nominal and end - at > 4 and scene.phrases.finite(at + 1, end)
    return scene.phrases.finite(at, end)


def _may_insert(scene: Scene, end: int) -> bool:
    """Whether `X, she said, Y` goes on with the clause that X began."""
    if scene.low[scene.first] in _OPENERS or scene.tag[scene.first] == GERUND:
        asked = "asked" in scene.low[scene.first : scene.first + 3]
        led = scene.tag[end + 1 : end + 2] == [GERUND] and scene.phrases.finite(end + 2, scene.last)
        return not asked and end + 2 < scene.last and (led or scene.phrases.clause(end + 1, scene.last))
    return end + 1 < scene.last and scene.tag[end + 1] != GERUND and scene.low[end + 1] not in _RELATIVES


def _verb_first(scene: Scene, at: int, lemma: str) -> _Said | None:
    """`"...," said Quill`: a quotation or a comma, the verb, and the speaker after it."""
    tag, low = scene.tag, scene.low
    if at <= scene.first or tag[at - 1] not in QUOTE + ",?!" or at + 1 >= scene.last or lemma == "tell":
        return None
    if low[at + 1] in scene.words.objects:
        return None
    speaker = scene.phrases.right(at + 1, scene.last)
    if speaker == at + 1:
        return None
    quoted = tag[at - 1] == QUOTE or (at - 2 >= scene.first and tag[at - 2] == QUOTE)
    end = scene.phrases.adjuncts(speaker, scene.last)
    ended = end >= scene.last or tag[end] in ",(—" or low[end] == "who"
    if not quoted and not (ended and clausal(scene, scene.first, at - 1) and not _described(scene, at - 1)):
        return None
    said_to = at if tag[at - 1] == QUOTE else at - 1
    return _Said((at + 1, speaker), (at, at + 1), said_to, end, lemma, inverted=True)


def _described(scene: Scene, end: int) -> bool:
    """Whether up to a comma there is somebody with who that is, and no more: `Ada Quill, who is the mayor, said the plan ...`."""
    comma = next((at for at in range(scene.first, end) if scene.tag[at] == ","), end)
    beside = scene.low[comma + 1 : comma + 2] == ["who"] and "," not in scene.tag[comma + 1 : end]
    return beside and not scene.phrases.finite(scene.first, comma)


def _note(scene: Scene, said: _Said) -> int:
    """Note the attribution with the piece before the cue and, where the speaker goes on, the piece after it."""
    start = _start_of_said(scene, said.said_to)
    pieces = [(start, said.said_to)]
    after = _goes_on(scene, said, start)
    if after is not None:
        if all(scene.low[at] in _CONNECTIVES or scene.tag[at] == "," for at in range(scene.first, said.said_to)):
            pieces = []
        pieces.append((after, scene.edges.end(after, scene.last, Mode.CLAUSE)))
    scene.emit(said.source, said.cue, pieces, "trailing", said.lemma)
    return scene.last if after is not None else said.end


def _start_of_said(scene: Scene, end: int) -> int:
    """Where what is said begins; a quotation with a capital after an introduction stands alone."""
    start = scene.clause_start(end)
    at = end - 1 if scene.tag[end - 1] == QUOTE else end - 2
    if at > start and scene.tag[at] == QUOTE and scene.tag[at - 1] == "—" and scene.t.words(at) > _LONG_QUOTE:
        return at
    if at > start and scene.tag[at] == QUOTE and scene.tag[at - 1] in ",:" and scene.t.words(at) > _LONG_QUOTE:
        inner = scene.t.quotations[at].inner
        if scene.t.text[inner.start].isupper():
            return at
    return start


def _goes_on(scene: Scene, said: _Said, start: int) -> int | None:
    """Where the speaker goes on after the cue, None where not."""
    tag, low = scene.tag, scene.low
    at = said.end
    if at >= scene.last:
        return None
    if tag[at] == QUOTE:
        return at if scene.t.words(at) > 4 else None
    if tag[at] not in ",—:":
        return None
    at += 1
    while at < scene.last and tag[at] == ",":
        at += 1
    if at >= scene.last:
        return None
    if tag[at] == QUOTE:
        return at
    if tag[at] == CONJUNCTION and at + 1 < scene.last and tag[at + 1] == QUOTE:
        return at + 1
    quoted = tag[said.said_to - 1] == QUOTE
    if not quoted and not said.inverted:
        whole = scene.phrases.finite(start, said.said_to)
        if not whole and low[at] not in ("who", "which") and tag[at] != GERUND:
            return at
        second = tag[at + 1] if at + 1 < scene.last else ""
        if tag[at] in FINITE or (tag[at] == ADVERB and second and second in FINITE) or low[at] in _JOINS:
            return at
    return _later_quote(scene, at) if quoted else None


_BESIDE = frozenset(["", "refer", "point"])
"""Participles after `she said,` that attribute nothing themselves: `pausing`, `referring to the toll`."""
_JOINS = frozenset(["but", "and", "because", "if", "so", "that", "unless", "or"])


def _later_quote(scene: Scene, start: int) -> int | None:
    """A quotation after an aside on the speaker: `"A," said Quill, a lawyer from Norvale, "B."`."""
    said = scene.words.frames["trail"]
    for at in range(start, scene.last):
        beside = at == start and scene.form(at).gerund in _BESIDE
        if (scene.tag[at] == GERUND and not beside) or (scene.tag[at] == VERB and scene.form(at).finite in said):
            return None
        if scene.tag[at] == QUOTE and scene.tag[at - 1] in ",:" and scene.t.words(at) > _LONG_QUOTE:
            return at
    return None
