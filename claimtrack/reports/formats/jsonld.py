"""The report as JSON-LD in schema.org's words: a Claim for each claim, what it appears in, who says it; never a rating of truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.model.case import AGAINST, FOR
from claimtrack.model.records import Article, Outlet, Speaker, Statement
from claimtrack.model.reports import Flag, Report, SupportReport
from claimtrack.model.terms import Genre, SpeakerKind
from claimtrack.model.view import View
from claimtrack.reports.find import find_claim
from claimtrack.reports.formats.identifiers import NAMESPACE, PREFIX, calendar, compact, first_known, inert_json, kind_of, settled, web
from claimtrack.reports.words import deep_link

NAME_LIMIT = 75
"""Characters; what Google's documentation of claims asks of a name."""
_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.AUTHOR: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.GOVERNMENT: "GovernmentOrganization",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.OUTLET: "NewsMediaOrganization",
    SpeakerKind.DOCUMENT: "CreativeWork",
}
"""What schema.org calls a speaker; one who is not named is left out, since a Person needs a name."""
_CLASSES = ("Claim", "ClaimReview", "Rating", *sorted({*_TYPES.values(), *(str(genre) for genre in Genre)}))
_WORDS = ("alternateName", "claimReviewed", "headline", "inLanguage", "name", "text")
_LINKS = ("appearance", "author", "citation", "firstAppearance", "isBasedOn", "itemReviewed", "publisher", "reviewRating", "url")
CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    PREFIX: NAMESPACE,
    **{term: f"schema:{term}" for term in (*_CLASSES, *_WORDS)},
    **{term: {"@id": f"schema:{term}", "@type": "@id"} for term in _LINKS},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
}
"""Every term that is used, so that nothing has to be fetched to read the document."""


def jsonld(report: Report, *, verdicts: Mapping[str, str] | None = None, reviewer: str = "") -> str:
    """The claims with what they appear in and who says them, as JSON-LD 1.1 in schema.org's terms.

    Args:
        report: what to put into it.
        verdicts: for claims by label or key, what a person says of them, in words; each makes a ClaimReview. Nothing of ours does.
        reviewer: the name of whoever gives the verdicts.

    Raises:
        UnknownNameError: when a verdict is on a claim that is not there.
        AmbiguousNameError: when its name fits several.
        ValueError: when a verdict has no words, or nobody is named who gives it.
    """
    view, sources = report.view, _sources(report.view)
    nodes = [
        *(_claim(claim, view) for claim in report.claims),
        *_reviews(report, verdicts or {}, reviewer),
        *(_article(article, view, sources[article.key]) for _, article in sorted(view.articles.items())),
        *(_outlet(outlet, report) for _, outlet in sorted(view.outlets.items())),
        *(_speaker(speaker) for _, speaker in sorted(view.speakers.items()) if speaker.kind in _TYPES),
    ]
    return inert_json({"@context": CONTEXT, "@graph": nodes})


def _claim(claim: SupportReport, view: View) -> dict[str, Any]:
    pro = [view.statements[key] for key in claim.claim.bearing(*FOR)]
    articles = {key: view.articles[key] for each in pro if (key := view.resolve(each.article)) in view.articles}
    first = first_known(articles.values())
    return _told(
        {
            "@id": compact("claim", claim.claim.key),
            "@type": "Claim",
            "name": _short(claim.claim.wording),
            "text": claim.claim.wording,
            "author": _holders(pro, view, works=False),
            "datePublished": calendar(first.published.on) if first and first.published else "",
            "firstAppearance": compact("article", first.key) if first else "",
            "appearance": [compact("article", key) for key in sorted(articles)],
            "isBasedOn": _holders(pro, view, works=True),
            "citation": sorted({link for each in pro if (link := web(deep_link(each, articles.get(view.resolve(each.article)))))}),
        }
    ) | _ours(claim, view)


def _ours(claim: SupportReport, view: View) -> dict[str, Any]:
    """What schema.org has no words for, under our own: bounds, grades, flags, confidence."""
    against = [view.statements[key] for key in claim.claim.bearing(*AGAINST)]
    found = {
        "ct:label": claim.claim.label,
        "ct:kind": [str(kind) for kind in claim.claim.kinds],
        "ct:summary": claim.summary,
        "ct:originsAtLeast": claim.lower,
        "ct:originsAtMost": claim.upper,
        "ct:searchedInFull": claim.support.certificate.exhaustive,
        "ct:gradeSaid": str(claim.said),
        "ct:gradeContent": str(claim.content),
        "ct:likelihood": claim.assessment.likelihood,
        "ct:confidence": str(claim.assessment.confidence),
        "ct:flag": [_flag(flag) for flag in claim.flags],
        "ct:deniedBy": [{"@id": key} for key in _holders(against, view, works=False)],
    }
    return _told(found)


def _flag(flag: Flag) -> dict[str, Any]:
    return {"@type": "ct:Flag", "ct:code": flag.code, "ct:called": flag.name, "ct:reason": flag.reason}


def _holders(statements: Iterable[Statement], view: View, *, works: bool) -> list[str]:
    """Who says it last in the chain, as far as schema.org has a type for them: works such as documents, or else whoever has a name."""
    found = set()
    for statement in statements:
        links = statement.chain if works else statement.chain[-1:]
        for key in (view.resolve(holder) for link in links for holder in link.holders):
            kind = kind_of(view, key)
            written = kind == "article" or (kind == "speaker" and view.speakers[key].kind is SpeakerKind.DOCUMENT)
            if written is works and kind != "name" and not (kind == "speaker" and view.speakers[key].kind not in _TYPES):
                found.add(compact(kind, key))
    return sorted(found)


def _sources(view: View) -> Mapping[str, set[str]]:
    """For each article, the articles that it descends from as a whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in settled(view):
        source = view.resolve(each.source)
        if source in view.articles and not each.claims:
            found[view.resolve(each.derived)].add(source)
    return found


def _article(article: Article, view: View, sources: Iterable[str]) -> dict[str, Any]:
    outlet = view.resolve(article.outlet)
    return _told(
        {
            "@id": compact("article", article.key),
            "@type": str(article.genre),
            "headline": article.title,
            "url": web(article.url),
            "datePublished": calendar(article.published.on) if article.published else "",
            "author": [{"@type": "Person", "name": author} for author in article.authors],
            "publisher": compact("outlet", outlet) if outlet in view.outlets else "",
            "inLanguage": article.language,
            "isBasedOn": [compact("article", key) for key in sorted(sources)],
        }
    )


def _outlet(outlet: Outlet, report: Report) -> dict[str, Any]:
    reach = report.marks.of(outlet.key) if report.marks else None
    return _told(
        {
            "@id": compact("outlet", outlet.key),
            "@type": "NewsMediaOrganization",
            "name": outlet.name,
            "alternateName": list(outlet.aliases),
            "ct:domain": list(outlet.domains),
            "ct:letters": str(reach) if reach and reach.known else "",
        }
    )


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return _told(
        {
            "@id": compact("speaker", speaker.key),
            "@type": _TYPES[speaker.kind],
            "name": speaker.name,
            "alternateName": list(speaker.aliases),
        }
    )


def _reviews(report: Report, verdicts: Mapping[str, str], reviewer: str) -> Iterator[dict[str, Any]]:
    """What a person says of claims, in words; there is no number in it."""
    if verdicts and not reviewer.strip():
        raise ValueError("a verdict is somebody's word; give the name of who says it as `reviewer`")
    for name, words in sorted(verdicts.items()):
        claim = find_claim(report, name).claim
        if not words.strip():
            raise ValueError(f"the verdict on {name} has no words; say it, or leave it out")
        yield {
            "@id": compact("review", claim.key),
            "@type": "ClaimReview",
            "claimReviewed": claim.wording,
            "itemReviewed": compact("claim", claim.key),
            "author": {"@type": "Person", "name": reviewer},
            "reviewRating": {"@type": "Rating", "alternateName": words},
        }


def _short(wording: str) -> str:
    """A wording cut to `NAME_LIMIT` characters, at a blank where there is one."""
    if len(wording) <= NAME_LIMIT:
        return wording
    cut = wording[: NAME_LIMIT - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip() + "…"


def _told(found: Mapping[str, Any]) -> dict[str, Any]:
    """What there is something to tell of: no empty texts and lists."""
    return {key: value for key, value in found.items() if value not in ("", [])}
