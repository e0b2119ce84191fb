"""Tests of what the strategies draw: every type and kind turns up, and what is drawn is sound."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import claimtrack.testing as public
from claimtrack.codec import decode, encode
from claimtrack.model import (
    RECORDS,
    Certainty,
    Derivation,
    DerivationKind,
    Ledger,
    Lineage,
    NodeKind,
    Record,
    Retraction,
    SpeakerKind,
    Stance,
    StanceKind,
    Statement,
    dangling,
)
from claimtrack.provenance import Tracer

LOOKED = settings(
    max_examples=3_000,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],  # the first will do; shrinking it takes long and shows nothing
    suppress_health_check=[HealthCheck.too_slow],
)


def drawn(strategy: SearchStrategy[Any], wanted: Callable[[Any], bool]) -> bool:
    """Whether the strategy draws something of the sort; raises when it does not."""
    return find(strategy, wanted, settings=LOOKED) is not None


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_type_of_record_is_drawn(name: str) -> None:
    assert drawn(public.records(), lambda record: record.type == name)


def test_every_public_name_is_there() -> None:
    assert all(hasattr(public, name) for name in public.__all__)
    assert sorted(public.__all__) == list(public.__all__)


@given(public.records())
def test_what_is_drawn_round_trips_through_the_codec(record: Record) -> None:
    assert decode(encode(record)) == record


def holds(*wanted: Callable[[Any], bool]) -> Callable[[Ledger], bool]:
    """A test of a ledger: for each of the questions, some record that fits."""
    return lambda ledger: all(any(want(record) for record in ledger) for want in wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda record: isinstance(record, Statement) and any(link.certainty is Certainty.UNRESOLVED for link in record.chain),
        lambda record: isinstance(record, Statement) and any(link.certainty is Certainty.LIKELY for link in record.chain),
        lambda record: isinstance(record, Statement) and any(len(link.holders) > 1 for link in record.chain),
        lambda record: isinstance(record, Derivation) and record.kind is DerivationKind.CITATION and record.claims != (),
        lambda record: isinstance(record, Retraction),
    ],
)
def test_coherent_ledgers_hold_the_cases_that_matter(wanted: Callable[[Any], bool]) -> None:
    assert drawn(public.coherent_ledgers(), holds(wanted))


def test_stances_and_derivations_of_every_kind_are_drawn() -> None:
    kinds: set[object] = set()

    @settings(LOOKED, max_examples=300)
    @given(public.stances(note=st.just("")), public.derivations(cited=st.none()))
    def gather(stance: Stance, derivation: Derivation) -> None:
        kinds.update((stance.kind, derivation.kind))

    gather()
    assert kinds == {*StanceKind, *DerivationKind}


def test_coherent_ledgers_hold_circles_of_copies() -> None:
    assert drawn(public.coherent_ledgers(), lambda ledger: Tracer(ledger.view).circles != ())


def test_coherent_ledgers_hold_groups_with_members() -> None:
    groups = holds(lambda record: getattr(record, "kind", None) is SpeakerKind.GROUP and record.members != ())
    assert drawn(public.coherent_ledgers(), groups)


@given(public.coherent_ledgers())
def test_references_of_coherent_ledgers_mostly_lead_somewhere(ledger: Ledger) -> None:
    assert len(dangling(ledger)) <= len(ledger)


def test_adversarial_ledgers_hold_retractions_of_retractions() -> None:
    def deep(ledger: Ledger) -> bool:
        back = {record.id for record in ledger if isinstance(record, Retraction)}
        return any(isinstance(record, Retraction) and record.record in back for record in ledger)

    assert drawn(public.adversarial_ledgers(), deep)


def test_adversarial_ledgers_hold_rivals_and_deep_chains() -> None:
    assert drawn(public.adversarial_ledgers(), lambda ledger: any(conflict.kind == "field" for conflict in ledger.conflicts()))
    assert drawn(public.adversarial_ledgers(), holds(lambda record: isinstance(record, Statement) and len(record.chain) >= 40))


@pytest.mark.parametrize("kind", NodeKind)
def test_lineages_hold_nodes_of_every_kind(kind: NodeKind) -> None:
    assert drawn(public.lineages(), lambda lineage: any(node.kind is kind for node in lineage.nodes))


@given(public.lineages())
def test_lineages_stay_small_and_join_known_nodes(lineage: Lineage) -> None:
    assert 2 <= len(lineage.nodes) <= 12
    assert all(edge.source in lineage.node and edge.target in lineage.node for edge in lineage.edges)
