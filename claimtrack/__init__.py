"""Source reliability and claim tracking."""

__version__ = "0.1.0"
