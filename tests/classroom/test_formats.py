"""The committed schemas of what others read of a class are those of the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec

from simulator.classroom import conduct, messages
from simulator.classroom.carried import carried
from simulator.classroom.messages import FORMAT, Conducted, FromClient, FromHub, Hello, Room, written
from simulator.classroom.showing.room import room_view

from .lending import Class, Lending

SCHEMAS = Path(messages.__file__).parent / "schemas"


def of_the_program() -> dict[str, Any]:
    """Both directions of the line in one schema."""
    (client, hub), components = msgspec.json.schema_components(
        [FromClient, FromHub], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "anyOf": [client, hub],
        "$defs": components,
    }


def test_the_schema_of_the_line_is_that_of_the_messages() -> None:
    committed = json.loads((SCHEMAS / "classroom.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(of_the_program()))


def test_messages_are_of_the_schema_and_others_are_not() -> None:
    check = jsonschema_rs.validator_for(json.loads((SCHEMAS / "classroom.json").read_text(encoding="utf-8")))
    class_ = Class("Ann")
    class_.begins()
    room = room_view(Lending(), class_.classroom.state)
    opening = Conducted(3, carried(conduct.OpenQuestion("found", "look")))
    for message in (Hello(FORMAT, code="ABCD-EFGH"), opening, Room(room)):
        assert check.is_valid(json.loads(written(message)))
        assert not check.is_valid({**json.loads(written(message)), "more": 1})
    assert not check.is_valid({"type": "nothing"})
