"""Raw text, pages, feeds, archives and news items in; articles with clean text, blocks and notices of descent out."""

from claimtrack.articles.entrance import Kind, read_article
from claimtrack.articles.language import foreign, looks_english
from claimtrack.articles.places import Places
from claimtrack.articles.records import article_key

__all__ = ["Kind", "Places", "article_key", "foreign", "looks_english", "read_article"]
