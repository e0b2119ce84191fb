"""Strings that would do something to a terminal, a page or a spreadsheet, if anything let them."""

from __future__ import annotations

import re
import unicodedata

HOSTILE = (
    "\x9b31mred\x9b0m",
    "\x90payload\x9c",
    "\x85next line",
    "bell\x07",
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://harbour.example\x07click\x1b]8;;\x07",
    "\x1bc",
    "\r\nOverwritten",
    "back\x08space",
    "nul\x00byte",
    "delete\x7f",
    "vertical\x0btab\x0cfeed",
    "\x1c\x1d\x1e\x1f",
    "\u202eright to left\u202c",
    "\u202dleft\u202c",
    "\u2066isolate\u2069",
    "\u2067isolate\u2069",
    "\u2068first strong\u2069",
    "\u200emark\u200f",
    "\u061carabic mark",
    "zero\u200bwidth",
    "\u2060joined\u2060",
    "\ufeffbom",
    "soft\u00adhyphen",
    "line\u2028separator",
    "paragraph\u2029separator",
    "\ue000private",
    "tag\U000e0041\U000e0042",
    "\u206ainhibit",
    "\ufff9anno\ufffatation\ufffb",
    "\u180evowel",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><h1>out</h1>",
    "<!-- comment",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<svg/onload=alert(1)>",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<harbour@example.com>",
    "<https://harbour.example>",
    "| cell | cell |",
    "a|b",
    "\\| escaped",
    "\\",
    "\\\\|",
    "`code`",
    "``` fence\ncode\n```",
    "[link](https://harbour.example)",
    "[ref]: https://harbour.example",
    "![image](https://harbour.example/x.png)",
    "[x](javascript:alert(1))",
    "https://harbour.example/path",
    "www.harbour.example",
    "# heading",
    "## heading\n\ntext",
    "one\n\n---\n\ntwo",
    "text\n===",
    "- item\n- item",
    "1. item",
    "> quoted",
    "**bold** *it* __b__ _i_ ~~gone~~",
    "$x^2$ $$y$$",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7 * 7 %>",
    "%s %d %n {0} {name}",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    '=HYPERLINK("https://harbour.example")',
    "\ttab first",
    "'; DROP TABLE claims; --",
    "$(touch x) `touch x`",
    "../../etc/passwd",
    "a" * 300,
    "宽" * 60,
    "e\u0301\u0301\u0301\u0301",
    "\U0001f469\u200d\U0001f692 crew",
)
"""What a terminal, a browser, GitHub, a template engine, a spreadsheet or a shell could take for an order."""

KEPT = "\u200c\u200d"


def controls(text: str) -> set[str]:
    """The control, direction and invisible characters in a text, line ends and joiners apart."""
    return {f"U+{ord(c):04X}" for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and c not in f"\n{KEPT}"}


def printable(text: str) -> str:
    """A text as records accept it: without the control characters that they refuse."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)
