"""Attributions in the passive: `was criticized by the board for ...`, `is expected to ...`, `it was reported that ...`."""

from __future__ import annotations

from claimtrack.model.reading import AttributionKind
from claimtrack.statements.acts import dismisses_people, names_to_post
from claimtrack.statements.cues import QUESTIONS, VerbCue
from claimtrack.statements.edges import Mode
from claimtrack.statements.phrases import Stretch
from claimtrack.statements.scene import Scene
from claimtrack.statements.tokens import CONJUNCTION, PREPOSITION, TO, VERB


def passive(scene: Scene, cue: VerbCue) -> int | None:
    """`was criticized by the board for ...`, `was accused of ...`, `is expected to ...`, `it was reported that ...`."""
    subject, start = cue.subject, cue.at + 1
    if subject is None or start > scene.last:
        return None
    word = scene.low[start] if start < scene.last else ""
    if scene.low[subject[0]] == "it" and word == "that":
        return scene.content(None, cue.span, start, Mode.CLAUSE, "passive", cue.lemma, cue.within)
    if cue.lemma == "ask" and word in {"about", *QUESTIONS}:
        start += word == "about"
        return scene.content(None, (cue.group, start), start, Mode.CLAUSE, "passive", cue.lemma, cue.within)
    agent = _agent(scene, start)
    if agent is not None:
        if not _told(scene, cue.lemma, subject, agent[1]):
            return None
        pieces, end = [subject], agent[1]
        if end < scene.last and (scene.tag[end] in PREPOSITION + TO or scene.low[end] == "as"):
            stop = scene.edges.end(end, scene.last, Mode.OBJECT, cue.within)
            pieces, end = [subject, (end, stop)], stop
        scene.emit(agent, cue.span, pieces, "passive", cue.lemma)
        return end
    return _without_agent(scene, cue, subject, start, word)


def _agent(scene: Scene, start: int) -> Stretch | None:
    """Who did it, after `by`."""
    for at in range(start, min(scene.last, start + 10)):
        if scene.low[at] == "by":
            end = scene.phrases.right(at + 1, scene.last)
            return (at + 1, end) if end > at + 1 else None
        if scene.tag[at] in ",;—" + CONJUNCTION + VERB:
            return None
    return None


def _told(scene: Scene, lemma: str, subject: Stretch, end: int) -> bool:
    """Whether what somebody did was to say, to judge or to ask: not `was found by divers`, `was put up by the board`."""
    if scene.has("object", lemma):
        return not dismisses_people(scene, lemma, subject[0])
    if lemma in scene.words.nouns["light"]:
        return _head(scene, subject) in scene.words.nouns["attitude"]
    if scene.has("clause", lemma) and scene.words.kinds[lemma] is not AttributionKind.THOUGHT:
        return True
    completed = end < scene.last and (scene.tag[end] == TO or scene.low[end] in ("as", "that"))
    return completed and any(scene.has(frame, lemma) for frame in ("clause", "tell", "urge"))


def _head(scene: Scene, phrase: Stretch) -> str:
    """The noun that a subject is about, which stands before what hangs on it: `doubts about the plan`."""
    hung = phrase[0] - 1 > scene.first and scene.tag[phrase[0] - 1] == PREPOSITION
    joint = next((at for at in range(phrase[0] + 1, phrase[1]) if scene.tag[at] == PREPOSITION), phrase[1])
    return scene.low[phrase[0] - 2 if hung else joint - 1]


_JUDGED = frozenset(
    [
        "criticize",
        "fault",
        "blame",
        "praise",
        "attack",
        "charge",
        "mock",
        "deem",
        "cite",
        "view",
        "regard",
        "portray",
        "dub",
        "label",
        "rate",
        "credit",
    ]
)
_HELD = frozenset(
    [
        "expect",
        "believe",
        "report",
        "say",
        "think",
        "project",
        "estimate",
        "predict",
        "know",
        "accuse",
        "describe",
        "call",
        "consider",
        "see",
        "name",
        "suppose",
        "rumor",
    ]
)
_NAMED = frozenset(["call", "name", "consider", "dub", "label"])


def _without_agent(scene: Scene, cue: VerbCue, subject: Stretch, start: int, word: str) -> int | None:
    """A passive that names nobody: what is said is about the subject."""
    if start >= scene.last or scene.tag[start] == ",":
        return None
    judged = cue.lemma in _JUDGED and word in ("for", "with", "as", "over")
    if cue.lemma == "name" and names_to_post(scene, start):
        return None
    held = cue.lemma in _HELD | {"ask", "intend"} and (scene.tag[start] == TO or word in ("as", "of") or cue.lemma in _NAMED)
    if judged or held:
        mode = Mode.OBJECT if cue.lemma in ("accuse", "describe", "call", "name") else Mode.INFINITIVE
        end = scene.edges.end(start, scene.last, mode, cue.within)
        scene.emit(None, cue.span, [subject, (start, end)], "passive", cue.lemma)
        return end
    if scene.has("tell", cue.lemma) and word in ("that", "whether", "how", "to"):
        return scene.content(None, cue.span, start, Mode.CLAUSE, "passive", cue.lemma, cue.within)
    return None
