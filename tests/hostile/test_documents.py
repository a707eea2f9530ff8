"""Files that are broken, hostile or no facts are refused, each fault at its place, none taking long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import json_texts, shapes, yaml_texts
from .good import FACTS, crowd, factor, line_of
from .running import SECONDS, assert_refused, run_alone, run_here

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "broken YAML": (".yaml", yaml_texts.BROKEN),
    "the worst YAML": (".yaml", yaml_texts.WORST),
    "broken JSON": (".json", json_texts.BROKEN),
    "the worst JSON": (".json", json_texts.WORST),
    "JSON of another shape": (".json", shapes.SHAPES),
    "the worst facts in JSON": (".json", shapes.WORST),
}
ROWS = {
    f"{table}, {name}": (ending, source, begins)
    for table, (ending, rows) in TABLES.items()
    for name, (source, begins) in rows.items()
}
SLOWEST = [name for name in ROWS if name.startswith("the worst")][::8]


def in_bytes(source: str | bytes) -> bytes:
    """As a hostile editor would save it."""
    return source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")


def saved(name: str, folder: Path) -> Path:
    """The file of a row."""
    ending, source, _ = ROWS[name]
    file = folder / f"hostile{ending}"
    file.write_bytes(in_bytes(source))
    return file


@pytest.mark.parametrize("name", ROWS)
def test_it_is_refused_at_its_place_in_time(name: str, tmp_path: Path) -> None:
    file = saved(name, tmp_path)
    assert_refused(run_here(["assess", str(file)]), f"{file}:{ROWS[name][2]}")


@pytest.mark.parametrize("name", SLOWEST)
def test_a_process_of_its_own_says_the_same_in_time(name: str, tmp_path: Path) -> None:
    file = saved(name, tmp_path)
    ran = run_alone(["assess", file])
    assert_refused(ran, f"{file}:{ROWS[name][2]}")
    assert ran.stderr == run_here(["assess", str(file)]).stderr


def test_a_pile_of_them_leaves_good_files_their_answers(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(line_of(FACTS))
    names = ["good.json"]
    begun = []
    rows = [row for table, row in ROWS.items() if not table.startswith("the worst")]
    for number, (ending, source, begins) in enumerate(rows):
        name = f"{number}{ending}"
        (tmp_path / name).write_bytes(in_bytes(source))
        names += [name, "good.json"]
        begun.append(f"{name}:{begins}")
    ran = run_alone(["assess", *names], cwd=tmp_path)
    assert len(ran.stdout.splitlines()) == len(begun) + 1
    assert len(set(ran.stdout.splitlines())) == 1
    assert_refused(ran._replace(stdout=b""), seconds=SECONDS + len(names) * 0.05)
    first = {line.split(":")[0]: line for line in reversed(ran.lines)}
    told = list(reversed(first.values()))
    assert len(told) == len(begun)
    assert all(line.startswith(begins) for line, begins in zip(told, begun, strict=True))


def test_five_hundred_people_are_not_too_many(tmp_path: Path) -> None:
    file = tmp_path / "crowd.json"
    file.write_bytes(line_of(crowd(500, factors=[factor(number) for number in range(500)])))
    ran = run_here(["assess", str(file)])
    assert (ran.code, ran.stderr) == (0, b"")
    assert ran.seconds < 2
