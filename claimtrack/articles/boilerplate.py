"""What stands around an article and is no part of it: one row a kind, with the reason that goes into the log."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claimtrack.articles.headrows import KICKERS, PERSON
from claimtrack.articles.pieces import LONG, Piece
from claimtrack.model.terms import Role

LEGAL_LIMIT = 2_500
"""Characters that a disclaimer may have; other rows stop at `LONG`."""
BODY_BEFORE = 400
"""Characters of the article that must stand before a heading such as "Popular" is taken for its end."""
AFTER = 200
"""Pieces looked at below such a heading."""
_WITHIN = frozenset({"photo credit", "picture's label", "related story", "dateline"})
"""What is dropped within articles too, so that it says nothing of where they end."""
BIOGRAPHY = 300
"""Characters of a line on the author at the end."""
SHORT = 160
"""Characters up to which a line of boilerplate is believed in the midst of an article."""
_FIRM = frozenset({"legal notice", "copyright line", "disclaimer", "comment form", "end mark"})
TAIL_SHARE = 0.6
"""Share of characters in a tail that rows must account for before the rest of it is dropped with them."""


@attrs.frozen
class BoilerplateRow:
    """A kind of boilerplate, tried at the beginning of a piece."""

    why: str
    pattern: re.Pattern[str]
    limit: int = LONG


def _row(why: str, pattern: str, limit: int = LONG) -> BoilerplateRow:
    return BoilerplateRow(why, re.compile(pattern, re.IGNORECASE), limit)


_ROLES = (
    r"(?:journalist|reporter|correspondent|columnist|editor|writer|author|analyst|professor|lecturer|researcher|fellow|scholar|historian|economist"
    r"|commentator|contributor|director|president|chair(?:man|woman)?|founder|consultant|expert|lawyer|attorney|activist|diplomat|ambassador|officer"
    r"|student|scientist|physician|novelist|blogger|photographer|producer|broadcaster|member|politician|strategist|adviser|advisor|critic|staff)"
)
SECTION = re.compile(
    r"(?:related(?: (?:articles?|stories|news|posts?|content|topics?|coverage|links?|reading))?|popular(?: (?:now|posts|articles|stories))?"
    r"|(?:most|top) (?:popular|read|viewed|shared|stories|news)(?: (?:articles|stories|now|news))?|trending(?: now)?|"
    r"recommended(?: for you| stories| reading)?"
    r"|(?:you (?:may|might) also|you[’']ll also) (?:like|be interested in|enjoy)|editor[’']?s[’']? (?:choice|picks?)|"
    r"read (?:also|next|more)|also read|see also"
    r"|more (?:from|on|stories|news|in|by)\b.{0,60}|latest (?:news|articles|stories|posts)|further reading|up next|"
    r"what to read next|in this section|keep reading"
    r"|\d+ (?:comments?|replies|responses)|leave a (?:reply|comment|response)|"
    r"post a comment|join the (?:conversation|discussion)|add (?:a|your) comment"
    r"|about the (?:authors?|writers?)|author bio(?:graphy)?|"
    r"support (?:us|our work|our journalism)"
    r")\s*[:>»…]?\Z",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"(?:comments?(?: \(\d+\)| section)?|share(?: this(?: article| story| post)?)?|newsletters?|sign up|subscribe|advertisement|follow us"
    r"|contact(?: us)?|tags?|topics?|categories|footer|navigation|menu|search|previous(?: article| post)?|"
    r"next(?: article| post)?)\s*[:>»…]?\Z",
    re.IGNORECASE,
)
"""Headings that can stand anywhere on a page and end nothing."""
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Prof|Gen|Col|Capt|Sgt|Sen|Rep|President|Minister)\b")
END_MARK = re.compile(r"(?:\W{0,3}[*#~■◼□▪●•–—_=\\-](?:\s?[*#~■◼□▪●•–—_=-]){0,40}|-?\s?30\s?-|(?:###|END|ENDS|The End)[.]?)\s*\Z")
ROWS = (
    _row(
        "share line",
        r"(?:(?:please )?click (?:on )?(?:the|here|below)|(?:please )?share(?:\s*:| (?:this|on|via|the|with))|tweet\b|(?:e-?mail|"
        r"print|copy|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest)(?:[ |,/·•]+(?:this|share|link|e-?mail|"
        r"print|copy(?: link)?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest))*\Z|feel free to (?:share|"
        r"re-?post))",
    ),
    _row(
        "follow line",
        r"(?:follow|like|join|find|connect with) (?:us|me|him|her|them|(?-i:[A-Z@][^.,]{1,60})) (?:on|at|"
        r"via) (?:our )?(?:\W*)(?:facebook|twitter|x\b|instagram|telegram|youtube|linkedin|whatsapp|mastodon|bluesky|"
        r"threads|social)",
    ),
    _row(
        "newsletter line",
        r"(?:subscribe|sign[ -]up|register|get (?:the|our|your) (?:free|daily|weekly|newsletter|latest|best|morning)|"
        r"receive (?:our|the)|enter your e-?mail|click here to subscribe|never miss|stay (?:informed|up to date|updated|"
        r"tuned)|become an? (?:\w+ )?(?:member|subscriber|patron|supporter)|download (?:the|our) (?:free )?app|"
        r"already a (?:subscriber|member)|log ?in\b|sign ?in\b|create (?:an|your) account)",
    ),
    _row(
        "donation line",
        r"(?:(?:please )?(?:donate|consider (?:a donation|donating|supporting|becoming|making))|(?:please )?(?:support|"
        r"help) (?:us|our|independent|this|fund)|make a (?:tax-deductible )?(?:donation|contribution)|your (?:support|"
        r"donation|contribution) (?:helps|makes|will|is)|we (?:rely|depend) on (?:our )?(?:readers|donations|your)|"
        r"if you (?:like|enjoyed|value|appreciate|found) (?:this|our|what)|chip in|buy (?:me|us) a coffee)",
    ),
    _row(
        "comment form",
        r"(?:comment on\b|leave a (?:comment|reply|response)|post (?:a|your) comment|"
        r"your email address will not be published|required fields|you must be (?:logged|signed)|comments (?:are|"
        r"have been|will be) (?:closed|disabled|moderated|published)|notify me of|save my name|what do you think\?|"
        r"have your say|reply\Z|view (?:all )?comments|show comments)",
    ),
    _row(
        "related story",
        r"(?:related(?: (?:article|story|stories|news|reading|post|coverage))?s?\s*:|(?:read|see|watch|"
        r"listen)(?: (?:also|more|next|here|now))?\s*:|(?:also|further) (?:read|reading|see)\s*:?|don[’']t miss\b|"
        r"more on this (?:story|topic)|more (?:from|by) (?:this|the) author|you (?:may|might) also\b|recommended\s*:|"
        r"in case you missed|\W*(?:click here|read more|continue reading|show more|load more|see more|view more|"
        r"more)\W*\Z)",
    ),
    _row(
        "disclaimer",
        r"(?:legal )?disclaimer\b|(?:the )?(?:views?|opinions?|contents?|statements?|facts|information|"
        r"ideas)(?:,? \w+){0,12} (?:expressed|stated|contained|presented|of this|in this|"
        r"herein)\b.{0,160}\b(?:author|writer|contributor|responsib|reflect|represent|necessarily|endorse)|(?:this|"
        r"the) (?:article|column|text|site|website) (?:reflects|represents|does not (?:necessarily )?(?:reflect|"
        r"represent|constitute))",
        LEGAL_LIMIT,
    ),
    _row(
        "legal notice",
        r".{0,120}\b(?:contains copyrighted (?:material|content)|fair use (?:notice|doctrine|of)|all rights reserved|"
        r"rights reserved\.?\Z|may not be (?:reproduced|republished|reprinted|redistributed|copied)|"
        r"reproduction (?:in whole|without|is prohibited)|creative commons (?:license|licence|attribution))|(?:this|"
        r"our) (?:site|website) uses cookies|we use cookies|by (?:using|continuing)|terms (?:of|and) (?:use|service|"
        r"conditions)|privacy (?:policy|notice|statement)",
        LEGAL_LIMIT,
    ),
    _row(
        "press release's tail",
        r"(?:notes? (?:to|for) editors?\b|about (?-i:[A-Z])[^.:]{1,60}:|download [“\"‘'«(\[]|forward-looking statements\b"
        r"|- ?ends ?-|this (?:press )?(?:release|notice|statement) (?:(?:may )?contains?|does not create)\b"
        r".{0,80}(?:forward-looking|legal|obligation))",
    ),
    _row("copyright line", r"(?:copyright\b|©|\(c\)\s?(?:19|20)\d\d)"),
    _row(
        "contact line",
        r"(?:for (?:media|press|more|further|general|all|any) (?:\w+ )?(?:inquir|enquir|question|information|details|"
        r"contact)|(?:media|press) (?:contact|inquir|enquir)|contact (?:us|the (?:author|writer|editor|reporter|"
        r"newsroom)|[A-Z][\w. ]{1,40} at\b)|(?:the )?(?:author|writer|reporter) can be (?:reached|contacted|found)|"
        r"(?:e-?mail|write to|reach|tips?) (?:us|the (?:author|editor|reporter|writer)|[A-Z][\w. ]{1,40} (?:at|on))\b|"
        r"(?:send|submit) (?:us )?(?:your )?(?:tips?|letters|feedback|corrections)|(?:tel|phone|fax|e-?mail)\s*:|"
        r"[\w.+-]{1,64}@[\w.-]{1,100}\Z|(?:got|have) a (?:tip|story|correction|question))",
    ),
    _row(
        "article list",
        r"(?:articles|stories|posts|more|all (?:articles|posts)|written|view all(?: posts)?|"
        r"read more) by\s*:?\s*\S.{0,60}\Z",
    ),
    _row(
        "navigation",
        r"(?:home|skip to (?:main )?content|back to top|top of page|main menu|open menu|close menu|toggle navigation|"
        r"all sections|our network|(?:previous|next|older|newer) (?:article|post|story|posts|page)s?\b.{0,120}|(?:home|"
        r"news|world|politics|business|sports?|opinion|culture|tech(?:nology)?|science|health|video|about|contact|login|"
        r"search|menu|subscribe)(?:\s*[|>/»·•,]?\s+(?:home|news|world|politics|business|sports?|opinion|culture|"
        r"tech(?:nology)?|science|health|video|about(?: us)?|contact(?: us)?|login|search|menu|subscribe)){1,20})\s*\Z",
    ),
    BoilerplateRow(
        "biography",
        re.compile(
            rf"(?i:(?:about )?(?:the|this) (?:author|writer|columnist|reporter) (?:is|was|has|works|lives)\b)|"
            rf"{PERSON}(?:,? (?:Ph\.?D\.?|M\.?D\.?|Jr\.?|Sr\.?))?,?"
            rf" (?:(?:currently )?(?:is|was|works as|serves as|has been|has worked as)) (?:currently |now |also )?(?:an?|the|"
            rf"our) (?:[^.]{{0,120}}?\b)?{_ROLES}s?\b"
        ),
    ),
    _row("correction note", r"(?:correction|clarification|editor[’']?s[’']? note|update)\s*(?:\([^)]{1,40}\))?\s*:?[^.]{0,24}\Z"),
)
TITLE_WORDS = re.compile(
    r"(?:get your free copy|buy (?:the|now)|order (?:now|your)|special offer|(?:new )?book\s*:|sponsored|advertisement|promoted)\b",
    re.IGNORECASE,
)


def kind_of(piece: Piece, authors: Sequence[str]) -> str:
    """Why a piece is no part of the article; empty when it seems to be one."""
    words = piece.words.lstrip("*_•·>»#→▶ ")
    if not words or END_MARK.match(piece.words):
        return "end mark"
    if any(
        name and words.startswith(name) and re.match(r",? [a-z]+(?:s|ed)\b", words[len(name) :]) and len(words) <= BIOGRAPHY
        for name in authors
    ):
        return "biography"
    if len(words) <= 80 and FURNITURE.match(words):
        return "page furniture"
    for row in ROWS:
        if len(words) <= row.limit and row.pattern.match(words) and not (row.why == "biography" and _in_story(words, authors)):
            return row.why
    if TITLE_WORDS.match(words) and len(words) <= 200:
        return "promotion"
    return ""


def _in_story(words: str, authors: Sequence[str]) -> bool:
    """Whether "X is a ..." tells of somebody in the article: another name than the authors', a courtesy title, or few words."""
    named = not re.match(r"(?:about )?(?:the|this) ", words, re.IGNORECASE)
    return len(words) < 40 or (named and (bool(authors) or bool(_COURTESY.match(words))))


def drop_boilerplate(pieces: list[Piece], body: int, authors: Sequence[str]) -> list[Piece]:
    """Decide what around the article is not read, from the first piece that can be of its body on."""
    pieces = _lines(pieces, body, authors)
    end = min(_section(pieces, body), _tail(pieces, body))
    return [piece.as_("below the article") if place >= end and piece.open else piece for place, piece in enumerate(pieces)]


def _lines(pieces: list[Piece], body: int, authors: Sequence[str]) -> list[Piece]:
    """The pieces with single lines of boilerplate decided; prose that merely reads like a biography stays if prose follows."""
    last = max(
        (place for place, piece in enumerate(pieces) if piece.open and len(piece.words) > 100 and not kind_of(piece, authors)), default=-1
    )
    done = []
    for place, piece in enumerate(pieces):
        why = kind_of(piece, authors) if place >= body and piece.open else ""
        firm = place > last or why in _FIRM or (why != "biography" and len(piece.words) <= SHORT)
        done.append(piece.as_(why) if why and firm else piece)
    return done


def _section(pieces: list[Piece], body: int) -> int:
    """Where a heading such as "Related articles" ends the article: once there has been one, and more headlines than prose follow."""
    read = 0
    for place, piece in enumerate(pieces[body:], body):
        if read >= BODY_BEFORE and piece.open and len(piece.words) <= 80 and SECTION.match(piece.words.strip("*_# ")):
            after = [item for item in pieces[place : place + AFTER] if item.open]
            if sum(_prose(item) for item in after) <= sum(not _prose(item) for item in after):
                return place
        read += len(piece.words) if piece.open or piece.fate is Role.BODY else 0
    return len(pieces)


def _prose(piece: Piece) -> bool:
    """Whether a piece reads like the article: a sentence, or long."""
    return len(piece.words) > 120 or (piece.ended and len(piece.words.split()) >= 6)


def _heading(piece: Piece) -> bool:
    """Whether a piece is a heading of what stands around articles."""
    words = piece.words.strip("*_# ")
    return len(words) <= 80 and bool(SECTION.match(words) or FURNITURE.match(words) or KICKERS.match(words))


def _tail(pieces: list[Piece], body: int) -> int:
    """Where the pieces to the end are mostly boilerplate, beginning with such a one, and none of them reads like the article."""
    total = matched = 0
    best = len(pieces)
    for place in range(len(pieces) - 1, body, -1):
        piece = pieces[place]
        hit = (isinstance(piece.fate, str) and piece.fate not in _WITHIN) or _heading(piece)
        if piece.open and not hit and _prose(piece):
            break
        total += len(piece.words)
        matched += len(piece.words) if hit else 0
        if hit and matched >= TAIL_SHARE * total:
            best = place
    return best


def drop_repeats(pieces: list[Piece], body: int, title: str) -> list[Piece]:
    """Decide blocks that repeat an earlier one word for word."""
    seen = {title.casefold()} if title else set()
    done = []
    for place, piece in enumerate(pieces):
        words = piece.words.casefold()
        again = place >= body and piece.open and len(words) >= 40 and words in seen
        done.append(piece.as_("repeated word for word") if again else piece)
        if piece.open or piece.fate is Role.BODY:
            seen.add(words)
    return done
