"""Which site an address belongs to: traps that a match by a part of a word falls into."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domains import ADDRESS_LIMIT, address, home, host, ladder, site, unmirrored, within

SITES = {
    "example.org": "example.org",
    "  example.org\n": "example.org",
    "EXAMPLE.Org": "example.org",
    "example.org.": "example.org",
    "www.example.org": "example.org",
    "www2.example.org": "example.org",
    "m.example.org": "example.org",
    "amp.example.org": "example.org",
    "mobile.example.org": "example.org",
    "www.m.example.org": "example.org",
    "https://example.org": "example.org",
    "HTTPS://WWW.EXAMPLE.ORG/NEWS": "example.org",
    "//example.org/news": "example.org",
    "http:\\\\example.org\\news": "example.org",
    "https:///example.org/": "example.org",
    "example.org:443": "example.org",
    "https://example.org:8443/news": "example.org",
    "https://example.org?ref=whitehouse.gov": "example.org",
    "https://example.org/?ref=whitehouse.gov": "example.org",
    "https://example.org/#whitehouse.gov": "example.org",
    "https://example.org/whitehouse.gov/a": "example.org",
    "https://good.example@evil.example/": "evil.example",
    "https://good.example:443@evil.example/": "evil.example",
    "https://good.example%2F@evil.example/": "evil.example",
    "https://a@b@evil.example/": "evil.example",
    "https://evil.example\\@good.example/": "evil.example",
    "https://evil.example/@good.example": "evil.example",
    "https://evil.example#@good.example/": "evil.example",
    "https://evil.example?@good.example/": "evil.example",
    "vox.com": "vox.com",
    "netflix.com": "netflix.com",
    "x.com": "x.com",
    "example.org.evil.example": "example.org.evil.example",
    "notexample.org": "notexample.org",
    "пример.рф": "xn--e1afmkfd.xn--p1ai",
    "ПРИМЕР.РФ": "xn--e1afmkfd.xn--p1ai",
    "xn--e1afmkfd.xn--p1ai": "xn--e1afmkfd.xn--p1ai",
    "https://www.bücher.example/": "xn--bcher-kva.example",
    "bu\u0308cher.example": "xn--bcher-kva.example",
    "ｅｘａｍｐｌｅ．org": "example.org",
    "example。org": "example.org",
    "straße.example": "xn--strae-oqa.example",
    "ехаmple.org": "xn--mple-43d3a6i.org",
    "127.0.0.1": "127.0.0.1",
    "http://192.0.2.7:8080/": "192.0.2.7",
    "http://[2001:DB8::1]/": "[2001:db8::1]",
    "my_site.example": "my_site.example",
    "someone.substack.com": "someone.substack.com",
    "m.substack.com": "m.substack.com",
    "amp.github.io": "amp.github.io",
    "www.gov.uk": "gov.uk",
    "facebook.com": "facebook.com",
}
NONE = [
    *("", " ", ".", "..", "org", "localhost", "http://localhost/", "http://", "https://?", "https://:80", "example", "example..org"),
    *("-example.org", "example-.org", "exa mple.org", "exam\tple.org", "example.org\x00", "\x00", "ex\u200bample.org", "a" * 64 + ".org"),
    *("mailto:desk@example.org", "desk@example.org", "javascript://example.org/%0aalert(1)", "ftp:example.org", "http:example.org"),
    *("http://2130706433/", "http://0x7f.1/", "999.1.1.1", "1.2.3", "https://℀.example/", '=HYPERLINK("https://example.org")'),
    *(
        "https://exam%70le.org/",
        "http://[example.org]/",
        "http://[::1",
        "<b>example.org</b>",
        "example.org,example.net",
        "x" * 5_000 + ".org",
    ),
    *("https://www.facebook.com/quaymercury", "https://x.com/quay", "https://t.me/quay", "https://sites.google.com/view/quay"),
    *("https://web.archive.org/web/2020/https://example.org/", "https://medium.com/@quay"),
]
HOMES = {
    "news.example.co.uk": "example.co.uk",
    "a.b.example.com": "example.com",
    "example.org": "example.org",
    "city.kobe.jp": "city.kobe.jp",
    "blog.blogspot.com": "blog.blogspot.com",
    "a.blog.blogspot.com": "blog.blogspot.com",
    "x.github.io": "x.github.io",
    "someone.substack.com": "someone.substack.com",
    "a.someone.wordpress.com": "someone.wordpress.com",
    "substack.com": "substack.com",
    "co.uk": "co.uk",
    "192.0.2.7": "192.0.2.7",
    "[::1]": "[::1]",
    "quay.no-such-end": "quay.no-such-end",
}


@pytest.mark.parametrize(("text", "expected"), SITES.items())
def test_an_address_belongs_to_the_site_of_its_host(text: str, expected: str) -> None:
    assert site(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_site_gives_none(text: str) -> None:
    assert site(text) == ""


@pytest.mark.parametrize(("name", "expected"), HOMES.items())
def test_where_a_site_ends_is_told_by_the_list_of_public_suffixes_and_our_additions(name: str, expected: str) -> None:
    assert home(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("example.org", ("example.org",)),
        ("news.example.org", ("news.example.org", "example.org")),
        ("fr.news.example.co.uk", ("fr.news.example.co.uk", "news.example.co.uk", "example.co.uk")),
        ("blogs.example.org", ("blogs.example.org",)),
        ("news.blogs.example.org", ("news.blogs.example.org", "blogs.example.org")),
        ("news.substack.com", ("news.substack.com",)),
        ("en.blogspot.com", ("en.blogspot.com",)),
        ("news.github.io", ("news.github.io",)),
    ],
)
def test_only_sections_and_editions_are_spoken_for_by_the_site_they_are_part_of(name: str, expected: tuple[str, ...]) -> None:
    assert ladder(name) == expected


@pytest.mark.parametrize(
    ("name", "parent", "expected"),
    [
        ("example.org", "example.org", True),
        ("a.b.example.org", "example.org", True),
        ("netflix.com", "x.com", False),
        ("someone.substack.com", "substack.com", False),
        ("x.github.io", "github.io", False),
        ("example.co.uk", "co.uk", False),
        ("example.org", "a.example.org", False),
    ],
)
def test_a_host_lies_within_another_with_nobody_elses_site_between(name: str, parent: str, expected: bool) -> None:
    assert within(name, parent) is expected


def test_the_path_of_an_address_is_kept_without_query_and_slashes() -> None:
    found = address("https://example.org/opinion/a/?x=1#y")
    assert found
    assert (found.host, found.path) == ("example.org", "opinion/a")


def test_a_host_is_told_as_it_is_written() -> None:
    assert host("https://www.Пример.рф/a") == "пример.рф"
    assert host("example.org") == ""


@given(st.text(max_size=60) | st.from_regex(r"(https?:)?[/\\]{0,3}[a-z@:.\[\]%0-9-]{1,30}[/?#\\]?.{0,10}", fullmatch=True))
def test_any_text_gives_a_site_in_its_canonical_form_or_none(text: str) -> None:
    found = site(text)
    assert site(found) == found
    assert found == unmirrored(found)
    assert found == "" or (found.isascii() and len(found) < ADDRESS_LIMIT and within(found, home(found)))


@given(
    st.sampled_from(sorted(set(SITES.values()))),
    st.sampled_from(["", "http://", "https://www.", "//"]),
    st.sampled_from(["", "/", ":80", "/a?b=c", "?x=x.com"]),
)
def test_scheme_port_and_query_change_nothing(name: str, before: str, after: str) -> None:
    if not (name in ("facebook.com", "x.com") and after.startswith("/a")) and not (name.startswith("[") or before.endswith("www.")):
        assert site(before + name + after) == name
