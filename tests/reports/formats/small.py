"""Two reports that the tests of every linked format are run on: an empty one, and a small one with a bit of everything."""

from __future__ import annotations

from claimtrack import Article, Ledger, track
from claimtrack.model import Dating
from tests.support.building import article, descends, report, said

EMPTY = track(Ledger())
ADDRESS = "https://harbour.example/dam?one=1&two=2"
TOLD = report(
    Article(key="a1", outlet="outlet:harbour", title="On the dam", url=ADDRESS, published=Dating(on="2024-03-01"), authors=["Ada Quill"]),
    article("a2", "outlet:valley", published=Dating(on="2024-03")),
    said("S1", "doc:survey", "person:brand", proposition="The dam leaks."),
    said("S2", "person:keeper", article="a2"),
    said("S3", "anon:worker", article="a3"),
    descends("a3", "a1"),
)
"""A small report with a bit of everything."""
