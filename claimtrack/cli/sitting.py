"""One person going through proposed matches: the screen, the keys, and what each of them does."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

import click

from claimtrack.cli.talk import say
from claimtrack.judging import Proposal, Queue
from claimtrack.model import Judgement, Ledger, Maker, Verdict
from claimtrack.model.case import counted
from claimtrack.notebook import Notebook
from claimtrack.reports import bill, side_by_side
from claimtrack.reports.folding import fold

KEYS = (
    ("s", "same", "both say one thing, or are one thing"),
    ("d", "different", "they do not, or are not"),
    ("u", "unsure", "nobody can say; recorded, so that it is not asked again"),
    ("k", "skip", "passed over for now; nothing is recorded"),
    ("z", "undo", "takes the last answer or skip back; again, the one before"),
    ("q", "quit", "what was answered is written already"),
    ("?", "help", "says this"),
)
"""Each key, its word, and what it does; on a pipe the word does as well."""
PRESSED = {spelled: key for key, word, _ in KEYS for spelled in (key, word)}
VERDICTS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
MOST_NAMED = 12
"""Records that a contradiction names on the screen."""


class Sitting:
    """Asks one pair after the other and writes each answer down.

    Args:
        ledger: what is judged, with what was judged before.
        notebook: where the answers go.
        maker: who answers.
        reasons: what is recorded as the reasons of each answer.
        width: of the window, in columns.
    """

    def __init__(self, ledger: Ledger, notebook: Notebook, maker: Maker, reasons: Sequence[str], width: int) -> None:
        self._ledger = ledger
        self._queue = Queue(ledger.view)
        self._notebook = notebook
        self._maker = maker
        self._reasons = tuple(reasons)
        self._width = width

    def run(self) -> None:
        """Ask until nothing is open or the person has enough.

        Raises:
            InputError: when an answer cannot be written.
        """
        if self._queue.first is None:
            say("no match is proposed that is still open")
            return
        shown = None
        while True:
            proposal = self._queue.first
            if proposal is None:
                say("nothing is left: undo (z) or quit (q)")
            elif proposal != shown:
                self._show(proposal)
            key = _pressed()
            if key == "q":
                return
            shown = None if key == "z" and self._undo() else proposal
            if proposal is not None and key in VERDICTS:
                self._answer(proposal, VERDICTS[key])
            elif proposal is not None and key == "k":
                self._queue.skip(proposal)

    def sum_up(self, where: str) -> None:
        """Tell where judgements contradict each other, and what came of the sitting."""
        for conflict in self._queue.conflicts:
            say(f"contradiction: {conflict.about}: {conflict.detail}")
        answers = self._answers()
        many = Counter(str(each.verdict) for each in answers)
        kinds = ", ".join(f"{many[word]} {word}" for _, word, _ in KEYS if many[word])
        skipped = len(self._queue.steps) - len(answers)
        say(
            f"{counted(len(answers), 'answer')}{f' ({kinds})' if kinds else ''}, {skipped} skipped, {len(self._queue.open)} left"
            f"{f'; written to {where}' if answers else ''}"
        )

    def _answers(self) -> list[Judgement]:
        return [step.judgement for step in self._queue.steps if step.judgement is not None]

    def _show(self, proposal: Proposal) -> None:
        """The pair, why it may be one, and the keys."""
        pair = side_by_side(proposal.left, proposal.right, self._ledger.view, self._width)
        prompt = fold(", ".join(f"{word} ({key})" for key, word, _ in KEYS), self._width)
        say(f"\n--- {counted(len(self._queue.open), 'pair')} left ---")
        say(f"{pair}\n{bill(proposal.score, proposal.reasons, self._width)}\n" + "\n".join(prompt))

    def _answer(self, proposal: Proposal, verdict: Verdict) -> None:
        """Write an answer down, and tell what it settles and what it contradicts."""
        judgement = proposal.judged(verdict, self._maker, self._reasons)
        before = len(self._queue.open)
        self._notebook.add(judgement)
        conflicts = self._queue.answer(proposal, judgement)
        settled = before - len(self._queue.open) - 1
        say(f"> {verdict}{f'; {settled} more settled by it' if settled > 0 else ''}")
        for conflict in conflicts:
            say(f"contradiction: {conflict.about}: {conflict.detail}")
            self._name(conflict.records)

    def _name(self, records: Iterable[str]) -> None:
        """The judgements that contradict each other, one a line."""
        known = {each.id: each for each in self._answers()}
        found = [known.get(record) or self._ledger.get(record) for record in records]
        judged = sorted((each for each in found if isinstance(each, Judgement)), key=lambda each: (each.left, each.right, each.id))
        for each in judged[:MOST_NAMED]:
            say(f"  {each.left} / {each.right}: {each.verdict}{f', {each.maker.name}' if each.maker else ''}")
        if len(judged) > MOST_NAMED:
            say(f"  ... and {len(judged) - MOST_NAMED:,} more")

    def _undo(self) -> bool:
        """Take the last step back, out of the file as well; whether there was one."""
        if not self._queue.steps:
            say("nothing to undo in this sitting")
            return False
        step = self._queue.steps[-1]
        if step.judgement is not None:
            self._notebook.remove(step.judgement)
        self._queue.back()
        say(f"> taken back: {step.proposal.left} / {step.proposal.right}: {step.judgement.verdict if step.judgement else 'skipped'}")
        return True


def _pressed() -> str:
    """The next key, asked for until it is one of ours; help is given on the way, and the end of input is to quit."""
    while True:
        given = _given()
        key = PRESSED.get(given.casefold(), "")
        if key not in ("", "?"):
            return key
        if not key:
            say(f"{given[:20]!r} is no key here; the keys are:")
        for known, word, does in KEYS:
            say(f"  {known}  {word}: {does}")


def _given() -> str:
    """What was pressed on a terminal, or the next line from elsewhere."""
    try:
        if sys.stdin.isatty():
            return click.getchar()
        line = sys.stdin.buffer.readline()
    except (EOFError, KeyboardInterrupt):
        return "q"
    return line.decode(errors="replace").strip() if line else "q"
