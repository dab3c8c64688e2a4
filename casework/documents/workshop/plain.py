"""Fields as plain values and back: how preview data is written, and how it reaches the child."""

from __future__ import annotations

from dataclasses import MISSING, asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from casework.documents.workshop.kinds import Kind, element_of, fields_of, is_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casework.documents.descriptions import Fields

Shape = TypeVar("Shape")


def as_plain(values: Fields) -> dict[str, Any]:
    """Return fields as lists, mappings, words and numbers."""
    return asdict(values)


def from_plain(shape: type[Shape], plain: Mapping[str, Any]) -> Shape:
    """Return fields made of plain values.

    What the values lack is left at its default, or empty; what the shape does
    not know is left out: an older set of values still makes a newer shape.
    """
    kind: Kind = shape
    hints = fields_of(kind)
    return shape(
        **{
            one.name: _made(hints[one.name], plain.get(one.name))
            for one in fields(shape)  # type: ignore[arg-type]
            if one.name in plain or (one.default is MISSING and one.default_factory is MISSING)
        }
    )


def _made(kind: Kind, value: Any) -> Any:
    if is_list(kind):
        kinds = [each for each in get_args(kind) if each is not ...]
        if len(kinds) > 1:
            return tuple(map(_made, kinds, value or [None] * len(kinds)))
        return tuple(_made(element_of(kind), each) for each in value or ())
    if fields_of(kind):
        return from_plain(kind, value or {})
    if kind in (str, int, bool):
        return kind(value) if value is not None else kind()
    return value
