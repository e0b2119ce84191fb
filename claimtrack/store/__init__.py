"""A ledger in one SQLite file: an archive that keeps everything, for more records than memory holds."""

from claimtrack.store.archive import News, Store
from claimtrack.store.before import Before
from claimtrack.store.kept import Kept
from claimtrack.store.names import Names
from claimtrack.store.opening import HEADER, SUFFIXES, is_archive, is_sqlite
from claimtrack.store.parts import UNNAMED, Input, Inputs, Reported, Reports, Work
from claimtrack.store.reading import read_archive
from claimtrack.store.scratch import Scratch

__all__ = [
    "HEADER",
    "SUFFIXES",
    "UNNAMED",
    "Before",
    "Input",
    "Inputs",
    "Kept",
    "Names",
    "News",
    "Reported",
    "Reports",
    "Scratch",
    "Store",
    "Work",
    "is_archive",
    "is_sqlite",
    "read_archive",
]
