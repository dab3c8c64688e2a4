"""Files that other systems send as the body of a request, and files they are given."""

import re
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.responses import Response

from casework.errors import RefusedInputError
from web.api.changes import Changing, quoted, raw
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
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in kinds:
            raise RefusedError(415, "not-this-type", f"Send this as {' or '.join(kinds)}.")
        if len(body) > MOST_BYTES:
            said = "This file is larger than 25 MB: send a smaller one."
            raise RefusedError(413, "too-large", said)
        if not body:
            raise RefusedInputError("This file is empty: send another one.")
        return body

    return Depends(read)


def a_name(given: str) -> str:
    """Return the name of a file without its folders, as it may stand in a sentence."""
    return shown_name(re.sub(r"^\.+", "", given) or "file")


def given(data: bytes, name: str, kind: str, head: str) -> Response:
    """Return a file to be saved, with the state of its case."""
    answer = attachment(data, name, kind)
    answer.headers["etag"] = quoted(head)
    return answer
