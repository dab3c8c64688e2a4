"""What the public sees, for everybody: the register, its feeds and tables, and each response.

The same files as the static site holds, from the record: only what has been seen public.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from casework.publication.public_files import files_of_response, register_files
from casework.publishers.register_files import DOWNLOADS, kind_of
from casework.publishers.response_files import PAGE, RESPONSE_KINDS
from web.visits import place_of

router = APIRouter()
START: Final = "/responses"
STYLE: Final = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
SAVED: Final = frozenset({*DOWNLOADS, "response.pdf", "response.docx"})
"""Files that are saved, not shown in a page's own right."""


@router.api_route(START, methods=["GET", "HEAD"])
def the_register() -> Response:
    """Lead to the register: its links are relative to the slash at its end."""
    return RedirectResponse(f"{START}/", status_code=308)


@router.api_route(START + "/{path:path}", methods=["GET", "HEAD"])
def public_file(request: Request, path: str) -> Response:
    """Give out one public file: a page of the register, a feed, a table, a response."""
    place = place_of(request)
    record, address = place.doors().record, f"{place.address}{START}/"
    data = register_files(record, address, place.now).file(path or PAGE)
    if data is not None:
        return _answer(request, path or PAGE, data, kind_of(path or PAGE))
    slug, slash, name = path.partition("/")
    files = files_of_response(record, address, slug, place.now)
    if files and not slash:
        return RedirectResponse(f"{START}/{slug}/", status_code=308)
    data = files.get(name or PAGE)
    if data is None:
        raise HTTPException(404)
    name = name or PAGE
    answer = _answer(request, name, data, RESPONSE_KINDS[name], f"{slug}-{name}")
    if name == PAGE:
        answer.headers["content-security-policy"] = _policy(data)
    return answer


def _answer(request: Request, name: str, data: bytes, kind: str, saved_as: str = "") -> Response:
    tag = f'"{sha256(data).hexdigest()}"'
    # It may be kept by whoever fetched it, and is asked for anew each time: a correction shows.
    headers = {"etag": tag, "cache-control": "no-cache"}
    if name in SAVED:
        headers["content-disposition"] = f'attachment; filename="{saved_as or name}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=kind, headers=headers)


def _policy(page: bytes) -> str:
    """Return what a signed page may do: show itself in its own style, and nothing else."""
    hashes = [b64encode(sha256(style).digest()).decode() for style in STYLE.findall(page)]
    styles = " ".join(f"'sha256-{one}'" for one in hashes) or "'none'"
    return (
        f"default-src 'none'; img-src data:; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
