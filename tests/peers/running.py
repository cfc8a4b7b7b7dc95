"""Runs a peer as a stranger would: an empty environment but for the sandbox's, and a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.peers.environments import CHECKOUT, require
from tests.sandbox import Sandbox

SCRIPTS = CHECKOUT / "tests" / "peers" / "scripts"


def run(command: Sequence[str], sandbox: Sandbox, home: Path, **more: str) -> str:
    """Its standard output; raises AssertionError with what it said when it fails."""
    environment = {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8", **sandbox.environment(), **more}
    done = subprocess.run(
        list(command), env=environment, cwd=home, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def run_script(name: str, sandbox: Sandbox, home: Path, *arguments: str, **more: str) -> Any:
    """What a script of ``scripts/`` prints as JSON, run by the peers' own Python; ``more`` joins its environment."""
    return json.loads(run([str(require("peers")), str(SCRIPTS / name), *arguments], sandbox, home, **more))
