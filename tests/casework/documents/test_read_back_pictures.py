"""Pictures of an edited Word file: carried with their alternative text, or told of."""

from __future__ import annotations

import pytest

from casework.documents.read_back import read_back
from models.shapes.word import Picture, ReadBack, TextKind
from tests.casework.documents.raw_pictures import (
    DECORATIVE,
    JPEG,
    camera,
    chunk,
    drawing,
    edge_of,
    jpeg,
    png,
    segment,
    with_pictures,
)
from tests.casework.documents.raw_word import edged, para, run, word_file

DOTS = png()
FOR_PRINT = JPEG.replace(
    segment(0xC0, b"\x08\0\4\0\x08\1\1\x11\0"), segment(0xC0, b"\x08\0\4\0\x08\4" + b"\1\x11\0" * 4)
)
"""A picture in the four colours of a printing press."""


def shown(body: str, **pictures: bytes) -> ReadBack:
    return read_back(with_pictures(word_file(body), **(pictures or {"rIdP": DOTS})))


def pictures_of(read: ReadBack) -> list[Picture]:
    return [span.picture for block in read.blocks for span in block.spans if span.picture]


def test_a_picture_stands_where_it_stands_among_the_words() -> None:
    read = shown(para(run("Signed ") + drawing("rIdP", "Ada Marsh’s signature") + run(" here")))
    before, picture, after = read.blocks[0].spans
    assert (before.text, picture.text, after.text) == ("Signed ", "", " here")
    assert picture.picture == Picture(DOTS, "image/png", "Ada Marsh’s signature", 120, 60)
    assert read.unmapped == read.obstacles == ()


def test_a_picture_words_flow_around_follows_its_paragraph() -> None:
    read = shown(para(drawing("rIdP", "A crest", kind="anchor") + run("Words")))
    assert [block.text for block in read.blocks] == ["Words", ""]
    assert read.blocks[1].is_picture


def test_a_picture_alone_takes_the_caption_below_it() -> None:
    read = shown(para(drawing("rIdP", "A chart")) + para("Figure 1: Crime", "Caption") + para("x"))
    assert [(block.kind, block.caption, block.text) for block in read.blocks] == [
        (TextKind.PARAGRAPH, "Figure 1: Crime", ""),
        (TextKind.PARAGRAPH, None, "x"),
    ]


def test_a_decorative_picture_needs_no_words() -> None:
    read = shown(para(drawing("rIdP", mark=DECORATIVE, file="")))
    assert pictures_of(read)[0].decorative
    assert read.obstacles == ()


def test_an_old_picture_is_carried_too() -> None:
    old = (
        '<w:r><w:pict><v:shape alt="A map" style="width:1in;height:36pt">'
        '<v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r>'
    )
    (picture,) = pictures_of(shown(para(old)))
    assert (picture.alternative, picture.width, picture.height) == ("A map", 72, 36)


def test_a_picture_is_known_by_its_bytes_and_not_by_its_name() -> None:
    (picture,) = pictures_of(shown(para(drawing("rIdP", "x")), rIdP=jpeg(camera(1, b"a"))))
    assert picture.media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("run_of_it", "picture", "told"),
    [
        (drawing("rIdP", file=""), DOTS, "Picture 1 of the text has no alternative text"),
        (drawing("rIdP", "C:\\home\\crest.png"), DOTS, "is none that a person wrote"),
        (drawing("rIdP", "IMG_0042.JPG"), DOTS, "is none that a person wrote"),
        (drawing("rIdP", "A sign Description automatically generated"), DOTS, "none that a person"),
        (drawing("rIdP", "Dots", crop='<a:srcRect l="1000"/>'), DOTS, "is cropped"),
        (drawing("rIdP", "Dots", turn=' rot="5400000"'), DOTS, "is turned in Word"),
        (drawing("rIdP", "Dots", turn=' flipH="1"'), DOTS, "is turned in Word"),
        (drawing("rIdP", "Dots"), FOR_PRINT, "not every web page can show (CMYK)"),
        (drawing("rIdP", "Dots"), b"GIF89a", "not every web page can show (GIF)"),
        (drawing("rIdP", "Dots"), DOTS[:16] + b"\xff" * 8 + DOTS[24:], "far more dots than a page"),
        (
            drawing("rIdP", "Dots"),
            png(4, 2, chunk(b"iCCP", bytes(5_000_000))),
            "far more dots than a page",
        ),
        (drawing("rIdP", "Dots"), b"\x89PNG\r\n\x1a\n", "is damaged"),
        (drawing("rIdP", "Dots"), b"\xff\xd8\xff", "is damaged"),
    ],
)
def test_what_cannot_be_published_as_it_stands_is_said_in_one_sentence(
    run_of_it: str, picture: bytes, told: str
) -> None:
    (obstacle,) = shown(para(run_of_it), rIdP=picture).obstacles
    assert told in obstacle
    assert obstacle.endswith(".")


@pytest.mark.parametrize("kind", ["chart", "diagram"])
def test_charts_and_diagrams_are_told_of_and_held_back(kind: str) -> None:
    uri = f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    thing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Crime by year"/>'
        f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    read = shown(para(run("x") + thing))
    assert read.unmapped == (f"A {kind} was left out: “Crime by year”",)
    assert f"The {kind} “Crime by year” cannot be shown on a web page" in read.obstacles[0]


def test_a_group_of_pictures_is_told_of_as_one_drawing() -> None:
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
    both = drawing("rIdP", "Two").replace(
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"', f'uri="{uri}"'
    )
    read = shown(para(both))
    assert read.unmapped == ("A drawing made of several pieces was left out: “Two”",)
    assert len(read.obstacles) == 1


def test_a_watermark_in_a_header_holds_the_file_back() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    data = word_file(para("x") + edged(), header1=edge_of("header", para(mark)))
    assert "The words “DRAFT” are drawn as a picture" in read_back(data).obstacles[0]


def test_the_crest_of_a_letterhead_needs_no_alternative_text() -> None:
    header = edge_of("header", para(drawing("rIdC", file="")))
    data = with_pictures(word_file(para("x") + edged(), header1=header), "header1", rIdC=DOTS)
    read = read_back(data)
    assert read.obstacles == read.unmapped == ()
    assert read.edges[0].blocks[0].is_picture


def test_a_picture_whose_dots_are_missing_is_told_of() -> None:
    read = shown(para(drawing("rIdGone", "A crest")))
    assert read.unmapped == ("A picture was left out: “A crest”",)
    assert "The picture “A crest” cannot be shown" in read.obstacles[0]
