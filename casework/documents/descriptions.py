"""What a document type says about itself in its `document.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from casework.errors import SettingsError
from models.shapes.response import LetterFields, ResponseFields

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION_FILE: Final = "document.toml"
TEMPLATE_FILE: Final = "template.docx"

Fields = ResponseFields | LetterFields
FieldsClass = type[ResponseFields] | type[LetterFields]
FIELDS: Final[dict[str, FieldsClass]] = {"response": ResponseFields, "letter": LetterFields}


class Owner(StrEnum):
    """Who has the last word on a region after the first check-in."""

    RECORD = "record"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class RegionRule:
    """What a document type says about one region, or about one per finding (`*_answer`)."""

    key: str
    title: str
    owner: Owner
    required: bool

    def speaks_of(self, key: str) -> bool:
        """Return whether this rule is about the region with this key."""
        return fnmatchcase(key, self.key)


@dataclass(frozen=True, slots=True)
class DocumentDescription:
    """One document type: its name, the fields its template may use, its regions."""

    name: str
    title: str
    type: str
    language: str
    fields: FieldsClass
    regions: tuple[RegionRule, ...]

    def rule_for(self, key: str) -> RegionRule | None:
        """Return the rule about a region, or None if the document type knows none."""
        return next((rule for rule in self.regions if rule.speaks_of(key)), None)

    def owner_of(self, key: str) -> Owner:
        """Return who owns a region; what no rule speaks of belongs to the Word file."""
        rule = self.rule_for(key)
        return Owner.FILE if rule is None else rule.owner


def read_description(folder: Path) -> DocumentDescription:
    """Return what the document type in this folder says about itself."""
    path = folder / DESCRIPTION_FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return DocumentDescription(
            name=folder.name,
            title=found["title"],
            type=found["type"],
            language=found["language"],
            fields=FIELDS[found["fields"]],
            regions=tuple(_rule(entry) for entry in found["regions"]),
        )
    except OSError as error:
        message = f"The document type {folder.name} has no {DESCRIPTION_FILE}: put one beside it."
        raise SettingsError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{folder.name}/{DESCRIPTION_FILE} cannot be read: {error}."
        raise SettingsError(message) from error
    except (KeyError, TypeError, ValueError) as error:
        message = f"{folder.name}/{DESCRIPTION_FILE} lacks or misuses {error}."
        raise SettingsError(message) from error


def _rule(entry: dict[str, object]) -> RegionRule:
    return RegionRule(
        key=str(entry["key"]),
        title=str(entry["title"]),
        owner=Owner(str(entry["owner"])),
        required=bool(entry["required"]),
    )
