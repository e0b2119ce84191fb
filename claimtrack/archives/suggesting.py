"""Which speakers of an archive may be one, looked for again among those that changed and those that share a list with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from claimtrack.model import Judgement, Record, Retraction, Speaker, Verdict
from claimtrack.statements import suggested
from claimtrack.statements.identity import INSIDE, LONG, PERSON, SHORT, listed, reaching
from claimtrack.statements.speakers import MAKER
from claimtrack.store import Store, Work

CHUNK = 500
"""Speakers that are put on lists together, and lists whose speakers are compared together."""
SUGGESTED = (Verdict.UNSURE.value, MAKER.name)
"""The verdict and the name of the maker by which suggestions are told from other judgements."""
_MARK = ""
"""The item under which it is kept how far the archive was looked through."""


def suggest(store: Store) -> None:
    """Bring the suggestions on which speakers may be one up to date; they come to what comes of all speakers at once."""
    now = store.mark
    work = store.work("suggestions")
    if work.digest(_MARK) == now:
        return
    with store.transaction():
        _Suggesting(store, work).run(work.digest(_MARK))
        work.put(_MARK, now, b"")


def is_suggestion(link: Record) -> bool:
    """Whether a link is a suggestion on two speakers."""
    return isinstance(link, Judgement) and link.maker == MAKER and link.verdict is Verdict.UNSURE


class _Suggesting:
    """One run over the speakers that are new or were taken back.

    A list is kept as the ids of those that stand on it, and a list of acronyms as their letters. What is suggested belongs to the last
    name of persons, or to an acronym.
    """

    def __init__(self, store: Store, work: Work) -> None:
        self._store = store
        self._gone = store.retracted
        self._lists = store.work("speakers")
        self._work = work

    def run(self, mark: str | None) -> None:
        """Suggest again what changed since a mark; everything without one, or where the rows of the file were numbered anew."""
        anew = mark is None or not self._store.changes.counts(mark)
        left = self._begin_anew() if anew else set()
        touched: set[str] = set()
        for records in self._store.changes.records("0/0" if mark is None or anew else mark, Speaker, Retraction):
            touched |= self._enlist([record for record in records if isinstance(record, Speaker)])
        for names in _chunks(sorted(touched), CHUNK):
            left -= self._compare(names)
        if left:
            self._store.replace_links((), gone=sorted(left))

    def _begin_anew(self) -> set[str]:
        """Forget all lists; the ids of what was suggested."""
        self._lists.drop()
        self._work.drop()
        told = self._store.links.columns(Judgement, "verdict", "maker.name")
        unsure = (link_id for link_id, _, *made in told if tuple(made) == SUGGESTED)
        return {link.id for link in self._store.links.some(unsure) if is_suggestion(link)}

    def _enlist(self, speakers: Sequence[Speaker]) -> set[str]:
        """Put speakers on their lists, or take them off; what last names and acronyms that touches."""
        on: dict[str, set[str]] = defaultdict(set)
        off: dict[str, set[str]] = defaultdict(set)
        for speaker in speakers:
            for name in listed(speaker):
                (off if speaker.id in self._gone else on)[name].add(speaker.id)
        for name in [name for name in on if name.startswith(SHORT)]:
            for initials in _reaching(name):
                on[f"{INSIDE}{initials}"].add(name)
        lists = _read(self._lists, {*on, *off})
        self._lists.put_many((name, "", _packed(lists.get(name, frozenset()) - off[name] | on[name])) for name in sorted({*on, *off}))
        longer = {f"{INSIDE}{name.removeprefix(LONG)}" for name in {*on, *off} if name.startswith(LONG)}
        acronyms = (name for names in _read(self._lists, longer).values() for name in names)
        return {*acronyms, *(name for name in {*on, *off} if name.startswith((PERSON, SHORT)))}

    def _compare(self, names: Sequence[str]) -> set[str]:
        """Suggest what comes of some last names and acronyms, in place of what was suggested of them; the ids of what is suggested."""
        speakers = self._speakers({name: [name, *(f"{LONG}{initials}" for initials in _reaching(name))] for name in names})
        found = {name: suggested(speakers[name]) for name in names}
        ids = {name: {link.id for link in links} for name, links in found.items()}
        stay = set().union(*ids.values())
        gone = set().union(*_read(self._work, names).values()) - stay
        self._work.drop(names)
        self._work.put_many((name, "", _packed(links)) for name, links in ids.items() if links)
        if stay or gone:
            self._store.replace_links((link for links in found.values() for link in links), gone=sorted(gone))
        return stay

    def _speakers(self, parts: Mapping[str, Sequence[str]]) -> dict[str, list[Speaker]]:
        """The speakers on lists, by what each needs several for."""
        lists = _read(self._lists, {each for part in parts.values() for each in part})
        ids = {name: {each for one in part for each in lists.get(one, ())} for name, part in parts.items()}
        found = {each.id: each for each in self._store.some(sorted(set().union(*ids.values()))) if isinstance(each, Speaker)}
        return {name: [found[each] for each in sorted(some)] for name, some in ids.items()}


def _reaching(name: str) -> tuple[str, ...]:
    """The initials of the bodies that an acronym may stand for; none for a last name."""
    return reaching(name.removeprefix(SHORT)) if name.startswith(SHORT) else ()


def _read(work: Work, names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(value.decode().split("\n")) - {""} for name, _, value in work.some(sorted(names))}


def _packed(ids: Iterable[str]) -> bytes:
    return "\n".join(sorted(ids)).encode()


def _chunks(names: Iterable[str], many: int) -> Iterator[list[str]]:
    rest = iter(names)
    while chunk := list(islice(rest, many)):
        yield chunk
