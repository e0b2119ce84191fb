"""Tests of which articles are one carrier, and of what people say of it."""

from collections.abc import Iterable

import attrs

from claimtrack.model import Article, Derivation, DerivationKind, Judgement, Ledger, Maker, MakerKind, Outlet, Record, Verdict
from claimtrack.provenance import Tracer
from claimtrack.provenance.carriers import Carriers

ADA = Maker(name="Ada Quill")
READER = Maker(name="reader", kind=MakerKind.SOFTWARE, version="1")
OUTLETS = [Outlet(key=f"outlet:{name}", name=name.title()) for name in ("gull", "heron", "tern")]
ARTICLES = [Article(key=f"{name}-{number}", outlet=f"outlet:{name}") for name in ("gull", "heron", "tern") for number in (1, 2)]
COPY = Derivation(derived="heron-1", source="gull-1", kind=DerivationKind.COPY, maker=READER)
MAYBE = attrs.evolve(COPY, proposed=True)


def judged(left: str, right: str, verdict: Verdict, maker: Maker = ADA) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, maker=maker)


def of(article: str, *records: Record) -> str:
    return Carriers(Ledger([*OUTLETS, *ARTICLES, *records]).view).of(article)


SAME, APART = judged("gull-1", "heron-1", Verdict.SAME), judged("gull-1", "heron-1", Verdict.DIFFERENT)


def test_a_copy_stands_with_the_outlet_that_it_copies() -> None:
    assert of("heron-1", COPY) == "outlet:gull"


def test_a_copy_of_texts_of_two_outlets_follows_one_and_leaves_the_outlets_apart() -> None:
    part = attrs.evolve(COPY, source="tern-1", kind=DerivationKind.EXCERPT, declared=True)
    carriers = Carriers(Ledger([*OUTLETS, *ARTICLES, COPY, part]).view)
    assert [carriers.of(key) for key in ("heron-1", "gull-2", "tern-2")] == ["outlet:gull", "outlet:gull", "outlet:tern"]


def test_what_an_article_says_it_copies_goes_before_what_was_found() -> None:
    assert of("heron-1", COPY, attrs.evolve(COPY, source="tern-1", declared=True)) == "outlet:tern"


def test_a_proposed_copy_contracts_nothing() -> None:
    assert of("heron-1", MAYBE) == "outlet:heron"


def test_a_proposed_copy_contracts_once_a_person_takes_it_up() -> None:
    assert of("heron-1", MAYBE, SAME) == "outlet:gull"


def test_a_programs_word_takes_up_no_proposal() -> None:
    assert of("heron-1", MAYBE, judged("gull-1", "heron-1", Verdict.SAME, READER)) == "outlet:heron"


def test_a_persons_different_undoes_a_programs_copy() -> None:
    assert of("heron-1", COPY, APART) == "outlet:heron"


def test_a_persons_different_leaves_a_persons_copy() -> None:
    assert of("heron-1", attrs.evolve(COPY, maker=ADA), APART) == "outlet:gull"


def test_where_people_disagree_nothing_is_joined() -> None:
    assert of("heron-1", MAYBE, SAME, APART) == "outlet:heron"


def test_two_articles_judged_the_same_are_one_carrier_without_a_derivation() -> None:
    assert of("heron-1", SAME) == of("gull-1", SAME) == "outlet:gull"


def test_a_judgement_on_articles_joins_no_other_article_of_their_outlets() -> None:
    assert of("heron-2", SAME) == "outlet:heron"


def test_an_article_judged_the_same_as_a_copy_goes_where_the_copy_goes() -> None:
    copied = attrs.evolve(COPY, derived="gull-1", source="tern-1")
    assert of("heron-1", copied, SAME) == "outlet:tern"
    assert of("heron-2", copied, SAME) == "outlet:heron"


def test_a_judgement_on_what_is_no_article_joins_no_carrier() -> None:
    assert of("heron-1", judged("outlet:gull", "heron-1", Verdict.SAME)) == "outlet:heron"


def test_only_what_stands_makes_a_circle_of_citing() -> None:
    back = attrs.evolve(MAYBE, derived="gull-1", source="heron-1")
    assert Tracer(Ledger([*ARTICLES, COPY, back]).view).circles == ()
    assert Tracer(Ledger([*ARTICLES, COPY, back, SAME]).view).circles != ()


def page(key: str, url: str, outlet: str = "") -> Article:
    return Article(key=key, url=f"https://{url}", outlet=outlet)


class TestVersionsOfOneAddress:
    def carriers(self, *articles: Article, told: Iterable[Judgement] = ()) -> list[str]:
        carriers = Carriers(Ledger([*articles, *told]).view)
        return [carriers.of(article.key) for article in articles]

    def test_they_are_one_carrier(self) -> None:
        assert self.carriers(page("a", "www.tide.example/ferry/"), page("b", "TIDE.example/ferry?utm_source=x#top")) == ["a", "a"]

    def test_they_stand_under_the_outlet_that_one_of_them_names(self) -> None:
        found = self.carriers(page("a", "tide.example/ferry"), page("b", "tide.example/ferry", "outlet:tide"))
        assert found == ["outlet:tide", "outlet:tide"]

    def test_another_page_of_the_same_site_is_none(self) -> None:
        assert self.carriers(page("a", "tide.example/?id=1"), page("b", "tide.example/?id=2")) == ["a", "b"]

    def test_a_person_may_part_them(self) -> None:
        pages = [page(key, "tide.example/live") for key in "ab"]
        assert self.carriers(*pages, told=[judged("a", "b", Verdict.DIFFERENT)]) == ["a", "b"]
