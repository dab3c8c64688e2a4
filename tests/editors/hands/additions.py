"""What hangs on the words: comments, footnotes, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.editors.desk import PEOPLE, split
from tests.editors.ledger import Touch
from tests.editors.markup import (
    R_SPACE,
    RELATIONS,
    RELATIONS_SPACE,
    TYPES,
    TYPES_SPACE,
    W_SPACE,
    P,
    element,
    parent,
    parse,
    runs_of,
    serialise,
    w,
)

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk

OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SEPARATORS: Final = "".join(
    f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def _relate(desk: Desk, kind: str, target: str, *, outside: bool = False) -> str:
    """Return the name of a new relation."""
    relations = parse(desk.parts[RELATIONS])
    name = f"rIdHand{len(relations) + 1}"
    made = relations.makeelement(f"{{{RELATIONS_SPACE}}}Relationship", {}, None)
    for key, value in (("Id", name), ("Type", f"{R_SPACE}/{kind}"), ("Target", target)):
        made.set(key, value)
    if outside:
        made.set("TargetMode", "External")
    relations.append(made)
    desk.parts[RELATIONS] = serialise(relations)
    return name


def _part(desk: Desk, kind: str, inner: str = "") -> etree._Element:
    """Return a part that holds comments or footnotes; the first one brings it in."""
    name = f"word/{kind}.xml"
    if name not in desk.parts:
        desk.parts[name] = f'<w:{kind} xmlns:w="{W_SPACE}">{inner}</w:{kind}>'.encode()
        types = parse(desk.parts[TYPES])
        made = types.makeelement(f"{{{TYPES_SPACE}}}Override", {}, None)
        made.set("PartName", f"/{name}")
        made.set("ContentType", f"{OFFICE}.{kind}+xml")
        types.append(made)
        desk.parts[TYPES] = serialise(types)
        _relate(desk, kind, f"{kind}.xml")
    return parse(desk.parts[name])


def comments(desk: Desk) -> bool:
    """Write a comment beside some words."""
    paragraph = desk.pick(lambda p: any(r.getparent() is p for r in runs_of(p)))
    if paragraph is None:
        return False
    run = desk.by.choice([r for r in runs_of(paragraph) if r.getparent() is paragraph])
    text = run.findtext(w("t")) or ""
    if len(text) > 2 and desk.by.random() < 0.7:
        run = split(run, desk.by.randrange(1, len(text)))
    part = _part(desk, "comments")
    number = str(len(part))
    note = element(
        "comment",
        desk.paragraph(f"A thought {desk.mark()}."),
        id=number,
        author=desk.by.choice(PEOPLE),
        date="2022-11-04T10:00:00Z",
        initials="XX",
    )
    part.append(note)
    desk.parts["word/comments.xml"] = serialise(part)
    run.addprevious(element("commentRangeStart", id=number))
    end = element("commentRangeEnd", id=number)
    run.addnext(end)
    end.addnext(element("r", element("commentReference", id=number)))
    desk.touch(paragraph, Touch.QUIET)
    return True


def adds_a_footnote(desk: Desk) -> bool:
    """Hang a footnote on a word."""
    paragraph = desk.pick(lambda p: any(parent(r).tag == P for r in runs_of(p)))
    if paragraph is None:
        return False
    run = desk.by.choice([r for r in runs_of(paragraph) if parent(r).tag == P])
    part = _part(desk, "footnotes", SEPARATORS)
    number = str(len(part) - 1)
    part.append(element("footnote", desk.paragraph(f"A note {desk.mark()}."), id=number))
    desk.parts["word/footnotes.xml"] = serialise(part)
    run.addnext(element("r", element("footnoteReference", id=number)))
    desk.touch(paragraph)
    return True


def links(desk: Desk) -> bool:
    """Put in a link to a page."""
    paragraph = desk.pick(lambda p: any(parent(r).tag == P for r in runs_of(p)))
    if paragraph is None:
        return False
    run = desk.by.choice([r for r in runs_of(paragraph) if parent(r).tag == P])
    name = _relate(desk, "hyperlink", "https://barsetshire.example/", outside=True)
    link = element("hyperlink", desk.run(f" {desk.mark()}", run))
    link.set(f"{{{R_SPACE}}}id", name)
    run.addnext(link)
    desk.touch(paragraph)
    return True
