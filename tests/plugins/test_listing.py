"""Every plugin and pack is listed, with what is wrong with it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import get_args, get_type_hints

from simulator.model.document import document_of
from simulator.model.schema_check import check
from simulator.packs.finding import LEFT_OUT, find_packs
from simulator.plugins import listing
from simulator.plugins.listing import PluginRow, plugin_list, plugins_json
from simulator.plugins.loading import Status, load_plugins

from .installing import Installer, good

SCHEMA = Path(listing.__file__).parent / "schemas" / "plugins.json"


def write_pack(folder: Path, name: str, kind: str) -> Path:
    folder.mkdir()
    (folder / "a.yaml").write_text(f'format: {kind}-pack/1\npack: {{name: {name}, version: "2"}}\n')
    return folder


def test_code_and_packs_are_listed_with_their_status(install: Installer, tmp_path: Path) -> None:
    install("a-stranger", "far", "1 / 0")
    install.bundled()
    folders = [
        write_pack(tmp_path / "g", "rules", "guidance"),
        write_pack(tmp_path / "s", "cases", "scenario"),
    ]
    rows = plugin_list(load_plugins(), find_packs([*folders, tmp_path / "none"]))
    assert [(row.name, row.kind, row.version, row.status) for row in rows] == [
        ("own", "code", "1.0", "active"),
        ("far", "code", "1.0", "broken"),
        ("rules", "guidance", "2", "active"),
        ("cases", "scenario", "2", "active"),
        ("image-sharing-simulator", "pack", "", "broken"),
        ("none", "pack", "", "broken"),
    ]
    assert all(bool(row.why) == (row.status != "active") for row in rows)


def test_strangers_that_were_left_out_are_listed(install: Installer) -> None:
    install("a-stranger", "far", good("far"))
    install.bundled()
    rows = plugin_list(load_plugins(strangers=False), find_packs(strangers=False))
    assert [(row.status, row.why) for row in rows if row.name == "far"] == [("disabled", LEFT_OUT)]


def test_the_list_as_json(install: Installer) -> None:
    install.bundled()
    listed = plugins_json(plugin_list(load_plugins(), find_packs()))
    assert listed["format"] == "plugins/1"
    assert listed["plugins"][0] == {
        "name": "own",
        "kind": "code",
        "version": "1.0",
        "status": "active",
        "why": "",
        "origin": "image-sharing-simulator 1.0",
    }
    assert json.loads(json.dumps(listed)) == listed


def test_the_list_fits_its_schema_and_the_schema_is_no_wider(install: Installer) -> None:
    schema = json.loads(SCHEMA.read_text())
    install("a-stranger", "far", "1 / 0")
    install.bundled()
    listed = plugins_json(plugin_list(load_plugins(), find_packs()))
    assert check(document_of(listed), schema) == ()
    row = schema["$defs"]["row"]
    fields = [field.name for field in dataclasses.fields(PluginRow)]
    assert sorted(row["properties"]) == sorted(row["required"]) == sorted(fields)
    kinds = get_args(get_type_hints(PluginRow, vars(listing) | {"Status": Status})["kind"])
    assert row["properties"]["kind"]["enum"] == list(kinds)
    assert row["properties"]["status"]["enum"] == list(get_args(Status))


def test_the_real_program_brings_its_two_scorers() -> None:
    plugins = load_plugins(strangers=False)
    active = [plugin.name for plugin in plugins.every if plugin.status == "active"]
    assert active == ["guidance", "safeguarding"]
    assert [scorer.name for scorer in plugins.scorers] == ["guidance", "safeguarding"]
