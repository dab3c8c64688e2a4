"""The words of one run: letters, breaks, signs, notes, fields and pictures, in this view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.drawings import (
    DRAWN,
    is_floating,
    says_nothing_else,
    shown_form,
    text_boxes,
)
from casework.documents.read_back.fields import OpenField, form_answer, link_in
from casework.documents.read_back.looks import Look, look_of
from casework.documents.read_back.names import FIELD_CHAR, FIELD_CHAR_TYPE, REL, A
from casework.documents.read_back.pictures import picture_in
from casework.documents.read_back.spans import Gathered, Inline
from casework.documents.read_back.symbols import (
    FIXED_SIGNS,
    SYMBOL,
    UNKNOWN_SIGN,
    in_letters,
    sign_of,
)
from casework.documents.read_back.view import in_view, is_gone
from casework.documents.wordml import BR, R_PR, R, T, w
from models.shapes.word import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from casework.documents.read_back.story import Story
    from casework.documents.read_back.styles import Style

DELETED_TEXT, BREAK_TYPE = w("delText"), w("type")
SILENT: Final = frozenset(
    map(
        w,
        (
            "rPr", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef",
            "separator", "continuationSeparator", "commentReference", "delText", "delInstrText",
        ),
    )
)  # fmt: skip
"""What stands in a run and is no word of the text."""


class RunReader:
    """Reads the runs of one paragraph."""

    def __init__(self, story: Story, style: Style | None, found: Inline) -> None:
        """Start with nothing read."""
        self.story, self.style, self.found = story, style, found
        self.words = Gathered()
        self.bookmark: str | None = None
        """The key of the region bookmark that was open at the first words."""

    def read(self, run: etree._Element, link: str | None) -> None:
        """Add what a run says."""
        own = run.find(R_PR)
        if own is not None and is_gone(own, self.story.view):
            return
        properties = in_view(own, self.story.view)
        look = look_of(properties, self.style, self.story.styles)
        if look.hidden:
            self.story.leave_out("Hidden text was left out", _plain(run))
            return
        if look.struck and (words := _plain(run).strip()):
            self.story.hold_back(
                f"The words “{words}” are struck through: take them out, or take off the line."
            )
        for child in run:
            tag = child.tag
            if tag == T or (tag == DELETED_TEXT and self.story.view == "rejected"):
                self.add(in_letters(child.text or "", properties), look, link)
            elif tag != R_PR:
                self._piece(child, look, link)

    def _piece(self, child: etree._Element, look: Look, link: str | None) -> None:
        tag = child.tag
        if tag in FIXED_SIGNS:
            self.add(FIXED_SIGNS[tag], look, link)
        elif tag in OTHERS:
            OTHERS[tag](self, child, look, link)
        elif tag in DRAWN:
            self._drawing(child, link)
        elif tag not in SILENT and isinstance(tag, str):
            name = tag.rpartition("}")[2]
            self.story.leave_out("Something that Word put into the text was left out", name)

    def add(self, text: str, look: Look, link: str | None) -> None:
        """Add words, unless they stand in the instruction of a field."""
        if not text:
            return
        fields = self.story.fields
        if fields:
            if not fields[-1].shown:
                self.story.leave_out("Words in the instruction of a field were left out", text)
                return
            link = fields[-1].link or link
        self._take_note(look)
        self.words.add(text, look, link)

    def _take_note(self, look: Look) -> None:
        """Take note of the region and the language of words that are added."""
        self.bookmark = self.bookmark or self.story.marked()
        self.found.languages.add(look.language)

    def look_for_contents(self) -> None:
        """Take note of whether a table of contents is being read."""
        if self.story.fields and self.story.fields[-1].in_contents:
            self.found.in_contents = True

    def add_break(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add a line break; the end of a page or column parts words, and says nothing else."""
        if element.get(BREAK_TYPE, "textWrapping") == "textWrapping":
            self.add("\n", look, link)
        else:
            self.words.end_page()

    def add_symbol(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add the sign of a symbol font."""
        sign = sign_of(element)
        if sign == UNKNOWN_SIGN:
            name = f"{element.get(w('font'), '?')} {element.get(w('char'), '?')}"
            self.story.leave_out("A sign of a symbol font is not known", name)
            self.story.hold_back(
                f"There is a sign that only one font draws ({name}): put an ordinary sign or "
                "a word in its place."
            )
        self.add(sign, look, link)

    def add_note_number(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Add the number of a footnote or endnote."""
        kind = element.tag.rpartition("}")[2].removesuffix("Reference")
        before = len(self.story.notes)
        number = self.story.note_number(kind, element.get(w("id"), ""))
        if number > before and link is None and not self.story.fields:
            self._take_note(look)
            self.words.add_reference(number, look)
        else:
            self.add(f"[{number}]", look, link)

    def mark_field(self, element: etree._Element, look: Look, link: str | None) -> None:
        """Take note of where a field begins, shows its result, and ends."""
        kind, fields = element.get(FIELD_CHAR_TYPE), self.story.fields
        if kind == "begin" and element in self.story.whole:
            self.add(form_answer(element), look, link)
            fields.append(OpenField(fields[-1] if fields else None))
        elif kind == "separate" and fields:
            fields[-1].show(self.story.link(link_in(fields[-1].instruction)))
        elif kind == "end" and fields:
            self.look_for_contents()
            fields.pop()

    def add_instruction(self, element: etree._Element, _look: Look, _link: str | None) -> None:
        """Take note of what a field is to do."""
        if self.story.fields:
            self.story.fields[-1].instruction += element.text or ""

    def read_ruby(self, element: etree._Element, _look: Look, link: str | None) -> None:
        """Read the words a reading aid stands over; the aid itself says them a second time."""
        for run in element.iterfind(f"{w('rubyBase')}/{R}"):
            self.read(run, link)

    def _drawing(self, element: etree._Element, link: str | None) -> None:
        drawn = shown_form(element)
        boxes = text_boxes(drawn)
        self.found.boxes += boxes
        picture = None if boxes and says_nothing_else(drawn) else picture_in(drawn, self.story)
        if picture is None:
            return
        click = next(drawn.iter(f"{A}hlinkClick"), None)
        link = link if click is None else self.story.link_to(click.get(f"{REL}id")) or link
        if is_floating(drawn):
            self.found.floating.append(Span("", link=link, picture=picture))
        else:
            self.bookmark = self.bookmark or self.story.marked()
            self.words.add_picture(picture, link)


def _plain(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(T))


OTHERS: Final[dict[str, Callable[..., None]]] = {
    BR: RunReader.add_break,
    SYMBOL: RunReader.add_symbol,
    w("footnoteReference"): RunReader.add_note_number,
    w("endnoteReference"): RunReader.add_note_number,
    FIELD_CHAR: RunReader.mark_field,
    w("instrText"): RunReader.add_instruction,
    w("ruby"): RunReader.read_ruby,
}
