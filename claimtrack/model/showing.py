"""How values show themselves in a notebook and as tables: seams that `claimtrack.reports` fills, since values know no renderer."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


@singledispatch
def as_html(thing: object) -> str:
    """A thing as a piece of HTML that stands by itself; without a renderer for its type, what Python shows of it."""
    return f"<pre>{escape(object.__repr__(thing))}</pre>"


@singledispatch
def as_frame(thing: object) -> DataFrame:
    """A thing as a data frame of pandas.

    Raises:
        TypeError: when nobody registered how to make one of this type.
    """
    raise TypeError(f"nothing makes a data frame of {type(thing).__name__}; claimtrack.reports does of a report")
