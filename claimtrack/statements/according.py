"""Attributions without a verb of their own or in an aside: `according to`, `As Quill noted`, `Asked whether ...,`."""

from __future__ import annotations

from claimtrack.statements.cues import QUESTIONS
from claimtrack.statements.edges import Mode, Within
from claimtrack.statements.phrases import INSIDE, Stretch
from claimtrack.statements.scene import Scene
from claimtrack.statements.tokens import ADVERB, DETERMINER, FINITE, GERUND, QUOTE, VERB

_LONG_QUOTE = 3


def asked_first(scene: Scene) -> int | None:
    """`Asked whether the bridge was safe, Quill said ...`: the question, from nobody or from whom `by` names; where it ends."""
    at = scene.first + (scene.low[scene.first] == "when")
    if at + 3 >= scene.last or scene.low[at] != "asked":
        return None
    start, source = at + 1, None
    if scene.low[start] == "by":
        start = scene.phrases.right(at + 2, scene.last)
        source = (at + 2, start)
    start = scene.phrases.adjuncts(start, scene.last) if scene.low[start] not in QUESTIONS | {"about"} else start
    if start + 1 >= scene.last or scene.low[start] not in QUESTIONS | {"about"}:
        return None
    about = scene.low[start] == "about"
    first = start + about
    end = scene.edges.end(first, scene.last, Mode.OBJECT if about else Mode.CLAUSE, Within.SUBORDINATE)
    if end >= scene.last:
        return None
    scene.emit(source, (at, start + about), [(first, end)], "asked", "ask")
    return end


def according(scene: Scene) -> bool:
    """Read `according to` at the beginning, in the middle or at the end of a sentence."""
    tag, low = scene.tag, scene.low
    for at in range(scene.first, scene.last - 2):
        if low[at] == "according" and low[at + 1] == "to" and not (at - 1 > scene.first and low[at - 1] == "that"):
            source_end = at + 2
            while source_end < scene.last and not (
                tag[source_end] in ",;—" or (tag[source_end] == QUOTE and scene.t.words(source_end) > 4)
            ):
                source_end += 1
            after = at - scene.first >= 2 or (at > scene.first and tag[at - 1] == QUOTE)
            if after and _named_after(scene, source_end):
                source_end = scene.last
            source, cue = (at + 2, source_end), (at, at + 2)
            if after:
                return _according_after(scene, source, cue)
            return source_end < scene.last and _according_first(scene, source, cue)
    return False


def _named_after(scene: Scene, comma: int) -> bool:
    """Whether a name in apposition ends the sentence: `according to the envoy, Ada Quill`."""
    rest = range(comma + 1, scene.last)
    return 0 < len(rest) <= 8 and scene.tag[comma] == "," and all(scene.tag[at] in INSIDE + "." for at in rest)


def _according_after(scene: Scene, source: Stretch, cue: Stretch) -> bool:
    """`..., according to the survey` and `The bridge, according to the survey, ...`."""
    at, end = cue[0], source[1]
    goes_on = end < scene.last - 2 and scene.tag[end] == "," and scene.tag[end + 1] in FINITE
    whole = not goes_on and (end >= scene.last - 1 or scene.tag[end] != "," or scene.phrases.finite(scene.first, at) or _aside(scene, end))
    pieces = [(scene.clause_start(at), at)] if whole else [(scene.first, at), (end + 1, scene.last)]
    scene.emit(source, cue, pieces, "according")
    return True


def _aside(scene: Scene, comma: int) -> bool:
    """Whether all that follows a comma is beside the source: `, who is a baker in Norvale`, `, a baker in Norvale`."""
    return scene.low[comma + 1] == "who" or not scene.phrases.finite(comma + 1, scene.last)


def _according_first(scene: Scene, source: Stretch, cue: Stretch) -> bool:
    """`According to the survey, ...`; an aside on the source is stepped over."""
    tag = scene.tag
    start = source[1] + (tag[source[1]] == ",")
    comma = next((k for k in range(start, scene.last) if scene.tag[k] == ","), scene.last)
    aside = comma < scene.last - 3 and not scene.phrases.finite(start, comma)
    if aside and scene.tag[start] == DETERMINER and scene.low[start] in ("a", "an", "the"):
        start = comma + 1
    end = scene.edges.end(start, scene.last, Mode.CLAUSE)
    if start + 1 < end and tag[start] == QUOTE and tag[start + 1] in GERUND + ADVERB and scene.t.words(start) > _LONG_QUOTE:
        end = start + 1
    scene.emit(source, cue, [(start, end)], "according")
    return True


def as_noted(scene: Scene, at: int) -> int | None:
    """`As Quill noted, ...` and `..., as Quill put it`."""
    tag, low = scene.tag, scene.low
    if low[at] != "as" or not (at == scene.first or tag[at - 1] in ",C" + QUOTE):
        return None
    by = _as_reported_by(scene, at)
    if by is not None:
        return by
    speaker = scene.phrases.right(at + 1, scene.last)
    verb = _past_aside(scene, speaker)
    if speaker == at + 1 or verb >= scene.last or tag[verb] != VERB:
        return None
    lemma = scene.form(verb).lemma
    if not (scene.has("clause", lemma) or lemma in ("put", "point", "show")):
        return None
    end = verb + 1
    if end < scene.last and ((lemma == "point" and low[end] == "out") or (lemma in ("put", "see", "tell") and tag[end] == "P")):
        end += 1
    end = scene.phrases.adjuncts(end, scene.last)
    if end < scene.last and tag[end] not in ",;—":
        return None
    source, cue = (at + 1, speaker), (verb, verb + 1)
    if at - scene.first <= 1 or (end < scene.last and not scene.phrases.finite(scene.first, at)):
        if end + 2 >= scene.last and not (end + 1 < scene.last and tag[end + 1] == QUOTE):
            return None
        stop = scene.edges.end(end + 1, scene.last, Mode.CLAUSE)
        scene.emit(source, cue, [(end + 1, stop)], "as", lemma)
        return stop
    if tag[end : scene.last] == [",", QUOTE]:
        scene.emit(source, cue, [(end + 1, end + 2)], "as", lemma)
        return scene.last
    before = (scene.clause_start(at), at)
    if any(place in scene.used for place in range(*before)):
        return None
    scene.emit(source, cue, [before], "as", lemma)
    return end


def _as_reported_by(scene: Scene, at: int) -> int | None:
    """`As reported by the Gazette, ...` and `..., as reported by the Gazette`."""
    if at + 3 >= scene.last or scene.low[at + 2] != "by" or not scene.has("clause", scene.form(at + 1).participle):
        return None
    end = scene.phrases.right(at + 3, scene.last)
    if end == at + 3:
        return None
    source, cue, lemma = (at + 3, end), (at, at + 3), scene.form(at + 1).participle
    if end + 1 < scene.last and scene.tag[end] == ",":
        stop = scene.edges.end(end + 1, scene.last, Mode.CLAUSE)
        scene.emit(source, cue, [(end + 1, stop)], "as", lemma)
        return stop
    scene.emit(source, cue, [(scene.clause_start(at), at)], "as", lemma)
    return end


def _past_aside(scene: Scene, at: int) -> int:
    """Past an apposition and the auxiliaries to the verb."""
    if at < scene.last and scene.tag[at] == ",":
        closing = next((k for k in range(at + 1, min(scene.last, at + 16)) if scene.tag[k] == ","), -1)
        at = closing + 1 if closing > 0 else at
    while at < scene.last and scene.tag[at] in "XR":
        at += 1
    return at
