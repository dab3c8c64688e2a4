"""What a document type says about itself in its `document.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from casework.errors import SettingsError
from models.shapes.blocks import BLOCK_NAMES
from models.shapes.response import LetterFields, ResponseFields

if TYPE_CHECKING:
    from collections.abc import Mapping

DESCRIPTION_FILE: Final = "document.toml"
TEMPLATE_FILE: Final = "template.docx"
REGION_RULES: Final = Path(__file__).parent / "region_rules"
"""What all types of one family say of their regions, so that each need not repeat it."""

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
    used_for: str = ""
    """When an office would choose it, in a line."""
    blocks: Mapping[str, bool] = field(default_factory=dict)
    """Blocks of wording that this document type switches on or off."""
    voice: str = ""
    """The voice it speaks in, whatever the office's own; empty: the office's own."""
    joint: bool = False
    """Whether other bodies answer in it too: in every other type they are not named."""

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
            regions=_regions(found),
            used_for=found.get("used_for", ""),
            blocks=_blocks(found.get("blocks", {})),
            voice=found.get("voice", ""),
            joint=found.get("joint", False),
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


def described_types(templates: Path) -> tuple[DocumentDescription, ...]:
    """Return every document type in a folder of templates, by name."""
    folders = sorted(path.parent for path in templates.glob(f"*/{DESCRIPTION_FILE}"))
    return tuple(map(read_description, folders))


def _regions(found: Mapping[str, Any]) -> tuple[RegionRule, ...]:
    """Return the type's own rules, then those of its family that it does not make anew."""
    if "regions_of" not in found:
        return tuple(map(_rule, found["regions"]))
    own = tuple(map(_rule, found.get("regions", ())))
    path = REGION_RULES / f"{found['regions_of']}.toml"
    if path not in REGION_RULES.iterdir():
        raise ValueError(f"regions_of = {found['regions_of']!r}")
    family = tomllib.loads(path.read_text(encoding="utf-8"))["regions"]
    named = {rule.key for rule in own}
    return (*own, *(rule for rule in map(_rule, family) if rule.key not in named))


def _blocks(choices: Mapping[str, object]) -> Mapping[str, bool]:
    for name, on in choices.items():
        if name not in BLOCK_NAMES or not isinstance(on, bool):
            raise ValueError(f"blocks.{name}")
    return {name: bool(on) for name, on in choices.items()}


def _rule(entry: dict[str, object]) -> RegionRule:
    return RegionRule(
        key=str(entry["key"]),
        title=str(entry["title"]),
        owner=Owner(str(entry["owner"])),
        required=bool(entry["required"]),
    )
