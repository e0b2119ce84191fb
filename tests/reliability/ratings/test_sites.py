"""Which outlets a mark for a site speaks of."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Outlet
from claimtrack.reliability.ratings.sites import Place, Sites

NAMES = st.sampled_from(["example.org", "news.example.org", "fr.news.example.org", "blogs.example.org", "a.substack.com", "substack.com"])


def outlet(name: str, *domains: str, aliases: tuple[str, ...] = ()) -> Outlet:
    return Outlet(key=f"outlet:{name}", name=name, domains=domains, aliases=aliases)


def test_a_site_speaks_for_its_sections_and_the_nearest_comes_first() -> None:
    sites = Sites([outlet("a", "fr.news.example.org", "example.org")])
    assert sites.places("example.org") == (Place(0, "example.org", "outlet:a"), Place(2, "fr.news.example.org", "outlet:a"))
    assert sites.places("news.example.org") == (Place(1, "fr.news.example.org", "outlet:a"),)
    assert sites.places("blogs.example.org") == ()


def test_a_name_among_the_aliases_is_no_domain() -> None:
    sites = Sites([outlet("a", aliases=("Quay Mercury", "Q.", "Mercury", "mercury.example"))])
    assert sites.places("mercury.example") == (Place(0, "mercury.example", "outlet:a"),)


def test_outlets_that_declare_one_site_are_rivals_there_alone() -> None:
    sites = Sites([outlet("a", "example.org", "a.example"), outlet("b", "https://www.example.org/")])
    assert sites.rivals("example.org") == ("outlet:a", "outlet:b")
    assert sites.rivals("a.example") == sites.rivals("nobody.example") == ()


@given(st.lists(st.lists(NAMES, max_size=3), max_size=4))
def test_a_mark_speaks_of_a_site_itself_before_any_part_and_the_order_of_outlets_changes_nothing(domains: list[list[str]]) -> None:
    outlets = [outlet(str(at), *names) for at, names in enumerate(domains)]
    one, other = Sites(outlets), Sites(reversed(outlets))
    for name in ("example.org", "news.example.org", "substack.com"):
        assert one.places(name) == other.places(name)
        assert all((place.steps == 0) == (place.declared == name) for place in one.places(name))
