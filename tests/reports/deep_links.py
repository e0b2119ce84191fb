"""Opens links to statements in headless Chromium, and tells which words of the page it highlights.

Run as `python -m tests.reports.deep_links` it tries every statement that is read in our own articles, and prints each link that fails.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import attrs
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from claimtrack.articles import read_article
from claimtrack.model import Ledger
from claimtrack.model.records import Statement
from claimtrack.model.values import Span
from claimtrack.statements import extract

ARTICLES = Path(__file__).parents[1] / "accuracy" / "articles"
CHROMIUM = "/usr/bin/chromium"
WIDTH = 500
"""Pixels."""
STYLE = """body { font: 12px/16px sans-serif; margin: 8px; width: 480px } p, h1 { font: inherit; margin: 0 0 8px }
::target-text { background: rgb(255, 0, 255); color: rgb(255, 0, 255) }"""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
MEASURE = """words => { const lines = [...document.querySelectorAll('p')]; const range = document.createRange();
return words.map(([line, start, end]) => { const text = lines[line].firstChild; range.setStart(text, start); range.setEnd(text, end);
const box = range.getClientRects()[0]; return [Math.round((box.left + box.right) / 2), Math.round((box.top + box.bottom) / 2)]; }) }"""
PAINTED = """async ([png, points]) => { const picture = await createImageBitmap(await (await fetch(png)).blob());
const canvas = new OffscreenCanvas(picture.width, picture.height); const pen = canvas.getContext('2d'); pen.drawImage(picture, 0, 0);
const dots = pen.getImageData(0, 0, picture.width, picture.height).data;
return points.map(([x, y]) => {
const at = 4 * (y * picture.width + x); return dots[at] > 250 && dots[at + 1] < 5 && dots[at + 2] > 250; }) }"""


@attrs.frozen
class Told:
    """An article as a page, with the statements that are read in it."""

    name: str
    text: str
    statements: tuple[Statement, ...]

    @property
    def html(self) -> str:
        """The page: each line of the text a paragraph."""
        lines = "".join(f"<p>{escape(line)}</p>\n" for line in self.text.split("\n") if line.strip())
        return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{self.name}</title><style>{STYLE}</style>\n{lines}</html>'

    @property
    def words(self) -> list[tuple[Span, tuple[int, int, int]]]:
        """Each word: where it stands in the text, and its paragraph with the offsets in it, in UTF-16 units as a browser counts."""
        found, place, paragraph = [], 0, 0
        for line in self.text.split("\n"):
            for match in _WORD.finditer(line):
                start = units(line[: match.start()])
                found.append((Span(place + match.start(), place + match.end()), (paragraph, start, start + units(match[0]))))
            place += len(line) + 1
            paragraph += bool(line.strip())
        return found


@attrs.frozen
class Tried:
    """A link that was opened: the words of the statement, and those that were highlighted."""

    statement: Statement
    wanted: str
    shown: str

    @property
    def works(self) -> bool:
        """Whether the very words of the statement are highlighted, no more and no fewer."""
        return self.wanted == self.shown


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def told() -> Iterator[Told]:
    """Our own articles, each with the statements that are read in it."""
    for path in sorted(ARTICLES.glob("*.txt")):
        for read in read_article(path.read_bytes(), path.name, []):
            yield Told(path.stem, read.text, extract(read, Ledger().view).statements)


@contextmanager
def served(pages: Sequence[Told], folder: Path) -> Iterator[str]:
    """The address on loopback where the pages are served meanwhile."""
    for page in pages:
        (folder / f"{page.name}.html").write_text(page.html, "utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser() -> Iterator[tuple[Tab, Tab]]:
    """A tab to open links in, and another that looks at pictures of it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield chromium.new_page(viewport={"width": WIDTH, "height": 100}), chromium.new_page()
        finally:
            chromium.close()


def tried(page: Told, address: str, tabs: tuple[Tab, Tab], statements: Sequence[Statement] | None = None) -> Iterator[Tried]:
    """Open the links to statements of a page, all of them by default, and see what is highlighted."""
    tab, eye = tabs
    tab.goto(f"{address}/{page.name}.html")
    tab.set_viewport_size({"width": WIDTH, "height": tab.evaluate("document.documentElement.scrollHeight")})  # nothing to scroll
    words = page.words
    points = tab.evaluate(MEASURE, [place for _, place in words])
    for statement in page.statements if statements is None else statements:
        tab.goto("about:blank")  # a text fragment counts in a navigation of its own only
        tab.goto(f"{address}/{page.name}.html#:~:text={statement.anchor.fragment}")
        picture = "data:image/png;base64," + b64encode(tab.screenshot()).decode()
        painted = eye.evaluate(PAINTED, [picture, points])
        shown = [span for (span, _), hit in zip(words, painted, strict=True) if hit]
        anchor = statement.anchor
        wanted = [span for span, _ in words if span.start < anchor.end and anchor.start < span.end]
        yield Tried(statement, _spelled(wanted, page.text), _spelled(shown, page.text))


def _spelled(spans: Sequence[Span], text: str) -> str:
    return " ".join(f"{span.start}:{text[span.start : span.end]}" for span in spans)


def main(names: Sequence[str]) -> None:
    """Try every link of the articles of these names, all of them by default, and print those that fail, then the count."""
    pages, many, good = [page for page in told() if not names or page.name in names], 0, 0
    with TemporaryDirectory() as folder, served(pages, Path(folder)) as address, browser() as tabs:
        for page in pages:
            for each in tried(page, address, tabs):
                many, good = many + 1, good + each.works
                if not each.works:
                    print(f"{page.name} {each.statement.key} #:~:text={each.statement.anchor.fragment}")
                    print(f"  wanted {each.wanted}\n  shown  {each.shown}")
    print(f"{good} of {many} links highlight the words of their statement")


if __name__ == "__main__":
    main(sys.argv[1:])
