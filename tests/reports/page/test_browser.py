"""The page in headless Chromium: readable without script, sound for keyboard and screen reader, and inert whatever the texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from claimtrack import Report
from claimtrack.publishing import publish
from claimtrack.reports import drawing_of
from claimtrack.reports.page.slim import slim
from tests.reports.hostile import PAYLOADS
from tests.reports.page.building import hostile

pytestmark = pytest.mark.browser
CHROMIUM = "/usr/bin/chromium"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, "resultTypes": ["violations"]}
PHONE, DESKTOP = {"width": 320, "height": 700}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as played:
        browser = played.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page in the browser, with all that it asked for, said and tried."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.talk: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url.partition("#")[0]))
        page.on("console", lambda message: self.talk.append(message.text))
        page.on("pageerror", lambda error: self.talk.append(str(error)))
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.talk.append(dialog.message)
        dialog.dismiss()


@contextmanager
def opened(browser: Browser, text: str, folder: Path, place: str = "", **context: Any) -> Iterator[Opened]:
    """The text opened from a file, as readers do."""
    file = folder / "report.html"
    file.write_text(text, "utf-8")
    within = browser.new_context(**{"viewport": DESKTOP, **context})
    found = Opened(within.new_page())
    found.page.goto(f"{file.as_uri()}{place}")
    yield found
    assert set(found.requests) == {file.as_uri()}
    within.close()


def problems(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds against WCAG 2.1 AA, each rule with the first place; it takes a minute for a page of many thousand elements."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_against_wcag(chromium: Browser, small_page: str, tmp_path: Path, scheme: str, size: dict[str, int]) -> None:
    with opened(chromium, small_page, tmp_path, bypass_csp=True, color_scheme=scheme, viewport=size) as found:
        found.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert problems(found.page) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["seeds_page", "hostile_page"])
def test_the_page_never_scrolls_sideways(chromium: Browser, name: str, width: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with opened(chromium, request.getfixturevalue(name), tmp_path, viewport={"width": width, "height": 700}) as found:
        found.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert found.page.evaluate("document.documentElement.scrollWidth") == width


def test_hostile_texts_do_nothing(chromium: Browser, hostile_page: str, tmp_path: Path) -> None:
    with opened(chromium, hostile_page, tmp_path) as found:
        found.page.wait_for_timeout(200)
        assert found.talk == []
        assert found.page.evaluate("document.querySelectorAll('img, iframe, object, embed, form, base, link, video, audio').length") == 0
        assert found.page.evaluate("document.scripts.length") == 1
        assert "<script>alert(1)</script>" in found.page.inner_text("#claims")


def test_no_payload_runs_even_without_the_policy(chromium: Browser, tmp_path: Path) -> None:
    assert len(PAYLOADS) >= 200
    with opened(chromium, publish(hostile(tuple(PAYLOADS)), "html"), tmp_path, bypass_csp=True) as found:
        found.page.wait_for_timeout(500)
        assert found.talk == []  # a call of the mark would be an error, since nobody defines it
        assert found.page.evaluate("document.scripts.length") == 1
        assert (
            found.page.evaluate("[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => /^on/i.test(a.name)))") is False
        )


def test_the_policy_lets_no_other_script_run(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    planted = seeds_page.replace("<footer", "<script>window.planted = 1</script><svg onload='window.planted = 2'></svg><footer")
    with opened(chromium, planted, tmp_path) as found:
        assert found.page.evaluate("window.planted") is None
        assert any("Content Security Policy" in line for line in found.talk)


def test_without_script_everything_can_be_read(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path, java_script_enabled=False) as found:
        page = found.page
        assert page.locator("#table tbody tr").count() == 25
        assert all(row.is_visible() for row in page.locator("#table tbody tr").all())
        assert all(claim.is_visible() for claim in page.locator("article.claim").all())
        assert not page.locator(".tools").is_visible()
        page.locator("article.claim details > summary").first.click()
        assert page.locator("article.claim details[open]").count() == 1


def test_searching_and_filtering_tell_how_many_claims_are_shown(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path) as found:
        page = found.page
        assert page.inner_text("#shown") == "25 of 25 claims shown"
        page.fill("#words", "propaganda")
        assert page.inner_text("#shown") == "1 of 25 claims shown"
        assert page.locator("article.claim:visible").count() == 1
        page.fill("#words", "")
        page.select_option("#flag", "CT301")
        shown = page.locator("#table tbody tr:visible")
        assert page.inner_text("#shown") == f"{shown.count()} of 25 claims shown"
        assert all("disputed" in row.inner_text() for row in shown.all())
        assert found.talk == []


def test_a_heading_sorts_up_and_then_down_by_the_keyboard_alone(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path) as found:
        page = found.page
        names = "[...document.querySelectorAll('#table tbody th')].map(each => each.textContent)"
        page.focus("#table th button")
        page.keyboard.press("Enter")
        assert page.evaluate(names) == sorted(page.evaluate(names))
        assert page.get_attribute("#table thead th", "aria-sort") == "ascending"
        page.keyboard.press("Enter")
        assert page.evaluate(names) == sorted(page.evaluate(names), reverse=True)
        assert page.get_attribute("#table thead th", "aria-sort") == "descending"


def test_a_link_to_a_folded_or_filtered_place_shows_it(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path, "#s-S003-27") as found:
        page = found.page
        assert page.locator('[id="s-S003-27"]').is_visible()
        page.fill("#words", "propaganda")
        page.evaluate("location.hash = '#c-claim.al-qaeda-taliban-close'")
        page.wait_for_function("document.getElementById('shown').textContent === '25 of 25 claims shown'")
        assert page.locator('[id="c-claim.al-qaeda-taliban-close"]').is_visible()


def test_searching_covers_claims_in_a_line_and_unfolds_their_article(chromium: Browser, raw: Report, tmp_path: Path) -> None:
    with opened(chromium, publish(raw, "html"), tmp_path) as found:
        page, lines = found.page, found.page.locator(".own li")
        word = lines.last.locator("bdi").inner_text(timeout=1_000) or lines.last.locator("bdi").text_content() or ""
        assert not lines.last.is_visible()
        page.fill("#words", word)
        assert lines.last.is_visible()
        assert "1 of them in a line under their articles" in page.inner_text("#shown")
        page.fill("#words", "")
        assert page.locator(".own[open]").count() == 0
        page.select_option("#flag", "CT108")
        assert all("CT108" in line.inner_text() for line in page.locator(".own li:visible").all())


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_claim_in_a_line_shows_it(chromium: Browser, raw: Report, tmp_path: Path, script: bool) -> None:
    text = publish(raw, "html")
    place = re.findall(r'<li id="(c-[^"]*)"', text)[-1]
    with opened(chromium, text, tmp_path, f"#{place}", java_script_enabled=script) as found:
        assert found.page.locator(f'[id="{place}"]').is_visible()


def test_drawings_look_in_the_page_as_they_do_by_themselves(chromium: Browser, seeds: Report, seeds_page: str, tmp_path: Path) -> None:
    claim = max(seeds.claims, key=lambda each: len(each.support.lineage.nodes))
    style = seeds_page[seeds_page.index("<style>") : seeds_page.index("</style>")]
    before = re.sub(' class="(kind|note)"', "", drawing_of(claim, seeds.view))  # classes that the page has for other things
    pictures = []
    for drawn in (before, slim(before)):
        with opened(
            chromium, f"<!doctype html><meta charset=utf-8>{style}</style><div class='lines-frame'>{drawn}</div>", tmp_path
        ) as found:
            pictures.append(found.page.locator("svg").screenshot())
    assert pictures[0] == pictures[1]


def test_the_first_stop_of_the_keyboard_leads_past_the_head(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path) as found:
        found.page.keyboard.press("Tab")
        assert found.page.evaluate("document.activeElement.textContent") == "Skip to the report"
        assert found.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        found.page.keyboard.press("Enter")
        assert found.page.evaluate("document.activeElement.id") == "main"


def test_in_print_everything_folded_is_open_and_tools_are_gone(chromium: Browser, seeds_page: str, tmp_path: Path) -> None:
    with opened(chromium, seeds_page, tmp_path) as found:
        found.page.emulate_media(media="print")
        found.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert found.page.locator("details:not([open])").count() == 0
        assert not found.page.locator(".tools").is_visible()
        found.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert found.page.locator("details[open]").count() == 0
        assert found.page.pdf()[:5] == b"%PDF-"
