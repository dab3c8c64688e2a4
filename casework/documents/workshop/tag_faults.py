"""All faults of the tags of a template, in reading order; and which of its fields it uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from casework.documents.workshop.blocks import Blocks, Path, beside, replaced_by
from casework.documents.workshop.expressions import LIMITS, Expressions, spelt
from casework.documents.workshop.faults import MOST_TOLD, Fault
from casework.documents.workshop.kinds import Kind, Loop, fields_of, nearest
from casework.documents.workshop.tags import Tag, tags_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casework.documents.workshop.lines import Line

BARE: Final = Environment(autoescape=True)
"""Only ever used to take tags apart, never to print."""
DEEPEST: Final = 40
"""Ifs and fors inside one another; the deepest of the default templates are five."""
KNOWN: Final = ("if", "elif", "else", "endif", "for", "endfor")
STANDS_FOR: Final = {"p": "paragraph", "tr": "row", "tc": "cell"}
REFUSED: Final = {
    "include": "an include", "import": "an import", "from": "an import", "macro": "a macro",
    "set": "a set", "call": "a call", "filter": "a filter block", "extends": "an extends",
    "block": "a block", "raw": "a raw block", "do": "a do", "with": "a with",
    "autoescape": "an autoescape", "break": "a break", "continue": "a continue",
    "cellbg": "a cellbg", "colspan": "a colspan", "vm": "a vm", "hm": "an hm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, and under which conditions it is printed."""

    line: Line
    path: Path
    loops: tuple[int, ...]
    """The lists whose every turn prints it."""


@dataclass
class TagReader:
    """The reader of all tags of a template."""

    fields: Kind
    """The class of the fields this kind of document is given."""
    faults: list[Fault] = field(default_factory=list)
    used: set[tuple[Kind, str]] = field(default_factory=set)
    placed: list[Placed] = field(default_factory=list)
    _blocks: Blocks = field(init=False)

    def read(self, lines: Iterable[Line]) -> None:
        """Go through the lines part by part."""
        part = ""
        self._blocks = Blocks(fields_of(self.fields))
        for line in lines:
            if line.part != part:
                self.faults += self._blocks.close()
                part = line.part
            self.placed.append(Placed(line, self._blocks.path, self._blocks.loops))
            if "{" in line.text or "}" in line.text:
                self._read_line(line)
        self.faults += self._blocks.close()

    def _read_line(self, line: Line) -> None:
        lost = False
        for found in tags_in(line):
            if len(self.faults) > MOST_TOLD:
                return
            if isinstance(found, Fault):
                self.faults.append(found)
            elif found.opening != "{#":
                lost = lost or self._loses_words(found)
                self._read_tag(found)

    def _read_tag(self, tag: Tag) -> None:
        if tag.opening == "{{":
            self._print(tag)
        elif tag.form == "r" or tag.keyword not in KNOWN:
            self._refused(tag)
        elif tag.keyword in {"else", "elif"}:
            self.faults += self._blocks.otherwise(tag)
            if tag.keyword == "elif":
                self._condition(tag, "{% if " + tag.words[4:] + " %}{% endif %}")
        elif tag.keyword in {"endif", "endfor"}:
            self.faults += self._blocks.end(tag)
        elif tag.keyword == "if":
            self._condition(tag, "{% " + tag.words + " %}{% endif %}")
            self._begin(tag, {})
        else:
            self._begin(tag, self._turns(tag))

    def _begin(self, tag: Tag, names: dict[str, Kind]) -> None:
        if len(self._blocks.open) < DEEPEST:
            self._blocks.begin(tag, names)
            return
        message = (
            f"{tag.spelt[:60]} stands in more than {DEEPEST} others: nobody could follow that."
        )
        self._say(tag, "forbidden", message)

    def _loses_words(self, tag: Tag) -> bool:
        """Tell of a tag that stands for more than itself."""
        kind = STANDS_FOR.get(tag.form)
        if kind is None or tag.opening == "{{":
            return False
        if replaced_by(tag) is None or not tag.line.is_paragraph:
            message = f"{tag.spelt} stands for a whole {kind}, and stands in none here."
            self._say(tag, "ill_matched", message)
            return False
        words = beside(tag.line, tag)
        if words:
            message = (
                f"{tag.spelt} stands for its whole {kind}, so “{words[:40]}” would be left out: "
                f"give the tag a {kind} of its own."
            )
            self._say(tag, "lost_words", message)
        return bool(words)

    def _print(self, tag: Tag) -> None:
        if tag.form:
            needed = f"{{{{ {tag.words} }}}}"
            message = f"{tag.spelt} would put something other than words here: write {needed}."
            self._say(tag, "forbidden", message, needed)
            return
        tree = self._parsed(tag, "{{ " + tag.words + " }}")
        for output in tree.body if tree else ():
            for node in output.iter_child_nodes():
                self._expressions(tag).printed(node)

    def _condition(self, tag: Tag, source: str) -> None:
        tree = self._parsed(tag, source)
        if tree and isinstance(tree.body[0], nodes.If):
            self._expressions(tag).kind(tree.body[0].test)

    def _turns(self, tag: Tag) -> dict[str, Kind]:
        """Return the names a “for” gives to the lines inside it."""
        tree = self._parsed(tag, "{% " + tag.words + " %}{% endfor %}")
        if not tree or not isinstance(tree.body[0], nodes.For):
            return {}
        loop = tree.body[0]
        kind = self._expressions(tag).turns(loop.iter)
        if not isinstance(loop.target, nodes.Name) or loop.recursive:
            one = "row" if isinstance(loop.target, nodes.Tuple) else "one"
            message = f"{tag.spelt} is more than a template may do: go through it by one name."
            suggestion = f"{{%{tag.form} for {one} in {spelt(loop.iter)} %}}"
            self._say(tag, "forbidden", message, suggestion)
            return dict.fromkeys((n.name for n in loop.target.find_all(nodes.Name)), None)
        names = {loop.target.name: kind, "loop": Loop}
        if loop.test is not None:
            Expressions(self._blocks.scope | names, partial(self._say, tag), self.used).kind(
                loop.test
            )
        return names

    def _parsed(self, tag: Tag, source: str) -> nodes.Template | None:
        try:
            return BARE.parse(source)
        except (TemplateSyntaxError, RecursionError, ValueError) as error:
            words = str(error)
            got = words.rpartition("got ")[2].strip("'.") if "got " in words else ""
            near = f" near “{got}”" if got and len(got) < len(tag.spelt) else ""
            message = (
                f"The tag {tag.spelt[:60]} cannot be read{near}: "
                "look for a missing dot, quote or bracket."
            )
            self._say(tag, "broken_tag", message)
            return None

    def _refused(self, tag: Tag) -> None:
        keyword = tag.keyword.removeprefix("end")
        if tag.form != "r" and keyword in REFUSED:
            what = REFUSED[keyword]
            message = f"{tag.spelt} is {what}, which may not stand in a template: {LIMITS}."
            self._say(tag, "forbidden", message)
            return
        meant = None if tag.form == "r" else nearest(tag.keyword, KNOWN)
        hint = f"did you mean {meant}?" if meant else "there are if, for and their ends."
        self._say(tag, "broken_tag", f"{tag.spelt} is no tag of a template: {hint}", meant)
        if meant in {"endif", "endfor"}:  # one slip of the keyboard is one fault
            self._blocks.end(Tag(tag.line, tag.spelt, tag.opening, tag.form, meant))

    def _expressions(self, tag: Tag) -> Expressions:
        return Expressions(self._blocks.scope, partial(self._say, tag), self.used)

    def _say(self, tag: Tag, fault: str, message: str, suggestion: str | None = None) -> None:
        self.faults.append(Fault(fault, tag.line.where, message, suggestion))


def tag_faults(lines: Sequence[Line], fields: Kind) -> TagReader:
    """Return what was found in the tags of a template's lines."""
    reader = TagReader(fields)
    reader.read(lines)
    return reader
