"""Commands as they go over the line: `{"do": "answer", "question": ..., ...}`, and read from it strictly."""

from __future__ import annotations

import re
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast, get_args

import msgspec

from simulator.classroom import conduct
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.session import commands

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.conduct import Conduct
    from simulator.session.commands import Command

LearnersCommand: TypeAlias = (
    commands.Saying | commands.Annotate | commands.Undo | commands.Redo | commands.Confirm
)
"""What a learner can do in a class."""

BEGIN_CASE: Final = "begin_case"
"""The one command that names what it needs: the case itself is made by the hub."""

_LONGEST_QUOTED = 40

Read = TypeVar("Read")


def _name(kind: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_LEARNERS: Final[dict[str, type[LearnersCommand]]] = {_name(kind): kind for kind in get_args(LearnersCommand)}
_CONDUCT: Final[dict[str, type[Conduct]]] = {
    _name(kind): kind for kind in get_args(conduct.Conduct) if kind is not conduct.BeginCase
}


def carried(command: Command | Conduct) -> dict[str, Any]:
    """A command as it goes over the line; never `BeginCase`, of which only the hub knows the case."""
    return {"do": _name(type(command)), **asdict(command)}


def learners_command(told: Mapping[str, Any]) -> LearnersCommand:
    """What a learner sent; raises UsageFault with a sentence where it is none of theirs."""
    return _read(told, _LEARNERS)


def conduct_command(told: Mapping[str, Any]) -> Conduct:
    """What the facilitator sent, `begin_case` apart; raises UsageFault with a sentence where it is none of theirs."""
    return _read(told, _CONDUCT)


def begins_case(told: Mapping[str, Any]) -> bool:
    """Whether it is the command of which the hub makes a `BeginCase`."""
    return told.get("do") == BEGIN_CASE


def _read(told: Mapping[str, Any], kinds: Mapping[str, type[Read]]) -> Read:
    name = told.get("do")
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise UsageFault(f"{_quoted(name)} is no command of yours; yours are {', '.join(kinds)}.")
    said = {key: value for key, value in told.items() if key != "do"}
    known = {field.name for field in fields(cast("Any", kind))}
    for key in said:
        if key not in known:
            raise UsageFault(f"The command {name} has nothing called {_quoted(key)}.")
    try:
        return msgspec.convert(said, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise UsageFault(
            f"The command {name} is not complete or not of its form: {clean(str(error))}."
        ) from None


def _quoted(value: object) -> str:
    """What was sent, as far as it helps to see it."""
    text = value if isinstance(value, str) else type(value).__name__
    return f"“{clean(text[:_LONGEST_QUOTED])}”"
