"""Reading a text for attributions: the frames tried in order, sentence by sentence, and quotations joined to what they go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.model.reading import Attribution, AttributionKind, Quotation
from claimtrack.statements.edges import Edges
from claimtrack.statements.grammar import Grammar, grammar
from claimtrack.statements.leading import verb_cue
from claimtrack.statements.nominal import adjective_cue, colon_cue, noun_cue
from claimtrack.statements.phrases import Phrases
from claimtrack.statements.scene import Found, Scene
from claimtrack.statements.sentences import sentences
from claimtrack.statements.tokens import BREAK, GERUND, QUOTE, VERB, Tokens, tokens
from claimtrack.statements.trailing import according, as_noted, trailing

JOINED = frozenset(("trailing", "that", "quoted", "clause", "colon", "tell", "according", "loose clause", "floating"))
_FIRST_MARKS = frozenset((",", '"'))


def attributions(text: str, quotations: Sequence[Quotation]) -> list[Attribution]:
    """Everything that a text attributes to somebody, in the order of its places.

    Args:
        text: the text; a line end ends a paragraph.
        quotations: its quotations.
    """
    words = grammar()
    return Reader(tokens(text, quotations, words), words).run()


class Reader:
    """Reads one text, sentence by sentence."""

    def __init__(self, found: Tokens, words: Grammar) -> None:
        phrases = Phrases(found, words)
        self._scene = Scene(phrases, Edges(phrases))
        self._sentences = sentences(found, words)
        self._t = found
        self._words = words

    def run(self) -> list[Attribution]:
        """Read all sentences; a quotation alone goes on with the attribution of the sentence before."""
        scene = self._scene
        going: Found | None = None
        before = -1
        for first, last in self._sentences:
            scene.first, scene.last = first, last
            same = before >= 0 and BREAK not in self._t.tag[before:first]
            known = len(scene.found)
            if not self._quotation_alone(going if same else None):
                self._sentence(going if same else None)
            fresh = scene.found[known:]
            if fresh:
                quoted = [found for found in fresh if found.quoted and found.frame in JOINED]
                going = quoted[-1] if quoted else fresh[-1]
            before = last
        return sorted((self._attribution(found) for found in scene.found), key=lambda found: found.start)

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
        elif going is None:
            self._after_colon(core)
        return True

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
}
