"""The codes of everything that the linter can find, gathered from the program's source."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).parents[2] / "simulator"
ROOMS = ("model", "guidance", "rules", "cases", "packs", "authoring")
"""Rooms whose faults a pack can have."""
ELSEWHERE = (
    "rules/mutants",
    "authoring/making",
    "authoring/preview",
    "authoring/coverage",
    "authoring/editors",
)
"""Parts of them that no linting calls."""
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
WITHOUT = "invalid"
"""The code of a fault that was given none."""
FAULTS = ("fault", "Fault", "_stop")
"""How the names end of what makes a fault; its last argument is a code."""


def codes_in(source: str) -> set[str]:
    """The codes that a module gives to faults and findings."""
    tree = ast.parse(source)
    constants = dict(_constants(tree))
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=function, args=[*_, last]) if ast.unparse(function).endswith(FAULTS):
                found |= _texts(last, constants)
                found |= {each for keyword in node.keywords for each in _of_keyword(keyword, constants)}
            case ast.Call(func=ast.Name(id="Finding"), args=[_, _, _, code, *_]):
                found |= _texts(code, constants)
            case ast.Call():
                found |= {each for keyword in node.keywords for each in _of_keyword(keyword, constants)}
            case ast.Return(value=ast.Tuple(elts=[_, *_, last])):
                found |= {each for each in _texts(last, constants) if "-" in each}
    return {each for each in found if CODE.fullmatch(each)}


def all_codes() -> set[str]:
    """The codes of all rooms whose faults a pack can have."""
    files = [path for room in ROOMS for path in sorted((PROGRAM / room).rglob("*.py"))]
    linting = [path for path in files if not path.relative_to(PROGRAM).as_posix().startswith(ELSEWHERE)]
    return {WITHOUT, *(code for path in linting for code in codes_in(path.read_text(encoding="utf-8")))}


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                yield name, value


def _of_keyword(keyword: ast.keyword, constants: dict[str, str]) -> set[str]:
    return _texts(keyword.value, constants) if keyword.arg == "code" else set()


def _texts(node: ast.expr, constants: dict[str, str]) -> set[str]:
    match node:
        case ast.Constant(value=str(value)):
            return {value}
        case ast.Name(id=name) if name in constants:
            return {constants[name]}
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, constants) | _texts(other, constants)
    return set()
