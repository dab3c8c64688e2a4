"""Running headers, footers, page numbers and footnotes of a PDF."""

import itertools
import re
from collections import Counter
from dataclasses import replace
from statistics import median

from casework.reading.pdf_lines import Line, Page

_MARGIN = 0.11
"""Share of the page's height in which headers and footers stand."""
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[ivxlc]{1,6}", re.IGNORECASE
)
_SMALLER = 0.95
"""Times the body's size."""
_FEWEST_REPEATS = 2
_GAP_TO_BODY = 0.6
"""Times the type size, of white between lines. Lines of one paragraph are closer."""
_SHARE_OF_PAGES = 0.3
_FOOTNOTE_SIZE = 0.88
_FOOTNOTE = re.compile(r"^\d{1,3}\s?\S")
_FOOTNOTES_BELOW = 0.35


def without_running_lines(pages: list[Page]) -> list[Page]:
    """Return the pages without what is repeated in their margins, and without footnotes."""
    body = body_size(pages)
    marginal = [_marginal(page) for page in pages]
    repeated = _repeated([[_pattern(line) for line in lines] for lines in marginal])
    small = [[one for one in _in_margins(page) if one.size < _SMALLER * body] for page in pages]
    same_place = _repeated([[_place(line) for line in lines] for lines in small])
    return [
        replace(page, lines=_kept(page, apart, repeated | same_place, body))
        for page, apart in zip(pages, marginal, strict=True)
    ]


def body_size(pages: list[Page]) -> float:
    """Return the type size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += line.letters
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _marginal(page: Page) -> list[Line]:
    """Return the lines in the margins that stand apart from the body's lines."""
    downwards = sorted(page.lines, key=lambda line: -line.bottom)
    upwards = downwards[::-1]
    return [*_apart(downwards, page), *_apart(upwards, page)]


def _apart(inwards: list[Line], page: Page) -> list[Line]:
    """Return the outermost lines up to the first gap that is wider than a line."""
    for count, (line, inner) in enumerate(itertools.pairwise(inwards), start=1):
        if not _in_margin(line, page):
            return []
        upper, lower = (line, inner) if line.bottom > inner.bottom else (inner, line)
        if upper.bottom - lower.top > _GAP_TO_BODY * line.size:
            return inwards[:count]
    return []


def _in_margins(page: Page) -> list[Line]:
    return [line for line in page.lines if _in_margin(line, page)]


def _place(line: Line) -> str:
    """Return the line's words and the height at which they stand."""
    return f"{_pattern(line)} @{round(line.bottom / 2)} {round(line.size)}"


def _repeated(by_page: list[list[str]]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    for patterns in by_page:
        seen.update(set(patterns))
    needed = max(_FEWEST_REPEATS, _SHARE_OF_PAGES * len(by_page))
    return frozenset(pattern for pattern, times in seen.items() if times >= needed)


def _kept(page: Page, marginal: list[Line], repeated: frozenset[str], body: float) -> list[Line]:
    running = {
        id(line)
        for line in marginal
        if _pattern(line) in repeated or _PAGE_NUMBER.fullmatch(line.text)
    } | {id(line) for line in _in_margins(page) if _place(line) in repeated}
    lines = [line for line in page.lines if id(line) not in running]
    return _without_footnotes(lines, page, body)


def _without_footnotes(lines: list[Line], page: Page, body: float) -> list[Line]:
    """Drop small type at the page's foot, from the first line there that begins with a number."""
    small = [
        line
        for line in lines
        if line.size < _FOOTNOTE_SIZE * body and line.bottom < _FOOTNOTES_BELOW * page.height
    ]
    starts = [line.top for line in small if _FOOTNOTE.match(line.text)]
    if not starts:
        return lines
    below = max(starts)
    ground = [line.bottom for line in lines if line.size >= _FOOTNOTE_SIZE * body]
    if ground and median(ground) < below:
        return lines
    dropped = {id(line) for line in small if line.bottom < below}
    return [line for line in lines if id(line) not in dropped]
