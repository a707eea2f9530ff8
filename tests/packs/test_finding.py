"""Packs are found by entry points and by folders; a broken one is named, and the others go on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from simulator.packs.finding import LEFT_OUT, NOT_INSTALLED, find_packs
from simulator.packs.folder import pack_files, pack_sha256
from simulator.packs.registered import BUNDLED

from .installing import Installer, pack_text, write

if TYPE_CHECKING:
    from pathlib import Path


def bundled(install: Installer) -> None:
    install(BUNDLED, {"core": "own_core"}, {"own_core/pack.yaml": pack_text("core")}, version="0.1.0")


def test_an_installed_pack_is_found_and_never_imported(install: Installer) -> None:
    bundled(install)
    install(
        "far-pack",
        {"far": "far_pack"},
        {"far_pack/__init__.py": "1 / 0", "far_pack/a.yaml": pack_text("far")},
    )
    found = find_packs()
    assert [(pack.name, pack.kind, pack.version, pack.origin) for pack in found.packs] == [
        ("core", "scenario", "1.0.0", "image-sharing-simulator 0.1.0"),
        ("far", "scenario", "1.0.0", "far-pack 1.0"),
    ]
    assert found.problems == ()
    assert "far_pack" not in sys.modules


def test_a_pack_carries_its_hash_and_folder(install: Installer) -> None:
    bundled(install)
    (pack,) = find_packs().packs
    assert pack.folder == install.site / "own_core"
    assert pack.sha256 == pack_sha256(pack_files(pack.folder))


def test_a_namespace_package_is_found(install: Installer) -> None:
    bundled(install)
    install("space", {"space": "space_pack"}, {"space_pack/below/a.yaml": pack_text("space")})
    assert [pack.name for pack in find_packs().packs] == ["core", "space"]


def test_folders_named_by_the_person_are_added(install: Installer, tmp_path: Path) -> None:
    bundled(install)
    write(tmp_path / "mine" / "a.yaml", pack_text("mine", "guidance"))
    found = find_packs([tmp_path / "mine"])
    assert [(pack.name, pack.origin) for pack in found.of_kind("guidance")] == [
        ("mine", str(tmp_path / "mine"))
    ]


@pytest.mark.parametrize(
    ("entries", "files", "why"),
    [
        ({"far": "far.pack"}, {}, "its entry point far.pack is not the name of a top-level package"),
        ({"far": "far:pack"}, {}, "its entry point far:pack is not the name of a top-level package"),
        ({"far": "../far"}, {}, "its entry point ../far is not the name of a top-level package"),
        ({"far": "nowhere"}, {}, "its package nowhere is not there"),
        ({"far": "json"}, {}, "holds no .yaml file"),
        ({"far": "this"}, {}, "its package this is not there"),
        ({"far": "far"}, {"far/a.txt": ""}, "holds no .yaml file"),
        ({"far": "far"}, {"far/a.yaml": "a: NO"}, "a.yaml:1:4: `NO` may be a word"),
        ({"far": "far"}, {"far/a.yaml": "a: 1"}, "a.yaml:1:1: the key `format` is missing"),
        ({"far": "far"}, {"far/a.yaml": "[]"}, "a.yaml:1:1: a list stands where a mapping is needed"),
        (
            {"far": "far"},
            {"far/a.yaml": "format: choices/1"},
            "'choices/1' is not one of guidance-pack/1, scenario-pack/1",
        ),
        (
            {"far": "far"},
            {"far/a.yaml": "format: scenario-pack/1"},
            "no file of this folder says what pack it is",
        ),
        (
            {"far": "far"},
            {"far/a.yaml": "format: scenario-pack/1\npack: {name: far, version: 1.0}"},
            "a.yaml:2:28:",
        ),
        ({"far": "far"}, {"far/a.yaml": pack_text("'Far Pack'")}, "write small letters"),
        ({"far": "far"}, {"far/a.yaml": pack_text("near")}, "it calls itself near and is registered as far"),
        (
            {"far": "far"},
            {"far/a.yaml": pack_text("far"), "far/b.yaml": "format: guidance-pack/1"},
            "b.yaml:1:9: this file is guidance-pack/1 in a pack of scenario-pack/1",
        ),
        ("no entry\n[", {}, "its list of entry points cannot be read"),
    ],
)
def test_a_broken_pack_is_named_and_the_others_go_on(
    install: Installer, entries: dict[str, str] | str, files: dict[str, str], why: str
) -> None:
    bundled(install)
    install("far-pack", entries, files)
    found = find_packs()
    assert [pack.name for pack in found.packs] == ["core"]
    (problem,) = found.problems
    assert (problem.name, problem.origin, problem.status) == (
        "far" if isinstance(entries, dict) else "far-pack",
        "far-pack 1.0",
        "broken",
    )
    assert why in problem.why


def test_a_missing_folder_is_named(install: Installer, tmp_path: Path) -> None:
    bundled(install)
    (problem,) = find_packs([tmp_path / "none"]).problems
    assert problem.name == "none"
    assert "none:1:1: the folder cannot be read" in problem.why


def test_of_two_packs_of_one_name_the_programs_own_stays(install: Installer, tmp_path: Path) -> None:
    install("a-stranger", {"core": "other_core"}, {"other_core/a.yaml": pack_text("core", version="9")})
    bundled(install)
    write(tmp_path / "mine" / "a.yaml", pack_text("core", version="8"))
    found = find_packs([tmp_path / "mine"])
    assert [pack.origin for pack in found.packs] == ["image-sharing-simulator 0.1.0"]
    assert [(problem.name, problem.version) for problem in found.problems] == [("core", "9"), ("core", "8")]
    assert (
        "another pack has this name already: core 1.0.0 from image-sharing-simulator" in found.problems[0].why
    )


def test_without_strangers_only_own_packs_and_named_folders_stay(install: Installer, tmp_path: Path) -> None:
    bundled(install)
    install("far-pack", {"far": "far_pack"}, {"far_pack/a.yaml": pack_text("far")})
    write(tmp_path / "mine" / "a.yaml", pack_text("mine"))
    found = find_packs([tmp_path / "mine"], strangers=False)
    assert [pack.name for pack in found.packs] == ["core", "mine"]
    assert [(problem.name, problem.status, problem.why) for problem in found.problems] == [
        ("far", "disabled", LEFT_OUT)
    ]


def test_an_uninstalled_checkout_is_said_in_a_sentence(install: Installer) -> None:
    found = find_packs()
    assert found.packs == ()
    assert [problem.why for problem in found.problems] == [NOT_INSTALLED]


def test_a_hostile_name_cannot_act(install: Installer) -> None:
    bundled(install)
    install("far-pack", "fa\x1b[2Jr = nowhere\n", {})
    (problem,) = find_packs().problems
    assert f"{problem.name}{problem.why}".isprintable()
