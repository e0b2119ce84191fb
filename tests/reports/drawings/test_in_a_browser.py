"""Tests of drawings as a browser shows them: text stays in its box, readable on a telephone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from claimtrack import Report
from claimtrack.reports import DRAWING_STYLE, drawing_of

pytestmark = pytest.mark.browser

SPILLED = """() => [...document.querySelectorAll('g.node')].flatMap(node => {
  const box = node.querySelector('rect').getBBox();
  return [...node.querySelectorAll('text')]
    .filter(text => {
      const own = text.getBBox();
      return own.x + own.width > box.x + box.width || own.y + own.height > box.y + box.height;
    })
    .map(text => text.textContent);
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg.lines')].map(svg =>
  12 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def page(seeds: Report) -> Iterator[Page]:
    drawings = "".join(f"<div class='lines-frame' tabindex='0'>{drawing_of(claim, seeds.view)}</div>" for claim in seeds.claims)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(f"<!doctype html><html lang='en'><title>x</title><style>{DRAWING_STYLE}</style><body>{drawings}</body></html>")
        yield page
        browser.close()


@pytest.mark.parametrize("font", ["Arial, Helvetica, sans-serif", "DejaVu Sans", "Liberation Serif"])
def test_no_text_leaves_its_box(page: Page, font: str) -> None:
    page.evaluate("font => document.querySelectorAll('svg').forEach(svg => svg.setAttribute('font-family', font))", font)
    assert page.evaluate(SPILLED) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_text_has_eleven_pixels_or_more_and_the_page_does_not_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(SMALLEST) >= 11
    assert not page.evaluate(WIDER)


def test_each_drawing_has_a_name_of_its_own(page: Page, seeds: Report) -> None:
    names = [page.get_by_role("img").nth(place).get_attribute("aria-labelledby") for place in range(len(seeds.claims))]
    assert len(set(names)) == len(seeds.claims)
    assert page.get_by_role("img", name=f"Lines of reporting to {seeds.claims[0].name}").count() == 1
