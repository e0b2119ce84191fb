"""The cyclic collector held back while many objects are made at once, none of which forms a cycle.

Records, tables and indexes are freed by their counts of references as soon as nobody holds them. The collector looks for cycles among
them all the same, again and again while they are made, and finds none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Hold the cyclic collector back, and let it run again at the end if it ran before; may be nested, and errors change nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
