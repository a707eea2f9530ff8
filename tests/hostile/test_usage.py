"""Words that make no command are told in one sentence, and nothing is done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .running import WRONG_USAGE, assert_safe, assert_wrong_usage, run_alone, run_here

NO_NUMBER = "no whole number from"
NO_SEED = "is no seed; a seed is a whole number from 0 to 9223372036854775807"
NOTHING = "nothing is named"

WRONG: dict[str, tuple[list[str], str]] = {
    "an unknown command": (["frobnicate"], "invalid choice: 'frobnicate'"),
    "half a command": (["gen"], "invalid choice: 'gen'"),
    "a command that acts": (["\x1b[31mplay"], "invalid choice: "),
    "an unknown option": (["--frobnicate"], "--frobnicate"),
    "an unknown option of a command": (["assess", "--frobnicate", "x.yaml"], "--frobnicate"),
    "an option that acts": (["plugins", "--\x1b]52;c;x\x07"], "unrecognized arguments"),
    "an option that turns the line round": (["plugins", "--\u202ex"], "unrecognized arguments"),
    "no facts": (["assess"], "FACTS"),
    "no choices": (["score", "f.yaml"], "CHOICES"),
    "one word too many": (["guidance", "IG1", "IG2"], "IG2"),
    "no value": (["generate", "--seed"], "--seed"),
    "a seed below nought": (["generate", "--seed", "-1"], NO_SEED),
    "a seed below nought, joined": (["generate", "--seed=-1"], NO_SEED),
    "a seed with a plus": (["generate", "--seed", "+1"], NO_SEED),
    "a seed with a power": (["generate", "--seed", "1e3"], NO_SEED),
    "a seed with a point": (["generate", "--seed", "1.0"], NO_SEED),
    "a seed with underscores": (["generate", "--seed", "1_000"], NO_SEED),
    "a seed in base sixteen": (["generate", "--seed", "0x10"], NO_SEED),
    "a seed in Arabic digits": (["generate", "--seed", "٣"], NO_SEED),
    "a seed in superscript": (["generate", "--seed", "²"], NO_SEED),
    "a seed with a space": (["generate", "--seed", " 1"], NO_SEED),
    "a seed of twenty digits": (["generate", "--seed", "9" * 20], NO_SEED),
    "a seed of 10,000 digits": (["generate", "--seed", "9" * 10_000], NO_SEED),
    "an empty seed": (["generate", "--seed", ""], NO_SEED),
    "a seed that acts": (["generate", "--seed", "\x1b[2J"], NO_SEED),
    "no case at all": (["generate", "--count", "0"], NO_NUMBER),
    "too many cases": (["generate", "--count", "1000001"], NO_NUMBER),
    "an unknown scenario pack": (["generate", "--pack", "nowhere"], "there is no scenario pack 'nowhere'"),
    "guidance as a scenario pack": (["generate", "--pack", "derbyshire-2016"], "there is no scenario pack"),
    "a scenario pack that acts": (["generate", "--pack", "\x1b[2J"], "there is no scenario pack"),
    "an unknown guidance": (["guidance", "--guidance", "nowhere"], "no guidance pack 'nowhere'"),
    "a scenario pack as guidance": (["guidance", "--guidance", "core"], "there is no guidance pack 'core'"),
    "an unknown paragraph": (["guidance", "IG99"], "'IG99' is no paragraph"),
    "an empty paragraph": (["guidance", ""], "'' is no paragraph"),
    "a paragraph that acts": (["guidance", "\x1b[2J"], "is no paragraph"),
    "a paragraph of 100,000 letters": (["guidance", "x" * 100_000], "is no paragraph"),
    "an unknown focus": (["generate", "--focus", "nothing.at-all"], "nothing.at-all"),
    "a focus that acts": (["generate", "--focus", "\x1b[2J"], ""),
    "an unknown form": (["plugins", "--format", "xml"], "'xml'"),
    "a case for the terminal UI": (["play", "--case", "x.json"], "--plain"),
    "half an option": (["generate", "--see", "3"], "--see"),
    "half an option before the command": (["--no-plug", "plugins"], "--no-plug"),
    "a guidance without a name": (["guidance", "--guidance", ""], NOTHING),
    "a guidance of blanks": (["assess", "--guidance", "  ", "-"], NOTHING),
    "a scenario pack without a name": (["generate", "--pack", ""], NOTHING),
    "a scenario pack without a name, to play": (["play", "--plain", "--pack="], NOTHING),
    "a focus without a name": (["generate", "--focus", ""], NOTHING),
    "a case without a name": (["play", "--plain", "--case", ""], NOTHING),
    "a seed above the largest": (["generate", "--seed", str(2**63)], NO_SEED),
    "a seed above the largest, to play": (["play", "--plain", "--seed", str(2**63)], NO_SEED),
    "a case and a seed": (["play", "--plain", "--case", "x.json", "--seed", "1"], "exclude each other"),
}


@pytest.mark.parametrize("name", WRONG)
def test_it_is_told_in_one_sentence(name: str) -> None:
    words, part = WRONG[name]
    assert_wrong_usage(run_here(words), part)


@pytest.mark.parametrize("words", [[], ["play"], ["--no-plugins"]])
def test_without_a_terminal_the_terminal_ui_says_so(words: list[str]) -> None:
    assert_wrong_usage(run_alone(words), "needs a terminal")


def test_words_that_are_no_text_are_told() -> None:
    assert_wrong_usage(run_alone([b"\xff\xfe"]), "invalid choice")
    assert_wrong_usage(run_alone(["guidance", b"\xed\xa0\x80"]), "is no paragraph")


@pytest.mark.parametrize("words", [["--no-plugins", "plugins"], ["plugins", "--no-plugins"]])
def test_strangers_are_left_out_wherever_it_is_said(words: list[str]) -> None:
    ran = run_here(words)
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)


def test_a_process_of_its_own_ends_with_the_same_code() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "simulator", "generate", "--seed", "٣"], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (WRONG_USAGE, b"")
    assert ended.stderr.count(b"\n") == 1
