"""The flags CT101 to CT111: how many origins, which carriers, how many hands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from claimtrack.model.case import Case, counted, keys, listing
from claimtrack.model.lineage import Lineage, NodeKind
from claimtrack.model.terms import Certainty, FactKind

Raised = tuple[str, tuple[str, ...]] | None
HANDS = 3


def single_source(case: Case) -> Raised:
    """CT101: the lower bound is at most one, and so is the upper, or one carrier alone tells it."""
    proof = case.support.certificate
    if not case.pro or proof.lower > 1 or (proof.upper > 1 and len(case.carriers) > 1):
        return None
    what = f"one origin on record: {case.origins}" if proof.lower else "no origin on record"
    more = f", {proof.upper} at most" if proof.upper > proof.lower else ""
    return f"{what}{more}", keys(case.pro)


def single_carrier(case: Case) -> Raised:
    """CT102: one carrier."""
    carriers = case.support.lineage.carriers
    if len(carriers) != 1:
        return None
    return f"carried by {carriers[0].name} alone ({counted(len(carriers[0].articles), 'article')})", carriers[0].articles


def common_source(case: Case) -> Raised:
    """CT103: several carriers, one origin on record."""
    proof = case.support.certificate
    if len(case.carriers) < 2 or proof.lower != 1:
        return None
    rests = case.names(case.support.bottlenecks) or "sources that overlap"
    return f"{counted(len(case.carriers), 'carrier')}, one origin on record: everything goes back to {rests}", keys(case.pro)


def circular(case: Case) -> Raised:
    """CT104: a circle among the texts that the claim passed."""
    circles = case.support.lineage.cycles
    if not circles:
        return None
    return "; ".join(f"{case.names(circle)} cite each other in a circle" for circle in circles), tuple(
        key for circle in circles for key in circle
    )


def anonymous_only(case: Case) -> Raised:
    """CT105: every innermost source is nameless."""
    if not case.roots or any(kind is not NodeKind.ANONYMOUS for kind in case.roots):
        return None
    nameless = [node for node in case.support.lineage.origins if node.kind is NodeKind.ANONYMOUS]
    return f"it goes back to {listing(node.name for node in nameless)}", keys(case.pro)


def state_media_only(case: Case) -> Raised:
    """CT106: every article's outlet has a recorded fact of state control."""
    controls = []
    if len(case.articles) < sum(len(carrier.articles) for carrier in case.support.lineage.carriers):
        return None  # of an article that is not at hand nobody knows the outlet
    for article in case.articles:
        outlet = case.view.outlets.get(case.view.resolve(article.outlet))
        facts = [fact for fact in outlet.facts if fact.about is FactKind.STATE_CONTROL] if outlet else []
        if not outlet or not facts:
            return None
        controls.append(f"{outlet.name} ({case.view.name(facts[0].value)}; {facts[0].cited.source})")
    return (f"carried by {listing(dict.fromkeys(controls))}", tuple(a.key for a in case.articles)) if controls else None


def self_interested(case: Case) -> Raised:
    """CT107: the actors of every origin on record are subjects of the claim."""
    subjects = {actor for subject in case.claim.subjects for actor in case.view.actors(subject)}
    origins = case.support.lineage.on_record.arriving
    if not origins or not all(subjects.issuperset(node.actors) for node in origins):
        return None
    return f"it is about {case.names(case.claim.subjects)}, and everyone on record with it speaks for them", keys(case.pro)


def unattributed(case: Case) -> Raised:
    """CT108: nobody on record, told in an article's own voice."""
    voices = [node.name for node in case.support.lineage.origins if node.kind is NodeKind.VOICE]
    if case.support.certificate.lower or not voices:
        return None
    loose = [s for s in case.pro if not s.chain or any(link.certainty is Certainty.UNRESOLVED for link in s.chain)]
    return f"stated by {listing(voices)}", keys(loose)


def hearsay(case: Case) -> Raised:
    """CT109: three hands or more on the shortest line."""
    if len(case.support.lineage.nodes) < HANDS:
        return None
    hands = shortest(case.support.lineage)
    if len(hands) < HANDS:
        return None
    return f"passed through {len(hands)} hands: {' > '.join(case.names([key]) for key in hands)}", keys(case.pro)


def shortest(lineage: Lineage) -> tuple[str, ...]:
    """The hands of the shortest line, from its innermost source to a carrier; a document is the hand of those who issued it."""
    fed = {edge.target for edge in lineage.edges}
    lines: deque[tuple[str, ...]] = deque((node.key,) for node in lineage.origins if node.key not in fed)
    best: tuple[str, ...] = ()
    seen = set()
    while lines:
        line = lines.popleft()
        node = lineage.node[line[-1]]
        if not node.capped:
            hands = _hands(line, lineage)
            best = hands if not best or len(hands) < len(best) else best
        for target in lineage.onward.get(line[-1], ()):
            if (line[0], target) not in seen:
                seen.add((line[0], target))
                lines.append((*line, target))
    return best


def _hands(line: Iterable[str], lineage: Lineage) -> tuple[str, ...]:
    """A line without the documents that its holder issued."""
    hands: list[str] = []
    for key in line:
        node = lineage.node[key]
        if not (hands and node.kind is NodeKind.DOCUMENT and {*lineage.node[hands[-1]].actors} <= {*node.actors}):
            hands.append(key)
    return tuple(hands)


def second_hand_document(case: Case) -> Raised:
    """CT110: a document on a line of the proof whose own text is not among the articles."""
    nodes = case.support.lineage.node
    passed = dict.fromkeys(key for line in case.support.certificate.lines for key in line)
    documents = [key for key in passed if nodes[key].kind is NodeKind.DOCUMENT and key not in case.view.articles]
    if not documents:
        return None
    through = dict.fromkeys(node.name for key in documents for node in case.support.lineage.carriers_of(key))
    return f"known only through {listing(through)}: {case.names(documents)}", tuple(documents)


def few_origins(case: Case, least: int) -> Raised:
    """CT111: put forward, with a lower bound below what was asked for."""
    lower = case.support.certificate.lower
    if not case.pro or lower >= least:
        return None
    return f"{counted(lower, 'independent origin')} on record{f': {case.origins}' if lower else ''}; {least} asked for", keys(case.pro)
