"""Run as a process of its own: give each file of a folder to `section55 gate FILE --json`.

Each runs in a child of this process, which has loaded the command line and
nothing of any file: what a child takes more is the file's own doing.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from typer.testing import CliRunner

import casework.documents.gate.exchange
from casework.documents.gate import inspect
from cli.main import app
from tests.bench.memory import peak


def answer(path: Path) -> dict[str, Any]:
    """Return what the command said of one file, in what time, and at what cost."""
    begun = perf_counter()
    done = CliRunner().invoke(app, ["gate", str(path), "--json"])
    seconds = perf_counter() - begun
    is_traceback = "Traceback" in done.output or done.exit_code not in {0, 2}
    said = {} if is_traceback else json.loads(done.stdout)
    return {"file": path.name, "seconds": seconds, "peak": peak(), "code": done.exit_code, **said}


def answer_apart(path: Path) -> str:
    """Return the same, found in a child that ends with the file."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as told:
            told.write(json.dumps(answer(path)))
            told.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        said = told.read()
    os.waitpid(child, 0)
    return said or json.dumps({"file": path.name, "seconds": 0.0, "peak": 0, "code": -1})


def main(folder: Path) -> None:
    """Answer for every file, one line each; the first line tells what is held before any."""
    with contextlib.redirect_stdout(io.StringIO()):
        casework.documents.gate.exchange.as_json(inspect(b""))
    lines = [json.dumps({"before": peak()}), *map(answer_apart, sorted(folder.iterdir()))]
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
