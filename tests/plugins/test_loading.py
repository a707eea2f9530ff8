"""Each plugin is loaded alone: a stranger's that is broken is named, and spoils nothing."""

from __future__ import annotations

import sys

import pytest

from simulator.packs.finding import LEFT_OUT, NOT_INSTALLED
from simulator.plugins.loading import Plugins, load_plugins

from .installing import Installer, good

HEAD = "from simulator.plugins.api import Scorer, hookimpl\n"
HOOK = f"{HEAD}@hookimpl\ndef simulator_scorers():\n"
RECORD = "Scorer(name='far', summary='Far.', api_version=1, score=len)"

BROKEN = {
    "raises when imported": ("1 / 0", "ZeroDivisionError: division by zero"),
    "is no Python": ("def", "SyntaxError: invalid syntax"),
    "imports what is not there": (
        "import nowhere_at_all",
        "ModuleNotFoundError: No module named 'nowhere_at_all'",
    ),
    "ends the program when imported": ("import sys; sys.exit(0)", "it tried to end the program"),
    "raises GeneratorExit": ("raise GeneratorExit", "GeneratorExit"),
    "raises something that cannot be shown": (
        "class Odd(BaseException):\n    def __str__(self): raise RuntimeError\nraise Odd",
        "Odd",
    ),
    "raises control characters": ("raise ValueError('\\x1b[2J\\nmore')", "ValueError: \ufffd[2J"),
    "raises in the hook": (f"{HOOK}    raise KeyError('x')", "KeyError: 'x'"),
    "raises while it yields": (f"{HOOK}    yield {RECORD}\n    raise KeyError('x')", "KeyError: 'x'"),
    "ends the program in the hook": (f"{HOOK}    raise SystemExit", "it tried to end the program"),
    "implements nothing": ("x = 1", "it implements no hook"),
    "implements an unknown hook": (
        f"{HEAD}@hookimpl\ndef simulator_nothing(): pass",
        "PluginValidationError: unknown hook 'simulator_nothing' in plugin",
    ),
    "asks for an unknown argument": (
        f"{HEAD}@hookimpl\ndef simulator_scorers(app): return []",
        "PluginValidationError: Plugin 'far' for hook 'simulator_scorers'",
    ),
    "wraps the hook": (
        f"{HEAD}@hookimpl(wrapper=True)\ndef simulator_scorers():\n    return (yield)",
        "it wraps the hook simulator_scorers, which plugins may not",
    ),
    "wraps the hook in the old way": (
        f"{HEAD}@hookimpl(hookwrapper=True)\ndef simulator_scorers():\n    yield",
        "it wraps the hook simulator_scorers, which plugins may not",
    ),
    "yields no record": (f"{HOOK}    yield 'far'", "it yields something that is no scorer (str)"),
    "answers with a number": (f"{HOOK}    return 7", "TypeError: 'int' object is not iterable"),
    "yields a class of its own": (
        f"{HEAD}class Mine(Scorer): pass\n"
        f"@hookimpl\ndef simulator_scorers(): yield {RECORD.replace('Scorer', 'Mine')}",
        "it yields something that is no scorer (Mine)",
    ),
    "yields a hostile name": (
        f"{HOOK}    yield {RECORD}".replace("'far'", r"'\x1b[2J'"),
        "a scorer's name is not of small letters, digits, hyphens and underscores",
    ),
    "yields no name": (
        f"{HOOK}    yield {RECORD}".replace("'far'", "None"),
        "a scorer's name is not of small letters, digits, hyphens and underscores",
    ),
    "yields two lines of summary": (
        f"{HOOK}    yield {RECORD}".replace("'Far.'", r"'Far.\nFarther.'"),
        "the summary of the scorer far is not one line of plain text",
    ),
    "yields no summary": (
        f"{HOOK}    yield {RECORD}".replace("'Far.'", "' '"),
        "the summary of the scorer far is not one line of plain text",
    ),
    "is of another version": (
        f"{HOOK}    yield {RECORD}".replace("=1", "=2"),
        "the scorer far is not of api_version 1",
    ),
    "is of a version that is no number": (
        f"{HOOK}    yield {RECORD}".replace("=1", "=True"),
        "the scorer far is not of api_version 1",
    ),
    "cannot be called": (f"{HOOK}    yield {RECORD}".replace("len", "7"), "the scorer far cannot be called"),
    "yields a name twice": (
        f"{HOOK}    yield {RECORD}\n    yield {RECORD}",
        "it yields two scorers named far",
    ),
    "yields without end": (
        f"{HOOK}    n = 0\n    while True:\n        n += 1\n        yield {RECORD}".replace(
            "'far'", "f'far{n}'"
        ),
        "it yields more than 100 scorers",
    ),
    "takes a name of the program's own scorer": (
        good("own"),
        "the scorer own is there already, from the plugin own of image-sharing-simulator 1.0",
    ),
}


def summary(plugins: Plugins) -> list[tuple[str, str, str]]:
    return [(plugin.name, plugin.status, plugin.why) for plugin in plugins.every]


def test_own_plugins_and_strangers_take_the_same_road(install: Installer) -> None:
    install("a-stranger", "far", good("far"))
    install.bundled()
    plugins = load_plugins()
    assert summary(plugins) == [("own", "active", ""), ("far", "active", "")]
    assert [scorer.name for scorer in plugins.scorers] == ["own", "far"]
    assert [plugin.origin for plugin in plugins.every] == ["image-sharing-simulator 1.0", "a-stranger 1.0"]


@pytest.mark.parametrize("case", BROKEN)
def test_a_strangers_plugin_is_broken_if_it(install: Installer, case: str) -> None:
    source, why = BROKEN[case]
    install("a-stranger", "far", source)
    install.bundled()
    own, far = summary(load_plugins())
    assert own == ("own", "active", "")
    assert far[:2] == ("far", "broken")
    assert far[2].startswith(why)
    assert far[2].isprintable() or "\ufffd" in far[2]


def test_the_name_of_an_own_plugin_cannot_be_taken(install: Installer) -> None:
    install("a-stranger", "own", "1 / 0")
    install.bundled()
    plugins = load_plugins()
    why = "another plugin has this name already, from image-sharing-simulator 1.0"
    assert summary(plugins) == [("own", "active", ""), ("own", "broken", why)]
    assert [scorer.name for scorer in plugins.scorers] == ["own"]


def test_a_hostile_plugin_name_is_refused_and_cannot_act(install: Installer) -> None:
    install("a-stranger", "fa\x1br", good("far"))
    install.bundled()
    _, far = summary(load_plugins())
    assert far[:2] == ("fa\ufffdr", "broken")


def test_an_entry_point_that_names_an_object_is_loaded(install: Installer) -> None:
    source = good("far").replace(
        "@hookimpl\ndef simulator_scorers():", "class Plugin:\n  @hookimpl\n  def simulator_scorers(self):"
    )
    install("a-stranger", "far", source + "\nit = Plugin()\n", module="made_up:it")
    install.bundled()
    assert summary(load_plugins())[1] == ("far", "active", "")


def test_the_keyboard_still_interrupts(install: Installer) -> None:
    install("a-stranger", "far", "raise KeyboardInterrupt")
    install.bundled()
    with pytest.raises(KeyboardInterrupt):
        load_plugins()


def test_without_strangers_theirs_are_not_even_imported(install: Installer) -> None:
    install("a-stranger", "far", "1 / 0")
    install.bundled()
    plugins = load_plugins(strangers=False)
    assert summary(plugins) == [("own", "active", ""), ("far", "disabled", LEFT_OUT)]
    assert "made_up_a_stranger" not in sys.modules


def test_what_a_plugin_prints_stays_out_of_standard_output(
    install: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    install("a-stranger", "far", "print('noise')\n" + good("far"))
    install.bundled()
    load_plugins()
    assert capsys.readouterr() == ("", "noise\n")


def test_an_uninstalled_checkout_is_said_in_a_sentence(install: Installer) -> None:
    assert summary(load_plugins()) == [("image-sharing-simulator", "broken", NOT_INSTALLED)]
