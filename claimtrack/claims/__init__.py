"""Statements that say the same, put together as claims: candidates, comparisons, gates, judgements and stances with their reasons."""

from claimtrack.claims.bearings import answers, bearings
from claimtrack.claims.collection import Collection
from claimtrack.claims.comparing import Bench, Listener, Met, Over
from claimtrack.claims.figures import Given, conflicting, given
from claimtrack.claims.lookup import Near, look_up
from claimtrack.claims.matching import AUTOMATIC, PROPOSED, matched
from claimtrack.claims.matter import Matter
from claimtrack.claims.matters import Changes, Matters
from claimtrack.claims.profiles import kind_of_event, propositions
from claimtrack.claims.scoring import WordScorer
from claimtrack.claims.search import Search
from claimtrack.claims.stance import Told, told
from claimtrack.claims.weighing import Weighed, Weighing, weigh, weigh_matter

__all__ = [
    "AUTOMATIC",
    "PROPOSED",
    "Bench",
    "Changes",
    "Collection",
    "Given",
    "Listener",
    "Matter",
    "Matters",
    "Met",
    "Near",
    "Over",
    "Search",
    "Told",
    "Weighed",
    "Weighing",
    "WordScorer",
    "answers",
    "bearings",
    "conflicting",
    "given",
    "kind_of_event",
    "look_up",
    "matched",
    "propositions",
    "told",
    "weigh",
    "weigh_matter",
]
