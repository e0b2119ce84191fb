"""A path into a TOML text leads to the line where a reader looks for it."""

from __future__ import annotations

import pytest

from claimtrack.codec.toml_lines import TomlLines

TEXT = '''\
claimtrack = 1
maker = {name = "Ida Fennick"}

[[statement]]   # [[statement]] in a comment
key = "S1"
note = """
[[statement]]
voice = "in a text"
"""
anchor = {start = 1, end = 9}
voice = "direct" # voice = 2

[[ "statement" ]]
"key" = "S2"
quotes = [
  {start = 1, end = 2}, # a, comma

  {start = 3,
   end = 4},
]
modality = ["hedged",
  "loaded", "factive",
  "future"]
maker.name = "Odo"
note = \'\'\'it's
[claim]\'\'\'
proposition = "a ] b \\" ["

[[statement.content]]
end = 3
[[statement.content]]
end = 4

[claim]
key = "C"
wording = 'x'
[claim.stances]
supports = ["S1"]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("claimtrack", 1),
        ("maker.name", 2),
        ("statement", 4),
        ("statement[0]", 4),
        ("statement[0].key", 5),
        ("statement[0].anchor", 10),
        ("statement[0].anchor.end", 10),
        ("statement[0].voice", 11),
        ("statement[0].framing", 4),
        ("statement[1]", 13),
        ("statement[1].key", 14),
        ("statement[1].quotes", 15),
        ("statement[1].quotes[0]", 16),
        ("statement[1].quotes[1].end", 18),
        ("statement[1].modality[0]", 21),
        ("statement[1].modality[1]", 22),
        ("statement[1].modality[2]", 22),
        ("statement[1].modality[3]", 23),
        ("statement[1].maker", 24),
        ("statement[1].maker.name", 24),
        ("statement[1].maker.kind", 24),
        ("statement[1].note", 25),
        ("statement[1].proposition", 27),
        ("statement[1].content[0].end", 30),
        ("statement[1].content[1]", 31),
        ("statement[1].content[1].end", 32),
        ("claim", 34),
        ("claim.wording", 36),
        ("claim.stances", 37),
        ("claim.stances.supports[0]", 38),
        ("statement[7].key", 4),
        ("nowhere.at[1].all", 0),
        ("", 0),
    ],
)
def test_a_path_has_the_line_of_its_key_or_of_the_nearest_thing_around_it(path: str, line: int) -> None:
    assert TomlLines(TEXT).of(path) == line


def test_only_line_feeds_end_a_line_of_toml() -> None:
    assert TomlLines('note = "a\u2028b\x85c"\r\nkey = 1\r\n').of("key") == 2


def test_lists_in_lists_and_brackets_in_texts_do_not_mislead() -> None:
    lines = TomlLines('chain = [\n["a", "]"],\n[\n"b",\n"c"],\n{holders = ["d", "e"]},\n]\nvoice = 1')
    assert [lines.of(f"chain[{place}]") for place in range(3)] == [2, 3, 6]
    assert lines.of("voice") == 8
