"""Runs the program on the library's packs: within this process, or as one of its own where it needs its own path."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.hostile.running import run_alone, run_here

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
GUIDANCE, CASES = HERE / "library_guidance", HERE / "library_cases"


class Done(NamedTuple):
    """What came of a run."""

    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Library:
    """The library's two packs: `folder` to work in, and the words that name the packs.

    With an `environment` every run is a process of its own.
    """

    folder: Path
    guidance: tuple[str, ...]
    pack: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *words: str, given: str = "") -> Done:
        """`simulator` with these words."""
        stdin = given.encode()
        ran = run_alone(words, stdin, self.environment) if self.environment else run_here(words, stdin)
        return Done(ran.code, ran.stdout.decode(), ran.stderr.decode())

    def written(self, name: str, data: object) -> str:
        """The path of a file that holds `data`."""
        path = self.folder / name
        path.write_text(json.dumps(data, indent=1))
        return str(path)

    def said(self, *words: str, given: str = "") -> str:
        """What a run says that goes well."""
        done = self.run(*words, given=given)
        assert (done.code, done.stderr) == (0, "")
        return done.stdout

    def objects(self, *words: str, given: str = "") -> list[dict[str, Any]]:
        """The objects that a run answers, one a line."""
        return [json.loads(line) for line in self.said(*words, given=given).splitlines()]

    def assess(self, *many: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Facts or cases, answered."""
        given = "".join(json.dumps(each) + "\n" for each in many)
        return self.objects("assess", "-", *self.guidance, given=given)

    def score(self, facts: Mapping[str, Any], *choices: Mapping[str, Any]) -> dict[str, Any]:
        """Choices on facts or on a case, marked."""
        files = (
            self.written("facts.json", facts),
            self.written("choices.json", {"format": "choices/1", "choices": list(choices)}),
        )
        [scored] = self.objects("score", *files, "--format", "json", *self.guidance)
        return scored

    def case(self, seed: int) -> dict[str, Any]:
        """The case of a seed."""
        [made] = self.objects("generate", "--seed", str(seed), *self.guidance, *self.pack)
        return made
