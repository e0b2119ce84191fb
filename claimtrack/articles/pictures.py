"""Captions and the credits of pictures, told from the article's own text; a photographer is no source of it."""

from __future__ import annotations

import re

from claimtrack.articles.findings import Finding, cited
from claimtrack.articles.outlets import Register, agency
from claimtrack.articles.pieces import LONG, Piece, split
from claimtrack.model.terms import NoticeKind, Role

CREDIT = "photo credit"
_KIND = (
    r"(?:(?:file|cover|featured|feature|lead|main|hero|press|handout|screen)[ -]?)?(?:photo(?:graph)?|image|picture|"
    r"pic|illustration|graphic|screenshot|screengrab|video|artwork|caption)s?"
)
_LABEL = re.compile(
    rf"(?:{_KIND}(?: (?:credits?|by|courtesy(?: of)?|source|from|via|caption|copyright))?|(?:photo |image )?credits?|"
    rf"courtesy)\s*[:/©|]\s*(?P<rest>\S.*)\Z",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?:{_KIND} (?:by|courtesy(?: of)?|via) (?P<rest>(?:[^\s()\[\]]+\s?){{1,8}})|[(\[]{_KIND} (?:by|"
    rf"courtesy(?: of)?|via|from) (?P<inner>[^()\[\]]{{2,100}})[)\]])\.?\Z",
    re.IGNORECASE,
)
_TRIM = re.compile(rf"(?:(?:{_KIND} )?courtesy(?: of)?:? |{_KIND} (?:by|via|from) )|(?: {_KIND}|'s {_KIND})\Z", re.IGNORECASE)
_SLASH = re.compile(r"(?P<rest>[A-Z][\w .'’-]{1,50}(?: ?/ ?[A-Z][\w .'’-]{1,50}){1,3})\Z")
_BEHIND = re.compile(
    r"\s*(?:[(\[](?P<a>[^()\[\]]{2,100})[)\]]|(?<=[.!?”])\s*(?P<b>(?:©|(?:Photo|Image|Credit|Picture)s?(?: by|:))[^.]{2,100}))\.?\Z"
)
_PHOTO_WORD = re.compile(
    r"\b(?:photos?|images?|pictures?|getty|shutterstock|flickr|wikimedia|file|courtesy|handout|screengrab|screenshot|pool|epa-efe)\b|©",
    re.IGNORECASE,
)
_PLATFORM = re.compile(
    r"(?:via )?(?:twitter|x|facebook|instagram|telegram|youtube|flickr|tiktok|wikimedia(?: commons)?|wikipedia|"
    r"unsplash|pixabay|pexels|linkedin|file|pool|handout"
    r"|getty(?: images)?|shutterstock|istock|photo|image|cc by.*|(?:ap |file )?photo|screen(?:grab|shot))\Z",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s+(?:via|on|from)\s+", re.IGNORECASE)


def read_pictures(pieces: list[Piece], text: str, reading: str, outlets: Register) -> tuple[list[Piece], list[Finding]]:
    """The pieces with captions and credits decided, and the credits as findings."""
    done: list[Piece] = []
    found: list[Finding] = []
    for piece in pieces:
        short = piece.open and not piece.heading and len(piece.words) <= LONG
        parts = _picture(piece, text, reading) if short else None
        done += parts or [piece]
        found += [_credit(part, outlets) for part in parts or () if part.fate == CREDIT]
    return done, found


def _picture(piece: Piece, text: str, reading: str) -> list[Piece] | None:
    """A picture's line cut into label, caption and credit; None for any other."""
    raw = reading[piece.start : piece.end].replace("\n", " ")
    label = _LABEL.match(raw)
    behind = _BEHIND.search(raw, max(0, len(raw) - 110))
    if behind and not _credits(behind["a"] or behind["b"]):
        behind = None
    if (not label and _BY.match(raw)) or (label and not behind and not _tells(label["rest"])) or (_SLASH.match(raw) and _credits(raw)):
        return [piece.as_(CREDIT)]
    if not label and not behind:
        return None
    start = piece.start + (label.start("rest") if label else 0)
    end = piece.start + behind.start() if behind else piece.end
    places: list[tuple[int, Role | str | None]] = [(start, Role.CAPTION)]
    if behind:
        places.append((end, CREDIT))
    return split(piece.as_("picture's label"), text, reading, places)


def _tells(rest: str) -> bool:
    """Whether what follows a label is a caption, a sentence that tells something, rather than a name."""
    return len(rest.split()) >= 8 or (rest.endswith((".", "”")) and len(rest.split()) >= 6)


def _credits(bracket: str) -> bool:
    """Whether what stands in brackets behind a caption credits a picture."""
    if _PHOTO_WORD.search(bracket):
        return True
    sides = [side.strip() for side in bracket.split("/")]
    named = [side for side in sides if agency(side) or _PLATFORM.match(side)]
    return len(sides) > 1 and bool(named) and all(side[:1].isupper() for side in sides)


def _credit(piece: Piece, outlets: Register) -> Finding:
    """Who a picture's credit names, platforms left out."""
    label = _LABEL.match(piece.words) or _BY.match(piece.words)
    phrase = ((label["rest"] or label.groupdict().get("inner") or "") if label else piece.words).strip("()[]. ")
    sides = [_TRIM.sub("", side.strip()) for side in _VIA.sub("/", phrase).split("/") if not _PLATFORM.match(side.strip())]
    names = tuple(name for side in sides for name in cited(side, outlets))
    return Finding(kind=NoticeKind.PHOTO, names=names, start=piece.start, end=piece.end, why="credits a picture, not the text")
