"""Evidence: sources count by how far the others bear them out, and those that seem to have one origin count as one; the default."""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.reliability.discovery.arrays import Floats, shares, softmax
from claimtrack.reliability.discovery.dependence import OWED, Meetings, linked
from claimtrack.reliability.discovery.estimate import Estimate, Settings
from claimtrack.reliability.discovery.iterating import settle
from claimtrack.reliability.discovery.likeness import likeness
from claimtrack.reliability.discovery.nearness import nearness
from claimtrack.reliability.discovery.observations import Observations

UNKNOWN = 2.0
"""The weight W of what is not known, as evidence: Josang 2016."""
START = 0.6
"""How often a source is taken to be right before anything is known of it."""
LEAST = 0.05
"""What an observation weighs at least: a source that is mostly wrong is no witness for the contrary."""
WATCHED = 6
"""For how many rounds origins are looked for; from then on only trust moves, and by half steps, so that rounds come to rest."""
LENT = 0.4
"""How much of its evidence a value lends to one that it bears out wholly."""
LIKELY = 0.5
"""From which probability two sources are told to seem to have one origin."""
FAINTEST = -500.0
"""Exponents below this are taken for this, so that nothing is divided by 0."""


@attrs.frozen(eq=False)
class _State:
    """What a round hands to the next.

    Args:
        trust: for each source, above 0 and below 1.
        belief: for each fact how likely it is true, 0 to 1.
        score: for each fact its evidence.
        ties: for each pair how likely it has one origin.
        done: how many rounds were run.
    """

    trust: Floats
    belief: Floats
    score: Floats
    ties: Floats
    done: int = 0


def evidence(observations: Observations, settings: Settings) -> Estimate:
    """The evidence of subjective logic, weighed by trust, and added only over what seems independent.

    1. An observation weighs w(s) / (1 + c sum P(s ~ s')), the sum over the others that assert the fact, c = `OWED`: k sources of one
       origin weigh little more than one. w(s) = ln(n t / (1 - t)), at least `LEAST`, with t the trust of the source and n how many
       wrong values are about as likely: the vote count of X. L. Dong, L. Berti-Equille and D. Srivastava, "Integrating conflicting
       data: the role of source dependence", PVLDB 2 (2009), but n is read off the data. `linked` tells P.
    2. The evidence r of a fact is the sum over its observations, R that of its object; belief in a fact is e^r as a share of its object.
    3. A source is judged by the others. With r' the evidence without the source itself and without c P of that of its likely kin,
       and p' the belief that follows, they bear it out by b = p' R'/(R' + W) and deny it by d = (1 - p') R'/(R' + W): the less they
       say, the less either. Trust is (B + W a)/(B + D + W), B and D the sums of b and d, a the mean over all sources: who says little
       stays near the mean (A. Josang, Subjective Logic, 2016, on how evidence and opinions map).
    4. At the end values lend to those that they bear out in part: `settings.similarity` tells how far, else `nearness`.

    In the first round nothing is known of trust, so sources seem of one origin when they hardly ever differ; they are parted again
    when they prove right. Confidence is (r + W/k)/(R + W), with k one more than the values told. Trust is between 0 and 1.
    Of two sources of likely one origin the one that asserts less is named first; which of them copies is not known.
    """
    met = Meetings.of(observations)
    votes = observations.supporters.astype(np.float64)
    belief = shares(votes, observations.starts, observations.fact_object)
    start = _State(np.full(len(observations.sources), START), belief, votes, np.zeros(len(met.differ)))
    state, rounds, settled = settle(start, lambda last: _round(observations, met, last), settings)
    alike = nearness(observations) if settings.similarity is None else likeness(observations, settings.similarity)
    score = state.score + LENT * alike.lent(state.score)
    return Estimate(score, state.trust, rounds, settled, _confidence(observations, score), _pairs(observations, met, state.ties))


def _round(observations: Observations, met: Meetings, last: _State) -> _State:
    """One round: origins, then evidence, then trust."""
    ties = linked(met, observations, _right(met, last), last.belief) if last.done < WATCHED else last.ties
    alone = 1 / (1 + OWED * met.summed(np.ones(len(observations)), ties))
    wrong = wrong_values(observations, last.belief, alone)
    own = alone * np.maximum(np.log(wrong * last.trust / (1 - last.trust)), LEAST)[observations.source]
    score = observations.by_fact(own)
    trust = _trust(observations, score, own + OWED * met.summed(own, ties))
    if last.done >= WATCHED:
        trust = (trust + last.trust) / 2
    return _State(trust, softmax(score, observations.starts, observations.fact_object), score, ties, last.done + 1)


def _right(met: Meetings, last: _State) -> Floats:
    """For each pair how often its sources are right: alike for all at first, then the mean of their trust.

    Two that agree on a share x of what they speak of by themselves are right about sqrt(x) of the time, so less is not held against them.
    """
    if not last.done:
        return np.full(len(met.differ), START)
    return np.maximum((last.trust[met.left] + last.trust[met.right]) / 2, np.sqrt(met.agreement))


def wrong_values(observations: Observations, belief: Floats, alone: Floats) -> float:
    """How many wrong values of an object are about equally likely, at least 1: one over how often two wrong claims are the same.

    Args:
        observations: who says what.
        belief: for each fact how likely it is true, 0 to 1.
        alone: for each observation what of it is its own, 0 to 1.
    """
    told = observations.by_fact(alone)
    rest = observations.by_object(told)[observations.fact_object] - told
    same = ((1 - belief) * np.maximum(told * (told - 1), 0)).sum()
    pairs = (belief * np.maximum(rest * (rest - 1), 0)).sum()
    return max(1.0, float((pairs + 1) / (same + 0.2)))


def _trust(observations: Observations, score: Floats, near: Floats) -> Floats:
    """The trust of each source, judged by the others.

    Args:
        observations: who says what.
        score: the evidence of each fact.
        near: for each observation how much of that evidence is its own or of its origin.
    """
    subject = observations.fact_object[observations.fact]
    agree = np.maximum(score[observations.fact] - near, 0)
    rest = np.maximum(observations.by_object(score)[subject] - near, agree)
    borne = _without(observations, score, agree)
    known = rest / (rest + UNKNOWN)
    for_it, against = observations.by_source(borne * known), observations.by_source((1 - borne) * known)
    mean = (for_it.sum() + UNKNOWN * START) / (for_it.sum() + against.sum() + UNKNOWN)
    trust: Floats = (for_it + UNKNOWN * mean) / (for_it + against + UNKNOWN)
    return trust


def _without(observations: Observations, score: Floats, agree: Floats) -> Floats:
    """For each observation the belief in its fact when of the evidence of that fact only `agree` is left."""
    subject = observations.fact_object[observations.fact]
    top = np.maximum.reduceat(score, observations.starts)
    raised = np.exp(np.maximum(score - top[observations.fact_object], FAINTEST))
    rivals = np.maximum(observations.by_object(raised)[subject] - raised[observations.fact], 0)
    mine = np.exp(np.maximum(agree - top[subject], FAINTEST))
    belief: Floats = mine / (mine + rivals)
    return belief


def _confidence(observations: Observations, score: Floats) -> Floats:
    """The projected probability of each fact, where a value that nobody told is as likely beforehand as each that was."""
    whole = observations.by_object(score)[observations.fact_object]
    told: Floats = (score + UNKNOWN / (observations.rivals[observations.fact_object] + 1)) / (whole + UNKNOWN)
    return told


def _pairs(observations: Observations, met: Meetings, ties: Floats) -> tuple[tuple[int, int, float], ...]:
    likely = np.flatnonzero(ties >= LIKELY)
    left, right = met.left[likely], met.right[likely]
    less = observations.asserted[left] <= observations.asserted[right]
    first, second = np.where(less, left, right), np.where(less, right, left)
    return tuple(zip(first.tolist(), second.tolist(), ties[likely].tolist(), strict=True))
