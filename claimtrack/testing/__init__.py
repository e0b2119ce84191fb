"""For users' own tests: strategies for every record, merge laws, a machine of replicas that must converge, corpora with known truth."""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError:
    raise ImportError("claimtrack.testing needs hypothesis; install it with: pip install 'claimtrack[testing]'") from None

from claimtrack.testing.accuracy import Accuracy, Agreement, accuracy, agreement, aligned, b_cubed
from claimtrack.testing.corpora import Corpus, Planted, PlantedClaim, PlantedCopy, Story, Truth, corpus
from claimtrack.testing.laws import assert_join, assert_round_trip
from claimtrack.testing.ledgers import adversarial_ledgers, coherent_ledgers, ledgers, lineages
from claimtrack.testing.machine import ledger_machine
from claimtrack.testing.strategies import (
    articles,
    claims,
    derivations,
    judgements,
    outlets,
    ratings,
    records,
    retractions,
    speakers,
    stances,
    statements,
)
from claimtrack.testing.values import (
    anchors,
    chains,
    citations,
    cited_facts,
    cues,
    datings,
    keys,
    links,
    makers,
    names,
    notes,
    notices,
    opinions,
    periods,
    posts,
    spans,
)

__all__ = [
    "Accuracy",
    "Agreement",
    "Corpus",
    "Planted",
    "PlantedClaim",
    "PlantedCopy",
    "Story",
    "Truth",
    "accuracy",
    "adversarial_ledgers",
    "agreement",
    "aligned",
    "anchors",
    "articles",
    "assert_join",
    "assert_round_trip",
    "b_cubed",
    "chains",
    "citations",
    "cited_facts",
    "claims",
    "coherent_ledgers",
    "corpus",
    "cues",
    "datings",
    "derivations",
    "judgements",
    "keys",
    "ledger_machine",
    "ledgers",
    "lineages",
    "links",
    "makers",
    "names",
    "notes",
    "notices",
    "opinions",
    "outlets",
    "periods",
    "posts",
    "ratings",
    "records",
    "retractions",
    "spans",
    "speakers",
    "stances",
    "statements",
]
