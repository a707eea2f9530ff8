"""The standard of evidence as the decision model has it: for each grade what carries it, and its borders."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from simulator.rules.engine import Engine

Piece = dict[str, Any]
Pieces = list[Piece]


def piece(name: str, kind: str, of: str = "", *, first_hand: bool = False, against: bool = False) -> Piece:
    """A piece of evidence; `of` names those of which it is independent."""
    return {
        "id": name,
        "kind": kind,
        "first_hand": first_hand,
        "independent_of": of.split(),
        "for": not against,
    }


def hearsay(name: str, of: str = "") -> Piece:
    """What somebody heard from somebody else."""
    return piece(name, "hearsay", of)


def support(name: str, of: str = "") -> Piece:
    """A school log, intelligence, timing."""
    return piece(name, "support", of)


def account(name: str, of: str = "", *, against: bool = False) -> Piece:
    """What somebody says of what they saw or did themselves."""
    return piece(name, "account", of, first_hand=True, against=against)


ESTABLISHED: dict[str, Pieces] = {
    "a record": [piece("a", "record")],
    "a result of examination": [piece("a", "examination")],
    "an admission": [piece("a", "admission", first_hand=True)],
    "two independent first-hand accounts": [account("a", "b"), account("b", "a")],
    "two accounts of which one says that it is independent": [account("a"), account("b", "a")],
    "three accounts of which two are independent": [account("a"), account("b", "a"), account("c")],
    "a record beside hearsay": [piece("a", "record"), hearsay("b")],
    "a record beside an account that stands alone": [piece("a", "record"), account("b")],
}

BELIEVED: dict[str, Pieces] = {
    "an account with independent support": [account("a"), support("b", "a")],
    "an account that is independent of its support": [account("a", "b"), support("b")],
    "an account with support beside hearsay": [account("a"), support("b", "a"), hearsay("c")],
    "a record that somebody contradicts": [piece("a", "record"), account("b", against=True)],
    "an admission that a record contradicts": [piece("a", "admission"), piece("b", "record", against=True)],
    "two independent accounts that a third contradicts": [
        account("a", "b"), account("b", "a"), account("c", against=True),
    ],
}  # fmt: skip

SUSPECTED: dict[str, Pieces] = {
    "one account": [account("a")],
    "one account at second hand": [piece("a", "account")],
    "hearsay": [hearsay("a")],
    "hearsay repeated": [hearsay("a", "b c"), hearsay("b", "a c"), hearsay("c")],
    "hearsay repeated beside one account": [account("a"), hearsay("b", "a"), hearsay("c")],
    "an unexplained sign": [piece("a", "sign")],
    "two signs": [piece("a", "sign", of="b"), piece("b", "sign", "a")],
    "accounts in conflict": [account("a", "b"), account("b", "a", against=True)],
    "two accounts of which neither is independent": [account("a"), account("b")],
    "two independent accounts, one at second hand": [account("a", "b"), piece("b", "account", "a")],
    "an account whose support is not independent": [account("a"), support("b")],
    "an account with support that somebody contradicts": [
        account("a"), support("b", "a"), account("c", against=True),
    ],
    "an account at second hand with independent support": [piece("a", "account"), support("b", "a")],
    "hearsay with independent support": [hearsay("a"), support("b", "a")],
    "an account with an independent sign": [account("a"), piece("b", "sign", "a")],
    "an account independent of itself": [account("a", "a")],
    "an account independent of what bears on something else": [account("a", "z")],
    "a rumour that is answered by something not independent": [
        hearsay("a"), piece("b", "answer", against=True),
    ],
}  # fmt: skip

NONE: dict[str, Pieces] = {
    "nothing": [],
    "a rumour that is answered": [hearsay("a"), piece("b", "answer", "a", against=True)],
    "a sign that is explained": [piece("a", "sign"), piece("b", "answer", "a", against=True)],
    "a denial": [account("a", against=True)],
    "a record that speaks against it": [piece("a", "record", against=True)],
    "an answer to nothing": [piece("a", "answer", against=True)],
}

TABLE = [
    pytest.param(pieces, grade, id=f"{grade}: {name}")
    for grade, rows in (
        ("established", ESTABLISHED), ("believed", BELIEVED), ("suspected", SUSPECTED), ("none", NONE),
    )
    for name, pieces in rows.items()
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "grade"), TABLE)
def test_evidence_carries_the_grade_of_the_standard(engine: Engine, pieces: Pieces, grade: str) -> None:
    assert engine.grade(pieces) == grade


@pytest.mark.parametrize(("pieces", "grade"), TABLE)
def test_the_order_of_the_pieces_changes_no_grade(engine: Engine, pieces: Pieces, grade: str) -> None:
    given = engine.grade(pieces)
    assert {engine.grade(order) for order in permutations(pieces)} == {given}


@pytest.mark.parametrize(("pieces", "grade"), TABLE)
def test_one_more_contradiction_never_raises_a_grade(engine: Engine, pieces: Pieces, grade: str) -> None:
    order = ("none", "suspected", "believed", "established")
    lowered = engine.grade([*pieces, account("denial", against=True)])
    assert order.index(lowered) <= order.index(engine.grade(pieces))


def test_grading_changes_no_piece(engine: Engine) -> None:
    pieces = [account("a", "b"), account("b", "a z")]
    engine.grade(pieces)
    assert pieces == [account("a", "b"), account("b", "a z")]


def test_what_one_matter_carries_is_forgotten_at_the_next(engine: Engine) -> None:
    assert engine.grade([piece("a", "record")]) == "established"
    assert engine.grade([hearsay("a")]) == "suspected"
