"""What taking some sources out means for a view: whose word is not heard any more, and which articles are not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs

from claimtrack.errors import UnknownNameError
from claimtrack.model.naming import find_source
from claimtrack.model.terms import FactKind, SpeakerKind
from claimtrack.model.view import View
from claimtrack.model.whatif import Exclusion, Taken
from claimtrack.provenance.carriers import Carriers


def state_media(view: View) -> frozenset[str]:
    """The outlets with a recorded fact of state control."""
    return frozenset(key for key, outlet in view.outlets.items() if any(fact.about is FactKind.STATE_CONTROL for fact in outlet.facts))


def nameless(view: View) -> frozenset[str]:
    """The speakers whom nobody names."""
    return frozenset(key for key, speaker in view.speakers.items() if speaker.kind is SpeakerKind.ANONYMOUS)


@attrs.frozen
class Group:
    """One word that stands for several sources."""

    word: str
    means: Callable[[View], frozenset[str]]


GROUPS: tuple[Group, ...] = (Group("state-media", state_media), Group("anonymous", nameless))
"""Words for what one cannot name one by one; each goes before a source that is called so."""


def exclude(view: View, names: Iterable[str]) -> Exclusion:
    """What does not count without some sources.

    Args:
        view: the records.
        names: one or several outlets and speakers by key, name, alias or domain, articles by key, or words of `GROUPS`; in any order.

    Raises:
        UnknownNameError: for a name that nothing goes by, with the nearest ones.
        AmbiguousNameError: for a name that fits several.
    """
    taken = tuple(sorted({_taken(view, name) for name in ([names] if isinstance(names, str) else names)}))
    sources = _speaking_for(view, frozenset(key for each in taken for key in each.keys))
    return Exclusion(taken=taken, sources=sources, articles=_unread(view, sources)) if taken else Exclusion()


def _taken(view: View, name: str) -> Taken:
    for group in GROUPS:
        if name.strip().casefold() == group.word:
            return Taken(name=group.word, keys=tuple(sorted(group.means(view))))
    if name in view.articles:
        return Taken(name=view.articles[name].title or name, keys=(name,))
    try:
        key = find_source(view, name)
    except UnknownNameError as error:
        words = [group.word for group in GROUPS]
        raise UnknownNameError(error.what, name, [*words, *error.near]) from None
    return Taken(name=view.name(key), keys=(key,))


def _speaking_for(view: View, gone: frozenset[str]) -> frozenset[str]:
    """The sources with all who speak for these alone: a government's ministers go with it, a group once all its members have."""
    behind = {key: {*map(view.resolve, each.acts_for or each.members)} for key, each in view.speakers.items()}
    return _closed(gone, {key: actors for key, actors in behind.items() if actors})


def _unread(view: View, gone: frozenset[str]) -> frozenset[str]:
    """The articles that sources publish or write, and the copies of nothing but these; also what is a source and an article in one."""
    carriers = Carriers(view)
    authors = {key: {*map(view.resolve, each.authors)} for key, each in view.articles.items() if each.authors}
    first = {key for key, each in view.articles.items() if key in gone or (each.outlet and view.resolve(each.outlet) in gone)}
    first |= {key for key, whose in authors.items() if whose <= gone}
    copied: dict[str, set[str]] = {}
    for contraction in carriers.contractions(view.articles):
        copied.setdefault(contraction.article, set()).add(contraction.into)
    return _closed(gone | first, copied) & view.articles.keys()


def _closed(gone: frozenset[str], needs: Mapping[str, set[str]]) -> frozenset[str]:
    """What is gone, with everything that needs nothing else, and so on until no more follows."""
    left, found = dict(needs), set(gone)
    while falling := [key for key, need in left.items() if need <= found]:
        found.update(falling)
        for key in falling:
            del left[key]
    return frozenset(found)
