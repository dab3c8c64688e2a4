"""The links in an alert that lead to reports of the inspectors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import parse_qsl, urlsplit

from lxml import html
from lxml.etree import ParserError

from casework.errors import RefusedInputError
from casework.rules.report_key import HOME, report_key

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+")
_ROOMS = ("publications/", "peel-reports/")
_BUTTON = re.compile(r"^(read|view|see|get|open|click|download|more|https?:)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A report an alert points to."""

    title: str
    address: str


def links_in(letter: EmailMessage) -> list[Link]:
    """Return the reports a letter points to, each once, with the best title the letter gives."""
    subject = " ".join(str(letter["Subject"] or "").split())
    found: dict[str, Link] = {}
    for address, words in _linked(letter):
        report = _report(address)
        if not report:
            continue
        title = "" if _BUTTON.match(words) else words
        known = found.get(report)
        if known is None or (title and known.title == subject):
            found[report] = Link(title or subject, report)
    return list(found.values())


def _linked(letter: EmailMessage) -> Iterator[tuple[str, str]]:
    for part in letter.walk():
        kind = part.get_content_type()
        if kind not in {"text/html", "text/plain"}:
            continue
        text = _text(part)
        if kind == "text/html":
            yield from _anchors(text)
        else:
            yield from ((address.rstrip(".,;"), "") for address in _ADDRESS.findall(text))


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except (LookupError, KeyError, ValueError):
        return ""  # a character set nobody knows
    return content if isinstance(content, str) else ""


def _anchors(text: str) -> Iterator[tuple[str, str]]:
    try:
        tree = html.document_fromstring(text)
    except (ParserError, ValueError):
        return
    for anchor in tree.iter("a"):
        yield anchor.get("href") or "", " ".join("".join(map(str, anchor.itertext())).split())


def _report(address: str) -> str:
    """Return the address of the report, taken out of a counting link where it travels in one."""
    inside = [value for _, value in _parameters(address) if value.startswith("http")]
    for one in (address, *inside):
        try:
            key = report_key(one)
        except (RefusedInputError, ValueError):
            continue
        host, _, path = key.partition("/")
        if host == HOME and path.startswith(_ROOMS):
            return one.strip()
    return ""


def _parameters(address: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(address).query)
    except ValueError:
        return []
