"""What a template may say: an allow-list over its syntax tree.

A sandbox alone is not enough: office staff edit templates, and a template
that asks for more than printing fields is refused before it runs.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from casework.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from casework.documents.descriptions import DocumentDescription

ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.For, nodes.If, nodes.Filter, nodes.Const, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.Add, nodes.Concat, nodes.CondExpr,
)  # fmt: skip
FILTERS: Final = frozenset({"capitalize", "first", "last", "length", "join", "upper", "lower"})
PLAIN: Final = {
    "Call": "a call", "Include": "an include", "Import": "an import", "FromImport": "an import",
    "Macro": "a macro", "Assign": "a set", "AssignBlock": "a set", "CallBlock": "a call block",
    "Extends": "an extends", "Block": "a block", "Test": "a test", "FilterBlock": "a filter block",
    "Slice": "a slice", "List": "a list", "Dict": "a group in braces", "Tuple": "a pair",
    "Mul": "a sum", "Sub": "a sum", "Div": "a sum", "FloorDiv": "a sum", "Mod": "a sum",
    "Pow": "a sum", "Neg": "a sum", "Pos": "a sum",
}  # fmt: skip
"""What office staff call the parts of the language that templates may not use."""
BROKEN_TAG: Final = re.compile(r"\{\s+[{%]|[}%]\s+\}")
TAG_IN_TEMPLATE: Final = re.compile(r'<w:tag w:val="s55:([^"]*)"')
EXPRESSION: Final = re.compile(r"\{\{.*?\}\}")


def lint(
    sources: dict[str, str], description: DocumentDescription, env: ImmutableSandboxedEnvironment
) -> None:
    """Refuse a template that asks for more than printing known fields, or lacks a region."""
    for part, source in sources.items():
        for problem in _problems(source, description, env):
            message = f"The template {description.name} cannot be used: {part} {problem}."
            raise SettingsError(message)
    lacking = _lacking(sources, description)
    if lacking:
        message = (
            f"The template {description.name} lacks the marked place for {', '.join(lacking)}: "
            "put the content control back, with the title it had."
        )
        raise SettingsError(message)


def _problems(
    source: str, description: DocumentDescription, env: ImmutableSandboxedEnvironment
) -> Iterator[str]:
    broken = BROKEN_TAG.search(re.sub(r"<[^>]*>", "", source))
    if broken:
        yield f"has a broken tag near {broken[0]!r}"
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        yield f"has a tag that cannot be read: {error.message}"
        return
    for node in tree.find_all(nodes.Node):
        yield from _faults(node)
    known = {field.name for field in fields(description.fields)}
    for name in sorted(find_undeclared_variables(tree) - known):
        yield f"uses the field {name}, which does not exist"


def _faults(node: nodes.Node) -> Iterator[str]:
    kind = type(node).__name__
    if not isinstance(node, ALLOWED):
        yield f"uses {PLAIN.get(kind, kind)}, which templates may not"
    elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        yield f"uses the private name {node.attr}"
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        yield f"uses the filter {node.name}, which templates may not"


def _lacking(sources: dict[str, str], description: DocumentDescription) -> list[str]:
    """Return the required regions no content control carries; `{{ … }}` stands for any key."""
    found = {
        EXPRESSION.sub("*", tag)
        for source in sources.values()
        for tag in TAG_IN_TEMPLATE.findall(source)
    }
    return [rule.key for rule in description.regions if rule.required and rule.key not in found]
