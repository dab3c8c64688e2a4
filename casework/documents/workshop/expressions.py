"""What a tag asks for: every field it names is looked up in the shapes, through loops and dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jinja2 import nodes

from casework.documents.template_lint import ALLOWED, FILTERS, PLAIN
from casework.documents.workshop.kinds import (
    TOP,
    UNKNOWN,
    Kind,
    element_of,
    fields_of,
    in_words,
    is_list,
    nearest,
    paths_in,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Say(Protocol):
    """Somebody who is told of a fault: its kind, the sentence, what was probably meant."""

    def __call__(self, fault: str, message: str, suggestion: str | None = None) -> None:
        """Take the fault down."""


class Expressions:
    """The reader of one tag's expressions, in the names known where the tag stands."""

    def __init__(self, scope: Mapping[str, Kind], say: Say, used: set[tuple[Kind, str]]) -> None:
        """Take the known names, whom to tell of faults, and the list of used fields to add to."""
        self.scope, self.say, self.used = scope, say, used

    def kind(self, node: nodes.Node) -> Kind:
        """Return what an expression comes to, and tell of every fault in it."""
        if not isinstance(node, ALLOWED):
            return self._forbidden(node)
        if isinstance(node, nodes.Const):
            return type(node.value)
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return self._field(node)
        return self._joined(node, [self.kind(child) for child in node.iter_child_nodes()])

    def _field(self, node: nodes.Name | nodes.Getattr | nodes.Getitem) -> Kind:
        match node:
            case nodes.Name():
                return self._name(node)
            case nodes.Getattr():
                return self._member(node, node.node, node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self._member(node, node.node, name)
        self.kind(node.arg)
        return element_of(self.kind(node.node))

    def _joined(self, node: nodes.Node, parts: list[Kind]) -> Kind:
        if isinstance(node, nodes.Compare | nodes.Not):
            return bool
        if isinstance(node, nodes.Concat):
            return str
        kinds = parts[1:] if isinstance(node, nodes.CondExpr) else parts
        return kinds[0] if kinds and all(kind == kinds[0] for kind in kinds) else UNKNOWN

    def _forbidden(self, node: nodes.Node) -> Kind:
        kind = type(node).__name__
        called = spelt(node.node) if isinstance(node, nodes.Call) else ""
        what = f"a call of {called}" if called else PLAIN.get(kind, f"“{kind.lower()}”")
        self.say("forbidden", f"{what[0].upper()}{what[1:]} may not stand in a template: {LIMITS}.")
        for inner in node.find_all(nodes.Getattr):
            if inner.attr.startswith("_"):
                self._private(inner.attr)
        return UNKNOWN

    def _private(self, name: str) -> Kind:
        message = f"“{name}” is a private name of the service: a template may use the fields alone."
        self.say("forbidden", message)
        return UNKNOWN

    def _name(self, node: nodes.Name) -> Kind:
        if node.name in self.scope:
            self.used.add((TOP, node.name))
            return self.scope[node.name]
        if node.name.startswith("_"):
            return self._private(node.name)
        return self._unknown(node.name, nearest(node.name, paths_in(self.scope)))

    def _unknown(self, asked: str, meant: str | None) -> Kind:
        hint = f"did you mean {meant}?" if meant else "docs/template-fields.md lists all there are."
        self.say("unknown_field", f"There is no field {asked}: {hint}", meant)
        return UNKNOWN

    def _member(self, node: nodes.Node, holder: nodes.Node, name: str) -> Kind:
        kind = self.kind(holder)
        if name.startswith("_"):
            return self._private(name)
        if kind is UNKNOWN:
            return UNKNOWN
        known = fields_of(kind)
        if name in known:
            self.used.add((kind, name))
            return known[name]
        if is_list(kind):
            return self._of_a_list(spelt(holder), name, kind)
        beside = [f"{spelt(holder)}.{field}" for field in known]
        meant = nearest(spelt(node), beside) or nearest(name, paths_in(self.scope))
        return self._unknown(spelt(node), meant)

    def _of_a_list(self, holder: str, name: str, kind: Kind) -> Kind:
        one = singular(holder, kind)
        message = (
            f"“{holder}” is a list, so {holder}.{name} says nothing: "
            f"go through it with {{%p for {one} in {holder} %}} and use {one}.{name}."
        )
        meant = f"{one}.{name}" if name in fields_of(element_of(kind)) else None
        self.say("misused_field", message, meant)
        return UNKNOWN

    def _filter(self, node: nodes.Filter) -> Kind:
        inside = UNKNOWN if node.node is None else self.kind(node.node)
        for argument in (*node.args, *node.kwargs):
            self.kind(argument)
        if node.name not in FILTERS:
            allowed = ", ".join(sorted(FILTERS))
            message = f"The filter {node.name} may not stand in a template: there are {allowed}."
            self.say("forbidden", message, nearest(node.name, FILTERS))
            return UNKNOWN
        if node.name in {"first", "last"}:
            return element_of(inside)
        return int if node.name == "length" else str

    def printed(self, node: nodes.Node) -> None:
        """Tell of what cannot be printed as it is: lists, groups of fields, yes or no."""
        kind, name = self.kind(node), spelt(node)
        if is_list(kind):
            one = singular(name, kind)
            message = (
                f"“{name}” is a list and cannot be printed whole: go through it "
                f"with {{%p for {one} in {name} %}}, or print {name} | join(', ')."
            )
            self.say("misused_field", message, f"{name} | join(', ')")
        elif fields_of(kind):
            some = ", ".join(f"{name}.{field}" for field in list(fields_of(kind))[:3])
            self.say(
                "misused_field", f"“{name}” is a group of fields: print one of them, as {some}."
            )
        elif kind is bool:
            message = (
                f"“{name}” is yes or no, not words: write {{% if {name} %}} and what to print."
            )
            self.say("misused_field", message, f"{{% if {name} %}}")

    def turns(self, node: nodes.Node) -> Kind:
        """Return what each turn through a list is given; tell of what is no list."""
        kind = self.kind(node)
        if kind is not UNKNOWN and not is_list(kind):
            message = f"“{spelt(node)}” is {in_words(kind)}, not a list to go through: print it."
            self.say("misused_field", message)
        return element_of(kind)


LIMITS = "it prints fields, with “if” and “for”, and does nothing else"


def singular(name: str, kind: Kind) -> str:
    """Return a name for one of a list of this kind: `finding` of `group.findings`."""
    last = name.rpartition(".")[2]
    if last.endswith("s") and "_" not in last:
        return last.removesuffix("s")
    inner = element_of(kind)
    return inner.__name__.removesuffix("Fields").lower() if fields_of(inner) else "line"


def spelt(node: nodes.Node) -> str:
    """Return a field as it is written in a tag: `report.title`."""
    match node:
        case nodes.Name():
            words = node.name
        case nodes.Getattr():
            words = f"{spelt(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            words = f"{spelt(node.node)}.{name}"
        case nodes.Getitem(arg=nodes.Const(value=number)):
            words = f"{spelt(node.node)}[{number}]"
        case nodes.Filter(node=nodes.Node() as inner):
            words = spelt(inner)
        case nodes.Const():
            words = repr(node.value)
        case _:
            words = "this"
    return words
