"""Whether a text looks English."""

import pytest

from claimtrack.articles import looks_english
from tests.articles.paper import LEAD


def test_english_prose_looks_english() -> None:
    assert looks_english(LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 34 !!",
        "Der Hafenrat teilte am Dienstag mit, dass die alte Fähre vor dem Winter repariert wird.",
        "Le conseil du port a déclaré mardi que le vieux bac sera réparé avant l’hiver.",
        "De havenraad zei dinsdag dat de oude veerpont voor de winter wordt hersteld.",
        "قال مجلس الميناء يوم الثلاثاء إن العبارة القديمة ستصلح قبل الشتاء",
        "港务委员会星期二表示，旧渡轮将在冬季前修好。",
    ],
)
def test_other_languages_do_not(text: str) -> None:
    assert not looks_english(text)
