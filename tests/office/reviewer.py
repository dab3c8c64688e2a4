"""A reviewer at LibreOffice: opens each file, does what is asked, and saves it.

Run by the system's Python, which knows LibreOffice, as `python3 -m tests.office.reviewer`. Reads
from standard input, as JSON, the reviewer's name and a list of (file, deeds, file to save as);
a deed is a name out of DEEDS and its words. One office process serves them all.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.editors.judge_by_office import Office, an_office, opened, press

if TYPE_CHECKING:
    from collections.abc import Sequence

FILTERS: Final = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
PARAGRAPH_BREAK: Final = 0
BOLD: Final = 150.0
"""The office's own number for it, in per cent of the usual weight."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document that lies open before the reviewer."""

    document: Office
    services: Office
    reviewer: str

    def place(self, words: str) -> Office:
        """Return the place of these words, of which the document holds one copy or more."""
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = self.document.findFirst(search)
        if found is None:
            raise LookupError(f"The words {words!r} are not in the document.")
        return found

    def paragraph(self, words: str) -> Office:
        """Return a cursor over the words of the paragraph in which these stand."""
        place = self.place(words)
        cursor = place.getText().createTextCursorByRange(place.getStart())
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def select_paragraph(self, words: str) -> None:
        """Select a paragraph with its end, as by four clicks and a step to the right."""
        cursor = self.paragraph(words)
        cursor.goRight(1, True)
        self.document.getCurrentController().select(cursor)

    def press(self, button: str) -> None:
        """Press one of the office's buttons."""
        press(self.services, self.document, f".uno:{button}")


def types(page: Page, after: str, words: str) -> None:
    """Type words right after others."""
    place = page.place(after)
    place.getText().insertString(place.getEnd(), words, False)


def tracks_an_insertion(page: Page, after: str, words: str) -> None:
    """Type words right after others while changes are recorded."""
    page.document.RecordChanges = True
    types(page, after, words)
    page.document.RecordChanges = False


def tracks_a_deletion(page: Page, words: str) -> None:
    """Delete words while changes are recorded."""
    page.document.RecordChanges = True
    page.place(words).setString("")
    page.document.RecordChanges = False


def comments(page: Page, about: str, words: str) -> None:
    """Hang a comment on words."""
    note = page.document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = page.reviewer, words
    place = page.place(about)
    place.getText().insertTextContent(place, note, True)


def makes_bold(page: Page, words: str) -> None:
    """Make words bold."""
    page.place(words).CharWeight = BOLD


def moves_a_paragraph(page: Page, words: str, before: str) -> None:
    """Cut a paragraph and paste it before another."""
    page.select_paragraph(words)
    page.press("Cut")
    cursor = page.paragraph(before)
    page.document.getCurrentController().select(cursor.getStart())
    page.press("Paste")


def deletes_a_paragraph(page: Page, words: str) -> None:
    """Delete a paragraph."""
    page.select_paragraph(words)
    page.press("Delete")


def writes_a_paragraph(page: Page, after: str, words: str) -> None:
    """Write a paragraph of one's own after another."""
    end = page.paragraph(after).getEnd()
    text = end.getText()
    text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    text.insertString(end, words, False)


def rewrites_a_paragraph(page: Page, words: str, anew: str) -> None:
    """Write a paragraph in other words."""
    page.paragraph(words).setString(anew)


def adds_a_row(page: Page, table: str, at: int, cells: Sequence[str]) -> None:
    """Put a row into a table."""
    found = page.document.getTextTables().getByName(table)
    found.getRows().insertByIndex(at, 1)
    for column, words in enumerate(cells):
        found.getCellByPosition(column, at).setString(words)


def changes_a_cell(page: Page, table: str, name: str, words: str) -> None:
    """Write other words into a cell of a table."""
    page.document.getTextTables().getByName(table).getCellByName(name).setString(words)


DEEDS: Final = {
    deed.__name__: deed
    for deed in (
        types,
        tracks_an_insertion,
        tracks_a_deletion,
        comments,
        makes_bold,
        moves_a_paragraph,
        deletes_a_paragraph,
        writes_a_paragraph,
        rewrites_a_paragraph,
        adds_a_row,
        changes_a_cell,
    )
}


def main() -> None:
    """Do the work that standard input lists."""
    asked = json.load(sys.stdin)
    with an_office() as (desktop, services):
        introduce(services, *asked["reviewer"].split())
        for source, deeds, saved in asked["work"]:
            with opened(desktop, source) as document:
                page = Page(document, services, asked["reviewer"])
                for deed, *words in deeds:
                    DEEDS[deed](page, *words)
                save(document, Path(saved))


def introduce(services: Office, given_name: str, name: str) -> None:
    """Tell the office who sits at it."""
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    settings = services.createInstance("com.sun.star.configuration.ConfigurationProvider")
    path = PropertyValue("nodepath", 0, "/org.openoffice.UserProfile/Data", 0)
    access = "com.sun.star.configuration.ConfigurationUpdateAccess"
    profile = settings.createInstanceWithArguments(access, (path,))
    profile.setPropertyValue("givenname", given_name)
    profile.setPropertyValue("sn", name)
    profile.commitChanges()


def save(document: Office, path: Path) -> None:
    """Save a document in the format its name says."""
    from com.sun.star.beans import PropertyValue

    said = PropertyValue("FilterName", 0, FILTERS[path.suffix], 0)
    document.storeToURL(path.as_uri(), (said,))


if __name__ == "__main__":
    main()
