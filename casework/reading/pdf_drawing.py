"""What is drawn on a PDF page: rules, and framed or tinted panels."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 3.5
"""Points. A shape no thicker is a rule."""
_SHORTEST_RULE = 5.0
_MOST_SHAPES = 3000
"""On a page. Drawings of more shapes are pictures, not frames of text."""
_MOST_PANELS = 200
_FEWEST_POINTS_OF_A_BOX = 60.0
_PAGES_OWN_GROUND = 0.85
"""Share of the page's area."""
_DOT = (1.8, 7.0)
"""Points. How small and how large a drawn bullet is."""
_ROUND = 0.6
_TOUCHING = 2.5
"""Points. Shapes this close were drawn to meet."""


class Box(NamedTuple):
    """A rectangle on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        """Return the area in square points."""
        return (self.right - self.left) * (self.top - self.bottom)


@dataclass(slots=True)
class Drawing:
    """The rules and panels of one page."""

    horizontals: list[Box] = field(default_factory=list)
    verticals: list[Box] = field(default_factory=list)
    panels: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    """Bullets that are drawn, not set as characters."""


def drawing_of(page: pdfium.PdfPage) -> Drawing:
    """Return what is drawn on the page, pieces that meet put together."""
    width, height = page.get_size()
    drawing = Drawing()
    areas: list[Box] = []
    for count, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count >= _MOST_SHAPES:
            return Drawing()
        box = Box(*shape.get_bounds())
        wide, high = box.right - box.left, box.top - box.bottom
        if high <= _THIN and wide >= _SHORTEST_RULE:
            drawing.horizontals.append(box)
        elif wide <= _THIN and high >= _SHORTEST_RULE:
            drawing.verticals.append(box)
        elif _DOT[0] <= wide <= _DOT[1] and abs(wide - high) <= _ROUND:
            drawing.dots.append(box)
        elif wide >= _FEWEST_POINTS_OF_A_BOX and box.area <= _PAGES_OWN_GROUND * width * height:
            areas.append(box)
    drawing.horizontals = _lengthened(drawing.horizontals, along=0)
    drawing.verticals = _lengthened(drawing.verticals, along=1)
    panels = [box for box in stacked(areas) if is_panel(box)]
    drawing.panels = panels if len(panels) <= _MOST_PANELS else []
    return drawing


def is_panel(box: Box) -> bool:
    """Return whether the rectangle is large enough to hold a box of text."""
    return (
        box.right - box.left >= _FEWEST_POINTS_OF_A_BOX
        and box.top - box.bottom >= _FEWEST_POINTS_OF_A_BOX / 2
    )


def _lengthened(rules: list[Box], along: int) -> list[Box]:
    """Return the rules, those that continue one another as one."""
    across = 1 - along
    ordered = sorted(rules, key=lambda rule: (round(rule[across]), rule[along]))
    whole: list[Box] = []
    for rule in ordered:
        last = whole[-1] if whole else None
        if (
            last
            and abs(last[across] - rule[across]) <= _THIN / 2
            and rule[along] <= last[along + 2] + _TOUCHING
        ):
            whole[-1] = around((last, rule))
        else:
            whole.append(rule)
    return whole


def stacked(boxes: Iterable[Box]) -> list[Box]:
    """Return the rectangles, those that stand on one another with the same edges as one.

    A word processor tints a box paragraph by paragraph.
    """
    whole: list[Box] = []
    for box in sorted(set(boxes), key=lambda one: (round(one.left), round(one.right), -one.top)):
        last = whole[-1] if whole else None
        if (
            last
            and abs(last.left - box.left) <= _TOUCHING
            and abs(last.right - box.right) <= _TOUCHING
            and box.bottom - _TOUCHING < last.bottom <= box.top + _TOUCHING
        ):
            whole[-1] = around((last, box))
        else:
            whole.append(box)
    return whole


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest rectangle around all of these."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))
