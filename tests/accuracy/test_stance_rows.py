from __future__ import annotations

from tests.accuracy.stance_rows import stance_rows

BODIES = {"b1": "The lighthouse at Cape Murr was sold to a hotel.", "b2": "The tale that the Cape Murr lighthouse was sold is a hoax."}
TEXT = "The bakers of Osk did not sign the pact. They left Osk at dawn."


def test_rows_with_a_body_get_the_classes_of_headlines() -> None:
    rows = [{"id": "1", "a": "Cape Murr lighthouse sold", "body": "b1"}, {"id": "2", "a": "Cape Murr lighthouse sold", "body": "b2"}]
    rows.append({"id": "3", "a": "Cows flee near Welk", "body": "b1"})
    assert [(row["id"], row["pred"]) for row in stance_rows(rows, BODIES)] == [("1", "agree"), ("2", "disagree"), ("3", "unrelated")]


def test_rows_with_a_hypothesis_get_the_classes_of_inference() -> None:
    hypotheses = ["The bakers of Osk signed the pact.", "The bakers left Osk.", "The millers of Velm sang."]
    rows = [{"id": str(at), "a": TEXT, "b": each} for at, each in enumerate(hypotheses)]
    assert [row["pred"] for row in stance_rows(rows)] == ["contradiction", "entailment", "neutral"]


def test_a_label_is_never_read() -> None:
    row = {"id": "1", "a": TEXT, "b": "The bakers left Osk."}
    assert list(stance_rows([row])) == list(stance_rows([{**row, "label": "contradiction"}]))
