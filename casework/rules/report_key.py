"""One key per report, however its address has changed over the years."""

import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256 as hashed
from unicodedata import normalize
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from casework.errors import RefusedInputError

HOME = "hmicfrs.justiceinspectorates.gov.uk"
"""The inspectors' host today; every older one is read as this."""

_OLD_HOSTS = frozenset({"justiceinspectorates.gov.uk", "hmic.justiceinspectorates.gov.uk"})
_ASSETS = frozenset({"assets-hmicfrs.justiceinspectorates.gov.uk"})
_OLD_FOLDERS = frozenset({"hmic", "hmicfrs"})
_REPORT_ROOMS = frozenset({"publications", "publication", "publication-html"})
_ARCHIVED = re.compile(
    r"^(?:https?://)?(?:webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?|web\.archive\.org/web)"
    r"/[0-9*]{4,14}[a-z_]*/(?=\S)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id)$", re.IGNORECASE)
_KEPT = "-._~!$'()*,;:@+"
_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-"})
_LONGEST_TITLE = 80


def report_key(address: str) -> str:
    """Return the key of the report at an address: host and path, as they are today.

    Every form the inspectors have given the address of one report has the same
    key, and the key of a key is itself.
    """
    parts = _parted(_unarchived(address.strip()))
    host = _host(parts)
    if "." not in host or any(sign.isspace() for sign in host):
        raise _refusal(address)
    path = _steps(parts.path)
    if _is_inspectors(host, path):
        return _inspectors_key(address, _todays_steps(path), parts.query)
    query = _telling_query(parts.query)
    return "/".join((host, *path)) + (f"?{query}" if query else "")


def content_key(title: str, published: date | None, sha256: str) -> str:
    """Return the key of a report without an address: its title, day and bytes."""
    plain = normalize("NFKC", title).casefold()
    words = re.sub(r"[\W_]+", "-", plain).strip("-")[:_LONGEST_TITLE].strip("-")
    day = published.isoformat() if published else "undated"
    return f"content/{words or 'untitled'}/{day}/{sha256.lower()}"


def findings_key(title: str, findings: Sequence[str]) -> str:
    """Return the key of a report by its title and the words of its findings.

    Another edition says the same under another date: it is the same report.
    """
    words = "|".join(re.sub(r"[\W_]+", "", normalize("NFKC", text).casefold()) for text in findings)
    return content_key(title, None, hashed(words.encode()).hexdigest())


def _unarchived(address: str) -> str:
    while match := _ARCHIVED.match(address):
        address = address[match.end() :]
    return address


def _parted(address: str) -> SplitResult:
    named = _SCHEME.match(address)
    has_port = named and re.match(r"\d", address[named.end() :])
    whole = address if named and not has_port else f"https://{address.removeprefix('//')}"
    try:
        parts = urlsplit(whole)
        parts.port  # noqa: B018 - asking for it is what checks it
    except ValueError as error:
        raise _refusal(address) from error
    if parts.scheme not in {"http", "https"}:
        raise _refusal(address)
    return parts


def _refusal(address: str) -> RefusedInputError:
    return RefusedInputError(
        f"{address!r} is not the web address of a report: copy it from the browser."
    )


def _host(parts: SplitResult) -> str:
    name = (parts.hostname or "").strip(".")
    while name.startswith("www.") and "." in name.removeprefix("www.").strip("."):
        name = name.removeprefix("www.").strip(".")
    port = parts.port
    return name if port in {None, 80, 443} else f"{name}:{port}"


def _steps(path: str) -> list[str]:
    # Decoded and coded again, so that two spellings of one letter are one.
    steps = [quote(unquote(step).translate(_DASHES).strip(), _KEPT) for step in path.split("/")]
    plain = [step for step in steps if step not in {"", ".", ".."}]
    if plain and re.fullmatch(r"index\.(html?|php)", plain[-1].lower()):
        plain.pop()
    return plain


def _is_inspectors(host: str, path: list[str]) -> bool:
    if host in _OLD_HOSTS:
        return host.startswith("hmic.") or (bool(path) and path[0].lower() in _OLD_FOLDERS)
    return host == HOME or host in _ASSETS


def _inspectors_key(address: str, steps: list[str], query: str) -> str:
    number = dict(parse_qsl(query)).get("p", "")
    if not steps and number.isdecimal() and number.isascii():
        # WordPress' own short link, which feeds give as a report's identity.
        return f"{HOME}?p={number}"
    if not steps or (steps[0] in _REPORT_ROOMS and steps[1:2] in ([], ["page"])):
        # One key for a list would make one case of every report on it.
        raise RefusedInputError(
            f"{address!r} is a list of reports, not a report: open one and copy its address."
        )
    return "/".join((HOME, *steps))


def _todays_steps(as_given: list[str]) -> list[str]:
    path = [step.lower() for step in as_given]
    while path and path[0] in _OLD_FOLDERS:
        path = path[1:]
    if path[:2] == ["wp-content", "uploads"]:
        path = path[1:]
    if len(path) > 1 and path[0] in _REPORT_ROOMS:
        # What follows the slug is a chapter, a page number or a print view.
        return ["publications", path[1]]
    return path


def _telling_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in pairs if not _TRACKING.match(pair[0])))
