"""How far apart the lines of a paragraph stand, and where the columns end on the right."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from casework.reading.pdf_lines import Line, Page

_USUAL_LEADING = 1.3
_NARROWEST = 0.95
_WIDEST = 2.2
"""Times the type size. Wider steps are gaps between paragraphs."""
_GRAIN = 20
"""Steps are told apart by a twentieth of the type size."""
_FEWEST_STEPS = 2
_WIDE = 1.6
_FULL = 0.85
"""Share of the way to the right edge that a line goes which is not the last of its paragraph."""
_FEWEST_STEPS_OF_WIDE_LINES = 20
"""On fewer lines so wide a step is the gap between paragraphs of one line each."""
_SHARE_OF_STEPS = 0.06
_SAME_SIZE = 0.06
_FEWEST_LINES_TO_JUDGE = 3
_MOST_LINES_TO_JUDGE = 12


def leading_of(pages: list[Page], body: float) -> float:
    """Return the step between lines of one paragraph, in type sizes.

    It is the *narrowest* step that is met often: in a letter of short
    paragraphs the most frequent step is the gap between two of them.
    """
    steps: Counter[int] = Counter()
    full: Counter[int] = Counter()
    for page in pages:
        edge = max((line.right for line in page.lines if _is_body(line, body)), default=0.0)
        for above, below in pairwise(page.lines):
            step = (above.bottom - below.bottom) / max(below.size, 1.0)
            if _NARROWEST <= step <= _WIDEST and _is_body(above, body) and _is_body(below, body):
                steps[round(step * _GRAIN)] += 1
                full[round(step * _GRAIN)] += above.right - above.left >= _FULL * (
                    edge - above.left
                )
    return _narrowest(steps, full)


def _narrowest(steps: Counter[int], full: Counter[int]) -> float:
    needed = max(_FEWEST_STEPS, _SHARE_OF_STEPS * steps.total())
    for step in sorted(steps):
        if steps[step] + steps[step + 1] >= needed:
            found = (step + (steps[step + 1] > steps[step])) / _GRAIN
            few = steps.total() < _FEWEST_STEPS_OF_WIDE_LINES
            ended = 3 * (full[step] + full[step + 1]) < 2 * (steps[step] + steps[step + 1])
            return _USUAL_LEADING if few and ended and found > _WIDE else found
    return _USUAL_LEADING


def _is_body(line: Line, body: float) -> bool:
    return abs(line.size - body) <= _SAME_SIZE * body and not line.rows


Column = tuple[int, int, tuple[float, ...] | None]
"""Page, column, and panel: lines of one column end at one right edge."""


class RightEdges:
    """How far to the right the lines of each column reach."""

    def __init__(self) -> None:
        """Begin without any column."""
        self._edges: dict[Column, float] = {}

    def see(self, column: Column, line: Line) -> None:
        """Take note of a line."""
        self._edges[column] = max(self._edges.get(column, 0.0), line.right)

    def room(self, column: Column, lines: Sequence[Line]) -> float:
        """Return how much of a paragraph's last line was left empty, in points."""
        last = lines[-1]
        if len(lines) >= _FEWEST_LINES_TO_JUDGE:
            return max(line.right for line in lines[-_MOST_LINES_TO_JUDGE:]) - last.right
        return self._edges.get(column, 0.0) - last.right

    def leaves_room(self, column: Column, lines: Sequence[Line], following: Line) -> bool:
        """Return whether the following line's first word would have fitted on the last one."""
        text = following.text
        if not text:
            return False
        word = len(text.split(" ", 1)[0]) + 1
        needed = (following.right - following.left) * word / len(text)
        return self.room(column, lines) > 1.25 * needed + 0.5 * following.size
