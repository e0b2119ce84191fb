"""The laws of a merge and of a codec, checked on drawn values; a failure names the law and shows the values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, given
from hypothesis import settings as Settings  # noqa: N812  # the class that `settings` arguments are of
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
U = TypeVar("U")
Merge = Callable[[T, T], T]


def assert_join(op: Merge[T], strategy: SearchStrategy[T], bottom: T, *, settings: Settings | None = None) -> None:
    """Check that `op` is a join: associative, commutative, idempotent, with `bottom` as its identity.

    Args:
        op: the merge to test, for values of any type with an honest `==`.
        strategy: draws the values.
        bottom: the value that changes nothing, such as an empty ledger.
        settings: hypothesis settings; the loaded profile without them.

    Raises:
        AssertionError: for the smallest values found that break a law, which is named.
    """

    def check(a: T, b: T, c: T) -> None:
        _same("associativity", "op(op(a, b), c) == op(a, op(b, c))", op(op(a, b), c), op(a, op(b, c)), a=a, b=b, c=c)
        _same("commutativity", "op(a, b) == op(b, a)", op(a, b), op(b, a), a=a, b=b)
        _same("idempotence", "op(a, a) == a", op(a, a), a, a=a)
        _same("identity", "op(a, bottom) == a", op(a, bottom), a, a=a, bottom=bottom)
        _same("identity", "op(bottom, a) == a", op(bottom, a), a, a=a, bottom=bottom)

    _run(given(strategy, strategy, strategy)(check), settings)


def assert_round_trip(
    encode: Callable[[T], U], decode: Callable[[U], T], strategy: SearchStrategy[T], *, settings: Settings | None = None
) -> None:
    """Check that nothing is lost on the way out and back: `decode(encode(x)) == x`.

    Args:
        encode: the way out.
        decode: the way back.
        strategy: draws the values.
        settings: hypothesis settings; the loaded profile without them.

    Raises:
        AssertionError: for the smallest value found that comes back as another.
    """

    def check(x: T) -> None:
        _same("the round trip", "decode(encode(x)) == x", decode(encode(x)), x, x=x)

    _run(given(strategy)(check), settings)


def _run(check: Callable[[], None], settings: Settings | None) -> None:
    patient = Settings(settings or Settings(), suppress_health_check=[HealthCheck.too_slow])
    patient(check)()


def _same(law: str, formula: str, left: object, right: object, **values: object) -> None:
    """Fail with the law's name, both sides and the values, unless both sides are equal."""
    if left != right:
        shown = "".join(f"\n  {name} = {value!r}" for name, value in values.items())
        raise AssertionError(f"{law} fails: {formula}\n  left side: {left!r}\n  right side: {right!r}{shown}")
