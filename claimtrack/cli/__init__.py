"""The command line: words in, words out; what they mean is decided elsewhere."""

from claimtrack.cli.group import main

__all__ = ["main"]
