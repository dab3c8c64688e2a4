"""What somebody ill-meaning, or a broken program, might type or upload."""

import zipfile
from functools import cache
from io import BytesIO

from tests.builders import word_file_of

SCRIPT = "<script>alert(1)</script>"
PICTURE = "'\"><img src=x onerror=alert(1)>"
TYPED = {
    "empty": "",
    "spaces": "   ",
    "nul": "a\x00b",
    "script": SCRIPT,
    "picture": PICTURE,
    "template": "{{7*7}}{% for x in y %}",
    "path": "../../etc/passwd",
    "turned round": "invoice\u202egnp.exe",
    "emoji": "👩🏽‍⚖️🏳️‍🌈",
    "nought": "0",
    "negative": "-1",
    "huge number": "9999999999999999999",
    "no day": "31 02 2022",
    "formula": '=HYPERLINK("https://x.example")',
    "header": "a\r\nSet-Cookie: taken=1",
    "digits of another script": "\u0661\u0662",
    "half a character": "\ud800",
}
LONG = "long " * 200_000


@cache
def uploads() -> dict[str, tuple[str, bytes]]:
    """Return files that are not what they say, or more than they say."""
    return {
        "empty": ("empty.docx", b""),
        "text": ("text.docx", b"only words"),
        "program": ("setup.exe", b"MZ" + bytes(200)),
        "bomb": ("bomb.docx", _zip({"word/document.xml": bytes(40_000_000)})),
        "entity": ("entity.docx", _with_entity()),
        "name": ('../../etc/"pass\r\nwd".docx', b"PK\x03\x04 half a zip"),
        "nul": ("nul.txt", b"a\x00b\xff\xfe\xed\xa0\x80"),
        "toml": ("office.toml", b"[office]\nkey = 3\n[[people]]\n"),
    }


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _with_entity() -> bytes:
    parts = {}
    with zipfile.ZipFile(BytesIO(word_file_of("Words."))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    head = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    document = parts["word/document.xml"]
    at = document.index(b"?>") + 2
    parts["word/document.xml"] = document[:at] + head + document[at:].replace(b"Words.", b"&e;")
    return _zip(parts)
