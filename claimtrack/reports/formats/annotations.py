"""The statements as Web Annotations: where each stands, what it bears on, by whom it is said (W3C Web Annotation Data Model)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimtrack.model.records import Article, Statement
from claimtrack.model.reports import Report
from claimtrack.model.terms import StanceKind
from claimtrack.model.values import digest
from claimtrack.model.view import View
from claimtrack.reports.formats.identifiers import NAMESPACE, PREFIX, inert_json, iri, web
from claimtrack.reports.words import breadcrumbs

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"
AROUND = 32
"""Characters quoted before and after a statement, to tell it from the same words elsewhere."""
Bearings = Sequence[tuple[str, StanceKind]]


def web_annotation(report: Report, *, texts: Mapping[str, str] | None = None, text: bool = True) -> str:
    """One annotation a statement, in a collection of one page.

    Positions count code points of the clean text, as the recommendation asks (section 4.2.5). Where that text is given, they stand in
    UTF-16 code units beside, which is what scripts in a browser count.

    Args:
        report: what to put into it.
        texts: clean texts of articles, by the SHA-256 digest that their records bear; the words of statements are quoted from these.
        text: false to quote no words even so.
    """
    bearings: dict[str, list[tuple[str, StanceKind]]] = defaultdict(list)
    for claim in report.claims:
        for bearing in claim.claim.bearings:
            bearings[bearing.statement].append((claim.claim.key, bearing.kind))
    statements = (statement for _, statement in sorted(report.view.statements.items()))
    items = [_annotation(each, report.view, bearings[each.key], texts or {}, text) for each in statements]
    name = report.digest or "empty"
    page = {"id": iri("annotation-page", name), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return inert_json(
        {
            "@context": [CONTEXT, {PREFIX: NAMESPACE}],
            "id": iri("annotations", name),
            "type": "AnnotationCollection",
            "label": "Statements in articles, and the claims that they bear on",
            "total": len(items),
            "first": page,
        }
    )


def _annotation(statement: Statement, view: View, bearings: Bearings, texts: Mapping[str, str], quoted: bool) -> dict[str, Any]:
    article = view.articles.get(view.resolve(statement.article))
    words = _words(statement, article, texts)
    selectors = [_position(statement, words), *_fragment(statement, article)]
    if words and quoted:
        selectors.append(_quote(statement, words))
    return {
        "id": iri("statement", statement.key),
        "type": "Annotation",
        "motivation": "classifying",
        "body": list(_bodies(statement, view, bearings)),
        "target": {
            "type": "SpecificResource",
            "source": (web(article.url.partition("#")[0]) if article else "") or iri("article", view.resolve(statement.article)),
            "selector": selectors,
        },
    }


def _bodies(statement: Statement, view: View, bearings: Bearings) -> Iterator[dict[str, Any]]:
    """The claims that it bears on and how, as what it is put forward, and who says it."""
    for claim, stance in sorted(bearings, key=lambda each: (each[0], str(each[1]))):
        yield {"type": "SpecificResource", "source": iri("claim", claim), "purpose": "linking", "ct:stance": str(stance)}
    yield _text(str(statement.framing), "tagging")
    yield _text(breadcrumbs(statement, view), "identifying")


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _words(statement: Statement, article: Article | None, texts: Mapping[str, str]) -> str:
    """The clean text of a statement's article, provided that its words are those that the anchor tells of; else empty."""
    text = texts.get(article.digest, "") if article and article.digest else ""
    anchor = statement.anchor
    same = anchor.end <= len(text) and anchor.digest in ("", digest(text[anchor.start : anchor.end]))
    return text if same else ""


def _position(statement: Statement, text: str) -> dict[str, Any]:
    anchor = statement.anchor
    found: dict[str, Any] = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    if text:
        found |= {"ct:utf16Start": _units(text[: anchor.start]), "ct:utf16End": _units(text[: anchor.end])}
    return found


def _fragment(statement: Statement, article: Article | None) -> Iterator[dict[str, Any]]:
    """What opens the live page at the place, where there is a page."""
    if statement.anchor.fragment and article and web(article.url):
        yield {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": f":~:text={statement.anchor.fragment}"}


def _quote(statement: Statement, text: str) -> dict[str, Any]:
    start, end = statement.anchor.start, statement.anchor.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    around = {key: value for key, value in (("prefix", before), ("suffix", after)) if value}
    return {"type": "TextQuoteSelector", "exact": text[start:end], **around}


def _units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
