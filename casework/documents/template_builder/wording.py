"""The wording of a template, read from its `wording.txt` and what that includes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

WORDING_FILE: Final = "wording.txt"
SHARED: Final = "wording"
"""The folder, beside the document types, of the words they share."""
INCLUDE: Final = "@include "
SECTION: Final = re.compile(r"\[([a-z ]+)\]")


def read_wording(folder: Path) -> Mapping[str, list[str]]:
    """Return the lines of each section of a wording file; comments and blank lines left out."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in _lines(folder / WORDING_FILE, ()):
        section = SECTION.fullmatch(line)
        if section:
            lines = sections.setdefault(section[1], [])
        else:
            lines.append(line)
    return sections


def _lines(path: Path, around: tuple[Path, ...]) -> Iterator[str]:
    """Yield the lines of a file that say something, those of included files in their place."""
    for line in _text(path, around).splitlines():
        if line.startswith(INCLUDE):
            shared = _shared(path, around) / f"{line.removeprefix(INCLUDE).strip()}.txt"
            yield from _lines(shared, (*around, path))
        elif line.strip() and not line.startswith("#"):
            yield line


def _shared(path: Path, around: tuple[Path, ...]) -> Path:
    return (around[0] if around else path).parents[1] / SHARED


def _text(path: Path, around: tuple[Path, ...]) -> str:
    by = around[-1] if around else path
    if path in around:
        message = f"{by.parent.name}/{by.name} includes {path.name}, which includes it again."
        raise SettingsError(message)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{by.parent.name}/{by.name} asks for {path.name}, which cannot be read."
        raise SettingsError(message) from error
