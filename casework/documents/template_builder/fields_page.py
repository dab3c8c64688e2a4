"""The page of the fields a template may use, written from the shapes themselves."""

import ast
import inspect
from dataclasses import fields
from itertools import pairwise
from types import ModuleType
from typing import Any

from models.shapes import blocks, response

SHAPES = (
    response.ResponseFields,
    response.LetterFields,
    response.BodyFields,
    response.ReportFields,
    response.Voice,
    response.FindingGroup,
    response.FindingFields,
    response.ForceCommentsFields,
    response.SignatureFields,
    response.PartnerFields,
    response.PointFields,
    blocks.Blocks,
)
"""What a template is given first, then what stands inside it."""

HEAD = """\
# The fields of a template

This page is printed from `models/shapes/response.py` and `blocks.py` (`make docs`): change the
classes, not the page.

A response template (`templates/documents/response-…/template.docx`) may use every field of
**ResponseFields**; a companion letter or page (invitation, panel page, …) every field of
**LetterFields**. A field of a field is named with a dot: `{{ report.title }}`. What is a list is
gone through: `{%p for paragraph in overview %}`. Every value is ready to print: dates are British,
text is plain. A field that is not on this page is refused when the template is made ready.
"""


def fields_page() -> str:
    """Return the page of all fields, class by class."""
    return "\n".join([HEAD, *(_section(shape) for shape in SHAPES)])


def _section(shape: type[Any]) -> str:
    said = _said(inspect.getmodule(shape), shape.__name__)
    lines = [f"## {shape.__name__}", "", inspect.getdoc(shape) or "", ""]
    lines += ["| Field | Kind | What it says |", "|---|---|---|"]
    lines += [
        f"| `{field.name}` | {_kind(field.type)} | {said.get(field.name, '')} |"
        for field in fields(shape)
    ]
    return "\n".join(lines) + "\n"


def _kind(annotation: Any) -> str:
    """Return the kind of a value in words a template's author knows."""
    if annotation is str:
        return "text"
    if annotation is int:
        return "number"
    if annotation is bool:
        return "yes or no"
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    inner = annotation.__args__[0]
    if hasattr(inner, "__args__"):
        return "list of pairs"
    return "paragraphs or lines" if inner is str else f"list of {_kind(inner)}"


def _said(module: ModuleType | None, name: str) -> dict[str, str]:
    """Return the sentence written below each field of a class."""
    tree = ast.parse(inspect.getsource(module) if module else "")
    body = next(
        node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name
    )
    said = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            words = _words(below)
            if words:
                said[field.target.id] = words
    return said


def _words(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""
