"""The words that reading goes by: closed classes, attributing verbs with their frames, and the forms they come in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import attrs

from claimtrack.model.reading import AttributionKind


@attrs.frozen
class Form:
    """What a form can be: for each of base, -s, past, participle and -ing, the lemma it belongs to."""

    base: str = ""
    third: str = ""
    past: str = ""
    participle: str = ""
    gerund: str = ""

    @property
    def finite(self) -> str:
        """The lemma of the form as past or third person, else as base form."""
        return self.past or self.third or self.base

    @property
    def lemma(self) -> str:
        """The lemma, whatever the form."""
        return self.past or self.third or self.base or self.participle or self.gerund


@attrs.frozen
class Grammar:
    """All word classes.

    Attributes:
        sets: the closed classes by name.
        frames: for each frame, the lemmas that have it.
        prepositions: for each verb that attributes through prepositions, these.
        kinds: for each attributing lemma, the kind of act.
        forms: what each verb form can be.
        nouns: the classes of attributing nouns and adjectives.
    """

    sets: Mapping[str, frozenset[str]]
    frames: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, frozenset[str]]
    kinds: Mapping[str, AttributionKind]
    forms: Mapping[str, Form]
    nouns: Mapping[str, frozenset[str]]
    cues: frozenset[str]
    gerunds: frozenset[str]

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Days and months."""
        return self.sets["day"] | self.sets["month"]

    @cached_property
    def dates(self) -> frozenset[str]:
        """Days, months and words for stretches of time."""
        return self.calendar | self.sets["time_noun"]

    @cached_property
    def periods(self) -> frozenset[str]:
        """Months and words for stretches of time."""
        return self.sets["month"] | self.sets["time_noun"]

    @cached_property
    def objects(self) -> frozenset[str]:
        """Pronouns that are no subjects: her, them, but not it and you."""
        return self.sets["object_pronoun"] - {"it", "you"}

    @cached_property
    def retold(self) -> frozenset[str]:
        """The lemmas by which one who has been told to say something goes on."""
        return self.frames["clause"] | self.frames["tell"] | self.frames["urge"] | self.frames["object"]

    @cached_property
    def telling(self) -> frozenset[str]:
        """Every word without one of which nothing is attributed: forms of attributing verbs, nouns, adjectives."""
        lemmas = self.cues | self.nouns["light"]
        forms = {form for form, read in self.forms.items() if not lemmas.isdisjoint(attrs.astuple(read))}
        nouns = self.nouns["that"] | self.nouns["to"] | self.nouns["of"]
        return frozenset(forms | nouns | {f"{noun}s" for noun in nouns} | self.nouns["adjective"] | {"according", "as"})


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("claimtrack").joinpath("data", "attribution", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def grammar() -> Grammar:
    """The packaged word classes, read once."""
    english, verbs, prepositions, nouns = (_data(name) for name in ("english", "verbs", "prepositions", "nouns"))
    frames: dict[str, set[str]] = {}
    kinds: dict[str, AttributionKind] = {}
    for row in verbs.values():
        for lemma in row["words"].split():
            kinds.setdefault(lemma, AttributionKind(row["kind"]))
            for frame in row["frames"]:
                frames.setdefault(frame, set()).add(lemma)
    through: dict[str, frozenset[str]] = {}
    for row in prepositions.values():
        for lemma, words in row.items():
            if lemma not in ("note", "kind"):
                through[lemma] = through.get(lemma, frozenset()) | frozenset(words.split())
                kinds.setdefault(lemma, AttributionKind(row["kind"]))
    cues = frozenset(kinds)
    forms = _forms([*cues, *english["plain_verb"].split()], english)
    return Grammar(
        sets={name: frozenset(words.split()) for name, words in english.items() if isinstance(words, str)},
        frames={frame: frozenset(lemmas) for frame, lemmas in frames.items()},
        prepositions=through,
        kinds=kinds,
        forms=forms,
        nouns={name: frozenset(row["words"].split()) for name, row in nouns.items()},
        cues=cues,
        gerunds=frozenset(form for form, read in forms.items() if read.gerund in cues),
    )


def _forms(lemmas: Iterable[str], english: Mapping[str, Any]) -> dict[str, Form]:
    """Every form of every verb with what it can be."""
    doubling = frozenset(english["doubling"]["words"].split())
    read: dict[str, Form] = {}
    for lemma in sorted(set(lemmas)):
        irregular = english["irregular"].get(lemma)
        spelled = irregular.split() if irregular else inflected(lemma, lemma in doubling)
        for slot, form in zip(("base", "third", "past", "participle", "gerund"), (lemma, *spelled), strict=True):
            read[form] = attrs.evolve(read.get(form, Form()), **{slot: lemma})
    return read


def inflected(lemma: str, doubled: bool = False) -> tuple[str, str, str, str]:
    """The regular forms of a verb: third person, past, participle, -ing."""
    stem = lemma + lemma[-1] if doubled else lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    third, past = lemma + "s", stem + "ed"
    if lemma[-1] == "y" and lemma[-2:-1] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    elif lemma.endswith("ee"):
        past = lemma + "d"
    return third, past, past, stem + "ing"
