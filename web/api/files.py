"""Files that other systems send as the body of a request, and files they are given."""

import re
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.responses import Response

from casework.errors import RefusedInputError
from web.api.changes import Beginning, Changing, quoted, raw
from web.api.problems import RefusedError
from web.api.words import Line
from web.files import MOST_BYTES, attachment, shown_name

FileName = Annotated[
    Line, Query(alias="name", description="What the file is called.", examples=["edited.docx"])
]


def a_file(*kinds: str) -> Any:
    """Return what reads the body as a file of one of these types, as an annotation."""

    def read(change: Changing, request: Request, body: Annotated[bytes, Depends(raw)]) -> bytes:
        del change  # who sends it, and on which state, is asked first
        return _checked(request, body, kinds)

    return Depends(read)


def a_first_file(*kinds: str) -> Any:
    """Return what reads the body as a file that begins something, as an annotation."""

    def read(change: Beginning, request: Request, body: Annotated[bytes, Depends(raw)]) -> bytes:
        del change  # who sends it is asked first
        return _checked(request, body, kinds)

    return Depends(read)


def _checked(request: Request, body: bytes, kinds: tuple[str, ...]) -> bytes:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in kinds:
        raise RefusedError(415, "not-this-type", f"Send this as {' or '.join(kinds)}.")
    if len(body) > MOST_BYTES:
        raise RefusedError(413, "too-large", "This file is larger than 25 MB: send a smaller one.")
    if not body:
        raise RefusedInputError("This file is empty: send another one.")
    return body


def a_name(given: str) -> str:
    """Return the name of a file without its folders, as it may stand in a sentence."""
    return shown_name(re.sub(r"^\.+", "", given) or "file")


def given(data: bytes, name: str, kind: str, head: str) -> Response:
    """Return a file to be saved, with the state of its case."""
    answer = attachment(data, name, kind)
    answer.headers["etag"] = quoted(head)
    return answer
