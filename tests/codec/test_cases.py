"""A TOML case file gives its records, each with its line, and all its faults at once, each on the line where a writer looks."""

from __future__ import annotations

import pytest

from claimtrack.codec import is_case, read_case
from claimtrack.errors import VersionError
from claimtrack.model import Article, Claim, Maker, Outlet, Period, Record, Stance, StanceKind, Statement

CASE = """\
claimtrack = 1

[maker]
name = "Ida Fennick"
on = 2031-04-03

[[article]]
key = "article:lamp"
published = {on = 2031-04-02}

[[statement]]
key = "S1"
anchor = {start = 1, end = 9}
voice = "authorial"
framing = "reported-fact"

[[statement]]
key = "S2"
article = "article:tide"
anchor = {start = 20, end = 31}
voice = "indirect"
framing = "attributed-fact"
chain = ["outlet:foghorn", ["person:keeper", "org:lights"]]
maker = {name = "Odo Marsh"}

[[claim]]
key = "claim:lamp-out"
wording = "The lamp went out."
maker.name = "Odo Marsh"
[claim.stances]
supports = ["S1"]
denies = [
  "S2",
  "S3",
]
"""


def record(key: str) -> Record:
    """The record of the case file above with that key."""
    return next(record for record, _ in read_case(CASE, "lamp.toml").records if getattr(record, "key", "") == key)


def told(text: str) -> list[str]:
    """The faults of a case file that are told beside its version's."""
    return [str(fault) for fault in read_case(text, "x.toml").faults]


def test_a_sound_file_has_no_faults_and_each_record_knows_its_line() -> None:
    reading = read_case(CASE, "lamp.toml")
    assert not reading.faults
    places = [(record.type, place.line) for record, place in reading.records]
    assert places == [("article", 7), ("statement", 11), ("statement", 17), ("claim", 26), ("stance", 31), ("stance", 33), ("stance", 34)]


def test_dates_may_stand_without_quotation_marks() -> None:
    article = record("article:lamp")
    assert isinstance(article, Article)
    assert article.published
    assert article.published.on == Period.parse("2031-04-02")


def test_statements_belong_to_the_one_article_of_the_file_unless_they_name_another() -> None:
    own, other = record("S1"), record("S2")
    assert isinstance(own, Statement)
    assert isinstance(other, Statement)
    assert (own.article, other.article) == ("article:lamp", "article:tide")


def test_the_files_maker_made_what_names_no_other() -> None:
    makers: list[Maker] = [getattr(record, "maker") for record, _ in read_case(CASE, "x").records]  # noqa: B009 - not all records have one
    assert [maker.name for maker in makers] == ["Ida Fennick"] * 2 + ["Odo Marsh"] * 5


def test_the_stances_under_a_claim_are_records_of_its_maker() -> None:
    claim = record("claim:lamp-out")
    assert isinstance(claim, Claim)
    stances = [record for record, _ in read_case(CASE, "x").records if isinstance(record, Stance)]
    assert [(stance.statement, stance.kind) for stance in stances] == [
        ("S1", StanceKind.SUPPORTS),
        ("S2", StanceKind.DENIES),
        ("S3", StanceKind.DENIES),
    ]
    assert {(stance.claim, stance.maker) for stance in stances} == {(claim.key, claim.maker)}


def test_one_table_does_where_there_is_one_record() -> None:
    [(outlet, place)] = read_case('claimtrack = 1\n[outlet]\nkey = "o"\nname = "The Gull"', "x").records
    assert outlet == Outlet(key="o", name="The Gull")
    assert place.line == 2


def test_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert read_case("\ufeff" + CASE.replace("\n", "\r\n"), "lamp.toml") == read_case(CASE, "lamp.toml")


def test_a_newer_version_is_refused_with_the_advice_to_upgrade() -> None:
    with pytest.raises(VersionError, match=r"x:2: claimtrack: expected version 1, found the number 2; a newer claimtrack wrote this"):
        read_case("# ours\nclaimtrack = 2", "x")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("claimtrack = 1", "", 'x.toml: claimtrack: missing; a case file starts with "claimtrack = 1"'),
        ("on = 2031-04-03", "onn = 1", "x.toml:5: maker.onn: unknown field; did you mean 'on'?"),
        ("on = 2031-04-03", "on = 2031-04-03T10:00:00Z", "x.toml:5: maker.on: expected a day such as 2031-04-03, found the datetime"),
        ("on = 2031-04-03", "on = 10:00:00", "x.toml:5: maker.on: expected a date such as 2021-10-20, found the time 10:00:00"),
        ("end = 9}", "end = 0}", "x.toml:13: statement[0].anchor.end: ends at 0, which is not after its start at 1"),
        ('voice = "authorial"', "", "x.toml:11: statement[0].voice: missing; every statement needs 'voice', one of direct, mixed,"),
        ('voice = "indirect"', 'voice = "indirct"', "x.toml:21: statement[1].voice: expected one of direct, mixed, indirect, authorial;"),
        ('"org:lights"]]', '"person:keeper"], "outlet:foghorn"]', "x.toml:23: statement[1].chain: the chain comes back to"),
        ('{name = "Odo Marsh"}', '"Odo Marsh"', "x.toml:24: statement[1].maker: expected a table, found the text 'Odo Marsh'"),
        ('key = "S2"', 'key = "S1"', "x.toml:18: statement[1].key: 'S1' is the key of statement[0] on line 12 already; give each its own"),
        ("denies = [", "denys = [", "x.toml:32: claim[0].stances.denys: unknown stance; did you mean 'denies'?"),
        ('supports = ["S1"]', 'supports = "S1"', "x.toml:31: claim[0].stances.supports: expected a list of statements, found the text"),
        ('"S3"', "3", "x.toml:34: claim[0].stances.denies[1]: expected text, found the number 3"),
        ('"S3"', '""', "x.toml:34: claim[0].stances.denies[1]: empty where a name is needed"),
        ("[[claim]]\n", '[[claim]]\nlable = "C1"\n', "x.toml:27: claim[0].lable: unknown field; did you mean 'label'?"),
        ("[[claim]]\n", 'outlet = "x"\n[[claim]]\n', "x.toml:26: statement[1].outlet: unknown field"),
    ],
)
def test_a_slip_is_told_on_its_line_and_nothing_else_is(old: str, new: str, fault: str) -> None:
    assert CASE.count(old) == 1
    [found] = told(CASE.replace(old, new))
    assert found.startswith(fault)


def test_all_faults_of_a_file_are_told_at_once_in_the_order_of_its_lines() -> None:
    text = CASE.replace('"S1"', "1").replace("end = 31", "stop = 31").replace('wording = "The', 'words = "The')
    assert [(fault.line, fault.path) for fault in read_case(text, "x").faults] == [
        (12, "statement[0].key"),
        (20, "statement[1].anchor.end"),
        (20, "statement[1].anchor.stop"),
        (26, "claim[0].wording"),
        (28, "claim[0].words"),
        (31, "claim[0].stances.supports[0]"),
    ]


def test_the_stances_of_a_claim_at_fault_are_checked_but_not_kept() -> None:
    records = read_case(CASE.replace("wording", "words"), "x").records
    assert not [record for record, _ in records if isinstance(record, Stance | Claim)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("claimtrack = 1\n[[outlt]]", "x.toml:2: outlt: unknown table; did you mean 'outlet'?"),
        ("claimtrack = 1\noutlet = 5", "x.toml:2: outlet: expected a table headed [[outlet]], found the number 5"),
        ("claimtrack = 1\noutlet = [\n 5]", "x.toml:3: outlet[0]: expected a table headed [[outlet]], found the number 5"),
        ("claimtrack = 1\n[claim]\nkey='c'\nwording='w'\nstances = 4", "x.toml:5: claim.stances: expected lists such as supports = [...]"),
        ("claimtrack = 1\nmaker = 'Ida'", "x.toml:2: maker: expected a table, found the text 'Ida'"),
        ("claimtrack = 1\n[maker\n", "x.toml:2: not TOML at column 7: Expected ']'"),
        ("claimtrack = 1\na = 'x", "x.toml:2: not TOML at the end of the file: "),
        ("claimtrack = 1\nclaimtrack = 1\n", "x.toml:2: not TOML at column 15: Cannot overwrite a value; a key or table of that name"),
        ("[maker]\n[maker]", "x.toml:2: not TOML at column 7: Cannot declare ('maker',) twice; a table of that name stands above already"),
        ("a = 2031-02-30", "x.toml:1: not TOML at column 5: Invalid date or datetime; no day of the calendar"),
        ("a = yesterday", "x.toml:1: not TOML at column 5: Invalid value; texts and dates such as 2021-10 need quotation marks"),
        ('a = "C:\\dir"', "x.toml:1: not TOML at column 10: Unescaped '\\' in a string; write \\\\ for a backslash"),
        ('a = "she said "no""', "x.toml:1: not TOML at column 16: Expected newline or end of document after a statement; one key"),
        ("a = " + "9" * 5_000, "x.toml: a number of far too many digits"),
        ("a = " + "[" * 10_000, "x.toml: nested too deeply to be a case file"),
        ("claimtrack = 1\n" + "a." * 10_000 + "a = 1", "x.toml:2: nested too deeply to be a case file"),
    ],
    ids=lambda value: value[:40],
)
def test_a_file_that_is_wrong_as_a_whole_says_what_to_do(text: str, fault: str) -> None:
    [found] = told(text)
    assert found.startswith(fault)


@pytest.mark.parametrize("text", ["claimtrack = 1", "[[statement]]", "# ours\n[outlet]", "  claimtrack=2"])
def test_what_means_to_be_a_case_file_is_one(text: str) -> None:
    assert is_case(text)


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "# claimtrack = 1", "statement = 1"])
def test_other_toml_files_are_none(text: str) -> None:
    assert not is_case(text)
