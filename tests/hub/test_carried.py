"""Commands as they go over the line, there and back."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom import conduct
from simulator.classroom.carried import begins_case, carried, conduct_command, learners_command
from simulator.errors.faults import UsageFault
from simulator.session import commands

LEARNERS = [
    commands.Answer("q", "s", ("a", "b")), commands.Rationale("q", "s", "because"), commands.Sureness("q", "s", 2),
    commands.Cite("q", "s", ()), commands.Annotate("p", 1, 2, True, "note"), commands.Undo(), commands.Redo(),
    commands.Confirm(),
]  # fmt: skip
CONDUCT = [
    conduct.RevealPhase(), conduct.OpenQuestion("p", "q"), conduct.VoteAgain(), conduct.ShowVotes(True),
    conduct.Pause(None), conduct.Pause("why"), conduct.RevealVerdict(), conduct.Inject("more"),
    conduct.Settle("s1", "p", "q", "s", True, "r"), conduct.GoBack(), conduct.SkipQuestion(), conduct.EndCase(),
    conduct.EndClass(),
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5
)


@pytest.mark.parametrize("command", LEARNERS, ids=repr)
def test_a_learners_command_comes_back_as_it_went(command: commands.Command) -> None:
    assert learners_command(json.loads(msgspec.json.encode(carried(command)))) == command
    with pytest.raises(UsageFault, match="no command of yours"):
        conduct_command(carried(command))


@pytest.mark.parametrize("command", CONDUCT, ids=repr)
def test_a_facilitators_command_comes_back_as_it_went(command: conduct.Conduct) -> None:
    assert conduct_command(json.loads(msgspec.json.encode(carried(command)))) == command
    with pytest.raises(UsageFault, match="no command of yours"):
        learners_command(carried(command))


@pytest.mark.parametrize(
    "command",
    [commands.Begin({}), commands.Leave(), commands.Skip(), commands.Resume(), conduct.BeginCase({})],
)
def test_what_is_not_done_in_a_class_is_no_command(command: commands.Command | conduct.BeginCase) -> None:
    for read in (learners_command, conduct_command):
        with pytest.raises(UsageFault, match="no command of yours"):
            read(carried(command))


def test_the_case_that_is_to_be_begun_is_told_apart() -> None:
    assert begins_case({"do": "begin_case", "pack": "core"})
    assert not begins_case({"do": "begin"})


@given(st.sampled_from(LEARNERS), st.text(max_size=8), JSON)
def test_whatever_else_a_command_holds_it_is_read_strictly_or_refused_in_a_sentence(
    command: commands.Command, key: str, value: object
) -> None:
    try:
        said = carried(learners_command({**carried(command), key: value}))
    except UsageFault as fault:
        said = {"refused": str(fault)}
    assert said.keys() == carried(command).keys() or re.fullmatch(r".+\.", said["refused"])
