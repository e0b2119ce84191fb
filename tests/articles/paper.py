"""A made-up town, its outlets and its articles, for the tests of this stage."""

from claimtrack.articles import read_article
from claimtrack.model import Outlet
from claimtrack.model.reading import ArticleText

COURIER = Outlet(key="outlet:brackwater-courier", name="Brackwater Courier", aliases=["The Courier"], domains=["brackwatercourier.example"])
GAZETTE = Outlet(key="outlet:tidewater-gazette", name="Tidewater Gazette", domains=["tidewater.example"])
WIRE = Outlet(key="outlet:reuters", name="Reuters", domains=["reuters.com"])
OUTLETS = (COURIER, GAZETTE, WIRE)
LEAD = (
    "The harbour council of Brackwater said on Tuesday that the old ferry will be repaired before the winter. "
    "Mayor Ilse Tandem told residents that “nobody will be left on the quay” this year. The works cost two million crowns."
)
MORE = (
    "Fishermen were less sure. Their guild wrote that the council had made the same promise three years ago, and that it was not kept. "
    "The council did not answer. Two of its members have since left for the bridge commission."
)
LAST = (
    "The bridge commission meets again in the spring, when the first figures of the toll are due. "
    "It was set up after the flood, and its chair, Odo Marl, has asked for patience more than once. Nobody objected at the time."
)


def read(*parts: str, name: str = "ferry.txt") -> ArticleText:
    """The article of a text given in paragraphs."""
    return read_article("\n\n".join(parts), name, OUTLETS)[0]


def roles(article: ArticleText) -> list[tuple[str, str]]:
    """Each block's role and first words."""
    return [(str(block.role), " ".join(article.reading[block.start : block.end].split())[:24]) for block in article.blocks]


def dropped(article: ArticleText) -> dict[str, str]:
    """What is not read, by the reason."""
    return {drop.why: article.text[drop.start : drop.end] for drop in article.dropped}
