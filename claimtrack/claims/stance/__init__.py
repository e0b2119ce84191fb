"""How one statement bears on what another tells: denial, contradiction, limits, an attack on its source."""

from claimtrack.claims.stance.table import ROWS, Bearing, Row, bearing
from claimtrack.claims.stance.told import Told, said, told

__all__ = ["ROWS", "Bearing", "Row", "Told", "bearing", "said", "told"]
