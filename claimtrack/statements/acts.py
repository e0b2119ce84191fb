"""Attributions of acts and attitudes: `vowed to ...`, `urged them to ...`, `called for ...`, `criticized the plan`."""

from __future__ import annotations

from claimtrack.statements.cues import VerbCue
from claimtrack.statements.edges import Mode
from claimtrack.statements.phrases import INSIDE
from claimtrack.statements.scene import Scene
from claimtrack.statements.tokens import ADVERB, GERUND, NAME, NOUN, NUMBER, PREPOSITION, PRONOUN, QUOTE, TO

_ONLY_AS = frozenset(["see", "view", "regard", "treat", "cast"])
_PARTICLES = frozenset(["out", "back", "in", "forward", "down"])
_CLEAR = frozenset(["clear", "plain", "known", "explicit"])
_NEAR = 7
_FIRST_OF_OBJECT = INSIDE + QUOTE + GERUND + ADVERB


def intends(scene: Scene, cue: VerbCue) -> int | None:
    """`vowed to ...`, `has repeatedly refused to ...`."""
    if not scene.has("inf", cue.lemma):
        return None
    at = cue.at + 1
    if scene.tag[at] not in TO + PREPOSITION:
        farther = scene.phrases.adjuncts(at, scene.last)
        at = farther if farther - at <= 4 and farther < scene.last else at
    if scene.tag[at] != TO:
        return None
    return scene.content(cue.subject, cue.span, at, Mode.INFINITIVE, "infinitive", cue.lemma, cue.within)


def urges(scene: Scene, cue: VerbCue) -> int | None:
    """`urged the council to ...`, `told them not to ...`."""
    if not scene.has("urge", cue.lemma):
        return None
    start = cue.at + 1
    moved = scene.phrases.addressee(start, scene.last)
    if moved == start or moved >= scene.last:
        return None
    if scene.tag[moved] == TO:
        return scene.content(cue.subject, cue.span, start, Mode.INFINITIVE, "urge", cue.lemma, cue.within)
    if scene.low[moved] == "not" and moved + 1 < scene.last and scene.tag[moved + 1] == TO:
        return scene.content(cue.subject, cue.span, moved, Mode.INFINITIVE, "urge", cue.lemma, cue.within)
    return None


def through(scene: Scene, cue: VerbCue) -> int | None:
    """`called for a truce`, `warned of delays`, `pointed out that ...`."""
    taken = scene.words.prepositions.get(cue.lemma)
    at = cue.at + 1
    if taken and at + 1 < scene.last and scene.tag[at] == ADVERB and scene.low[at] not in taken and scene.low[at + 1] in taken:
        at += 1
    if not taken or scene.low[at] not in taken:
        return None
    start = at + 1
    if start < scene.last and scene.low[at] in _PARTICLES and scene.tag[start] in PREPOSITION + TO:
        start += 1
    if start >= scene.last or not (scene.tag[start] in INSIDE + QUOTE + GERUND + PRONOUN or scene.tag[start] == "S"):
        return None
    mode = Mode.CLAUSE if scene.low[start] == "that" else Mode.OBJECT
    return scene.content(cue.subject, (cue.group, start), start, mode, "preposition", cue.lemma, cue.within)


def expresses(scene: Scene, cue: VerbCue) -> int | None:
    """`expressed concern about ...`, `made the case that ...`."""
    if cue.lemma not in scene.words.nouns["light"]:
        return None
    attitudes = scene.words.nouns["attitude"]
    at = cue.at + 1
    while at < scene.last and scene.tag[at] in "DARN#'" and at - cue.at <= 6 and scene.low[at] not in attitudes:
        at += 1
    if at + 2 >= scene.last or scene.low[at] not in attitudes:
        return None
    link = at + 1
    if scene.low[link] == "that":
        return scene.content(cue.subject, (cue.group, link), link, Mode.CLAUSE, "expressed", cue.lemma, cue.within)
    if scene.tag[link] == TO and scene.form(link + 1).base:
        return scene.content(cue.subject, (cue.group, link), link, Mode.INFINITIVE, "expressed", cue.lemma, cue.within)
    if scene.tag[link] not in PREPOSITION + TO:
        return None
    return scene.content(cue.subject, (cue.group, link + 1), link + 1, Mode.OBJECT, "expressed", cue.lemma, cue.within)


def makes_clear(scene: Scene, cue: VerbCue) -> int | None:
    """`made (it) clear that ...`, `has made plain to the board that ...`."""
    at = cue.at + 1
    at += scene.low[at] == "it"
    if cue.lemma != "make" or at + 1 >= scene.last or scene.low[at] not in _CLEAR:
        return None
    that = at + 1
    if scene.tag[that] == TO:
        that = scene.phrases.addressee(that + 1, scene.last)
    if that >= scene.last or scene.low[that] != "that":
        return None
    return scene.content(cue.subject, (cue.group, at + 1), that, Mode.CLAUSE, "that", cue.lemma, cue.within)


def object_(scene: Scene, cue: VerbCue) -> int | None:
    """`criticized the plan`, `called it a failure`."""
    lemma, subject = cue.lemma, cue.subject
    pledged = scene.has("sum", lemma) and scene.tag[cue.at + 1] == NUMBER
    if not (scene.has("object", lemma) or pledged) or subject is None:
        return None
    alone = subject[1] - subject[0] == 1 and scene.low[subject[0]] in ("who", "that")
    nonrestrictive = scene.low[subject[0]] == "who" and subject[0] > scene.first and scene.tag[subject[0] - 1] == ","
    if (alone and not nonrestrictive) or (cue.infinitive and scene.tag[subject[1] - 1] != NAME):
        return None
    at = cue.at + 1
    while at < scene.last and scene.tag[at] == ADVERB and scene.low[at].endswith("ly"):
        at += 1
    if at >= scene.last or (lemma in _ONLY_AS and "as" not in scene.low[at : at + 12]):
        return None
    pronoun = scene.low[at] in scene.words.sets["object_pronoun"] or scene.low[at] in ("one", "what", "how")
    pronoun = pronoun or (scene.low[at] == "that" and scene.tag[at + 1 : at + 2] == [NOUN] and not scene.has("clause", lemma))
    if (scene.tag[at] not in _FIRST_OF_OBJECT and not pronoun) or dismisses_people(scene, lemma, at):
        return None
    return scene.content(subject, cue.span, at, Mode.OBJECT, "object", lemma, cue.within)


def dismisses_people(scene: Scene, lemma: str, at: int) -> bool:
    """Whether those are dismissed who work for somebody, which is no word about them: `dismissed 40 of the workers`."""
    return lemma == "dismiss" and _first_noun(scene, at) in scene.words.sets["employed"]


def names_to_post(scene: Scene, at: int) -> bool:
    """Whether somebody is named to a post, which is no word about him: `was named head of the mill`, `as its new director`."""
    return _first_noun(scene, at + (scene.low[at] == "as")) in scene.words.sets["post"]


def _first_noun(scene: Scene, at: int) -> str:
    """The last noun of the first run of them, numbers and what they count of left out; empty where none stands near."""
    for place in range(at, min(scene.last, at + _NEAR)):
        ends = place + 1 >= scene.last or scene.tag[place + 1] not in NOUN + NAME
        if scene.tag[place] in NOUN + NAME and ends and scene.low[place] != "total":
            return scene.low[place]
        if scene.tag[place] not in INSIDE and scene.low[place] != "of":
            return ""
    return ""
