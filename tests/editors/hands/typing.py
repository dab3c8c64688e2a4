"""Typing, without tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.editors.desk import split
from tests.editors.ledger import Touch
from tests.editors.markup import SPACE, R, T, element, runs_of, w
from tests.editors.wording import a_paragraph

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk


def _a_run(desk: Desk) -> tuple[etree._Element, etree._Element] | None:
    paragraph = desk.written()
    if paragraph is None:
        return None
    return paragraph, desk.by.choice(runs_of(paragraph))


def _say(run: etree._Element, text: str) -> None:
    words = run.find(T)
    assert words is not None
    words.text = text
    words.set(SPACE, "preserve")


def types_into(desk: Desk) -> bool:
    """Type a word or two somewhere, now and then in the middle of a word."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    text = run.findtext(T) or ""
    gaps = [m.end() for m in re.finditer(r"\s|^", text)]
    at = desk.by.randrange(len(text) + 1) if desk.by.random() < 0.25 else desk.by.choice(gaps)
    new = f"{desk.mark()} " if desk.by.random() < 0.7 else f"and {desk.mark()} too, "
    _say(run, text[:at] + new + text[at:])
    desk.touch(paragraph)
    return True


def retypes(desk: Desk) -> bool:
    """Write a whole paragraph anew."""
    paragraph = desk.pick(lambda p: bool(runs_of(p)) and desk.free_to_go(p))
    if paragraph is None:
        return False
    runs = runs_of(paragraph)
    first, rest = runs[0], [r for r in paragraph.iter(R) if r is not runs[0]]
    _say(first, f"{a_paragraph(desk.by, desk.by.randint(3, 15))} {desk.mark()}")
    for run in rest:
        around = run.getparent()
        if around is not None and around.tag != w("hyperlink"):
            around.remove(run)
    desk.touch(paragraph)
    return True


def replaces_a_word(desk: Desk) -> bool:
    """Put one word in place of another."""
    return _on_words(desk, lambda _: desk.mark())


def deletes_words(desk: Desk) -> bool:
    """Take a few words out."""
    return _on_words(desk, lambda _: "")


def corrects_itself(desk: Desk) -> bool:
    """Let the program put its own quotation marks and hard spaces in."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    text = run.findtext(T) or ""
    kinds = [(" ", "\u00a0"), ("’", "'"), ("'", "’"), (" – ", "—"), ("-", "\u2011")]
    fitting = [(old, new) for old, new in kinds if old in text]
    if not fitting:
        return False
    old, new = desk.by.choice(fitting)
    _say(run, text.replace(old, new, desk.by.choice([1, 1, -1])))
    desk.touch(paragraph)
    return True


def _on_words(desk: Desk, write: object) -> bool:
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    text = run.findtext(T) or ""
    words = list(re.finditer(r"\S+\s*", text))
    if not words:
        return False
    first = desk.by.randrange(len(words))
    new = write(text) if callable(write) else ""
    last = first if new else min(first + desk.by.randrange(4), len(words) - 1)
    if not new and len(words) <= last - first + 1:
        return False  # to delete all of a paragraph's words is another kind of edit
    _say(run, text[: words[first].start()] + (f"{new} " if new else "") + text[words[last].end() :])
    desk.touch(paragraph)
    return True


def breaks_a_line(desk: Desk) -> bool:
    """Put in a tab or a line break."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    text = run.findtext(T) or ""
    second = split(run, desk.by.randrange(len(text) + 1))
    sign = element("r", element(desk.by.choice(["tab", "br"])), element("t", text=desk.mark()))
    second.addprevious(sign)
    desk.touch(paragraph)
    return True


def inserts_a_field(desk: Desk) -> bool:
    """Put in a page number, as a field of the long kind."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    second = split(run, desk.by.randrange(len(run.findtext(T) or "") + 1))
    for child in (
        element("fldChar", fldCharType="begin"),
        element("instrText", text=" PAGE "),
        element("fldChar", fldCharType="separate"),
        element("t", text=desk.mark()),
        element("fldChar", fldCharType="end"),
    ):
        second.addprevious(element("r", child))
    desk.touch(paragraph)
    return True


def makes_bold(desk: Desk) -> bool:
    """Make some words bold."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    text = run.findtext(T) or ""
    if len(text) < 3:
        return False
    second = split(run, desk.by.randrange(1, len(text) - 1))
    if desk.by.random() < 0.5:
        split(second, desk.by.randrange(1, len(second.findtext(T) or "")))
    look = second.find(w("rPr"))
    if look is None:
        look = element("rPr")
        second.insert(0, look)
    if look.find(w("b")) is None:
        style = look.find(w("rStyle"))
        look.insert(0 if style is None else 1, element("b"))
    desk.touch(paragraph, Touch.QUIET)
    return True


def writes_in_pieces(desk: Desk) -> bool:
    """Let the program split runs anywhere: its numbers of sessions, its spelling marks."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    for _ in range(desk.by.randint(1, 3)):
        text = run.findtext(T) or ""
        if len(text) < 2:
            break
        run = split(run, desk.by.randrange(1, len(text)))
        run.set(w("rsidR"), f"00{desk.by.randrange(16**6):06X}")
        if desk.by.random() < 0.3:
            run.addprevious(element("proofErr", type="spellStart"))
            run.addnext(element("proofErr", type="spellEnd"))
    desk.touch(paragraph, Touch.QUIET)
    return True
