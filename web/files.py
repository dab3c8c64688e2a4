"""Files that come and go: taken up to a limit, given out under a fixed type and a safe name."""

import re
from typing import Final

from fastapi import UploadFile
from starlette.responses import Response

from web.forms import FieldError

MOST_BYTES: Final = 25 * 1024 * 1024
"""Of one file: what the gate takes of a Word file."""
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"
EML: Final = "message/rfc822"
BYTES: Final = "application/octet-stream"


def taken(file: UploadFile | None, field: str, what: str) -> tuple[bytes, str]:
    """Return the bytes and the name of a file handed in; refuse none, an empty or too large one.

    `what` says what is to be chosen: `the Word file you edited`.
    """
    given = optional(file, field)
    if given is None:
        raise FieldError(field, f"Choose {what}.")
    return given


def optional(file: UploadFile | None, field: str) -> tuple[bytes, str] | None:
    """Return the bytes and the name of a file, if one was chosen."""
    if file is None or not file.filename:
        return None
    data = file.file.read(MOST_BYTES + 1)
    name = shown_name(file.filename)
    if len(data) > MOST_BYTES:
        raise FieldError(field, f"{name} is larger than 25 MB: hand in a smaller file.")
    if not data:
        raise FieldError(field, f"{name} is empty: choose another file.")
    return data, name


def shown_name(name: str) -> str:
    """Return the name of a file without its folders, as it may stand in a sentence."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(sign for sign in last if sign.isprintable()).strip()[-80:] or "file"


def attachment(data: bytes, name: str, kind: str) -> Response:
    """Return a file to be saved, never shown in the page's own right."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "file"
    headers = {"content-disposition": f'attachment; filename="{safe}"'}
    return Response(data, media_type=kind, headers=headers)
