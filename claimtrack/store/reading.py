"""A whole archive read as any other file is: records, where they stand, and what was wrong."""

from __future__ import annotations

from claimtrack.codec import Reading
from claimtrack.errors import Place
from claimtrack.store.archive import Store


def read_archive(path: str, name: str, links: bool = True) -> Reading:
    """The records of an archive, in the order of a ledger, and its links; a fault costs the row that it is in.

    Args:
        path: the file.
        name: what it is called in places and faults.
        links: whether the links are wanted.

    Raises:
        InputError: when it is no archive, or cannot be read.
    """
    place = Place(name, 0)
    with Store(path, read_only=True) as store:
        kept = [store.told(), store.links.told()] if links else [store.told()]
    faults = tuple(fault for _, found in kept for fault in found)
    return Reading(tuple((record, place) for records, _ in kept for record in records), faults)
