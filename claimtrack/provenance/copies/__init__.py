"""Copies, excerpts, common wire and rewrites among articles: found, explained, and told as derivations or as proposals."""

from claimtrack.provenance.copies.comparing import Comparing, batches, compare_texts
from claimtrack.provenance.copies.descents import descents, pairs
from claimtrack.provenance.copies.drift import Drift, drifted
from claimtrack.provenance.copies.finder import Changes, Finder
from claimtrack.provenance.copies.overlap import Overlap, Run
from claimtrack.provenance.copies.relations import Pair, Relation, compare
from claimtrack.provenance.copies.rewrites import Alignment
from claimtrack.provenance.copies.settling import MAKER, Descent, kin, settle
from claimtrack.provenance.copies.sketches import Near, Sketch, near_duplicates
from claimtrack.provenance.copies.sought import Quotes, Sought
from claimtrack.provenance.copies.texts import Reading, Text
from claimtrack.provenance.copies.traces import Traces, traced, traces
from claimtrack.provenance.copies.wording import explained

__all__ = [
    "MAKER",
    "Alignment",
    "Changes",
    "Comparing",
    "Descent",
    "Drift",
    "Finder",
    "Near",
    "Overlap",
    "Pair",
    "Quotes",
    "Reading",
    "Relation",
    "Run",
    "Sketch",
    "Sought",
    "Text",
    "Traces",
    "batches",
    "compare",
    "compare_texts",
    "descents",
    "drifted",
    "explained",
    "kin",
    "near_duplicates",
    "pairs",
    "settle",
    "traced",
    "traces",
]
