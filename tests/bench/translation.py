"""Our template in the languages of the peers, with the same words, loops and conditions.

Their languages say less than Jinja does. So each field, loop and condition gets
a plain name, and its value is reckoned beforehand and handed over by that name.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any

from jinja2 import ChainableUndefined, Environment
from jinja2.environment import TemplateExpression
from lxml import etree

from casework.documents import wordml as word

ROW = word.w("tr")
LOOP_IN_LINE = re.compile(r"\{% for .*\{% endfor %\}")
TAG = re.compile(r"\{[{%].*?[}%]\}")
STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
REASONING = Environment(undefined=ChainableUndefined)  # noqa: S701 - it prints no document


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a peer writes its tags: `{name}` is a plain name, `{at}` the way to where it stands."""

    field: str
    loop: str
    end_loop: str
    condition: str
    end_condition: str
    root: str = ""
    step: str = ""
    """The way into a loop."""
    loops_in_lines: bool = True
    """Whether a few words within a paragraph can be repeated; else Jinja repeats them."""
    own_rows: bool = False
    """Whether a tag of rows stands in a row of its own, as in ours, or in the row it is about."""


BRACES = Dialect("{{{name}}}", "{{#{name}}}", "{{/{name}}}", "{{#{name}}}", "{{/{name}}}")
PLUSES = Dialect(
    "+++INS {at}{name}+++",
    "+++FOR {name} IN {at}{name}+++",
    "+++END-FOR {name}+++",
    "+++IF {at}{name}+++",
    "+++END-IF+++",
    step="${name}.",
    own_rows=True,
)
NUMBERS = Dialect(
    "{{{at}{name}}}",
    "{{{at}{name}[i].here}}",
    "{{{at}{name}[i+1].here}}",
    "{{{at}{name}:ifEQ(true):showBegin}}",
    "{{{at}{name}:showEnd}}",
    root="d.",
    step="{at}{name}[i].",
    loops_in_lines=False,
    own_rows=True,
)


@dataclass(slots=True)
class Turn:
    """One turn of a loop, or the whole document: what is named in it, and how it is reckoned."""

    at: str
    listed: str = ""
    variable: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, str] = field(default_factory=dict)
    loops: dict[str, "Turn"] = field(default_factory=dict)

    def data(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a peer is given for these values: text, yes or no, lists of turns."""
        found: dict[str, Any] = {"here": ""}
        found |= {name: _text(words, values) for name, words in self.fields.items()}
        found |= {name: bool(_reckon(words)(**values)) for name, words in self.conditions.items()}
        for name, turn in self.loops.items():
            items = list(_reckon(turn.listed)(**values) or ())
            found[name] = [
                turn.data(
                    {**values, turn.variable: item,
                     "loop": {"first": n == 0, "last": n == len(items) - 1, "index": n + 1}}
                )
                for n, item in enumerate(items)
            ]  # fmt: skip
        return found


def _text(words: str, values: Mapping[str, Any]) -> str:
    if words.startswith("{%"):
        return REASONING.from_string(words).render(values)
    return str(_reckon(words)(**values))


@cache
def _reckon(words: str) -> TemplateExpression:
    return REASONING.compile_expression(words, undefined_to_none=False)


@dataclass(slots=True)
class Way:
    """The way of a condition that is open: its `if`, an `elif` or its `else`."""

    words: str
    earlier: tuple[str, ...] = ()
    """The words of the ways before it, none of which is taken."""
    around: str = ""
    """When the condition in the same line is met that it stands in."""
    name: str = ""

    @property
    def holds(self) -> str:
        """Return when this way is taken, as one expression."""
        around = (f"({self.around})",) if self.around else ()
        earlier = (f"not ({words})" for words in self.earlier)
        return " and ".join((*around, *earlier, f"({self.words})"))


class Translation:
    """Our template as a peer would write it, without the marks of regions."""

    def __init__(self, parts: Mapping[str, bytes], dialect: Dialect) -> None:
        """Translate every tag of every part that is read as pages."""
        self.dialect, self._numbers = dialect, count(1)
        self.body = Turn(dialect.root)
        self._turns = [("", self.body)]
        self._ways: list[Way] = []
        self._outside = 0
        """How many of the open ways stand around the line that is read."""
        self.parts = {name: self._part(parts[name]) for name in parts if STORY.fullmatch(name)}

    def _part(self, part: bytes) -> bytes:
        root = word.parse(part)
        take_controls_off(root)
        waiting: list[str] = []  # what begins in the row that comes next
        last, gone = root, []
        for paragraph in list(root.iter(word.P)):
            text, row = word.text_of(paragraph).strip(), next(paragraph.iterancestors(ROW), None)
            self._outside = len(self._ways)
            if row in gone:
                continue  # another cell of a row that held a tag
            if row is not None and text.startswith("{%tr "):
                gone.append(row)
                ended, begun = self._tags("{%" + text[4:])
                if self.dialect.own_rows:
                    _copy_before(row, [*ended, *begun])
                else:
                    waiting += begun
                    last.extend(map(_run, ended))
            elif text.startswith("{%p "):
                gone.append(paragraph)
                ended, begun = self._tags("{%" + text[3:])
                _copy_before(paragraph, [*ended, *begun])
            else:
                for node in paragraph.iter(word.T):
                    node.text = self._line(node.text or "")
                at = 0 if paragraph.find(word.P_PR) is None else 1
                paragraph[at:at] = [_run(tag) for tag in waiting]
                waiting, last = [], paragraph
        for element in gone:
            word.parent_of(element).remove(element)
        return word.serialise(root)

    def _line(self, text: str) -> str:
        if self.dialect.loops_in_lines:
            return TAG.sub(self._in_line, text)
        text = LOOP_IN_LINE.sub(lambda loop: self._field(loop[0]), text)
        return TAG.sub(self._in_line, text)

    def _field(self, words: str) -> str:
        return self._write(self.dialect.field, self._name(self._turns[-1][1].fields, "v", words))

    def _in_line(self, tag: re.Match[str]) -> str:
        if tag[0].startswith("{{"):
            return self._field(tag[0][2:-2].strip())
        ended, begun = self._tags(tag[0])
        return "".join([*ended, *begun])

    def _tags(self, tag: str) -> tuple[list[str], list[str]]:
        """Return what a tag of Jinja ends, and what it begins."""
        kind, _, words = tag[2:-2].strip().partition(" ")
        if kind == "for":
            variable, _, listed = words.partition(" in ")
            name = f"l{next(self._numbers)}"
            begun = self._write(self.dialect.loop, name)
            turn = Turn(self._write(self.dialect.step, name), listed, variable)
            self._turns[-1][1].loops[name] = turn
            self._turns.append((name, turn))
            return [], [begun]
        if kind == "endfor":
            name, _ = self._turns.pop()
            return [self._write(self.dialect.end_loop, name)], []
        return self._condition(kind, words)

    def _condition(self, kind: str, words: str) -> tuple[list[str], list[str]]:
        """Return what a tag ends and begins; in one line conditions stand side by side."""
        if kind == "if":
            outer = self._way_in_line()
            self._ways.append(Way(words, around=outer.holds if outer else ""))
            return self._end(outer), self._begin(self._ways[-1])
        way = self._ways.pop()
        if kind == "endif":
            return self._end(way), self._begin(self._way_in_line())
        self._ways.append(Way(words or "true", (*way.earlier, way.words), way.around))
        return self._end(way), self._begin(self._ways[-1])

    def _way_in_line(self) -> Way | None:
        return self._ways[-1] if len(self._ways) > self._outside else None

    def _end(self, way: Way | None) -> list[str]:
        return [self._write(self.dialect.end_condition, way.name)] if way else []

    def _begin(self, way: Way | None) -> list[str]:
        if way is None:
            return []
        way.name = self._name(self._turns[-1][1].conditions, "c", way.holds)
        return [self._write(self.dialect.condition, way.name)]

    def _name(self, kept: dict[str, str], letter: str, words: str) -> str:
        name = f"{letter}{next(self._numbers)}"
        kept[name] = words
        return name

    def _write(self, form: str, name: str) -> str:
        return form.format(name=name, at=self._turns[-1][1].at)


def _copy_before(element: etree._Element, tags: list[str]) -> None:
    for tag in tags:
        copy = deepcopy(element)
        element.addprevious(copy)
        first, *others = copy.iter(word.T)
        first.text = tag
        for node in others:
            node.text = ""


def take_controls_off(root: etree._Element) -> None:
    """Leave what stands in content controls without the controls."""
    for control in list(root.iter(word.SDT)):
        content = control.find(word.SDT_CONTENT)
        parent = word.parent_of(control)
        at = parent.index(control)
        parent[at : at + 1] = list(() if content is None else content)


def _run(tag: str) -> etree._Element:
    run = etree.Element(word.R)
    etree.SubElement(run, word.T).text = tag
    return run
