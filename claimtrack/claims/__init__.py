"""Statements that say the same, put together as claims."""

from claimtrack.claims.wording import claims_by_wording

__all__ = ["claims_by_wording"]
