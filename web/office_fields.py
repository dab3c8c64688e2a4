"""The fields of a form for one section of the settings, made from its shape.

Shown as text, read back as the values of a settings file: what is typed stays
as it is written there until it differs.
"""

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from casework.documents.descriptions import DocumentDescription, described_types
from casework.rules.plan import PLAN_KEYS, USUAL_PLAN
from models.shapes.blocks import BLOCK_NAMES
from models.shapes.documents import BY_ITSELF
from models.words import Language, Role
from web.block_words import BLOCK_WORDS
from web.forms import FieldError, TypedDay
from web.office_words import HINTS, LONG, NEVER_CHANGED, PEOPLE_NAMED, label_of

Typed = Mapping[str, list[str]]
"""What was typed, by the name of the field."""
Choices = tuple[tuple[str, str], ...]
NUMBER: Final = re.compile(r"-?[0-9]{1,5}")
UNSET: Final = object()
CHOSEN: Final = frozenset({"leave_out", "switched_off"})
"""Lists of names that are ticked, not typed."""
TYPES: Final = Path(__file__).parents[1] / "templates" / "documents"
YES_NO: Final[Choices] = (("yes", "Yes"), ("no", "No"))
SWITCH: Final[Choices] = (("", "As the document type has it"), ("yes", "Always"), ("no", "Never"))


@dataclass(frozen=True, slots=True)
class Field:
    """One setting as a form shows it."""

    name: str
    kind: str
    required: bool
    usual: Any
    """What holds where the file says nothing."""
    choices: Choices = ()
    fixed: bool = False
    """Whether it is only shown."""
    prefix: str = ""
    """`roles.`: the list whose first entry it belongs to, where an entry is new."""

    @property
    def form_name(self) -> str:
        """Return its name in the form."""
        return f"{self.prefix}{self.name}"

    @property
    def label(self) -> str:
        """Return what it is called, and whether it may be left empty."""
        lists = {"choices", "switches", "days", "yesno"}
        return label_of(self.name) + ("" if self.required or self.kind in lists else " (optional)")

    @property
    def hint(self) -> str:
        """Return what is said beside it."""
        return HINTS.get(self.name, "")

    @property
    def id(self) -> str:
        """Return the id to which a fault is linked."""
        if self.kind == "day":
            return f"{self.form_name}-day"
        if self.kind in {"switches", "days"}:
            return f"{self.form_name}.{self.choices[0][0]}"
        return self.form_name

    def shown(self, raw: Mapping[str, Any]) -> Any:
        """Return how the form shows what the file says."""
        value = raw.get(self.name, self.usual)
        ways: Mapping[str, Callable[[], Any]] = {
            "day": lambda: TypedDay.of(self.form_name, _day(value)),
            "yesno": lambda: "yes" if value else "no",
            "choices": lambda: [str(one) for one in value or ()],
            "lines": lambda: "\n".join(value or ()),
            "numbers": lambda: ", ".join(map(str, value or ())),
            "switches": lambda: {k: "yes" if on else "no" for k, on in (value or {}).items()},
            "days": lambda: {key: str(day) for key, day in (value or {}).items()},
        }
        known = ways.get(self.kind)
        return known() if known else "" if value is None else str(value)

    def typed(self, form: Typed) -> Any:
        """Return how the form shows what was typed."""
        if self.kind == "day":
            days = [_one(form, f"{self.form_name}-{part}") for part in ("day", "month", "year")]
            return TypedDay(self.form_name, *days)
        if self.kind == "choices":
            return form.get(self.form_name, [])
        if self.kind in {"switches", "days"}:
            said = {key: _one(form, f"{self.form_name}.{key}") for key, _ in self.choices}
            return {key: word for key, word in said.items() if word}
        return _one(form, self.form_name)

    def value(self, shown: Any) -> Any:
        """Return the value a settings file would hold; UNSET where it would hold nothing."""
        ways: Mapping[str, Callable[[], Any]] = {
            "day": lambda: shown.if_any or UNSET,
            "choices": lambda: [key for key, _ in self.choices if key in shown],
            "switches": lambda: {key: word == "yes" for key, word in shown.items()},
            "days": lambda: {
                key: self._number(word, f"{self.form_name}.{key}") for key, word in shown.items()
            },
            "lines": lambda: [line.strip() for line in shown.splitlines() if line.strip()],
            "numbers": lambda: [self._number(word) for word in re.split(r"[,\s]+", shown) if word],
        }
        known = ways.get(self.kind)
        return known() if known else self._single(shown)

    def _single(self, shown: str) -> Any:
        if self.kind == "yesno":
            return shown == "yes"
        if not shown and not self.required:
            return UNSET
        return self._number(shown) if self.kind == "number" else shown

    def _number(self, word: str, field: str = "") -> int:
        if not NUMBER.fullmatch(word.strip()):
            raise FieldError(field or self.id, f"{label_of(self.name)}: give a whole number.")
        return int(word)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _one(form: Typed, name: str) -> str:
    return (form.get(name) or [""])[0].strip()


def fields_of(shape: type[BaseModel], people: Choices, *, new: bool) -> list[Field]:
    """Return the fields of a section; the sections within it have pages of their own."""
    return [made for made in _fields(shape, people, new=new) if made.kind not in INNER]


INNER: Final = frozenset({"part", "entries", "named"})


def inner_of(shape: type[BaseModel]) -> list[tuple[str, str, type[BaseModel]]]:
    """Return name, kind and shape of the sections within a section."""
    kinds = {field.alias or name: kind_of(field) for name, field in shape.model_fields.items()}
    return [(name, kind, of) for name, (kind, of) in kinds.items() if kind in INNER]


def _fields(shape: type[BaseModel], people: Choices, *, new: bool) -> Iterator[Field]:
    for python, info in shape.model_fields.items():
        name = info.alias or python
        kind, of = kind_of(info)
        choices = _choices(name, kind, of)
        if name in PEOPLE_NAMED and kind == "line":
            kind, choices = "choice", people
        if name in LONG and kind == "line":
            kind = "long"
        yield Field(
            name,
            "choices" if name in CHOSEN else kind,
            info.is_required(),
            _plain(info.get_default(call_default_factory=True)) if not info.is_required() else None,
            choices,
            fixed=name in NEVER_CHANGED and not new,
        )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _choices(name: str, kind: str, of: Any) -> Choices:
    if kind == "switches":
        return tuple((key, BLOCK_WORDS[key].rstrip(".")) for key in BLOCK_NAMES)
    if name == "switched_off":
        return tuple((one.name, one.title) for one in described_types(TYPES) if _may_go(one))
    if kind == "days" or name == "leave_out":
        return tuple((key, said) for key, said, _ in USUAL_PLAN if key in PLAN_KEYS)
    if kind == "yesno":
        return YES_NO
    if isinstance(of, type) and issubclass(of, Enum):
        words = [str(one.value) for one in of if one is not Role.SERVICE]
    else:
        words = [str(word) for word in typing.get_args(of)]
    return tuple((word, word.replace("_", " ").capitalize()) for word in words)


def _may_go(one: DocumentDescription) -> bool:
    return one.name not in BY_ITSELF and one.language == Language.ENGLISH.value


def kind_of(info: FieldInfo) -> tuple[str, Any]:
    """Return the kind of a field, and the type of what is in it."""
    return _kind(_bare(info.annotation))


def _kind(kind: Any) -> tuple[str, Any]:
    simple = {str: "line", int: "number", bool: "yesno", date: "day"}
    if kind in simple:
        return simple[kind], kind
    if typing.get_origin(kind) is tuple:
        return _kind_of_list(_bare(typing.get_args(kind)[0]))
    if typing.get_origin(kind) is dict:
        of = _bare(typing.get_args(kind)[1])
        return {bool: "switches", int: "days"}.get(of, "named"), of
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "part", kind
    return "choice", kind


def _kind_of_list(of: Any) -> tuple[str, Any]:
    if isinstance(of, type) and issubclass(of, BaseModel):
        return "entries", of
    return {str: "lines", int: "numbers"}.get(of, "choices"), of


def _bare(kind: Any) -> Any:
    """Return a type without what is annotated to it, and without None."""
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        return _bare(typing.get_args(kind)[0])
    if origin in {typing.Union, types.UnionType}:
        return _bare(next(arg for arg in typing.get_args(kind) if arg is not type(None)))
    return kind
