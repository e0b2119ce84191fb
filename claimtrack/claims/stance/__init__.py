"""How one statement bears on what another tells: denial, contradiction, limits, an attack on its source."""

from claimtrack.claims.stance.bears import bearing
from claimtrack.claims.stance.entailing import coverage, weights
from claimtrack.claims.stance.headline import Body, HeadlineBearing, headline_bearing, read_body
from claimtrack.claims.stance.table import ROWS, Bearing, Row
from claimtrack.claims.stance.told import Told, said, told

__all__ = [
    "ROWS",
    "Bearing",
    "Body",
    "HeadlineBearing",
    "Row",
    "Told",
    "bearing",
    "coverage",
    "headline_bearing",
    "read_body",
    "said",
    "told",
    "weights",
]
