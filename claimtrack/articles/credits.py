"""Credit lines and notices of descent: one row a wording, with what it implies."""

from __future__ import annotations

import re

import attrs

from claimtrack.articles.findings import Finding, cited
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.pieces import LONG, Piece
from claimtrack.model.terms import DerivationKind, NoticeKind, Role
from claimtrack.words import in_small

CREDIT = "credit line"
CONTRIBUTED = "written with contributions"
POINTS = "points to another text"
_WORK = (
    r"(?:article|story|piece|post|report|essay|commentary|column|interview|analysis|op-ed|content|text|opinion|"
    r"blog(?: post)?|dispatch|feature|item)"
)
_THIS = (
    rf"(?:(?:this|the|a version of this|an earlier version of this|a longer version of this|"
    rf"parts? of this) (?:\w+ )?{_WORK} (?:was|is|has been|had been|were)? ?)?"
)
_DONE = r"(?:published|posted|printed|appeared|ran|written|issued|released|carried|produced|run|aired)"


@attrs.frozen(kw_only=True)
class CreditRow:
    """One wording of a credit.

    Attributes:
        why: what the wording says, in our words.
        pattern: tried at the beginning of a line; what it calls `who` is read for names.
        kept: whether the line is still read as part of the article.
        bare: whether it counts only when it names an agency, a known outlet or nobody.
        needs: words in small letters one of which every such line has; none where its beginning tells as quickly.
    """

    why: str
    kind: NoticeKind
    derivation: DerivationKind | None
    pattern: re.Pattern[str]
    kept: bool = False
    bare: bool = False
    needs: tuple[str, ...] = ()

    def may_fit(self, small: str | None) -> bool:
        """Whether a line can answer to the row, by its words in small letters as far as these can be told."""
        return not self.needs or small is None or any(words in small for words in self.needs)


def _row(
    why: str,
    kind: NoticeKind,
    derivation: DerivationKind | None,
    pattern: str,
    *,
    kept: bool = False,
    bare: bool = False,
    needs: tuple[str, ...] = (),
) -> CreditRow:
    found = re.compile(pattern, re.IGNORECASE)
    return CreditRow(why=why, kind=kind, derivation=derivation, pattern=found, kept=kept, bare=bare, needs=needs)


_R, _C, _A = NoticeKind.REPUBLISHED, NoticeKind.CREDIT, NoticeKind.AGENCY
_D = DerivationKind
ROWS = (
    _row(
        "names the place of first publication",
        _R,
        _D.REPUBLICATION,
        rf"(?:note: |editor[’']?s note:? |\[)?{_THIS}(?:was |is |has been )?(?:originally |first |previously |"
        rf"initially ){_DONE}(?: originally| first)? (?:on|in|at|by|for|with|as part of) (?P<who>.+)",
    ),
    _row(
        "names the place of first publication",
        _R,
        _D.REPUBLICATION,
        rf"(?:this|the|a version of this) {_WORK} (?:was )?{_DONE} (?:originally |first )(?:on|in|at|by) (?P<who>.+)",
    ),
    _row(
        "says that it is republished",
        _R,
        _D.REPUBLICATION,
        rf"{_THIS}(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated|reproduced|"
        rf"shared)(?: here)?(?:,? with (?:the )?(?:kind )?permission)?(?: courtesy)?(?: of)?,? (?:from|by|with|on|"
        rf"courtesy of|in) (?P<who>.+)",
    ),
    _row(
        "names an original source",
        _R,
        _D.REPUBLICATION,
        rf"(?:the )?original (?:source|version|publication|article|post)(?: of this {_WORK})?(?: is|:| was (?:published|"
        rf"posted) (?:on|in|at|by)| appeared (?:on|in)| can be (?:found|read) (?:on|at|in)) (?P<who>.+)",
    ),
    _row(
        "links to an original",
        _R,
        _D.REPUBLICATION,
        r"read the original (?:article|story|post|version)?(?: (?:on|at|in|from) (?P<who>.+)|\.?\Z)",
    ),
    _row(
        "says that it is translated",
        _R,
        _D.TRANSLATION,
        rf"(?:{_THIS})(?:translated|translation)(?: from [\w ]{{2,20}})? (?:by .{{2,60}} )?(?:from|for|"
        rf"of) (?P<who>[A-Z(].+)",
    ),
    _row(
        "says that it is an excerpt",
        _R,
        _D.EXCERPT,
        rf"(?:{_THIS})(?:an )?(?:edited )?(?:excerpt(?:ed)?|extract(?:ed)?|adapted) (?:is )?(?:from|of) (?P<who>.+)",
    ),
    _row(
        "material of a news agency",
        _A,
        _D.SYNDICATION,
        r"(?:copyright )?(?:\(c\)|©|"
        r"copyright)? ?(?:\d{4} )?(?:by )?(?P<who>[^.©]{2,60}?)\.? (?:all rights reserved\.? )?this material may not be published",
        needs=("this material may not be published",),
    ),
    _row(
        "copyright of a news agency",
        _A,
        _D.SYNDICATION,
        r"(?:copyright )?(?:\(c\)|©|copyright)(?: ?(?:\(c\)|"
        r"©))?,? ?(?:\d{4},? )?(?:by )?(?P<who>[^.©,]{2,60}?)(?:,? \d{4})?(?:\.|,|\Z)",
        bare=True,
    ),
    _row(
        "staff tail as agencies write it",
        _A,
        None,
        r"\((?:reporting|writing|additional reporting|compiled|editing)(?: and (?:writing|editing))? by [^()]{3,300}\)\Z",
    ),
    _row(
        "compiled with news agencies",
        _A,
        None,
        r"[(\[–—-]*\s?(?:(?:compiled )?with |including |additional )?(?:additional )?(?:reporting|inputs?|material|"
        r"files)?(?: from| by)? ?(?:the )?(?:news|wire|media|international|foreign)? ?(?:agenc(?:y|ies)|"
        r"wires?)(?: (?:reports?|inputs?|staff))?[)\].]*\Z",
    ),
    _row("lists its sources", _C, _D.CITATION, r"sources?\s*:\s*(?P<own>[^:,;]{2,60}? with )?(?P<who>\S.+)"),
    _row(
        CONTRIBUTED,
        _C,
        _D.CITATION,
        r"[(\[*–—-]*\s?(?:(?:with )?(?:additional |further |extra )?(?:reporting|contributions?|material|inputs?|"
        r"information|writing) (?:by|from)|with (?:files|inputs?|reporting) from) (?P<who>.+)",
    ),
    _row(
        CONTRIBUTED,
        _C,
        _D.CITATION,
        r"[(\[*–—-]*\s?(?P<who>.{2,200}?) (?:also )?contributed (?:reporting )?(?:to|for) this (?:report|story|article|"
        r"piece)",
        needs=("contributed",),
    ),
    _row(
        "signed by a news agency",
        _A,
        _D.SYNDICATION,
        r"[(\[–—~/*-]*\s?(?:source |from )?(?P<who>[A-Z][\w .'/,&-]{1,60})[)\]./]*\Z",
        bare=True,
    ),
    _row(
        "names where it was first reported",
        _C,
        _D.CITATION,
        r"[^“”\"]{0,200}\b(?:(?:first|originally) reported by|story was (?:first )?broken by|was first to report|"
        r"first published by) (?P<who>(?:the )?[A-Z].{1,80})",
        kept=True,
        needs=("reported by", "broken by", "first to report", "published by"),
    ),
    _row(
        POINTS,
        _C,
        _D.CITATION,
        r"(?:via|h/t|hat tip(?: to)?|read (?:more (?:at|in|from)|on at|the (?:full|whole) (?:story|article) (?:at|on|in))|"
        r"full (?:story|article|report)(?: (?:at|on|in))?|continue reading (?:at|on|in)|more (?:at|"
        r"from))\s*:?\s+(?P<who>[A-Z].{1,80})\Z",
    ),
)
PROSE = 300
"""Characters beyond which no line is a mere credit."""
PARAGRAPH = 160
"""Characters from which a piece counts as a paragraph of the article."""
_OF_THIS = re.compile(r"the original \w+ of this", re.IGNORECASE)


def read_credits(pieces: list[Piece], outlets: Register) -> tuple[list[Piece], list[Finding], tuple[str, ...]]:
    """The pieces with credit lines decided, what they say, and the names they give the article's own outlet."""
    done: list[Piece] = []
    found: list[Finding] = []
    own: list[str] = []
    prose = [place for place, piece in enumerate(pieces) if piece.open and len(piece.words) >= PARAGRAPH] or [len(pieces)]
    for place, piece in enumerate(pieces):
        edge = not prose[0] <= place <= prose[-1]
        hit = _credit(piece, outlets, edge) if (piece.open or piece.fate is Role.BODY) and len(piece.words) <= LONG else None
        if hit:
            row, match, names = hit
            groups = match.groupdict()
            mine = (groups.get("own") or "").removesuffix(" with ").strip()
            own += [mine] if mine else []
            found.append(Finding(kind=row.kind, names=names, start=piece.start, end=piece.end, why=row.why, derivation=row.derivation))
            piece = piece if row.kept else piece.as_(CREDIT)
        done.append(piece)
    return done, found, tuple(own)


def _credit(piece: Piece, outlets: Register, edge: bool) -> tuple[CreditRow, re.Match[str], tuple[str, ...]] | None:
    """The row that a piece answers to, and the names in it."""
    words = piece.words.lstrip("*_ •·–—-")
    small = in_small(words)
    for row in ROWS:
        match = row.pattern.match(words) if row.may_fit(small) else None
        if match:
            phrase = match.groupdict().get("who") or ""
            if row.bare and not _all_agencies(phrase):
                continue
            names = cited(phrase, outlets)
            if row.why == CONTRIBUTED:  # persons who helped are no origins
                names = tuple(name for name in names if _is_outlet(name, outlets) or name.startswith("The "))
            if _counts(row, words, names, outlets, edge):
                return row, match, names
    return None


def _counts(row: CreditRow, words: str, names: tuple[str, ...], outlets: Register, edge: bool) -> bool:
    """Whether a wording is a credit where it stands, and no sentence of the article that reads like one."""
    known = any(_is_outlet(name, outlets) for name in names)
    if row.kept:
        return known
    if row.kind is NoticeKind.REPUBLISHED:
        return words[:5].casefold() == "this " or (bool(names) and (edge or words[:4].casefold() != "the " or bool(_OF_THIS.match(words))))
    if row.kind is NoticeKind.CREDIT and row.why != CONTRIBUTED:
        sentence = words.endswith((".", ":")) and row.why == POINTS
        return known or (bool(names) and len(words) <= PROSE and not sentence)
    return True


def _is_outlet(name: str, outlets: Register) -> bool:
    """Whether a cited name is a news agency's or a given outlet's."""
    return bool(agency(name) or outlets.named(name)) or outlets.holds(name)


def _all_agencies(phrase: str) -> bool:
    """Whether a signature names news agencies and nothing else, short names in their own spelling."""
    names = [name.strip(" .") for name in re.split(r"[,/&]| and ", phrase)]
    return bool(names) and all(agency(name) for name in names)
