"""The formats that a report can be put into: one file each, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claimtrack.errors import UnknownNameError
from claimtrack.reports.formats.annotations import web_annotation
from claimtrack.reports.formats.cytoscape import cytoscape
from claimtrack.reports.formats.data import jsonl_lines, report_json, report_jsonl
from claimtrack.reports.formats.dot import dot
from claimtrack.reports.formats.graphml import graphml
from claimtrack.reports.formats.jsonld import jsonld
from claimtrack.reports.formats.lint import concise, github
from claimtrack.reports.formats.markdown import markdown
from claimtrack.reports.formats.mermaid import mermaid
from claimtrack.reports.formats.misp import misp
from claimtrack.reports.formats.provjson import provjson
from claimtrack.reports.formats.sarif import sarif
from claimtrack.reports.formats.stix import stix
from claimtrack.reports.formats.tables import claims_csv, claims_csv_lines, statements_csv, statements_csv_lines
from claimtrack.reports.page import page


@attrs.frozen(kw_only=True)
class Format:
    """One row: how a format is called, what it is for, and what renders it.

    Attributes:
        render: a `claimtrack.Renderer`, perhaps with options of its own, all of which can be left out.
        suffix: what its files end with, such as `.csv`.
        options: keyword arguments of `render` that a user may set, such as `bom`.
        stream: what renders claims that come one after another, line by line, from pairs of a claim's report and its view, with the
            same options; its lines joined are what `render` gives. None where the format needs all claims at once.
        conduct: whether `render` also takes `outlets` and `speakers`, how these source what they say.
    """

    name: str
    means: str
    suffix: str
    render: Callable[..., str]
    options: tuple[str, ...] = ()
    conduct: bool = False
    stream: Callable[..., Iterator[str]] | None = None


FORMATS: tuple[Format, ...] = (
    Format(name="markdown", means="for a page that renders tables, as GitHub does", suffix=".md", render=markdown, options=("plain",)),
    Format(name="html", means="one page to open in a browser, offline", suffix=".html", render=page, conduct=True),
    Format(name="json", means="the whole report, for programs", suffix=".json", render=report_json),
    Format(name="jsonl", means="one claim a line, for programs", suffix=".jsonl", render=report_jsonl, stream=jsonl_lines),
    Format(name="concise", means="one flag a line with its place, for editors and logs", suffix=".txt", render=concise),
    Format(name="sarif", means="flags as findings in SARIF 2.1.0, for code scanning", suffix=".sarif", render=sarif),
    Format(name="github", means="flags as annotations of a GitHub workflow", suffix=".txt", render=github),
    Format(name="jsonld", means="schema.org claims", suffix=".jsonld", render=jsonld),
    Format(name="prov", means="W3C PROV-JSON: what was made from what", suffix=".json", render=provjson),
    Format(
        name="web-annotation",
        means="W3C Web Annotations of the places in articles",
        suffix=".jsonld",
        render=web_annotation,
        options=("texts",),
    ),
    Format(name="stix", means="a STIX 2.1 bundle", suffix=".json", render=stix),
    Format(name="misp", means="a MISP event with tags of the Admiralty code", suffix=".json", render=misp),
    Format(
        name="csv",
        means="one row a claim, for spreadsheets",
        suffix=".csv",
        render=claims_csv,
        options=("raw", "bom"),
        stream=claims_csv_lines,
    ),
    Format(
        name="csv-statements",
        means="one row a statement of a claim",
        suffix=".csv",
        render=statements_csv,
        options=("raw", "bom"),
        stream=statements_csv_lines,
    ),
    Format(name="graphml", means="the graph, for Gephi, yEd and networkx", suffix=".graphml", render=graphml),
    Format(name="cytoscape", means="the graph, for Cytoscape and cytoscape.js", suffix=".cyjs", render=cytoscape),
    Format(name="dot", means="the graph, for Graphviz", suffix=".dot", render=dot),
    Format(
        name="mermaid", means="lines of reporting, for pages that draw Mermaid", suffix=".mmd", render=mermaid, options=("claim", "most")
    ),
)
"""Every format there is, by name."""


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownNameError: when there is none, with the nearest ones.
    """
    for row in FORMATS:
        if row.name == name.casefold():
            return row
    raise UnknownNameError("format", name, [row.name for row in FORMATS])
