"""The session room is quick to import: whoever wants the store imports it when it is needed."""

from __future__ import annotations

import subprocess
import sys


def test_the_session_loads_neither_a_database_nor_a_screen() -> None:
    code = (
        "import sys, simulator.session.training, simulator.session.core, simulator.session.engine_guide\n"
        "print(sorted({'sqlalchemy', 'textual', 'yaml', 'faker', 'platformdirs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
