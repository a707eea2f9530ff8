"""Faults: how they read, and in which order they are told."""

from __future__ import annotations

import random
from dataclasses import FrozenInstanceError

import pytest

from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.errors.text import REPLACEMENT


def fault(file: str, line: int, column: int = 1, what: str = "wrong") -> Fault:
    return Fault(Place(file, line, column), what, "right")


def test_a_place_reads_file_line_column() -> None:
    assert str(Place("cases/a.yaml", 3, 5)) == "cases/a.yaml:3:5"


def test_a_place_without_a_line_is_the_first_character() -> None:
    assert str(Place("a.yaml")) == "a.yaml:1:1"


def test_a_fault_reads_as_the_contract_has_it() -> None:
    told = Fault(Place("<stdin>", 2, 7), "'x' is no option of y", "did you mean 'z'?", "unknown-option")
    assert str(told) == "<stdin>:2:7: 'x' is no option of y; did you mean 'z'?"


def test_a_fault_is_one_line_whatever_is_in_it() -> None:
    told = Fault(Place("a\n\x1b[2J.yaml"), "says\nthis\x1b[31m", "or\r\nthat\u202e")
    assert str(told) == f"a{REPLACEMENT * 2}[2J.yaml:1:1: says{REPLACEMENT}this{REPLACEMENT}[31m; or" + (
        f"{REPLACEMENT * 2}that{REPLACEMENT}"
    )


def test_a_fault_has_a_code_for_programs() -> None:
    assert (fault("a", 1).code, Fault(Place("a"), "w", "r", "twice").code) == ("invalid", "twice")


def test_a_fault_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        fault("a", 1).what = "else"  # type: ignore[misc]


def test_faults_are_told_in_the_order_of_files_lines_and_columns() -> None:
    ordered = [
        fault("a.yaml", 2), fault("a.yaml", 2, 3), fault("a.yaml", 10), fault("a.yaml", 10, 1, "wronger"),
        fault("b.yaml", 1, 20), fault("b.yaml", 1, 100),
    ]  # fmt: skip
    shuffled = list(ordered)
    random.Random(3).shuffle(shuffled)
    assert shuffled != ordered
    assert InputFault(shuffled).faults == tuple(ordered)


def test_a_fault_found_twice_is_told_once() -> None:
    assert InputFault([fault("a", 1), fault("a", 1)]).faults == (fault("a", 1),)


def test_an_input_fault_reads_as_its_faults_one_a_line() -> None:
    assert str(InputFault([fault("b", 2), fault("a", 1)])) == "a:1:1: wrong; right\nb:2:1: wrong; right"


def test_an_input_fault_takes_any_iterable() -> None:
    assert len(InputFault(fault("a", line) for line in (1, 2, 3)).faults) == 3


def test_a_usage_fault_reads_as_its_sentence() -> None:
    assert str(UsageFault("There is no terminal here.")) == "There is no terminal here."
