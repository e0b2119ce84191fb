"""Reads a compact label file beside an article's text, so that no offset is ever typed by hand.

A label file `NAME.labels` belongs to `NAME.txt`. Its head gives the article, one `name: value` a line; `cases:` lists the hard cases of
the article as a whole. Then come rows, in the order of the text::

    * 07 outlet:gazette>gov:norvale indirect attributed-fact deny +negated-content #denial-flat
    > Norvale ~~ the tanker
    s Norvale
    c denied
    = Norvale says it never boarded the tanker.

`>` is the anchor, `s` the source, `c` the cue, `q` a quotation without its marks, `k` a piece of content, `=` the proposition, `!` a note.
`~~` stands for the words between, `\\n` for a line's end. The anchor is the first such place from the start of the row before; source
and cue are looked for in the anchor, then before it, then after it. Without `q`, direct and mixed rows get what stands between double
marks; `q *` asks for it elsewhere, `q -` refuses it. Without `k`, content is the anchor less source and cue; `k -` means the whole anchor.
A chain runs from the article inwards: `-` is the article's own voice, `>` the next link, `|` parallel holders, `?` unresolved, `%` likely.
`x REASON` opens a stretch that yields no statement, with its `>`: silence, credit, boilerplate, duplicate, fragment, question, dateline.
`world.labels` lists outlets and speakers, which are shared: key, name, kind, aliases, whom they act for, members.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import attrs

from claimtrack.model.terms import Framing, Modality, Polarity, Role, Term, Voice

FOLDER = Path(__file__).parent / "articles"
GAP = "~~"
EDGE = r"(?:(?<!\w)|(?!\w)|(?<=[a-z])(?=[A-Z]))"
"""The edge of a word; a small letter before a capital is two words glued."""
FIELDS = {">": "anchor", "s": "source", "c": "cue", "q": "quotes", "k": "content", "=": "proposition", "!": "note"}
DROPPED = ("boilerplate", "credit", "dateline", "duplicate", "fragment", "question", "silence")
MARKS = re.compile(r"“([^“”\"]*)[”\"]|\"([^“”\"]*)[\"”]|«([^«»]*)»")
THAT = re.compile(r"(?:\S+ ){0,8}?that\b")
Place = tuple[int, int]
T = TypeVar("T", bound=Term)


class LabelError(ValueError):
    """A label that does not fit its text; says which row and what was looked for."""


@attrs.frozen(kw_only=True)
class Row:
    """One statement: its place, its words, and the hard cases that it shows."""

    number: str
    chain: str
    role: Role
    voice: Voice
    framing: Framing
    polarity: Polarity
    modality: tuple[Modality, ...]
    tags: tuple[str, ...]
    anchor: Place
    source: Place | None
    cue: Place | None
    quotes: tuple[Place, ...]
    content: tuple[Place, ...]
    proposition: str
    note: str


@attrs.frozen(kw_only=True)
class Drop:
    """A stretch that yields no statement, and why."""

    reason: str
    tags: tuple[str, ...]
    anchor: Place


@attrs.frozen(kw_only=True)
class Labelled:
    """An article with its labels."""

    name: str
    text: str
    head: dict[str, str]
    rows: tuple[Row, ...]
    drops: tuple[Drop, ...]

    @property
    def parts(self) -> tuple[Row | Drop, ...]:
        """The rows and the stretches without a statement."""
        return (*self.rows, *self.drops)

    @property
    def tags(self) -> frozenset[str]:
        """The hard cases that the article, its rows and its drops show."""
        return frozenset([*(tag for part in self.parts for tag in part.tags), *self.head.get("cases", "").split()])


def names() -> list[str]:
    """The labelled articles."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def load(name: str) -> Labelled:
    """An article's text and labels, every place found in the text.

    Raises:
        LabelError: when a row's words are not in the text, or a word of its first line is unknown.
    """
    text = (FOLDER / f"{name}.txt").read_bytes().decode()
    head: dict[str, str] = {}
    rows: list[Row] = []
    drops: list[Drop] = []
    place = 0
    for first, *lines in _parts((FOLDER / f"{name}.labels").read_text()):
        if first[:2] not in ("* ", "x "):
            head = dict(re.split(r": +", line, maxsplit=1) for line in (first, *lines))
            continue
        reader = _Reader(name, text, first, lines, place)
        place = reader.anchor[0]
        if first.startswith("* "):
            rows.append(reader.row())
        else:
            drops.append(reader.drop())
    return Labelled(name=name, text=text, head=head, rows=tuple(rows), drops=tuple(drops))


def _parts(source: str) -> Iterator[list[str]]:
    """The head and the rows, each a list of lines."""
    for part in re.split(r"\n(?=[*x] )", source):
        yield [line for line in part.splitlines() if line.strip() and not line.startswith("// ")]


class _Reader:
    """One row while its places are looked up."""

    def __init__(self, name: str, text: str, first: str, lines: Iterable[str], since: int) -> None:
        self._name, self._text, self._first = name, text, first
        self._fields: dict[str, list[str]] = {}
        for line in lines:
            if line[0] not in FIELDS:
                raise LabelError(f"{name}: {line!r} starts with none of {' '.join(FIELDS)}")
            self._fields.setdefault(FIELDS[line[0]], []).append(line[2:].replace("\\n", "\n"))
        self.anchor = self._find(self._one("anchor"), since, len(text))

    def row(self) -> Row:
        """The row as a statement."""
        words = self._first.split()[2:]
        plain = [word for word in words if word[0] not in "+#" and ":" not in word and word != "-"]
        chain = next((word for word in words if ":" in word), "")
        voice = _term(Voice, plain, Voice.INDIRECT if chain else Voice.AUTHORIAL)
        framing = _term(Framing, plain, None)
        role, polarity = _term(Role, plain, Role.BODY), _term(Polarity, plain, Polarity.AFFIRM)
        if plain:
            raise LabelError(f"{self._name}: {plain} in {self._first!r}")
        source, cue = self._near("source"), self._near("cue")
        quotes = self._quotes(voice)
        return Row(
            number=self._first.split()[1],
            chain=chain,
            role=role,
            voice=voice,
            framing=framing,
            polarity=polarity,
            modality=tuple(sorted((Modality(word[1:]) for word in words if word[0] == "+"), key=str)),
            tags=tuple(sorted(word[1:] for word in words if word[0] == "#")),
            anchor=self.anchor,
            source=source,
            cue=cue,
            quotes=quotes,
            content=self._content(source, cue) if chain else (),
            proposition=self._one("proposition"),
            note=" ".join(self._fields.get("note", [])),
        )

    def drop(self) -> Drop:
        """The row as a stretch without a statement."""
        words = self._first.split()
        if words[1] not in DROPPED:
            raise LabelError(f"{self._name}: {words[1]!r} is no reason; known are {', '.join(DROPPED)}")
        return Drop(reason=words[1], tags=tuple(sorted(word[1:] for word in words if word[0] == "#")), anchor=self.anchor)

    def _one(self, field: str) -> str:
        if len(self._fields.get(field, [])) != 1:
            raise LabelError(f"{self._name}: {self._first!r} needs one {field}")
        return self._fields[field][0]

    def _find(self, words: str, start: int, end: int) -> Place:
        """The first place of the words within a stretch."""
        if found := _places(self._text, words, start, end):
            return found[0]
        raise LabelError(f"{self._name}: {words!r} not found from {start} to {end}, in {self._first!r}")

    def _near(self, field: str) -> Place | None:
        """Source or cue: in the anchor, else the last place before it, else the first after it."""
        if field not in self._fields:
            return None
        words, (start, end) = self._one(field), self.anchor
        if inside := _places(self._text, words, start, end):
            return inside[0]
        before = _places(self._text, words, 0, start)
        return before[-1] if before else self._find(words, end, len(self._text))

    def _quotes(self, voice: Voice) -> tuple[Place, ...]:
        given = self._fields.get("quotes", ["*"] if voice in (Voice.DIRECT, Voice.MIXED) else ["-"])
        if given == ["-"]:
            return ()
        if given != ["*"]:
            return self._each(given)
        found = [match.span(match.lastindex or 0) for match in MARKS.finditer(self._text, *self.anchor)]
        if not found:
            raise LabelError(f"{self._name}: no quotation found, in {self._first!r}")
        return tuple(found)

    def _each(self, given: list[str]) -> tuple[Place, ...]:
        """Several pieces, each looked for after the one before, in the anchor."""
        found: list[Place] = []
        for words in given:
            found.append(self._find(words, found[-1][1] if found else self.anchor[0], self.anchor[1]))
        return tuple(found)

    def _content(self, source: Place | None, cue: Place | None) -> tuple[Place, ...]:
        given = self._fields.get("content")
        if given:
            return () if given == ["-"] else self._each(given)
        inside = [place for place in (source, cue) if place and self.anchor[0] <= place[0] and place[1] <= self.anchor[1]]
        if not inside:
            return ()
        begin, end = min(place[0] for place in inside), max(place[1] for place in inside)
        if cue and end == cue[1] and (that := THAT.match(self._text[end : self.anchor[1]].lstrip())):
            end = self._text.index(that[0], end) + that.end()
        pieces = [self._trimmed(self.anchor[0], begin), self._trimmed(end, self.anchor[1])]
        return tuple(place for place in pieces if place)

    def _trimmed(self, start: int, end: int) -> Place | None:
        """A stretch without blanks, commas, dashes and colons at its edges; None when no word is left."""
        words = self._text[start:end]
        left = len(words) - len(words.lstrip(" ,:–—-.;\n"))
        right = len(words.rstrip(" ,:–—-;\n"))
        return (start + left, start + right) if re.search(r"\w", words[left:right]) else None


def _places(text: str, words: str, start: int, end: int) -> list[Place]:
    """The places of the words, not inside of longer words; `GAP` stands for whatever is between."""
    parts = (re.escape(part.strip(" ")) for part in words.split(GAP))
    pattern = re.compile(EDGE + f"{EDGE}.*?{EDGE}".join(parts) + EDGE, re.DOTALL)
    return [match.span() for match in pattern.finditer(text, start, end)]


def _term(kind: type[T], words: list[str], default: T | None) -> T:
    """The word of a vocabulary among the words, taken out of them."""
    for word in words:
        if word in [str(term) for term in kind]:
            words.remove(word)
            return kind(word)
    if default is None:
        raise LabelError(f"no {kind.__name__.lower()} among {words}")
    return default


def world() -> dict[str, list[str]]:
    """The shared outlets and speakers by key, each the cells of its line."""
    lines = [line for line in (FOLDER / "world.labels").read_text().splitlines() if line and not line.startswith("//")]
    return {line.split(" | ")[0].strip(): [cell.strip() for cell in f"{line} | | | | | ".split("|")][:6] for line in lines}


def shown(labelled: Labelled) -> str:
    """An article's rows with the words at their places, for proofreading."""
    text, lines = labelled.text, [f"##### {labelled.name}"]
    for row in labelled.rows:
        lines.append(f"{row.number} {row.chain or '-'} {row.voice} {row.framing} {row.polarity}\n   > {text[slice(*row.anchor)]!r}")
        near = [place and text[slice(*place)] for place in (row.source, row.cue)]
        pieces = [[text[slice(*place)] for place in places] for places in (row.quotes, row.content)]
        lines.append(f"   s,c {near} q {pieces[0]} k {pieces[1]}")
    lines += [f"x {drop.reason} {text[slice(*drop.anchor)]!r}" for drop in labelled.drops]
    return "\n".join(lines)
