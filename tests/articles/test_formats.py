"""Pages, feeds, archives and news items."""

import json
import sys

import pytest

from claimtrack.articles import Kind, read_article
from claimtrack.errors import InputError
from tests.articles.paper import LAST, LEAD, MORE, OUTLETS, roles

URL = "https://www.brackwatercourier.example/opinion/2031/05/04/ferry.html"
DATA = {
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry to be repaired",
            "datePublished": "2031-05-04T10:00:00Z",
            "author": {"name": "Ada Quill"},
            "publisher": {"name": "Brackwater Courier"},
            "creditText": "Reuters",
        }
    ]
}
PAGE = (
    f'<!DOCTYPE html><html lang="en"><head><title>x</title><link rel="canonical" href="{URL}">'
    f'<script type="application/ld+json">{json.dumps(DATA)}</script></head><body><nav>Home</nav><article><h1>Ferry to be repaired</h1>'
    f"<p>{LEAD} It&#8217;s <b>la</b>te &amp; dear.</p><h2>What the guild wants</h2><p>{MORE}</p>"
    f'<blockquote cite="https://tidewater.example/1"><p>{LAST}</p></blockquote></article></body></html>'
)


def test_a_page_gives_its_text_with_the_way_back_and_its_metadata() -> None:
    pytest.importorskip("trafilatura")
    (found,) = read_article(PAGE, "ferry.html", OUTLETS)
    article = found.article
    assert (article.outlet, article.authors, article.title, article.url) == (
        "outlet:brackwater-courier",
        ("Ada Quill",),
        "Ferry to be repaired",
        URL,
    )
    assert str(article.genre) == "OpinionNewsArticle"
    assert roles(found)[0] == ("headline", "Ferry to be repaired")
    assert ("subhead", "What the guild wants") in roles(found)
    assert {(item.source, str(item.kind)) for item in found.derivations} == {
        ("outlet:reuters", "syndication"),
        ("outlet:tidewater-gazette", "citation"),
    }
    assert all(found.text[run.start : run.end] == PAGE[run.origin : run.origin + run.end - run.start] for run in found.runs)
    assert sum(run.end - run.start for run in found.runs) > 0.9 * len(found.text)


def test_a_canonical_address_elsewhere_is_a_republication() -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace("</head>", '<meta property="og:url" content="https://mirror.example/a"></head>')
    (found,) = read_article(page, "ferry.html", OUTLETS)
    assert ("outlet:brackwater-courier", "republication") in {(item.source, str(item.kind)) for item in found.derivations}


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 10_000 + "<p>" + LEAD + "</p>" + "</div>" * 10_000,
        f"<script type='application/ld+json'>{'[' * 50_000}</script><p>{LEAD}</p>",
        f"<p>{LEAD}\x00\x1b</p>",
    ],
)
def test_a_hostile_page_is_read_all_the_same(page: str) -> None:
    pytest.importorskip("trafilatura")
    (found,) = read_article(page, "x", kind=Kind.HTML)
    assert "old ferry" in found.text


def test_a_feed_gives_an_article_an_entry_and_the_feed_that_each_came_from() -> None:
    pytest.importorskip("feedparser")
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>'
        f"<item><title>Ferry</title><link>https://brackwatercourier.example/1</link><description>{LEAD}</description>"
        '<pubDate>Sun, 04 May 2031 10:00:00 GMT</pubDate><source url="https://tidewater.example/rss">Tidewater Gazette</source></item>'
        f"<item><title>Toll</title><description>{MORE}</description></item></channel></rss>"
    )
    first, second = read_article(feed, "feed.rss", OUTLETS)
    assert [(item.source, str(item.kind)) for item in first.derivations] == [("outlet:tidewater-gazette", "syndication")]
    assert (first.article.outlet, second.article.outlet) == ("outlet:brackwater-courier", "outlet:brackwater-courier")
    assert first.article.key != second.article.key


def test_a_feed_opens_no_file_and_no_entity() -> None:
    pytest.importorskip("feedparser")
    hostile = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>a&x;b</title></item></channel></rss>'
    (found,) = read_article(hostile, "x", kind="feed")
    assert "localhost" not in found.text
    with pytest.raises(InputError):
        read_article(b"/etc/hostname", "x", kind="feed")


def test_an_archive_gives_address_and_day_of_fetching() -> None:
    pytest.importorskip("warcio")
    body = LEAD.encode()
    http = b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2031-06-01T00:00:00Z"
    head += "\r\nContent-Type: application/http; msgtype=response"
    data = f"{head}\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    (found,) = read_article(data, "a.warc", OUTLETS)
    assert found.article.url == URL
    assert "fetched on 2031-06-01" in found.article.note
    assert str(found.article.published.on if found.article.published else "") == "2031-05-04"


def test_a_news_item_names_where_its_information_comes_from() -> None:
    item = {
        "headlines": [{"value": "Ferry"}],
        "bodies": [{"contentType": "text/html", "value": f"<p>{LEAD}</p><p>{MORE}</p>"}],
        "bylines": [{"value": "By Ada Quill"}],
        "versionCreated": "2031-05-04T10:00:00Z",
        "infoSources": [{"name": "AFP"}, {"name": "Tidewater Gazette"}],
    }
    (found,) = read_article(json.dumps(item), "item.json", OUTLETS)
    assert [(drawn.source, str(drawn.kind)) for drawn in found.derivations] == [
        ("Agence France-Presse", "syndication"),
        ("outlet:tidewater-gazette", "citation"),
    ]
    assert [role for role, _ in roles(found)] == ["headline", "body", "body"]


def test_a_missing_extra_is_one_line_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"claimtrack\[html\]") as caught:
        read_article(PAGE, "ferry.html")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01" * 50, "{]", "[" * 100_000])
def test_what_is_no_article_is_told_so(data: bytes | str) -> None:
    with pytest.raises(InputError):
        read_article(data, "x.json" if isinstance(data, str) else "x")
