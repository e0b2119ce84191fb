"""A model of inference of a user's own: the documented cross-encoder, on stand-ins for the libraries that it needs."""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from claimtrack.claims.stance import bearing, said
from claimtrack.model import StanceKind

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "use-an-inference-model.md"
LABELS = {0: "contradiction", 1: "Entailment", 2: "neutral"}
"""The labels of the stand-in, in an order of its own and spelled as some models spell them."""


class Row(list[float]):
    """A row of scores with the two methods of a tensor that the page calls."""

    def softmax(self, axis: int) -> Row:
        return Row(score / sum(self) for score in self)

    def tolist(self) -> list[float]:
        return list(self)


class Encoder:
    """A model that holds talks and pacts against each other."""

    config = SimpleNamespace(id2label=LABELS)

    def eval(self) -> Encoder:
        return self

    def __call__(self, *, texts: tuple[str, str]) -> Any:
        against = "walked out" in texts[0] and "signed" in texts[1]
        return SimpleNamespace(logits=[Row([8, 1, 1] if against else [1, 1, 8])])


def tokenize(premise: str, hypothesis: str, **options: object) -> dict[str, tuple[str, str]]:
    assert options == {"truncation": True, "return_tensors": "pt"}
    return {"texts": (premise, hypothesis)}


@pytest.fixture
def inference(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The cross-encoder as the page shows it, with modules that stand in for torch and transformers."""
    torch, transformers = ModuleType("torch"), ModuleType("transformers")
    vars(torch)["no_grad"] = nullcontext
    vars(transformers)["AutoTokenizer"] = SimpleNamespace(from_pretrained=lambda name: tokenize)
    vars(transformers)["AutoModelForSequenceClassification"] = SimpleNamespace(from_pretrained=lambda name: Encoder())
    monkeypatch.setitem(sys.modules, "torch", torch)
    monkeypatch.setitem(sys.modules, "transformers", transformers)
    (code,) = (block for block in re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL) if "class CrossEncoder" in block)
    names: dict[str, Any] = {}
    exec(compile(code.partition("\nfound = ")[0], str(PAGE), "exec"), names)
    return names["CrossEncoder"]("stand-in")


def test_the_order_of_the_labels_is_read_from_the_model(inference: Any) -> None:
    assert inference("They walked out of the talks.", "They signed the pact.") == pytest.approx((0.1, 0.1, 0.8))


def test_the_documented_model_joins_the_table(inference: Any) -> None:
    found = bearing(said("The bakers signed the pact."), said("The bakers walked out of the talks."), inference=inference)
    assert found is not None
    assert (found.kind, found.score) == (StanceKind.CONTRADICTS, 0.8)
    assert bearing(said("The bakers signed the pact."), said("The bakers went home."), inference=inference) is None
