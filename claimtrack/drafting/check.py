"""The check of a draft as a whole: both piles read, each quotation and each claim looked up."""

from __future__ import annotations

from contextlib import suppress

import attrs

from claimtrack import files
from claimtrack.drafting.pile import Pile
from claimtrack.drafting.quoting import Quoting
from claimtrack.drafting.saying import Saying
from claimtrack.drafting.speakers import Holders
from claimtrack.errors import InputError
from claimtrack.model.drafts import Checklist


def check_draft(draft: files.Loaded, sources: files.Loaded) -> Checklist:
    """Hold a draft against the articles that it was written from: its quotations, word for word, and its claims, by what they say.

    It is sourcing that is checked, not truth: a draft can be faithful to sources that are wrong.

    Args:
        draft: what `load(["draft.md"])` gives: one raw article, or several.
        sources: what `load(["sources"])` gives: raw articles, case files, ledgers; the draft, if it is among them, is left out.

    Returns:
        One point a quotation and a claim, in the order of the draft.
    """
    pile = Pile(_without(sources, draft))
    ours = Pile(draft, pile.ledger)
    holders = Holders((pile.ledger | ours.ledger).view)
    quoting = Quoting(ours, pile, holders)
    points = [*quoting.points(), *Saying(ours, pile, holders).points(quoting.told)]
    ordered = tuple(sorted(points, key=lambda point: (point.place, str(point.kind), point.words)))
    return Checklist(points=ordered, sources=len(pile.view.articles), faults=tuple(dict.fromkeys((*pile.faults, *ours.faults))))


def _without(sources: files.Loaded, draft: files.Loaded) -> files.Loaded:
    """The sources without the draft itself, by its bytes."""
    own = {_data(raw) for raw in draft.raw}
    return attrs.evolve(sources, raw=tuple(raw for raw in sources.raw if _data(raw) not in own))


def _data(raw: files.Raw) -> bytes | str:
    """The bytes of an input; of one that cannot be read its name, which is told when it is read."""
    with suppress(InputError):
        return raw.data
    return raw.name
