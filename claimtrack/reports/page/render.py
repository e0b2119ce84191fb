"""The report put into one HTML page that needs nothing from elsewhere: no script to read it, and one small one to sort and to filter."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from claimtrack.model.conduct import Conduct
from claimtrack.model.reports import Report
from claimtrack.reports.drawings.style import DRAWING_STYLE
from claimtrack.reports.page.articles import articles, log
from claimtrack.reports.page.blocks import block, consecutive
from claimtrack.reports.page.front import front
from claimtrack.reports.page.places import MOST_DRAWN, Places, Ref
from claimtrack.reports.page.sources import sources
from claimtrack.reports.page.times import axis
from claimtrack.reports.words import harmless

VERSION = "0.1.0"
"""The package's version; written here because a stage may not import the face."""


def page(report: Report, *, outlets: Iterable[Conduct] = (), speakers: Iterable[Conduct] = ()) -> str:
    """The whole report as one HTML page; the same report gives the same text.

    Every text of the records is made harmless and escaped, links lead to http and https alone, and a content-security policy
    lets the browser load nothing and run nothing but the page's own script.

    Args:
        report: what to show.
        outlets: how each outlet sources what it carries.
        speakers: how each speaker is quoted.
    """
    places = Places(report)
    scale = axis(report.view.articles.values())
    return _template().render(
        front=front(places),
        claims=[block(claim, places, scale) for claim in places.in_full],
        in_a_line=len(places.in_a_line),
        drawn=len(places.drawn) if len(places.drawn) == MOST_DRAWN else 0,
        sources=sources(places, tuple(outlets), tuple(speakers)),
        articles=articles(places, scale),
        axis=scale,
        log=log(report),
        digest=report.digest,
        version=VERSION,
        style=_style(),
        script=_asset("page.js"),
        policy=_policy(),
    )


@cache
def _environment() -> Environment:
    """Where templates are compiled, once: everything that is put into one is made harmless and escaped."""
    folder = files("claimtrack") / "data" / "page"
    templates = {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".jinja")}
    made = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["consecutive"] = consecutive
    made.filters["linked"] = linked
    return made


@cache
def _template() -> Template:
    return _environment().get_template("page.jinja")


def linked(ref: Ref) -> Markup:
    """A name that leads to its place in the page, or the name alone."""
    text = escape(harmless(ref.text))
    return Markup(f'<a href="#{escape(ref.to)}">{text}</a>') if ref.to else text


def _inert(value: object) -> object:
    """Text without control, direction and invisible characters; markup of our own as it is."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _asset(name: str) -> Markup:
    """The style or the script, as it goes into the page."""
    return Markup((files("claimtrack") / "data" / "page" / name).read_text("utf-8").strip())


@cache
def _style() -> Markup:
    """The page's own style, and that of the drawings."""
    return Markup(f"{_asset('page.css')}\n{DRAWING_STYLE}")


@cache
def _policy() -> str:
    """The content-security policy: nothing is loaded, and the one style and the one script are known by their digests."""
    rules = {
        "default-src": "'none'",
        "style-src": _digest(_style()),
        "script-src": _digest(_asset("page.js")),
        "img-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
