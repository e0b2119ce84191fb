"""Synthetic corpora with known truth: invented news of which it is known who says what, what is copied, and how many origins there are."""

from claimtrack.testing.corpora.making import Corpus, corpus
from claimtrack.testing.corpora.stories import Story
from claimtrack.testing.corpora.truth import Planted, PlantedClaim, PlantedCopy, Truth

__all__ = ["Corpus", "Planted", "PlantedClaim", "PlantedCopy", "Story", "Truth", "corpus"]
