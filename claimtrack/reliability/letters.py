"""From ratings to letters: each mark read by its scale, the latest word of each rater, a range where raters differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimtrack.model.marks import UNRATED, Mark, Marks, Reach
from claimtrack.model.policy import Policy
from claimtrack.model.records import Rating
from claimtrack.model.terms import MakerKind
from claimtrack.model.view import View

ADMIRALTY = "admiralty"
Read = tuple[Rating, Reach]


def marks(view: View, policy: Policy) -> Marks:
    """The letters that the ratings of a view give to sources.

    A rating counts if the policy knows its scale. Of several by one rater on one scale the latest counts. Raters whom the policy
    calls its own go before all others, and then letters that a person wrote into the records; where those that are left differ, the
    letters are a range. Marks that were filled in count only if the policy says so, and F only where there is nothing else.
    """
    read: dict[str, list[Read]] = defaultdict(list)
    for rating in view.ratings:
        reach = policy.read(rating.scale, rating.value)
        if reach is not None and (policy.ratings.imputed or not rating.imputed):
            read[view.resolve(rating.source)].append((rating, reach))
    return Marks({source: _mark(_first(_latest(found), policy)) for source, found in sorted(read.items())}, view)


def _latest(found: Iterable[Read]) -> list[Read]:
    """The latest rating of each rater on each scale; of those of one day all stay, and undated ones count as earliest."""
    groups: dict[tuple[str, str], list[Read]] = defaultdict(list)
    for rating, reach in found:
        groups[rating.rater.casefold(), rating.scale.casefold()].append((rating, reach))
    kept = []
    for group in groups.values():
        last = max(_day(rating) for rating, _ in group)
        kept += [(rating, reach) for rating, reach in group if _day(rating) == last]
    return kept


def _day(rating: Rating) -> int:
    return rating.on.end.toordinal() if rating.on else 0


def _first(found: Sequence[Read], policy: Policy) -> Sequence[Read]:
    """Those of the ratings that go before the others: the policy's own raters, then letters written by people, then all."""
    own = {rater.casefold() for rater in policy.ratings.own}
    named = [each for each in found if each[0].rater.casefold() in own]
    return named or [each for each in found if _by_hand(each[0])] or found


def _by_hand(rating: Rating) -> bool:
    software = rating.maker is not None and rating.maker.kind is MakerKind.SOFTWARE
    return rating.scale.casefold() == ADMIRALTY and not software


def _mark(found: Sequence[Read]) -> Mark:
    """The range over all that count."""
    known = [reach for _, reach in found if reach.known]
    ratings = tuple(sorted((rating for rating, _ in found), key=lambda rating: rating.order))
    if not known:
        return Mark(UNRATED, ratings)
    return Mark(Reach(min((r.best for r in known), key=str), max((r.worst for r in known), key=str)), ratings)
