"""Faults of the marked places: lacking, locked, doubled, unknown or with keys too long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.region_places import BOOKMARK_PREFIX, TAG_PREFIX
from casework.documents.regions import STORIES
from casework.documents.template_lint import EXPRESSION
from casework.documents.workshop.blocks import exclude_each_other
from casework.documents.workshop.faults import Fault
from casework.documents.workshop.kinds import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casework.documents.descriptions import DocumentDescription
    from casework.documents.workshop.tag_faults import Placed

LONGEST_BOOKMARK: Final = 40
"""Characters; Word refuses longer names of bookmarks."""
LONGEST_TAG: Final = 64
"""Characters; Word cuts longer tags of content controls off."""
COMPARED: Final = 50
"""Places of the same key; more of them are a fault in any case, or the work of a stranger."""
SAMPLE_KEY: Final = "f0001"
"""As long as the key of a finding gets."""
KEY: Final = re.compile(rf"{TAG_PREFIX}(.*?)\s*$", re.DOTALL)
SOUND: Final = re.compile(r"\w+", re.ASCII)
LOCKS: Final = frozenset({"sdtContentLocked", "contentLocked", "sdtLocked"})


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A content control with a key of ours."""

    placed: Placed
    key: str
    """As it stands in the template: `{{ finding.key }}_answer`."""

    @property
    def pattern(self) -> str:
        """Return the key with `*` for what a tag fills in."""
        return EXPRESSION.sub("*", self.key)

    @property
    def sample(self) -> str:
        """Return the key as it will be in a document."""
        return EXPRESSION.sub(SAMPLE_KEY, self.key)

    @property
    def where(self) -> str:
        """Return the place in words."""
        return self.placed.line.where


def region_faults(placed: Sequence[Placed], description: DocumentDescription) -> tuple[Fault, ...]:
    """Return the faults of the marked places of a template."""
    marked = list(_marked(placed))
    found = [
        *_lacking(marked, description),
        *(fault for place in marked for fault in _of_one(place, description)),
        *_doubled(marked),
    ]
    locked = (one for one in placed if one.line.element.tag == word.SDT and _is_locked(one))
    return (*found, *map(_locked, locked))


def _marked(placed: Sequence[Placed]) -> Iterator[MarkedPlace]:
    for one in placed:
        if one.line.element.tag == word.SDT and STORIES.fullmatch(one.line.part):
            found = KEY.search(one.line.text)
            if found:
                yield MarkedPlace(one, found[1])


def _lacking(marked: list[MarkedPlace], description: DocumentDescription) -> Iterator[Fault]:
    there = {place.pattern for place in marked}
    for rule in description.regions:
        if rule.required and rule.key not in there:
            message = (
                f"The template lacks the marked place “{rule.title}” ({rule.key}): put the content "
                f"control back, with a title that ends in {TAG_PREFIX}{rule.key}."
            )
            yield Fault("missing_region", "", message, f"{TAG_PREFIX}{rule.key}")


def _of_one(place: MarkedPlace, description: DocumentDescription) -> Iterator[Fault]:
    if not SOUND.fullmatch(place.sample):
        message = f"The key “{place.key}” may hold letters, digits and low lines alone: rename it."
        yield Fault("unsound_key", place.where, message, re.sub(r"\W+", "_", place.sample))
    elif len(BOOKMARK_PREFIX + place.sample) > LONGEST_BOOKMARK:
        most = LONGEST_BOOKMARK - len(BOOKMARK_PREFIX)
        message = f"The key “{place.key}” is too long: Word keeps {most} characters of it."
        yield Fault("long_key", place.where, message)
    elif len(TAG_PREFIX + place.key) > LONGEST_TAG:
        message = f"The tag “{place.key}” is too long: Word cuts tags off after {LONGEST_TAG}."
        yield Fault("long_key", place.where, message)
    rules = [rule.key for rule in description.regions]
    if rules and place.pattern not in rules and not description.rule_for(place.sample):
        meant = nearest(place.pattern, rules)
        hint = f"did you mean {meant}?" if meant else "add a rule, or take the control out."
        message = f"No rule of document.toml speaks of the marked place “{place.key}”: {hint}"
        yield Fault("unknown_region", place.where, message, meant)
    if place.placed.loops and "*" not in place.pattern:
        message = (
            f"The marked place “{place.key}” stands in a list and would get the same key at every "
            "turn: put the key of what is listed into it."
        )
        yield Fault("duplicate_region", place.where, message, f"{{{{ finding.key }}}}_{place.key}")


def _doubled(marked: list[MarkedPlace]) -> Iterator[Fault]:
    # In two lists the same key may stand for different findings: the previews show if it does.
    seen: dict[tuple[str, str, tuple[int, ...]], list[MarkedPlace]] = {}
    for place in marked:
        others = seen.setdefault((place.placed.line.part, place.key, place.placed.loops), [])
        path = place.placed.path
        if any(not exclude_each_other(other.placed.path, path) for other in others[:COMPARED]):
            message = f"The marked place “{place.key}” is there twice: each key may stand once."
            yield Fault("duplicate_region", place.where, message)
        others.append(place)


def _is_locked(one: Placed) -> bool:
    lock = one.line.element.find(f"{word.SDT_PR}/{word.w('lock')}")
    return lock is not None and lock.get(word.VAL) in LOCKS


def _locked(one: Placed) -> Fault:
    message = (
        "The content control is locked, so that nobody could edit it: take the lock off "
        "(Developer, Properties)."
    )
    return Fault("locked_region", one.line.where, message)
