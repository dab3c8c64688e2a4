"""`python -m tests.check_corpus.slips_planted`: one slip at a time in clean responses.

A corpus holds the faults somebody thought of. Here each place is tried where a slip of
one kind can stand: each year one off, each provision changed for its neighbour, each
name of the force for another's, each date for a gap, each closing sign taken away, each
word for the one it is taken for. What share is told says how a check does where nobody
chose the place; nothing can know all of them.
"""

import argparse
import io
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import docx
from docx.oxml.ns import qn

from tests.check_corpus import HALVES, Document, documents
from tests.check_corpus.__main__ import check_document
from tests.check_corpus.labels import plain
from tests.check_corpus.taken_for import TAKEN_FOR

Facts = dict[str, Any]
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
GAPS: Final = ("[date]", "[TBC]", "DD Month YYYY", "[insert date]", "(date to be confirmed)", "TBC")
PROVISIONS: Final = ("55(1)", "55(4)", "54(5)", "56(5)", "55(7)")
SEED: Final = 5
OF_OTHERS: Final = {"altered_finding", "cc_comments_altered"}
"""What tells of any change in words that are not the body's own."""


class Edit(NamedTuple):
    """A slip: the place in a run of text, and what stands there then."""

    start: int
    end: int
    words: str


Planter = Callable[[str, Facts], Iterator[Edit]]


def years(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each date with the year before, and the year after."""
    del facts
    for found in re.finditer(rf"\b\d{{1,2}} (?:{MONTHS}) (20\d\d)\b", text):
        for year in (int(found[1]) - 1, int(found[1]) + 1):
            yield Edit(*found.span(1), str(year))


def provisions(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each sub-section of section 55 as its neighbours."""
    del facts
    for found in re.finditer(r"55 ?\((?:5B|5A|[1456])\)(?:\([a-c]\))?", text):
        yield from (Edit(*found.span(), one) for one in PROVISIONS if one != found.group())


def gaps(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each date as a gap somebody meant to fill."""
    del facts
    for number, found in enumerate(re.finditer(rf"\b\d{{1,2}} (?:{MONTHS}) 20\d\d\b", text)):
        yield Edit(*found.span(), GAPS[(number + len(text)) % len(GAPS)])


def closing_signs(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each closing quotation mark and bracket taken away."""
    del facts
    yield from (Edit(*found.span(), "") for found in re.finditer("[”)]", text))


def forces(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each name of the force as another's."""
    name = facts["force"]["name"]
    other = "Dorset Police" if "Wilt" in name else "Wiltshire Police"
    yield from (Edit(*found.span(), other) for found in re.finditer(re.escape(name), text))


def words(text: str, facts: Facts) -> Iterator[Edit]:
    """Yield each word as the one it is taken for."""
    del facts
    for right, wrong in TAKEN_FOR:
        for found in re.finditer(rf"(?<![\w’'-]){right}(?![\w’'-])", text):
            yield Edit(*found.span(), wrong)


KINDS: Final[dict[str, tuple[Planter, frozenset[str]]]] = {
    "year": (
        years,
        frozenset({"date_order", "wrong_last_day", "late_publication", "missing_date"}),
    ),
    "provision": (provisions, frozenset({"wrong_citation"})),
    "gap": (gaps, frozenset({"placeholder"})),
    "sign": (closing_signs, frozenset({"unclosed_delimiter", "wrong_report_title"})),
    "force": (forces, frozenset({"wrong_force", "wrong_body_title", "wrong_report_title"})),
    "word": (words, frozenset({"confusable_word", "misspelt_word"})),
}
"""What is planted, and the checks that may tell of it."""


class Planted(NamedTuple):
    """One slip, and whether it was told."""

    name: str
    around: str
    told: bool


def tried(kind: str, part: float, halves: Sequence[str]) -> Iterator[Planted]:
    """Yield a part of all slips of one kind, with whether they were told; seeded."""
    chance = random.Random(SEED)  # noqa: S311  a sample, no secret
    for half in halves:
        for document in documents(half):
            if document.is_clean:
                yield from _in_document(document, kind, part, chance)


def _in_document(
    document: Document, kind: str, part: float, chance: random.Random
) -> Iterator[Planted]:
    planter, checks = KINDS[kind]
    today = date.fromisoformat(document.facts["checked_on"])
    before: set[tuple[str, str, str]] | None = None
    file = docx.Document(io.BytesIO(document.data))
    others = plain("\n".join(_words_of_others(document.facts)))
    for text in [one for one in file.element.body.iter(qn("w:t")) if one.text]:
        if plain(text.text) in others:
            continue
        whole = text.text
        for edit in planter(whole, document.facts):
            if chance.random() > part:
                continue
            if before is None:
                before = _heard(document.data, document.facts, today)
            text.text = whole[: edit.start] + edit.words + whole[edit.end :]
            changed = io.BytesIO()
            file.save(changed)
            text.text = whole
            now = _heard(changed.getvalue(), document.facts, today) - before
            told = any(check in checks | OF_OTHERS for check, _, _ in now)
            yield Planted(document.name, _around(whole, edit), told)


def _heard(data: bytes, facts: Facts, today: date) -> set[tuple[str, str, str]]:
    told = check_document(data, facts, today)
    return {(str(one["check"]), str(one["where"]), str(one["message"])) for one in told}


def _words_of_others(facts: Facts) -> Iterator[str]:
    yield from facts["chief_officer_comments"]
    yield from (finding["text"] for finding in facts["findings"])


def _around(whole: str, edit: Edit) -> str:
    before, behind = whole[max(0, edit.start - 60) : edit.start], whole[edit.end : edit.end + 40]
    return f"{before}[{whole[edit.start : edit.end]} → {edit.words}]{behind}"


def main() -> None:
    """Print, for each kind, what share of the planted slips was told."""
    given = argparse.ArgumentParser(prog="python -m tests.check_corpus.slips_planted")
    given.add_argument("kind", nargs="*", help=f"of {', '.join(KINDS)}; without: all")
    given.add_argument("--part", type=float, default=0.1, help="of all places (0.1)")
    given.add_argument(
        "--half",
        choices=HALVES,
        action="append",
        help="of the corpus; without: all but the blind one",
    )
    given.add_argument("--verbose", action="store_true", help="every slip that was not told")
    wanted = given.parse_args()
    halves = wanted.half or [one for one in HALVES if one != "blind"]
    for kind in wanted.kind or KINDS:
        made = list(tried(kind, wanted.part, halves))
        told = sum(one.told for one in made)
        sys.stdout.write(f"{kind:10} {told} of {len(made)} told, {told / max(len(made), 1):.2f}\n")
        if wanted.verbose:
            for one in made:
                if not one.told:
                    sys.stdout.write(f"    {one.name}: {one.around}\n")


if __name__ == "__main__":
    main()
