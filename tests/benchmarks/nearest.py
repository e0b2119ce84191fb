"""The peer's side of matching at scale: word vectors by TF-IDF, and of each statement the ten nearest by `sparse_dot_topn`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import log

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # it ships no types
from sparse_dot_topn import sp_matmul_topn  # type: ignore[import-untyped]  # it ships no types

from claimtrack.model.matching import Proposition

NEAREST, LEAST = 10, 0.35


def word_vectors(statements: Sequence[Proposition], left_out: Collection[str] = ()) -> csr_matrix:
    """A row a statement: its words in small letters by frequency and inverse document frequency, at length one."""
    numbers: dict[str, int] = {}
    columns: list[int] = []
    ends = [0]
    for each in statements:
        columns += [numbers.setdefault(word, len(numbers)) for word in each.text.lower().split() if word not in left_out]
        ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(statements), len(numbers)))
    matrix.sum_duplicates()
    spread = np.bincount(matrix.indices, minlength=len(numbers))
    matrix.data *= log(len(statements)) - np.log(spread)[matrix.indices] + 1
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(matrix.indptr))
    return matrix


def nearest(statements: Sequence[Proposition], found: csr_matrix) -> set[tuple[str, str]]:
    """The pairs of statements of which one is among the nearest of the other, as keys in order."""
    keys = [each.key for each in statements]
    rows = (found.indices[start:end] for start, end in pairwise(found.indptr))
    return {(keys[min(row, at)], keys[max(row, at)]) for row, ats in enumerate(rows) for at in ats if at != row}


def product(vectors: csr_matrix) -> csr_matrix:
    """Of each row the nearest rows, with their cosines; by one thread."""
    return sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=NEAREST, threshold=LEAST, n_threads=1)
