"""`pack build`: a wheel that pip installs and the program finds, reads and never imports; or nothing at all."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.authoring.hostile.unprivileged import run_unprivileged
from tests.authoring.packs import CASE, MANIFEST, begun, changed
from tests.hostile.running import assert_refused, assert_safe, assert_wrong_usage, run_alone, run_here

if TYPE_CHECKING:
    from tests.hostile.running import Ran

PACKAGE = "simulator_scenarios_tried"
WHEEL = f"{PACKAGE}-0.1.0-py3-none-any.whl"


def build(pack: Path | str, into: Path | str = "dist") -> Ran:
    """What `pack build` says."""
    ran = run_here(["pack", "build", str(pack), "--into", str(into)])
    assert_safe(ran.stdout + ran.stderr)
    return ran


def built(pack: Path, into: str = "dist") -> Path:
    """The wheel of a sound pack."""
    ran = build(pack, into)
    assert (ran.code, ran.stderr) == (0, b"")
    return Path(ran.stdout.decode().splitlines()[-2])


def metadata(wheel: Path) -> dict[str, list[str]]:
    """The fields of a wheel's metadata."""
    with zipfile.ZipFile(wheel) as archive:
        [name] = [each for each in archive.namelist() if each.endswith("/METADATA")]
        message = message_from_string(archive.read(name).decode())
    return {key: [str(each) for each in message.get_all(key, [])] for key in set(message.keys())}


def sha256(data: bytes) -> str:
    """As `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def test_the_wheel_holds_the_files_and_no_code(pack: Path) -> None:
    (pack / "__init__.py").write_text("raise SystemExit\n")
    (pack / "notes.txt").write_text("mine alone\n")
    (pack / "cases/.hidden.yaml").write_text("a: [\n")
    wheel = built(pack)
    assert wheel.name == WHEEL
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert sorted(names) == [f"{PACKAGE}/{CASE}", f"{PACKAGE}/{MANIFEST}"]
        for name in names:
            assert archive.read(name) == (pack / name.removeprefix(f"{PACKAGE}/")).read_bytes()


def test_the_hashes_are_those_of_the_wheel_and_of_every_file(pack: Path) -> None:
    ran = build(pack)
    wheel = Path("dist") / WHEEL
    files = [f"{sha256((pack / path).read_bytes())}  {path}" for path in (CASE, MANIFEST)]
    sums = Path(f"dist/{WHEEL}.SHA256SUMS")
    assert sums.read_text().splitlines() == [f"{sha256(wheel.read_bytes())}  {WHEEL}", *files]
    assert ran.stdout.decode().splitlines() == [*files, "", str(wheel), str(sums)]


def test_the_record_within_the_wheel_is_right(pack: Path) -> None:
    with zipfile.ZipFile(built(pack)) as archive:
        [record] = [name for name in archive.namelist() if name.endswith("/RECORD")]
        rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(archive.read(record).decode()))}
        assert rows.keys() == set(archive.namelist())
        for name, (told, size) in rows.items():
            if name != record:
                data = archive.read(name)
                digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                assert (told, size) == (f"sha256={digest}", str(len(data)))


def test_the_same_files_give_the_same_bytes_whenever_and_wherever(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(pack).read_bytes()
    elsewhere = begun(pack.parent / "elsewhere/tried")
    changed(elsewhere, MANIFEST, "name: tried", "name: tried")
    for file in (*elsewhere.rglob("*.yaml"), elsewhere):
        os.utime(file, (1, 1))
        file.chmod(0o700)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert built(elsewhere, "again").read_bytes() == first


def test_a_project_around_the_temporary_folder_leaves_nothing_out(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project/.git").mkdir(parents=True)
    (tmp_path / "project/.gitignore").write_text("*.yaml\n*\n")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "project"))
    with zipfile.ZipFile(built(pack)) as archive:
        assert f"{PACKAGE}/{CASE}" in archive.namelist()


def test_an_installed_pack_is_found_and_played_and_never_imported(pack: Path, tmp_path: Path) -> None:
    site, mark = tmp_path / "site", tmp_path / "imported"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", site, built(pack)], check=True)
    (site / PACKAGE / "__init__.py").write_text(f"open({str(mark)!r}, 'w')\n")
    own = os.pathsep.join([str(Path(__file__).parents[3]), str(site)])
    on_path = [sys.executable, "-m", "simulator"]

    def said(*words: str, typed: str = "") -> str:
        ended = subprocess.run(
            [*on_path, *words],
            input=typed.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONPATH": own},
            check=True,
            cwd=tmp_path,
        )
        assert_safe(ended.stdout + ended.stderr)
        return ended.stdout.decode()

    rows = {each["name"]: each for each in json.loads(said("plugins", "--format", "json"))["plugins"]}
    assert (rows["tried"]["status"], rows["tried"]["version"]) == ("active", "0.1.0")
    assert said("pack", "lint", "tried") == "tried: no errors\n"
    assert "1. A call before registration" in said("play", "--plain", "--pack", "tried")
    lines = "".join(f"{line}\n" for line in ["1", *["1", "confirm"] * 100])
    assert "Debrief. The outcome." in said("play", "--plain", "--pack", "tried", typed=lines)
    assert not mark.exists()

    alone = json.loads(said("plugins", "--no-plugins", "--format", "json"))["plugins"]
    assert [each["status"] for each in alone if each["name"] == "tried"] == ["disabled"]


def test_a_pack_at_fault_is_not_built(pack: Path, tmp_path: Path) -> None:
    changed(pack, CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}")
    ran = build(pack)
    assert (ran.code, ran.stdout) == (1, b"")
    [line] = ran.lines
    assert line.startswith(f"{pack}/{CASE}:")
    assert line.endswith("[error: not-as-expected]")
    assert not (tmp_path / "dist").exists()


def test_a_case_that_cannot_be_read_keeps_the_pack_from_being_built(pack: Path, tmp_path: Path) -> None:
    (pack / "cases/a.yaml").symlink_to("/etc/passwd")
    ran = build(pack)
    assert (ran.code, ran.stdout) == (1, b"")
    assert ran.lines[0].startswith(f"{pack}/cases/a.yaml:1:1: this link leaves the pack's folder; ")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("version", ["", "one", "1.0.0-", "1..0", "1.0 beta!", "v", "../1.0", "[b]", "1.0;x"])
def test_a_version_that_no_package_can_have_is_refused(version: str, pack: Path, tmp_path: Path) -> None:
    changed(pack, MANIFEST, 'version: "0.1.0"', f'version: "{version}"')
    ran = build(pack)
    assert ran.code == 1
    assert ran.lines[0].startswith(f"{pack}/{MANIFEST}:")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    ("version", "told"), [("1", "1"), ("v2.0-beta.3", "2.0b3"), ("1!2.3+a.b", "1!2.3+a.b")]
)
def test_a_version_that_a_package_can_have_is_taken(version: str, told: str, pack: Path) -> None:
    changed(pack, MANIFEST, 'version: "0.1.0"', f'version: "{version}"')
    assert metadata(built(pack))["Version"] == [told]


@pytest.mark.parametrize("name", ["a", "a-b-c", "near-misses-2", "a_b", "a-", "a--b", "x" * 60])
def test_any_name_of_a_pack_makes_a_package(name: str, pack: Path) -> None:
    changed(pack, MANIFEST, "name: tried", f"name: {name}")
    package = f"simulator_scenarios_{name.replace('-', '_')}"
    with zipfile.ZipFile(built(pack)) as archive:
        assert f"{package}/{MANIFEST}" in archive.namelist()
        [entries] = [each for each in archive.namelist() if each.endswith("/entry_points.txt")]
        assert archive.read(entries).decode().split() == ["[simulator.packs]", name, "=", package]


@pytest.mark.parametrize("name", ["core", "near-misses", "near_misses"])
def test_a_pack_that_would_overwrite_one_of_the_program_is_not_built(
    name: str, pack: Path, tmp_path: Path
) -> None:
    changed(pack, MANIFEST, "name: tried", f"name: {name}")
    assert_wrong_usage(build(pack), "it would overwrite this program's own pack")
    assert not (tmp_path / "dist").exists()


def test_words_of_authors_stay_words(pack: Path) -> None:
    authors = ['Ann "Nan" O\'Neill \\ Co.', "Ünal 数", "A\\nRequires-Dist: elsewhere", "[x] = {y}", "a, b"]
    written = json.dumps([each.replace("\\n", "\n") for each in authors], ensure_ascii=False)
    changed(pack, MANIFEST, 'authors: ["Your name"]', f"authors: {written}")
    changed(pack, MANIFEST, 'title: "A pack to try"', 'title: "\\"]\\nversion = 7 #\\\\"')
    told = metadata(built(pack))
    assert told["Version"] == ["0.1.0"]
    assert "Requires-Dist" not in told
    [author] = told["Author"]
    for each in ('Ann "Nan" O\'Neill \\ Co.', "Ünal 数", "A Requires-Dist: elsewhere", "[x] = {y}"):
        assert each in author
    assert told["Summary"] == ['"] version = 7 #\\']


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2J", "a\u202eb", "a\\b", os.fsdecode(b"a\xff")])
def test_a_file_whose_name_a_list_cannot_hold_is_refused(name: str, pack: Path, tmp_path: Path) -> None:
    changed(pack, MANIFEST, "draws_on: core", "draws_on: core # x")
    (pack / f"{name}.yaml").write_text("format: scenario-pack/1\n")
    assert_refused(build(pack), f"{pack}/a")
    assert not (tmp_path / "dist").exists()


def test_names_that_need_quoting_are_taken(pack: Path) -> None:
    (pack / "more, of 'it'").mkdir()
    (pack / "more, of 'it'/a \"b\" é [c].yaml").write_text("format: scenario-pack/1\n")
    wheel = built(pack)
    with zipfile.ZipFile(wheel) as archive:
        assert f"{PACKAGE}/more, of 'it'/a \"b\" é [c].yaml" in archive.namelist()
    told = Path(f"dist/{wheel.name}.SHA256SUMS").read_text().splitlines()
    assert f"{sha256(b'format: scenario-pack/1' + bytes([10]))}  more, of 'it'/a \"b\" é [c].yaml" in told


@pytest.mark.parametrize(
    "into", ["file", "file/deeper", "pipe", "loop", "/dev/null", "/proc/self/dist", "x" * 300, ""]
)
def test_where_nothing_can_be_built_nothing_is_written(into: str, pack: Path, tmp_path: Path) -> None:
    Path("file").write_text("kept")
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    before = sorted(tmp_path.rglob("*"))
    assert_wrong_usage(build(pack, into), "cannot be written (" if into else "an empty text is no folder")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_may_not_be_written_is_told(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    ran = run_unprivileged(["pack", "build", pack, "--into", tmp_path / "closed"])
    assert_wrong_usage(ran, "closed cannot be written (permission denied).")
    assert list((tmp_path / "closed").iterdir()) == []


@pytest.mark.parametrize("name", [WHEEL, f"{WHEEL}.SHA256SUMS"])
def test_a_link_in_the_way_is_replaced_and_its_target_left_alone(
    name: str, pack: Path, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_text("kept")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / name).symlink_to(tmp_path / "precious")
    built(pack)
    assert (tmp_path / "precious").read_text() == "kept"
    assert not (tmp_path / "dist" / name).is_symlink()


def test_a_pipe_in_the_way_is_not_waited_for(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    os.mkfifo(tmp_path / "dist" / f"{WHEEL}.SHA256SUMS")
    assert zipfile.is_zipfile(built(pack))


def test_building_within_the_pack_itself_changes_nothing_of_it(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack)
    first = built(Path()).read_bytes()
    assert built(Path()).read_bytes() == first


def test_a_guidance_pack_is_none_of_scenarios() -> None:
    assert_wrong_usage(build("derbyshire-2016"), "holds a guidance pack, and a scenario pack is wanted.")


def test_what_is_no_pack_is_refused() -> None:
    assert_refused(run_alone(["pack", "build", "/dev/null"]), "/dev/null:1:1: the folder cannot be read")
    assert_refused(run_alone(["pack", "build", "./nowhere"]), "nowhere:1:1: the folder cannot be read")
