"""Numbers that a list swallowed, doubled, glued to a word, or gave to two findings."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casework.rules.checks.figures_too_small import too_small
from casework.rules.checks.noticing import Spot, around, at, noticed
from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "list_number_artefact"
_DIGITS: Final = re.compile(r"\W{0,2}(\d{1,3})(?:\s?%|\s?per\s?cent|[\s,])")
_PERCENT: Final = re.compile(r"\d{1,2}\s?(?:%|per\s?cent\b)")
"""How no list of a single item begins, unless its number was part of this one."""
_REST_OF_ONE: Final = re.compile(r"\d\s?(?:%|per\s?cent\b)\s+of\b")
_WITHOUT_FIGURE: Final = re.compile(r"\s{0,3}(?:%|per\s?cent\b)\s+of\b")
_ONE_DIGIT: Final = re.compile(r"(?<![\d.,£–-])\d\s?(?:%|per\s?cent\b)")
A_SENTENCE: Final = 12
"""Words from which on a paragraph is prose, and no entry of a list."""
_AUTOMATIC: Final = re.compile(r"\(?(\d{1,3})[.)]?\Z")
_TORN: Final = re.compile(
    r"(?<![\d.,£/])(?<!paragraph )(?<!section )\b\d{1,3}\.[ \u00a0\n]+\d{1,2}\s?(?:%|per\s?cent\b)"
)
_GLUED: Final = re.compile(
    r"(?:\(?[a-h]\)|\d{1,2}(?:\.\d{1,2}){0,3}[.)])(?=[A-Za-z]{2,}[\s,’'])|\d{1,2}(?:\.\d{1,2}){1,3}(?=[A-Z][a-z]+[\s,’'])"
)
_TYPED: Final = re.compile(r"\(?(\d{1,2})[.)][\s\t\u00a0]+")
SHOWN: Final = 60
MOST_LEFT_OUT: Final = 3
"""List numbers that may be missing between two items, as those of items that are headings."""
NEXT_WORDS: Final = 2
"""Words behind a number by which the same number is known in the report."""


def list_number_artefact(response: Response) -> Iterator[Observation]:
    """Yield each number that a list made of words, or words that it left."""
    told = [p for p in response.passages if p.part is Part.BODY]
    sources = _sources(response)
    previous: Passage | None = None
    numbered = 0
    for passage, following in zip(told, [*told[1:], None], strict=False):
        lone = not any(one is not None and one.number for one in (previous, following))
        yield from _swallowed(passage, previous, sources, lone=lone)
        jumps = _jumps(passage, numbered)
        numbered = jumps or _automatic(passage) or numbered
        if lone or jumps:
            yield from _left_alone(response, passage, previous)
        yield from too_small(passage)
        yield from _torn(passage)
        yield from _glued(passage)
        previous = passage
    yield from _restarted(response)


def _sources(response: Response) -> str:
    """Return what report, chief officer and response say, in small letters."""
    facts = response.facts
    said = (one.words for one in response.passages)
    words = "\n".join((*(one.text for one in facts.findings), *facts.chief_officer_comments, *said))
    return " ".join(words.casefold().split())


def _swallowed(
    passage: Passage, previous: Passage | None, sources: str, *, lone: bool
) -> Iterator[Observation]:
    """Tell a paragraph that begins with the rest of a number: `96.` and `7% of calls`."""
    found = _DIGITS.match(passage.words)
    if found is None:
        return
    lost = _AUTOMATIC.match(passage.number or "")
    follows = " ".join(passage.words[found.start(1) :].casefold().split()[: NEXT_WORDS + 1])
    alone = " " not in follows  # a figure in a table
    whole = None if alone else re.search(rf"\b(\d{{1,3}}\.){re.escape(follows)}", sources)
    torn = lost and (
        _is_out_of_turn(int(lost[1]), previous) or (lone and _PERCENT.match(passage.words))
    )
    if whole is None and not torn:
        return
    number = f"{whole[1]}{found[1]}" if whole else f"{lost[1] if lost else ''}.{found[1]}"
    yield noticed(
        CHECK,
        Severity.ERROR,
        f"A list swallowed part of a number: this should begin “{number}”.",
        at(passage, passage.words[:SHOWN]),
        suggestion="Take the list numbering off and type the whole number.",
    )


def _left_alone(
    response: Response, passage: Passage, previous: Passage | None
) -> Iterator[Observation]:
    """Tell prose that lost the beginning of a number to a list that may be gone itself.

    Prose begins with no figure, and no list has one item only, the thirty-first:
    both are guesses, and no more than warnings.
    """
    if response.is_quoted(passage) or passage.cell or passage.is_heading:
        return
    lost, words = _AUTOMATIC.match(passage.number or ""), passage.words
    torn = _ONE_DIGIT.search(words) if lost and _is_out_of_turn(int(lost[1]), previous) else None
    if torn and not _PERCENT.match(words):
        message = f"The list number {passage.number} may be the first half of “{torn.group()}”."
        spot = at(passage, around(passage, *torn.span()))
    elif passage.number or not _begins_in_the_middle(passage, previous):
        return
    else:
        message = "This begins in the middle of a number: the first half may be lost in a list."
        spot = at(passage, words[:SHOWN])
    suggestion = "Compare the number with its source, and write it out."
    yield noticed(CHECK, Severity.WARNING, message, spot, suggestion=suggestion)


def _automatic(passage: Passage) -> int:
    found = _AUTOMATIC.match(passage.number or "")
    return int(found[1]) if found else 0


def _jumps(passage: Passage, numbered: int) -> int:
    """Return the list number of a paragraph that leaves others out: behind 1, the seventeenth."""
    number = _automatic(passage)
    return number if number > numbered + MOST_LEFT_OUT else 0


def _begins_in_the_middle(passage: Passage, previous: Passage | None) -> bool:
    """Return whether a paragraph of prose begins as the rest of `93.7% of calls` does."""
    if passage.kind is not TextKind.PARAGRAPH or len(passage.words.split()) < A_SENTENCE:
        return False
    leads_to_it = previous is not None and previous.words.rstrip().endswith((":", ";", ","))
    begins = _WITHOUT_FIGURE.match(passage.words) or _REST_OF_ONE.match(passage.words)
    return begins is not None and not leads_to_it


def _is_out_of_turn(number: int, previous: Passage | None) -> bool:
    """Return whether a list number follows no other: no list has only a ninety-sixth item."""
    before = _AUTOMATIC.match((previous.number if previous else None) or "")
    return number > 1 and (before is None or int(before[1]) != number - 1)


def _torn(passage: Passage) -> Iterator[Observation]:
    for found in _TORN.finditer(passage.words):
        whole = re.sub(r"\.\s+", ".", found.group())
        message = f"“{found.group()}” is one number torn apart: “{whole}”."
        spot = Spot(passage.at, found.group())
        yield noticed(CHECK, Severity.ERROR, message, spot, suggestion=whole, replaces=True)


def _glued(passage: Passage) -> Iterator[Observation]:
    words = passage.words
    if found := _GLUED.match(words):
        told = words[: words.find(" ", found.end())] if " " in words[found.end() :] else words
        message = f"The number “{found.group()}” is glued to the word behind it."
        right = f"{found.group()} {told[found.end() :]}"
        spot = Spot(passage.at, told)
        yield noticed(CHECK, Severity.WARNING, message, spot, suggestion=right, replaces=True)
    typed = _TYPED.match(words)
    if typed and _AUTOMATIC.match(passage.number or ""):
        message = (
            f"This is numbered twice: by the list ({passage.number}) and by hand ({typed[1]})."
        )
        spot = at(passage, words[:SHOWN])
        yield noticed(CHECK, Severity.WARNING, message, spot, suggestion="Take one number out.")


def _restarted(response: Response) -> Iterator[Observation]:
    """Tell once that a list begins anew, so that two findings carry one number and no other."""
    citings = Citings(response.facts.findings)
    seen: dict[str, int] = {}
    for standing in response.placed.standings:
        passage = response.passages[standing.first]
        number = _number_of(passage)
        if not number or _is_named(response, standing.first, citings):
            continue
        if seen.setdefault(number, standing.finding) != standing.finding:
            yield noticed(
                CHECK,
                Severity.WARNING,
                f"The numbering begins anew: two findings carry the number {number}, so that "
                "neither can be cited.",
                at(passage),
                suggestion="Number the findings through, or print their references.",
            )
            return


def _number_of(passage: Passage) -> str:
    typed = _TYPED.match(passage.words)
    automatic = _AUTOMATIC.match(passage.number or "")
    found = automatic or typed
    return found[1] if found else ""


def _is_named(response: Response, place: int, citings: Citings) -> bool:
    """Return whether a reference stands with a finding: before it, in its heading or its row."""
    passage = response.passages[place]
    near: Sequence[str] = (
        passage.words[:SHOWN],
        *passage.trail[-1:],
        *passage.heads,
        *(one.words for one in response.passages[max(place - 1, 0) : place]),
    )
    return any(citings.in_words(words) for words in near)
