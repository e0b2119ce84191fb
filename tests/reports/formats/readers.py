"""For every format a strict reader: it refuses what is not in the format, and tells the structure of what is."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any

import html5lib
import jsonschema
import networkx

from claimtrack.reports import Format, report_schema
from claimtrack.reports.rows import CLAIM_COLUMNS, STATEMENT_COLUMNS
from tests.reports.formats.drawings import Drawing, read_dot, read_mermaid
from tests.reports.formats.sarif_schema import LOG

Reader = Callable[[str], Hashable]
"""Raises for what is not in the format; else the structure, which the words of records must not change (None where nobody looks at it)."""
VALIDATOR = jsonschema.Draft202012Validator(report_schema())
LINE = jsonschema.Draft202012Validator({**report_schema()["$defs"]["claim"], "$defs": report_schema()["$defs"]})
SARIF = jsonschema.Draft202012Validator(LOG)
OURS = re.compile(r'<a id="c-[A-Za-z0-9._-]+"></a>|\]\(<https?://[^<>\s]+>\)')
FORMULA = re.compile("[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")
XML = "{http://graphml.graphdrawing.org/xmlns}"
LINKS = re.compile(r"(https?://|mailto:|#|$)", re.IGNORECASE)
ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "srcdoc", "xlink:href", "background", "poster"})
HANDLER = re.compile(r"on[a-z]+$")


def shape(value: Any) -> Hashable:
    """The structure of JSON's values: names of fields and kinds of values, lists in any order."""
    if isinstance(value, dict):
        return tuple(sorted((name, shape(part)) for name, part in value.items()))
    if isinstance(value, list):
        return ("list", *sorted(map(shape, value), key=repr))
    return (type(value).__name__,)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, which must not name a field twice."""
    assert len({name for name, _ in pairs}) == len(pairs)
    return dict(pairs)


def parsed(text: str) -> Any:
    """JSON by the letter: no NaN, no field twice, and none of the characters that end a script or a line of one."""
    assert not set("\u2028\u2029").intersection(text)
    return json.loads(text, object_pairs_hook=unique, parse_constant=lambda name: pytest_fail(f"{name} is no JSON"))


def pytest_fail(message: str) -> None:
    """A failure in the place of a value."""
    raise AssertionError(message)


def read_report(text: str) -> Hashable:
    """Our report keeps to its schema."""
    data = parsed(text)
    VALIDATOR.validate(data)
    return shape(data)


def read_lines(text: str) -> Hashable:
    """Each line keeps to the schema of a claim and names the schema's version."""
    lines = [parsed(line) for line in text.splitlines()]
    for line in lines:
        assert line.pop("schema") == VALIDATOR.schema["$id"]  # type: ignore[index]
        line.pop("without", None)
        LINE.validate(line)
    return shape(lines)


def read_json(text: str) -> Hashable:
    """Some JSON, of which no more is known here."""
    parsed(text)
    return None


LISTS = frozenset({"kinds", "times", "outlets", "flags", "bottlenecks", "speakers", "modality"})


def read_csv(*columns: str) -> Reader:
    """A reader of CSV with these columns, in no cell and in no item of a list a formula."""

    def read(text: str) -> Hashable:
        assert text.count("\r") == text.count("\r\n") == text.count("\n") == len(text.splitlines())
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert rows[0] == list(columns)
        assert {len(row) for row in rows} == {len(columns)}
        cells = [(name, cell) for row in rows for name, cell in zip(columns, row, strict=True)]
        items = [item for name, cell in cells for item in (cell.split("; ") if name in LISTS else [cell])]
        assert not [item for item in items if FORMULA.match(item.strip())]
        return len(rows)

    return read


def read_graphml(text: str) -> Hashable:
    """XML without a document type; networkx finds as many nodes and edges as there are elements."""
    assert "<!" not in text
    tree = ET.fromstring(text)
    graph = networkx.parse_graphml(text, force_multigraph=True)
    assert len(graph) == len(tree.findall(f".//{XML}node"))
    assert graph.number_of_edges() == len(tree.findall(f".//{XML}edge"))
    assert {element.tag.removeprefix(XML) for element in tree.iter()} <= {"graphml", "key", "graph", "node", "edge", "data"}
    return counted(graph)


def read_cytoscape(text: str) -> Hashable:
    """networkx reads it, and every edge joins nodes that are there."""
    data = parsed(text)
    ids = {node["data"]["id"] for node in data["elements"]["nodes"]}
    assert all({edge["data"]["source"], edge["data"]["target"]} <= ids for edge in data["elements"]["edges"])
    graph = networkx.cytoscape_graph(data)
    assert set(graph) == ids
    return counted(graph)


def counted(graph: Any) -> Hashable:
    """How many nodes of each kind and edges of each tie."""
    kinds = Counter(facts["kind"] for _, facts in graph.nodes(data=True))
    ties = Counter(facts["tie"] for *_, facts in graph.edges(data=True))
    return tuple(sorted(kinds.items())), tuple(sorted(ties.items()))


def drawn(read: Callable[[str], Drawing]) -> Reader:
    """A reader of drawings, from one that gives the nodes and edges."""

    def structure(text: str) -> Hashable:
        found = read(text)
        assert all({source, target} <= found.nodes.keys() for source, target, _ in found.edges)
        return len(found.nodes), tuple(sorted(Counter(label for *_, label in found.edges).items()))

    return structure


def read_markdown(text: str) -> Hashable:
    """Tables with a cell for each head, drawings that can be drawn, no HTML and no link but ours."""
    blocks = re.findall(r"^```mermaid\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    drawings = tuple(drawn(read_mermaid)(block) for block in blocks)
    assert text.count("```") == 2 * len(blocks)
    prose = re.sub(r"^```mermaid\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    others = OURS.sub("", prose)
    assert "<" not in others
    assert not re.search(r"(?<!\\)\]\((?!#c-[A-Za-z0-9._-]+\))", others)
    cells = tuple(len(re.split(r"(?<!\\)(?:\\\\)*\|", line)) for line in prose.splitlines() if line.startswith("|"))
    starts = tuple(Counter(re.match(r"[#>|\d.*-]*", line)[0] for line in prose.splitlines() if line).items())  # type: ignore[index]
    return len(text.splitlines()), drawings, cells, starts


def read_html(text: str) -> Hashable:
    """Valid HTML in which nothing of others runs: no handlers, no address but of pages and places, no script that is not ours."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    for element in tree.iter():
        for name, value in element.attrib.items():
            spelled = str(name).rpartition("}")[2].lower()
            assert not HANDLER.match(spelled), f"{element.tag} has {name}"
            assert spelled not in ADDRESSES or LINKS.match(str(value).strip()), f"{element.tag} leads to {value!r}"
    return None


def read_sarif(text: str) -> Hashable:
    """A log after the standard, with no markup in it; how many findings of each code."""
    log = parsed(text)
    SARIF.validate(log)
    assert not set("<>&").intersection(text)
    return tuple(sorted(Counter(result["ruleId"] for run in log["runs"] for result in run["results"]).items()))


def read_findings(line: re.Pattern[str]) -> Reader:
    """Lines of findings, each as the pattern has it; the codes in their order."""

    def structure(text: str) -> Hashable:
        found = [line.fullmatch(each) for each in text.splitlines()]
        assert all(found), next(each for each, fits in zip(text.splitlines(), found, strict=True) if not fits)
        return tuple(sorted(fits["code"] for fits in found if fits))

    return structure


CONCISE = re.compile(r".+?: (?P<code>CT\d{3}) [a-z-]+: (?:error|warning|note): .+")
COMMAND = re.compile(r"::(?:error|warning|notice) (?:file=[^,:]+,line=\d+,col=\d+,)?title=(?P<code>CT\d{3}) [a-z-]+::.+")
READERS: dict[str, Reader] = {
    "concise": read_findings(CONCISE),
    "sarif": read_sarif,
    "github": read_findings(COMMAND),
    "markdown": read_markdown,
    "json": read_report,
    "jsonl": read_lines,
    "csv": read_csv(*(column.name for column in CLAIM_COLUMNS)),
    "csv-statements": read_csv(*(column.name for column in STATEMENT_COLUMNS)),
    "graphml": read_graphml,
    "cytoscape": read_cytoscape,
    "dot": drawn(read_dot),
    "mermaid": drawn(read_mermaid),
}
"""The reader of each format; a new format needs a row here, or at least a suffix below."""

BY_SUFFIX: dict[str, Reader] = {".json": read_json, ".jsonld": read_json, ".html": read_html}


def reader_of(row: Format) -> Reader:
    """The reader for a format."""
    found = READERS.get(row.name) or BY_SUFFIX.get(row.suffix)
    assert found, f"nothing reads the format {row.name!r} back; give it a row in READERS"
    return found
