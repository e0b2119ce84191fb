"""What an article says: quotations, attributions, speakers and framing, put together as statements."""

from claimtrack.model.reading import Extraction
from claimtrack.quotations import quotations
from claimtrack.statements.attributions import attributions
from claimtrack.statements.extract import extract
from claimtrack.statements.identity import suggested
from claimtrack.statements.mentions import slug

__all__ = ["Extraction", "attributions", "extract", "quotations", "slug", "suggested"]
