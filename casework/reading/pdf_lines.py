"""The lines of a PDF page: characters with boxes, gathered into pieces, pieces into lines."""

import ctypes
import unicodedata
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from casework.reading.clean_text import composed, on_one_line
from casework.reading.hyphens import BREAK, MARKS_OF_A_BREAK
from casework.reading.pdf_drawing import Box, Drawing, drawing_of, stacked
from casework.reading.pdf_grids import Grid, grids_of

_BOLD_WEIGHT = 600
_LINE_STEP = 0.5
"""In type sizes. A baseline that moves more than this is another line."""
_WORD_GAP = 0.18
"""In type sizes, from ink to ink. Wider gaps are measured again between the letters' places."""
_WORD_GAP_BETWEEN_PLACES = 0.16
_COLUMN_GAP = 0.95
_DOT_BEFORE = 2.0
_RULE_GAP = 0.35
"""In type sizes. A rule between two cells needs at least this much room."""
_MOST_RULES = 200
_RAISED = 0.15
_DRAWN_RAISED = 0.2
_SMALLER = 0.82


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
    foot: float | None = None
    """The lowest baseline, where a whole table stands in the line's place."""
    column: int = 0
    """0 for a line across the page, 1 and 2 for the columns of a page that has two."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells, where a whole table stands in the line's place."""

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
    panels: list[Box] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)


class _Reader:
    """Reads the characters of one page in the order in which they were set."""

    def __init__(self, page: pdfium.PdfPage, drawing: Drawing) -> None:
        self._text = page.get_textpage()
        self._rules = drawing.verticals if len(drawing.verticals) <= _MOST_RULES else []
        self._place = raw.FS_RECTF()
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
        for index, letter in enumerate(_letters(handle)):
            if letter.isspace() or not letter:
                self._pending_space = True
            elif letter in MARKS_OF_A_BREAK:
                self._break()
            else:
                self._letter(handle, index, letter)
        self._text.close()
        return [line for line in self.lines if line.text]

    def _break(self) -> None:
        if self._line is not None:
            self._line.pieces.append(BREAK)

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
        elif self._pending_space or self._is_gap(handle, index, line, size):
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
        if not -tallest < gap < _COLUMN_GAP * tallest:
            return False
        return gap < _RULE_GAP * tallest or not self._is_ruled_off(line)

    def _is_ruled_off(self, line: Line) -> bool:
        """Return whether a rule of a table stands between the line and the letter."""
        return any(
            line.right <= rule.right
            and rule.left <= self._left.value
            and rule.bottom < line.bottom + line.size / 3 < rule.top
            for rule in self._rules
        )

    def _is_gap(self, handle: object, index: int, line: Line, size: float) -> bool:
        """Return whether a word ended: pdfium marks most ends, ink alone shows too many."""
        if self._left.value - line.right <= _WORD_GAP * size:
            return False
        if not raw.FPDFText_GetLooseCharBox(handle, index - 1, self._place):
            return False
        return bool(self._x.value - self._place.right > _WORD_GAP_BETWEEN_PLACES * size)

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


def _letters(handle: object) -> list[str]:
    """Return the characters of the page, at once where each takes one place."""
    count = raw.FPDFText_CountChars(handle)
    room = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, room)
    codes = room[: max(0, written - 1)]
    if len(codes) != count or any(0xD800 <= code < 0xE000 for code in codes):  # noqa: PLR2004
        codes = [raw.FPDFText_GetUnicode(handle, index) for index in range(count)]
    return [chr(code) if code < 0x110000 else "" for code in codes]  # noqa: PLR2004 - Unicode


def _is_bold(handle: object, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT:
        return True
    room = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, room, 96, flags)
    name = room.value.lower()
    return b"bold" in name or b"black" in name or b"heavy" in name


def page_lines(page: pdfium.PdfPage) -> Page:
    """Return the page's lines, in the order in which they were set, its panels and its grids."""
    width, height = page.get_size()
    drawing = drawing_of(page)
    grids, frames = grids_of(drawing)
    panels = stacked([*drawing.panels, *frames])
    lines = _with_bullets(_Reader(page, drawing).read(), drawing.dots)
    return Page(width, height, lines, panels, grids)


def _with_bullets(lines: list[Line], dots: list[Box]) -> list[Line]:
    """Return the lines, a bullet before each that has a dot drawn in front of it."""
    if not dots or len(dots) > _MOST_RULES:
        return lines
    for dot in dots:
        middle = (dot.bottom + dot.top) / 2
        behind = [
            line
            for line in lines
            if line.bottom < middle < line.bottom + line.size
            and 0 < line.left - dot.right < _DOT_BEFORE * line.size
        ]
        if behind:
            line = min(behind, key=lambda one: one.left)
            line.pieces.insert(0, "• ")
            line.left = dot.left
    return lines
