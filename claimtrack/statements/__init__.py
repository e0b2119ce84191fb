"""What an article says: quotations, attributions, speakers and framing, put together as statements."""

from claimtrack.statements.attributions import attributions
from claimtrack.statements.extract import Extraction, extract
from claimtrack.statements.quotations import quotations

__all__ = ["Extraction", "attributions", "extract", "quotations"]
