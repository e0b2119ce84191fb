"""Files of ratings against the outlets of a ledger: who gets a mark, who gets none, and what is told of every other row."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import FactKind, Ledger, MakerKind, Outlet, Rating, View
from claimtrack.reliability.ratings import Imported, read_layouts, read_ratings

MERCURY = Outlet(key="outlet:mercury", name="Quay Mercury", domains=("quaymercury.example",))


def view(*outlets: Outlet) -> View:
    return Ledger(outlets or (MERCURY,)).view


def outlet(name: str, *domains: str, aliases: tuple[str, ...] = ()) -> Outlet:
    return Outlet(key=f"outlet:{name}", name=name, domains=domains, aliases=aliases)


def plain(*rows: str, there: View | None = None) -> Imported:
    """What a file with a score of 0.5 or the one given for each domain holds."""
    lines = "".join(f"{row if ',' in row else f'{row},0.5'},score,Quay Panel\n" for row in rows)
    return read_ratings(f"domain,score,scale,rater\n{lines}".encode(), "r.csv", there or view())


def marks(found: Imported) -> list[tuple[str, str]]:
    return sorted((record.source, record.value) for record in found.records if isinstance(record, Rating))


TRAPS = [
    # what the outlet declares, what the file rates, whether the rating is the outlet's
    ("quaymercury.example", "quaymercury.example", True),
    ("quaymercury.example", "https://www.quaymercury.example/news?id=1", True),
    ("quaymercury.example", "QUAYMERCURY.EXAMPLE.", True),
    ("quaymercury.example", "m.quaymercury.example", True),
    ("quaymercury.example", "news.quaymercury.example", False),
    ("quaymercury.example", "blogs.quaymercury.example", False),
    ("quaymercury.example", "notquaymercury.example", False),
    ("quaymercury.example", "quaymercury.example.evil.example", False),
    ("quaymercury.example", "https://quaymercury.example@evil.example/", False),
    ("quaymercury.example", "https://evil.example/?ref=quaymercury.example", False),
    ("quaymercury.example", "mercury.example", False),
    ("www.quaymercury.example", "quaymercury.example", True),
    ("news.quaymercury.example", "quaymercury.example", True),
    ("blogs.quaymercury.example", "quaymercury.example", False),
    ("news.example.co.uk", "example.co.uk", True),
    ("news.example.co.uk", "co.uk", False),
    ("vox.com", "x.com", False),
    ("netflix.com", "x.com", False),
    ("x.com", "vox.com", False),
    ("korybko.substack.com", "substack.com", False),
    ("korybko.substack.com", "korybko.substack.com", True),
    ("korybko.substack.com", "other.substack.com", False),
    ("substack.com", "korybko.substack.com", False),
    ("blog.blogspot.com", "blogspot.com", False),
    ("x.github.io", "github.io", False),
    ("en.wordpress.com", "wordpress.com", False),
    ("пример.рф", "xn--e1afmkfd.xn--p1ai", True),
    ("192.0.2.7", "http://192.0.2.7:8080/", True),
    ("sputniknews.com", "sputnikglobe.com", False),
]


@pytest.mark.parametrize(("declared", "rated", "expected"), TRAPS)
def test_a_mark_goes_to_the_outlet_that_declares_its_site(declared: str, rated: str, expected: bool) -> None:
    found = plain(rated, there=view(outlet("a", declared)))
    assert marks(found) == [("outlet:a", "0.5")] * expected
    assert (found.rows, found.matched, found.unmatched, found.skipped) == (1, int(expected), int(not expected), 0)


def test_an_outlet_has_the_marks_of_all_its_domains_and_of_aliases_that_are_domains() -> None:
    there = view(outlet("sputnik", "sputniknews.com", aliases=("Sputnik International", "sputnikglobe.com")))
    assert marks(plain("sputniknews.com,0.2", "sputnikglobe.com,0.3", there=there)) == [
        ("outlet:sputnik", "0.2"),
        ("outlet:sputnik", "0.3"),
    ]


def test_the_nearest_of_one_raters_marks_counts() -> None:
    there = view(outlet("a", "news.example.org"))
    found = plain("example.org,0.2", "news.example.org,0.8", there=there)
    assert marks(found) == [("outlet:a", "0.8")]
    assert (found.matched, found.unmatched) == (1, 1)


def test_the_mark_of_a_whole_site_is_not_that_of_a_part_where_another_outlet_declares_the_whole() -> None:
    there = view(outlet("whole", "example.org"), outlet("part", "news.example.org"))
    assert marks(plain("example.org", there=there)) == [("outlet:whole", "0.5")]


def test_a_domain_that_two_outlets_declare_is_told_and_given_to_neither() -> None:
    found = plain("example.org", there=view(outlet("a", "example.org"), outlet("b", "www.example.org")))
    assert not found.records
    assert "r.csv:2: domain: example.org is declared by outlet:a and outlet:b" in str(found.faults[0])
    assert found.skipped == 1


def test_each_bad_row_is_told_with_its_line_and_the_rest_is_read() -> None:
    found = plain(
        "quaymercury.example,1.2",
        "quaymercury.example,good",
        ",0.4",
        "quay mercury,0.4",
        "https://x.com/quay,0.4",
        "quaymercury.example,0.9",
    )
    assert [str(fault).partition(";")[0] for fault in found.faults] == [
        "r.csv:2: score: 1.2 is out of range",
        "r.csv:3: score: 'good' is no number",
        "r.csv:4: domain: no domain",
        "r.csv:5: domain: 'quay mercury' is no domain",
        "r.csv:6: domain: 'https://x.com/quay' is an account or a copy on somebody else's site, and says nothing of that site",
    ]
    assert (found.rows, found.matched, found.skipped) == (6, 1, 5)
    assert marks(found) == [("outlet:mercury", "0.9")]


def test_an_empty_cell_is_no_mark_and_nothing_is_filled_in() -> None:
    found = plain("quaymercury.example,", "quaymercury.example,n/a")
    assert (found.blank, found.skipped, found.records) == (2, 0, ())


def test_a_rating_says_who_when_where_and_by_which_reader() -> None:
    text = "domain,grade,scale,rater,date,url,imputed\nquaymercury.example/opinion,b,admiralty,Tide Desk,2025-03-04T10:00:00Z,https://desk.example/1,yes\n"
    (rating,) = read_ratings(text.encode(), "r.csv", view()).records
    assert isinstance(rating, Rating)
    assert (rating.rater, rating.scale, rating.value, str(rating.on), rating.imputed) == ("Tide Desk", "admiralty", "B", "2025-03-04", True)
    assert rating.cited
    assert (rating.cited.source, rating.cited.url) == ("Tide Desk", "https://desk.example/1")
    assert rating.note == "given for quaymercury.example/opinion"
    assert rating.maker
    assert (rating.maker.name, rating.maker.kind) == ("claimtrack ratings", MakerKind.SOFTWARE)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("date", "cannot stand in text"),
        ("url", "is no web address"),
        ("imputed", "is neither yes nor no"),
        ("rater", "cannot stand in text"),
    ],
)
def test_other_cells_that_cannot_be_read_are_told(cell: str, told: str) -> None:
    row = {"domain": "quaymercury.example", "score": 0.5, "scale": "score", "rater": "Quay Panel", cell: "javascript:\x00"}
    found = read_ratings(json.dumps([row]).encode(), "r.json", view())
    assert told in str(found.faults[0])
    assert (found.matched, found.skipped) == (0, 1)


def test_a_row_that_does_not_say_who_rates_is_told() -> None:
    found = read_ratings(b"domain,score,scale,rater\nquaymercury.example,0.5,score,\n", "r.csv", view())
    assert "who rates" in str(found.faults[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "r.csv: has no rows"),
        ("domain,score\n", "has no rows"),
        ("name,stars\nQuay,5\n", r"no layout fits its columns \(name, stars\); name one of plain, lin-pc1"),
        ("domain,score\nquaymercury.example,0.5\n", "the layout plain needs a column scale"),
        ("domain,score,scale\nquaymercury.example,0.5,score\n", "the layout plain needs a column rater or rated by"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_told_once(text: str, told: str) -> None:
    found = read_ratings(text.encode(), "r.csv", view())
    assert len(found.faults) == 1
    with pytest.raises(AssertionError, match=told):
        raise AssertionError(str(found.faults[0]))
    assert (found.records, found.skipped) == ((), found.rows)


class TestPackagedLayouts:
    def test_of_principal_components(self) -> None:
        found = read_ratings(b"domain,pc1,afm\nquaymercury.example,0.731,0.8\n", "domain_ratings.csv", view())
        (rating,) = found.records
        assert isinstance(rating, Rating)
        assert (found.layout, rating.scale, rating.value, str(rating.on)) == ("lin-pc1", "score", "0.731", "2023")
        assert "does not mark which" in rating.note

    @pytest.mark.parametrize("wrapped", [True, False])
    @pytest.mark.parametrize(("word", "expected"), [("very-high", "very high"), ("MF", "mostly factual"), ("MIXED", "mixed")])
    def test_of_factual_reporting(self, word: str, expected: str, wrapped: bool) -> None:
        rows = [
            {"domain": "quaymercury.example", "bias": "center", "reporting": word, "url": "https://mbfc.example/quay", "questionable": []},
            {"domain": "tide.example", "bias": "center", "questionable": []},
            {"domain": "facebook.com/quay", "bias": "center", "reporting": "high"},
        ]
        data: Any = {"version": 5, "date": "2025-12-26T11:00:00.000Z", "biases": [{}], "sources": rows} if wrapped else rows
        found = read_ratings(json.dumps(data).encode(), "combined.json", view())
        (rating,) = found.records
        assert isinstance(rating, Rating)
        assert (found.layout, found.rows, found.blank, found.skipped) == ("mbfc", 3, 2, 0)
        assert (rating.scale, rating.value, str(rating.on)) == ("mbfc", expected, "2025-12-26" if wrapped else "None")
        assert rating.cited
        assert rating.cited.url == "https://mbfc.example/quay"

    def test_of_factual_reporting_in_short(self) -> None:
        data = {
            "date": "2020",
            "sources": {"quaymercury.example": {"b": "C", "d": "quaymercury.example", "r": "VH", "u": "https://mbfc.example/q"}},
        }
        found = read_ratings(json.dumps(data).encode(), "csources.json", view())
        assert (found.layout, marks(found)) == ("mbfc-short", [("outlet:mercury", "very high")])

    def test_of_perennial_sources(self) -> None:
        head = "id,name,status,status_n,wiki_url,urls,urls_n,info\n"
        urls = '"[""www.quaymercury.example"", ""quay mercury""]"'
        one = f'1,Quay,"[""Generally reliable"", ""No consensus""]",2,https://w.example,{urls},2,"on\ntwo lines"\n'
        two = '2,Tide,"[""Deprecated""]",1,https://w.example,[],0,x\n3,Ebb,"[""Splendid""]",1,https://w.example,"[""ebb.example""]",1,x\n'
        found = read_ratings((head + one + two).encode(), "perennial-sources.csv", view())
        assert marks(found) == [("outlet:mercury", "generally reliable"), ("outlet:mercury", "no consensus")]
        assert (found.rows, found.matched, found.blank, found.skipped) == (3, 1, 1, 1)
        assert [fault.line for fault in found.faults] == [5]

    @pytest.mark.parametrize(
        ("code", "controlled"), [("SC", True), ("CaPu", True), ("CaPr", True), ("ISF", False), ("ISM", False), ("IP", False)]
    )
    def test_of_state_media_gives_facts_and_no_letter(self, code: str, controlled: bool) -> None:
        head = "Region,Country,Media company,Main assets,URL,Typology,Status\n"
        quay = f"Sea,Ostrovia,Quay Press Group,Quay Mercury,http://www.quaymercury.example/en/,{code},\n"
        text = f"{head}{quay}Sea,Ostrovia,Tide,Tide Radio,,SC,\n"
        found = read_ratings(text.encode(), "State_Media_Matrix.csv", view())
        (record,) = found.records
        assert isinstance(record, Outlet)
        facts = {fact.about: fact.value for fact in record.facts}
        assert facts.get(FactKind.STATE_CONTROL, "") == "Ostrovia" * controlled
        assert (facts[FactKind.PUBLISHER], facts[FactKind.COUNTRY]) == ("Quay Press Group", "Ostrovia")
        assert "media" in facts[FactKind.DESIGNATION]
        assert all(fact.cited.source.startswith("State Media Profiles") and str(fact.on) == "2024-02" for fact in record.facts)
        assert (found.layout, found.blank) == ("state-media", 1)
        assert not (Ledger([MERCURY]) | Ledger(found.records)).conflicts()

    def test_a_typology_that_is_not_known_is_told(self) -> None:
        text = "Country,Media company,URL,Typology\nOstrovia,Quay,quaymercury.example,XX\n"
        assert "is none of its words" in str(read_ratings(text.encode(), "s.csv", view()).faults[0])


def test_a_layout_of_your_own_says_what_all_rows_share() -> None:
    known = read_layouts(
        '[p]\ncolumns = {domain = "site", value = "stars"}\nscale = "stars"\nrater = "Quay Panel"\nwords = {"5" = "five of five"}'
    )
    found = read_ratings(b"site,stars\nquaymercury.example,5\n", "p.csv", view(), known=known)
    assert marks(found) == [("outlet:mercury", "five of five")]


def test_the_order_of_rows_changes_no_record() -> None:
    rows = ["quaymercury.example,0.9", "www.quaymercury.example,0.8", "tide.example,0.1"]
    assert plain(*rows).records == plain(*reversed(rows)).records


@given(
    st.binary(max_size=200)
    | st.lists(st.text(max_size=20), max_size=8).map(
        lambda cells: ("domain,score,scale,rater\n" + ",".join(cells)).encode("utf-8", "replace")
    )
)
def test_any_file_ends_in_counts_that_add_up(data: bytes) -> None:
    found = read_ratings(data, "r.csv", view())
    assert found.unmatched >= 0
    assert len(found.faults) >= bool(found.skipped)
