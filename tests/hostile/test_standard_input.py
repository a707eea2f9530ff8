"""A line of standard input at fault is named by its number, and takes nothing from the lines around it."""

from __future__ import annotations

import json

import pytest

from . import json_texts, shapes
from .good import FACTS, crowd, factor, line_of, person
from .running import SECONDS, assert_refused, assert_safe, run_alone, run_here
from .test_documents import in_bytes

LINES = {
    name: (line, begins)
    for table in (json_texts.BROKEN, json_texts.WORST, shapes.SHAPES)
    for name, (source, begins) in table.items()
    if (line := in_bytes(source)).strip() and b"\n" not in line and len(line) < 2**20
}
GOOD = line_of(FACTS)


def test_each_line_is_refused_at_its_place_between_good_ones() -> None:
    ran = run_here(["assess", "-"], GOOD + b"".join(line + b"\n" + GOOD for line, _ in LINES.values()))
    assert ran.stdout.splitlines() == [ran.stdout.splitlines()[0]] * (len(LINES) + 1)
    assert_refused(ran._replace(stdout=b""), seconds=SECONDS * len(LINES))
    first = {line.split(":")[1]: line for line in reversed(ran.lines)}
    told = list(reversed(first.values()))
    assert len(told) == len(LINES)
    for number, (line, (_, begins)) in enumerate(zip(told, LINES.values(), strict=True), start=1):
        assert line.startswith(f"<stdin>:{2 * number}:{begins.removeprefix('1:')}")


def test_all_lines_at_fault_are_told_in_their_order() -> None:
    stdin = b"[]\n\n" + GOOD + b"{}\n\xff\n" + GOOD + b"null"
    ran = run_alone(["assess", "-"], stdin)
    assert len(ran.stdout.splitlines()) == 2
    assert_refused(
        ran._replace(stdout=b""),
        "<stdin>:1:1: a list stands",
        "<stdin>:4:1: the key",
        "<stdin>:4:1: the key",
        "<stdin>:4:1: the key",
        "<stdin>:5:1: the byte 0xff",
        "<stdin>:7:1: null stands",
    )


def test_a_line_without_an_end_is_refused_in_time() -> None:
    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123
        ran = run_alone(["assess", "-"], zeros.fileno())
    assert_refused(ran, "<stdin>:1:1: this holds more than 1 MiB")


@pytest.mark.parametrize("stdin", [b"", b"\n\n", b" \r\n\t\n"])
def test_no_line_at_all_has_no_answer(stdin: bytes) -> None:
    ran = run_here(["assess", "-"], stdin)
    assert (ran.code, ran.stdout, ran.stderr) == (0, b"", b"")


def test_a_byte_order_mark_and_carriage_returns_are_passed_over() -> None:
    ran = run_here(["assess", "-"], b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n") + b"\r\n")
    assert (ran.code, ran.stderr) == (0, b"")
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize("text", ["\\n", "[red]x[/red]", "\\t", "%s{0}$(id)`id`", "<script>", "אבג"])
@pytest.mark.parametrize("form", ["json", "text"])
def test_an_id_of_odd_but_visible_text_is_answered_safely(text: str, form: str) -> None:
    given = f'{{"a": "{text}"}}'
    facts = {**FACTS, "id": "x" + json.loads(given)["a"]}
    ran = run_here(["assess", "--format", form, "-"], line_of(facts))
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)


def test_names_of_nobody_are_told_briefly_however_long_all_names_are() -> None:
    people = [person(number, id=f"{'P' * 180}{number}") for number in range(500)]
    factors = [factor(number, by="unknown", against=["Nobody"] * 30) for number in range(60)]
    ran = run_here(["assess", "-"], line_of(crowd(2, people=people, factors=factors)))
    assert_refused(ran, "<stdin>:1:")
    assert max(map(len, ran.lines)) < 5_000
