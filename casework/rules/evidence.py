"""Why a report, or a finding, is taken to concern this office: with the words it rests on."""

import re
from collections.abc import Iterable, Sequence

from casework.rules.findings.normal import comparable
from casework.rules.wording import joined

_AROUND = 70
"""Characters quoted on each side of what is quoted."""
_SUBJECT = re.compile(r"[^.;:\n]*\b(?:should|must|needs? to)\b(?:\s+[^\s.;:]+){0,6}", re.IGNORECASE)


def why_ours(title: str, texts: Iterable[str], names: Sequence[str], said: str = "") -> str:
    """Return why a report is ours: where it names our force, in its own words.

    `names` are all names of our force or forces, the full one first; `said`
    is the force a person named when opening the case.
    """
    if said:
        return f"The person who opened the case said that it concerns {said}."
    for name in names:
        if _naming(name).search(title):
            return f"The title names {name}: “{title}”."
    every = [re.compile(r"\s+").sub(" ", text) for text in texts]
    for name in names:
        named = _naming(name)
        for text in every:
            words = named.search(text)
            if words:
                return f"The report names {name}: “{_excerpt(text, *words.span())}”."
    return ""


def why_national(title: str, findings: Sequence[tuple[str, Sequence[str]]], forces: str) -> str:
    """Return why a report that names no force is ours: it speaks to every force.

    `findings` are texts with their addressees, as read.
    """
    start = f"“{title}” names no force, so that it concerns every force, {forces} too"
    for text, addressees in findings:
        if addressees:
            return f"{start}; it is addressed to {joined(list(addressees))}: “{quoted(text)}”."
    return f"{start}."


def with_quotation(because: str, text: str) -> str:
    """Return a reason with the words of the finding it rests on, if it quotes none yet."""
    quotation = quoted(text)
    if not because or "“" in because or not quotation:
        return because
    return f"{because.removesuffix('.')}: “{quotation}”."


def quoted(text: str) -> str:
    """Return the words of a finding that say who should do something."""
    subject = _SUBJECT.search(text)
    words = subject.group() if subject else text
    line = " ".join(words.split())
    short = line if len(line) <= 2 * _AROUND else f"{line[: 2 * _AROUND].rsplit(' ', 1)[0]}"
    whole = comparable(short) == comparable(text)
    return short.rstrip(".") if whole else f"{short.strip()} …"


def _naming(name: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _excerpt(text: str, start: int, end: int) -> str:
    begin, finish = max(0, start - _AROUND), min(len(text), end + _AROUND)
    # Whole words only, and dots where something was left out.
    if begin:
        begin = text.find(" ", begin, start) + 1 or start
    if finish < len(text):
        finish = text.rfind(" ", end, finish)
        finish = end if finish < 0 else finish
    before, after = ("… " if begin else ""), (" …" if finish < len(text) else "")
    return f"{before}{text[begin:finish].strip()}{after}"
