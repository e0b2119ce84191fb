"""Words that all renderers share, made harmless for where they go."""

from __future__ import annotations

import re
import unicodedata
from json import dumps

from claimtrack.model.records import Article, Statement
from claimtrack.model.reports import SupportReport
from claimtrack.model.terms import Certainty
from claimtrack.model.view import View

_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+\Z", re.IGNORECASE)
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9-]")
_JOINERS = "\u200c\u200d"
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$^=]|(?<!\w)-|-(?!\w)|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""What means something in Markdown, with the places where GitHub's dialect makes a link of a bare address."""


def harmless(text: str) -> str:
    """Text for a terminal or a page: no control, direction or invisible characters; the joiners that scripts need stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_kept(character) for character in text)


def _kept(character: str) -> str:
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn") else character


def escaped(json: str) -> str:
    """JSON in which control, direction and invisible characters are escaped, so that it can be printed; its values stay the same."""
    if json.isascii() and "\x7f" not in json:
        return json
    unsafe = [c for c in set(json) if (c < " " or c > "~") and c != "\n" and _kept(c) != c]
    if not unsafe:
        return json
    return json.translate({ord(c): f"\\u{ord(c):04x}" if ord(c) < 0x10000 else dumps(c)[1:-1] for c in unsafe})


def marked(text: str) -> str:
    """Text for Markdown: nothing in it is markup, neither Markdown's nor HTML's, and it stays on one line."""
    return _MARKS.sub(r"\\\1", " ".join(harmless(text).split())).replace("\\&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")


def shortened(text: str, most: int) -> str:
    """Text on one line, harmless, cut to `most` characters with an ellipsis where it is longer."""
    line = " ".join(harmless(text).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}\u2026"


def range_of(report: SupportReport) -> str:
    """The bounds as `2` or `1..3`; a `+` where the search for more was cut short."""
    more = "" if report.support.certificate.exhaustive else "+"
    return f"{report.lower}{more}" if report.lower == report.upper else f"{report.lower}{more}..{report.upper}"


def breadcrumbs(statement: Statement, view: View) -> str:
    """Who says it, from the outlet inwards: `KabulNow > the UN monitoring report > interlocutors`."""
    return " > ".join(steps(statement, view))


def steps(statement: Statement, view: View) -> list[str]:
    """The same as names, one a step; several holders of one step are put together."""
    found = [view.name(view.resolve(statement.article))]
    for link in statement.chain:
        doubt = "" if link.certainty is Certainty.CERTAIN else f" ({link.certainty})"
        found.append(" and ".join(view.name(view.resolve(holder)) for holder in link.holders) + doubt)
    return found


def deep_link(statement: Statement, article: Article | None) -> str:
    """The address that opens the live page at the statement, empty where the article has none that a browser may open."""
    if article is None:
        return ""
    fragment = statement.anchor.fragment
    link = f"{article.url.partition('#')[0]}#:~:text={fragment}" if fragment else article.url
    return address(link)


def address(link: str) -> str:
    """An address that a browser may open and a terminal may show; empty for anything else."""
    return link if _ADDRESS.match(link) and harmless(link) == link else ""


def narrows(report: SupportReport, view: View) -> list[str]:
    """The names of what everything on record rests on; an actor only where no speaker or document stands for just that one."""
    nodes = report.support.lineage.node
    keys = report.support.bottlenecks
    stood_for = {nodes[key].actors for key in keys if key in nodes}
    shown = tuple(key for key in keys if key in nodes or (key,) not in stood_for)
    return list(dict.fromkeys(named(shown, report, view)))


def named(keys: tuple[str, ...], report: SupportReport, view: View) -> list[str]:
    """The names of nodes and actors of a claim's lineage."""
    nodes = report.support.lineage.node
    return [nodes[key].name if key in nodes else view.name(key) for key in keys]


def anchor_of(kind: str, key: str) -> str:
    """A stable name for the place of something in a page, another for each key: letters, digits and `-`, `.`, `_` only.

    Args:
        kind: `c` for a claim, `o` for an outlet, `a` for an article, `s` for a statement.
        key: what it is called in the records.
    """
    return f"{kind}-" + _NOT_PLAIN.sub(_anchored, key)


def _anchored(found: re.Match[str]) -> str:
    return "." if found[0] == ":" else f"_{ord(found[0]):x}_"
