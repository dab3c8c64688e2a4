"""What counts as an edit of a Word file, and what programs and systems write of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.regions import fill_regions
from casework.documents.render import compile_template
from casework.documents.substance import substance
from tests.casework.documents.fields import STAMP, a_finished_response
from tests.casework.documents.raw_word import SPACES, para, run, word_file
from tests.document_systems import (
    from_a_library,
    labelled,
    saved_again,
    unmarked,
    with_parts,
    with_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
NO_EDITS: dict[str, Callable[[bytes], bytes]] = {
    "a sensitivity label": labelled,
    "a document library": from_a_library,
    "being saved again": saved_again,
    "a system that takes every property off": unmarked,
    "all of it, one after the other": lambda data: labelled(from_a_library(saved_again(data))),
}


@pytest.fixture(scope="module")
def response() -> bytes:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    return template.render(a_finished_response(), STAMP)


@pytest.mark.parametrize("change", NO_EDITS.values(), ids=NO_EDITS.keys())
def test_what_nobody_wrote_is_no_edit_and_passes_the_gate(
    response: bytes, change: Callable[[bytes], bytes]
) -> None:
    handled = change(response)
    assert handled != response
    assert substance(handled) == substance(response)
    report = inspect(handled)
    assert report.accepted, report.blocked


def with_comment(words: str, *, settled: bool = False, number: int = 3) -> bytes:
    """Return a file with one comment on a paragraph."""
    body = (
        f'<w:p><w:commentRangeStart w:id="{number}"/>{run("We agree.")}<w:commentRangeEnd '
        f'w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r></w:p>'
    )
    comments = (
        f'<w:comments {SPACES}><w:comment w:id="{number}" w:author="Ada Marsh">'
        f'<w:p w14:paraId="00AA00AA">{run(words)}</w:p></w:comment></w:comments>'
    )
    done = (
        f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="00AA00AA" w15:done="{settled:d}"/>'
        "</w15:commentsEx>"
    )
    return word_file(body, comments=comments, commentsExtended=done)


def linked(to: str, key: str = "rId9") -> bytes:
    """Return a file with one link."""
    link = f'<w:p><w:hyperlink r:id="{key}">{run("the report")}</w:hyperlink></w:p>'
    return word_file(link, links={key: to})


BASE = word_file(para("We agree.") + para("We act by March."))
EDITS = {
    "a word": (BASE, with_words(BASE, "March", "April")),
    "a full stop": (BASE, with_words(BASE, "We agree.", "We agree")),
    "bold": (BASE, with_words(BASE, "<w:rPr></w:rPr>", "<w:rPr><w:b/></w:rPr>")),
    "a style": (BASE, with_words(BASE, "<w:pPr>", '<w:pPr><w:pStyle w:val="Heading1"/>')),
    "the look of a style": (
        BASE,
        with_words(BASE, "<w:vanish/>", '<w:color w:val="FF0000"/>', "word/styles.xml"),
    ),
    "the order": (BASE, word_file(para("We act by March.") + para("We agree."))),
    "two paragraphs made one": (BASE, word_file(para("We agree.We act by March."))),
    "a tracked change": (
        BASE,
        word_file(
            para(f'<w:del w:id="1" w:author="A">{run("x")}</w:del>{run("We agree.")}')
            + para("We act by March.")
        ),
    ),
    "a comment": (with_comment("Sure?"), with_comment("Surely.")),
    "a comment settled": (with_comment("Sure?"), with_comment("Sure?", settled=True)),
    "the address of a link": (linked("https://a.example/"), linked("https://b.example/")),
}


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS.keys())
def test_what_a_person_changes_is_an_edit(files: tuple[bytes, bytes]) -> None:
    before, after = files
    assert substance(before) != substance(after)


def test_numbers_given_anew_are_no_edit() -> None:
    assert substance(with_comment("Sure?")) == substance(with_comment("Sure?", number=0))
    link = "https://a.example/"
    assert substance(linked(link)) == substance(linked(link, key="rId77"))


def test_a_header_is_part_of_it_and_its_name_is_not() -> None:
    def headed(words: str, name: str) -> bytes:
        header = f"<w:hdr {SPACES}>{para(words)}</w:hdr>"
        file = word_file(para("We agree."), None, **{name: header})
        key = re.search(
            rf'Id="(\w+)" Type="[^"]*/header" Target="{name}.xml"',
            unpack(file)["word/_rels/document.xml.rels"].decode(),
        )
        assert key
        return with_words(
            file, "<w:sectPr>", f'<w:sectPr><w:headerReference w:type="default" r:id="{key[1]}"/>'
        )

    assert substance(headed("Draft", "header1")) == substance(headed("Draft", "header2"))
    assert substance(headed("Draft", "header1")) != substance(headed("Final", "header1"))


def test_a_picture_counts_by_what_it_shows() -> None:
    relations = "word/_rels/document.xml.rels"
    file = with_words(
        word_file('<w:p><w:r><w:drawing><a:blip r:embed="rIdP"/></w:drawing></w:r></w:p>'),
        "</Relationships>",
        '<Relationship Id="rIdP" Type="x/image" Target="media/one.png"/></Relationships>',
        relations,
    )
    first, second = (with_parts(file, {"word/media/one.png": sign}) for sign in (b"1", b"2"))
    assert substance(first) != substance(second)


@given(st.lists(st.text("ab &<", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
@settings(max_examples=60, deadline=None)
def test_words_cut_into_runs_are_the_same_words(words: list[str], data: st.DataObject) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    whole = "".join(words)
    cuts = data.draw(st.lists(st.integers(0, len(whole)), max_size=4).map(sorted))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    one = word_file(para(run(escaped(whole))))
    several = word_file(para("".join(run(escaped(piece)) for piece in pieces)))
    assert substance(one) == substance(several)
    assert substance(one) != substance(word_file(para(run(escaped(whole + "a")))))


def test_one_place_filled_in_is_an_edit_of_a_whole_response(response: bytes) -> None:
    edited = fill_regions(response, {"overview": ["I welcome this report, and say so."]})
    assert substance(edited) != substance(response)
    assert substance(labelled(edited)) == substance(edited)
