"""A reviewer at LibreOffice: opens each file, does what is asked, and saves it.

Run by the system's Python, which knows LibreOffice, as `python3 -m tests.office.reviewer`. Reads
from standard input, as JSON, the reviewer's name and a list of (file, deeds, file to save as);
a deed is a name out of DEEDS and its words. Writes what each file shows when it is opened, and its
paragraphs at the end. One office process serves them all.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.editors.judge_by_office import COMMANDS, Office, an_office, lines, opened, press

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILTERS: Final = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
COMMENT: Final = "com.sun.star.text.textfield.Annotation"
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


def deletes(page: Page, words: str) -> None:
    """Delete words."""
    page.place(words).setString("")


def tracks(page: Page, deed: str, *words: Any) -> None:
    """Do something else while changes are recorded."""
    page.document.RecordChanges = True
    DEEDS[deed](page, *words)
    page.document.RecordChanges = False


def decides(page: Page, verdict: str) -> None:
    """Accept all changes, or reject all."""
    press(page.services, page.document, COMMANDS[verdict])


def comments(page: Page, about: str, words: str) -> None:
    """Hang a comment on words."""
    note = page.document.createInstance(COMMENT)
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


def splits_a_paragraph(page: Page, after: str) -> None:
    """Begin a new paragraph right after words."""
    end = page.place(after).getEnd()
    end.getText().insertControlCharacter(end, PARAGRAPH_BREAK, False)


def joins_paragraphs(page: Page, words: str) -> None:
    """Delete the end of a paragraph, so that the next one follows on."""
    cursor = page.paragraph(words)
    cursor.collapseToEnd()
    cursor.goRight(1, True)
    cursor.setString("")


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
        deletes,
        tracks,
        decides,
        comments,
        makes_bold,
        moves_a_paragraph,
        deletes_a_paragraph,
        writes_a_paragraph,
        splits_a_paragraph,
        joins_paragraphs,
        rewrites_a_paragraph,
        adds_a_row,
        changes_a_cell,
    )
}


def main() -> None:
    """Do the work that standard input lists, and tell what each file shows."""
    asked = json.load(sys.stdin)
    with an_office() as (desktop, services):
        introduce(services, *asked["reviewer"].split())
        told = [done(desktop, services, asked["reviewer"], *each) for each in asked["work"]]
    json.dump(told, sys.stdout)


def done(
    desktop: Office,
    services: Office,
    reviewer: str,
    source: str,
    deeds: Sequence[Sequence[Any]],
    saved: str | None,
) -> dict[str, list[Any]]:
    """Do one piece of work; return what the office shows before, and the words afterwards."""
    with opened(desktop, source) as document:
        page = Page(document, services, reviewer)
        shown = {
            "changes": [[c.RedlineAuthor, c.RedlineType] for c in each(document.Redlines)],
            "comments": [
                [field.Author, field.Content]
                for field in each(document.TextFields)
                if field.supportsService(COMMENT)
            ],
        }
        for deed, *words in deeds:
            DEEDS[deed](page, *words)
        if saved is not None:
            save(document, Path(saved))
        return {**shown, "paragraphs": list(lines(document.Text))}


def each(collection: Office) -> Iterator[Office]:
    """Yield the members of one of the office's collections."""
    found = collection.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


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
