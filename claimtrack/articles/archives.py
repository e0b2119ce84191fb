"""Web archives (WARC, ISO 28500): every page of one, with its address and the day it was fetched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from claimtrack.articles.dates import find_date
from claimtrack.articles.extras import Stream, needed, refused

PAGE_LIMIT = 20_000_000
"""Bytes of one record that are read."""
_KINDS = ("text/html", "application/xhtml", "text/plain", "application/rss", "application/atom", "text/markdown", "application/json")


@attrs.frozen
class Fetched:
    """One page as it was fetched."""

    url: str
    data: bytes
    kind: str
    on: date | None


def read_archive(data: bytes, name: str) -> Iterator[Fetched]:
    """The pages of a web archive, in its order.

    Raises:
        InputError: when the extra is missing, or the archive is damaged.
    """
    iterator = needed("warcio.archiveiterator", "warc", name).ArchiveIterator
    broken = needed("warcio.exceptions", "warc", name).ArchiveLoadFailed
    try:
        for record in iterator(Stream(data)):
            page = _page(record)
            if page is not None:
                yield page
    except (broken, zlib.error, EOFError, ValueError) as error:
        raise refused(name, f"is no whole web archive: {str(error)[:120]}") from error


def _page(record: Any) -> Fetched | None:
    """What a record holds, when it is the answer to a request for a text."""
    headers, answer = record.rec_headers, record.http_headers
    kind = (answer.get_header("Content-Type") or "") if answer else (headers.get_header("Content-Type") or "")
    status = answer.get_statuscode() if answer else "200"
    wanted = record.rec_type in {"response", "resource"} and status == "200" and kind.lower().startswith(_KINDS)
    if not wanted:
        return None
    on = find_date((headers.get_header("WARC-Date") or "")[:10])
    content = record.content_stream().read(PAGE_LIMIT)
    return Fetched(headers.get_header("WARC-Target-URI") or "", content, kind.lower(), on.start if on else None)
