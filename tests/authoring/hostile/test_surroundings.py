"""A pack that is no folder, that holds what is no file, that loops, leaves or may not be read."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from simulator.cli.workshop import Workshop
from simulator.errors.faults import InputFault
from tests.authoring.packs import CASE, MANIFEST, changed, codes
from tests.hostile.running import SECONDS, assert_refused, assert_safe, run_here

from .asking import findings, lint, play, squeezed
from .unprivileged import run_unprivileged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = "1.Acallbeforeregistration"


def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


def listening(path: Path) -> None:
    """A socket's name."""
    with socket.socket(socket.AF_UNIX) as made:
        here = os.open(".", os.O_RDONLY)
        os.chdir(path.parent)
        made.bind(path.name)
        os.fchdir(here)
        os.close(here)


def link_to(target: str) -> Callable[[Path], None]:
    """A maker of links to a target."""
    return lambda path: path.symlink_to(target)


NO_PACKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (pipe, "this is neither a folder nor a .yaml file"),
    "a socket": (listening, "this is neither a folder nor a .yaml file"),
    "a link to itself": (link_to("x"), "the folder cannot be read (too many levels of symbolic links)"),
    "a link to nothing": (link_to("gone"), "the folder cannot be read (no such file or directory)"),
    "a link to noughts": (link_to("/dev/zero"), "this is neither a folder nor a .yaml file"),
    "a link to the terminal": (link_to("/dev/tty"), "this is neither a folder nor a .yaml file"),
    "a link to standard input": (link_to("/dev/stdin"), "this is neither a folder nor a .yaml file"),
    "a file": (lambda path: path.write_text("x"), "this is neither a folder nor a .yaml file"),
    "an empty folder": (lambda path: path.mkdir(), "this folder holds no .yaml file"),
}
NO_CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (pipe, "this is a pipe, not a file"),
    "a socket": (listening, "this is a socket, not a file"),
    "a link to noughts": (link_to("/dev/zero"), "this link leaves the pack's folder"),
    "a link to nothing": (link_to("gone.yaml"), "there is no such file"),
    "a link to itself": (link_to("a.yaml"), "the file cannot be read (too many levels of symbolic links)"),
    "a link out of the pack": (link_to("../../secret.yaml"), "this link leaves the pack's folder"),
    "a link by its whole path": (link_to("/etc/passwd"), "this link leaves the pack's folder"),
    "a link to the folder above": (link_to(".."), "a link to a folder is not followed in a pack"),
    "a link to another folder": (link_to("/"), "a link to a folder is not followed in a pack"),
}


@pytest.mark.parametrize("name", NO_PACKS)
def test_what_is_no_pack_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    make, says = NO_PACKS[name]
    path = tmp_path / "x"
    make(path)
    [found] = findings(lint(path))
    assert found.startswith(f"{path}:1:1: {says}; ")
    assert_refused(run_here(["play", "--plain", "--pack", str(path)]), f"{path}:1:1: th")


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/tty", "/dev/stdin"])
def test_a_device_is_no_pack(device: str) -> None:
    [found] = findings(lint(device))
    assert found.startswith(f"{device}:1:1: this is neither a folder nor a .yaml file; ")
    assert_refused(
        run_here(["play", "--plain", "--pack", device]), f"{device}:1:1: the folder cannot be read"
    )


@pytest.mark.parametrize("name", NO_CASES)
def test_what_is_no_case_is_found_and_the_sound_one_is_played(name: str, pack: Path) -> None:
    make, says = NO_CASES[name]
    (pack.parent / "secret.yaml").write_text("password: hunter2\n")
    make(pack / "cases/a.yaml")
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/cases/a.yaml:1:1: {says}; ")
    ran = play(pack)
    assert ran.code == 0
    assert FIRST in squeezed(ran)
    assert "".join(f"{pack}/cases/a.yaml:1:1: {says}".split()) in squeezed(ran)
    assert "hunter2" not in squeezed(ran)


def test_all_of_them_at_once_are_all_told(pack: Path) -> None:
    for number, (make, _) in enumerate(NO_CASES.values()):
        (pack / f"cases/{number}").mkdir()
        make(pack / f"cases/{number}/a.yaml")
    changed(pack, CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}")
    found = findings(lint(pack))
    assert len(found) == len(NO_CASES) + 1
    assert "[error: not-as-expected]" in found[-1]


@pytest.mark.parametrize(
    "make", [pipe, link_to("/dev/zero"), link_to("../secret.yaml"), link_to("pack.yaml")]
)
def test_a_manifest_that_is_no_file_is_refused(make: Callable[[Path], object], pack: Path) -> None:
    (pack / MANIFEST).rename(pack.parent / "secret.yaml")
    make(pack / MANIFEST)
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/pack.yaml:1:1: th")
    assert_refused(run_here(["play", "--plain", "--pack", str(pack)]), f"{pack}/pack.yaml:1:1: th")


def test_a_link_to_a_whole_pack_is_the_pack(pack: Path) -> None:
    link = pack.parent / "link"
    link.symlink_to(pack)
    assert lint(link).stdout == b"tried: no errors\n"
    assert FIRST in squeezed(play(link))


def test_a_path_with_steps_up_is_the_pack(pack: Path) -> None:
    assert lint(f"{pack}/cases/../../{pack.name}/").stdout == b"tried: no errors\n"


@pytest.mark.parametrize(
    "named", ["x" * 300, "x" * 5_000, "x/" * 3_000, "./" + "x" * 5_000, "a\0b", "./a\0b"]
)
def test_a_path_that_cannot_be_is_told(named: str) -> None:
    ran = run_here(["pack", "lint", named])
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code in (1, 2)
    assert not ran.stderr or ran.stderr.startswith(b"simulator: ")
    assert ran.seconds < SECONDS
    ran = run_here(["play", "--plain", "--pack", named])
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code in (1, 2)


def test_a_pack_that_may_not_be_read_is_told(pack: Path) -> None:
    pack.chmod(0)
    try:
        linted = run_unprivileged(["pack", "lint", pack])
        played = run_unprivileged(["play", "--plain", "--pack", pack])
    finally:
        pack.chmod(0o755)
    assert f"{pack}:1:1: the folder cannot be read (permission denied); ".encode() in linted.stdout
    assert_safe(linted.stdout + linted.stderr)
    assert_refused(played, f"{pack}:1:1: the folder cannot be read (permission denied); ")


def test_a_case_that_may_not_be_read_is_told_and_the_others_are_played(pack: Path) -> None:
    shutil.copy(pack / CASE, pack / "cases/secret.yaml")
    (pack / "cases/secret.yaml").chmod(0)
    (pack / "cases/closed").mkdir(mode=0)
    linted = run_unprivileged(["pack", "lint", pack])
    played = run_unprivileged(["play", "--plain", "--pack", pack])
    (pack / "cases/closed").chmod(0o755)
    assert [line.removeprefix(str(pack)) for line in linted.stdout.decode().splitlines()] == [
        "/cases/closed:1:1: the folder cannot be read (permission denied); give a folder that can be read"
        " [error: no-folder]",
        "/cases/secret.yaml:1:1: the file may not be read by this user; give the name of a file that can be read"
        " [error: unreadable]",
        "tried: 2 errors",
    ]
    assert linted.code == 1
    assert played.code == 0
    assert FIRST in squeezed(played)
    assert "thefilemaynotbereadbythisuser" in squeezed(played)


def test_a_pack_that_changes_after_it_was_found_is_refused(pack: Path) -> None:
    workshop = Workshop(pack=str(pack))
    [found] = workshop.scenario_packs()
    changed(pack, CASE, "age: 15", "age: 16")
    with pytest.raises(InputFault, match="this pack has changed since it was found; start again"):
        workshop.written(found, "first-case")


def test_a_case_that_becomes_a_link_after_it_was_found_is_not_followed(pack: Path) -> None:
    workshop = Workshop(pack=str(pack))
    [found] = workshop.scenario_packs()
    (pack / CASE).rename(pack.parent / "elsewhere.yaml")
    (pack / CASE).symlink_to(pack.parent / "elsewhere.yaml")
    with pytest.raises(InputFault):
        workshop.written(found, "first-case")


def test_a_pack_that_changes_while_it_is_linted_is_one_or_the_other(pack: Path) -> None:
    sound = (pack / CASE).read_bytes()
    texts = [sound, b"a: [", b"", sound.replace(b"age: 15", b"age: 500")]
    done = threading.Event()

    def change() -> None:
        while not done.is_set():
            for number, text in enumerate(texts):
                beside = pack.parent / f"{number}.new"
                beside.write_bytes(text)
                beside.replace(pack / CASE)
                done.wait(0.01)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        seen = [codes(pack) for _ in range(12)]
    finally:
        done.set()
        changing.join()
    assert {code for each in seen for code in each} <= {"broken-yaml", "empty", "out-of-range"}
