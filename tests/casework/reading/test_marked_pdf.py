"""What people wrote into a PDF is read out of it, with the words they put it at."""

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
import typst

from casework.errors import RefusedInputError
from casework.reading.marked_pdf import ReadMarks, read_marks

PAGE = b"""#set page(paper: "a5")
We will answer within ten days.

We accept the finding.
#pagebreak()
The second page says this.
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    return bytes(typst.compile(PAGE))


def box_of(data: bytes, page: int, words: str) -> tuple[float, float, float, float]:
    """Return where some words stand on a page: left, bottom, right, top."""
    text = pdfium.PdfDocument(data)[page].get_textpage()
    found = text.search(words).get_next()
    assert found
    boxes = [text.get_charbox(found[0] + n) for n in range(found[1])]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def marked(data: bytes, *marks: dict[str, object]) -> bytes:
    """Return the PDF with these annotations; `page` and `at` (words) say where."""
    pdf = pikepdf.open(BytesIO(data))
    for mark in marks:
        number, at = mark.pop("page", 0), mark.pop("at", "")
        entry = {"/Type": pikepdf.Name.Annot, "/Rect": [10, 10, 40, 40]}
        if at:
            left, bottom, right, top = box_of(data, int(str(number)), str(at))
            entry["/QuadPoints"] = [left, top, right, top, left, bottom, right, bottom]
            entry["/Rect"] = [left, bottom, right, top]
        entry |= {f"/{key}": value for key, value in mark.items()}
        page = pdf.pages[int(str(number))]
        known = list(page.get("/Annots", []))
        page.Annots = pikepdf.Array([*known, pdf.make_indirect(pikepdf.Dictionary(entry))])
    packed = BytesIO()
    pdf.save(packed)
    return packed.getvalue()


def read(data: bytes) -> ReadMarks:
    return read_marks(data, "marked.pdf")


def test_a_note_is_read_with_its_author_and_page(plain: bytes) -> None:
    note = {"Subtype": pikepdf.Name.Text, "Contents": "Who checks this? – ŵ", "T": "Nasreen Holt"}
    (one,) = read(marked(plain, {**note, "page": 1})).marks
    assert (one.page, one.author, one.words) == (2, "Nasreen Holt", "Who checks this? – ŵ")
    assert one.told == "Page 2: Who checks this? – ŵ"


def test_a_mark_at_words_quotes_them(plain: bytes) -> None:
    mark = {"Subtype": pikepdf.Name.Highlight, "Contents": "Too soon.", "at": "within ten days"}
    (one,) = read(marked(plain, mark)).marks
    assert one.quoted == "within ten days"
    assert one.told == "Page 1, at “within ten days”: Too soon."


def test_words_struck_out_without_a_comment_say_so(plain: bytes) -> None:
    mark = {"Subtype": pikepdf.Name.StrikeOut, "at": "We accept the finding"}
    (one,) = read(marked(plain, mark)).marks
    assert one.told == "Page 1, at “We accept the finding”: struck out"


def test_links_windows_and_states_are_nobodys_words(plain: bytes) -> None:
    silent = (
        {"Subtype": pikepdf.Name.Link, "Contents": "a link"},
        {"Subtype": pikepdf.Name.Popup, "Contents": "Once."},
        {"Subtype": pikepdf.Name.Text, "Contents": "Accepted", "StateModel": "Review"},
        {"Subtype": pikepdf.Name.Text, "Contents": "Once."},
    )
    assert [one.words for one in read(marked(plain, *silent)).marks] == ["Once."]


def test_a_drawing_without_words_is_named_and_not_dropped_silently(plain: bytes) -> None:
    ink = {"Subtype": pikepdf.Name.Square, "page": 1}
    note = {"Subtype": pikepdf.Name.Text, "Contents": "See page 2."}
    found = read(marked(plain, ink, note))
    assert len(found.marks) == 1
    assert found.warnings == ("On page 2 something is drawn without words: look at it.",)


def test_a_pdf_without_comments_and_what_is_none_are_refused(plain: bytes) -> None:
    with pytest.raises(RefusedInputError, match="no comments"):
        read(plain)
    with pytest.raises(RefusedInputError, match="only drawings"):
        read(marked(plain, {"Subtype": pikepdf.Name.Square}))
    with pytest.raises(RefusedInputError, match="damaged"):
        read(plain[:200])
