"""The lines of reporting to a claim as a drawing, and in sentences: from a lineage to layers, boxes, places and SVG."""

from claimtrack.reports.drawings.losses import losses
from claimtrack.reports.drawings.sentences import NO_NOTES, Notes, drawing_words, words_of
from claimtrack.reports.drawings.style import DRAWING_STYLE, RULES
from claimtrack.reports.drawings.svg import drawing, drawing_of, drawing_of_lineage

__all__ = [
    "DRAWING_STYLE",
    "NO_NOTES",
    "RULES",
    "Notes",
    "drawing",
    "drawing_of",
    "drawing_of_lineage",
    "drawing_words",
    "losses",
    "words_of",
]
