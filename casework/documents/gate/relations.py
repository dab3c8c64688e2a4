"""The relations of a package: which part is which, and what reaches out of it."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from casework.documents.gate.disguises import ASK
from casework.documents.gate.refusal import RefusedError, shown
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

PACKAGE: Final = "_rels/.rels"
RELATION: Final = "{*}Relationship"
SAFE_SCHEMES: Final = {"http", "https", "mailto"}
LONGEST_SHOWN: Final = 60

REMOTE: Final = {
    "image": ("remote picture", "use Insert > Pictures, so that the picture itself is in it"),
    "oleobject": ("remote object", "paste it as text or as a picture instead"),
    "package": ("remote object", "paste it as text or as a picture instead"),
    "frame": ("remote frame", "save the text as a Word document without frames"),
    "subdocument": ("remote document", "in View > Outline unlink the subdocuments"),
    "afchunk": ("remote document", "paste its text instead"),
    "font": ("remote font", "take the font off in File > Options > Save"),
    "mailmergesource": (
        "mail merge",
        "in Word choose Mailings > Start Mail Merge > Normal Word Document",
    ),
    "mailmergeheadersource": (
        "mail merge",
        "in Word choose Mailings > Start Mail Merge > Normal Word Document",
    ),
    "transform": ("style sheet", "save it as a plain Word document (.docx)"),
}
"""What a relation to elsewhere fetches, and how to take it out."""
FETCHED: Final = frozenset(
    {"remote template", "remote part", "unsafe link", *(what for what, _ in REMOTE.values())}
)
"""What is only ever wrong with a relation: it leads out of the file."""
USUAL_TEMPLATE: Final = re.compile(
    r"(?:(?:file:///)?(?:[a-z]:|/?Users)[\\/](?:[^\\/:]+[\\/])*)?Normal\.dot[mx]?", re.IGNORECASE
)
"""Word's own template, on the writer's own disk: every Word has it, and none fetches it."""
ONLY_ONCE: Final = (
    "officedocument", "core-properties", "extended-properties", "custom-properties",
)  # fmt: skip


def kind_of(relation: etree._Element) -> str:
    """Return the last word of a relation's type, in small letters: `image`, `hyperlink`."""
    return relation.get("Type", "").rpartition("/")[2].casefold()


def relations_of(roots: Mapping[str, etree._Element], part: str) -> Iterator[etree._Element]:
    """Yield the relations of a part; of the package itself for an empty name."""
    folder, name = posixpath.split(part)
    wanted = posixpath.join(folder, "_rels", f"{name}.rels").casefold()
    for each, root in roots.items():
        if each.casefold() == wanted:
            yield from root.iter(RELATION)


def target_of(where: str, relation: etree._Element) -> str:
    """Return the name of the part a relation leads to, as the package spells names."""
    target = unquote(relation.get("Target", "").partition("#")[0])
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(where)), target))


def reaching_outside(roots: Mapping[str, etree._Element]) -> Iterator[Blocked]:
    """Yield relations that fetch something from elsewhere or point out of the package."""
    for name, root in roots.items():
        if name.casefold().endswith(".rels"):
            _judge_identities(name, root)
            for relation in root.iter(RELATION):
                blocked = _judge(name, relation)
                if blocked:
                    yield blocked


def _judge_identities(name: str, root: etree._Element) -> None:
    """Refuse relations that two readers would follow to different parts."""
    keys = [relation.get("Id", "") for relation in root.iter(RELATION)]
    kinds = [kind_of(relation) for relation in root.iter(RELATION)]
    twice = name.casefold() == PACKAGE and any(kinds.count(kind) > 1 for kind in ONLY_ONCE)
    if twice or len(set(keys)) < len(keys):
        message = f"The file names one of its parts in two ways: {ASK}."
        raise RefusedError("ambiguous part", name, message)


def _judge(where: str, relation: etree._Element) -> Blocked | None:
    kind = kind_of(relation)
    target = relation.get("Target", "").strip()
    is_inside = relation.get("TargetMode", "Internal").strip().casefold() == "internal"
    if not is_inside or kind == "attachedtemplate":
        return _judge_outer(where, kind, target)
    if _leaves(where, relation, target):
        message = f"The file points outside of itself: {ASK}."
        return Blocked("path outside the file", where, message)
    return None


def _judge_outer(where: str, kind: str, target: str) -> Blocked | None:
    place = shown(target, LONGEST_SHOWN)
    if kind == "hyperlink":
        return None if is_safe_link(target) else bad_link(where, target)
    if kind == "attachedtemplate":
        if USUAL_TEMPLATE.fullmatch(unquote(target)):
            return None
        message = (
            f"The file is tied to the template “{place}” outside of it: in Word open Developer > "
            "Document Template, type Normal, and save it."
        )
        return Blocked("remote template", where, message)
    what, remedy = REMOTE.get(kind, ("remote part", "take it out and save again"))
    message = f"The file fetches something from elsewhere ({what}, “{place}”): {remedy}."
    return Blocked(what, where, message)


def _leaves(where: str, relation: etree._Element, target: str) -> bool:
    plain = unquote(target)
    try:
        address = urlsplit(plain)
    except ValueError:
        return True
    return bool(address.scheme or address.netloc) or (
        "\\" in plain or not plain.isprintable() or target_of(where, relation).startswith("..")
    )


def is_safe_link(target: str) -> bool:
    """Return whether a link leads to a web page, to a mailbox, or to a place in the document."""
    words = target.strip()
    if words.startswith("#"):
        return words.isprintable()
    try:
        address = urlsplit(words)
    except ValueError:
        return False
    is_somewhere = bool(address.netloc) or address.scheme.casefold() == "mailto"
    return words.isprintable() and address.scheme.casefold() in SAFE_SCHEMES and is_somewhere


def bad_link(where: str, target: str) -> Blocked:
    """Return the refusal of a link that leads to a program, a file or a script."""
    message = (
        f"The link to “{shown(target, LONGEST_SHOWN)}” is neither a web page nor an e-mail "
        "address: take it out or correct it."
    )
    return Blocked("unsafe link", where, message)
