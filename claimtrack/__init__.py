"""Source reliability and claim tracking: who says so, how many independent origins, fact or opinion, who disputes it."""

import typing as _typing
from importlib import import_module as _import_module

if _typing.TYPE_CHECKING:
    from claimtrack.codec import decode, encode, record_schema
    from claimtrack.drafting import check_draft
    from claimtrack.errors import (
        AmbiguousNameError,
        ClaimtrackError,
        Fault,
        InputError,
        MissingPackageError,
        RecordError,
        UnknownNameError,
        VersionError,
    )
    from claimtrack.files import Loaded, load, load_policy, load_ratings, save
    from claimtrack.linking import link
    from claimtrack.model import (
        Anchor,
        Article,
        Basis,
        Certainty,
        Certificate,
        Citation,
        CitedFact,
        Claim,
        ClaimKind,
        Claims,
        Conflict,
        Cue,
        Dating,
        Derivation,
        DerivationKind,
        FactKind,
        Framing,
        Genre,
        Judgement,
        Ledger,
        Letter,
        Lineage,
        Link,
        Maker,
        MakerKind,
        Modality,
        Notice,
        NoticeKind,
        Opinion,
        Outlet,
        OutletKind,
        Period,
        Polarity,
        Post,
        Rating,
        Record,
        Retraction,
        Role,
        Span,
        Speaker,
        SpeakerKind,
        Stance,
        StanceKind,
        Statement,
        Strength,
        TrackedClaim,
        Verdict,
        View,
        Voice,
    )
    from claimtrack.model.case import Case
    from claimtrack.model.diffs import Diff
    from claimtrack.model.drafts import Checklist
    from claimtrack.model.matching import Bill, Item, Proposition
    from claimtrack.model.policy import Policy
    from claimtrack.model.reports import Assessment, Flag, Grade, Report, Sourcing, SupportReport
    from claimtrack.pipeline import track
    from claimtrack.publishing import publish
    from claimtrack.reliability.ratings import Imported
    from claimtrack.seams import Blocker, Extractor, Framer, Inference, Renderer, Rule, Scorer
    from claimtrack.store import Store
    from claimtrack.support import diff

__version__ = "0.1.0"

_HOMES = (
    "errors",
    "model",
    "model.diffs",
    "model.drafts",
    "model.matching",
    "model.policy",
    "model.reports",
    "seams",
    "codec",
    "reliability.ratings",
    "store",
    "files",
    "linking",
    "support",
    "pipeline",
    "publishing",
    "drafting",
    "model.case",
)
"""Where the public names live; those that need least stand first."""

__all__ = [
    "AmbiguousNameError",
    "Anchor",
    "Article",
    "Assessment",
    "Basis",
    "Bill",
    "Blocker",
    "Case",
    "Certainty",
    "Certificate",
    "Checklist",
    "Citation",
    "CitedFact",
    "Claim",
    "ClaimKind",
    "Claims",
    "ClaimtrackError",
    "Conflict",
    "Cue",
    "Dating",
    "Derivation",
    "DerivationKind",
    "Diff",
    "Extractor",
    "FactKind",
    "Fault",
    "Flag",
    "Framer",
    "Framing",
    "Genre",
    "Grade",
    "Imported",
    "Inference",
    "InputError",
    "Item",
    "Judgement",
    "Ledger",
    "Letter",
    "Lineage",
    "Link",
    "Loaded",
    "Maker",
    "MakerKind",
    "MissingPackageError",
    "Modality",
    "Notice",
    "NoticeKind",
    "Opinion",
    "Outlet",
    "OutletKind",
    "Period",
    "Polarity",
    "Policy",
    "Post",
    "Proposition",
    "Rating",
    "Record",
    "RecordError",
    "Renderer",
    "Report",
    "Retraction",
    "Role",
    "Rule",
    "Scorer",
    "Sourcing",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StanceKind",
    "Statement",
    "Store",
    "Strength",
    "SupportReport",
    "TrackedClaim",
    "UnknownNameError",
    "Verdict",
    "VersionError",
    "View",
    "Voice",
    "check_draft",
    "decode",
    "diff",
    "encode",
    "link",
    "load",
    "load_policy",
    "load_ratings",
    "publish",
    "record_schema",
    "save",
    "track",
]


def _opened(name: str) -> object:
    """A public name, whose home is opened when it is first asked for: `claimtrack --help` needs none."""
    if name in __all__:
        for home in _HOMES:
            found = vars(_import_module(f"{__name__}.{home}"))
            if name in found:
                globals()[name] = found[name]
                return found[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if not _typing.TYPE_CHECKING:  # a type checker shall still know which names there are
    __getattr__ = _opened


def __dir__() -> list[str]:
    """All public names, opened or not."""
    return sorted({*globals(), *__all__})
