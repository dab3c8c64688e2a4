"""The laws of a merge, judged from its files alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from models.review_words import MergeOutcome
from tests.editors import completeness, wholeness
from tests.editors.canonical import canonical, first_difference
from tests.editors.hands_left import changes_by_people, comments_by_people, marks_in, visible_marks
from tests.editors.markup import DOCUMENT, RELATIONS, TYPES, parse, parts_of
from tests.editors.notes import notes_of
from tests.editors.verdict import decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from models.shapes.merging import Merged
    from tests.editors.rounds import Round

SERVICE: Final = "Section 55 service"
PLUMBING: Final = re.compile(
    r"word/(comments\w*|people)\.xml|" + "|".join(map(re.escape, (TYPES, RELATIONS)))
)
STAMP: Final = "docProps/custom.xml"


@dataclass(frozen=True, slots=True)
class Fault:
    """A law that was not kept."""

    law: str
    words: str


@dataclass
class Judgement:
    """What the judges found in one merge."""

    faults: list[Fault] = field(default_factory=list)
    claims: int = 0
    """Changes of the source to what nobody touched."""
    kept_claims: int = 0
    conflicts: int = 0
    false_conflicts: int = 0

    def find(self, law: str, *words: str) -> None:
        """Note that a law was not kept."""
        self.faults += [Fault(law, said) for said in words if said]


def judge(one: Round, merged: Merged) -> Judgement:
    """Return how a merge stands before every law."""
    found = Judgement()
    theirs, after = parts_of(one.theirs), parts_of(merged.data)
    found.find("refusing gives theirs back", *_given_back(theirs, after))
    found.find("what people did is there", *_people(theirs, after))
    found.find("every conflict is told in a comment", *_told(merged, after))
    found.find("comments are whole", *wholeness.comments(theirs, after))
    found.find("numbers are fresh and markup is sound", *wholeness.markup(theirs, after))
    report = completeness.measure(one, merged, after)
    found.claims, found.kept_claims = report.claims, report.claims - len(report.unkept)
    found.find("what nobody touched follows the source", *report.unkept, *report.altered)
    found.find("nothing passes in silence", *report.silent)
    found.find("without edits, taking all gives the source's text", *report.disorder)
    found.conflicts = merged.count(MergeOutcome.CONFLICT)
    found.false_conflicts = len(report.false_conflicts)
    return found


def _given_back(theirs: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    refused = decided(after, SERVICE, accept=False)
    yield first_difference(refused, parse(theirs[DOCUMENT]))
    for name in theirs.keys() | after.keys():
        if name == DOCUMENT or PLUMBING.fullmatch(name):
            continue
        if name not in theirs or name not in after:
            yield f"the part {name} was {'added' if name in after else 'lost'}"
        elif theirs[name] != after[name] and not _same_part(name, theirs[name], after[name]):
            yield f"the part {name} is another"


def _same_part(name: str, one: bytes, other: bytes) -> bool:
    if not name.endswith((".xml", ".rels")):
        return False
    left, right = canonical(parse(one)), canonical(parse(other))
    if name == STAMP:  # the service's own properties may change, those of others may not
        return _foreign_properties(one) == _foreign_properties(other)
    return left == right


def _foreign_properties(part: bytes) -> list[tuple[str, str]]:
    return [
        (name, "".join(map(str, p.itertext())))
        for p in parse(part)
        if not (name := p.get("name", "")).startswith("S55")
    ]


def _people(theirs: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    gone = visible_marks(parse(theirs[DOCUMENT])) - visible_marks(
        decided(after, SERVICE, accept=True)
    )
    if gone:
        yield f"taking all loses the words {sorted(gone)}"
    for name in theirs:
        lost = marks_in(theirs[name]) - marks_in(after.get(name, b""))
        if lost:
            yield f"{name} lost {sorted(lost)}"
    for what, read in (("changes", changes_by_people), ("comments", comments_by_people)):
        before, now = read(theirs, SERVICE), read(after, SERVICE)
        if before != now:
            missing, more = list((before - now).elements()), list((now - before).elements())
            yield f"people's {what}: gone {missing[:3]}, new {more[:3]}"


def _told(merged: Merged, after: Mapping[str, bytes]) -> Iterator[str]:
    said = [_plain(note.text) for note in notes_of(after) if note.author == SERVICE]
    for item in merged.items:
        kept = item.outcome is MergeOutcome.KEPT and not item.new
        if item.outcome is MergeOutcome.CONFLICT or kept:
            both = _plain(item.old), _plain(item.new)
            if not any(all(words in comment for words in both) for comment in said):
                yield f"region {item.region!r}: no comment says {both[0]!r} and {both[1]!r}"


def _plain(text: str) -> str:
    return " ".join(text.split())
