"""`python -m tests.mutation [MODULE …] [--sample N]`: in a copy, so that the tree stays whole."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from tests.mutation.asked import asked

ROOT = Path(__file__).parents[2]
UNTOLD = ("--cached", "--others", "--exclude-standard")
"""The files git knows, and new ones it was not told to pass over."""

SETTINGS = "[mutmut]\nsource_paths=casework/rules\ntrack_dependencies=false\n"


def copy_to(folder: Path) -> None:
    """Copy the project's files: neither caches nor what the office made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *UNTOLD], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    (folder / "setup.cfg").write_text(SETTINGS, encoding="utf-8")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Let a kind kill end as Ctrl-C does: with what was found, and the copy taken away."""
    raise KeyboardInterrupt


def main(words: list[str]) -> int:
    """Try the rules in a copy of the project; return what the shell is told."""
    asked(words)
    signal.signal(signal.SIGTERM, _stop)
    with TemporaryDirectory(prefix="section55-mutants-") as folder:
        copy_to(Path(folder))
        at_work = subprocess.Popen(
            [sys.executable, "-m", "tests.mutation.in_the_copy", *words], cwd=folder
        )
        try:
            return at_work.wait()
        except KeyboardInterrupt:
            at_work.send_signal(signal.SIGINT)
            return at_work.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
