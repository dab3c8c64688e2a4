"""A Word file whose parts have other names says the same words."""

from __future__ import annotations

import pytest

from casework.documents import wordml as word
from casework.documents.packing import unpack
from casework.documents.part_names import under_usual_names
from casework.documents.read_back import read_back
from tests.casework.documents.raw_word import item, para, word_file
from tests.hostile import corpus
from tests.hostile.plain import PLAIN, packed

NOTED = word_file(
    para("Heading", "Heading1") + item("first", 1) + para("words"),
    links={"rIdA": "https://www.example.org/"},
)


def test_a_file_with_the_usual_names_is_left_as_it_is() -> None:
    assert under_usual_names(PLAIN) is PLAIN


@pytest.mark.parametrize(
    "name",
    [
        "as word online names its parts",
        "with its text in another folder",
        "with names in mixed case",
        "with the types at the end",
    ],
)
def test_a_file_with_other_names_reads_the_same(name: str) -> None:
    sample = next(each for each in corpus() if each.name == name)
    assert read_back(sample.make()).blocks == read_back(packed(PLAIN)).blocks


def test_lists_links_and_styles_are_found_under_other_names() -> None:
    parts = {}
    for name, part in unpack(NOTED).items():
        plain = part.decode()
        for each in ("document", "styles", "numbering"):
            plain = plain.replace(f"{each}.xml", f"{each}7.xml")
        renamed = name
        for each in ("document", "styles", "numbering"):
            renamed = renamed.replace(f"{each}.xml", f"{each}7.xml")
        parts[renamed] = plain.encode()
    assert word.DOCUMENT_PART not in parts
    told = read_back(packed(parts))
    assert told.blocks == read_back(NOTED).blocks
    assert told.blocks[1].number == "1."


def test_a_part_that_only_bears_the_usual_name_is_not_taken_for_the_text() -> None:
    decoy = PLAIN[word.DOCUMENT_PART].replace(b"accept", b"reject")
    sample = next(each for each in corpus() if each.name == "with its text in another folder")
    parts = {**dict(_entries(sample.make())), word.DOCUMENT_PART: decoy}
    told = under_usual_names(parts)
    assert b"accept" in told[word.DOCUMENT_PART]
    assert set(told) >= {"text/main.xml", word.DOCUMENT_PART}


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]
