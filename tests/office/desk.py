"""Sending files to the reviewer at LibreOffice, and getting them back."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.editors.office import PYTHON
from tests.office.story import REVIEWER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.office.story import Deed

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 120
"""Seconds for all files together."""

Work = tuple[Path, "Sequence[Deed]", Path | None]
"""A file, what the reviewer does to it, and the file it is saved as; None if it is only read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the office shows of a file: what hangs on it when opened, and its words at the end."""

    changes: Counter[tuple[str, str]]
    """Tracked changes by author and kind."""
    comments: list[tuple[str, str]]
    """Author and words."""
    paragraphs: list[str]
    """Those in the cells of tables among them."""


def reviewed(work: Sequence[Work]) -> list[Shown]:
    """Let the reviewer do the work, in one sitting; return what each file shows."""
    listed = [
        (str(source.resolve()), deeds, None if saved is None else str(saved.resolve()))
        for source, deeds, saved in work
    ]
    done = subprocess.run(
        [PYTHON, "-m", "tests.office.reviewer"],
        input=json.dumps({"reviewer": REVIEWER, "work": listed}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return [
        Shown(
            Counter((by, kind) for by, kind in told["changes"]),
            [(by, said) for by, said in told["comments"]],
            told["paragraphs"],
        )
        for told in json.loads(done.stdout)
    ]
