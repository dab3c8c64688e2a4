"""A page that only leads to a report: where the report itself is."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.etree import ParserError

_GET = re.compile(
    r"^(get|read|view|open|see)\s+(the|this)\s+(full\s+)?(report|letter)\b", re.IGNORECASE
)


def full_report(page: bytes, at: str) -> str:
    """Return the address of the full text a landing page leads to; empty if it leads to none.

    The text on its own page goes before a PDF: its structure can be read more surely.
    """
    try:
        tree = html.document_fromstring(page)
    except (ParserError, ValueError):
        return ""
    room, _, slug = urlsplit(at).path.strip("/").rpartition("/")
    if room.endswith("publication-html"):
        return ""  # this is the full text
    found: list[tuple[int, str]] = []
    for anchor in tree.iter("a"):
        address = _resolved(at, anchor.get("href") or "")
        path = urlsplit(address).path
        if not address or address == urldefrag(at).url:
            continue
        if slug and path.strip("/") == f"publication-html/{slug}":
            found.append((0, address))
        elif _GET.match(" ".join("".join(map(str, anchor.itertext())).split())):
            found.append((2 if path.lower().endswith(".pdf") else 1, address))
    return min(found, default=(0, ""))[1]


def _resolved(at: str, link: str) -> str:
    try:
        address = urldefrag(urljoin(at, link.strip())).url if link.strip() else ""
        return address if urlsplit(address).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
