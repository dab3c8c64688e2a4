"""The wording of a template, read from its `wording.txt`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WORDING_FILE: Final = "wording.txt"
SECTION: Final = re.compile(r"\[([a-z ]+)\]")


def read_wording(folder: Path) -> Mapping[str, list[str]]:
    """Return the lines of each section of a wording file; comments and blank lines left out."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (folder / WORDING_FILE).read_text(encoding="utf-8").splitlines():
        section = SECTION.fullmatch(line)
        if section:
            lines = sections.setdefault(section[1], [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return sections
