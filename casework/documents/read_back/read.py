"""Reading an edited Word file back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casework.documents.gate import inspect
from casework.documents.read_back.blocks import BlockReader
from casework.documents.read_back.changes import changes_in
from casework.documents.read_back.comments import comments_in
from casework.documents.read_back.edges import edges_of
from casework.documents.read_back.notes import NOTE_PARTS, notes_of
from casework.documents.read_back.numbering import Numbering
from casework.documents.read_back.package import Package
from casework.documents.read_back.story import Story
from casework.documents.read_back.styles import Styles
from casework.documents.stamp import EMPTY, STAMP_PART, stamp_in
from casework.documents.wordml import w
from casework.errors import RefusedInputError
from models.shapes.word import ReadBack

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.view import View
    from models.shapes.word import GateReport, WordComment


def read_back(data: bytes, view: View = "accepted", report: GateReport | None = None) -> ReadBack:
    """Return all a Word file says, in order, with its tracked changes accepted or rejected.

    `report` is the gate's on this very file, if it has been made already.
    """
    found = read_package(Package.of(data), view)
    report = inspect(data) if report is None else report
    return replace(found, left_overs=report.left_overs)


def read_package(package: Package, view: View = "accepted") -> ReadBack:
    """Return all the parts of a Word file say, without what the gate finds left over."""
    root = package.root(package.main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        message = (
            "This is not a Word document (.docx): open it in Word and save it as a Word document."
        )
        raise RefusedInputError(message)
    story = Story(
        view=view,
        styles=Styles(package.related_root("styles")),
        numbering=Numbering(package.related_root("numbering")),
        package=package,
        part=package.main,
    )
    blocks = BlockReader(story).read(body) + notes_of(story)
    edges = tuple(edges_of(body, story))
    roots = _stories(root, story)
    return ReadBack(
        stamp_in(package.parts.get(STAMP_PART, EMPTY)),
        blocks,
        (),
        tuple(story.unmapped),
        edges,
        tuple(change for each in roots for change in changes_in(each, story.places)),
        _comments(story, roots),
        tuple(story.obstacles),
        story.styles.language,
    )


def _stories(root: etree._Element, story: Story) -> list[etree._Element]:
    """Return the parts in which people write: the text, its notes, headers and footers."""
    names = [story.package.related(kind) for kind in NOTE_PARTS.values()]
    names += [
        relation.target
        for relation in story.package.relations(story.part).values()
        if relation.kind in {"header", "footer"} and not relation.outside
    ]
    found = (story.package.root(name) for name in dict.fromkeys(names))
    return [root, *(each for each in found if each is not None)]


def _comments(story: Story, roots: list[etree._Element]) -> tuple[WordComment, ...]:
    aside = story.aside(story.package.related("comments"))
    aside.unmapped, aside.obstacles = {}, {}

    def words_of(comment: etree._Element) -> str:
        return "\n".join(block.text for block in BlockReader(aside).read(comment))

    return tuple(comments_in(story, roots, words_of))
