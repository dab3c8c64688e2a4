"""Files that are no Word document, told by their first bytes: named, with the way to one."""

from __future__ import annotations

import re
from typing import Final

OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of an old .doc, of an Outlook message, and of a .docx that is encrypted."""
ZIP: Final = b"PK"
RESAVE: Final = "open it in Word and save it as a Word document (.docx)"
NOT_WORD: Final = "not a Word file"
OLD: Final = "old or encrypted file"

HAND_IN_WORD: Final = "hand in the Word document itself"
ASK: Final = "do not use it, and ask whoever sent it for a fresh copy saved in Word"
"""No advice to open what was built to do harm."""
WEB_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
FIRST_BYTES: Final = (
    (re.compile(rb"\s*%PDF"), "a PDF", "ask whoever made it for the Word document behind it"),
    (re.compile(rb"\s*\{\\rtf"), "a file in Rich Text Format", RESAVE),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}", re.DOTALL),
        "a picture",
        HAND_IN_WORD,
    ),
    (WEB_PAGE, "a web page", "if it was a download that failed, sign in and download it again"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml"), "a plain XML file", RESAVE),
    (re.compile(rb"MZ|\x7fELF"), "a program", f"do not open it, and {HAND_IN_WORD}"),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|MSCF"), "an archive of files", HAND_IN_WORD),
    (
        re.compile(rb"(?:From|Received|Return-Path|MIME-Version): ", re.IGNORECASE),
        "an e-mail",
        "save its attachment and hand that in",
    ),
)
COMPOUND: Final = (
    # The labels and passwords stand first: what they hide cannot be told.
    (("DRMEncrypted", "\tDRMContent"), "sensitivity label",
     ("The file is encrypted by a sensitivity label or by rights management: in Word choose a "
     "label without encryption (Home > Sensitivity), or File > Info > Protect Document > "
     "Restrict Access > Unrestricted, then save it and hand it in again.")),
    (("EncryptedPackage", "EncryptionInfo", "StrongEncryption"), "password",
     ("The file is protected by a password: take it off in Word (File > Info > Protect Document > "
     "Encrypt with Password, leave the box empty), save it and hand it in again.")),
    (("__substg1.0", "__properties_version1.0"), NOT_WORD,
     "This is an Outlook message, not a Word document: save its attachment and hand that in."),
    (("WordDocument",), OLD, f"This is a Word document of the old kind (.doc): {RESAVE}."),
    (("Workbook", "Book"), NOT_WORD,
     "This is an Excel workbook, not a Word document: hand in the Word document instead."),
    (("PowerPoint Document",), NOT_WORD,
     "This is a PowerPoint presentation, not a Word document: hand in the Word document instead."),
)  # fmt: skip
"""Names of the streams inside such a file, and what each gives away."""
NOT_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
LOOKED_AT: Final = 4096


def fault_of(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a file that is no zip, and the sentence for it; else None."""
    if data.startswith(OLE2):
        return _compound(data)
    if data.startswith(ZIP):
        return None
    if not data:
        return NOT_WORD, "The file is empty: save it again in Word and hand it in once more."
    head = data[:LOOKED_AT]
    for signs, thing, remedy in FIRST_BYTES:
        if signs.match(head):
            return NOT_WORD, f"This is {thing}, not a Word document: {remedy}."
    if not NOT_TEXT.search(head):
        return NOT_WORD, f"This is plain text, not a Word document: {RESAVE}."
    return NOT_WORD, f"This is not a Word file, or it is damaged: {RESAVE}."


def _compound(data: bytes) -> tuple[str, str]:
    for streams, what, message in COMPOUND:
        if any(stream.encode("utf-16-le") in data for stream in streams):
            return what, message
    message = f"The file is an old .doc or has a password: take the password off, {RESAVE}."
    return OLD, message


FOREIGN: Final = (
    (b"PK\3\4", "another file"),
    (OLE2, "another file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "another document"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"MSCF", "an archive"),
    (b"L\0\0\0\1\x14\2\0", "a shortcut"),
)
COMPRESSED_METAFILES: Final = (".wmz", ".emz")
"""Old drawings are kept gzipped under these endings, and Word writes them so."""


MAC_PICTURE: Final = re.compile(r"media/[^/]*\.pdf$")
"""Word for the Mac keeps drawings as PDF, beside the same as a picture."""


def stowaway(name: str, head: bytes) -> str | None:
    """Return what a part is that pretends to be a picture or the like; None for honest parts."""
    plain = name.casefold()
    if plain.endswith(COMPRESSED_METAFILES) and head.startswith(b"\x1f\x8b"):
        return None
    if MAC_PICTURE.search(plain) and head.startswith(b"%PDF"):
        return None
    if WEB_PAGE.match(head):
        return "a web page"
    return next((thing for signs, thing in FOREIGN if head.startswith(signs)), None)
