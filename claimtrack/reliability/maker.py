"""Who made the records of this stage."""

from claimtrack.model.terms import MakerKind
from claimtrack.model.values import Maker

VERSION = "0.1.0"
"""The package's version; written here because a stage may not import the face."""
MAKER = Maker(name="claimtrack ratings", kind=MakerKind.SOFTWARE, version=VERSION)
