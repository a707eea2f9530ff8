"""`pack new`: a pack that lints clean and plays at once, or nothing at all."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.packs.reading import read_document
from tests.authoring.hostile.unprivileged import run_unprivileged
from tests.authoring.packs import CASE, MANIFEST
from tests.hostile.running import assert_safe, assert_wrong_usage, run_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.running import Ran

LONGEST = "x" * 200


def new(*words: str) -> Ran:
    """What `pack new` says."""
    ran = run_here(["pack", "new", *words])
    assert_safe(ran.stdout + ran.stderr)
    return ran


def title_of(folder: Path) -> object:
    """The title in a pack's manifest."""
    return read_document(folder / MANIFEST).part(("pack", "title")).data


def everything(folder: Path) -> list[str]:
    """All that is below a folder, hidden or not."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_pack_is_told_file_by_file_and_lints_clean(tmp_path: Path) -> None:
    ran = new("mine")
    assert ran.code == 0
    said = ran.stdout.decode().splitlines()
    assert said[:4] == [
        "mine/cases/first-case.yaml",
        "mine/pack.yaml",
        "mine/schemas/scenario-pack.json",
        "mine/schemas/written-case.json",
    ]
    assert run_here(["pack", "lint", "--strict", "mine"]).stdout == b"mine: no errors\n"
    assert everything(tmp_path) == ["mine", "mine/cases", *sorted([*said[:4], "mine/schemas"])]


def test_what_it_says_to_do_next_can_be_pasted_into_a_shell() -> None:
    ran = new("my packs/it's mine/first")
    assert ran.code == 0
    for line in ran.stdout.decode().splitlines()[5:]:
        words = shlex.split(line.partition("  ")[0] if "play" not in line else line)
        assert words[0] == "simulator"
        assert words[-1] == "my packs/it's mine/first"


def test_a_new_pack_plays_to_its_debrief_by_a_script() -> None:
    new("mine")
    answers = ["1", *["1", "confirm"] * 100]
    ran = run_here(["play", "--plain", "--pack", "./mine"], "\n".join(answers).encode())
    assert_safe(ran.stdout + ran.stderr)
    assert (ran.code, ran.stderr) == (0, b"")
    said = ran.stdout.decode()
    assert "Rafi's aunt rang before school began" in " ".join(said.split())
    assert said.count("Type confirm to commit these answers") >= 3
    assert "Debrief. The outcome." in said
    assert "You left." not in said


@pytest.mark.parametrize("named", ["a", "a-b", "a9", "x" * 60, "deep/er/mine", "mine/", "./mine", "mine//"])
def test_a_name_of_small_letters_digits_and_hyphens_is_taken(named: str) -> None:
    assert new(named).code == 0
    assert read_document(Path(named) / MANIFEST).part(("pack", "name")).data == Path(named).name


@pytest.mark.parametrize(
    "named",
    ["A", "1a", "-a", "a.b", "a_b", "a b", "", ".", "..", "/", "x/..", "~", "x" * 61, "x" * 300, "é", "a\nb",
     "a\x1b[2J", "a\u202e", "[b]", os.fsdecode(b"a\xff")],
)  # fmt: skip
def test_another_name_is_refused_and_nothing_is_written(named: str, tmp_path: Path) -> None:
    assert_wrong_usage(new("--", named), "is no name for a pack: write a small letter")
    assert everything(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "folder", "link", "link to a folder", "pipe"])
def test_what_is_there_already_is_left_as_it_is(kind: str, tmp_path: Path) -> None:
    make: dict[str, Callable[[], object]] = {
        "file": lambda: Path("mine").write_text("kept"),
        "folder": lambda: Path("mine/kept").mkdir(parents=True),
        "link": lambda: Path("mine").symlink_to("gone"),
        "link to a folder": lambda: Path("mine").symlink_to(tmp_path),
        "pipe": lambda: os.mkfifo("mine"),
    }
    make[kind]()
    before = [(path, path.lstat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))]
    assert_wrong_usage(new("mine"), "mine is there already; give another name.")
    assert_wrong_usage(new("mine/"), "mine is there already; give another name.")
    assert [(path, path.lstat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))] == before


@pytest.mark.parametrize(
    "above", ["file", "pipe", "loop", "gone", "/dev/null", "/proc/self", "x" * 300, "a\0b"]
)
def test_where_no_folder_can_be_nothing_is_written(above: str, tmp_path: Path) -> None:
    Path("file").write_text("kept")
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("gone").symlink_to("nowhere/at/all")
    before = everything(tmp_path)
    assert_wrong_usage(new(f"{above}/mine"), "mine cannot be made")
    assert everything(tmp_path) == before


def test_where_nothing_may_be_written_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    ran = run_unprivileged(["pack", "new", tmp_path / "closed/mine"])
    assert_wrong_usage(ran, "mine cannot be made (permission denied).")
    assert everything(tmp_path / "closed") == []


def test_where_the_disk_is_full_nothing_is_left(tmp_path: Path) -> None:
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000));"
        "from simulator.cli.main import run; run(['pack', 'new', 'mine'])"
    )
    ended = subprocess.run([sys.executable, "-c", limited], capture_output=True, cwd=tmp_path, check=False)
    assert ended.returncode == 2
    assert ended.stderr == b"simulator: mine cannot be made (file too large).\n"
    assert everything(tmp_path) == []


TITLES = {
    'say "hello" \\ goodbye': 'say "hello" \\ goodbye',
    '"': '"',
    "\\": "\\",
    '\\"': '\\"',
    "\\e[2J \\u202e": "\\e[2J \\u202e",
    "two\nlines\r\n\tand more": "two lines and more",
    "an \x1b[2J escape\x9b": "an \ufffd[2J escape\ufffd",
    "an \u202eoverride": "an \ufffdoverride",
    "[b]markup[/nope] {0} %s": "[b]markup[/nope] {0} %s",
    "@NAME@ @TITLE@ @GUIDANCE@ @OTHER@": "@NAME@ @TITLE@ @GUIDANCE@ @OTHER@",
    "# no comment: [x]": "# no comment: [x]",
    "- it's: &a *b !c |": "- it's: &a *b !c |",
    "no": "no",
    "é 数 😀": "é 数 😀",
    LONGEST: LONGEST,
}


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_kept_as_text(title: str) -> None:
    assert new("mine", "--title", title).code == 0
    assert title_of(Path("mine")) == TITLES[title]


def test_a_hostile_title_is_text_to_the_linter_and_is_played() -> None:
    new("mine", "--title", "[@click=app.bell]\x1b[2J\u202e\"'\\ {0} %s")
    linted = run_here(["pack", "lint", "mine"]).stdout
    assert_safe(linted)
    assert {line.rpartition(b": ")[2] for line in linted.splitlines()[:-1]} == {
        b"web-address]",
        b"strange-letter]",
    }
    ran = run_here(["play", "--plain", "--pack", "./mine"], b"1\n")
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code == 0


@pytest.mark.parametrize("title", ["", " ", "\n\t", LONGEST + "x", "x" * 100_000])
def test_a_title_of_nothing_or_of_too_much_is_refused(title: str, tmp_path: Path) -> None:
    assert_wrong_usage(new("mine", "--title", title), "a title has 1 to 200 characters; this one has ")
    assert everything(tmp_path) == []


def test_the_guidance_can_be_named() -> None:
    assert new("mine", "--guidance", "derbyshire-2016").code == 0
    assert read_document(Path("mine") / MANIFEST).part(("pack", "guidance")).data == "derbyshire-2016"


@pytest.mark.parametrize("named", ["nowhere-2016", "core", "\x1b[2J", "x" * 5_000])
def test_a_guidance_that_there_is_not_is_told(named: str, tmp_path: Path) -> None:
    assert_wrong_usage(new("mine", "--guidance", named), "there is no guidance pack '")
    assert everything(tmp_path) == []


def test_a_guidance_with_nothing_to_begin_with_says_so(tmp_path: Path) -> None:
    library = Path(__file__).parents[2] / "any_guidance/library_guidance"
    bare = tmp_path / "bare"
    bare.mkdir()
    for file in library.rglob("*.yaml"):
        (bare / file.relative_to(library)).parent.mkdir(parents=True, exist_ok=True)
        (bare / file.relative_to(library)).write_bytes(file.read_bytes())
    before = everything(tmp_path)
    assert_wrong_usage(new("mine", "--guidance", "./bare"), "has nothing to begin a pack with.")
    assert everything(tmp_path) == before


def test_two_at_once_make_one_pack(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "simulator", "pack", "new", "mine"]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    errors = [each.communicate()[1] for each in both]
    assert sorted(each.returncode for each in both) == [0, 2]
    assert b"Traceback" not in b"".join(errors)
    assert (tmp_path / "mine" / CASE).is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
