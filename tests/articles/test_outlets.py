"""Which of the given outlets an address belongs to."""

import pytest

from claimtrack import Outlet
from claimtrack.articles.outlets import Register

REGISTER = Register(
    [
        Outlet(key="outlet:quay", name="Quay Mercury", domains=("quaymercury.example", "xn--bcher-kva.example")),
        Outlet(key="outlet:x", name="X", domains=("x.com",)),
        Outlet(key="outlet:substack", name="Substack", domains=("substack.com",)),
        Outlet(key="outlet:letter", name="A Letter", domains=("letter.substack.com",)),
        Outlet(key="outlet:tide", name="Tide", domains=("www.tide.example",)),
    ]
)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://quaymercury.example/a", "outlet:quay"),
        ("https://www.quaymercury.example", "outlet:quay"),
        ("https://fishing.blogs.quaymercury.example/a", "outlet:quay"),
        ("https://bücher.example/a", "outlet:quay"),
        ("http://tide.example:8080/a", "outlet:tide"),
        ("https://letter.substack.com/p/a", "outlet:letter"),
        ("https://other.substack.com/p/a", ""),
        ("https://substack.com/about", "outlet:substack"),
        ("https://netflix.com/", ""),
        ("https://x.com/somebody/1", ""),
        ("https://quaymercury.example@evil.example/", ""),
        ("https://evil.example/?ref=quaymercury.example", ""),
        ("https://quaymercury.example.evil.example/", ""),
        ("quaymercury.example", ""),
        ("", ""),
    ],
)
def test_an_address_is_that_of_the_outlet_that_declares_its_site_or_one_above_it(url: str, key: str) -> None:
    assert REGISTER.at(url) == key
