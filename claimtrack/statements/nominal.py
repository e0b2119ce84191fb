"""Attributions by nouns, adjectives and colons: `her claim that ...`, `is confident that ...`, `Quill: "..."`."""

from __future__ import annotations

from claimtrack.statements.edges import Mode, Within
from claimtrack.statements.phrases import Stretch
from claimtrack.statements.scene import NOT_A_SPEAKER, Scene
from claimtrack.statements.tokens import ADJECTIVE, AUXILIARY, FINITE, NOUN, NUMBER, POSSESSIVE, PRONOUN, QUOTE, TO

_OWNERS = frozenset(["his", "her", "their", "its", "my", "our"])
_ABOUT = frozenset(["of", "about", "with", "by", "over", "for", "at", "in", "to"])
_OF = frozenset(["of", "for", "on", "about", "against", "to", "over"])


def adjective_cue(scene: Scene, at: int) -> int | None:
    """`is confident that ...`, `was critical of ...`."""
    if scene.low[at] not in scene.words.nouns["adjective"] or at + 1 >= scene.last:
        return None
    group = scene.phrases.verb_group(at, scene.first)
    if group == at or AUXILIARY not in scene.tag[group:at]:
        return None
    subject = scene.phrases.subject(group, scene.first)
    if subject is None or (subject[1] - subject[0] == 1 and scene.low[subject[0]] in NOT_A_SPEAKER):
        return None
    start, word = at + 1, scene.low[at + 1]
    if word == "that":
        mode = Mode.CLAUSE
    elif scene.tag[start] == TO:
        mode = Mode.INFINITIVE
    elif word in _ABOUT:
        mode, start = Mode.OBJECT, start + 1
    elif scene.tag[start] == PRONOUN and start + 1 < scene.last and scene.tag[start + 1] in FINITE:
        mode = Mode.CLAUSE
    else:
        return None
    if start >= scene.last:
        return None
    within = scene.edges.within(at, group, scene.first)
    return scene.content(subject, (group, at + 1), start, mode, "adjective", scene.low[at], within)


def noun_cue(scene: Scene, at: int) -> int | None:
    """`her claim that ...`, `the board's refusal to ...`, `his criticism of ...`."""
    found = _filled(scene, at)
    if found is None:
        return None
    start, mode = found
    owner = _owner(scene, at)
    if owner is None or start >= scene.last or scene.tag[start] in FINITE:
        return None
    end = scene.edges.end(start, scene.last, mode)
    if mode is Mode.OBJECT:
        end = next((k for k in range(start + 1, end) if scene.tag[k] in FINITE + ","), end)
    scene.emit(owner, (at, at + 1), [(start, end)], "noun", scene.low[at])
    return end


def _filled(scene: Scene, at: int) -> tuple[int, Mode] | None:
    """Where what fills an attributing noun begins, and what it is."""
    if scene.tag[at] not in NOUN + ADJECTIVE or at + 1 >= scene.last:
        return None
    word = scene.low[at]
    single = word.removesuffix("s")
    nouns, after = scene.words.nouns, scene.low[at + 1]
    if after == "that" and not nouns["that"].isdisjoint((word, single)):
        return at + 1, Mode.CLAUSE
    if scene.tag[at + 1] == TO and not nouns["to"].isdisjoint((word, single)):
        return at + 1, Mode.INFINITIVE
    if after in _OF and not nouns["of"].isdisjoint((word, single)):
        return at + 2, Mode.OBJECT
    return None


def _owner(scene: Scene, at: int) -> Stretch | None:
    """Whose noun it is: a possessive before it."""
    before = at - 1
    while before >= scene.first and scene.tag[before] in ADJECTIVE + NOUN + NUMBER:
        before -= 1
    if before < scene.first:
        return None
    if scene.tag[before] == POSSESSIVE:
        return scene.phrases.left(before, scene.first)
    return (before, before + 1) if scene.low[before] in _OWNERS else None


def signature(scene: Scene, at: int) -> int | None:
    """`"..." - Ada Quill` at the end of a line: a quotation that is signed."""
    if at <= scene.first or scene.tag[at - 1] != QUOTE or scene.t.words(at - 1) <= 3 or at - 1 in scene.used:
        return None
    if at + 1 >= scene.last or scene.tag[at + 1] != "M":
        return None
    end = scene.phrases.right(at + 1, scene.last)
    if end - at > 7 or (end < scene.last and scene.tag[end] != ","):
        return None
    scene.emit((at + 1, end), (at, at + 1), [(at - 1, at)], "signed")
    return end


def colon_cue(scene: Scene, at: int) -> int | None:
    """`Quill: "..."`, `The board was clear: "..."`, and in a first line `Board: bridge to close`."""
    if scene.tag[at] != ":" or at + 1 >= scene.last:
        return None
    quoted = scene.tag[at + 1] == QUOTE
    if quoted and (scene.t.words(at + 1) > 3 or (scene.t.words(at + 1) > 1 and scene.t.closing(at + 1) in (".", "?", "!"))):
        if scene.tag[scene.first] == "V" and scene.has("trail", scene.form(scene.first).finite) and scene.first + 1 < at:
            cue = (scene.first, scene.first + 1)
            return scene.content((scene.first + 1, at), cue, at + 1, Mode.CLAUSE, "colon", "", Within.MAIN)
        earlier = [found.source for found in scene.found if found.source and scene.first <= found.source[0] < at]
        source = scene.name_before(at) or (earlier[-1] if earlier else None) or scene.first_subject(at)
        return scene.content(source, (at, at + 1), at + 1, Mode.CLAUSE, "colon", "", Within.MAIN)
    labelled = at <= 2 and scene.low[0] in scene.words.sets["label"]
    if scene.first == 0 and at <= 5 and scene.last - at > 3 and scene.tag[at - 1] in "MN" and not labelled:
        scene.emit((0, at), (at, at + 1), [(at + 1, scene.last)], "colon")
        return scene.last
    return None
