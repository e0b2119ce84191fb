"""What comes of comparing articles, noted beside an archive as it is found, so that a run after one that broke off goes on there."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

from claimtrack.claims.comparing import Bench, Met, Over
from claimtrack.codec.trusted import trusted
from claimtrack.errors import InputError
from claimtrack.model import Stance
from claimtrack.model.base import ID_BYTES

SUFFIX = "-linking"
"""Goes after the name of an archive in that of its journal."""
Compare = Callable[[Bench], Sequence[Met]]


@contextmanager
def resuming(archive: Path, state: str, over: Over) -> Iterator[Over]:
    """What has benches compared as `over` does, and notes what comes of each; what is noted already is not compared again.

    The benches of a run are the same as those of an earlier one that broke off in the same state. The journal goes with the end of the
    run, unless that is an error. Without room or leave to write one there is none.

    Args:
        archive: the file of the archive.
        state: all that the outcome depends on besides the benches.
        over: what has the benches compared, in their order.
    """
    path = archive.with_name(archive.name + SUFFIX)
    with _opened(path) as file:
        yield cast(Over, lambda work, benches: _Journal(file, state).over(over, work, benches)) if file else over
    if file:
        path.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes] | None]:
    """A file to read and to write on, if there may be one."""
    try:
        file = path.open("a+b")
    except OSError:
        yield None
        return
    try:
        yield file
    finally:
        with suppress(OSError):  # there was no room for what is left to write
            file.close()


class _Journal:
    """Notes in lines of JSON: first the state that they are of, then for each bench its digest and what came of it.

    Args:
        file: where they stand.
        state: that of this run; notes of another are dropped.
    """

    def __init__(self, file: IO[bytes], state: str) -> None:
        self._file = file
        self._state = state

    def over(self, over: Over, work: Compare, benches: Iterable[Bench]) -> Iterator[Sequence[Met]]:
        """What comes of each bench, from the notes as far as they go."""
        source, other = iter(benches), []
        end = self._begun()
        for (digest, found, after), bench in zip(self._noted(), source, strict=False):
            if digest != _digest(bench):
                other.append(bench)
                break
            end = after
            yield found
        self._cut(end)
        yield from self._noting(over, work, chain(other, source))

    def _begun(self) -> int:
        """Go to the first note; where it stands."""
        self._file.seek(0)
        first = _line([self._state])
        if self._file.readline() != first:
            self._cut(0)
            self._write(first)
        return len(first)

    def _noted(self) -> Iterator[tuple[str, Sequence[Met], int]]:
        """The digest of each bench that is noted, what came of it, and where the next note stands; one that is none ends them."""
        while (line := self._file.readline()).endswith(b"\n"):
            try:
                digest, rows = json.loads(line)
                found = [_met(*each) for each in rows]
            except (InputError, TypeError, ValueError):
                return
            yield digest, found, self._file.tell()

    def _noting(self, over: Over, work: Compare, benches: Iterable[Bench]) -> Iterator[Sequence[Met]]:
        """Have benches compared, and note what comes of them."""
        digests: deque[str] = deque()

        def passed() -> Iterator[Bench]:
            for bench in benches:
                digests.append(_digest(bench))
                yield bench

        for found in over(work, passed()):
            self._write(_line([digests.popleft(), [_row(each) for each in found]]))
            yield found

    def _write(self, line: bytes) -> None:
        """Write a line, unless there is no room, now or before: one that was cut off ends what can be read."""
        with suppress(OSError):
            self._file.write(line)
            self._file.flush()

    def _cut(self, end: int) -> None:
        """Drop what stands from some place on."""
        with suppress(OSError):
            self._file.truncate(end)


def _line(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _digest(bench: Bench) -> str:
    """A digest of which articles are compared, and how near they are."""
    return blake2b(_line([(*pair, near) for pair, near in bench.near.items()]), digest_size=ID_BYTES).hexdigest()


def _row(met: Met) -> list[Any]:
    return [met.one, met.other, met.ties, [each.line for each in met.stances]]


def _met(one: str, other: str, ties: Iterable[Any], stances: Iterable[str]) -> Met:
    return Met(one, other, tuple(map(tuple, ties)), tuple(cast(Stance, trusted(line)) for line in stances))
