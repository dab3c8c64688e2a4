"""The words of one paragraph: emphasis, links and breaks, in this view."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.drawings import DRAWN, description, shown_form, text_boxes
from casework.documents.read_back.looks import Look, look_of
from casework.documents.read_back.names import HYPERLINK, REL, M
from casework.documents.read_back.symbols import FIXED_SIGNS, SYMBOL, UNKNOWN_SIGN, sign_of
from casework.documents.read_back.view import GONE, in_view, is_gone
from casework.documents.region_places import key_of_control
from casework.documents.wordml import BOOKMARK_END, BOOKMARK_START, BR, P_PR, R_PR, SDT, R, T, w
from models.shapes.word import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from casework.documents.read_back.story import Story
    from casework.documents.read_back.styles import Style

FIELD_LINK: Final = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"')
DELETED_TEXT, SIMPLE_FIELD, BREAK_TYPE = w("delText"), w("fldSimple"), w("type")
FORMULA, FORMULA_TEXT = f"{M}oMath", f"{M}t"
NO_WORDS: Final = frozenset({P_PR, R_PR})


@dataclass(slots=True)
class Inline:
    """What one paragraph holds."""

    spans: list[Span] = field(default_factory=list)
    key: str | None = None
    """The key of the first region found inside the paragraph, by control or bookmark."""
    from_control: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    languages: set[str | None] = field(default_factory=set)


class InlineReader:
    """Reads one paragraph."""

    def __init__(self, story: Story, style: Style | None) -> None:
        """Start with nothing read."""
        self.story, self.style, self.found = story, style, Inline()
        self._control: str | None = None
        self._bookmark: str | None = None
        self._wordless_mark: str | None = None
        self._gone = GONE[story.view]

    def read(self, paragraph: etree._Element) -> Inline:
        """Return what the paragraph holds."""
        self._walk(paragraph, None)
        bookmark = self._bookmark or self._wordless_mark or self.story.marked()
        self.found.key = self._control or bookmark
        self.found.from_control = self._control is not None
        return self.found

    def _walk(self, parent: etree._Element, link: str | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, link)
            elif tag == BOOKMARK_START:
                self._wordless_mark = self.story.open_mark(child) or self._wordless_mark
            elif tag == BOOKMARK_END:
                self.story.close_mark(child)
            elif tag == FORMULA_TEXT:
                self._add(child.text or "", Look(), link)
            elif tag not in self._gone and tag not in NO_WORDS:
                self._enter(child, link)

    def _enter(self, element: etree._Element, link: str | None) -> None:
        """Walk into something that holds runs."""
        if element.tag == SDT:
            self._control = self._control or key_of_control(element)
        elif element.tag == HYPERLINK:
            target = self.story.links.get(element.get(f"{REL}id", ""))
            link = self.story.link(target) or link
        elif element.tag == SIMPLE_FIELD:
            link = self._field_link(element.get(w("instr"), "")) or link
        elif element.tag == FORMULA:
            words = "".join(map(str, element.itertext()))
            self.story.leave_out("A formula was carried over as plain words", words)
        self._walk(element, link)

    def _field_link(self, instruction: str) -> str | None:
        found = FIELD_LINK.match(instruction)
        return self.story.link(found[1]) if found else None

    def _run(self, run: etree._Element, link: str | None) -> None:
        own = run.find(R_PR)
        if is_gone(own, self.story.view):
            return
        properties = in_view(own, self.story.view)
        look = look_of(properties, self.style, self.story.styles)
        if look.hidden:
            self.story.leave_out("Hidden text was left out", _plain(run))
            return
        if look.struck:
            self.story.leave_out(
                "Words struck through were carried over as plain words", _plain(run)
            )
        for child in run:
            self._piece(child, look, link)

    def _piece(self, child: etree._Element, look: Look, link: str | None) -> None:
        tag = child.tag
        if tag == T or (tag == DELETED_TEXT and self.story.view == "rejected"):
            self._add(child.text or "", look, link)
        elif tag in FIXED_SIGNS:
            self._add(FIXED_SIGNS[tag], look, link)
        elif tag in OTHERS:
            OTHERS[tag](self, child, look, link)
        elif tag in DRAWN:
            self._drawing(child)

    def _add(self, text: str, look: Look, link: str | None) -> None:
        if not text:
            return
        self._bookmark = self._bookmark or self.story.marked()
        self.found.languages.add(look.language)
        if self.story.fields:
            link = next(
                (k for f in reversed(self.story.fields) if (k := self._field_link(f[0]))), link
            )
        span, spans = Span(text, look.bold, look.italic, link), self.found.spans
        last = spans[-1] if spans else None
        if last and (last.bold, last.italic, last.link) == (span.bold, span.italic, span.link):
            spans[-1] = Span(last.text + text, last.bold, last.italic, last.link)
        else:
            spans.append(span)

    def add_break(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add a line break; page and column breaks say nothing."""
        if element.get(BREAK_TYPE, "textWrapping") == "textWrapping":
            self._add("\n", look, link)

    def add_symbol(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add the sign of a symbol font."""
        sign = sign_of(element)
        if sign == UNKNOWN_SIGN:
            font, code = element.get(w("font"), "?"), element.get(w("char"), "?")
            self.story.leave_out("A sign of a symbol font is not known", f"{font} {code}")
        self._add(sign, look, link)

    def add_note_number(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add the number of a footnote or endnote."""
        kind = element.tag.rpartition("}")[2].removesuffix("Reference")
        self._add(f"[{self.story.note_number(kind, element.get(w('id'), ''))}]", look, link)

    def open_or_close_field(self, element: etree._Element, _look: Look, _link: str | None) -> None:
        """Take note of a field's beginning or end."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.story.fields.append([""])
        elif kind == "end" and self.story.fields:
            self.story.fields.pop()

    def add_instruction(self, element: etree._Element, _look: Look, _link: str | None) -> None:
        """Take note of what a field is to do."""
        if self.story.fields:
            self.story.fields[-1][0] += element.text or ""

    def read_ruby(self, element: etree._Element, _look: Look, link: str | None) -> None:
        """Read the words a reading aid stands over; the aid itself says them a second time."""
        for run in element.iterfind(f"{w('rubyBase')}/{R}"):
            self._run(run, link)

    def _drawing(self, element: etree._Element) -> None:
        drawn = shown_form(element)
        boxes = text_boxes(drawn)
        self.found.boxes += boxes
        if not boxes:
            self.story.leave_out("A picture was left out", description(drawn))


def _plain(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(T))


OTHERS: Final[dict[str, Callable[..., None]]] = {
    BR: InlineReader.add_break,
    SYMBOL: InlineReader.add_symbol,
    w("footnoteReference"): InlineReader.add_note_number,
    w("endnoteReference"): InlineReader.add_note_number,
    w("fldChar"): InlineReader.open_or_close_field,
    w("instrText"): InlineReader.add_instruction,
    w("ruby"): InlineReader.read_ruby,
}
