"""The published forms of one Word file, written into a folder whole or not at all."""

import json
import shutil
import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.given import a_day, a_file, text_of, today

if TYPE_CHECKING:
    from models.shapes.word import PublishedDetails

UNDATED = date(2000, 1, 1)
"""The date in a file's properties where nothing tells one: the clock would change the bytes."""


def write_forms(data: bytes, name: str, folder: str, facts: str | None) -> dict[str, Any]:
    """Write page, PDF and Word file, and return what was written."""
    from casework.documents.publishable import publishable_forms

    _refuse_held_back(data, name)
    if facts:
        _refuse_errors(data, name, facts)
    forms = publishable_forms(data, _details(data, name, facts))
    files = {"html": forms.html, "pdf": forms.pdf, "docx": forms.docx}
    _write(Path(folder), {f"response.{form}": body for form, body in files.items()})
    return {
        "words": len(forms.words.split()),
        # What is not equal is refused before anything is written.
        "equal": True,
        "files": {
            form: {"sha256": sha256(body).hexdigest(), "bytes": len(body)}
            for form, body in files.items()
        },
        "left_out": list(forms.left_out),
    }


def _refuse_held_back(data: bytes, name: str) -> None:
    """Refuse a file that the gate keeps out, or in which something is not settled."""
    from casework.documents.gate import admit
    from casework.errors import RefusedInputError
    from models.shapes.word import LeftOverKind

    left = [one for one in admit(data).left_overs if one.kind is not LeftOverKind.METADATA]
    if left:
        first = left[0]
        by = f" by {first.author}" if first.author else ""
        more = f", and {len(left) - 1} more like it" if len(left) > 1 else ""
        message = (
            f"{name} cannot be published yet: it holds a {first.kind.value.replace('_', ' ')}{by} "
            f"(“{first.where}”){more}. Settle them, and try again; `section55 gate` lists them all."
        )
        raise RefusedInputError(message)


def _refuse_errors(data: bytes, name: str, facts: str) -> None:
    """Refuse a file in which the checks find an error, naming the first and how many more."""
    from casework.errors import RefusedInputError
    from casework.examining import examine
    from casework.registers.facts_file import read_facts
    from casework.rules.check_blocks import error_blocks

    known = read_facts(*a_file(facts))
    found = list(error_blocks(examine(data, known, known.checked_on or today())))
    if found:
        more = f" Errors beside it: {len(found) - 1}." if len(found) > 1 else ""
        message = (
            f"{name} cannot be published yet: {found[0].words}{more} "
            "`section55 check` lists them all."
        )
        raise RefusedInputError(message)


def _details(data: bytes, name: str, facts: str | None) -> "PublishedDetails":
    from models.shapes.word import PublishedDetails

    said = _facts(facts) if facts else {}
    report = said.get("report") or {}
    office = said.get("office") or {}
    signed = said.get("signed_on")
    title = report.get("title")
    return PublishedDetails(
        title=f"Response to {title}" if title else _title(data, name),
        language=said.get("language") or "en-GB",
        author=office.get("name") or "",
        dated=a_day(signed) if signed else UNDATED,
    )


def _facts(path: str) -> dict[str, Any]:
    from casework.errors import RefusedInputError

    text, name = text_of(path)
    try:
        said = json.loads(text)
    except ValueError as fault:
        message = f"{name} is not JSON: write it with `section55 case facts REFERENCE --json`."
        raise RefusedInputError(message) from fault
    if not isinstance(said, dict):
        message = f"{name} holds no facts: write it with `section55 case facts REFERENCE --json`."
        raise RefusedInputError(message)
    return said


def _title(data: bytes, name: str) -> str:
    """Return the title the document itself bears, else its file's name."""
    from casework.documents.read_back import read_back
    from models.shapes.word import TextKind

    blocks = [block for block in read_back(data).blocks if block.text.strip()]
    for kind in (TextKind.TITLE, TextKind.HEADING):
        for block in blocks:
            if block.kind is kind:
                return " ".join(block.text.split())
    return Path(name).stem


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files beside the folder first, then move them in: never half of one."""
    from casework.errors import DoorError, RefusedInputError

    if folder.exists() and not folder.is_dir():
        raise RefusedInputError(f"{folder} is a file: give the name of a folder with -o.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as fault:
        message = f"{folder} cannot be written ({fault.strerror}): choose another folder with -o."
        raise DoorError(message) from fault
    try:
        for file, body in files.items():
            (aside / file).write_bytes(body)
        folder.mkdir(exist_ok=True)
        for file in files:
            (aside / file).replace(folder / file)
    except OSError as fault:
        message = f"{folder} could not be written ({fault.strerror}): nothing half-done is left."
        raise DoorError(message) from fault
    finally:
        shutil.rmtree(aside, ignore_errors=True)
