"""Attributions before what is said: `Quill said that ...`, `vowed to ...`, `criticized the plan`, `, saying ...`."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.statements.acts import expresses, intends, makes_clear, object_, through, urges
from claimtrack.statements.cues import QUESTIONS, VerbCue
from claimtrack.statements.edges import Mode, Within
from claimtrack.statements.grammar import Form
from claimtrack.statements.passive import passive
from claimtrack.statements.phrases import INSIDE, NOMINAL, Stretch
from claimtrack.statements.scene import Scene
from claimtrack.statements.tokens import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    TO,
    VERB,
)

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "’re", "'re"])
_HAVE = frozenset(["has", "have", "had", "having", "’ve", "'ve"])
_OPEN_TO_QUESTION = frozenset(
    [
        "know",
        "say",
        "explain",
        "decide",
        "question",
        "see",
        "understand",
        "learn",
        "doubt",
        "reveal",
        "show",
        "determine",
        "consider",
        "discuss",
        "describe",
    ]
)
_WEAK_GERUNDS = frozenset(
    [
        "find",
        "know",
        "show",
        "determine",
        "prove",
        "mean",
        "see",
        "feel",
        "learn",
        "realize",
        "understand",
        "decide",
        "forget",
        "bet",
        "hear",
        "consider",
        "remember",
        "read",
        "set",
        "report",
        "raise",
        "expect",
    ]
)
_FREE = frozenset(["say", "argue", "claim", "insist", "believe", "think", "suggest", "predict", "warn", "contend", "acknowledge", "note"])
_BARE = _FREE | frozenset(["fear", "report", "announce", "admit", "estimate", "conclude"])
_TIMES = frozenset(
    ["earlier", "late", "early", "last", "this", "next", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
_SENTENCE = 3
_SENSES = frozenset(["see", "read", "hear"])


def verb_cue(scene: Scene, at: int) -> int | None:
    """Read the verb at a place with its content; where that ends, None where it attributes nothing."""
    form = scene.form(at)
    gerund = scene.tag[at] == GERUND
    lemma = form.gerund if gerund else form.finite or form.participle
    if lemma in ("seem", "appear"):
        return _seems(scene, at)
    if lemma not in scene.words.cues and lemma not in scene.words.nouns["light"]:
        return None if gerund else _utters(scene, at)
    cue = _cue(scene, at, form, lemma, gerund)
    if cue is None:
        return None
    if cue.passive:
        return passive(scene, cue)
    if (gerund and lemma in _WEAK_GERUNDS and cue.group == at) or not scene.may_speak(cue.subject) or at + 1 >= scene.last:
        return None
    for frame in FRAMES:
        end = frame(scene, cue)
        if end is not None:
            return end
    return None


def _utters(scene: Scene, at: int) -> int | None:
    """Any verb before a comma or colon and a whole quoted sentence: `she boomed, "..."`."""
    quoted = at + 2
    if quoted >= scene.last or scene.tag[at + 1] not in ",:" or scene.tag[quoted] != QUOTE or scene.t.words(quoted) < _SENTENCE:
        return None
    group = scene.phrases.verb_group(at, scene.first)
    subject = _subject(scene, at, group, gerund=False)
    inner = scene.t.quotations[quoted].inner
    if subject is None or not scene.may_speak(subject) or not scene.t.text[inner.start].isupper():
        return None
    return scene.content(subject, (group, at + 1), quoted, Mode.CLAUSE, "quoted", scene.form(at).lemma, Within.MAIN)


def _cue(scene: Scene, at: int, form: Form, lemma: str, gerund: bool) -> VerbCue | None:
    """The verb with its group and its subject; None for a bare participle."""
    group = scene.phrases.verb_group(at, scene.first)
    helpers = scene.low[group:at]
    be = any(word in _BE for word in helpers) and not gerund
    only_participle = form.participle and not (form.past or form.third or form.base)
    if only_participle and not be and not any(word in _HAVE for word in helpers):
        return None
    passive_ = be and bool(form.participle)
    within = scene.edges.within(at, group, scene.first)
    if gerund and group == at and group > scene.first and scene.tag[group - 1] in NOMINAL:
        within = Within.MODIFIER
    infinitive = group > scene.first and scene.tag[group - 1] == TO
    subject = _subject(scene, at, group, gerund)
    return VerbCue(group, at, lemma, subject, within, infinitive, passive_, gerund)


def _subject(scene: Scene, at: int, group: int, gerund: bool) -> Stretch | None:
    """Whose act the verb is: the phrase before it, or the subject it shares as participle, infinitive or second verb."""
    before = group - 1
    if gerund and group == at:
        if before >= scene.first and scene.tag[before] in NOMINAL + PRONOUN + ")":
            return scene.phrases.subject(group, scene.first)
        return None if scene.low[before:group] == ["without"] else scene.main_subject(at) or _fronted(scene, at)
    if before >= scene.first and scene.tag[before] in TO + CONJUNCTION:
        return scene.main_subject(at)
    found = scene.phrases.subject(group, scene.first)
    if found is None and before >= scene.first and scene.tag[before] == ",":
        return scene.main_subject(at)
    return scene.unused(found) if found else None


def _fronted(scene: Scene, at: int) -> Stretch | None:
    """The subject after the comma that closes an opening participle: `Citing delays, the board ...`."""
    comma = next((k for k in range(at, scene.last) if scene.tag[k] == "," or (scene.tag[k] == QUOTE and scene.t.closing(k) == ",")), -1)
    if comma < 0 or comma + 1 >= scene.last:
        return None
    end = scene.phrases.right(comma + 1, scene.last)
    return (comma + 1, end) if comma + 1 < end < scene.last and scene.tag[end] in FINITE + ADVERB + "," else None


def _seems(scene: Scene, at: int) -> int | None:
    """`The board seems to ...`: a judgement that nobody is named for."""
    group = scene.phrases.verb_group(at, scene.first)
    subject = scene.phrases.subject(group, scene.first)
    start = at + 1
    if subject is None or start >= scene.last or not (scene.tag[start] in TO + ADJECTIVE or scene.low[start] in ("like", "as")):
        return None
    end = scene.edges.end(start, scene.last, Mode.INFINITIVE, scene.edges.within(at, group, scene.first))
    scene.emit(None, (group, at + 1), [subject, (start, end)], "seems", "seem")
    return end


def _says(scene: Scene, cue: VerbCue) -> int | None:
    """`said (that) ...`, `asked whether ...`, `said "..."`, `said on Tuesday that ...`."""
    lemma, start = cue.lemma, cue.at + 1
    saying = scene.has("trail", lemma) or scene.has("quote", lemma)
    if not (saying or scene.has("clause", lemma) or scene.has("whether", lemma)):
        return None
    start = _past_inserted(scene, start)
    later = scene.phrases.adjuncts(start, scene.last)
    if scene.has("clause", lemma):
        for at in dict.fromkeys((start, later, _later_that(scene, start))):
            if at < scene.last and scene.low[at] == "that" and (lemma in _FREE or not _subject_that(scene, at)):
                return scene.content(cue.subject, cue.span, at, Mode.CLAUSE, "that", lemma, cue.within)
    quoted = _quoted(scene, start, later) if saying else None
    if quoted is not None:
        return scene.content(cue.subject, cue.span, quoted, Mode.CLAUSE, "quoted", lemma, cue.within)
    if scene.low[start] in QUESTIONS and (scene.has("whether", lemma) or lemma in _OPEN_TO_QUESTION):
        return scene.content(cue.subject, cue.span, start, Mode.CLAUSE, "whether", lemma, cue.within)
    if scene.has("whether", lemma) or not scene.has("clause", lemma):
        return None
    return _bare_clause(scene, cue, start, later)


def _past_inserted(scene: Scene, start: int) -> int:
    """Past an insertion between commas before `that`: `said, among other things, that ...`."""
    if scene.tag[start] != ",":
        return start
    comma = next((at for at in range(start + 1, min(scene.last, start + 9)) if scene.tag[at] == ","), start)
    return comma + 1 if comma > start and comma + 1 < scene.last and scene.low[comma + 1] == "that" else start


def _subject_that(scene: Scene, at: int) -> bool:
    """Whether `that` is the subject of the verb after it, and opens no clause."""
    quoted = scene.tag[at + 1 : at + 3] == [",", QUOTE]
    return not quoted and at + 1 < scene.last and scene.tag[at + 1] in FINITE + "," and scene.low[at + 1] not in ("being", "having")


def _later_that(scene: Scene, start: int) -> int:
    """A `that` after a time or a place, with no verb and no mark before it; the start itself without one."""
    if scene.tag[start] not in PREPOSITION + ADVERB + NUMBER and scene.low[start] not in _TIMES:
        return start
    for at in range(start + 1, min(scene.last, start + 10)):
        if scene.low[at] == "that":
            return at
        released = scene.tag[at] == VERB and scene.low[at].endswith("ed") and scene.low[at - 1] in scene.words.sets["said_in"]
        if scene.tag[at] in FINITE + QUOTE + ",;:—" and not released:
            return start
    return start


def _quoted(scene: Scene, start: int, later: int) -> int | None:
    """The quotation that a verb of saying leads in, past adjuncts, a comma or a colon."""
    topic = scene.phrases.right(later + 1, scene.last) if later < scene.last and scene.low[later] in ("of", "about") else later
    for at in dict.fromkeys((start, later, topic)):
        if at == topic != later and scene.tag[at : at + 2] != [",", QUOTE]:
            break
        while at < scene.last and scene.tag[at] in ",:":
            at += 1
        if at < scene.last and scene.tag[at] == QUOTE:
            return at
        if at + 1 < scene.last and scene.tag[at] == DETERMINER and scene.tag[at + 1] == QUOTE and scene.t.words(at + 1) > _SENTENCE:
            return at
    return None


def _bare_clause(scene: Scene, cue: VerbCue, start: int, later: int) -> int | None:
    """A clause without `that`: a subject with its finite verb, or for the most common verbs whatever follows."""
    if cue.within is Within.RELATIVE and cue.lemma in _SENSES:
        return None
    for at in dict.fromkeys((start, later)):
        if at < scene.last and _subject_and_verb(scene, at, sensed=cue.lemma in _SENSES):
            return scene.content(cue.subject, cue.span, at, Mode.CLAUSE, "clause", cue.lemma, cue.within)
    kind, word = scene.tag[start], scene.low[start]
    if kind == PRONOUN and word not in scene.words.objects and start + 1 < scene.last:
        return scene.content(cue.subject, cue.span, start, Mode.CLAUSE, "clause", cue.lemma, cue.within)
    if cue.lemma in _BARE and kind in INSIDE + GERUND + ADVERB and _verb_soon(scene, start):
        return scene.content(cue.subject, cue.span, start, Mode.CLAUSE, "clause", cue.lemma, cue.within)
    free = kind in INSIDE + GERUND + ADVERB or word in ("having", "being")
    if cue.lemma in _FREE and free and scene.last - start >= 5:
        return scene.content(cue.subject, cue.span, start, Mode.CLAUSE, "loose clause", cue.lemma, cue.within)
    if cue.lemma == "say" and kind == PREPOSITION and later < scene.last and scene.phrases.finite(later, scene.last):
        return scene.content(cue.subject, cue.span, later, Mode.CLAUSE, "loose clause", cue.lemma, cue.within)
    return None


def _subject_and_verb(scene: Scene, at: int, *, sensed: bool) -> bool:
    """Whether a noun phrase, with what hangs on it, and a finite verb begin at a place; what was sensed may have an infinitive."""
    tag = scene.tag
    if tag[at] not in INSIDE + QUOTE + PRONOUN:
        return False
    end = scene.phrases.right(at, scene.last)
    if end == at:
        return False
    for _ in range(3):
        if end < scene.last and tag[end] == PREPOSITION and (farther := scene.phrases.right(end + 1, scene.last)) > end + 1:
            end = farther
    listed = set(tag[at:end]) == {NAME} and scene.low[at] not in scene.words.sets["day"]
    while listed and tag[end : end + 2] == [",", NAME] and (farther := scene.phrases.right(end + 1, scene.last)) > end + 1:
        end = farther
    while end < scene.last and tag[end] == ADVERB:
        end += 1
    if end >= scene.last:
        return False
    if tag[end] == QUOTE and scene.t.words(end) > 1:
        return True
    read = scene.form(end)
    if scene.low[end + 1 : end + 2] == ["by"] and (read.participle or scene.low[end].endswith("ed")):
        return False  # `saw three workers dismissed by the firm`, which has no verb of its own
    if sensed and read.base and not read.past:
        return False  # `saw orders for lamps fall`
    relative = scene.low[end] in ("who", "and") and scene.phrases.finite(end, min(scene.last, end + 12))
    return tag[end] in FINITE + POSSESSIVE or relative


def _verb_soon(scene: Scene, start: int) -> bool:
    """Whether an auxiliary follows before any mark or joint."""
    for at in range(start, min(scene.last, start + 14)):
        if scene.tag[at] == AUXILIARY:
            return True
        if scene.tag[at] in ",;—" or scene.low[at] in ("and", "but", "who", "which", "when", "as"):
            return False
    return False


def _within_relative(scene: Scene, cue: VerbCue) -> int | None:
    """`which she said was ...`, `a probe the board said would ...`: what is said is told of the word before the speaker."""
    start, subject = cue.at + 1, cue.subject
    if subject is None or cue.lemma not in _FREE or scene.tag[start] not in FINITE or subject[0] - 1 < scene.first:
        return None
    before = subject[0] - 1
    if scene.low[before] in ("which", "what", "that", "who"):
        about = (before, before + 1)
    else:
        about = scene.phrases.left(subject[0], scene.first) or (0, 0)
        if about[0] <= scene.first or scene.tag[about[0] - 1] not in ",—" or scene.tag[about[0]] != DETERMINER:
            return None
    end = scene.edges.end(start, scene.last, Mode.CLAUSE, Within.RELATIVE)
    scene.emit(subject, cue.span, [about, (start, end)], "relative", cue.lemma)
    return max(end, start + 1)


def _shows(scene: Scene, cue: VerbCue) -> int | None:
    """A document as subject: `the survey shows wide support`."""
    start = cue.at + 1
    if cue.subject is None or not scene.has("evidence", cue.lemma) or scene.tag[start] not in INSIDE + QUOTE + ADVERB:
        return None
    documents = scene.words.nouns["document"]
    subject = scene.low[cue.subject[0] : cue.subject[1]]
    near = scene.low[max(scene.first, cue.group - 12) : cue.group]
    if not documents.intersection(subject) and not (subject[0] in ("which", "that", "it") and documents.intersection(near)):
        return None
    return scene.content(cue.subject, cue.span, start, Mode.CLAUSE, "evidence", cue.lemma, cue.within)


def _tells(scene: Scene, cue: VerbCue) -> int | None:
    """`told reporters that ...`, `assured them "..."`."""
    if not scene.has("tell", cue.lemma):
        return None
    heard = scene.phrases.addressee(cue.at + 1, scene.last)
    at = scene.phrases.adjuncts(heard, scene.last)
    if heard == cue.at + 1 or at >= scene.last:
        return None
    if scene.tag[at] in ",:" and at + 1 < scene.last and scene.tag[at + 1] == QUOTE:
        at += 1
    led = scene.low[at] == "that" or scene.tag[at] == QUOTE or scene.low[at] in ("whether", "if", "how", "why", "what")
    loose = cue.lemma not in ("ask", "caution", "advise") and scene.tag[at] in INSIDE + PRONOUN and scene.phrases.finite(at, scene.last)
    return scene.content(cue.subject, cue.span, at, Mode.CLAUSE, "tell", cue.lemma, cue.within) if led or loose else None


Frame = Callable[[Scene, VerbCue], int | None]
FRAMES: tuple[Frame, ...] = (_within_relative, _says, _shows, _tells, intends, urges, through, expresses, makes_clear, object_)
"""The frames of a verb before its content, the first that fits wins."""
