"""What around an article is not read, and why."""

import pytest

from tests.articles.paper import LAST, LEAD, MORE, dropped, read, roles

TITLE = "Brackwater Ferry to Be Repaired Before Winter"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Click the button below to share this article.", "share line"),
        ("Follow us on Facebook and Instagram", "follow line"),
        ("Subscribe to our newsletter for the tides of the week.", "newsletter line"),
        ("Please consider supporting our work with a small gift.", "donation line"),
        ("Your email address will not be published.", "comment form"),
        ("Read also: Bridge Toll Delayed Once More", "related story"),
        ("Disclaimer: the views are those of the author alone.", "disclaimer"),
        ("© 2031 Marsh Media", "copyright line"),
        ("* * *", "end mark"),
        ("Home News World Sports", "navigation"),
    ],
)
def test_a_line_is_dropped_with_its_reason(line: str, why: str) -> None:
    assert dropped(read(TITLE, LEAD, MORE, line))[why] == line


def test_everything_below_a_heading_for_related_stories_is_dropped() -> None:
    article = read(TITLE, LEAD, MORE, LAST, "Related articles", "News\nBridge Toll Delayed Once More", LEAD.replace("ferry", "bridge"))
    assert [role for role, _ in roles(article)] == ["headline", "body", "body", "body"]


def test_a_block_repeated_word_for_word_is_read_once() -> None:
    article = read(TITLE, LEAD, MORE, LEAD, LAST)
    assert [words for _, words in roles(article)].count(LEAD[:24]) == 1


def test_prose_that_begins_like_boilerplate_is_read() -> None:
    prose = "Follow the river for a mile and the ferry comes into sight, with its rusty bow and its patient crew, as it has for years. " * 2
    article = read(TITLE, LEAD, prose, MORE, LAST)
    assert len(article.blocks) == 5


def test_a_person_described_in_the_midst_of_an_article_is_no_biography() -> None:
    person = "Odo Marl is a member of the bridge commission. He has asked the council for its figures twice, and got none."
    assert len(read(TITLE, LEAD, person, MORE, LAST).blocks) == 5
