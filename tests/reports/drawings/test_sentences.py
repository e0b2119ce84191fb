"""Tests of the lines of reporting in sentences."""

from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack import Lineage, Report, Sourcing
from claimtrack.model import Edge, Node
from claimtrack.model.lineage import NodeKind
from claimtrack.reports import drawing_words, find_claim, words_of
from tests.reports.drawings.sourcings import NOBODY, SOURCINGS, sourced
from tests.reports.hostile import SOME, controls


@given(SOURCINGS)
def test_every_node_is_told_by_name_in_sentences_of_one_line(sourcing: Sourcing) -> None:
    told = drawing_words(sourcing, NOBODY)
    assert all(node.name in " ".join(told) for node in sourcing.lineage.nodes)
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in told)


def test_the_lines_and_the_cut_are_told(seeds: Report) -> None:
    assert words_of(find_claim(seeds, "C07"), seeds.view) == (
        "1 independent line of reporting on record.",
        "Line 1: the UN monitoring report to KabulNow.",
        "The cut: nothing reaches the claim but through the UN monitoring report, so there is 1 independent origin at most.",
    )


def test_what_is_lost_on_the_way_is_told(seeds: Report) -> None:
    assert words_of(find_claim(seeds, "C04"), seeds.view)[-1] == "At KabulNow: attribution lost here."


@pytest.mark.parametrize("text", SOME)
def test_hostile_names_keep_nothing_that_a_terminal_obeys(text: str) -> None:
    nodes = (
        Node(key="p", name=text, kind=NodeKind.SPEAKER, actors=("p",), origin=True),
        Node(key="carrier:a", name=text, kind=NodeKind.CARRIER),
    )
    lineage = Lineage(claim="c", nodes=nodes, edges=(Edge("p", "carrier:a"),))
    assert controls("".join(drawing_words(sourced(lineage), NOBODY, notes={"p": (text,)}))) == set()
