"""A file the service wrote, what people made of it, what the service would write now: merged.

What comes out is judged by readers that know nothing of the product's own code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from casework.documents.merge import SERVICE, merge
from models.review_words import MergeOutcome
from tests.casework.documents.raw_word import control, para, run, word_file
from tests.editors import wholeness
from tests.editors.canonical import first_difference
from tests.editors.hands_left import changes_by_people, comments_by_people
from tests.editors.lines import lines_of
from tests.editors.markup import DOCUMENT, RELATIONS, TYPES, parse, parts_of
from tests.editors.notes import COMMENTS, notes_of
from tests.editors.verdict import accepted, rejected

if TYPE_CHECKING:
    from lxml import etree

    from models.shapes.merging import Merged

AT: Final = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)
BETH: Final = 'w:author="Beth Hale" w:date="2022-11-18T10:00:00Z"'
MAY_CHANGE: Final = {DOCUMENT, COMMENTS, RELATIONS, TYPES}


@dataclass(frozen=True)
class Outcome:
    """A merge, and the file it was made for."""

    theirs: bytes
    merged: Merged

    @property
    def root(self) -> etree._Element:
        """Return the document as it was handed out."""
        return parse(parts_of(self.merged.data)[DOCUMENT])

    @property
    def taken(self) -> list[str]:
        """Return the lines of the file after somebody accepted all the service's changes."""
        return [line.text for line in lines_of(accepted(self.merged.data, SERVICE))]

    @property
    def comments(self) -> list[str]:
        """Return the words of the service's comments."""
        notes = notes_of(parts_of(self.merged.data))
        return [note.text for note in notes if note.author == SERVICE]

    @property
    def told(self) -> list[tuple[str, str]]:
        """Return outcome and region of everything that was not left as it was."""
        return [
            (item.outcome.value, item.region)
            for item in self.merged.items
            if item.outcome is not MergeOutcome.UNCHANGED
        ]

    def is_untouched(self) -> bool:
        """Return whether the reviewers' file came back byte for byte."""
        return self.merged.data == self.theirs

    def assert_lawful(self) -> None:
        """Check that refusing everything gives their file back, and that the file is whole."""
        theirs, after = parts_of(self.theirs), parts_of(self.merged.data)
        refused = rejected(self.merged.data, SERVICE)
        assert first_difference(refused, parse(theirs[DOCUMENT])) == ""
        assert list(wholeness.markup(theirs, after)) == []
        assert "".join(wholeness.comments(theirs, after)) == ""
        for read in (changes_by_people, comments_by_people):
            assert read(theirs, SERVICE) == read(after, SERVICE)
        for name in theirs.keys() | after.keys():
            assert name in MAY_CHANGE or theirs[name] == after[name]


def merged_files(base: bytes, theirs: bytes, mine: bytes) -> Outcome:
    """Return the merge of three files, its laws checked."""
    outcome = Outcome(theirs, merge(base, theirs, mine, AT))
    outcome.assert_lawful()
    return outcome


def merged(base: str, theirs: str, mine: str) -> Outcome:
    """Return the merge of three bodies, its laws checked."""
    return merged_files(word_file(base), word_file(theirs), word_file(mine))


def region(key: str, *paragraphs: str) -> str:
    """Return a region of the service's with these paragraphs, words or markup."""
    return control(key, "".join(map(para, paragraphs)))


def typed(words: str, number: int = 900) -> str:
    """Return words a reviewer put in as a tracked change."""
    return f'<w:ins w:id="{number}" {BETH}>{run(words)}</w:ins>'


def struck(words: str, number: int = 901) -> str:
    """Return words a reviewer took out as a tracked change."""
    inner = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {BETH}>{inner}</w:del>'


def bookmarked(key: str, words: str, number: int = 70) -> str:
    """Return a paragraph whose region is known by its hidden bookmark alone."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="_s55_{key}"/>'
    return para(f'{start}{run(words)}<w:bookmarkEnd w:id="{number}"/>')


def titled(key: str, *paragraphs: str) -> str:
    """Return a region known by the title of its control alone, as one editor leaves it."""
    return region(key, *paragraphs).replace(f'<w:tag w:val="s55:{key}"/>', "")
