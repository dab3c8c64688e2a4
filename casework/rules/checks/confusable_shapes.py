"""Words taken for one another that are known by more than the words right beside them."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.shapes_of_slips import Shape, found_in, shape

_FORMS: Final = {
    "advise": "advice",
    "practise": "practice",
    "license": "licence",
    "devise": "device",
    "breathe": "breath",
    "believe": "belief",
    "analyse": "analysis",
    "emphasise": "emphasis",
}
"""Verbs, and the nouns that are written nearly so."""
_VERBS: Final = {noun: verb for verb, noun in _FORMS.items()}
_LETTING: Final = (
    "let help helps helped helping make makes made have had see saw hear heard watch watched than"
)
_NOUN_BELONGS: Final = (
    "(?:" + "".join(rf"(?<!\b{word} )" for word in _LETTING.split()) + r"\bher"
    r"|\b(?:my|our|their|his|its|your)|\bth(?:e|is)|\ban?)"
)
"""A possessive or an article; "her" may be whom somebody lets or helps do it."""
_VERB_BELONGS: Final = (
    r"\b(?:will|would|can|could|should|must|cannot|may|might|(?:do|does|did|could|would|should)(?:\s+not|n[’']t)"
    r"|(?:seek|seeks|continue|continues|need|needs|want|wants|wish|wishes|able|hope|hopes|decided|here"
    r"|asked\s+(?:him|her|them|me|us))\s+to)"
)
_OBJECT: Final = (
    r"(?=\s+(?:the|that|my|our|their|his|her|its|your|this|these|those|an?|all|each|every|any|us|me"
    r"|them|him|how)\b)"
)
_JOINING: Final = r"(?:that|because|but|if|since|whether)"
_PLURAL: Final = (
    r"(?!(?:is|was|has|does|always|sometimes|perhaps|besides|afterwards|regardless|remains|exists|needs|seems"
    r"|appears|comes|follows|stands|lies|nowadays|across|less|as|this|thus|us|yes|goes|arises|arrives"
    r"|survives|unless|towards|occurs|happens|plus|its|theirs|others|years|days|weeks|months|hours)\b)\w{3,}s"
)
"""A word that ends as several things do, and is none of what stands behind the place word."""
_FINITE: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|did|need|remain"
    r"|cannot)"
)
_SHAPES: Final[tuple[Shape, ...]] = (
    shape(
        r"\b(?:more|less|fewer)\s+(?:\w+\s+){1,2}(?P<wrong>then)\s+"
        r"(?!the (?:next|following)|by|to)\w",
        "than",
    ),
    shape(
        r"\b(?P<wrong>its)\s+(?:\w+ly\s+)?(?:important|clear|vital|essential|likely|possible|crucial"
        r"|disappointing|encouraging|imperative|difficult)\s+(?:that|to|for|how|we|why)\b",
        "it’s",
    ),
    shape(r"\b(?:I|we)\s+(?P<wrong>command)\s+(?:\w+\s+){1,4}for\b", "commend"),
    *(
        shape(rf"{_NOUN_BELONGS}\s+(?P<wrong>{verb})\b(?![’'-])", noun)
        for verb, noun in _FORMS.items()
    ),
    *(
        shape(rf"{_VERB_BELONGS}\s+(?P<wrong>{noun})\b(?![’'-]){_OBJECT}", verb)
        for noun, verb in _VERBS.items()
    ),
    shape(
        r"\b(?:my|our|their|his|its|your|the|an?)\s+(?P<wrong>lose)\s+of\b",
        "loss",
    ),
    shape(
        r"\b(?:they|we|who|victims|people|officers|residents|communities|witnesses)\s+(?P<wrong>loose)"
        r"\s+(?:their|our|the|his|her|its|all|confidence|trust|faith|contact|patience|heart|time)\b",
        "lose",
    ),
    shape(
        r"\b(?P<wrong>lose)\s+(?:ends|change|arrangements?|wording|network|grip)\b",
        "loose",
    ),
    shape(
        r"\b(?:its|their|our)\s+(?:full\s+)?(?P<wrong>compliment)\s+of\s+(?:\d|\w+\s+){0,2}"
        r"(?:officers|staff|sergeants|constables|detectives|investigators|posts|inspectors)\b",
        "complement",
    ),
    shape(r"\b(?P<wrong>breath)\s+(?:easily|easier|freely)\b", "breathe"),
    shape(r"\b(?:a|one[’']s|my|of|out\s+of)\s+(?P<wrong>breathe)\b", "breath"),
    shape(
        rf"\b{_JOINING}\s+(?P<wrong>there)\s+{_PLURAL}\s+{_FINITE}\b",
        "their",
    ),
    shape(rf"\b(?:of|with|about|through|for)\s+(?P<wrong>there)\s+{_PLURAL}\b", "their"),
    shape(
        rf"\b{_JOINING}\s+(?P<wrong>there)\s+(?:doing|trying|working|making|taking|getting)\b",
        "they’re",
    ),
    shape(
        r"\b(?P<wrong>their)\s+going\s+to\s+(?:be|do|take|make|need|have|ensure|improve|act|get|help)\b",
        "they’re",
    ),
    shape(r"\b(?P<wrong>they[’']re)\s+(?:is|are|was|were|has|will)\b", "there"),
)


def shaped(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each wrong word by its shape, with the word that is meant."""
    return found_in(words, _SHAPES)
