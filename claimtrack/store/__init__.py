"""A ledger in one SQLite file: an archive that keeps everything, for more records than memory holds."""

from claimtrack.store.archive import Store
from claimtrack.store.kept import Kept
from claimtrack.store.opening import SUFFIXES, is_archive, is_sqlite
from claimtrack.store.parts import Input, Inputs, Reported, Reports, Work

__all__ = ["SUFFIXES", "Input", "Inputs", "Kept", "Reported", "Reports", "Store", "Work", "is_archive", "is_sqlite"]
