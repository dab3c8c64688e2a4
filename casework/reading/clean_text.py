"""The words of a file as text: decoded, composed, free of control characters."""

import re
import unicodedata

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u200b\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r" [ \t\r\n\f\v]+|[\t\r\n\f\v][ \t\r\n\f\v]*")
"""White space that is not one space already: most lines have none."""
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOK_FOR_CHARSET_IN = 4096
"""Bytes. The HTML standard asks for the declaration within the first 1024."""


def decoded(data: bytes) -> str:
    """Return the bytes as text: by byte order mark, as UTF-8, as declared, or as Windows-1252.

    UTF-8 comes before the declaration because saved pages keep the old
    declaration after the browser has written them anew in UTF-8.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data)


def _as_declared(data: bytes) -> str:
    declared = _DECLARED.search(data[:_LOOK_FOR_CHARSET_IN])
    name = declared.group(1).decode("ascii") if declared else "windows-1252"
    if name.lower().replace("-", "") in {"utf8", "iso88591", "latin1", "ascii", "usascii"}:
        name = "windows-1252"
    try:
        return data.decode(name, errors="replace")
    except (LookupError, UnicodeError, ValueError):
        return data.decode("windows-1252", errors="replace")


def composed(text: str) -> str:
    """Return the text in NFC, without NUL, control characters and lone surrogates."""
    kept = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", kept)


def on_one_line(text: str) -> str:
    """Return the text with runs of breaking white space as one space; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")
