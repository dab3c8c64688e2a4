"""Whether each finding is answered: one by one, or together with others.

Police Act 1996 s.55(5B): the body's own action on every recommendation, or its
reason for none. Areas for improvement may share an answer, where the response
answers most of them so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from casework.rules.findings.areas import area_key
from casework.rules.manuscript.answer_labels import OF_THEM, in_reply
from casework.rules.manuscript.answering import Answer
from casework.rules.manuscript.cited_together import Meant, cited_with, meant_for_others
from casework.rules.manuscript.citing import LONGEST_RANGE, Citings, numbered_as
from casework.rules.manuscript.deed_words import IS_MOVED
from casework.rules.manuscript.deeds import Body, sentences
from casework.rules.manuscript.paperwork import is_of_the_paper
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.placing import Placed
from models.shapes.checking import FindingFacts
from models.shapes.word import TextKind
from models.words import FindingClass


class Answered(StrEnum):
    """How a finding is answered."""

    YES = "yes"
    TOGETHER = "together"
    """By words that answer several findings."""
    FORCE_ONLY = "force_only"
    """Only what the force does is told."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a response says to one finding."""

    answered: Answered
    words: str
    """All that the body says to it."""
    passages: tuple[int, ...]


_TOGETHER: Final = phrase(
    r"\b(?:these|those|both|all|each\s+of|the\s+(?:two|three|four|five|six|above))\b[^.]{0,40}?"
    r"\b(?:recommendations?|areas?|findings?|points?|matters?|afis?|improvements?|issues?)\b"
    r"|\b(?:on|for|to)\s+either\b|^\W*(?:both|these|all\s+(?:of\s+these|two|three|four|five))\b"
)
_ALL: Final = phrase(
    r"\b(?:all|each|every|these|those|the)\b[^.]{0,60}?"
    r"\b(?:areas?\s+for\s+improvement|afis?|findings|recommendations)\b"
)
_BUSY: Final = phrase(
    r"(?<!\bwho\s)\b(?:will|shall|(?:has|have|had|to)\s+be\w*|(?:is|are)\s+being"
    r"|(?:was|were)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:\w+(?:ed|en|un|ght|lt|nt|ne|own|de|ld)|set|put|cut|being)\b|under\s?way|planned"
    r"|in\s+progress|ongoing)\b(?!\s+(?:\w+\s+)?(?:noted|accepted|agreed|welcomed|acknowledged))"
)
"""Work by somebody the words do not name."""
_BOTH: Final = phrase(
    r"\b(?:both|these(?:\s+\w+)?|all\s+(?:\w+\s+)?(?:three|four|five|these|them|of\s+(?:these|them)))\s*[:.–—-]"
    r"|\b(?:answers?|actions?|responses?|reply|position)\s+(?:to|on|for|about|covers?)\s+"
    r"(?:both|all|these|the\s+(?:two|three|four|five))\b|\btaken\s+together\b"
)
"""In the opening of an answer: it answers several findings."""
_LEADS_TO_ONE: Final = phrase(
    r"\b(?:tak\w+|answer\w*|deal\w*|address\w*|treat\w*|respond\w*|comment\w*|group\w*|consider\w*|repl(?:y|ies))\b"
    r"[^.]{0,60}\b(?:together|jointly|collectively|as\s+one|in\s+one|as\s+a\s+whole)\b"
    r"|\b(?:joint|single|one|common|shared)\s+(?:answer|response|reply)\b"
)
"""Before findings: one answer behind them is for all, "we take them together"."""
_OVER_ANSWERS: Final = phrase(
    r"\b(?:respon[sd]\w*|answers?|repl(?:y|ies)|actions?|comments?|position)\b[^.]{0,40}"
    r"\b(?:recommendations|findings|areas\s+for\s+improvement|afis|them|these|both|all)\b"
)
_SEVERAL: Final = phrase(
    r"\b(?:them|these|those|both|all|two|three|four|five|six|recommendations|areas|findings|afis)\b"
)
_NUMBERS: Final = re.compile(
    r"(?<![\w/£.–-])\d{1,3}[a-z]?(?:\s*(?:,\s*and|,|and|&|to|–|-)\s*\d{1,3}[a-z]?)+(?![\w/%]|\.\d)"
)
"""In the opening of an answer, the numbers of what it answers: `areas 6 and 7`, `(2 and 3)`."""
_CLASS_ALONE: Final = phrase(
    r"\W{0,9}(?:recommendations?|areas?\s+for\s+improvement|afis?|findings?|causes?\s+of\s+concern)"
    r"\W{0,9}\w{0,4}\W{0,9}"
)
_RANGE: Final = re.compile(r"(\d{1,3})[a-z]?(?:\s*(?:to|-|–)\s*(\d{1,3}))?")
OPENING: Final = 60
"""Signs of an answer in which it says what it answers."""
LEAST_OF_WORK: Final = 6
HALF: Final = 0.5


def replies(
    body: Body,
    passages: Sequence[Passage],
    places: Placed,
    answers: Sequence[Answer],
    findings: Sequence[FindingFacts],
    own: Sequence[Passage],
) -> list[Reply]:
    """Return what the response says to each finding, in the order of the findings."""
    told = [_alone(body, passages, answer) for answer in answers]
    words = [one.words for one in told]
    told = _told_apart(told, meant_for_others(body, words, places, Citings(findings)))
    together = set(_in_one_breath(body, told, passages, places, findings))
    together |= set(_by_section(told, passages, places, findings))
    areas = [n for n, f in enumerate(findings) if f.klass is FindingClass.AREA_FOR_IMPROVEMENT]
    alone = sum(told[n].answered is Answered.YES for n in areas)
    if areas and alone < HALF * len(areas):
        together |= set(_by_area(body, own, places, findings, areas, passages))
    return [
        Reply(Answered.TOGETHER, one.words, one.passages)
        if number in together and one.answered is not Answered.YES
        else one
        for number, one in enumerate(told)
    ]


def _told_apart(told: Sequence[Reply], meant: Iterable[Meant]) -> list[Reply]:
    """Return the replies, words that cite others of their paragraph given to these."""
    apart = list(told)
    for one in meant:
        for other in one.others:
            if told[other].answered is not Answered.YES:
                apart[other] = told[one.last]
        if one.left_out:
            apart[one.last] = replace(told[one.last], answered=Answered.NO)
    return apart


def _alone(body: Body, passages: Sequence[Passage], answer: Answer) -> Reply:
    citing = [passages[at].words for at in answer.citing]
    words = "\n".join(filter(None, (answer.words, *citing)))
    where = (*answer.own, *answer.citing)
    cells = (passages[at].words for at in where if passages[at].cell)
    if body.answers(words) or any(map(body.acts, cells)):
        return Reply(Answered.YES, words, where)
    if body.tells_force_only(words):
        return Reply(Answered.FORCE_ONLY, words, where)
    busy = any(
        len(one.split()) >= LEAST_OF_WORK
        and _BUSY.search(one)
        and not (is_of_the_paper(one) or IS_MOVED.search(one) or body.points_away(one))
        and not body.only_feels(one)
        for one in sentences(words)
    )
    return Reply(Answered.YES if busy else Answered.NO, words, where)


def _in_one_breath(
    body: Body,
    told: Sequence[Reply],
    passages: Sequence[Passage],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> Iterator[int]:
    """Yield the findings of a run that the words behind its last one answer: "these two areas"."""
    citings = Citings(findings)
    waiting: list[int] = []
    upto, led = 0, False
    for standing in places.standings:
        between = passages[upto : standing.first]
        opened = [
            n for n, p in enumerate(between) if p.is_heading and not _is_label(p.words, citings)
        ]
        if opened:
            waiting, led = [], False
            between = between[opened[-1] + 1 :]
        led = led or any(not p.is_heading and _leads_to_one(p.words) for p in between[-2:])
        upto = standing.last + 1
        reply = told[standing.finding]
        if reply.answered is Answered.YES:
            if led:
                yield from waiting
            else:
                headed = _is_headed(passages[standing.last + 1 : standing.last + 2])
                shared = _with_it(reply.words, standing.finding, waiting, citings, headed=headed)
                yield from shared
                yield from cited_with(body, reply.words, standing.finding, waiting, citings)
            waiting, led = [], False
        else:
            waiting.append(standing.finding)


def _leads_to_one(words: str) -> bool:
    """Return whether words before findings say that one answer is for all of them."""
    return any(_LEADS_TO_ONE.search(one) and _SEVERAL.search(one) for one in sentences(words))


def _is_label(heading: str, citings: Citings) -> bool:
    """Return whether a heading is only the label of one finding."""
    return bool(citings.in_words(heading) or _CLASS_ALONE.fullmatch(heading))


def _is_headed(behind: Sequence[Passage]) -> bool:
    """Return whether a heading over answers to several stands right behind a run."""
    return any(
        p.is_heading and _OVER_ANSWERS.search(p.words) and not OF_THEM.search(p.words)
        for p in behind
    )


def _with_it(
    words: str, finding: int, waiting: Sequence[int], citings: Citings, *, headed: bool
) -> Iterator[int]:
    """Yield those of the findings before that the answer to a finding is meant for as well."""
    opening, findings = words[:OPENING], citings.findings
    mine = numbered_as(findings[finding])
    listed = _listed(opening)
    if mine[1] in listed:
        yield from (n for n in waiting if numbered_as(findings[n])[1] in listed)
        return
    shared = headed or _TOGETHER.search(words) or _BOTH.search(opening) or _leads_to_one(words)
    if shared and not set(citings.in_words(words)) - {finding}:
        yield from waiting


def _listed(opening: str) -> set[int]:
    """Return the numbers that the opening of an answer lists, ranges filled in."""
    told: set[int] = set()
    for found in _NUMBERS.finditer(opening):
        for one in _RANGE.finditer(found.group()):
            first, last = int(one[1]), int(one[2] or one[1])
            told.update(range(first, min(last, first + LONGEST_RANGE) + 1))
    return told


def _by_section(
    told: Sequence[Reply],
    passages: Sequence[Passage],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> Iterator[int]:
    """Yield areas for improvement listed in a section that one answer closes, as all others do."""
    sections: dict[tuple[str, ...], list[int]] = defaultdict(list)
    items: set[int] = set()
    for one in places.standings:
        sections[passages[one.first].trail].append(one.finding)
        if passages[one.first].kind is TextKind.ITEM:
            items.add(one.finding)
    several = [listed for trail, listed in sections.items() if trail and len(listed) > 1]
    answered = [[told[n].answered is Answered.YES for n in listed] for listed in several]
    if not all(yes[-1] and sum(yes) == 1 for yes in answered):
        return
    for listed in several:
        if len(several) > 1 or items.issuperset(listed):
            yield from (n for n in listed if findings[n].klass is FindingClass.AREA_FOR_IMPROVEMENT)


def _by_area(
    body: Body,
    own: Sequence[Passage],
    places: Placed,
    findings: Sequence[FindingFacts],
    areas: Sequence[int],
    passages: Sequence[Passage],
) -> Iterator[int]:
    """Yield the areas for improvement that one answer to their section, or to all, covers."""
    acting = [
        p
        for p in own
        if not (p.is_heading or in_reply(p)) and any(map(body.commits, sentences(p.words)))
    ]
    if any(_covers_all(body, one.words) for one in acting):
        yield from areas
        return
    sections = {p.trail[:depth] for p in acting for depth in range(1, len(p.trail) + 1)}
    named = "\n".join(_plain(p.words) for p in acting)
    trails: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for standing in places.standings:
        trails[standing.finding].add(passages[standing.first].trail)
    for number in areas:
        area = _plain(findings[number].area)
        inside = any(_section(trail, area) in sections for trail in trails[number])
        if inside or (area and area in named):
            yield number


def _section(trail: tuple[str, ...], area: str) -> tuple[str, ...]:
    """Return the headings down to the finding's area, or to the innermost one below the first."""
    for depth, heading in enumerate(trail, start=1):
        if area and area in _plain(heading):
            return trail[:depth]
    return trail if len(trail) > 1 else ("",)


def _covers_all(body: Body, words: str) -> bool:
    return any(_ALL.search(one) is not None and body.commits(one) for one in sentences(words))


def _plain(words: str) -> str:
    return area_key(words) if words.strip() else ""
