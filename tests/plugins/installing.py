"""Installs made-up plugins: a real dist-info folder and a real module."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BUNDLED = "image-sharing-simulator"

GOOD = """
from simulator.plugins.api import Scorer, hookimpl

def score(scoring):
    return {"points": len(scoring["decisions"]), "possible": 10, "detail": {"case": scoring["case"]}}

@hookimpl
def simulator_scorers():
    yield Scorer(name="NAME", summary="Counts.", api_version=1, score=score)
"""


@dataclass(frozen=True)
class Installer:
    """Installs into `site`, which is on the path."""

    site: Path

    def __call__(self, distribution: str, name: str, source: str, module: str | None = None) -> None:
        """Installs a distribution with one plugin, `name`, whose module holds `source`."""
        module = module or f"made_up_{distribution.replace('-', '_')}"
        info = self.site / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[simulator]\n{name} = {module}\n")
        (self.site / f"{module.partition(':')[0]}.py").write_text(source)
        importlib.invalidate_caches()

    def bundled(self) -> None:
        """Installs this program's own plugin `own`, with a scorer of the same name."""
        self(BUNDLED, "own", good("own"))


def good(name: str) -> str:
    """The source of a good plugin with one scorer."""
    return GOOD.replace("NAME", name)
