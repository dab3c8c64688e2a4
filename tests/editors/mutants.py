"""Merges broken on purpose, as real ones have been: each must be caught, or the laws see nothing.

Each takes a round and its merge and returns the broken one, or None where nothing can be broken.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from models.review_words import MergeOutcome
from tests.editors.markup import (
    AUTHOR,
    BOOKMARK_END,
    BOOKMARK_START,
    DEL,
    DOCUMENT,
    ID,
    INS,
    P_PR,
    R_PR,
    RANGE_END,
    RANGE_START,
    REFERENCE,
    TBL,
    TC,
    TR,
    TR_PR,
    P,
    R,
    T,
    inside,
    packed,
    parent,
    parse,
    parts_of,
    runs_of,
    serialise,
    words_of,
)
from tests.editors.notes import COMMENTS, notes_of
from tests.editors.verdict import accepted

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from models.shapes.merging import Merged
    from tests.editors.rounds import Round

SERVICE: Final = "Section 55 service"


def _with(merged: Merged, root: etree._Element, **parts: bytes) -> Merged:
    """Return the merge with another document, and other parts of `word/` by name."""
    own = {f"word/{name}.xml": data for name, data in parts.items()}
    return replace(merged, data=packed({**parts_of(merged.data), **own, DOCUMENT: serialise(root)}))


def _root(merged: Merged) -> etree._Element:
    return parse(parts_of(merged.data)[DOCUMENT])


def _ours(root: etree._Element, tag: str) -> list[etree._Element]:
    """Return the service's changes of words, not those of marks and rows."""
    return [c for c in root.iter(tag) if c.get(AUTHOR) == SERVICE and c.find(R) is not None]


def overwrites(_: Round, merged: Merged) -> Merged | None:
    """Put every update in place at once, untracked."""
    if not _ours(_root(merged), INS):
        return None
    return _with(merged, accepted(merged.data, SERVICE))


def overwrites_on_conflict(_: Round, merged: Merged) -> Merged | None:
    """Replace a person's words where the source changed the same ones."""
    root = _root(merged)
    for item in merged.items:
        if item.outcome is not MergeOutcome.CONFLICT or not item.new or not item.theirs:
            continue
        for paragraph in root.iter(P):
            runs = runs_of(paragraph)
            if "".join(run.findtext(T) or "" for run in runs) != item.theirs:
                continue
            for run, words in zip(runs, [item.new, *[""] * len(runs)], strict=False):
                next(run.iter(T)).text = words
            return _with(merged, root)
    return None


def deletes_untracked(_: Round, merged: Merged) -> Merged | None:
    """Take words out so that nobody can refuse it."""
    root = _root(merged)
    for change in _ours(root, DEL)[:1]:
        parent(change).remove(change)
        return _with(merged, root)
    return None


def inserts_untracked(_: Round, merged: Merged) -> Merged | None:
    """Let new words of the source stand there as if they always had."""
    root = _root(merged)
    for change in [c for c in _ours(root, INS) if not inside(c, TR)][:1]:
        around, at = parent(change), parent(change).index(change)
        around[at : at + 1] = list(change)
        return _with(merged, root)
    return None


def loses_a_comment(_: Round, merged: Merged) -> Merged | None:
    """Throw a person's comment out with the service's own old ones."""
    parts, root = parts_of(merged.data), _root(merged)
    for note in notes_of(parts):
        if note.author != SERVICE:
            return _without_note(merged, root, note.number)
    return None


def _without_note(merged: Merged, root: etree._Element, number: str) -> Merged:
    notes = parse(parts_of(merged.data)[COMMENTS])
    for note in [n for n in notes if n.get(ID) == number]:
        notes.remove(note)
    for mark in [m for m in root.iter(RANGE_START, RANGE_END, REFERENCE) if m.get(ID) == number]:
        parent(mark).remove(mark)
    return _with(merged, root, comments=serialise(notes))


def signs_for_a_person(_: Round, merged: Merged) -> Merged | None:
    """Sign a person's pending change for the service."""
    root = _root(merged)
    for change in root.iter(INS, DEL):
        if change.get(AUTHOR) != SERVICE:
            change.set(AUTHOR, SERVICE)
            return _with(merged, root)
    return None


def loses_text_at_a_split(_: Round, merged: Merged) -> Merged | None:
    """Lose one sign where a run is split for a change."""
    root = _root(merged)
    for change in _ours(root, DEL):
        before = change.getprevious()
        words = before.find(T) if before is not None and before.tag == R else None
        if words is not None and len(words.text or "") > 1:
            words.text = (words.text or "")[:-1]
            return _with(merged, root)
    return None


def drops_a_row(_: Round, merged: Merged) -> Merged | None:
    """Take a row out so that nobody can refuse it."""
    root = _root(merged)
    for table in root.iter(TBL):
        rows = table.findall(TR)
        if len(rows) > 2 and rows[-1].find(f"{TR_PR}/{INS}") is None:
            table.remove(rows[-1])
            return _with(merged, root)
    return None


def keeps_silent_on_a_conflict(_: Round, merged: Merged) -> Merged | None:
    """Leave a conflict without a comment."""
    parts = parts_of(merged.data)
    for note in notes_of(parts):
        if note.author == SERVICE:
            return _without_note(merged, _root(merged), note.number)
    return None


def proposes_nothing(one: Round, merged: Merged) -> Merged | None:
    """Give the file back as it was: the first law alone is kept by doing nothing."""
    if not any(item.outcome in {MergeOutcome.UPDATED, MergeOutcome.ADDED} for item in merged.items):
        return None
    return replace(merged, data=one.theirs, items=())


def doubles_a_bookmark(_: Round, merged: Merged) -> Merged | None:
    """Bring a bookmark along that is there already."""
    root = _root(merged)
    start = next(iter(root.iter(BOOKMARK_START)), None)
    if start is None:
        return None
    for change in _ours(root, INS):
        for mark in (start, *[e for e in root.iter(BOOKMARK_END) if e.get(ID) == start.get(ID)]):
            copy = deepcopy(mark)
            copy.tail = None
            change.append(copy)
        return _with(merged, root)
    return None


def puts_it_elsewhere(one: Round, merged: Merged) -> Merged | None:
    """Propose a new paragraph in another region than its own."""
    root = _root(merged)
    body = [p for p in root.iter(P) if not inside(p, TC)]
    met = {t for p in one.mine.pieces if one.ledger.of(p.name) for t in p.texts}
    for paragraph in body:
        if words_of(paragraph) not in met and any(
            c.get(AUTHOR) == SERVICE for c in paragraph.iterfind(f"{P_PR}/{R_PR}/{INS}")
        ):
            far = body[2] if body.index(paragraph) > len(body) // 2 else body[-2]
            far.addprevious(paragraph)
            return _with(merged, root)
    return None


def calls_everything_a_conflict(_: Round, merged: Merged) -> Merged | None:
    """Hand every update back as a conflict."""
    items = tuple(
        replace(item, outcome=MergeOutcome.CONFLICT)
        if item.outcome is MergeOutcome.UPDATED
        else item
        for item in merged.items
    )
    return None if items == merged.items else replace(merged, items=items)


def forgets_a_relation(_: Round, merged: Merged) -> Merged | None:
    """Write comments into a part that no reader finds."""
    parts = parts_of(merged.data)
    if not any(note.author == SERVICE for note in notes_of(parts)):
        return None
    name = "word/_rels/document.xml.rels"
    relations = parse(parts[name])
    for relation in [r for r in relations if r.get("Type", "").endswith("/comments")]:
        relations.remove(relation)
    return replace(merged, data=packed({**parts, name: serialise(relations)}))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A broken merge and the law that must catch it."""

    breaks: Callable[[Round, Merged], Merged | None]
    law: str


GIVEN_BACK: Final = "refusing gives theirs back"
PEOPLE: Final = "what people did is there"
TOLD: Final = "every conflict is told in a comment"
FOLLOWS: Final = "what nobody touched follows the source"

MUTANTS: Final = (
    Mutant(overwrites, GIVEN_BACK),
    Mutant(overwrites_on_conflict, GIVEN_BACK),
    Mutant(deletes_untracked, GIVEN_BACK),
    Mutant(inserts_untracked, GIVEN_BACK),
    Mutant(loses_a_comment, PEOPLE),
    Mutant(signs_for_a_person, PEOPLE),
    Mutant(loses_text_at_a_split, GIVEN_BACK),
    Mutant(drops_a_row, GIVEN_BACK),
    Mutant(keeps_silent_on_a_conflict, TOLD),
    Mutant(proposes_nothing, FOLLOWS),
    Mutant(doubles_a_bookmark, "numbers are fresh and markup is sound"),
    Mutant(puts_it_elsewhere, FOLLOWS),
    Mutant(calls_everything_a_conflict, TOLD),
    Mutant(forgets_a_relation, "comments are whole"),
)
