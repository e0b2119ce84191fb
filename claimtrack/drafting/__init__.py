"""A draft held against the articles that it was written from: its quotations looked up word for word, its claims by what they say."""

from claimtrack.drafting.check import check_draft

__all__ = ["check_draft"]
