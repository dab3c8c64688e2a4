"""Finding the tags in a line, whole and broken; how they are split over runs does not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents.workshop.faults import Fault
from casework.documents.workshop.lines import Line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING: Final = re.compile(r"\{[{%#]")
CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
STRAY: Final = re.compile(
    r"(?P<split>\{[ \t\xa0]+[{%]|[}%][ \t\xa0]+\})"
    r"|(?P<closing>\}\}|%\})"
    r"|(?P<single>\{[ \t\xa0]*[A-Za-z_][\w.]*[ \t\xa0]*\})"
)
FORM: Final = re.compile(r"(p|tr|tc|r)(?=\s)")
CLOSE_UP: Final = re.compile(r"\A[-+]|[-+]\Z")
"""Signs right beside the braces: docxtpl joins paragraphs there."""
LONE: Final = re.compile(r"\A\}|\{\Z")
QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
"""Word curls quotes as they are typed; in a tag they are meant straight."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the template language."""

    line: Line
    spelt: str
    """As it stands in Word."""
    opening: str
    form: str
    """`p`, `tr`, `tc` or `r` for a tag that stands for its whole paragraph, row, cell or run."""
    words: str

    @property
    def keyword(self) -> str:
        """Return the first word of a statement: `for`, `endif`."""
        return (self.words.split() or [""])[0]


def tags_in(line: Line) -> Iterator[Tag | Fault]:
    """Yield the tags of a line in their order, and a fault for each that is broken."""
    text, at = line.text, 0
    while opened := OPENING.search(text, at):
        yield from _strays(line, text[at : opened.start()])
        following = OPENING.search(text, opened.end())
        limit = following.start() if following and opened[0] != "{#" else len(text)
        end = text.find(CLOSING[opened[0]], opened.end(), limit)
        if end < 0:
            yield _unclosed(line, text[opened.start() : limit], CLOSING[opened[0]])
            at = limit
        else:
            at = end + 2
            yield _tag(line, text[opened.start() : at])
            if opened[0] != "{#" and CLOSE_UP.search(text[opened.end() : end]):
                yield _dashed(line, text[opened.start() : at])
    yield from _strays(line, text[at:])
    if LONE.search(text) and line.is_paragraph:
        message = "A single brace begins or ends the line, and would join it to the next tag."
        yield Fault("broken_tag", line.where, message)


def _tag(line: Line, spelt: str) -> Tag:
    inside = spelt[2:-2].translate(QUOTES)
    form = FORM.match(inside)
    words = inside[form.end() :] if form else inside
    return Tag(line, spelt, spelt[:2], form[1] if form else "", CLOSE_UP.sub("", words).strip())


def _dashed(line: Line, spelt: str) -> Fault:
    message = f"The dash in {shortened(spelt)} would join its line to the next one: take it out."
    needed = f"{spelt[:2]}{CLOSE_UP.sub('', spelt[2:-2])}{spelt[-2:]}"
    return Fault("broken_tag", line.where, message, needed)


def _unclosed(line: Line, rest: str, closing: str) -> Fault:
    message = (
        f"The tag “{shortened(rest)}” is never closed on its line: end it with {closing}, "
        "both signs without a space between them."
    )
    return Fault("broken_tag", line.where, message, closing)


def _strays(line: Line, words: str) -> Iterator[Fault]:
    """Yield one fault for what looks like a tag between two whole ones, and is none."""
    found = STRAY.search(words)
    if not found:
        return
    near = shortened(words[max(0, found.start() - 15) : found.end() + 25])
    if found["split"]:
        message = f"The tag near “{near}” is broken by a space: write both braces side by side."
        suggestion = re.sub(r"\s", "", found[0])
    elif found["closing"]:
        message = f"Near “{near}” a tag is closed that was never opened: begin it with {{{{ or {{%."
        suggestion = "{{" if found[0] == "}}" else "{%"
    else:
        message = (
            f"“{found[0]}” would be printed as it stands: a field has two braces on each side."
        )
        suggestion = f"{{{{ {found[0].strip('{} ')} }}}}"
    yield Fault("broken_tag", line.where, message, suggestion)
