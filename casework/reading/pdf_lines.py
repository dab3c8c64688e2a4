"""The lines of a PDF page: characters with boxes, gathered into pieces, pieces into lines."""

import ctypes
import unicodedata
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from casework.reading.clean_text import composed, on_one_line

SOFT_HYPHENS = "\xad\x02"
"""How PDFs and pdfium mark a word broken at the end of a line."""
_BOLD_WEIGHT = 600
_LINE_STEP = 0.5
"""In type sizes. A baseline that moves more than this is another line."""
_WORD_GAP = 0.18
_COLUMN_GAP = 1.6
_RAISED = 0.15
_DRAWN_RAISED = 0.2
_SMALLER = 0.82
_FEWEST_POINTS_OF_A_BOX = 60.0


@dataclass(slots=True)
class Line:
    """A piece of one line of type, in points from the page's lower left corner."""

    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    pieces: list[str] = field(default_factory=list)
    bold_letters: int = 0
    letters: int = 0
    page: int = 0

    @property
    def text(self) -> str:
        """Return the line's words."""
        return on_one_line(composed("".join(self.pieces)))

    @property
    def top(self) -> float:
        """Return the height of the line's top above the page's foot."""
        return self.bottom + self.size


@dataclass(slots=True)
class Page:
    """One page: its size, its lines, and the framed or tinted panels on it."""

    width: float
    height: float
    lines: list[Line]
    panels: list[tuple[float, float, float, float]] = field(default_factory=list)


class _Reader:
    """Reads the characters of one page in the order in which they were set."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._text = page.get_textpage()
        self._left, self._right = ctypes.c_double(), ctypes.c_double()
        self._bottom, self._top = ctypes.c_double(), ctypes.c_double()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.lines: list[Line] = []
        self._line: Line | None = None
        self._pending_space = False
        self._bold = False
        self._size = 1.0
        self._last_y = 0.0

    def read(self) -> list[Line]:
        handle = self._text.raw
        for index in range(raw.FPDFText_CountChars(handle)):
            code = raw.FPDFText_GetUnicode(handle, index)
            letter = chr(code) if code < 0x110000 else ""  # noqa: PLR2004 - end of Unicode
            if letter.isspace() or not letter:
                self._pending_space = True
            else:
                self._letter(handle, index, letter)
        self._text.close()
        return [line for line in self.lines if line.text]

    def _letter(self, handle: object, index: int, letter: str) -> None:
        raw.FPDFText_GetCharBox(handle, index, self._left, self._right, self._bottom, self._top)
        raw.FPDFText_GetCharOrigin(handle, index, self._x, self._y)
        line = self._line
        # Asking for the size is slow; inside a word on one baseline only numbers may change it.
        if line is None or self._pending_space or letter.isdigit() or self._y.value != self._last_y:
            self._size = raw.FPDFText_GetFontSize(handle, index) or 1.0
        self._last_y = self._y.value
        size = self._size
        begins_word = self._pending_space or line is None
        if line is None or not self._goes_on(line, size):
            line = self._begin(size)
            begins_word = True
        elif self._pending_space or self._left.value - line.right > _WORD_GAP * size:
            line.pieces.append(" ")
            begins_word = True
        if begins_word:
            self._bold = _is_bold(handle, index)
        self._pending_space = False
        self._add(line, letter, size)

    def _goes_on(self, line: Line, size: float) -> bool:
        tallest = max(line.size, size)
        if abs(self._y.value - line.bottom) > _LINE_STEP * tallest:
            return False
        gap = self._left.value - line.right
        return -tallest < gap < _COLUMN_GAP * tallest

    def _begin(self, size: float) -> Line:
        line = Line(self._left.value, self._right.value, self._y.value, size)
        self._line = line
        self.lines.append(line)
        return line

    def _add(self, line: Line, letter: str, size: float) -> None:
        if self._is_footnote_mark(line, letter, size):
            return
        line.right = max(line.right, self._right.value)
        if size > line.size and not line.letters:
            line.size = size
        line.pieces.append(letter)
        if letter.isalnum():
            line.letters += 1
            line.bold_letters += self._bold
            line.bold = 2 * line.bold_letters > line.letters

    def _is_footnote_mark(self, line: Line, letter: str, size: float) -> bool:
        """Return whether it is a raised number: set smaller and higher, or drawn so by the font."""
        if not line.letters:
            return False
        if letter.isdigit() and self._bottom.value - line.bottom > _DRAWN_RAISED * line.size:
            return True
        if size > _SMALLER * line.size:
            return False
        raised = self._y.value - line.bottom > _RAISED * line.size
        return raised and unicodedata.category(letter) in {"Nd", "No", "Po"}


def _is_bold(handle: object, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT:
        return True
    room = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, room, 96, flags)
    name = room.value.lower()
    return b"bold" in name or b"black" in name or b"heavy" in name


def page_lines(page: pdfium.PdfPage) -> Page:
    """Return the page's lines, in the order in which they were set, and its panels."""
    width, height = page.get_size()
    return Page(width, height, _Reader(page).read(), _panels(page, width, height))


def _panels(
    page: pdfium.PdfPage, width: float, height: float
) -> list[tuple[float, float, float, float]]:
    found = []
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = shape.get_bounds()
        if right - left < _FEWEST_POINTS_OF_A_BOX or top - bottom < _FEWEST_POINTS_OF_A_BOX / 2:
            continue
        if (right - left) * (top - bottom) > 0.85 * width * height:  # the page's own ground
            continue
        found.append((left, bottom, right, top))
    return list(dict.fromkeys(found))
