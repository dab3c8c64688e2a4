"""Words that are not spelt as British English, policing or the case itself spells them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Facts, Observation, Severity

CHECK: Final = "misspelt_word"
SHORTEST: Final = 5
"""Letters of a word that is looked up; shorter ones are mostly symbols, initials and names."""
SHORT_SLIPS: Final = {
    "adn": "and", "hte": "the", "taht": "that", "teh": "the", "thsi": "this", "tihs": "this",
    "wil": "will", "hvae": "have", "ahve": "have",
    "whcih": "which", "wich": "which", "wiht": "with",
}  # fmt: skip
"""Shorter ones that fingers often make and no name has."""
_CAPITALISED: Final = (
    "accountability assistant assurance authority board british college commissioner committee "
    "communities community constable constabulary council crime criminal department deputy "
    "executive framework government governance improvement inspection inspectorate inspector "
    "inspectors justice majesty minister national office officer panel parliament partnership "
    "performance police policing prevention public recommendation recommendations report "
    "response safeguarding secretary service services strategy superintendent victims "
    "january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday england wales"
)
CAPITALISED: Final = frozenset(_CAPITALISED.split())
"""Words that stand with a capital in the middle of sentences and are nobody's name."""
USUAL: Final = 4
"""Times from which a strange word is the office's own."""
_NO_WORDS: Final = re.compile(
    r"(?:https?://|www\.)\S+|\S{1,60}@\S+"
    r"|\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,5}\.(?:uk|com|org|gov|net|police|docx|pdf)\b\S*"
    r"|\S{0,60}[\d_/\\#]\S*"
    r"|[\w’'-]{1,40}[”’\"]?\s{0,3}[\[(]sic[!.]?[\])]"
)
_WORD: Final = re.compile(
    "[^\\W\\d_][^\\W\\d_\u00ad]*(?:['\u2019\u2010\u2011-][^\\W\\d_][^\\W\\d_\u00ad]*)*"
)
_UNSEEN: Final = str.maketrans({"\u00ad": None, "\u2011": "-", "\u2010": "-", "\u2019": "'"})
_SENTENCE_BEGINS: Final = re.compile(r"(?:^|[.!?:]\s+|[•–]\s*)[\W\d]*$")

LONGEST_RANK: Final = 16
"""Signs before a word in which a rank is looked for."""
_RANK: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Rev|Cllr|Councillor"
    r"|Supt|Superintendent|Insp|Inspector|Sgt|Sergeant|PC|DC|DCI|DI|DS|CC|DCC|ACC)\.?\s+$"
)
_NAME_BEHIND: Final = re.compile(r" (?P<name>[A-Z][a-z]+)\b(?=\s*(?:\n|$|,))")
"""Behind the first word of a line: another word with a capital ends it, as in an address."""


def misspelt_word(response: Response) -> Iterator[Observation]:
    """Yield each misspelt word once, where it stands first."""
    own = _words_of_case(response.facts)
    strange = Counter(
        word.casefold()
        for passage in response.passages
        for _, word in _words(passage)
        if word.casefold() not in own and not response.library.speller.knows(word)
    )
    told: set[str] = set()
    for passage in response.passages:
        for start, word in _words(passage):
            key = word.casefold()
            if key in told or key not in strange:
                continue
            meant = _meant(response, passage, start, word, strange[key])
            if meant is None:
                continue
            told.add(key)
            yield noticed(
                CHECK,
                at_most_a_note(response, passage, Severity.WARNING),
                f"“{word}” is not spelt as the dictionary spells it: “{meant}”?",
                at(passage, _as_written(passage, start, word)),
                suggestion=meant,
                replaces=not response.is_quoted(passage),
            )


def _words(passage: Passage) -> Iterator[tuple[int, str]]:
    words = _NO_WORDS.sub(lambda found: " " * len(found.group()), passage.words)
    for found in _WORD.finditer(words):
        word = found.group().translate(_UNSEEN)
        is_long = len(word) >= SHORTEST or word.casefold() in SHORT_SLIPS
        if is_long and not word.isupper():
            yield found.start(), word


def _as_written(passage: Passage, start: int, word: str) -> str:
    """Return a word with the signs it has in the document: its apostrophe, its soft hyphens."""
    found = _WORD.match(passage.words, start)
    return found.group() if found and found.group().translate(_UNSEEN) == word else word


def _meant(response: Response, passage: Passage, start: int, word: str, times: int) -> str | None:
    """Return what is meant by a strange word; None if it may well be right."""
    if any(sign.isupper() for sign in word[1:]):
        return None  # a product's name, or an acronym with an ending
    meant = SHORT_SLIPS.get(word) or _suggested(response, word)
    if meant is None or meant.casefold() == word.casefold():
        return None
    if not word[0].isupper():
        return meant if times < USUAL or _is_slip(word, meant) else None
    if _is_slip(word.casefold(), meant.casefold()):
        if _is_named_so(passage, start, word, meant):
            return None
        is_first = passage.is_heading or _begins(passage, start)
        if meant.casefold() in CAPITALISED or (is_first and len(word) != len(meant)):
            return meant
    return None  # a name: who is named is looked at by other checks


def _suggested(response: Response, word: str) -> str | None:
    """Return the likeliest right spelling; of a word with hyphens, the wrong part of it alone."""
    speller, parts = response.library.speller, word.split("-")
    if len(parts) == 1:
        return speller.suggest(word)
    wrong = [one for one in parts if len(one) >= SHORTEST and not speller.knows(one)]
    if len(wrong) != 1:
        return None
    meant = speller.suggest(wrong[0])
    return word.replace(wrong[0], meant) if meant and _is_slip(wrong[0], meant) else None


def _is_named_so(passage: Passage, start: int, word: str, meant: str) -> bool:
    """Return whether a word with a capital is part of a name: `Sgt Recieve`, `Clemonds Hey`."""
    if _RANK.search(passage.words[max(0, start - LONGEST_RANK) : start]):
        return True
    if passage.is_heading or meant.casefold() in CAPITALISED:
        return False
    behind = _NAME_BEHIND.match(passage.words, start + len(word))
    return behind is not None and behind["name"].casefold() not in CAPITALISED


def _begins(passage: Passage, start: int) -> bool:
    return bool(_SENTENCE_BEGINS.search(passage.words[:start]))


def _is_slip(word: str, meant: str) -> bool:
    """Return whether two words have the same letters, but for one, or one in another place."""
    extra = Counter(word) - Counter(meant), Counter(meant) - Counter(word)
    return max(sum(extra[0].values()), sum(extra[1].values())) <= 1


def _words_of_case(facts: Facts) -> frozenset[str]:
    """Return the words that the case itself brings: names, titles, the report's own."""
    said = [
        facts.office.name,
        facts.force.name,
        *facts.force.aliases,
        facts.report.title,
        *(f"{one.title} {one.name}" for one in (
            facts.local_policing_body, facts.chief_officer, facts.signatory
        )),
        *(f"{one.name} {one.role}" for one in facts.people),
        *(one.area for one in facts.graded_areas),
        *(one.text for one in facts.findings),
        *facts.chief_officer_comments,
    ]  # fmt: skip
    return frozenset(
        found.group().translate(_UNSEEN).casefold()
        for words in said
        for found in _WORD.finditer(words)
    )
