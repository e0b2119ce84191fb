"""Archives kept up to date: articles read into one, linked, assessed and told again, doing no more than what changed asks for.

`keeping` is the way in; `relinking`, `recopying` and `reassessing` are its stages, and `retelling` writes what they left.
"""

from claimtrack.archives.keeping import Linked, Told, link_into, read_into, track_into
from claimtrack.archives.pouring import pour

__all__ = ["Linked", "Told", "link_into", "pour", "read_into", "track_into"]
