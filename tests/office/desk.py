"""Sending files to the reviewer at LibreOffice, and getting them back."""

from __future__ import annotations

import json
import subprocess
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

Work = tuple[Path, "Sequence[Deed]", Path]
"""A file, what the reviewer does to it, and the file it is saved as."""


def reviewed(work: Sequence[Work]) -> None:
    """Let the reviewer do the work, in one sitting."""
    listed = [(str(source.resolve()), deeds, str(saved.resolve())) for source, deeds, saved in work]
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
