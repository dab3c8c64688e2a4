"""Zips that lie: about names, sizes, places, kinds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from casework.documents.packing import Packed, deflated, pack
from tests.hostile.plain import PLAIN, PNG, packed, with_entry, with_parts
from tests.hostile.verdicts import let_in, refused

MEGABYTE = 1 << 20
END = b"PK\5\6"
DIRECTORY = b"PK\1\2"
OUTSIDE = "path outside the file"


def directory_at(data: bytes) -> int:
    """Return where the directory of a zip begins."""
    return int(struct.unpack_from("<L", data, data.rfind(END) + 16)[0])


def with_field(data: bytes, entry: int, offset: int, form: str, value: int) -> bytes:
    """Return a zip with one number in one entry of its directory changed."""
    changed, at = bytearray(data), directory_at(data)
    for _ in range(entry):
        name, extra, comment = struct.unpack_from("<3H", changed, at + 28)
        at += 46 + name + extra + comment
    struct.pack_into(form, changed, at + offset, value)
    return bytes(changed)


def plus(name: str, part: Packed) -> bytes:
    """Return a plain file with a part packed by hand."""
    return pack([*((n, deflated(p)) for n, p in PLAIN.items()), (name, part)])


def by_zipfile(method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False) -> bytes:
    """Return a plain file as Python's own writer makes it."""
    out = io.BytesIO()
    out.seekable = lambda: not streamed  # type: ignore[method-assign]
    with zipfile.ZipFile(out, "w", method) as package:
        for name, part in PLAIN.items():
            package.writestr(name, part)
    return out.getvalue()


@refused("too large", "25 MB")
def a_file_of_26_megabytes() -> bytes:
    return packed(PLAIN) + b"\0" * (26 * MEGABYTE)


@refused("too many parts")
def more_than_two_thousand_entries() -> bytes:
    return packed({**PLAIN, **{f"word/media/{n}.png": b"" for n in range(2_001)}})


@refused("zip bomb")
def a_bomb_that_tells_its_size() -> bytes:
    return with_parts({"word/media/image1.png": b"\0" * (20 * MEGABYTE)})


@refused("zip bomb")
def a_bomb_that_lies_about_its_size() -> bytes:
    honest = deflated(b"\0" * (40 * MEGABYTE), 6)
    return plus("word/media/image1.png", Packed(honest.method, honest.crc, 100, honest.data))


@refused("zip bomb")
def a_bomb_of_many_middling_parts() -> bytes:
    part = deflated((b"\0" * 180 + bytes(range(256))) * 60_000, 1)
    parts = [(f"word/media/image{n}.png", part) for n in range(9)]
    return pack([*((n, deflated(p)) for n, p in PLAIN.items()), *parts])


@refused("damaged part")
def a_part_larger_than_it_says() -> bytes:
    honest = deflated(PNG * 50)
    return plus(
        "word/media/image1.png", Packed(honest.method, zlib.crc32(PNG), len(PNG), honest.data)
    )


@refused("damaged part")
def a_part_smaller_than_it_says() -> bytes:
    honest = deflated(PNG)
    return plus("word/media/image1.png", Packed(honest.method, honest.crc, 999, honest.data))


@refused("damaged part")
def a_part_with_a_wrong_checksum() -> bytes:
    honest = deflated(PNG)
    return plus("word/media/image1.png", honest._replace(crc=7))


@refused("damaged part")
def words_behind_the_end_of_a_packed_part() -> bytes:
    honest = deflated(PNG)
    return plus("word/media/image1.png", honest._replace(data=honest.data + b"more"))


@refused("embedded file", "in disguise")
def a_zip_called_a_picture() -> bytes:
    return with_parts({"word/media/image1.png": packed(PLAIN)})


@refused("embedded file", "a program")
def a_program_called_a_picture() -> bytes:
    return with_parts({"word/media/image1.png": b"MZ\x90\0" + b"\0" * 200})


@refused("embedded file", "PDF")
def a_pdf_called_a_font() -> bytes:
    return with_parts({"word/fonts/font1.odttf": b"%PDF-1.4 "})


@refused("embedded file", "archive")
def a_packed_file_called_a_drawing() -> bytes:
    return with_parts({"word/media/image1.png": b"\x1f\x8b\x08\0" + b"\0" * 40})


@refused("overlapping parts")
def parts_that_lie_over_one_another() -> bytes:
    data = packed(PLAIN)
    first = struct.unpack_from("<L", data, directory_at(data) + 42)[0]
    return with_field(data, 1, 42, "<L", first)


@refused("hidden data")
def words_before_the_zip() -> bytes:
    return b"PK\3\4 and then something else" + packed(PLAIN)


@refused("hidden data")
def words_behind_the_zip() -> bytes:
    return packed(PLAIN) + b"<script>alert(1)</script>"


@refused("hidden data")
def two_zips_in_one_file() -> bytes:
    other = {**PLAIN, "word/document.xml": PLAIN["word/document.xml"].replace(b"accept", b"reject")}
    return packed(other) + packed(PLAIN)


@refused("hidden data")
def a_part_the_directory_does_not_name() -> bytes:
    whole = with_entry("word/vbaProject.bin", b"VBA" * 40)
    at, end = directory_at(whole), whole.rfind(END)
    last = whole.rfind(DIRECTORY, at)
    tail = struct.pack("<4s4H2LH", END, 0, 0, len(PLAIN), len(PLAIN), last - at, at, 0)
    assert last < end
    return whole[:last] + tail


@refused("hidden data")
def a_second_end_in_the_comment() -> bytes:
    data = packed(PLAIN)
    comment = END + b"\0" * 18
    return data[:-2] + struct.pack("<H", len(comment)) + comment


@refused("not a Word file")
def an_end_that_counts_fewer_parts() -> bytes:
    data = bytearray(packed(PLAIN))
    at = data.rfind(END)
    struct.pack_into("<2H", data, at + 8, 2, 2)
    return bytes(data)


@refused("not a Word file")
def a_name_that_differs_from_the_directory() -> bytes:
    data = packed(PLAIN)
    return data.replace(b"word/styles.xml", b"word/stiles.xml", 1)


@refused("not a Word file")
def a_method_that_differs_from_the_directory() -> bytes:
    return with_field(packed(PLAIN), 2, 10, "<H", 0)


@refused("duplicate part")
def the_same_part_twice() -> bytes:
    return with_entry("word/document.xml")


@refused("duplicate part")
def the_same_part_in_capitals() -> bytes:
    return with_entry("WORD/Document.XML")


@refused("duplicate part")
def the_same_part_with_the_other_slash() -> bytes:
    return with_entry("word\\document.xml")


@refused("duplicate part")
def the_same_part_with_two_slashes() -> bytes:
    return with_entry("word//document.xml")


@refused("duplicate part")
def the_same_part_with_a_letter_in_percent() -> bytes:
    return with_entry("word/%64ocument.xml")


@refused("duplicate part")
def the_same_part_with_a_dot_at_its_end() -> bytes:
    return with_entry("word/document.xml.")


@refused(OUTSIDE)
def a_name_that_climbs_out() -> bytes:
    return with_entry("../../evil.xml")


@refused(OUTSIDE)
def a_name_that_climbs_out_in_percent() -> bytes:
    return with_entry("word/%2e%2e/%2e%2e/evil.xml")


@refused(OUTSIDE)
def a_name_from_the_root() -> bytes:
    return with_entry("/etc/evil.xml")


@refused(OUTSIDE)
def a_name_with_a_drive() -> bytes:
    return with_entry("C:evil.xml")


@refused(OUTSIDE)
def a_name_with_backslashes() -> bytes:
    return with_entry("..\\evil.xml")


@refused(OUTSIDE)
def a_name_with_a_nought_in_it() -> bytes:
    return with_entry("word/x.xml\0.png")


@refused(OUTSIDE)
def a_name_with_a_line_end() -> bytes:
    return with_entry("word/x\n.xml")


@refused(OUTSIDE)
def a_name_that_is_turned_around() -> bytes:
    return with_entry("word/gnp.\u202exml")


@refused("symbolic link")
def a_link_to_a_file_of_the_machine() -> bytes:
    data = with_entry("word/media/image1.png", b"/etc/passwd")
    return with_field(data, len(PLAIN), 38, "<L", 0o120777 << 16)


@refused("encrypted part")
def a_part_with_a_password() -> bytes:
    return with_field(packed(PLAIN), 3, 8, "<H", 0x801)


@refused("encrypted part")
def a_part_packed_in_another_way() -> bytes:
    return by_zipfile(zipfile.ZIP_BZIP2)


@refused("encrypted part")
def a_part_packed_in_an_unknown_way() -> bytes:
    return with_field(packed(PLAIN), 3, 10, "<H", 99)


@refused("not a Word file")
def sizes_of_the_larger_kind_without_the_sizes() -> bytes:
    return with_field(packed(PLAIN), 2, 20, "<L", 0xFFFFFFFF)


@let_in()
def sizes_written_behind_the_parts() -> bytes:
    return by_zipfile(streamed=True)


@let_in()
def parts_that_are_not_packed() -> bytes:
    return by_zipfile(zipfile.ZIP_STORED)


@let_in()
def folders_in_the_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for folder in ("word", "word/_rels", "_rels"):
            package.mkdir(folder)
        for name, part in PLAIN.items():
            package.writestr(name, part)
    return out.getvalue()


@let_in()
def zip_records_of_the_larger_kind() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in PLAIN.items():
            with package.open(name, "w", force_zip64=True) as stream:
                stream.write(part)
    return out.getvalue()


@let_in()
def zeros_behind_the_zip() -> bytes:
    return packed(PLAIN) + b"\0" * 512


@let_in()
def a_line_end_behind_the_zip() -> bytes:
    return packed(PLAIN) + b"\r\n"


@let_in()
def a_comment_of_the_zip() -> bytes:
    note = b"scanned by the mail gateway"
    return packed(PLAIN)[:-2] + struct.pack("<H", len(note)) + note
