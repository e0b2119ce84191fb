"""Blocks, damage and the text for reading."""

from claimtrack.model.terms import Role
from tests.articles.paper import LAST, LEAD, MORE, read, roles

TITLE = "Brackwater Ferry to Be Repaired Before Winter"


def test_the_clean_text_of_plain_text_is_the_input() -> None:
    article = read(TITLE, LEAD)
    assert article.text == f"{TITLE}\n\n{LEAD}"
    assert [article.origin(place) for place in (0, 50)] == [0, 50]
    assert len(article.reading) == len(article.text) == article.article.length


def test_markup_is_blanked_but_never_inside_quotation_marks() -> None:
    article = read(
        "## " + TITLE,
        'The **mayor** said <u>twice</u> that "the <u>old</u> ferry\u00a0**must** go", see <a href="x">here</a>.\u00a0Done.',
        MORE,
    )
    assert '"the <u>old</u> ferry\u00a0**must** go"' in article.reading
    assert "href" not in article.reading
    assert "  mayor  " in article.reading
    assert "\u00a0Done" not in article.reading


def test_a_sentence_cut_by_a_blank_line_is_one_block() -> None:
    cut = "The guild had asked for a second ferry, the only one of its kind that"
    article = read(TITLE, LEAD, cut, "could sail at low tide in the winter.", MORE)
    assert len(article.blocks) == 4


def test_a_glued_sub_heading_is_cut_free_and_glued_sentences_are_noted() -> None:
    article = read(TITLE, LEAD + "The guild disagrees.Nobody Asks the Old Ferry CrewBoth sides have met since then. " + MORE)
    assert (str(Role.SUBHEAD), "Nobody Asks the Old Ferr") in roles(article)
    assert "run on without a blank" in article.article.note


def test_short_lines_between_paragraphs_are_sub_headings() -> None:
    assert ("subhead", "What the guild wants") in roles(read(TITLE, LEAD, "What the guild wants", MORE))


def test_a_footnote_glued_to_the_last_paragraph_has_its_own_block() -> None:
    article = read(TITLE, LEAD, MORE + "* A guild not recognized in Marshland.")
    assert roles(article)[-1] == ("footnote", "* A guild not recognized")


def test_lines_wrapped_by_width_are_one_paragraph() -> None:
    wrapped = "\n".join(
        ["The harbour council of Brackwater said on Tuesday that the old", "ferry will be repaired before the winter, and that all of its",
         "crew will keep their places until the works are finished by", "the yard, which has not built a ship for more than nine years."]
    )  # fmt: skip
    assert [role for role, _ in roles(read(TITLE, wrapped, LAST))] == ["headline", "body", "body"]


def test_a_caption_is_read_without_its_credit() -> None:
    article = read(TITLE, LEAD, "Picture: The mayor at the quay with two guests from the guild. (Reuters/Ada Quill)", MORE)
    assert ("caption", "The mayor at the quay wi") in roles(article)
