"""The claims of a draft, each with the statements of the sources that say so, and what was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import attrs

from claimtrack.claims import AUTOMATIC, PROPOSED, Near, bearings, look_up, propositions
from claimtrack.claims.ties import ONE_MATTER
from claimtrack.drafting.pile import Pile
from claimtrack.drafting.quoting import SHOWN
from claimtrack.drafting.speakers import Holders
from claimtrack.errors import Place
from claimtrack.model import Framing, Modality, Polarity, Role, Statement, Voice
from claimtrack.model.case import AGAINST, counted
from claimtrack.model.drafts import Found, Point, PointKind, draft_rule
from claimtrack.model.reports import SupportReport

READ = frozenset({Role.BODY, Role.DECK, Role.CAPTION})
"""Parts of a draft whose claims are looked up; a headline drops attribution by its nature."""
LATER = frozenset({Framing.FORECAST, Framing.COMMITMENT})
_PLANS = re.compile(r"\b(?:plans?|planned|intends?|intended|aims?|aimed|hopes?|hoped|expects?|expected|wants?|wanted|means?|meant) to\b")
_DONE = re.compile(r"\b(?:has|have|had|was|were|did)\b")
"""Signs that a thing is over; "stays closed" and "will stay closed" are one."""
_WOULD = re.compile(r"\bwould\b")
_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|likely|reported(?:ly)?|alleged(?:ly)?|apparent(?:ly)?|seem\w*|appear\w*|believed|"
    r"thought|suspected|up to|as much as|as many as)\b",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class Heard:
    """A claim of the draft with what the sources say of it.

    Attributes:
        said: the draft's statement.
        pro: statements of the sources that say the same.
        contra: those that deny it.
        clashes: those that have another figure, each with the words that clash.
        near: what comes nearest where nothing says the same.
        reports: what is known of the support of the claims that `pro` make.
        told: the statements of the sources that the draft tells, all over.
    """

    said: Statement
    pro: tuple[Statement, ...]
    contra: tuple[Statement, ...]
    clashes: tuple[tuple[Statement, str], ...]
    near: tuple[Statement, ...]
    reports: tuple[SupportReport, ...]
    told: Collection[str]

    @property
    def own(self) -> bool:
        """Whether the draft states it in its own voice, as a fact."""
        return not self.said.chain and self.said.framing is Framing.REPORTED_FACT

    @property
    def lower(self) -> int:
        """Independent origins on record among the sources, of the claim that has most."""
        return max((report.lower for report in self.reports), default=0)

    @property
    def upper(self) -> int:
        """The most that there may be."""
        return max((report.upper for report in self.reports), default=0)


class Saying:
    """Looks up the claims of a draft.

    Args:
        draft: the draft, read.
        sources: the articles that it was written from.
        holders: who says what in either.
    """

    def __init__(self, draft: Pile, sources: Pile, holders: Holders) -> None:
        self._draft = draft
        self._sources = sources
        self._holders = holders

    def points(self, quoted: Collection[str]) -> Iterator[Point]:
        """One point a claim, in order; what stands between marks as a whole is no claim but a quotation.

        Args:
            quoted: the keys of statements whose words the draft quotes.
        """
        asked = self._asked()
        ours = {each.key: each for each in propositions(self._draft.view)}
        among = [each for each in propositions(self._sources.view) if each.key in self._sources.view.statements]
        found = look_up([ours[each.key] for each in asked], among) if among else {}
        told = {*quoted, *(near.other.key for each in asked for near in found.get(each.key, ()) if self._same(each, near))}
        for each in asked:
            yield self._point(self._heard(each, found.get(each.key, ()), told))

    def _asked(self) -> list[Statement]:
        """The draft's statements to look up, one for each wording at a place."""
        known = {each.key for each in propositions(self._draft.view)}
        ordered = sorted(
            self._draft.view.statements.values(), key=lambda each: (each.article, each.anchor.start, each.anchor.end, each.key)
        )
        wanted = [each for each in ordered if each.key in known and each.role in READ and each.voice is not Voice.DIRECT]
        whole = [each for each in wanted if each.chain or not each.proposition[:1].islower()]
        return list({(each.article, each.proposition): each for each in reversed(whole)}.values())[::-1]

    def _same(self, ours: Statement, near: Near) -> bool:
        """Whether a statement of the sources says the same as one of the draft."""
        return self._matches(near) and self._alike(ours, near)

    def _matches(self, near: Near) -> bool:
        return near.free and near.score >= AUTOMATIC and not near.clash

    def _alike(self, ours: Statement, near: Near) -> bool:
        return (ours.polarity is Polarity.DENY) == (self._sources.view.statements[near.other.key].polarity is Polarity.DENY)

    def _heard(self, ours: Statement, found: Sequence[Near], told: Collection[str]) -> Heard:
        statements = self._sources.view.statements
        pro = tuple(statements[near.other.key] for near in found if self._same(ours, near))
        reports = tuple({id(report): report for each in pro if (report := self._sources.claims.get(each.key))}.values())
        clashes = tuple((statements[near.other.key], near.clash) for near in found if near.clash and near.free and near.score >= PROPOSED)
        return Heard(
            said=ours,
            pro=pro,
            contra=tuple(statements[key] for key in self._against(ours, found, reports)),
            clashes=() if pro else clashes,
            near=tuple(statements[near.other.key] for near in found if near.score >= PROPOSED)[:1],
            reports=reports,
            told=told,
        )

    def _against(self, ours: Statement, found: Sequence[Near], reports: Iterable[SupportReport]) -> Iterator[str]:
        """The statements of the sources that deny a claim: by themselves, by a rule, or as the report on the sources has it."""
        both = {**self._sources.view.statements, ours.key: ours}
        weighed = [near.weighed for near in found if not near.clash and near.weighed.bits >= ONE_MATTER]
        stances = bearings([(each.one, each.other) for each in weighed], both)
        keys = {near.other.key for near in found if self._matches(near) and not self._alike(ours, near)}
        keys |= {
            each.statement for each in stances if each.kind in AGAINST and each.claim == ours.key and not each.note.startswith("possibly")
        }
        keys |= {key for report in reports for key in report.claim.bearing(*AGAINST)}
        return iter(sorted(keys & self._sources.view.statements.keys()))

    def _point(self, heard: Heard) -> Point:
        found = ((row, tell(heard, self._holders)) for row, tell in TELLS)
        return Point(
            kind=PointKind.CLAIM,
            place=self._draft.of(heard.said),
            words=heard.said.proposition,
            told=_summed(heard, self._holders),
            places=self._places(heard.pro or [each for each, _ in heard.clashes] or heard.near),
            found=tuple(Found(draft_rule(row), told[0], self._places(told[1])) for row, told in found if told),
        )

    def _places(self, statements: Iterable[Statement]) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(self._sources.of(each) for each in statements))[:SHOWN]


Told = tuple[str, Sequence[Statement]] | None
"""What was found, in words, with the statements of the sources that show it; None where there is nothing to mind."""


def _summed(heard: Heard, holders: Holders) -> str:
    """What the sources have, in a line."""
    if heard.pro:
        articles = len({each.article for each in heard.pro})
        by = holders.names(heard.pro)
        origins = f"{heard.lower}..{heard.upper}" if heard.lower != heard.upper else str(heard.lower)
        single = " (single-source)" if heard.lower <= 1 and heard.upper <= 1 else ""
        said = f"{counted(len(heard.pro), 'statement')} in {counted(articles, 'source')} {'says' if len(heard.pro) == 1 else 'say'} so"
        return f"{said}{f', by {by}' if by else ''}; independent origins: {origins}{single}"
    if heard.clashes:
        return "in the sources with another figure"
    return f"nothing found that says so; nearest: {heard.near[0].proposition}" if heard.near else "nothing found that says so"


def _other_speaker(heard: Heard, holders: Holders) -> Told:
    """CT603: a named speaker, and the sources give it to others."""
    if not heard.pro or not all(holders.apart(heard.said, each) for each in heard.pro):
        return None
    if any(word in heard.said.proposition for word in holders.name(heard.said).split() if word[0].isupper()):
        return None  # it is about the one who says it, by which a reader of texts may be misled
    return f"the draft gives it to {holders.name(heard.said)}, the sources to {holders.names(heard.pro)}", heard.pro


def _attribution_dropped(heard: Heard, holders: Holders) -> Told:
    """CT604: own voice, while the sources attribute and fewer than two origins bear it out."""
    if not heard.own or not heard.pro or heard.lower > 1 or not all(each.chain for each in heard.pro):
        return None
    return f"the sources have it from {holders.names(heard.pro)}", heard.pro


def _hedge_dropped(heard: Heard, _: Holders) -> Told:
    """CT605: put forward more firmly than in any source."""
    least = min(map(doubt, heard.pro), default=0)
    if doubt(heard.said) >= least or (least == COMING and not _DONE.search(heard.said.proposition)):
        return None
    return f"the source has: {heard.pro[0].proposition}", heard.pro


COMING, PLANNED, HEDGED = 1, 2, 3


def doubt(statement: Statement) -> int:
    """How far a statement stands back: 3 with a hedge, 2 of a plan, 1 of what will be, 0 for a plain fact; "would" tells "will"."""
    said = statement.proposition
    hedged = statement.framing is Framing.HEDGED or Modality.HEDGED in statement.modality
    if hedged and not (_HEDGE.search(said) is None and (_WOULD.search(said) or _PLANS.search(said))):
        return HEDGED
    if _PLANS.search(said):
        return PLANNED
    return COMING if hedged or statement.framing in LATER or Modality.FUTURE in statement.modality else 0


def _plural(heard: Heard, holders: Holders) -> Told:
    """CT606: several nameless people, and one in the sources."""
    if not heard.pro or not (holders.nameless(heard.said) and holders.several(heard.said)):
        return None
    if any(not holders.nameless(each) or holders.several(each) for each in heard.pro) or len({each.chain for each in heard.pro}) > 1:
        return None
    return f"the draft has {holders.name(heard.said)}, the source {holders.names(heard.pro)}", heard.pro


def _only_nameless(heard: Heard, holders: Holders) -> Told:
    """CT607: nobody who says so has a name; where the draft has made several of one, that is told instead."""
    if not heard.pro or _plural(heard, holders) or not all(holders.nameless(each) for each in heard.pro):
        return None
    return f"the sources have it from {holders.names(heard.pro)}", heard.pro


def _contested(heard: Heard, holders: Holders) -> Told:
    """CT608: own voice, a denial in the sources, and none of it in the draft."""
    if not heard.own or not heard.contra or any(each.key in heard.told for each in heard.contra):
        return None
    return f"denied in the sources by {holders.names(heard.contra) or 'an article'}", heard.contra


def _other_figure(heard: Heard, _: Holders) -> Told:
    """CT609: the same with another figure, and nowhere with this one."""
    return (heard.clashes[0][1], [each for each, _ in heard.clashes]) if heard.clashes else None


def _one_origin(heard: Heard, _: Holders) -> Told:
    """CT610: own voice in draft and sources, one origin at most."""
    if not heard.own or not heard.pro or heard.upper > 1 or all(each.chain for each in heard.pro):
        return None
    return "one origin at most among the sources", heard.pro


def _no_source(heard: Heard, _: Holders) -> Told:
    """CT611: nothing found."""
    if heard.pro or heard.clashes or heard.contra or heard.said.framing is Framing.AUTHOR_OPINION:
        return None
    return "no statement of the sources was recognized as the same", heard.near


TELLS: tuple[tuple[str, Callable[[Heard, Holders], Told]], ...] = (
    ("CT603", _other_speaker),
    ("CT604", _attribution_dropped),
    ("CT605", _hedge_dropped),
    ("CT606", _plural),
    ("CT607", _only_nameless),
    ("CT608", _contested),
    ("CT609", _other_figure),
    ("CT610", _one_origin),
    ("CT611", _no_source),
)
"""What is looked for of each claim, in the order of the codes."""
