"""The chief officer's comments altered, left out, or interrupted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from casework.rules.checks.noticing import LONGEST, WHOLE, Spot, around, at, noticed
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.word_stream import Difference, Occurrence, WordStream, tokens
from models.shapes.checking import Observation, Severity

CHECK: Final = "cc_comments_altered"
FEWEST: Final = 4
"""Words from which on a paragraph is looked for: a greeting may be left out."""
SHOWN: Final = 80
LEAST: Final = 0.45
"""Share of a paragraph's words from which on a place is that paragraph, altered."""
SUMMED_UP: Final = 6
"""Differences from which on a paragraph is told once: it was written anew."""
MOST_BETWEEN: Final = 2
"""Paragraphs between two of the chief officer's that interrupt them; more is a layout."""
_INTRODUCES: Final = phrase(
    r"\b(?:submitted|reproduced|received|in\s+full|verbatim|below|as\s+follows)\b|:\s*$"
)


def cc_comments_altered(response: Response) -> Iterator[Observation]:
    """Yield each place where sealed comments are not as they were submitted, s.55(5)(b)."""
    told = [p for p in response.passages if p.part is Part.BODY]
    stream = WordStream(told)
    places: list[Occurrence] = []
    missing: list[str] = []
    for paragraph in response.facts.chief_officer_comments:
        if sum(1 for _ in tokens(paragraph)) < FEWEST:
            continue
        place = stream.taken(paragraph, LEAST)
        if place is None:
            missing.append(paragraph)
            continue
        places.append(place)
        yield from _changes(response, stream, place)
    sealed = sorted({*response.sealed, *_passages(stream, places)})
    yield from _left_out(response, missing, sealed)
    if not missing:
        yield from _interrupted(response, sealed)


def _passages(stream: WordStream, places: Sequence[Occurrence]) -> set[int]:
    return {token.passage for one in places for token in stream.tokens[one.start : one.end]}


def _changes(response: Response, stream: WordStream, place: Occurrence) -> Iterator[Observation]:
    if len(place.differences) >= SUMMED_UP:
        passage = response.passages[stream.tokens[place.start].passage]
        yield _noticed(response, at(passage), "were written anew: they are published as submitted")
        return
    for one in place.differences:
        yield _noticed(response, _spot(response, one), f"were altered: {_said(response, one)}")


def _said(response: Response, one: Difference) -> str:
    wanted = one.wanted if len(one.wanted) <= SHOWN else f"{one.wanted[:SHOWN]}…"
    if not one.found:
        return f"“{wanted}” is missing here"
    found = " ".join(
        response.passages[token.passage].words[token.start : token.end] for token in one.found
    )[:SHOWN]
    return f"“{found}” stands for “{wanted}”" if wanted else f"“{found}” was added"


def _spot(response: Response, one: Difference) -> Spot:
    first = one.found[0] if one.found else one.beside
    last = one.found[-1] if one.found else one.beside
    if first is None or last is None:
        return WHOLE
    passage = response.passages[first.passage]
    if not one.found and len(passage.words) <= LONGEST:
        return at(passage)  # what is missing belongs to the paragraph, not to the words beside it
    end = last.end if last.passage == first.passage else len(passage.words)
    return Spot(passage.at, around(passage, first.start, end))


def _left_out(
    response: Response, missing: Sequence[str], sealed: Sequence[int]
) -> Iterator[Observation]:
    """Yield each paragraph that stands nowhere, at the words that stand in its place."""
    if not missing or (response.is_welsh and not sealed):
        return
    instead = _in_their_place(response, sealed)
    if not sealed:
        yield _noticed(response, instead, "are not reproduced: their own words are published")
        return
    for paragraph in missing:
        first = " ".join(paragraph.split())[:SHOWN]
        yield _noticed(response, instead, f"are not all there: “{first}…” was left out")


def _in_their_place(response: Response, sealed: Sequence[int]) -> Spot:
    headings = [
        p for p in response.passages if p.is_heading and response.names.opens_chiefs_words(p.words)
    ]
    for heading in headings:
        for passage in response.passages[heading.at + 1 :]:
            if passage.is_heading:
                break
            if passage.at not in sealed and not _INTRODUCES.search(passage.words):
                return at(passage)
    return at(headings[0]) if headings else WHOLE


def _interrupted(response: Response, sealed: Sequence[int]) -> Iterator[Observation]:
    """Yield what stands between two paragraphs of theirs, where the layout does not put it there.

    Comments on one finding after the other, with the body's words between them, are a layout.
    """
    for one, other in pairwise(response.sealed):
        if _is_again(response, one, other):
            what = "are printed twice here"
            spot = at(response.passages[other])
            yield replace(_noticed(response, spot, what), severity=Severity.WARNING)
    gaps = [gap for one, other in pairwise(sealed) if (gap := _gap(response, one, other))]
    if len(gaps) != 1 or any(_is_layout(response, passage) for passage in gaps[0]):
        return
    if gaps[0][-1].words.rstrip().endswith(":"):
        return
    for passage in gaps[0]:
        what = "are interrupted by words that are not theirs"
        yield replace(_noticed(response, at(passage), what), severity=Severity.WARNING)


def _is_again(response: Response, first: int, following: int) -> bool:
    """Return whether the same paragraph of theirs follows once more in the same section."""
    one, other = response.passages[first], response.passages[following]
    same = response.sealed[first].paragraph == response.sealed[following].paragraph
    return same and one.trail == other.trail and one.words.split() == other.words.split()


def _gap(response: Response, first: int, following: int) -> Sequence[Passage]:
    """Return the few paragraphs between two of the chief officer's in one section."""
    one, other = response.passages[first], response.passages[following]
    between = response.passages[first + 1 : following]
    if len(between) > MOST_BETWEEN or (one.trail, one.cell) != (other.trail, other.cell):
        return ()
    short = {p.strip() for p in response.facts.chief_officer_comments}
    alone = all(p.part is Part.BODY and not (p.is_heading or p.cell) for p in between)
    return [p for p in between if p.words.strip() not in short] if alone else ()


def _is_layout(response: Response, passage: Passage) -> bool:
    """Return whether words are expected between theirs: a finding, a labelled answer."""
    names = response.names
    return (
        passage.at in response.placed.inspectors
        or names.body_speaks.match(passage.words) is not None
        or any(names.body_too.search(heading) for heading in passage.trail)
    )


def _noticed(response: Response, spot: Spot, what: str) -> Observation:
    title = response.facts.chief_officer.title or "chief officer"
    return noticed(
        CHECK,
        Severity.ERROR,
        f"The {title}'s comments {what} (section 55(5)(b)).",
        spot,
        suggestion="Put their own words back; a change is for their office to make.",
    )
