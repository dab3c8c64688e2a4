"""The words of one paragraph: what holds its runs, and which region they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.drawings import shown_form
from casework.documents.read_back.fields import link_in
from casework.documents.read_back.formulas import FORMULA, pieces_of
from casework.documents.read_back.looks import Look
from casework.documents.read_back.names import HYPERLINK, REL, SIMPLE_FIELD
from casework.documents.read_back.runs import RunReader
from casework.documents.read_back.spans import Inline
from casework.documents.read_back.view import GONE
from casework.documents.region_places import key_of_control
from casework.documents.wordml import BOOKMARK_END, BOOKMARK_START, P_PR, R_PR, SDT, R, w

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.story import Story
    from casework.documents.read_back.styles import Style

MORE_THAN_ONE: Final = 2
NO_WORDS: Final = frozenset({P_PR, R_PR, w("sdtPr"), w("sdtEndPr")})


class InlineReader:
    """Reads one paragraph."""

    def __init__(self, story: Story, style: Style | None) -> None:
        """Start with nothing read."""
        self.story, self.found = story, Inline()
        self._runs = RunReader(story, style, self.found)
        self._control: str | None = None
        self._wordless_mark: str | None = None
        self._gone = GONE[story.view]

    def read(self, paragraph: etree._Element) -> Inline:
        """Return what the paragraph holds."""
        self._walk(paragraph, None)
        self._runs.look_for_contents()
        bookmark = self._runs.bookmark or self._wordless_mark or self.story.marked()
        self.found.key = self._control or bookmark
        self.found.from_control = self._control is not None
        self.found.spans = self._runs.words.done(
            one_language=len(self.found.languages) < MORE_THAN_ONE
        )
        return self.found

    def _walk(self, parent: etree._Element, link: str | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._runs.read(child, link)
            elif tag == BOOKMARK_START:
                self._wordless_mark = self.story.open_mark(child) or self._wordless_mark
            elif tag == BOOKMARK_END:
                self.story.close_mark(child)
            elif tag == FORMULA:
                self._formula(child, link)
            elif tag in self._gone:
                self.story.pass_by(child)
            elif tag not in NO_WORDS:
                self._enter(child, link)

    def _enter(self, element: etree._Element, link: str | None) -> None:
        """Walk into something that holds runs."""
        if element.tag == SDT:
            self._control = self._control or key_of_control(element)
        elif element.tag == HYPERLINK:
            link = self.story.link_to(element.get(f"{REL}id")) or link
        elif element.tag == SIMPLE_FIELD:
            link = self.story.link(link_in(element.get(w("instr"), ""))) or link
        self._walk(shown_form(element), link)

    def _formula(self, formula: etree._Element, link: str | None) -> None:
        words = ""
        for text, script in pieces_of(formula, self.story):
            self._runs.add(text, Look(script=script), link)
            words += text
        self.story.leave_out("A formula was carried over as plain words", words)
