"""Finding the outlet, speaker or document that somebody means: by key, name, alias or domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from claimtrack.errors import AmbiguousNameError, UnknownNameError
from claimtrack.model.view import View

WHAT = "outlet or speaker"
"""What is asked for, in the words of an error."""


def carried_for(view: View) -> Mapping[str, tuple[str, ...]]:
    """For each outlet that publishes an article, by its key or as written where no record describes it, the keys of its articles."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, article in view.articles.items():
        if article.outlet:
            found[view.resolve(article.outlet)].append(key)
    return {outlet: tuple(sorted(found[outlet])) for outlet in sorted(found)}


def outlets(view: View) -> tuple[str, ...]:
    """The outlets: those with a record, and those that an article names as its publisher."""
    return tuple(sorted({*view.outlets, *carried_for(view)}))


def speakers(view: View) -> tuple[str, ...]:
    """Whoever is no outlet and has a record or is named in a chain; what is both an outlet and a speaker is left to the outlets."""
    named = {view.resolve(holder) for each in view.statements.values() for link in each.chain for holder in link.holders}
    return tuple(sorted({*view.speakers, *named} - {*outlets(view)}))


def spellings(view: View) -> Mapping[str, tuple[str, ...]]:
    """Each outlet and speaker by key, with whatever it may be called."""
    return {key: tuple(dict.fromkeys(_spelled(key, view))) for key in (*outlets(view), *speakers(view))}


def _spelled(key: str, view: View) -> Iterator[str]:
    yield key
    if outlet := view.outlets.get(key):
        yield from (outlet.name, *outlet.aliases, *outlet.domains)
    if speaker := view.speakers.get(key):
        yield from (speaker.name, *speaker.aliases)
    yield key.partition(":")[2] or key


def find_source(view: View, name: str) -> str:
    """The key of the outlet or speaker that goes by a name: a key, with or without what stands before its colon, a name, alias or domain.

    An address within a domain is taken for the domain; capitals are not told apart.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
        AmbiguousNameError: when the name fits several, with their keys.
    """
    known = spellings(view)
    if name in known:
        return name
    wanted = name.strip().casefold()
    fitting = [key for key, spelled in known.items() if wanted and wanted in map(str.casefold, spelled)] or _at(wanted, view)
    if not fitting:
        raise UnknownNameError(WHAT, name, [word for spelled in known.values() for word in spelled])
    if len(fitting) > 1:
        raise AmbiguousNameError(WHAT, name, sorted(fitting))
    return fitting[0]


def _at(wanted: str, view: View) -> list[str]:
    """The outlets on whose domain an address lies; whole parts between dots count, never a piece of one."""
    host = wanted.partition("://")[2] or wanted
    host = host.partition("/")[0].partition(":")[0]
    under = [
        (len(domain), key) for key, each in view.outlets.items() for domain in map(str.casefold, each.domains) if _within(host, domain)
    ]
    closest = max(under, default=(0, ""))[0]
    return sorted({key for length, key in under if length == closest})


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
