"""The previews of a template, written into a folder: to be looked at and thrown away."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.documents.descriptions import DocumentDescription
    from casework.documents.workshop.faults import Preview

UNDATED = date(2000, 1, 1)
"""The date in the files' properties: the clock would change their bytes."""


def write_previews(
    previews: "Sequence[Preview]", description: "DocumentDescription", folder: Path
) -> dict[str, list[str]]:
    """Write every preview as Word file, page and PDF; return the files of each by its name."""
    from casework.errors import DoorError

    written: dict[str, list[str]] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for preview in previews:
            for ending, body in _forms(preview, description).items():
                file = folder / f"{preview.name}.{ending}"
                aside = file.with_suffix(f".{ending}.part")
                aside.write_bytes(body)
                aside.replace(file)
                written.setdefault(preview.name, []).append(str(file))
    except OSError as fault:
        message = f"{folder} cannot be written ({fault.strerror}): choose another folder with -o."
        raise DoorError(message) from fault
    return written


def _forms(preview: "Preview", description: "DocumentDescription") -> dict[str, bytes]:
    """Return the files of a preview; a letter without a title has no page and no PDF."""
    from casework.documents.publishable import publishable_forms
    from casework.errors import CaseworkError
    from models.shapes.word import PublishedDetails

    if preview.document is None:
        return {}
    details = PublishedDetails(
        title=f"{description.title}: preview “{preview.name}”",
        language=description.language,
        author="",
        dated=UNDATED,
    )
    try:
        forms = publishable_forms(preview.document, details)
    except CaseworkError:
        return {"docx": preview.document}
    return {"docx": preview.document, "html": forms.html, "pdf": forms.pdf}
