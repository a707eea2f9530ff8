"""A folder that is no pack, or a pack at fault, is refused with the places of its faults."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from .good import FACTS, line_of
from .running import assert_refused, assert_wrong_usage, run_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

GUIDANCE = 'format: guidance-pack/1\npack: {name: school-rules, version: "1"}\n'
SCENARIO = 'format: scenario-pack/1\npack: {name: school-days, version: "1"}\n'
WHOLE = (
    "format: guidance-pack/1\n"
    'pack: {name: school-rules, version: "1", language: en-GB, title: Rules, standing: Fictional.}\n'
)

FILES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "broken YAML": ({"a.yaml": "a: ["}, "/a.yaml:1:5: an entry of a list"),
    "YAML that acts": ({"a.yaml": "a: '\x1b[2J'\n"}, "/a.yaml:1:5: the character U+001B"),
    "bytes that are no text": ({"a.yaml": b"\xff\xfe\xfd"}, "/a.yaml:1:1: this is UTF-16"),
    "an empty file": ({"a.yaml": ""}, "/a.yaml:1:1: this is empty"),
    "no file": ({}, ":1:1: this folder holds no .yaml file"),
    "a hidden file alone": ({".a.yaml": GUIDANCE}, ":1:1: this folder holds no .yaml file"),
    "a list": ({"a.yaml": "[]"}, "/a.yaml:1:1: a list stands where a mapping is needed"),
    "facts": ({"a.yaml": "format: case-facts/1\n"}, "/a.yaml:1:9: 'case-facts/1' is not"),
    "no head": ({"a.yaml": "format: guidance-pack/1\n"}, ":1:1: no file of this folder says what pack"),
    "a head in markup": (
        {"a.yaml": 'format: guidance-pack/1\npack: {name: "[b]x", version: "1"}\n'},
        "/a.yaml:2:14: '[b]x' may not stand here",
    ),
    "a version that is a number": (
        {"a.yaml": "format: guidance-pack/1\npack: {name: x, version: 1.0}\n"},
        "/a.yaml:2:26: the number 1.0 stands where a text",
    ),
    "two kinds": ({"a.yaml": GUIDANCE, "b.yaml": SCENARIO}, "/b.yaml:1:9: this file is scenario-pack/1"),
    "a fault in a file of many": (
        {
            "a.yaml": GUIDANCE,
            **{f"{number}/b.yaml": "format: guidance-pack/1\n" for number in range(50)},
            "z/z.yaml": "format: no\n",
        },
        "/z/z.yaml:1:9: `no` may be a word or a yes or no",
    ),
    "a file name that acts": ({"a\x1b[2J\n.yaml": "a: ["}, "/a\ufffd[2J\ufffd.yaml:1:5: an entry"),
    "a file name that is no text": ({os.fsdecode(b"\xff.yaml"): "a: ["}, "/\ufffd.yaml:1:5: an entry"),
    "a megabyte of brackets": ({"a.yaml": "[" * 2**20}, "/a.yaml:1:33: this is more than 32 levels"),
    "20,000 ambiguous words": ({"a.yaml": "- no\n" * 19_990}, "/a.yaml:1:3: `no` may be"),
    "two megabytes": ({"a.yaml": "#" * 2**21}, "/a.yaml:1:1: this holds more than 1 MiB"),
    "too many files": ({f"{number}.yaml": GUIDANCE for number in range(2_001)}, ":1:1: this pack has more"),
}
SECTIONS: dict[str, tuple[str, str]] = {
    "an unknown section": ("colour: red\n", "/a.yaml:3:1: unknown key `colour`"),
    "a section that is a text": ("rules: none at all\n", "/a.yaml:3:8: "),
    "9,000 unknown sections": ("".join(f"k{number}: x\n" for number in range(9_000)), "/a.yaml:3:1: "),
    "a rule of 60,000 letters": (f"rules:\n- rule: {'x' * 60_000}.y\n", "/a.yaml:"),
    "6,000 rules of nothing": ("rules:\n" + "- {rule: a.b}\n" * 6_000, "/a.yaml:"),
    "paragraphs with names of 60 kB": (
        "paragraphs:\n" + "".join(f"- {{paragraph: {c * 60_000}, document: IG}}\n" for c in "abcdefgh"),
        "/a.yaml:",
    ),
}


def filled(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The folder with these files."""
    folder.mkdir()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def assess_by(folder: Path) -> Ran:
    """Facts assessed by the guidance in a folder."""
    return run_here(["assess", "--guidance", str(folder), "-"], line_of(FACTS))


def generate_from(folder: Path) -> Ran:
    """A case from the scenario pack in a folder."""
    return run_here(["generate", "--pack", str(folder)])


def play_from(folder: Path) -> Ran:
    """A session from the scenario pack in a folder."""
    return run_here(["play", "--plain", "--pack", str(folder)])


@pytest.mark.parametrize("run", [assess_by, generate_from])
@pytest.mark.parametrize("name", FILES)
def test_a_folder_at_fault_is_refused_in_time(name: str, run: Callable[[Path], Ran], tmp_path: Path) -> None:
    files, says = FILES[name]
    folder = filled(tmp_path / "pack", files)
    ran = run(folder)
    assert_refused(ran)
    assert any(line.startswith(f"{folder}{says}") for line in ran.lines)


def test_playing_from_a_folder_at_fault_is_refused(tmp_path: Path) -> None:
    files, says = FILES["a fault in a file of many"]
    folder = filled(tmp_path / "pack", files)
    assert_refused(play_from(folder), f"{folder}{says}")


@pytest.mark.parametrize("name", SECTIONS)
def test_guidance_at_fault_is_refused_in_time(name: str, tmp_path: Path) -> None:
    text, says = SECTIONS[name]
    folder = filled(tmp_path / "pack", {"a.yaml": WHOLE + text})
    ran = assess_by(folder)
    assert_refused(ran)
    assert any(line.startswith(f"{folder}{says}") for line in ran.lines)
    assert max(map(len, ran.lines)) < 2_000


def test_a_scenario_pack_without_its_sections_is_refused(tmp_path: Path) -> None:
    assert_refused(generate_from(filled(tmp_path / "pack", {"a.yaml": SCENARIO})), f"{tmp_path}/pack/a.yaml:")


def test_a_pack_of_the_other_kind_is_told(tmp_path: Path) -> None:
    assert_wrong_usage(assess_by(filled(tmp_path / "days", {"a.yaml": SCENARIO})), "guidance pack")
    assert_wrong_usage(generate_from(filled(tmp_path / "rules", {"a.yaml": GUIDANCE})), "scenario pack")


@pytest.mark.parametrize("name", ["nowhere/at/all", "./nowhere", "a\x1b[2J/\nb", "file/below"])
def test_a_folder_that_there_is_not_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for run in (assess_by, generate_from, play_from):
        ran = run(tmp_path / name)
        assert_refused(ran)
        (line,) = ran.lines
        assert ":1:1: the folder cannot be read (no" in line


def test_what_only_looks_like_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = filled(tmp_path / "pack", {"a.yaml": GUIDANCE})
    os.mkfifo(folder / "pipe.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "up").symlink_to("..")
    ran = assess_by(folder)
    assert_refused(ran)
    assert [line.removeprefix(str(folder)).split(":1:1: ")[0] for line in ran.lines] == [
        "/loop.yaml",
        "/pipe.yaml",
        "/up",
        "/zero.yaml",
    ]


def test_a_named_folder_is_read_even_where_an_installed_pack_has_its_name(tmp_path: Path) -> None:
    twin = GUIDANCE.replace("school-rules", "derbyshire-2016")
    folder = filled(tmp_path / "pack", {"a.yaml": twin})
    assert_refused(assess_by(folder), f"{folder}/a.yaml:2:7: the key")
