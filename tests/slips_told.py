"""Slips put into whole responses by rule, and in which passages each check speaks of them.

A check and its places stand on one line: `date_order: 26es12>15` says that in passage 26 it
told an error (or a warning, a note) with a suggestion (r: that replaces, y: of style), at 12
signs of the document, the suggestion having 15. The words of messages are free to change.
`python -m tests.slips_told` prints tests/data/slips_told.txt anew: look at what differs.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from casework.registers.dictionary import load_acronyms, load_dictionary
from casework.registers.forces import load_forces
from casework.rules.checks.every_check import CHECKS
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import Observation, PersonFacts
from tests.manuscripts import a_response, some_facts
from tests.whole_responses import OFFICES, facts_of, words_of

PRINTED: Final = Path(__file__).parent / "data" / "slips_told.txt"
BESIDE_THE_TESTS: Final = Path(__file__).parent / "casework" / "rules" / "checks"
ALONE: Final = "sentences"
PEOPLE: Final = some_facts(
    people=(
        PersonFacts("Mary Grantly", "Deputy Chief Constable"),
        PersonFacts("Theophilus Arabin", "Chief Executive"),
    )
)
STEP: Final = 5
"""Every fifth line is slipped, from one line or another."""
SLIPS: Final = ("left out", "twice", "numbers", "letters", "marks", "signs", "strangers")
TURNS: Final = 3
"""So many places of each slip in each response."""
STRANGERS: Final = (
    "I have written to the Minister of the Home Office.",
    "We effected officers’ moral by this advise.",
    "Northumbria Police will report to us by 65 days after publication.",
    "The Police and Crimes Commissioner thanks HMIC for Recommendation 41.",
    "OFFICIAL-SENSITIVE",
    "Back to top",
    "The crime reference is 42/12345/24 and her number is 07700 900123.",
    "I direct the Chief Constable to arrest the named suspects on Friday.",
    "Under section 55(1) I must respond within 42 working days.",
    "Comments were invited on 31 February 2024, and published on Monday 1 May 2024.",
    "The Chief Constable has told me that the force has put this right.",
    "96. 7% of calls were answered",
    "“We welcome the report and will act on it.",
    "The Deputy Chief Constabel leads on this by the 30th of Febuary.",
    "ABCD and the NPCC-led XYZ are working (with the DfQ on it.",
    "The Recommendations 7 to 12 are accepted; see AFI 30.",
)
"""Sentences in which something is wrong, set behind innocent ones."""


def _numbers(line: str) -> str:
    return re.sub(r"\d\b", lambda found: str((int(found[0]) + 1) % 10), line)


def _letters(line: str) -> str:
    return re.sub(r"\b([A-Z]\w)(\w)(\w)(?=\w\w)", r"\1\3\2", line)


def _marks(line: str) -> str:
    swaps = {"55(5": "55(1", " I ": " we found that we ", "Chief Constable": "Chief Commissioner"}
    for old, new in swaps.items():
        line = line.replace(old, new)
    return f"{line} [TBC]"


def _signs(line: str) -> str:
    return line.replace("”", "").replace(")", "", 1).replace(". ", " .  ").replace("#", "##", 1)


def slipped(words: str, slip: str, start: int) -> str:
    """Return a response with a slip in every fifth of its lines."""
    if slip == "strangers":
        return _with_strangers(words, start)
    change = {
        "left out": lambda _: "",
        "twice": lambda line: f"{line}\n{line}",
        "numbers": _numbers,
        "letters": _letters,
        "marks": _marks,
        "signs": _signs,
    }[slip]
    lines = words.strip().splitlines()
    return "\n".join(
        change(line) if number % STEP == start else line for number, line in enumerate(lines)
    )


def _with_strangers(words: str, start: int) -> str:
    lines = words.strip().splitlines()
    return "\n".join(
        f"{line}\n{STRANGERS[number % len(STRANGERS)]}" if number % STEP == start else line
        for number, line in enumerate(lines)
    )


def sentences() -> dict[str, list[str]]:
    """Return by check the sentences in which its fault is, from the files beside its tests."""
    found: dict[str, list[str]] = {}
    for name in ("dates_names_and_law.txt", "several_lines.txt"):
        for line in (BESIDE_THE_TESTS / name).read_text(encoding="utf-8").splitlines():
            check, bar, words = line.partition(" | ")
            if bar and check != "none" and not check.startswith("#"):
                found.setdefault(check, []).append(words.replace("\\n", "\n"))
    return found


def cases() -> list[tuple[str, str, int]]:
    """Return (office, slip, line it begins with) of each response; then the single sentences."""
    return [
        (office, slip, (number + place + turn * TURNS) % STEP)
        for number, office in enumerate(OFFICES)
        for place, slip in enumerate(SLIPS)
        for turn in range(TURNS)
    ] + [(ALONE, check, 0) for check in sentences()]


def response_of(office: str, slip: str, start: int) -> Response:
    """Return a whole response with a slip, before the real dictionary."""
    made = a_response(slipped(words_of(office), slip, start), facts_of(office))
    if slip == "letters":
        return made  # among words equally near, which the dictionary names is left open
    shelf = Library(load_dictionary(), load_forces(), load_acronyms())
    return Response(made.read, made.facts, made.today, shelf)


def observed(case: tuple[str, str, int]) -> list[Observation]:
    """Return all that the checks say of a response, or of each sentence."""
    office, check_or_slip, _ = case
    if office == ALONE:
        alone = [a_response(words, PEOPLE) for words in sentences()[check_or_slip]]
        return [one for response in alone for check in CHECKS for one in check(response)]
    response = response_of(*case)
    return [one for check in CHECKS for one in check(response)]


def _place(one: Observation) -> str:
    at = "-" if one.passage is None else str(one.passage)
    way = f"{one.severity[0]}{'r' * one.replaces}{'y' * one.style}{'s' * bool(one.suggestion)}"
    return f"{at}{way}{len(one.where)}>{len(one.suggestion or '')}"


def in_short(case: tuple[str, str, int], told: Sequence[Observation]) -> Iterator[str]:
    """Yield the case, and for each check the passages in which it speaks (`-`: of the whole)."""
    yield "{}, {} from line {}".format(*case)
    for name in dict.fromkeys(one.check for one in told):
        yield f"  {name}: {' '.join(_place(one) for one in told if one.check == name)}"


def printed() -> str:
    """Return the whole page."""
    return "\n".join(line for case in cases() for line in in_short(case, observed(case))) + "\n"


if __name__ == "__main__":
    PRINTED.write_text(printed(), encoding="utf-8")
