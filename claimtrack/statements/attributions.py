"""Reading a text for attributions: the frames tried in order, sentence by sentence, and quotations joined to what they go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.model.reading import Attribution, AttributionKind, Quotation
from claimtrack.quotations import LABEL
from claimtrack.statements.according import according, as_noted, asked_first
from claimtrack.statements.edges import Edges
from claimtrack.statements.grammar import Grammar, grammar
from claimtrack.statements.leading import verb_cue
from claimtrack.statements.nominal import adjective_cue, colon_cue, noun_cue, signature
from claimtrack.statements.phrases import Phrases, Stretch
from claimtrack.statements.scene import Found, Scene
from claimtrack.statements.sentences import sentences
from claimtrack.statements.tokens import BREAK, DASH, GERUND, NAME, QUOTE, VERB, Tokens, tokens
from claimtrack.statements.trailing import trailing

JOINED = frozenset(("trailing", "that", "quoted", "clause", "colon", "tell", "according", "loose clause", "floating"))
_FIRST_MARKS = frozenset((",", '"'))


def attributions(text: str, quotations: Sequence[Quotation]) -> list[Attribution]:
    """Everything that a text attributes to somebody, in the order of its places.

    Args:
        text: the text; a line end ends a paragraph.
        quotations: its quotations.
    """
    return attributions_in(tokens(text, quotations, grammar()))


def attributions_in(found: Tokens, places: Sequence[Stretch] | None = None) -> list[Attribution]:
    """Everything that a text attributes to somebody, by its tokens and its sentences, which are told apart where they are not given."""
    return Reader(found, grammar(), places).run()


class Reader:
    """Reads one text, sentence by sentence."""

    def __init__(self, found: Tokens, words: Grammar, places: Sequence[Stretch] | None = None) -> None:
        phrases = Phrases(found, words)
        self._scene = Scene(phrases, Edges(phrases))
        self._sentences = sentences(found, words) if places is None else places
        self._t = found
        self._words = words

    def run(self) -> list[Attribution]:
        """Read all sentences; a quotation alone goes on with the attribution of the sentence before."""
        scene = self._scene
        going: Found | None = None
        before = -1
        transcript = self._transcript()
        for first, last in self._sentences:
            if first in scene.used:
                continue
            scene.first, scene.last = first, last
            if first in transcript:
                self._spoken(first, transcript[first])
                continue
            same = before >= 0 and BREAK not in self._t.tag[before:first]
            known = len(scene.found)
            if not self._quotation_alone(going if same or self._goes_on_alone(going, before, first, last) else None):
                self._sentence(going if same else None)
            fresh = scene.found[known:]
            if fresh:
                quoted = [found for found in fresh if found.quoted and found.frame in JOINED]
                going = quoted[-1] if quoted else fresh[-1]
            before = last
        return sorted((self._attribution(found) for found in scene.found), key=lambda found: found.start)

    def _goes_on_alone(self, going: Found | None, before: int, first: int, last: int) -> bool:
        """Whether a paragraph is one quotation and the one before it ends with `"...," she said`: the speaker goes on."""
        if going is None or going.frame != "trailing" or before < 0 or going.cue is None:
            return False
        ended = going.cue[0] >= before - 4 and self._t.tag[before:first].count(BREAK) == 1
        return ended and (last >= len(self._t) or self._t.tag[last] == BREAK or last == first + 1) and self._t.tag[first] == QUOTE

    def _transcript(self) -> dict[int, int]:
        """Where a transcript's paragraphs begin, each with the place of its colon; empty for a text that has fewer than three."""
        text, found = self._t.text, {}
        for first, last in self._sentences:
            label = first + (self._t.low[first] in ('"', "“"))
            if (first == 0 or self._t.tag[first - 1] == BREAK) and label < last and LABEL.match(text, self._t.start[label]):
                colon = next((at for at in range(label, min(last, label + 6)) if self._t.low[at] == ":"), -1)
                if colon > label:
                    found[first] = colon
        return found if len(found) >= 3 else {}

    def _spoken(self, first: int, colon: int) -> None:
        """A paragraph of a transcript: all after the colon is said by whom the label names."""
        end = self._line_end(colon)
        if end > colon + 1:
            self._scene.emit((first + (self._t.low[first] in ('"', "“")), colon), (colon, colon + 1), [(colon + 1, end)], "transcript")

    def _quotation_alone(self, going: Found | None) -> bool:
        """Whether the sentence is quotations and nothing else; they are joined to what they go on with, or stay without a speaker."""
        scene = self._scene
        core = [at for at in range(scene.first, scene.last) if scene.tag[at] not in ",.?!"]
        if not core or any(scene.tag[at] != QUOTE for at in core):
            return False
        if sum(self._t.words(at) for at in core) < 3 and self._t.closing(core[-1]) not in (".", "?", "!"):
            return True
        if going is not None and going.frame in JOINED:
            for at in core:
                self._join(going, at)
        elif going is None and not self._signed(core):
            self._after_colon(core)
        return True

    def _signed(self, core: list[int]) -> bool:
        """A quotation that is signed: a name after a dash, on its line or the next, or alone on the line before."""
        scene = self._scene
        if sum(self._t.words(at) for at in core) <= 3:
            return False
        after = scene.last
        while after < len(self._t) and scene.tag[after] in ".\n":
            after += 1
        if after + 1 < len(self._t) and scene.tag[after] == DASH and scene.tag[after + 1] == NAME:
            cue, start = (after, after + 1), after + 1
            end = scene.phrases.right(start, self._line_end(start))
        else:
            cue, (start, end) = None, self._named_before(scene.first)
        if start >= end:
            return False
        scene.emit((start, end), cue, [(core[0], core[-1] + 1)], "signed")
        scene.used.update(range(start, end))
        return True

    def _line_end(self, at: int) -> int:
        """Where the line of a place ends."""
        return next((k for k in range(at, len(self._t)) if self._scene.tag[k] == BREAK), len(self._t))

    def _named_before(self, first: int) -> tuple[int, int]:
        """The name that is all there is on the line before; nothing where that line says more."""
        end = first
        while end > 0 and self._scene.tag[end - 1] in "\n:":
            end -= 1
        start = end
        while start > 0 and self._scene.tag[start - 1] != BREAK:
            start -= 1
        name = self._scene.tag[start:end]
        comma = name.index(",") if "," in name else len(name)
        named = 2 <= comma <= 4 and end < first and end - start <= 12 and set(name[:comma]) == {NAME} and VERB not in name
        return (start, start + comma) if named else (first, first)

    def _after_colon(self, core: list[int]) -> None:
        """A paragraph that is one quotation, after a paragraph that ends in a colon."""
        scene = self._scene
        place = next((k for k, (first, _) in enumerate(self._sentences) if first == scene.first), 0)
        if not place:
            return
        first, last = self._sentences[place - 1]
        if self._t.low[last - 1] != ":" or sum(self._t.words(at) for at in core) <= 3:
            return
        scene.first, scene.last = first, last
        for at in range(last - 1, first, -1):
            if scene.tag[at] == VERB:
                source = scene.phrases.subject(scene.phrases.verb_group(at, first), first)
                if source and not any(k in scene.used for k in range(*source)):
                    scene.emit(source, (at, at + 1), [(core[0], core[-1] + 1)], "colon", scene.form(at).lemma)
                    return

    def _join(self, going: Found, at: int) -> None:
        """Add a quotation to an attribution as one more piece."""
        going.pieces.append((at, at + 1))
        self._scene.used.add(at)

    def _sentence(self, going: Found | None) -> None:
        """Try the frames on one sentence."""
        scene = self._scene
        if according(scene):
            return
        floor = asked_first(scene)
        if floor is None:
            floor = trailing(scene)
        if floor is None:
            floor = self._opening_quotation(going)
        at = floor
        while at < scene.last:
            end = None if at in scene.used else self._cue(at)
            at = max(end, at + 1) if end is not None else at + 1

    def _opening_quotation(self, going: Found | None) -> int:
        """Join a quotation that opens the sentence, without a cue of its own, to the attribution before; where to read on."""
        scene = self._scene
        at = scene.first
        while at < scene.last and scene.tag[at] in _FIRST_MARKS:
            at += 1
        opens = at < scene.last and scene.tag[at] == QUOTE and self._t.words(at) > 4 and self._t.closing(at) != ","
        if going is not None and opens and going.frame in JOINED:
            self._join(going, at)
            return at + 1
        return scene.first

    def _cue(self, at: int) -> int | None:
        """Read what may be a cue at a place."""
        scene = self._scene
        kind, word = scene.tag[at], scene.low[at]
        if word == "as":
            return as_noted(scene, at)
        if word in self._words.nouns["adjective"]:
            end = adjective_cue(scene, at)
            if end is not None:
                return end
        reader = _BY_TAG.get(kind)
        return reader(scene, at) if reader else None

    def _attribution(self, found: Found) -> Attribution:
        """The attribution in offsets of the text."""
        span = self._t.span
        return Attribution(
            content=tuple(span(*piece) for piece in sorted(found.pieces)),
            source=span(*found.source) if found.source else None,
            cue=span(*found.cue) if found.cue else None,
            kind=self._words.kinds.get(found.lemma, AttributionKind.SPEECH),
            lemma=found.lemma,
            frame=found.frame,
        )


_BY_TAG: dict[str, Callable[[Scene, int], int | None]] = {
    VERB: verb_cue,
    GERUND: verb_cue,
    "N": noun_cue,
    "A": noun_cue,
    ":": colon_cue,
    DASH: signature,
}
