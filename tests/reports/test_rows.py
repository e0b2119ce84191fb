"""Tests of the rows of a report: one a claim, one a statement, with plain values."""

from __future__ import annotations

from claimtrack import Report
from claimtrack.model import Dating, StanceKind
from claimtrack.reports import claim_rows, statement_rows
from claimtrack.reports.rows import CLAIM_COLUMNS, STATEMENT_COLUMNS
from tests.support.building import article, claim, descends, report, said

PLACE = "https://harbour.example/dam"
LATE, EARLY = Dating(on="2031-05-04"), Dating(on="2031-05-01")


def town() -> Report:
    """A claim with two origins and a denial, in three dated articles of which one is a copy."""
    return report(
        said("S1", "person:brand"),
        said("S2", "person:oro", article="a2"),
        said("S3", "person:keeper", article="a3", stance=StanceKind.DENIES),
        said("S4", "person:brand", article="a4"),
        article("a1", url=PLACE, published=LATE),
        article("a2", "outlet:valley", published=EARLY),
        article("a4", "outlet:wire"),
        descends("a4", "a1", declared=True),
        about=claim(label="C1"),
    )


def test_a_claims_row_counts_origins_carriers_statements_and_denials() -> None:
    (row,) = claim_rows(town())
    counts = ("origins_lower", "origins_upper", "denial_lower", "denial_upper", "carriers", "statements", "denials")
    assert [row[name] for name in counts] == [2, 2, 1, 1, 2, 3, 1]
    assert row["exhaustive"] is True
    assert (row["claim"], row["label"], row["wording"], row["kinds"]) == ("claim:dam-leaks", "C1", "The dam leaks.", ("fact",))
    assert row["outlets"] == ("Harbour Post", "Tidewire", "Valley Herald")
    assert row["flags"] == ("disputed", "copy")


def test_a_claims_row_has_the_earliest_and_the_latest_date_and_the_first_place_that_has_a_link() -> None:
    (row,) = claim_rows(town())
    assert (row["first_appearance"], row["last_appearance"]) == ("2031-05-01", "2031-05-04")
    assert row["url"] == PLACE


def test_without_dates_and_addresses_their_cells_are_empty() -> None:
    (row,) = claim_rows(report(said("S1", "person:brand")))
    assert (row["first_appearance"], row["last_appearance"], row["url"]) == ("", "", "")


def test_a_claim_that_everything_rests_on_one_source_for_names_it() -> None:
    (row,) = claim_rows(report(said("S1", "person:brand")))
    assert row["bottlenecks"] == ("Ilse Brand",)


def test_a_statement_has_a_row_for_each_claim_it_bears_on() -> None:
    both = [*said("S1", "person:brand"), *said("S1", "person:brand", of="claim:dam-holds", stance=StanceKind.DENIES)]
    found = statement_rows(report(both, claim("claim:dam-holds", "The dam holds.")))
    assert sorted((row["claim"], row["statement"], row["stance"]) for row in found) == [
        ("claim:dam-holds", "S1", "denies"),
        ("claim:dam-leaks", "S1", "supports"),
    ]


def test_a_statements_row_tells_who_says_it_through_whom_and_where() -> None:
    (row,) = statement_rows(report(article("a1", url=PLACE, published=LATE), said("S1", "doc:survey", "person:brand")))
    assert row["speakers"] == ("Ilse Brand",)
    assert row["chain"] == "Harbour Post > the dam survey > Ilse Brand"
    assert (row["article"], row["title"], row["outlet"], row["published"]) == ("a1", "On a1", "Harbour Post", "2031-05-04")
    assert (row["start"], row["end"], row["url"]) == (0, 9, PLACE)


def test_a_statement_of_an_unknown_article_has_a_row_all_the_same() -> None:
    (row,) = statement_rows(report(said("S1", article="a9")))
    assert (row["article"], row["title"], row["published"], row["url"], row["speakers"]) == ("a9", "", "", "", ())


def test_every_row_has_every_column_in_order_and_there_are_as_many_as_claims_and_bearings(seeds: Report) -> None:
    claims, statements = claim_rows(seeds), statement_rows(seeds)
    assert [row["label"] for row in claims] == [each.name for each in seeds.claims]
    assert len(statements) == sum(len(each.claim.bearings) for each in seeds.claims)
    assert {tuple(row) for row in claims} == {tuple(column.name for column in CLAIM_COLUMNS)}
    assert {tuple(row) for row in statements} == {tuple(column.name for column in STATEMENT_COLUMNS)}
