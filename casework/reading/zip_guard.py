"""Zipped documents opened with care: bombs, encryption, macros and entities are refused."""

import io
import zipfile
import zlib

from lxml import etree

from casework.errors import RefusedInputError

MOST_ENTRIES = 2000
LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes, all parts together."""
LARGEST_PART = 40 * 1024 * 1024
"""Bytes of one XML part. A thousand pages of text have about five million."""
_STEEPEST_RATIO = 250
"""Unpacked to packed. XML of real documents stays below a hundred."""
_RATIO_MATTERS_FROM = 2 * 1024 * 1024
_ENCRYPTED_FLAG = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(KeyError, RuntimeError, ValueError, NotImplementedError),
)
"""What the standard library raises over a broken, encrypted or oddly packed part."""
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("basic/", "scripts/")


class GuardedZip:
    """A zip file whose sizes were checked before anything was unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file, or refuse it in one sentence."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as fault:
            raise self.refusal("is damaged and cannot be opened: ask for it again") from fault
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._refuse_bombs()
        self._refuse_macros()

    def __contains__(self, part: str) -> bool:
        """Return whether the file has this part."""
        return part in self._parts

    def xml(self, part: str) -> etree._Element:
        """Return one part as a tree, without entities, network or DTD."""
        content = self.read(part)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or _is_utf16(content):
            raise self.refusal("holds a document type declaration, which no Word file needs")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise self.refusal("is damaged and cannot be read: ask for it again") from fault

    def read(self, part: str) -> bytes:
        """Return one part's bytes, never more than the limit whatever its header claims."""
        try:
            with self._zip.open(self._parts[part]) as stream:
                content = stream.read(LARGEST_PART + 1)
        except _BROKEN as fault:
            raise self.refusal("is damaged or encrypted: ask for an open copy") from fault
        if len(content) > LARGEST_PART:
            raise self.refusal("is too large to be read")
        return content

    def _refuse_bombs(self) -> None:
        parts = self._parts.values()
        if len(self._zip.infolist()) > MOST_ENTRIES:
            raise self.refusal(f"has more than {MOST_ENTRIES} parts, which no document needs")
        if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
            raise self.refusal("is encrypted: ask for a copy without a password")
        unpacked = sum(part.file_size for part in parts)
        packed = max(1, sum(part.compress_size for part in parts))
        steep = unpacked > _RATIO_MATTERS_FROM and unpacked > _STEEPEST_RATIO * packed
        if unpacked > LARGEST_UNPACKED or steep:
            raise self.refusal("unpacks to far more than a document holds and was not opened")

    def _refuse_macros(self) -> None:
        names = [name.lower() for name in self._parts]
        if any(name.endswith(_MACROS) or name.startswith(_MACRO_FOLDERS) for name in names):
            raise self.refusal("holds macros: ask for a copy without them (a plain .docx or .odt)")

    def refusal(self, why: str) -> RefusedInputError:
        """Return a refusal that names the file."""
        return RefusedInputError(f"“{self._name}” {why}.")


def _is_utf16(content: bytes) -> bool:
    """Return whether the part hides from the search for declarations in another encoding."""
    return content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]
