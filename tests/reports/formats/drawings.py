"""Small strict readers of DOT and Mermaid, for what our drawings use of them: anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

DOT = re.compile(
    r"""\s*(?:(?P<arrow>->)|(?P<quoted>"(?:[^"\\\n]|\\\\|\\")*")|(?P<word>[A-Za-z_][A-Za-z_0-9]*|\d+)|(?P<mark>[\[\]{}=,;]))""",
)
"""One token; in a quoted string a backslash stands for itself or for a quote, and nothing else."""
ENTITY = re.compile(r"&(?!amp;)")
FORMS = {"{{": "}}", "[/": "/]", "([": "])", "[[": "]]", "[": "]"}
NODE = re.compile(r'(?P<id>\w+)(?P<open>\{\{|\[/|\(\[|\[\[|\[)"(?P<label>[^"]*)"(?P<close>\}\}|/\]|\]\)|\]\]|\])')
LABEL = re.compile(r"(?:[^\x00-\x7f]|[\w ,.'()?!-]|#\d+;)+")
EDGE = re.compile(r"(?P<source>\w+) (?P<arrow>-->|-\.->|--x\|denies\||-\.-x\|denies\|) (?P<target>\w+)")
SUBGRAPH = re.compile(r'subgraph (?P<id>\w+)\["(?P<label>[^"]*)"\]')
ORDERS = frozenset({"flowchart", "subgraph", "end", "click", "style", "class", "classDef", "linkStyle", "direction", "default"})


@attrs.frozen
class Drawing:
    """What a drawing shows: the labels of nodes by id, and edges as source, target and what is written on them."""

    nodes: dict[str, str]
    edges: tuple[tuple[str, str, str], ...]


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The tokens of a DOT file, each with its kind."""
    at = 0
    while text[at:].strip():
        found = DOT.match(text, at)
        assert found, f"no token of DOT: {text[at : at + 40]!r}"
        yield str(found.lastgroup), found[0].strip()
        at = found.end()


def read_dot(text: str) -> Drawing:
    """The nodes and edges of a directed graph in DOT."""
    lines = _statements(list(tokens(text)))
    nodes, edges = {}, []
    for ends, facts in lines:
        assert not any(ENTITY.search(value) for value in facts.values())
        if len(ends) == 1:
            assert ends[0] not in nodes
            nodes[ends[0]] = facts["label"]
        else:
            edges.append((ends[0], ends[1], facts["label"]))
    return Drawing(nodes, tuple(edges))


def _statements(found: list[tuple[str, str]]) -> list[tuple[list[str], dict[str, str]]]:
    """The ends and the attributes of every statement that is about a node or an edge."""
    assert [value for _, value in found[:3]] == ["digraph", "claimtrack", "{"]
    assert found[-1] == ("mark", "}")
    lines: list[list[tuple[str, str]]] = [[]]
    for token in found[3:-1]:
        if token == ("mark", ";"):
            lines.append([])
        else:
            assert token[1] not in "{}"
            lines[-1].append(token)
    assert lines.pop() == []
    return [_statement(line) for line in lines if line[0][0] == "quoted"]


def _statement(line: list[tuple[str, str]]) -> tuple[list[str], dict[str, str]]:
    opened = line.index(("mark", "["))
    ends = [value for kind, value in line[:opened] if kind == "quoted"]
    assert [kind for kind, _ in line[:opened]] == ["quoted", "arrow", "quoted"][: 2 * len(ends) - 1]
    assert line[-1] == ("mark", "]")
    facts = line[opened + 1 : -1]
    assert [kind if kind != "mark" else value for kind, value in facts] == (["word", "=", "quoted", ","] * len(facts))[: len(facts)]
    return ends, {name: value for (_, name), (_, value) in zip(facts[::4], facts[2::4], strict=True)}


def read_mermaid(text: str) -> Drawing:
    """The nodes and edges of a flowchart in Mermaid."""
    first, *lines = text.splitlines()
    assert first == "flowchart LR"
    nodes: dict[str, str] = {}
    edges: list[tuple[str, str, str]] = []
    depth = 0
    for line in map(str.strip, lines):
        if opened := SUBGRAPH.fullmatch(line):
            assert LABEL.fullmatch(opened["label"])
        elif node := NODE.fullmatch(line):
            assert FORMS[node["open"]] == node["close"]
            assert LABEL.fullmatch(node["label"])
            assert node["id"] not in nodes.keys() | ORDERS
            nodes[node["id"]] = node["label"]
        elif edge := EDGE.fullmatch(line):
            edges.append((edge["source"], edge["target"], edge["arrow"]))
        else:
            assert line == "end", f"no line of Mermaid: {line!r}"
        depth += bool(opened) - (line == "end")
    assert depth == 0
    return Drawing(nodes, tuple(edges))
