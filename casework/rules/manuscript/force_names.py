"""The names of forces and their areas: the case's own, and everybody else's."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from casework.rules.manuscript.phrases import each_of, phrase
from models.shapes.checking import Facts
from models.shapes.forces import Force

LONG: Final = 8
"""Letters of an area from which on two slips still leave it recognisable."""
_OFFICE_WORDS: Final = frozenset({"Commissioner", "Policing", "Police", "Crime", "Fire", "Mayor"})
"""Words of titles that are no part of an area: `Deputy Mayor for Policing and Crime`."""
FEW_WORDS: Final = 3
"""Words of a name up to which one other word makes another name of it."""
FORCE_WORDS: Final = ("Police", "Constabulary")
_SUFFIX: Final = phrase(
    r"\s{1,9}(?:Police(?:\s+(?:Service|Force))?|Constabulary|Police\s+Constabulary)$"
)
_WELSH: Final = phrase(r"^Heddlu\s+")
_HELD_FOR: Final = re.compile(
    r"\b(?:for|of)\s+(?:the\s+)?(?P<area>[A-Z][\w’'-]+(?:\s+(?:and|&|of|[A-Z][\w’'-]+))*)\s*$"
)
NOT_A_PLACE: Final = each_of(
    "british transport ministry defence civil nuclear royal military port the local "
    "neighbourhood special national our your my this their each every all home office "
    "majesty’s majesty's inspectorate territorial community response counter terrorism "
    "roads traffic city county uk england wales scotland ireland modern future hm hmicfrs "
    "college independent better regional rural urban former chief deputy annual dock "
    "airport parks service armed online metropolitan if when for as and while where since "
    "although because by of with to in on at from that these those both some many most "
    "other more peel state operation integrated joint mutual female male student"
)
"""First words of what is called Police or Constabulary and is no force of an area."""


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What the case's force and its area are called."""

    names: tuple[str, ...]
    areas: tuple[str, ...]

    def is_own_area(self, words: str) -> bool:
        """Return whether words are the area, or a part of its name."""
        told = folded(words)
        return any(told == folded(one) or told in folded(one).split(" and ") for one in self.areas)

    def names_own(self, sentence: str) -> bool:
        """Return whether a sentence names the case's own force or area."""
        return any(one in sentence for one in (*self.names, *self.areas))


def folded(words: str) -> str:
    """Return a name as it is compared."""
    plain = words.replace("&", "and").replace("\u2011", "-").replace("’", "'")
    return " ".join(plain.casefold().split())


def area_of(force_name: str) -> str:
    """Return the area in the name of a force: `West Mercia` of `West Mercia Police`."""
    return _WELSH.sub("", _SUFFIX.sub("", force_name.strip())).strip()


@lru_cache(maxsize=64)
def own_names(facts: Facts, forces: tuple[Force, ...]) -> OwnNames:
    """Return the names of the case's own force, with those the register adds."""
    names = [one for one in (facts.force.name, *facts.force.aliases) if one.strip()]
    told = {folded(one) for one in names}
    for force in forces:
        if told & {folded(one) for one in force.names}:
            names.extend(force.names)
    areas = [area_of(one) for one in names]
    for title in (facts.local_policing_body.title, facts.signatory.title, facts.office.name):
        held = _HELD_FOR.search(title)
        if held:
            areas.append(held["area"])
    areas += [one.area for one in forces if told & {folded(name) for name in one.names}]
    return OwnNames(_unique(names), _unique([one for one in areas if _is_a_place(one)]))


def _is_a_place(area: str) -> bool:
    words = area.split()
    return bool(words) and words[0][0].isupper() and _OFFICE_WORDS.isdisjoint(words)


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(names), key=lambda one: (-len(one), one)))


@lru_cache(maxsize=16)
def others(own: OwnNames, forces: tuple[Force, ...]) -> tuple[tuple[str, str], ...]:
    """Return the name and the area of every force of the register that is not the case's."""
    mine = {folded(one) for one in own.names}
    return tuple(
        (name, force.area)
        for force in forces
        if not mine & {folded(one) for one in force.names}
        for name in force.names
    )


@lru_cache(maxsize=4096)
def nearest_area(name: str, areas: tuple[str, ...]) -> str:
    """Return the area that a name is with a slip in it; empty for an area's right name."""
    if name in areas:
        return ""
    best = min(areas, key=lambda one: OSA.distance(name, one, score_cutoff=4), default="")
    allowed = 3 if len(best) > 2 * LONG else 2 if len(best) >= LONG else 1
    return best if best and is_slip_of(name, best, allowed) else ""


def is_slip_of(name: str, right: str, allowed: int) -> bool:
    """Return whether a name is another one with at most so many letters wrong."""
    if name == right or name.count(" ") != right.count(" "):
        return False
    if name.replace("-", " ") == right.replace("-", " ") or set(name[:2]).isdisjoint(right[0]):
        return False
    return OSA.distance(name, right, score_cutoff=allowed) <= allowed or _but_one_word(name, right)


def _but_one_word(name: str, right: str) -> bool:
    """Return whether only one word of a long name differs: `Isle of White`."""
    words = right.split()
    odd = [(one, other) for one, other in zip(name.split(), words, strict=True) if one != other]
    alike = len(odd) == 1 and odd[0][0][:1] == odd[0][1][:1]
    return alike and len(words) > FEW_WORDS and abs(len(odd[0][0]) - len(odd[0][1])) <= 1
