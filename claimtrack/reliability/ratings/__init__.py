"""Ratings that users bring: files of who marked which domain how, to records for the outlets of a ledger."""

from claimtrack.reliability.ratings.importing import Imported, read_ratings
from claimtrack.reliability.ratings.layouts import Layout, layout, layouts, read_layouts
from claimtrack.reliability.ratings.scales import SCALES

__all__ = ["SCALES", "Imported", "Layout", "layout", "layouts", "read_layouts", "read_ratings"]
