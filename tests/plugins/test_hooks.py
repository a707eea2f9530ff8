"""Every hook is documented with an example that works."""

from __future__ import annotations

import inspect
import textwrap
from typing import TYPE_CHECKING, Any

import pytest

from simulator.plugins import hooks
from simulator.plugins.loading import load_plugins

if TYPE_CHECKING:
    from .installing import Installer

HOOKS = [name for name in vars(hooks) if name.startswith("simulator_")]


@pytest.mark.parametrize("name", HOOKS)
def test_the_example_of_a_hook_is_a_plugin_that_loads(install: Installer, name: str) -> None:
    documented: Any = inspect.getdoc(getattr(hooks, name))
    example = textwrap.dedent(documented.partition("::\n")[2].partition("\nThe module")[0])
    install("a-stranger", "far", example)
    install.bundled()
    far = load_plugins().every[1]
    assert (far.status, far.why) == ("active", "")
    given = {"decisions": [{"mark": 0.5, "silent": False}, {"mark": 0.0, "silent": True}]}
    assert far.scorers[0].score(given) == {"points": 0.5, "possible": 1, "detail": {}}
