"""How far a source is to be relied on, and what evidence amounts to: opinions and what may be done with them."""

from claimtrack.reliability.opinions import averaged, discounted, fused, negated, strongest, vacuous, weighted

__all__ = ["averaged", "discounted", "fused", "negated", "strongest", "vacuous", "weighted"]
