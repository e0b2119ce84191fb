"""Speakers of different articles that may be one: suggestions for a person to decide, never merges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claimtrack.model.records import Judgement, Speaker
from claimtrack.model.terms import SpeakerKind, Verdict
from claimtrack.statements.names import acronym_of, initials_of, likeness, respelled
from claimtrack.statements.speakers import MAKER

PERSON, SHORT, LONG, INSIDE = "person ", "short ", "long ", "inside "
"""How the names of lists begin: persons of one last name, bodies of one acronym, bodies by initials, acronyms by initials in them."""
_BODIES = (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT)
MOST = 6
"""A bare last name or an acronym that fits more speakers than this suggests nothing."""
LONGEST = 8
"""Letters of an acronym at most."""
_REASONS = ((0.9, "two spellings of one name"), (0.7, "an initial fits"), (0.6, "the given names sound alike"), (0.5, "the last name fits"))


def suggested(speakers: Iterable[Speaker]) -> tuple[Judgement, ...]:
    """Judgements `unsure` on pairs of speakers whose names may be one person's or body's.

    Args:
        speakers: all speakers that are known; what their aliases join already needs no suggestion.
    """
    ordered = sorted(speakers)
    return tuple(sorted((*_persons(ordered), *_acronyms(ordered))))


def listed(speaker: Speaker) -> tuple[str, ...]:
    """The lists that a speaker stands on: those that may be one with it are found by these.

    Whatever is suggested is suggested of the persons of one list, or of the bodies of an acronym's own list and of all lists that
    `reaching` names for it.
    """
    if speaker.kind is SpeakerKind.PERSON and speaker.name.split():
        return (PERSON + _last(speaker),)
    if speaker.kind in _BODIES and " " in speaker.name:
        return tuple(f"{LONG}{initials}" for initials in initials_of(speaker.name))
    return (f"{SHORT}{speaker.name}",) if speaker.kind in _BODIES and _is_acronym(speaker.name) else ()


def reaching(acronym: str) -> tuple[str, ...]:
    """The capital initials that bodies may have whom an acronym can stand for: its letters in order from the first on, some left out."""
    first, *rest = (letter for letter in acronym if letter.isupper())
    found = {first}
    for letter in rest:
        found |= {initials + letter for initials in found}
    return tuple(sorted(found))


def _last(speaker: Speaker) -> str:
    return respelled(speaker.name.split()[-1])


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 <= len(name) <= LONGEST


def _persons(speakers: Sequence[Speaker]) -> Iterator[Judgement]:
    """Persons of one last name, however it is spelled."""
    by_last: dict[str, list[tuple[str, Speaker]]] = defaultdict(list)
    for speaker in speakers:
        if speaker.kind is SpeakerKind.PERSON and speaker.name.split():
            by_last[_last(speaker)].append((speaker.name, speaker))
    for group in by_last.values():
        bare = [name for name, _ in group if " " not in name]
        for (name, one), (other, two) in combinations(group, 2):
            if one.key == two.key or ((" " not in name or " " not in other) and len(group) - len(bare) > MOST):
                continue
            score = likeness(name, other)
            if score:
                yield _unsure(one, two, score, next(reason for least, reason in _REASONS if score >= least))


def _acronyms(speakers: Sequence[Speaker]) -> Iterator[Judgement]:
    """An acronym of one article and a body of another whose initials it has."""
    bodies = [speaker for speaker in speakers if speaker.kind in _BODIES]
    by_initial: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in bodies:
        if " " in speaker.name:
            for word in speaker.name.split():
                by_initial[word[0]].append(speaker)
    for speaker in bodies:
        short = speaker.name
        if not _is_acronym(short):
            continue
        fitting = {each.key: each for each in by_initial[short[0]] if acronym_of(short, each.name)}
        if len(fitting) <= MOST:
            for each in fitting.values():
                if each.key != speaker.key and short not in each.aliases:
                    yield _unsure(speaker, each, 0.7, "the initials fit")


def _unsure(one: Speaker, two: Speaker, score: float, reason: str) -> Judgement:
    """The judgement that two speakers may be one."""
    told = f"{one.name} and {two.name}: {reason}"
    return Judgement(left=one.key, right=two.key, verdict=Verdict.UNSURE, score=score, reasons=(told,), maker=MAKER)
