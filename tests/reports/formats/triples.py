"""JSON-LD read by rdflib, with every context at hand so that nothing is fetched."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

from rdflib import Graph


def triples(document: dict[str, Any]) -> Graph:
    """The triples of a document whose context stands in it.

    Raises:
        ValueError: when a context would have to be fetched.
    """
    context = document["@context"]
    if any(isinstance(part, str) for part in (context if isinstance(context, list) else [context])):
        raise ValueError("this context would be fetched")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader uses a class that rdflib deprecates
        return Graph().parse(data=json.dumps(document), format="json-ld")


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in a value, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(part)
