"""The law of every merge: rejecting the service's changes gives the reviewers' file back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.merge.comments import COMMENT, RANGE_END, RANGE_START, REFERENCE
from casework.documents.merge.pen import AUTHOR, P_PR_CHANGE, SERVICE, SPACE, STRUCK_AS
from casework.documents.pieces.letters import DEL, INS
from casework.documents.wordml import parse, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

TR: Final = w("tr")
EMPTIES: Final = (word.P_PR, word.R_PR, w("trPr"))


def is_kept(
    merged: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
    main: str,
    comments: AbstractSet[str],
    plumbing: Iterable[str],
) -> bool:
    """Return whether a merge keeps the law.

    `comments`: numbers of the comments it added; `plumbing`: the parts that
    hold comments or name them, where it may add and nothing else.
    """
    allowed = {main, *plumbing}
    if any(merged.get(name) != part for name, part in theirs.items() if name not in allowed):
        return False
    if set(merged) - set(theirs) - allowed:
        return False
    back = rejected(parse(merged[main]), comments)
    if canonical(back) != canonical(parse(theirs[main])):
        return False
    return all(_only_added(merged[n], theirs.get(n), comments) for n in plumbing if n in merged)


def rejected(root: etree._Element, comments: AbstractSet[str] = frozenset()) -> etree._Element:
    """Return a document with every change of the service rejected, and these comments deleted."""
    _delete_comments(root, comments)
    for mark in ours(root, INS):
        if _is_in(mark, "trPr"):
            take_out(next(mark.iterancestors(TR)))
    for mark in ours(root, DEL):
        if _is_in(mark, "trPr"):
            take_out(mark)
    for change in ours(root, P_PR_CHANGE):
        _restore(change)
    endless = _unmark_ends(root)
    for mark in ours(root, INS):
        take_out(mark)
    for mark in ours(root, DEL):
        _unwrap(mark)
    _join_paragraphs(endless)
    return root


def ours(root: etree._Element, *tags: str) -> list[etree._Element]:
    """Return the marks of these kinds that are the service's."""
    return [mark for mark in root.iter(*tags) if mark.get(AUTHOR) == SERVICE]


def _is_in(mark: etree._Element, name: str) -> bool:
    return word.parent_of(mark).tag == w(name)


def take_out(element: etree._Element) -> None:
    """Remove an element, and the table or link it leaves empty."""
    parent = word.parent_of(element)
    parent.remove(element)
    if (parent.tag == word.TBL and next(parent.iter(TR), None) is None) or (
        parent.tag == w("hyperlink") and not len(parent)
    ):
        word.parent_of(parent).remove(parent)


def _unwrap(mark: etree._Element) -> None:
    for name, struck in STRUCK_AS.items():
        for text in mark.iter(struck):
            text.tag = name
    for child in list(mark):
        mark.addprevious(child)
    word.parent_of(mark).remove(mark)


def _restore(change: etree._Element) -> None:
    """Bring back the properties a paragraph had before."""
    properties = word.parent_of(change)
    kept = [child for child in properties if child.tag in (word.R_PR, w("sectPr"))]
    before = change.find(word.P_PR)
    for child in list(properties):
        properties.remove(child)
    properties.extend([*(before if before is not None else ()), *kept])


def _unmark_ends(root: etree._Element) -> list[etree._Element]:
    """Take our marks off the ends of paragraphs; return those whose end was never there."""
    endless = []
    for mark in ours(root, INS, DEL):
        if _is_in(mark, "rPr"):
            if mark.tag == INS:
                endless.append(next(mark.iterancestors(word.P)))
            take_out(mark)
    return endless


def _join_paragraphs(endless: list[etree._Element]) -> None:
    """Let each paragraph whose end is gone run on into the next, whose properties count."""
    for paragraph in reversed(endless):
        following = next(paragraph.itersiblings(word.P, word.TBL, word.SDT), None)
        said = [child for child in paragraph if child.tag != word.P_PR]
        if not said:
            word.parent_of(paragraph).remove(paragraph)
        elif following is not None and following.tag == word.P:
            _run_on(paragraph, following)


def _run_on(paragraph: etree._Element, following: etree._Element) -> None:
    own, other = paragraph.find(word.P_PR), following.find(word.P_PR)
    if own is not None:
        paragraph.remove(own)
    if other is not None:
        paragraph.insert(0, other)
    paragraph.extend([child for child in following if child is not other])
    word.parent_of(following).remove(following)


def _delete_comments(root: etree._Element, numbers: AbstractSet[str]) -> None:
    for mark in list(root.iter(RANGE_START, RANGE_END, REFERENCE)):
        if mark.get(word.ID) in numbers:
            around = word.parent_of(mark)
            around.remove(mark)
            if mark.tag == REFERENCE and not [c for c in around if c.tag != word.R_PR]:
                word.parent_of(around).remove(around)


def _only_added(merged: bytes, theirs: bytes | None, comments: AbstractSet[str]) -> bool:
    """Return whether a part of the comments' plumbing holds all it held, in its order."""
    root = parse(merged)
    if root.tag == w("comments"):
        for comment in root.findall(COMMENT):
            if comment.get(word.ID) in comments:
                root.remove(comment)
    if theirs is None:
        return root.tag != w("comments") or not len(root)
    before = [etree.tostring(child, method="c14n") for child in parse(theirs)]
    after = [etree.tostring(child, method="c14n") for child in root]
    return after[: len(before)] == before


def canonical(root: etree._Element) -> bytes:
    """Return a document's XML in the one form that does not tell how runs were cut."""
    for text in root.iter(*STRUCK_AS, *STRUCK_AS.values()):
        if SPACE in text.attrib:
            del text.attrib[SPACE]
    for properties in reversed(list(root.iter(*EMPTIES))):
        if not len(properties) and not properties.attrib:
            word.parent_of(properties).remove(properties)
    for run in list(root.iter(word.R)):
        _join_run(run)
    return etree.tostring(root, method="c14n")


def _join_run(run: etree._Element) -> None:
    before = run.getprevious()
    if before is None or before.tag != word.R or before.attrib != run.attrib:
        _join_texts(run)
        return
    if _look(before) != _look(run):
        _join_texts(run)
        return
    for child in [c for c in run if c.tag != word.R_PR]:
        before.append(child)
    word.parent_of(run).remove(run)
    _join_texts(before)


def _join_texts(run: etree._Element) -> None:
    for text in run.findall(word.T):
        before = text.getprevious()
        if before is not None and before.tag == word.T:
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)


def _look(run: etree._Element) -> bytes:
    look = run.find(word.R_PR)
    return b"" if look is None else etree.tostring(look, method="c14n")
