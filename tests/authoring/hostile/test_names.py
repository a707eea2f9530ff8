"""Names of packs, files and folders that act on a terminal, hide, or are no text."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import pytest

from tests.authoring.packs import CASE, MANIFEST, changed

from .asking import findings, lint, play, squeezed

if TYPE_CHECKING:
    from pathlib import Path

NAMES: dict[str, tuple[str, str]] = {
    "an escape sequence": ("\x1b[31ma\x1b]0;b\x07", "\ufffd[31ma\ufffd]0;b\ufffd"),
    "a line feed": ("a:1:1: all is well\nb", "a:1:1: all is well\ufffdb"),
    "a carriage return": ("a\rb", "a\ufffdb"),
    "a control of C1": ("a\x9b31m", "a\ufffd31m"),
    "an override": ("a\u202elmay", "a\ufffdlmay"),
    "a zero-width space": ("a\u200bb", "a\ufffdb"),
    "bytes that are no text": (os.fsdecode(b"a\xff\xfe"), "a\ufffd\ufffd"),
    "markup": ("[red]a[b]", "[red]a[b]"),
    "a workflow command": ("::error file=x,line=1::y%0A", "::error file=x,line=1::y%0A"),
    "braces and percent signs": ("{0}%s", "{0}%s"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_told_without_what_acts(name: str, pack: Path) -> None:
    given, told = NAMES[name]
    (pack / f"cases/{given}.yaml").write_text("a: [")
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/cases/{told}.yaml:1:5: an entry of a list or mapping in brackets")
    ran = play(pack)
    assert ran.code == 0
    assert "".join(f"{told}.yaml:1:5:".split()) in squeezed(ran)
    assert "1.Acallbeforeregistration" in squeezed(ran)


@pytest.mark.parametrize("name", ["an escape sequence", "a line feed", "bytes that are no text", "markup"])
def test_a_folder_is_told_without_what_acts(name: str, pack: Path) -> None:
    given, told = NAMES[name]
    folder = pack.parent / given
    pack.rename(folder)
    assert lint(folder).stdout == b"tried: no errors\n"
    assert "1.Acallbeforeregistration" in squeezed(play(folder))
    changed(folder, MANIFEST, "intensity: 1", "intensity: 9")
    [found] = findings(lint(folder))
    assert found.startswith(f"{pack.parent}/{told}/pack.yaml:")
    assert ":14: 9 is more than 3; " in found


@pytest.mark.parametrize(
    "name", ["a line feed", "an override", "bytes that are no text", "a workflow command"]
)
def test_every_form_of_the_findings_can_tell_it(name: str, pack: Path) -> None:
    given, told = NAMES[name]
    (pack / f"cases/{given}.yaml").write_bytes((pack / CASE).read_bytes())
    (pack / CASE).unlink()

    [line] = lint(pack, form="json").stdout.decode().splitlines()
    assert {each["file"] for each in json.loads(line)["findings"]} == {f"cases/{told}.yaml"}

    sarif = json.loads(lint(pack, form="sarif").stdout)
    [result] = sarif["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote_to_bytes(uri) == b"file://" + os.fsencode(f"{pack}/cases/{given}.yaml")

    annotations = lint(pack, form="github").stdout.decode().splitlines()
    assert [each for each in annotations if not each.startswith(f"::error file={pack}/cases/")] == []
    assert len(annotations) == 1


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ('"../x"', "'../x' may not stand here"),
        ('"/etc"', "'/etc' may not stand here"),
        ('"[b]x[/b]"', "'[b]x[/b]' may not stand here"),
        ('"x\\e[2J"', "the character U+001B is invisible or controls a terminal"),
        ('"x\\u202e"', "the character U+202E is invisible or controls a terminal"),
        ('""', "may not"),
        (f'"{"x" * 65}"', "may not stand here"),
        ("[a]", "a list stands where a text"),
    ],
)
def test_a_pack_may_not_be_called_so(named: str, says: str, pack: Path) -> None:
    changed(pack, MANIFEST, "name: tried", f"name: {named}")
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/pack.yaml:6:9: ")
    assert says in found
    assert play(pack).code == 1


@pytest.mark.parametrize(
    "case", ['"../first-case"', '"first case"', '"A"', '"x\\u200b"', f'"{"x" * 61}"', "[]"]
)
def test_a_case_may_not_be_called_so(case: str, pack: Path) -> None:
    shutil.copy(pack / CASE, pack / "cases/other.yaml")
    changed(pack, CASE, "case: first-case", f"case: {case}")
    found = findings(lint(pack))
    assert found[0].startswith(f"{pack}/cases/first-case.yaml:3:7: ")
    assert "1.Acallbeforeregistration" in squeezed(play(pack))
