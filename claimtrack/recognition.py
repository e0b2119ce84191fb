"""What a file is, told by how it begins: a ledger, or something else that claimtrack wrote."""

from __future__ import annotations

import re

from claimtrack.model import RECORDS

HEAD = 4_000
"""Bytes in which a file that claimtrack wrote shows that it did."""
OWN = re.compile(
    rb"""(?xs)
    (?:\xef\xbb\xbf)? (?:
        <!doctype\ html> .* <meta\ name="generator"\ content="claimtrack
      | \#\ Support\ report[^\n]*\n\n[\d,]+\ claims?,\ worst
      | \#\ What\ changed\n\n-\ (?:Old:|Nothing\ changed)
      | [^\n]*:\ CT\d{3}\ [a-z-]+:\ (?:error|warning|note):\ # findings, line by line
      | ::(?:error|warning|notice)\ [^\n]*title=CT\d{3}[ ]
      | \{ .* (?: "schema":\ "claimtrack/ | urn:x-claimtrack: | "name":\ "claimtrack" )
    )""",
    re.IGNORECASE,
)
"""What the head of a report, a page, findings or an export looks like."""
_FIRST_TYPE = re.compile(rb"\s*\{[^\n]*\"type\"\s*:\s*\"(?:ledger|" + "|".join(RECORDS).encode() + rb")\"")


def is_own(head: bytes) -> bool:
    """Whether claimtrack wrote a file that begins so, other than a ledger."""
    return OWN.match(head) is not None and not is_ledger(head)


def is_ledger(data: bytes) -> bool:
    """Whether the first line is a record or a version, whatever the file is called."""
    return _FIRST_TYPE.match(data.removeprefix(b"\xef\xbb\xbf")) is not None
