"""Short invented texts that tests compare."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimtrack.model.values import period
from claimtrack.provenance.copies import Reading, Text

FIRE = (
    "A fire in the old ropeworks of Tarn Quay destroyed four workshops and a chapel on Friday night, the brigade said.",
    "Nobody was hurt, but two families had to leave their homes while the wall of the tannery next door was propped up.",
    "It took ninety firefighters until dawn to bring the blaze under control, since the nearest hydrant was frozen.",
    "The ropeworks had stood empty for eleven years after its owner moved the machines to the mainland.",
)
"""Four paragraphs of a story."""
MARKET = (
    "Prices at the autumn market in Lower Odel rose by a tenth this year, growers told visitors who came for plums.",
    "A late frost had ruined half of the blossom in the river meadows, and hail took a good part of what was left.",
    "Bakers have switched to apples, which grew well on the hills, and say that customers hardly notice.",
)
"""Three of another."""
QUOTE = "“We saw the roof go up like a paper hat, and I have never run so fast in all my life,” said Bram Oddly."


def text(key: str, *paragraphs: str, **fields: Any) -> Text:
    """A text of some paragraphs."""
    if "published" in fields:
        fields["published"] = period(fields["published"])
    return Text(key=key, text="\n\n".join(paragraphs), **fields)


def reading(*paragraphs: str, key: str = "a", **fields: Any) -> Reading:
    """The same, read."""
    return Reading(text(key, *paragraphs, **fields))


_WORDS = [f"{first}{last}" for first in ("bar", "cor", "dun", "fel", "gim", "hob", "jut", "lam") for last in ("ak", "en", "il", "os", "ut")]


def prose(prefix: str = "", words: int = 40) -> SearchStrategy[str]:
    """Nonsense of some length in words that begin with a prefix, so that texts of different prefixes share none."""
    vocabulary = [prefix + word for word in _WORDS]
    return st.lists(st.sampled_from(vocabulary), min_size=words, max_size=2 * words).map(lambda found: " ".join(found) + ".")


def story(prefix: str = "") -> SearchStrategy[str]:
    """Forty different words of nonsense in some order."""
    return st.permutations([prefix + word for word in _WORDS]).map(lambda found: " ".join(found) + ".")


def endless(words: int, prefix: str = "") -> str:
    """So many words, no five of them twice in a row."""
    numbered = (f"{prefix}{word}{number}" for number, word in enumerate(cycle(_WORDS)))
    return " ".join(islice(numbered, words)) + "."
