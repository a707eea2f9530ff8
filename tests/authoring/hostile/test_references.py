"""What a pack names and what it is called: guidance, editions, other packs; all of them may be anything."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.authoring.packs import CASE, MANIFEST, begun, changed
from tests.hostile.running import assert_refused, assert_safe, run_here

from .asking import findings, lint, play, play_all, squeezed

FIRST = "1.Acallbeforeregistration"
GUIDANCE = "guidance: derbyshire-2016"


def settle(settings: Path, *folders: Path | str) -> None:
    """Writes settings that name these folders of packs."""
    named = json.dumps([str(folder) for folder in folders], ensure_ascii=False)
    settings.write_text(f"format: settings/1\npacks: {named}\n")


def listed() -> dict[str, tuple[str, str]]:
    """The packs there are, by name: status and reason; the last one of a name."""
    ran = run_here(["plugins", "--format", "json"])
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code == 0
    return {each["name"]: (each["status"], each["why"]) for each in json.loads(ran.stdout)["plugins"]}


@pytest.mark.parametrize(
    "named",
    ["nowhere-2016", "../derbyshire-2016", "/etc", "./plugins", "[b]x[/b]", "{0}%s", "x" * 60, "x" * 5_000],
)
def test_a_guidance_that_is_not_installed_is_told_where_it_is_named(named: str, pack: Path) -> None:
    changed(pack, MANIFEST, GUIDANCE, f'guidance: "{named}"')
    found = findings(lint(pack))
    assert [each for each in found if not each.startswith(f"{pack}/pack.yaml:8:13: ")] == []
    assert play(pack).code in (1, 2)


def test_a_guidance_is_named_and_never_looked_for_in_a_folder(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack.parent / "here").mkdir()
    (pack.parent / "here/a.yaml").write_text("secret: [hunter2\n")
    monkeypatch.chdir(pack.parent)
    for named in ("here", "./here", f"{pack.parent}/here"):
        changed(pack, MANIFEST, GUIDANCE, f'guidance: "{named}"')
        said = (squeezed(lint(pack)), squeezed(play(pack)))
        assert not any("secret" in each or "here/a.yaml" in each for each in said)
        changed(pack, MANIFEST, f'guidance: "{named}"', GUIDANCE)


def test_an_edition_that_is_not_installed_is_told_and_the_pack_left_out(pack: Path, settings: Path) -> None:
    changed(pack, MANIFEST, 'edition: "2016-07"', 'edition: "2017-01"')
    [found] = findings(lint(pack))
    assert found.startswith(
        f"{pack}/pack.yaml:9:12: the edition '2017-01' of derbyshire-2016 is not installed"
    )
    assert "[error: no-edition]" in found
    said = squeezed(play(pack))
    assert "triedisleftout:" in said
    assert "theedition'2017-01'ofderbyshire-2016isnotinstalled" in said
    settle(settings, pack)
    ran = play_all("1\n")
    assert ran.code == 0
    assert "triedisleftout:" in squeezed(ran)
    assert "Whichcase?" in squeezed(ran)


@pytest.mark.parametrize("named", ["nowhere", "tried", "factors", "derbyshire-2016"])
def test_a_pack_without_the_stock_that_it_names_is_played_by_its_written_cases(
    named: str, pack: Path
) -> None:
    changed(pack, MANIFEST, "draws_on: core", f"draws_on: {named}")
    ran = run_here(["generate", "--pack", str(pack)])
    assert_refused(ran, f"{pack}/pack.yaml:")
    assert f"'{named}' that this one draws on" in ran.lines[0]
    ran = play(pack, "new\n1\n")
    assert ran.code == 0
    assert "Rafi'sauntrangbeforeschoolbegan" in squeezed(ran)


def test_two_packs_that_draw_on_each_other_come_to_an_end(pack: Path, settings: Path) -> None:
    other = begun(pack.parent / "other")
    changed(pack, MANIFEST, "draws_on: core", "draws_on: other")
    changed(other, MANIFEST, "draws_on: core", "draws_on: tried")
    settle(settings, pack, other)
    for folder in (pack, other):
        ran = run_here(["generate", "--pack", str(folder)])
        assert_refused(ran, f"{folder}/pack.yaml:")
        assert "has no stock of its own" in ran.lines[0]


@pytest.mark.parametrize("named", ["../../etc", "./core", "[red]x", "x" * 61, "core\\e[2J"])
def test_a_stock_is_named_by_a_word(named: str, pack: Path) -> None:
    changed(pack, MANIFEST, "draws_on: core", f'draws_on: "{named}"')
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/pack.yaml:")


def test_the_case_for_a_newcomer_is_one_of_the_pack(pack: Path) -> None:
    changed(pack, MANIFEST, "draws_on: core", "draws_on: core\n  begins_with: nowhere")
    [found] = findings(lint(pack))
    assert "there is no case 'nowhere' in this pack to begin with" in found
    changed(pack, MANIFEST, "begins_with: nowhere", "begins_with: first-case")
    assert lint(pack).code == 0


def test_a_case_for_a_newcomer_that_there_is_not_is_not_offered(pack: Path) -> None:
    changed(pack, MANIFEST, "draws_on: core", "draws_on: core\n  begins_with: nowhere")
    assert play(pack, "1\n").code == 0


def test_of_two_packs_of_one_name_the_first_keeps_it_and_the_named_one_is_played(
    pack: Path, settings: Path
) -> None:
    twin = Path(shutil.copytree(pack, pack.parent / "twin"))
    changed(twin, CASE, "A call before registration", "Another call")
    double = Path(shutil.copytree(pack, pack.parent / "double"))
    changed(double, MANIFEST, "name: tried", "name: core")
    settle(settings, pack, twin, double)

    rows = json.loads(run_here(["plugins", "--format", "json"]).stdout)["plugins"]
    told = [(each["name"], each["status"]) for each in rows if each["name"] in ("tried", "core")]
    assert sorted(told) == [("core", "active"), ("core", "broken"), ("tried", "active"), ("tried", "broken")]
    assert "another pack has this name already: tried 0.1.0 from" in json.dumps(rows)
    assert "another pack has this name already: core 1.0.0 from image-sharing-simulator" in json.dumps(rows)

    said = squeezed(play_all())
    assert "triedisleftout:anotherpackhasthisnamealready" in said
    assert "coreisleftout:anotherpackhasthisnamealready" in said
    assert "1.Anothercall" in squeezed(play(twin))
    assert FIRST in squeezed(play(double))
    assert lint("tried").stdout == b"tried: no errors\n"


def test_of_two_cases_of_one_id_the_first_is_played_and_the_other_is_found(pack: Path) -> None:
    shutil.copy(pack / CASE, pack / "cases/second-case.yaml")
    changed(pack, "cases/second-case.yaml", "A call before registration", "Another call")
    found = findings(lint(pack))
    assert any("first-case' stands in a file called second-case; " in each for each in found)
    assert any(each.startswith(f"{pack}/cases/second-case.yaml:3:7: ") and "twice]" in each for each in found)
    said = squeezed(play(pack, "1\n"))
    assert f"{pack}/cases/second-case.yaml:3:7:thecase'first-case'standsinthispacktwice" in said
    assert "1.Anothercall" not in said
    assert "Rafi'sauntrangbeforeschoolbegan" in said


HOSTILE_SETTINGS = {
    "nothing": "",
    "a list": "[]",
    "another format": "format: settings/2\n",
    "a text for a list": "format: settings/1\npacks: /x\n",
    "an alias": "format: settings/1\npacks: &a [*a]\n",
    "a tag": "format: settings/1\npacks: !!python/object/apply:os.system [ls]\n",
    "an escape": 'format: settings/1\npacks: ["\\e[2J"]\n',
    "an empty name": 'format: settings/1\npacks: [""]\n',
    "brackets": "[" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE_SETTINGS)
def test_settings_at_fault_are_told_and_the_installed_packs_are_played(name: str, settings: Path) -> None:
    settings.write_text(HOSTILE_SETTINGS[name])
    status, why = listed()["settings"]
    assert status == "broken"
    assert why.startswith(f"{settings}:")
    ran = run_here(["play", "--plain"], b"1\n")
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code == 0
    assert "settingsisleftout:" in squeezed(ran)
    assert "Whichcase?" in squeezed(ran)


def test_settings_may_name_folders_of_every_sort(pack: Path, settings: Path) -> None:
    (pack.parent / "loop").symlink_to("loop")
    odd = ["/nowhere", "/dev/zero", "loop", "~nobody-here/x", "x" * 4_000, "a/" * 1_900, ".", "[b]", "$HOME"]
    settle(settings, *odd, pack)
    rows = listed()
    assert rows["tried"] == ("active", "")
    assert all(why for status, why in rows.values() if status == "broken")


def test_settings_that_are_no_file_are_told(settings: Path) -> None:
    settings.symlink_to("/dev/zero")
    assert listed()["settings"] == (
        "broken",
        f"{settings}:1:1: this is a device, not a file; give the name of a regular file",
    )
