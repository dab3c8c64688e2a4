"""Pictures in the published forms: shown, described alike, and without their makers' traces."""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw
import pytest
from lxml import html

from casework.documents.packing import unpack
from casework.documents.publishable import obstacles_to_publishing, publishable_forms
from casework.documents.publishable.pdf_words import alternatives_in_pdf
from casework.documents.publishable.picture_bytes import without_traces
from casework.documents.publishable.words import alternatives_in_html, prove_alike
from casework.errors import RefusedInputError
from models.shapes.word import PublishableForms, PublishedDetails
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
from tests.casework.documents.raw_word import W, edged, para, run, table, word_file

if TYPE_CHECKING:
    from pathlib import Path

DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))
SECRET = b"Beth Hale"


def _bounds(drawn: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    left, low, right, top = drawn.get_bounds()
    return left, low, right, top


def published(body: str, **pictures: bytes) -> PublishableForms:
    whole = para("T", "Title") + body
    return publishable_forms(with_pictures(word_file(whole), **pictures), DETAILS)


@pytest.fixture(scope="module")
def forms() -> PublishableForms:
    body = (
        para(run("A ") + drawing("rIdA", "Signature of Ada Marsh", (90, 30)) + run(" B"))
        + para(drawing("rIdB", "Bars: crime fell by a quarter", (2000, 1000)))
        + para("Figure 1: Crime", "Caption")
        + table(("x", "y"), (para(drawing("rIdA", "A tick")), "done"))
        + para(drawing("rIdC", mark=DECORATIVE, file=""))
    )
    return published(body, rIdA=png(9, 3), rIdB=jpeg(), rIdC=png(40, 1))


def test_each_form_describes_the_same_pictures_in_the_same_order(forms: PublishableForms) -> None:
    told = ["Signature of Ada Marsh", "Bars: crime fell by a quarter", "A tick"]
    assert alternatives_in_html(forms.html) == told
    assert alternatives_in_pdf(forms.pdf) == told
    assert forms.words == "T A B Figure 1: Crime x y done"


def test_the_page_holds_its_pictures_itself(forms: PublishableForms) -> None:
    images = list(html.document_fromstring(forms.html.decode()).iter("img"))
    held = [b64decode(image.get("src", "").partition("base64,")[2]) for image in images]
    assert held == [png(9, 3), JPEG, png(9, 3), png(40, 1)]
    assert images[-1].get("alt") == ""
    assert [(image.get("width"), image.get("height")) for image in images[:1]] == [("120", "40")]


def test_a_picture_with_a_caption_is_a_figure(forms: PublishableForms) -> None:
    (figure,) = html.document_fromstring(forms.html.decode()).iter("figure")
    assert figure.findtext("figcaption") == "Figure 1: Crime"


def test_the_pdf_shows_each_picture_no_wider_than_its_place(forms: PublishableForms) -> None:
    pdf = pypdfium2.PdfDocument(forms.pdf)
    shown = [each for page in pdf for each in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    sizes = [(right - left, top - low) for left, low, right, top in map(_bounds, shown)]
    pdf.close()
    assert [round(wide) for wide, _ in sizes[::3]] == [90, 120]
    assert max(wide for wide, _ in sizes) < 455
    assert sizes[1][0] == pytest.approx(2 * sizes[1][1], rel=0.01)


def test_the_word_file_keeps_its_pictures_under_names_that_tell_nothing() -> None:
    body = para(drawing("rIdHale", "A crest", file="C:\\Users\\hale\\crest.png"))
    parts = unpack(published(body, rIdHale=png()).docx)
    assert parts["word/media/picture1.png"] == png()
    assert b"hale" not in b"".join(parts.values()).lower().replace(b'id="ridhale"', b"").replace(
        b'embed="ridhale"', b""
    )


@pytest.mark.parametrize(
    "picture",
    [
        png(4, 2, chunk(b"tEXt", b"Author\0" + SECRET)),
        png(4, 2, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
        png(4, 2, chunk(b"eXIf", SECRET), chunk(b"tIME", bytes(7))),
        png(4, 2, after=SECRET),
        jpeg(segment(0xFE, SECRET)),
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)),
        jpeg(segment(0xED, b"Photoshop 3.0\0" + SECRET)),
        jpeg(segment(0xE2, b"MPF\0" + SECRET)),
        jpeg(after=SECRET),
        jpeg(camera(1, SECRET)),
    ],
)
def test_a_picture_loses_what_its_makers_wrote_into_it(picture: bytes) -> None:
    plain = png() if picture.startswith(b"\x89PNG") else JPEG
    assert without_traces(picture) == plain
    forms = published(para(drawing("rIdP", "x")), rIdP=picture)
    assert SECRET not in b"".join(unpack(forms.docx).values()) + forms.html + forms.pdf


def test_a_picture_taken_sideways_still_stands_upright() -> None:
    cleaned = without_traces(jpeg(camera(6, SECRET)))
    assert SECRET not in cleaned
    assert without_traces(cleaned) == cleaned
    assert cleaned.count(b"Exif\0\0MM\0*") == 1
    assert bytes((1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6)) in cleaned


def test_colours_and_transparency_of_a_picture_stay() -> None:
    kept = png(4, 2, chunk(b"gAMA", b"\0\1\x86\xa0"), chunk(b"pHYs", bytes(9)))
    assert without_traces(kept) == kept
    profile = jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1"), segment(0xEE, b"Adobe\0d\0\0\0\0\0"))
    assert without_traces(profile) == profile


@pytest.mark.parametrize("picture", [png()[:-30], b"\xff\xd8\xff\xe0", JPEG[:-2], b"RIFFWEBP"])
def test_a_damaged_picture_and_one_of_another_kind_are_refused_in_words(picture: bytes) -> None:
    with pytest.raises(RefusedInputError, match=r"[Aa] picture in the file is"):
        without_traces(picture)


def test_the_description_of_an_old_drawing_is_taken_out() -> None:
    head = bytearray(b"\1\0\0\0" + bytes(96))
    words = "Beth’s office".encode("utf-16-le")
    head[60:68] = (len(words) // 2).to_bytes(4, "little") + (100).to_bytes(4, "little")
    cleaned = without_traces(bytes(head) + words)
    assert cleaned[100:] == bytes(len(words))
    assert cleaned[60:68] == bytes(8)


def test_the_crest_in_the_letterhead_loses_its_traces_too() -> None:
    header = edge_of("header", para(drawing("rIdC", "C:\\hale.png")))
    data = word_file(para("T", "Title") + edged() + para("x"), header1=header)
    signed = with_pictures(data, "header1", rIdC=png(4, 2, chunk(b"tEXt", SECRET)))
    forms = publishable_forms(signed, DETAILS)
    parts = unpack(forms.docx)
    assert parts["word/media/picture1.png"] == png()
    assert b"<img" not in forms.html


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1100])
def test_a_page_with_pictures_and_notes_passes_the_accessibility_rules(
    width: int, tmp_path: Path
) -> None:
    from tests.casework.documents.test_publishable import looked_at

    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{}</w:r>'.format(
        '<w:footnoteReference w:id="7"/>'
    )
    body = (
        para("Response", "Title")
        + para(run("56 days") + reference + run("croeso", '<w:lang w:val="cy-GB"/>'))
        + para(drawing("rIdP", "Bars: crime fell by a quarter", (900, 100)))
        + para("Figure 1: Crime", "Caption")
        + para(drawing("rIdP", mark=DECORATIVE, file=""))
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{para("A note.")}</w:footnote></w:footnotes>'
    data = with_pictures(word_file(body, footnotes=notes), rIdP=png(90, 10))
    page = publishable_forms(data, DETAILS).html
    assert looked_at(page, tmp_path, width) == ("", 0)


def test_a_picture_without_words_holds_publication_back_in_one_sentence() -> None:
    body = para("T", "Title") + para(drawing("rIdP", file=""))
    data = with_pictures(word_file(body), rIdP=png())
    (sentence,) = obstacles_to_publishing(data)
    with pytest.raises(RefusedInputError, match="has no alternative text") as refused:
        publishable_forms(data, DETAILS)
    assert str(refused.value) == sentence


def test_how_many_more_obstacles_there_are_is_said() -> None:
    body = para(drawing("rIdP", file="")) + para(run("no", "<w:strike/>"))
    with pytest.raises(RefusedInputError, match="There is 1 more like it"):
        published(body, rIdP=png())


@pytest.mark.parametrize(
    ("page", "pdf"), [(["a"], ["a", "b"]), (["a", "b"], ["a"]), (["b", "a"], ["a", "b"])]
)
def test_forms_whose_pictures_differ_are_refused(page: list[str], pdf: list[str]) -> None:
    with pytest.raises(RefusedInputError, match="A picture would not say the same"):
        prove_alike(["a", "b"], page, pdf)
