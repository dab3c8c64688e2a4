"""The files of one response, below its address: the signed bytes and their manifest."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from models.shapes.publication import Publication

PAGE: Final = "index.html"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RESPONSE_KINDS: Final = {
    "response.pdf": "application/pdf",
    "response.docx": WORD,
    "manifest.json": "application/json",
    PAGE: "text/html; charset=utf-8",
}
"""What each file is sent as."""


def response_files(publication: Publication, address: str) -> dict[str, bytes]:
    """Return the files of a response by name, the page last: it points to the others."""
    signed = {
        PAGE: publication.html,
        "response.pdf": publication.pdf,
        "response.docx": publication.docx,
    }
    files = {"manifest.json": _manifest(publication, address, signed)} | signed
    return {name: files[name] for name in RESPONSE_KINDS}


def _manifest(publication: Publication, address: str, files: Mapping[str, bytes]) -> bytes:
    manifest = {
        "reference": publication.reference,
        "address": address,
        "title": publication.title,
        "language": publication.language,
        "report": {
            "title": publication.report_title,
            "address": publication.report_address,
            "published": publication.report_published.isoformat(),
        },
        "response_due": publication.response_due.isoformat(),
        "published": publication.published_on.isoformat(),
        "files": {
            name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in files.items()
        },
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
