"""One claim in full: who says it, the lines and the cut that bound its origins, every flag with its why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.errors import UnknownNameError
from claimtrack.model.case import AGAINST, FOR, counted
from claimtrack.model.claims import Bearing
from claimtrack.model.records import Judgement
from claimtrack.model.reports import Flag, Grade, Report, Sourcing, SupportReport
from claimtrack.model.terms import StanceKind, Verdict
from claimtrack.model.timeline import Appearance, timeline
from claimtrack.model.values import Maker
from claimtrack.model.view import View
from claimtrack.reports.asof import as_of_short
from claimtrack.reports.folding import columns, fold
from claimtrack.reports.words import breadcrumbs, deep_link, harmless, narrows, range_of

BESIDE = tuple(kind for kind in StanceKind if kind not in (*FOR, *AGAINST))
LEAST = 40


def explain(claim: SupportReport, report: Report, width: int = 100) -> str:
    """All about one claim, as text.

    Args:
        claim: the claim.
        report: the report that it is part of.
        width: of the window, in columns.
    """
    view = report.view
    parts = [
        *([as_of_short(report.as_of)] if report.as_of else []),
        f"{claim.name}  {claim.claim.wording}",
        f"{claim.summary}",
        *_section("Who says so", _bearings(claim, view, FOR)),
        *_section("Against it", _bearings(claim, view, AGAINST)),
        *_section("What else bears on it", _bearings(claim, view, BESIDE)),
        *_section("Appearances, first known first", _appearances(claim, view)),
        *_section("Joined by", _joined(claim, view)),
        *_section(f"Independent origins: {range_of(claim)}", _proof(claim.support, view), _rest(claim, view)),
        *_section("Independent denials on record", _proof(claim.denial, view) if claim.denial.certificate.upper else ()),
        *_section("How well each is attested", _attested(claim)),
        *_section("Flags", (line for flag in claim.flags for line in _flag(flag))),
        *_section("Grades", _grade("said", claim.said), _grade("content", claim.content)),
        *_section("On this sourcing", _assessment(claim)),
        *_section("What would change it", claim.assessment.changes),
        *_section("Not counted", _not_counted(claim)),
    ]
    return "\n".join(_wrapped(part, width) for part in parts) + "\n"


def explain_flag(claim: SupportReport, name: str, report: Report, width: int = 100) -> str:
    """One flag of a claim: why it is raised, on what evidence, and what would clear it.

    Raises:
        UnknownNameError: when the claim does not bear that flag, with those that it does.
    """
    flag = next((flag for flag in claim.flags if name.casefold() in (flag.name.casefold(), flag.code.casefold())), None)
    if flag is None:
        raise UnknownNameError(f"flag on {claim.name} called", name, [n for flag in claim.flags for n in (flag.name, flag.code)])
    view = report.view
    then = [as_of_short(report.as_of)] if report.as_of else []
    lines = [*then, f"{claim.name}  {claim.claim.wording}", f"{flag.code} {flag.name}: {flag.reason}"]
    for key in flag.evidence:
        statement = view.statements.get(key)
        told = f"{breadcrumbs(statement, view)}: {statement.proposition}" if statement else view.name(key)
        lines.append(f"  {key}  {told}")
    return "\n".join(_wrapped(line, width) for line in [*lines, f"Cleared by: {flag.clears}"]) + "\n"


def _section(title: str, *parts: Iterable[str]) -> list[str]:
    """A title with its lines indented; nothing where there are none."""
    listed = [f"  {line}" for lines in parts for line in lines]
    return ["", title, *listed] if listed else []


def _bearings(claim: SupportReport, view: View, kinds: tuple[StanceKind, ...]) -> Iterator[str]:
    for bearing in claim.claim.bearings:
        if bearing.kind in kinds:
            statement = view.statements[bearing.statement]
            yield f"{bearing.statement}  {bearing.kind}, {statement.voice}, {statement.framing}: {breadcrumbs(statement, view)}"
            if statement.proposition:
                yield f"    {statement.proposition}"
            link = deep_link(statement, view.articles.get(view.resolve(statement.article)))
            if link:
                yield f"    {link}"
            if bearing.kind not in FOR:
                yield from (f"    {note}" for note in _notes(bearing, claim, view))


def _appearances(claim: SupportReport, view: View) -> Iterator[str]:
    """The articles in order of their days, with a mark where several may be the first, and those without a date last."""
    found = timeline(claim.claim, view)
    perhaps = found.first if len(found.first) > 1 else ()
    for each in (*found.dated, *found.undated):
        told = f"{each.on or 'no date'}  {_published(each, view)}: {each.stance}, {', '.join(each.statements)}"
        yield f"{told} (perhaps the first)" if each in perhaps else told


def _published(appearance: Appearance, view: View) -> str:
    return f"{view.name(appearance.outlet)} ({appearance.article})" if appearance.outlet else appearance.article


def _notes(bearing: Bearing, claim: SupportReport, view: View) -> list[str]:
    """What is noted on a statement's stances on a claim, each note after the name of whoever made it."""
    members = frozenset(claim.claim.members)
    stances = [each for each in view.stances if (each.statement, each.kind) == (bearing.statement, bearing.kind) and each.claim in members]
    return sorted({f"{_by(stance.maker)}{stance.note}" for stance in stances if stance.note})


def _by(maker: Maker | None) -> str:
    return f"{maker.name}: " if maker else ""


def _joined(claim: SupportReport, view: View) -> Iterator[str]:
    """The judgements by which the parts of a claim are one, in order, each with its reasons."""
    members = frozenset(claim.claim.members)
    for judgement in sorted(view.judgements, key=lambda each: (each.left, each.right, each.id)):
        if judgement.verdict is Verdict.SAME and {judgement.left, judgement.right} <= members:
            yield "  ".join(_edge(judgement))
            yield from (f"    {reason}" for reason in judgement.reasons)


def _edge(judgement: Judgement) -> Iterator[str]:
    """What is joined, how surely, and by whom."""
    yield f"{judgement.left} = {judgement.right}"
    if judgement.score is not None:
        yield f"score {judgement.score:.2f}"
    if judgement.maker is not None:
        yield f"by {judgement.maker.name}"


def _proof(sourcing: Sourcing, view: View) -> Iterator[str]:
    nodes, proof = sourcing.lineage.node, sourcing.certificate
    yield f"at least {proof.lower}" + ("" if proof.exhaustive else " (the search was cut short; there may be more)")
    for line in proof.lines:
        yield f"    {' > '.join(nodes[key].name for key in line)}"
    cut = [nodes[key].name for key in proof.cut] + [f"{view.name(actor)} (as an actor)" for actor in proof.cut_actors]
    yield f"at most {proof.upper}" + (": nothing gets past" if cut else "")
    yield from (f"    {name}" for name in cut)
    for circle in sourcing.lineage.cycles:
        yield f"circular: {' > '.join(nodes[key].name for key in (*circle, circle[0]))}"


def _rest(claim: SupportReport, view: View) -> list[str]:
    """What everything on record rests on."""
    narrow = narrows(claim, view)
    return [f"everything on record rests on {' and on '.join(narrow)}"] if narrow else []


def _attested(claim: SupportReport) -> Iterator[str]:
    for utterance in claim.support.utterances:
        name = claim.support.lineage.node[utterance.origin].name
        yield f"{name}: {counted(utterance.carriers, 'independent carrier')}"


def _flag(flag: Flag) -> Iterator[str]:
    yield f"{flag.code} {flag.name}: {flag.reason}"
    if flag.evidence:
        yield f"    evidence: {', '.join(flag.evidence)}"
    yield f"    cleared by: {flag.clears}"


def _grade(what: str, grade: Grade) -> Iterator[str]:
    yield f"{what} {grade}: {grade.rule}"
    yield from (f"    {letters}" for letters in grade.letters)


def _assessment(claim: SupportReport) -> Iterator[str]:
    yield claim.assessment.sentence
    yield f"Confidence: {claim.assessment.confidence}."
    strength = claim.support.strength
    for token in strength.tokens if strength else ():
        kept = "counted" if token.chosen else "not counted beside the others"
        names = " > ".join(claim.support.lineage.node[key].name for key in token.path)
        yield f"    {names}: worth {float(token.weight):.2f} observations, {kept}"


def _not_counted(claim: SupportReport) -> Iterator[str]:
    for left in claim.support.lineage.left_out:
        yield f"{left.statement}: {left.why}"
    nodes = claim.support.lineage
    for contraction in nodes.contractions:
        yield f"{contraction.article}: {contraction.kind} of {contraction.into}, counted with it"


def _wrapped(line: str, width: int) -> str:
    """A line folded under itself; words that are longer than a line, such as addresses, are left whole."""
    line = harmless(line)
    indent = len(line) - len(line.lstrip())
    if columns(line) <= width:
        return line.rstrip()
    first, _, rest = "\n".join(fold(line, max(width, LEAST) - indent, breaking=False)).partition("\n")
    under = " " * (indent + 4)
    return "\n".join([" " * indent + first, *(under + part for part in fold(rest, max(width, LEAST) - indent - 4, breaking=False) if part)])
