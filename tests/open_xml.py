"""The Open XML SDK's own judgement of a Word file."""

import json
import shutil
import subprocess
from pathlib import Path

VALIDATOR = Path(__file__).parents[1] / "node_modules" / "@xarsh" / "ooxml-validator"


def faults_of(path: Path) -> list[object]:
    """Return what the validator finds wrong with a Word file."""
    done = subprocess.run(
        [shutil.which("node") or "node", str(VALIDATOR / "dist" / "src" / "cli.js"), str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    found: list[object] = json.loads(done.stdout)["errors"]
    return found
