"""The forms that pages really show: parsed, and filled in as somebody would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

NOT_TYPED = frozenset({"form_token", "act", "as_of"})


class Field(NamedTuple):
    """One field of a form."""

    name: str
    kind: str
    value: str
    """What it holds when the page is shown, or what its first choice stands for."""


@dataclass
class Form:
    """A form of a page: where it is sent, and what it holds."""

    action: str
    fields: list[Field] = field(default_factory=list)

    @property
    def carried(self) -> dict[str, str]:
        """Return what the page gave it to carry."""
        return {f.name: f.value for f in self.fields if f.kind == "hidden"}

    @property
    def typed(self) -> list[Field]:
        """Return what somebody types or chooses in it."""
        return [f for f in self.fields if f.kind not in {"hidden", "file"}]

    @property
    def files(self) -> list[Field]:
        """Return where a file is uploaded."""
        return [f for f in self.fields if f.kind == "file"]

    def filled(self) -> dict[str, str]:
        """Return what the form holds, filled in where nothing stood."""
        said: dict[str, str] = dict(self.carried)
        for one in self.typed:
            if one.name not in said:
                said[one.name] = one.value or _likely(one)
        return said


class Forms(HTMLParser):
    """Every form of a page that is sent by POST."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._area: str | None = None
        self._choice: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take one element in."""
        at = {name: value or "" for name, value in attrs}
        if tag == "form" and at.get("method", "").lower() == "post":
            self._open = Form(at.get("action", ""))
            self.forms.append(self._open)
        form = self._open
        if form is None:
            return
        if tag == "input" and at.get("name"):
            kind = at.get("type", "text")
            form.fields.append(Field(at["name"], kind, at.get("value", "")))
        elif tag == "button" and at.get("name"):
            form.fields.append(Field(at["name"], "button", at.get("value", "")))
        elif tag == "textarea" and at.get("name"):
            form.fields.append(Field(at["name"], tag, ""))
        elif tag == "select" and at.get("name"):
            self._choice = at["name"]
        elif tag == "option" and self._choice and at.get("value"):
            form.fields.append(Field(self._choice, "select", at["value"]))

    def handle_endtag(self, tag: str) -> None:
        """Close a form."""
        if tag == "form":
            self._open = None
        if tag == "select":
            self._choice = None


def forms_of(page: str) -> list[Form]:
    """Return the forms of a page."""
    reader = Forms()
    reader.feed(page)
    return reader.forms


def _likely(one: Field) -> str:
    ends = {"-day": "1", "-month": "12", "-year": "2022"}
    for end, value in ends.items():
        if one.name.endswith(end):
            return value
    return "marsh@force.example" if one.kind == "email" else "for a reason given in words"
