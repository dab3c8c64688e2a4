"""The words a dictionary holds, every form of each: stems and the endings that go with them.

The files are those of Hunspell; of its rules only prefixes and suffixes are
read, which is all that British English needs beside numbers.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

NOTHING: Final = "0"
ENTRY_LENGTH: Final = 5


class Affix(NamedTuple):
    """One way to change a stem: what goes, what comes, and where it fits."""

    gone: str
    added: str
    fits: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Affixes:
    """Every prefix and suffix by its flag."""

    prefixes: dict[str, list[Affix]]
    suffixes: dict[str, list[Affix]]


def affixes(lines: Iterable[str]) -> Affixes:
    """Read the rules of a Hunspell dictionary."""
    found: dict[str, dict[str, list[Affix]]] = {"PFX": defaultdict(list), "SFX": defaultdict(list)}
    for line in lines:
        parts = line.split()
        if len(parts) >= ENTRY_LENGTH and parts[0] in found:
            kind, flag, gone, added, condition = parts[:ENTRY_LENGTH]
            shape = f"{condition}$" if kind == "SFX" else f"^{condition}"
            rule = Affix(_said(gone), _said(added), re.compile(shape))
            found[kind][flag].append(rule)
    return Affixes(dict(found["PFX"]), dict(found["SFX"]))


def _said(words: str) -> str:
    return "" if words == NOTHING else words.partition("/")[0]


def word_forms(lines: Iterable[str], rules: Affixes) -> Iterator[str]:
    """Yield every form of every word of a Hunspell dictionary."""
    for line in lines:
        stem, _, flags = line.strip().partition("/")
        if stem and not stem.isdigit():
            yield from _forms(stem, flags, rules)


def _forms(stem: str, flags: str, rules: Affixes) -> Iterator[str]:
    endings = [stem]
    for flag in flags:
        endings += (
            stem[: len(stem) - len(rule.gone)] + rule.added
            for rule in rules.suffixes.get(flag, ())
            if stem.endswith(rule.gone) and rule.fits.search(stem)
        )
    yield from endings
    for flag in flags:
        for rule in rules.prefixes.get(flag, ()):
            yield from (rule.added + form for form in endings if rule.fits.search(form))
