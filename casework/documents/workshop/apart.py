"""Rendering a template nobody vouches for: in a process of its own, with little time and room.

What office staff wrote may go round in circles or fill the memory. The child
is killed for it, and nothing of the service is touched.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casework.documents.descriptions import DESCRIPTION_FILE, FIELDS, TEMPLATE_FILE
from casework.documents.workshop.plain import as_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.documents.descriptions import DocumentDescription, Fields

CHILD: Final = "casework.documents.workshop.child"
ORDER_FILE: Final = "order.json"
LAST_WORDS: Final = "last-words"
SHOWN: Final = 200
NOT_A_NAME: Final = re.compile(r"[^\w-]")
LONGEST_NAME: Final = 60
MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use up."""

    processor_seconds: int = 10
    seconds: int = 20
    """By the clock on the wall."""
    memory: int = 512 * MEGABYTE
    file: int = 25 * MEGABYTE
    """The size of one document; the gate would refuse a larger one."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What became of one set of fields: a Word file, or a sentence that says why there is none."""

    document: bytes | None
    refusal: str = ""


USUAL: Final = Limits()


def render_apart(
    template: bytes,
    description: DocumentDescription,
    values: Sequence[Fields],
    limits: Limits = USUAL,
) -> tuple[Rendering, ...]:
    """Return what a template makes of each set of fields, rendered in a child process.

    The template must have passed the gate. Nothing the child does is trusted:
    it hands back files, whose sizes are limited, and sentences.
    """
    with tempfile.TemporaryDirectory(prefix="section55-") as room:
        folder = Path(room) / (NOT_A_NAME.sub("-", description.name)[:LONGEST_NAME] or "template")
        folder.mkdir()
        (folder / TEMPLATE_FILE).write_bytes(template)
        (folder / DESCRIPTION_FILE).write_text(_as_toml(description), encoding="utf-8")
        order = {
            "processor_seconds": limits.processor_seconds,
            "memory": limits.memory,
            "file": limits.file,
            "values": [as_plain(each) for each in values],
        }
        (folder / ORDER_FILE).write_text(json.dumps(order), encoding="utf-8")
        ended = _run(folder, limits)
        return tuple(_rendering(folder, number, ended, limits) for number in range(len(values)))


def _as_toml(description: DocumentDescription) -> str:
    """Return a document.toml that says all of it in one file. JSON's words are TOML's too."""
    kind = next(name for name, shape in FIELDS.items() if shape is description.fields)
    head = {
        "title": description.title,
        "type": description.type,
        "language": description.language,
        "fields": kind,
    }
    rules = ", ".join(
        f"{{ key = {json.dumps(rule.key)}, title = {json.dumps(rule.title)}, "
        f'owner = "{rule.owner.value}", required = {json.dumps(rule.required)} }}'
        for rule in description.regions
    )
    lines = [f"{name} = {json.dumps(words)}" for name, words in head.items()]
    return "\n".join([*lines, f"regions = [{rules}]", ""])


def _run(folder: Path, limits: Limits) -> str:
    """Run the child to its end, or end it; return why it stopped early, or nothing."""
    # Isolated: no variables, no user's packages, no modules from the current folder.
    # It writes no compiled modules either: cut off by its limits, half of one would stay for all.
    words = [sys.executable, "-I", "-B", "-X", "utf8", "-m", CHILD, str(folder)]
    told = folder / LAST_WORDS
    try:
        with told.open("wb") as last_words:
            done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
                words,
                cwd=folder,
                env={},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=last_words,
                timeout=limits.seconds,
                check=False,
            )
    except subprocess.TimeoutExpired:
        return f"it was still not ready after {limits.seconds} seconds, and was stopped"
    if done.returncode == -signal.SIGXCPU:
        spent = f"{limits.processor_seconds} seconds of the processor"
        return f"it used more than {spent}, and was stopped"
    if done.returncode < 0:
        return "it used more of the machine than there is, and was stopped"
    if done.returncode == 0:
        return ""
    last = (told.read_text(encoding="utf-8", errors="replace").splitlines() or [""])[-1]
    return f"it stopped without a document ({last[:SHOWN] or done.returncode})"


def _rendering(folder: Path, number: int, ended: str, limits: Limits) -> Rendering:
    made, told = folder / f"{number}.docx", folder / f"{number}.txt"
    if told.is_file():
        return Rendering(None, told.read_text(encoding="utf-8", errors="replace")[:1000])
    # A document counts once it bears its last name: half of one never does.
    if made.is_file() and made.stat().st_size <= limits.file:
        return Rendering(made.read_bytes())
    return Rendering(None, f"The template could not be rendered: {ended or 'nothing was made'}.")
