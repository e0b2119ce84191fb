"""Made-up observations in any number: labels that all objects share, or values that no other object has."""

from __future__ import annotations

import random
from collections.abc import Iterator

LABELS = ("ash", "birch", "cedar", "elm", "fir")
PER_SOURCE = 100
PER_OBJECT = 10


def labels(many: int, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Observations of one of five labels, a hundred a source and ten an object; sources are right half to nearly all of the time."""
    rng = random.Random(seed)
    accuracies = [rng.uniform(0.5, 0.95) for _ in range(many // PER_SOURCE)]
    truths = [rng.choice(LABELS) for _ in range(many // PER_OBJECT)]
    for _ in range(many):
        source, subject = rng.randrange(len(accuracies)), rng.randrange(len(truths))
        value = truths[subject] if rng.random() < accuracies[source] else rng.choice(LABELS)
        yield f"source-{source}", f"object-{subject}", value


def open_values(many: int, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Observations with values that occur for one object alone, in the same numbers; some errors are commoner than others."""
    rng = random.Random(seed)
    accuracies = [rng.uniform(0.5, 0.95) for _ in range(many // PER_SOURCE)]
    for _ in range(many):
        source, subject = rng.randrange(len(accuracies)), rng.randrange(many // PER_OBJECT)
        which = 0 if rng.random() < accuracies[source] else 1 + int(rng.random() ** 2 * 20)
        yield f"source-{source}", f"object-{subject}", f"value {which} of {subject}"
