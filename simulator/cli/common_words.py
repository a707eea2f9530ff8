"""Words that many commands have."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_format(command: argparse.ArgumentParser) -> None:
    """Text, or JSON for programs."""
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="text, or one JSON object"
    )


def add_guidance_name(command: argparse.ArgumentParser) -> None:
    """Which guidance pack, where there are several."""
    command.add_argument(
        "--guidance",
        type=word,
        metavar="NAME",
        help="the guidance pack: a name or a folder, where there are several",
    )


def add_pack_name(command: argparse.ArgumentParser) -> None:
    """Which scenario pack."""
    command.add_argument("--pack", type=word, metavar="NAME", help="the scenario pack: a name or a folder")


def word(text: str) -> str:
    """Something that is named; raises ArgumentTypeError for nothing."""
    if not text.strip():
        raise ArgumentTypeError("nothing is named; leave the option out, or name something")
    return text
