"""Renderers of another language, each in a process of its own that stays warm.

They are put into a folder git does not know, at the first run; where that
cannot be done, the bench goes on without them and says so.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.timing import Seconds

SCRIPTS = Path(__file__).parent / "peers"
PLACE = Path(__file__).parents[2] / "node_modules" / ".peers"
PACKAGES = {
    "docxtemplater": ("docxtemplater@3.71.0", "pizzip@3.2.0"),
    "easy-template-x": ("easy-template-x@7.2.8",),
    "carbone": ("carbone@3.8.2",),
    "docx-templates": ("docx-templates@4.15.0",),
}
"""Compared only: nothing here depends on them."""
MINUTES = 3


class CannotRenderError(Exception):
    """A peer gave no document, and these are its words."""


@dataclass(frozen=True, slots=True)
class NodePeer:
    """A renderer that answers, one question a line."""

    name: str
    process: subprocess.Popen[str]

    @property
    def title(self) -> str:
        """Return its name and version."""
        package = PLACE / "node_modules" / self.name / "package.json"
        return f"{self.name} {json.loads(package.read_text(encoding='utf-8'))['version']}"

    def render(self, template: Path, data: Path, out: Path | None = None) -> Seconds:
        """Render a document, and return how long the peer itself was at it."""
        asked = {"template": str(template), "data": str(data), "out": str(out) if out else ""}
        if self.process.stdin is None or self.process.stdout is None:
            raise CannotRenderError(self.name)
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        told = json.loads(self.process.stdout.readline() or '{"fault": "it has ended"}')
        if "fault" in told:
            raise CannotRenderError(told["fault"])
        return Seconds(told["milliseconds"] / 1000)


@contextmanager
def node_peers() -> Iterator[list[NodePeer]]:
    """Give the peers that can be had here, and end their processes afterwards."""
    node, missing = shutil.which("node"), _install()
    if node is None or missing:
        say(f"Not compared with {', '.join(PACKAGES)}: {missing or 'node is not here'}.")
        yield []
        return
    surroundings = {**os.environ, "NODE_PATH": str(PLACE / "node_modules")}
    with ExitStack() as running:
        peers = []
        for name in PACKAGES:
            process = subprocess.Popen(
                [node, str(SCRIPTS / f"{name}.js")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=surroundings,
                text=True,
            )
            running.enter_context(process)
            running.callback(process.terminate)
            peers.append(NodePeer(name, process))
        yield peers


def _install() -> str:
    """Put the peers into their place, if they are not there; return what hindered it."""
    if all((PLACE / "node_modules" / name).exists() for name in PACKAGES):
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not here"
    words = [npm, "install", "--no-save", "--no-package-lock", "--ignore-scripts", "--silent"]
    packages = [package for several in PACKAGES.values() for package in several]
    PLACE.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(
            [*words, "--no-audit", "--no-fund", "--prefix", str(PLACE), *packages],
            check=True,
            capture_output=True,
            timeout=MINUTES * 60,
        )
    except (subprocess.SubprocessError, OSError):
        return "npm could not fetch them"
    return ""


def say(words: str) -> None:
    """Print one line."""
    sys.stdout.write(words + "\n")
